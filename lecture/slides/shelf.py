"""The folder of clips: a folder for each scene with its parameters, and an index of them all."""

import errno
import hashlib
import itertools
import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import fastcairo
import gdcore
import lecture
import scenes
from lecture.jobs import Job
from lecture.provenance import differences
from lecture.slides.clip import INDEX, Clip, Index, SceneClips, index_of, is_below
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

        A folder of that name that shows something else is kept under a name of its own. While files are on their
        way, the index lists no clips under that name.

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
            with self.alone():
                listed = self._make_room(now, work)
                before = listed.get(name)
                self._list({**listed, name: now.model_copy(update={"clips": ()})}, work)
                now = self._merged(before, now)
                (self.folder / name).mkdir(exist_ok=True)
                for part in fresh.iterdir():
                    part.replace(self.folder / name / part.name)
                self._list({**listed, name: now}, work)
            return [self.folder / name]
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror
            raise StoreError(f"{self.folder}: {name} cannot be written ({why})") from None

    def _make_room(self, now: SceneClips, work: Path) -> dict[str, SceneClips]:
        """Return what the index lists, by its names, once a folder that shows something else has another one."""
        listed = {one.name: one for one in index_of(self.folder).scenes}
        place, before = self.folder / now.name, listed.get(now.name)
        alike = before is not None and all(before.record.get(key) == now.record[key] for key in SHOWS)
        if alike or not place.exists():
            return listed
        names = (f"{now.name}-before-{i}" for i in itertools.count(1))
        other = next(name for name in names if not (self.folder / name).exists())
        listed.pop(now.name, None)
        self._list(listed, work)
        place.rename(self.folder / other)
        if before is not None:
            listed[other] = _named(before, other, before.made_from)
            self._list(listed, work)
        return listed

    def _merged(self, before: SceneClips | None, now: SceneClips) -> SceneClips:
        """Return clips with those of their files in other formats that show the same.

        Files in these formats whose clips are no more are removed; what is of another format or quality stays.
        """
        if before is None:
            return now
        sections = [[clip.section for clip in one.clips] for one in (before, now)]
        same = before.record["quality"] == now.record["quality"] and not differences(before.record, now.record)
        if same and before.made_from == now.made_from and sections[0] == sections[1]:
            both = zip(before.clips, now.clips, strict=True)
            clips = tuple(new.model_copy(update={"files": {**old.files, **new.files}}) for old, new in both)
            return now.model_copy(update={"clips": clips})
        made = {ending for clip in now.clips for ending in clip.files}
        current = {file for clip in now.clips for file in clip.files.values()}
        for clip in before.clips:
            for ending, file in clip.files.items():
                if ending in made and file not in current and is_below(file):
                    (self.folder / file).unlink(missing_ok=True)
        return now

    def _list(self, listed: Mapping[str, SceneClips], work: Path) -> None:
        """Write the index, in the order of the lecture."""
        order = [*scenes.SCENES]

        def place(one: SceneClips) -> tuple[int, str]:
            return order.index(one.scene) if one.scene in order else len(order), one.name

        index = Index(scenes=tuple(sorted(listed.values(), key=place)))
        (work / INDEX).write_text(index.model_dump_json(indent=2) + "\n", encoding="utf-8")
        (work / INDEX).replace(self.folder / INDEX)

    def current(self, name: str) -> SceneClips | None:
        """Return the clips of a job as videos, if they are there, made from all that it would be made from now."""
        mark = made_from(self.jobs[name])
        found = self._listed(name)
        return found if found is not None and found.made_from == mark is not None else None

    def lend(self, names: Sequence[str], folder: Path) -> tuple[SceneClips, ...]:
        """Return the clips of jobs, with their files in another folder, where no other run changes them.

        Raises:
            StoreError: Another run has changed them.
        """
        lent = []
        with self.alone():
            for name in names:
                job, found = self.jobs[name], self._listed(name)
                if found is None or found.made_from != made_from(job) or found.record["quality"] != job.quality:
                    raise StoreError(f"{self.folder / name}: another run has changed these clips; call again")
                (folder / name).mkdir(parents=True)
                for clip in found.clips:
                    for file in clip.files.values():
                        _link(self.folder / file, folder / file)
                lent.append(found)
        return tuple(lent)

    def _listed(self, name: str) -> SceneClips | None:
        """Return clips that the index lists, if all of their files are there, and videos among them."""
        found = next((one for one in index_of(self.folder).scenes if one.name == name), None)
        if found is None or not found.clips:
            return None
        files = [file for clip in found.clips for file in clip.files.values()]
        whole = all(is_below(file) and (self.folder / file).is_file() for file in files)
        return found if whole and all(".mp4" in clip.files for clip in found.clips) else None


def _link(source: Path, target: Path) -> None:
    """Give a file another name; where the system cannot do that, copy it."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


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
