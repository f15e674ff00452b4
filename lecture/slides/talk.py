"""Talks made of clips: what they consist of, and how their files come into their place."""

import hashlib
import itertools
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lecture.slides.clip import Clip, SceneClips
from lecture.store import Store

MODULES = {"html": "html_deck", "pptx": "pptx_deck", "md": "markdown_deck", "beamer": "beamer_deck"}
"""The modules of the forms of a talk; each has a `files_of(talk, name)`."""
ENDINGS = {"html": ".html", "pptx": ".pptx", "md": ".md", "beamer": ".tex"}
_LEDGER = "written.json"


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


def put(files: Mapping[str, bytes | Path], folder: Path, store: Store) -> None:
    """Put files into a folder, each whole or not at all.

    A file that somebody else wrote or changed is kept under a name of its own.

    Args:
        files: Contents or files to copy, by their names.
        folder: The folder.
        store: The folder of finished files, which remembers what was written where.

    Raises:
        OSError: They cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    ledger = store.folder / ".work" / _LEDGER
    with store.work() as work:
        written = _read(ledger)
        for name, content in files.items():
            place = (folder / name).absolute()
            place.parent.mkdir(parents=True, exist_ok=True)
            unfinished = place.with_name(f".{place.name}.unfinished")
            try:
                if isinstance(content, Path):
                    shutil.copyfile(content, unfinished)
                else:
                    unfinished.write_bytes(content)
                fresh = _digest(unfinished)
                if place.exists() and _digest(place) not in (fresh, written.get(str(place))):
                    place.rename(_free(place))
                unfinished.replace(place)
            finally:
                unfinished.unlink(missing_ok=True)
            written[str(place)] = fresh
        (work / _LEDGER).write_text(json.dumps(written, indent=1), encoding="utf-8")
        (work / _LEDGER).replace(ledger)


def _read(ledger: Path) -> dict[str, str]:
    """Return the digests of the files that were written, by their places."""
    try:
        found: dict[str, str] = json.loads(ledger.read_text(encoding="utf-8"))
        return found
    except (OSError, ValueError):
        return {}


def _digest(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _free(place: Path) -> Path:
    """Return the name under which a file is kept that another takes the place of."""
    names = (place.with_name(f"{place.stem}-before-{i}{place.suffix}") for i in itertools.count(1))
    return next(name for name in names if not name.exists())
