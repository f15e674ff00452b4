"""A talk as one html file: reveal.js, videos, posters and captions are all in it, and nothing is fetched."""

import itertools
from base64 import b64encode
from collections.abc import Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template

from lecture.engine.clip_index import Clip, SceneClips
from lecture.engine.plain_text import plain
from lecture.slides.talk import Talk
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
    page = Template(_beside("deck.html")).substitute(
        _reveal(),
        title=_text(talk.title),
        theme=_text(talk.theme),
        colours=_colours(talk.theme),
        captions="on" if talk.captions else "off",
        deck_css=_beside("deck.css"),
        deck_js=_beside("deck.js"),
        slides="\n".join(_slides(talk)),
        videos="\n".join(_videos(talk)),
    )
    return {name: page.encode()}


def check() -> None:
    """Find out whether such talks can be written.

    Raises:
        ParameterError: reveal.js is not installed.
    """
    _reveal()


def _reveal() -> dict[str, str]:
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
            "reset_css": (folder / "dist" / "reset.css").read_text(encoding="utf-8"),
            "reveal_css": (folder / "dist" / "reveal.css").read_text(encoding="utf-8"),
            "reveal_js": _data("text/javascript;charset=utf-8", folder / "dist" / "reveal.js"),
            "notes_js": _data("text/javascript;charset=utf-8", folder / "plugin" / "notes" / "notes.js"),
            "licence": escape((folder / "LICENSE").read_text(encoding="utf-8"), quote=False),
        }
    except OSError:
        raise ParameterError(_MISSING) from None


def _slides(talk: Talk) -> Iterator[str]:
    """Yield the slides, a stack for each scene: a column of the overview, always entered from its top."""
    numbers = itertools.count(1)
    for scene in talk.scenes:
        yield '<section data-start-indexv="0">'
        for clip in scene.clips:
            yield _slide(talk, scene, clip, next(numbers))
        yield "</section>"


def _slide(talk: Talk, scene: SceneClips, clip: Clip, number: int) -> str:
    """Return a slide: its heading, its video without the data, and its notes."""
    heading = f"{talk.heading(scene, clip)} ({number} of {len(talk.slides)})"
    poster = _data("image/png", talk.file(clip, ".png"))
    captions = _data("text/vtt;charset=utf-8", talk.file(clip, ".vtt"))
    muted = "" if clip.sounds else " muted"  # browsers start what has no sound whenever a page wants them to
    return f"""\
<section id="slide-{number}">
<h2 class="unseen" dir="auto">{_text(heading)}</h2>
<video{muted} playsinline preload="auto" data-clip="clip-{number}" aria-label="{_text(clip.alt)}"
 aria-describedby="notes-{number}" poster="{poster}">
<track kind="captions" srclang="en" label="English" src="{captions}">
</video>
<aside class="notes" id="notes-{number}" dir="auto">{_text(clip.transcript)}</aside>
</section>"""


def _videos(talk: Talk) -> Iterator[str]:
    """Yield the data of the videos; they come last in the file, so that the first slide is there before them."""
    for number, (_, clip) in enumerate(talk.slides, 1):
        content = _base64(talk.file(clip, ".mp4"))
        yield f'<script type="application/octet-stream" id="clip-{number}">{content}</script>'


def _colours(theme: str) -> str:
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
    return " ".join(f"--{name}: {colour};" for name, colour in found.items())


def _text(text: str) -> str:
    """Return a text as it may appear between tags and in attributes."""
    return escape(plain(text))


def _data(kind: str, file: Path) -> str:
    """Return a file as a data: URI."""
    return f"data:{kind};base64,{_base64(file)}"


def _base64(file: Path) -> str:
    return b64encode(file.read_bytes()).decode("ascii")


def _beside(name: str) -> str:
    """Return a file from beside this one."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
