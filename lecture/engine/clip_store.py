"""The folder of clips: a folder for each scene with its parameters, and an index of them all."""

import itertools
import os
import shutil
from collections.abc import Mapping, Sequence, Set
from contextlib import ExitStack
from pathlib import Path

import scenes
from lecture.engine.clip_index import INDEX, Clip, Index, SceneClips, index_of, is_below, lies_in
from lecture.engine.job import Job
from lecture.engine.ledger import Ledger, digest_of_bytes
from lecture.engine.made_from import made_from
from lecture.engine.placing import free_names
from lecture.engine.provenance import differences
from lecture.engine.store import SHOWS, Store, StoreError, said_of_kept, takes_place_of
from scenes.settings.errors import why
from scenes.settings.whole_files import unfinished, write_whole

_WRITER = "clips"


class ClipStore(Store):
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

        Clips of that name that show something else are kept under a name of their own, and so is a file that
        somebody else has written or changed. While files are on their way, the index lists no clips of that name.

        Raises:
            StoreError: The disk is full, or the folder cannot be written to.
        """
        now = _named(SceneClips.model_validate_json(files[INDEX]), name, made_from(self.jobs[name]))
        fresh = work / name
        contents = {file: content for file, content in files.items() if file != INDEX}
        digests = {self.folder / name / file: digest_of_bytes(content) for file, content in contents.items()}
        try:
            fresh.mkdir()
            with ExitStack() as stack:
                ready = {
                    place: stack.enter_context(unfinished(place, contents[place.name], fresh)) for place in digests
                }
                stack.enter_context(self.alone())
                ledger = self.ledger
                listed = self._make_room(now, [*contents], ledger, work)
                before = listed.get(name)
                self._list({**listed, name: now.model_copy(update={"clips": ()})}, work)
                now = self._merged(before, now, ledger)
                (self.folder / name).mkdir(exist_ok=True)
                ledger.expect(_WRITER, digests)
                for place, written in ready.items():
                    written.replace(place)
                ledger.settle(_WRITER, digests)
                self._list({**listed, name: now}, work)
            return [self.folder / name]
        except OSError as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise StoreError(f"{self.folder}: {name} cannot be written ({why(error)})") from None

    def _make_room(
        self, now: SceneClips, files: Sequence[str], ledger: Ledger, work: Path
    ) -> dict[str, SceneClips]:
        """Return what the index lists, by its names, once what must not be replaced has another name.

        Args:
            now: What is to be put there.
            files: The names of its files.
            ledger: What was written by whom.
            work: A folder for what is unfinished.
        """
        listed = {one.name: one for one in index_of(self.folder).scenes}
        place = self.folder / now.name
        before = next((one for one in listed.values() if takes_place_of(self.folder / one.name, place)), None)
        if before is not None:
            del listed[before.name]
            if all(before.record.get(key) == now.record[key] for key in SHOWS):
                self._keep_changed(place, files, before, ledger)
                return {**listed, now.name: _named(before, now.name, before.made_from)}
        clips = () if before is None else before.clips
        old = {*files, *(Path(file).name for clip in clips for file in clip.files.values())}
        if not place.exists() or (place.is_dir() and not any((place / file).exists() for file in old)):
            return listed
        names = (f"{now.name}-before-{i}" for i in itertools.count(1))
        other = next(name for name in names if not os.path.lexists(self.folder / name))
        if before is not None:
            listed[other] = _named(before, other, before.made_from)
        self._list(listed, work)  # before anything moves: the next run finishes what this one may be stopped in
        self._move(place, other, old, ledger)
        return listed

    def _move(self, place: Path, other: str, files: Set[str], ledger: Ledger) -> None:
        """Give clips another name; what others have put beside them stays where it is."""
        there = [file.name for file in place.iterdir()] if place.is_dir() else []
        beside = [
            name for name in there if name not in files and ledger.is_as_written(_WRITER, place / name) is None
        ]
        place.rename(self.folder / other)
        for name in beside:
            place.mkdir(exist_ok=True)
            (self.folder / other / name).rename(place / name)
        self.kept.append(said_of_kept(place, other))

    def _keep_changed(self, place: Path, files: Sequence[str], before: SceneClips, ledger: Ledger) -> None:
        """Rename the files that are to be replaced but that somebody else has written or changed."""
        known = {Path(file).name for clip in before.clips for file in clip.files.values()}
        changed = []
        for file in (place / name for name in files if (place / name).exists()):
            as_written = ledger.is_as_written(_WRITER, file)
            if not (file.name in known if as_written is None else as_written):
                changed.append(file)
        for file, free in free_names(changed).items():
            file.rename(free)
            self.kept.append(said_of_kept(file, free.name))

    def _merged(self, before: SceneClips | None, now: SceneClips, ledger: Ledger) -> SceneClips:
        """Return clips with those of their files in other formats that show the same.

        Files in these formats whose clips are gone are removed, if nobody has changed them; what is of another
        format or quality stays.
        """
        if before is None:
            return now
        sections = [[clip.section for clip in one.clips] for one in (before, now)]
        same = before.record.get("quality") == now.record["quality"] and not differences(before.record, now.record)
        if same and before.made_from == now.made_from and sections[0] == sections[1]:
            both = zip(before.clips, now.clips, strict=True)
            clips = tuple(new.model_copy(update={"files": {**old.files, **new.files}}) for old, new in both)
            return now.model_copy(update={"clips": clips})
        made = {ending for clip in now.clips for ending in clip.files}
        current = {file for clip in now.clips for file in clip.files.values()}
        for clip in before.clips:
            for ending, file in clip.files.items():
                gone = ending in made and file not in current and is_below(file)
                if gone and ledger.is_as_written(_WRITER, self.folder / file) is not False:
                    (self.folder / file).unlink(missing_ok=True)
        return now

    def _list(self, listed: Mapping[str, SceneClips], work: Path) -> None:
        """Write the index, in the order of the lecture."""
        order = [*scenes.SCENES]

        def place(one: SceneClips) -> tuple[int, str]:
            return order.index(one.scene) if one.scene in order else len(order), one.name

        index = Index(scenes=tuple(sorted(listed.values(), key=place)))
        write_whole(self.folder / INDEX, f"{index.model_dump_json(indent=2)}\n".encode(), work)

    def lists(self, place: Path) -> bool:
        """Tell whether a file is the index, or belongs to the clips that it lists."""
        files = (
            file for one in index_of(self.folder).scenes for clip in one.clips for file in clip.files.values()
        )
        return os.path.realpath(place) in {os.path.realpath(self.folder / file) for file in (INDEX, *files)}

    def current(self, name: str) -> SceneClips | None:
        """Return the clips of a job as videos, if they are there and would still be made from the same."""
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
                quality = None if found is None else found.record.get("quality")
                if found is None or found.made_from != made_from(job) or quality != job.quality:
                    raise StoreError(
                        f"{self.folder / name}: another run has changed these clips; run the command again"
                    )
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
        whole = all(lies_in(self.folder, file) for file in files)
        return found if whole and all(clip.files.keys() >= {".mp4", ".png"} for clip in found.clips) else None


def _link(source: Path, target: Path) -> None:
    """Give a file another name, or copy it if the system cannot do that."""
    try:
        target.hardlink_to(source)
    except OSError:
        shutil.copyfile(source, target)


def _named(clips: SceneClips, name: str, mark: str | None) -> SceneClips:
    """Return clips under a name, with their files in the folder of that name."""

    def moved(clip: Clip) -> Clip:
        files = {ending: f"{name}/{Path(file).name}" for ending, file in clip.files.items()}
        return clip.model_copy(update={"files": files})

    update = {"name": name, "made_from": mark, "clips": tuple(map(moved, clips.clips))}
    return clips.model_copy(update=update)
