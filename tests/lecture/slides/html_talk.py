"""A talk as one html file, and what its page says of itself."""

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

pytest.importorskip("sphinx_revealjs", reason="reveal.js is missing: pip install sphinx-revealjs")

from lecture.slides import html_deck
from lecture.slides.talk import Talk

if TYPE_CHECKING:
    from playwright.sync_api import Page

SECONDS = 2
VIDEO = "document.querySelector('.present > video')"
ENDED = f"{VIDEO}.ended"
PLAYS = f"(video => !video.paused && !video.ended && video.currentTime > 0)({VIDEO})"
LABEL = "document.querySelector('[data-does=play]').getAttribute('aria-label')"
SLOWLY = f"(video => {{ video.playbackRate = 0.1; video.currentTime = 0; return video.play(); }})({VIDEO})"
"""Plays a clip from its start so slowly that it does not end while a test looks at it; waits until it plays."""
SHOWN = f"[...({VIDEO}.textTracks[0].activeCues ?? [])].map(cue => cue.text)"


def written(talk: Talk, name: str = "talk.html") -> Path:
    """Write a talk beside its clips, and return where it is."""
    (talk.folder / name).write_bytes(page_of(talk, name).encode())
    return talk.folder / name


def page_of(talk: Talk, name: str = "talk.html") -> str:
    """Return the one file that a talk consists of."""
    files = html_deck.files_of(talk, name)
    assert [*files] == [name]
    content = files[name]
    assert isinstance(content, bytes)
    return content.decode()


def until(page: "Page", condition: str) -> None:
    """Wait until something holds in a page."""
    page.wait_for_function(condition, timeout=10_000)


def slide_of(page: "Page") -> str:
    """Return the name of the slide that is shown."""
    return str(page.evaluate("Reveal.getCurrentSlide().id"))


def ends_of_the_way(page: "Page") -> list[tuple[int, ...]]:
    """Return the colours where the square of a sample starts and where it ends."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    width, height = picture.size
    return [picture.getpixel((x, height // 2)) for x in (40, width - 40)]


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))
