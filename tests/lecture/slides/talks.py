"""Talks to try the forms of talks with, and a look at the pages that come of them."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from lecture.engine.clip_index import Clip, SceneClips
from lecture.slides.talk import Talk
from tests.lecture.slides.samples import NASTY, scene_clips

HARMFUL = f"\x00\x1b[31m\x85\ufffe\ud800 {NASTY}\r\n-->\t--!> ]]> \\end{{frame}} #1 ##2 %"
"""What cannot stand in XML, and what would end a comment, a frame or a line early."""
_COLUMNS, _ROWS = 8, 4


def talk_in(folder: Path, text: str = NASTY, theme: str = "dark") -> Talk:
    """Make clips in a folder, each with a poster of its own, and return a talk of them.

    Args:
        folder: The folder.
        text: The title of the talk, and of its second scene, with all that belongs to that.
        theme: The theme.
    """
    scenes = [scene_clips(folder, "Bowl"), scene_clips(folder, "Bowl-alpha=0.1,α=2", ("log", NASTY))]
    talk = Talk(text, (scenes[0], _saying(scenes[1], text)), folder, theme)
    for number, (_, clip) in enumerate(talk.slides):
        with Image.open(talk.file(clip, ".png")) as poster:
            _pattern(poster.size, number).save(talk.file(clip, ".png"))
    return talk


def _saying(scene: SceneClips, text: str) -> SceneClips:
    def saying(clip: Clip) -> Clip:
        return clip.model_copy(update={"section": text, "alt": f"Seen: {text}", "transcript": f"Said: {text}"})

    return scene.model_copy(update={"title": text, "clips": tuple(map(saying, scene.clips))})


def _pattern(size: tuple[int, int], number: int) -> Image.Image:
    """Return a picture of coloured fields that no other number has; those of its corners differ too."""
    picture = Image.new("RGB", size)
    for column in range(_COLUMNS):
        for row in range(_ROWS):
            left, top, right, bottom = _field(size, column, row)
            hue = (column * 47 + row * 101 + number * 67) % 256
            ImageDraw.Draw(picture).rectangle(
                (left, top, right - 1, bottom - 1), f"hsv({hue * 360 // 256},100%,90%)"
            )
    return picture


def _field(size: tuple[int, int], column: int, row: int) -> tuple[int, int, int, int]:
    width, height = size
    return (
        width * column // _COLUMNS, height * row // _ROWS,
        width * (column + 1) // _COLUMNS, height * (row + 1) // _ROWS,
    )  # fmt: skip


def put(files: Mapping[str, bytes | Path], folder: Path) -> Path:
    """Put the files of a talk into a folder, and return the place of the talk itself."""
    for name, content in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
    return folder / next(iter(files))


def pages_of(pdf: Path) -> list[Image.Image]:
    """Return the pages of a PDF as pictures, or skip the test where that is not possible."""
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed; apt-get install poppler-utils gets it")
    subprocess.run(["pdftoppm", "-r", "48", "-png", pdf, pdf.with_suffix("")], check=True, timeout=120)
    return [Image.open(page).convert("RGB") for page in sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))]


def assert_shows_posters(pages: list[Image.Image], talk: Talk) -> None:
    """Each page is filled by the poster of its clip: all of its fields are where they belong."""
    assert len(pages) == len(talk.slides)
    for page, (_, clip) in zip(pages, talk.slides, strict=True):
        assert page.width / page.height == pytest.approx(16 / 9, rel=0.01)
        with Image.open(talk.file(clip, ".png")) as poster:
            for column in range(_COLUMNS):
                for row in range(_ROWS):
                    wanted = _mean(poster.convert("RGB"), _field(poster.size, column, row))
                    assert _mean(page, _field(page.size, column, row)) == pytest.approx(wanted, abs=12)


def _mean(picture: Image.Image, field: tuple[int, int, int, int]) -> tuple[int, ...]:
    """Return the colour of a field of a picture, but for its rim, where neighbours are mixed."""
    left, top, right, bottom = field
    colour = (
        picture.crop((left + 3, top + 3, right - 3, bottom - 3))
        .resize((1, 1), Image.Resampling.BOX)
        .getpixel((0, 0))
    )
    assert isinstance(colour, tuple)
    return colour
