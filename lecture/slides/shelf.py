"""The folder of clips: a folder for each scene with its parameters, and an index of them all."""

import errno
import hashlib
import itertools
import json
import shutil
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import fastcairo
import gdcore
import lecture
import scenes
from lecture.jobs import Job
from lecture.slides.clip import INDEX, Clip, Index, SceneClips, index_of
from lecture.store import SHOWS, Store, StoreError


class Shelf(Store):
    """A folder of clips.

    Args:
        folder: The folder; it is made when it is first written to.
        jobs: The jobs whose clips may be put into it, by their names.

    Raises:
        ParameterError: Its index cannot be read.
    """

    def __init__(self, folder: Path, jobs: Mapping[str, Job]) -> None:
        super().__init__(folder)
        self.jobs = jobs
        index_of(folder)  # before anything is rendered

    def put(self, name: str, files: Mapping[str, bytes], work: Path) -> list[Path]:
        """Put the clips of a scene into a folder of that name, each file whole or not at all, and return it.

        A folder of that name that shows something else is kept under a name of its own. The index lists clips only
        while all of their files are in their place.

        Raises:
            StoreError: The disk is full, or the folder cannot be written to.
        """
        now = _named(SceneClips.model_validate_json(files[INDEX]), name, made_from(self.jobs[name]))
        fresh = work / name
        try:
            fresh.mkdir()
            for file, content in files.items():
                if file != INDEX:
                    (fresh / file).write_bytes(content)
            with self._alone():
                others = self._make_room(now, work)
                before = next((one for one in others if one.name == name), None)
                others = [one for one in others if one.name != name]
                self._list(others, work)
                now = self._merged(before, now)
                (self.folder / name).mkdir(exist_ok=True)
                for part in fresh.iterdir():
                    part.replace(self.folder / name / part.name)
                self._list([*others, now], work)
            return [self.folder / name]
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror
            raise StoreError(f"{self.folder}: {name} cannot be written ({why})") from None

    def _make_room(self, now: SceneClips, work: Path) -> list[SceneClips]:
        """Return what the index lists, once a folder that shows something else has another name."""
        listed = list(index_of(self.folder).scenes)
        place = self.folder / now.name
        before = next((one for one in listed if one.name == now.name), None)
        alike = before is not None and all(before.record.get(key) == now.record[key] for key in SHOWS[:-1])
        if alike or not place.exists():
            return listed
        names = (f"{now.name}-before-{i}" for i in itertools.count(1))
        other = next(name for name in names if not (self.folder / name).exists())
        self._list([one for one in listed if one.name != now.name], work)
        place.rename(self.folder / other)
        kept = [_named(one, other, one.made_from) if one is before else one for one in listed]
        self._list(kept, work)
        return kept

    def _merged(self, before: SceneClips | None, now: SceneClips) -> SceneClips:
        """Return clips with those of their files in other formats that show the same; the others are removed."""
        if before is None:
            return now
        if before.made_from == now.made_from is not None and len(before.clips) == len(now.clips):
            both = zip(before.clips, now.clips, strict=True)
            clips = tuple(new.model_copy(update={"files": {**old.files, **new.files}}) for old, new in both)
            return now.model_copy(update={"clips": clips})
        current = {file for clip in now.clips for file in clip.files.values()}
        for old in before.clips:
            for file in old.files.values():
                if file not in current:
                    (self.folder / file).unlink(missing_ok=True)
        return now

    def _list(self, listed: list[SceneClips], work: Path) -> None:
        """Write the index, in the order of the lecture."""
        order = [*scenes.SCENES]
        places = {one.name: order.index(one.scene) if one.scene in order else len(order) for one in listed}
        index = Index(scenes=tuple(sorted(listed, key=lambda one: (places[one.name], one.name))))
        (work / INDEX).write_text(index.model_dump_json(indent=2) + "\n", encoding="utf-8")
        (work / INDEX).replace(self.folder / INDEX)

    def current(self, name: str, ending: str) -> SceneClips | None:
        """Return the clips of a job if they are there, made from all that the job would be made from now.

        Args:
            name: The name of the job.
            ending: How the files must end that are wanted.
        """
        mark = made_from(self.jobs[name])
        for one in index_of(self.folder).scenes:
            whole = all((self.folder / file).is_file() for clip in one.clips for file in clip.files.values())
            if one.name == name and one.made_from == mark is not None and whole:
                return one if all(ending in clip.files for clip in one.clips) else None
        return None

    def listed(self, name: str) -> SceneClips:
        """Return the clips of a job, which are there."""
        return next(one for one in index_of(self.folder).scenes if one.name == name)


def made_from(job: Job) -> str | None:
    """Return a digest of all that a job's pictures depend on; None where its scene is not the project's own.

    Who writes scenes of their own may import anything in them.
    """
    if job.file is not None:
        return None
    values = {key: value for key, value in asdict(job).items() if key not in ("format", "megabytes")}
    versions = {name: version(name) for name in ("manim", "numpy", "av", "pycairo", "typst")}
    return hashlib.sha256(json.dumps([values, versions, _code()]).encode()).hexdigest()


@cache
def _code() -> str:
    """Return a digest of the project's own code."""
    found = hashlib.sha256()
    for package in (gdcore, fastcairo, scenes, lecture):
        for file in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()


def _named(clips: SceneClips, name: str, mark: str | None) -> SceneClips:
    """Return clips under a name, with their files in the folder of that name."""

    def moved(clip: Clip) -> Clip:
        files = {ending: f"{name}/{Path(file).name}" for ending, file in clip.files.items()}
        return clip.model_copy(update={"files": files})

    update = {"name": name, "made_from": mark, "clips": tuple(map(moved, clips.clips))}
    return clips.model_copy(update=update)
