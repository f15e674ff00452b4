"""Talks made of clips: what they consist of, and the files that they are."""

from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from lecture.engine.clip_index import Clip, SceneClips

MODULES = {"html": "html_deck", "pptx": "pptx_deck", "md": "markdown_deck", "beamer": "beamer_deck"}
"""The modules of the forms of a talk; each has a `files_of(talk, name)`."""
WITH_FOLDER = ("md", "beamer")
"""The forms whose media lie in a folder beside the talk."""


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
