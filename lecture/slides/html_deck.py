"""A talk as one html file: reveal.js, videos, posters and captions are all in it, and nothing is fetched."""

import itertools
from base64 import b64encode
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from markupsafe import Markup

from lecture.engine.clip_index import Clip, SceneClips
from lecture.slides.talk import Talk
from lecture.slides.templates import beside, page_of
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES

_PACKAGE = "sphinx_revealjs"  # brings reveal.js along; its own code is not used
_MISSING = (
    "a talk as html needs reveal.js, which the extra `slides` brings: "
    "pip install 'gradient-descent-lecture[slides]', or call ./run"
)


def files_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return a talk as one html file, under its name.

    Args:
        talk: The talk; its clips have the files ".mp4", ".png" and ".vtt".
        name: The name of the file.

    Raises:
        ParameterError: reveal.js is not installed.
    """
    page = page_of(
        "deck.html",
        **_reveal(),
        talk=talk,
        slides=_slides(talk),
        colours=_colours(talk.theme),
        deck_css=beside("deck.css"),
        deck_js=beside("deck.js"),
    )
    return {name: page.encode()}


def check() -> None:
    """Find out whether such talks can be written.

    Raises:
        ParameterError: reveal.js is not installed.
    """
    _reveal()


def _reveal() -> dict[str, Any]:
    """Return reveal.js and its licence as the page takes them in.

    Scripts become data: URIs: in one that stands in a page, "<!--" and "<script" have a meaning of their own, and
    the speaker view has both.
    """
    found = find_spec(_PACKAGE)
    if found is None or not found.submodule_search_locations:
        raise ParameterError(_MISSING)
    folder = Path(found.submodule_search_locations[0]) / "_static" / "revealjs"
    try:
        return {
            "reset_css": Markup((folder / "dist" / "reset.css").read_text(encoding="utf-8")),
            "reveal_css": Markup((folder / "dist" / "reveal.css").read_text(encoding="utf-8")),
            "reveal_js": _data("text/javascript;charset=utf-8", folder / "dist" / "reveal.js"),
            "notes_js": _data("text/javascript;charset=utf-8", folder / "plugin" / "notes" / "notes.js"),
            "licence": (folder / "LICENSE").read_text(encoding="utf-8"),
        }
    except OSError:
        raise ParameterError(_MISSING) from None


@dataclass(frozen=True)
class Slide:
    """A slide: its number, its heading, its clip, and the files of the clip as the page holds them."""

    number: int
    heading: str
    clip: Clip
    poster: str
    captions: str
    video: str


def _slides(talk: Talk) -> list[list[Slide]]:
    """Return the slides of each scene."""
    numbers = itertools.count(1)

    def slide(scene: SceneClips, clip: Clip) -> Slide:
        number = next(numbers)
        return Slide(
            number,
            f"{talk.heading(scene, clip)} ({number} of {len(talk.slides)})",
            clip,
            _data("image/png", talk.file(clip, ".png")),
            _data("text/vtt;charset=utf-8", talk.file(clip, ".vtt")),
            _base64(talk.file(clip, ".mp4")),
        )

    return [[slide(scene, clip) for clip in scene.clips] for scene in talk.scenes]


def _colours(theme: str) -> Markup:
    """Return the colours of a theme as properties of CSS."""
    colours = THEMES[theme]
    found = {
        "ground": colours.ground,
        "ink": colours.ink,
        "muted": colours.muted,
        "hairline": colours.hairline,
        "accent": colours.prediction,
        "veil": f"{colours.ground}d9",  # lets a little of the picture through, and no contrast go
    }
    return Markup(" ".join(f"--{name}: {colour};" for name, colour in found.items()))


def _data(kind: str, file: Path) -> str:
    """Return a file as a data: URI."""
    return f"data:{kind};base64,{_base64(file)}"


def _base64(file: Path) -> str:
    return b64encode(file.read_bytes()).decode("ascii")
