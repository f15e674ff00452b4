"""Talks made of clips: what they consist of, and how their files come into their place."""

import glob
import hashlib
import itertools
import json
import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lecture.slides.clip import Clip, SceneClips
from lecture.store import WORK, Store

MODULES = {"html": "html_deck", "pptx": "pptx_deck", "md": "markdown_deck", "beamer": "beamer_deck"}
"""The modules of the forms of a talk; each has a `files_of(talk, name)`."""


@dataclass(frozen=True)
class Talk:
    """A talk: a slide for each clip.

    Attributes:
        title: Its title.
        scenes: The clips, scene by scene.
        folder: The folder that the names of their files are relative to.
        theme: "dark" or "light".
        captions: Whether captions are shown from the start, where they can be switched on and off.
    """

    title: str
    scenes: tuple[SceneClips, ...]
    folder: Path
    theme: str = "dark"
    captions: bool = True

    @property
    def slides(self) -> list[tuple[SceneClips, Clip]]:
        """The clips in their order, each with the scene it belongs to."""
        return [(scene, clip) for scene in self.scenes for clip in scene.clips]

    def heading(self, scene: SceneClips, clip: Clip) -> str:
        """Return what a slide is called: the title of the scene and, if it has a name, the section."""
        return f"{scene.title}: {clip.label}" if clip.label else scene.title

    def file(self, clip: Clip, ending: str) -> Path:
        """Return a file of a clip."""
        return self.folder / clip.files[ending]


def check(form: str) -> None:
    """Find out whether a form of talks can be written, before anything is rendered for it.

    Raises:
        ParameterError: What it needs is not installed.
    """
    getattr(_module(form), "check", lambda: None)()


def files_of(talk: Talk, form: str, name: str) -> dict[str, bytes | Path]:
    """Return the files of a talk by their names: contents, or files to copy; the first is the talk itself.

    Args:
        talk: The talk.
        form: "html", "pptx", "md" or "beamer".
        name: The name of its file.
    """
    found: dict[str, bytes | Path] = _module(form).files_of(talk, name)
    return found


def _module(form: str) -> Any:
    return import_module(f"lecture.slides.{MODULES[form]}")


def put(files: Mapping[str, bytes | Path], folder: Path, store: Store, *, forget: bool = False) -> None:
    """Put files into a folder, each whole or not at all, and the first of them last: it shows the others.

    A file that somebody else wrote or changed is kept under a name of its own.

    Args:
        files: Contents or files to copy, by their names.
        folder: The folder.
        store: The folder of finished files, which remembers what was written where.
        forget: Whether what was written into the folder before, and is none of these files, goes.

    Raises:
        OSError: They cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    first, *others = files.items()
    with store.work(), store.alone():  # whoever else writes talks waits until this is done
        written = _Ledger(store)
        for name, content in (*others, first):
            _put(content, (folder / name).resolve(), written)
        if forget:
            kept = {(folder / name).resolve() for name in files}
            written.remove(place for place in written.below(folder) if place not in kept)


def _put(content: bytes | Path, place: Path, written: "_Ledger") -> None:
    """Put one file into its place."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".{place.name}.{os.getpid()}.unfinished")
    for left in place.parent.glob(f".{glob.escape(place.name)}.*.unfinished"):  # by a run that was killed
        left.unlink()
    try:
        if isinstance(content, Path):
            shutil.copyfile(content, unfinished)
        else:
            unfinished.write_bytes(content)
        digest = digest_of(unfinished)
        if place.exists() and digest_of(place) not in (digest, written.digests.get(str(place))):
            place.rename(_free(place))
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)
    written.note(place, digest)


class _Ledger:
    """Remembers what was written where.

    Args:
        store: The folder of finished files, in whose work folder it is kept.

    Attributes:
        digests: The digests of the files that were written, by their places.
    """

    def __init__(self, store: Store) -> None:
        self._file = store.folder / WORK / "written.json"
        try:
            found: dict[str, str] = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            found = {}
        self.digests = {place: digest for place, digest in found.items() if Path(place).exists()}

    def note(self, place: Path, digest: str) -> None:
        """Take note of a file that was written."""
        self.digests[str(place)] = digest
        unfinished = self._file.with_suffix(".unfinished")
        unfinished.write_text(json.dumps(self.digests, indent=1), encoding="utf-8")
        unfinished.replace(self._file)

    def below(self, folder: Path) -> list[Path]:
        """Return the files below a folder that are as they were written."""
        return [
            Path(place)
            for place, digest in self.digests.items()
            if Path(place).is_relative_to(folder.resolve()) and digest_of(Path(place)) == digest
        ]

    def remove(self, places: Iterable[Path]) -> None:
        """Remove files that were written."""
        for place in places:
            place.unlink()


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _free(place: Path) -> Path:
    """Return the name under which a file is kept that another takes the place of."""
    names = (place.with_name(f"{place.stem}-before-{i}{place.suffix}") for i in itertools.count(1))
    return next(name for name in names if not name.exists())
