"""Outlines of text, from Typst: whole words and formulae, and single glyphs to compose numbers from.

Manim builds a Typst text in about 65 ms, so what it has built is kept on the disk. Numbers roll at sixty frames a
second: their glyphs are taken from Typst once and put side by side here.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
from manim import BLACK, Typst

from scenes.stage.type.outline_cache import Arrays, kept

Points = npt.NDArray[np.float64]

WORDS_FONT = "New Computer Modern"
MONO_FONT = "DejaVu Sans Mono"
_NATIVE_SIZE = 960  # the font size at which Manim leaves an imported text as large as it is
_EM = 10.0  # units to the em in such a text: Manim has Typst set it at 10 points
_PREAMBLE = (
    '#set text(top-edge: "baseline", bottom-edge: "baseline", font: "{font}", kerning: {kerning}, '
    'ligatures: {kerning})\n#show math.equation: set text(top-edge: "baseline", bottom-edge: "baseline")'
)
_WIDTH = re.compile(r'width="([\d.]+)pt"')
_GROUP = re.compile(r'<g transform="(?:matrix\([^"]* ([-\d.]+)\)|scale\(1 -1\))"')
_GLYPH = re.compile(r'<use [^>]*?x="([\d.]+)"')

DIGITS = "0123456789"
_SERIF_GLYPHS = DIGITS + ".,+−×=/%…()"
_MONO_GLYPHS = _SERIF_GLYPHS + "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:-←⋮"


@dataclass(frozen=True)
class Outline:
    """A piece of typeset text, one em high, its baseline along y = 0 and its origin at x = 0.

    Attributes:
        parts: The Bézier points of the glyphs, shape (4 m, 3), one part for each colour; None is the colour of the
            text.
        advance: How far to the right the next piece starts, in em.
    """

    parts: tuple[tuple[str | None, Points], ...]
    advance: float


@dataclass(frozen=True)
class Glyph:
    """One glyph: its Bézier points about its origin, shape (4 m, 3), and its advance, both in em."""

    points: Points
    advance: float


def _typeset(code: str, font: str, *, kerning: bool) -> tuple[Typst, str]:
    """Return the text as Manim imports it, one em high, and the SVG it was imported from."""
    preamble = _PREAMBLE.format(font=font, kerning=str(kerning).lower())
    text = Typst(
        code,
        typst_preamble=preamble,
        font_size=_NATIVE_SIZE,
        should_center=False,
        color=BLACK,
    )
    text.scale(1 / _EM, about_point=np.zeros(3))
    return text, Path(str(text.file_name)).read_text(encoding="utf-8")


def _baseline(text: Typst, svg: str) -> float:
    """Return the height that the first glyph stands on: Manim flips the SVG about its middle."""
    first = _GROUP.search(svg)
    if first is None:
        raise ValueError("Typst wrote an SVG whose first glyph cannot be found")
    return 2 * float(text.get_center()[1]) - float(first[1] or 0) / _EM


def _width(svg: str) -> float:
    """Return the advance of a whole text, in em."""
    found = _WIDTH.search(svg)
    if found is None:
        raise ValueError("Typst wrote an SVG without a width")
    return float(found[1]) / _EM


@lru_cache(maxsize=1000)  # a scene has about a hundred; a process may draw many
def outline(code: str) -> Outline:
    """Return words and inline mathematics in Typst markup, in the serif face; they begin on the baseline."""
    arrays = kept(f"words {code}", lambda: _outline(code))
    colours = enumerate(arrays["colours"].tolist())
    return Outline(tuple((colour or None, arrays[f"part {i}"]) for i, colour in colours), float(arrays["advance"]))


def _outline(code: str) -> Arrays:
    text, svg = _typeset(code, WORDS_FONT, kerning=True)
    baseline = _baseline(text, svg)
    by_colour: dict[str, list[Points]] = {}
    for part in text.submobjects:
        colour = "" if part.fill_color == BLACK else part.fill_color.to_hex()
        by_colour.setdefault(colour, []).append(part.points - (0.0, baseline, 0.0))
    parts = {f"part {i}": np.concatenate(points) for i, points in enumerate(by_colour.values())}
    return {"colours": np.array([*by_colour], dtype=np.str_), "advance": np.array(_width(svg)), **parts}


@cache
def glyphs(mono: bool) -> dict[str, Glyph]:
    """Return the glyphs that numbers are composed of; in both faces, all digits are equally wide."""
    letters = _MONO_GLYPHS if mono else _SERIF_GLYPHS
    font = MONO_FONT if mono else WORDS_FONT
    arrays = kept(f"glyphs {font} {letters}", lambda: _glyphs(letters, font))
    advances = arrays["advances"].tolist()
    return {letter: Glyph(arrays[f"part {i}"], advances[i]) for i, letter in enumerate(letters)}


def _glyphs(letters: str, font: str) -> Arrays:
    text, svg = _typeset(f'#"{letters}"', font, kerning=False)
    starts = [float(x) / _EM for x in _GLYPH.findall(svg)]
    if not len(text.submobjects) == len(starts) == len(letters):
        raise ValueError(f"Typst drew {len(text.submobjects)} glyphs for {len(letters)} letters")
    baseline = _baseline(text, svg)
    parts = zip(text.submobjects, starts, strict=True)
    return {
        "advances": np.diff([*starts, _width(svg)]),
        **{f"part {i}": part.points - (start, baseline, 0.0) for i, (part, start) in enumerate(parts)},
    }
