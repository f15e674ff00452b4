"""Text in the picture: words that stand still, and numbers that roll with every digit in its place."""

from collections.abc import Iterable
from typing import Literal, Self

import numpy as np
from manim import VGroup, VMobject

from scenes.stage.type.outlines import Glyph, Points, glyphs, outline

Align = Literal["left", "center", "right", "point"]

DIGIT_HEIGHT = {False: 0.666, True: 0.729}
"""Height of the digits in em, in the serif face and in the mono face."""
_RAISED, _SMALLER = 0.38, 0.7  # where an exponent stands, and how large it is, in em


class Words(VGroup):
    """Words and mathematics in Typst markup, on a baseline.

    Args:
        markup: Typst markup.
        size: The em, in scene units.
        colour: The colour of everything that the markup does not colour itself.
        at: The point (x, y) on the baseline that the text is aligned to.
        align: Which part of the text stands at that point.
        fit: The greatest width that the text may have; it is set smaller to fit.
    """

    def __init__(
        self,
        markup: str,
        *,
        size: float,
        colour: str,
        at: tuple[float, float],
        align: Align = "left",
        fit: float | None = None,
    ) -> None:
        super().__init__()
        self.markup, self.at = markup, at
        set_text = outline(markup)
        if fit is not None and set_text.advance * size > fit:
            size = fit / set_text.advance
        self.advance = set_text.advance * size
        start = at[0] - self.advance * {"left": 0.0, "center": 0.5, "right": 1.0, "point": 0.0}[align]
        for own_colour, points in set_text.parts:
            part = VMobject(stroke_width=0, fill_opacity=1, fill_color=own_colour or colour)
            part.points = points * size + (start, at[1], 0.0)
            self.add(part)


class Figures(VMobject):
    """A number or a name composed of single glyphs, fast enough to change in every frame.

    `^` raises what follows it, up to the next space.

    Args:
        text: What to show first.
        size: The em, in scene units.
        colour: The colour.
        at: The point (x, y) on the baseline that the text is aligned to.
        align: Which part stands at that point; "point" is the decimal point, or where it would be.
        mono: Whether to use the monospaced face.
        fit: The width that the text must not exceed; it is set smaller where it would.
        middle: Whether `at` is at half the height of the digits, not on their baseline.
    """

    def __init__(
        self,
        text: str,
        *,
        size: float,
        colour: str,
        at: tuple[float, float],
        align: Align = "left",
        mono: bool = False,
        fit: float | None = None,
        middle: bool = False,
    ) -> None:
        super().__init__(stroke_width=0, fill_opacity=1, fill_color=colour)
        self.size, self.at, self.align, self.mono, self.fit, self.middle = size, at, align, mono, fit, middle
        self.text = ""
        self.write(text)

    def write(self, text: str) -> Self:
        """Show `text` from now on."""
        self.text = text
        points, advance, point = compose(text, mono=self.mono)
        size = self.size if self.fit is None or advance * self.size <= self.fit else self.fit / advance
        start = {"left": 0.0, "center": advance / 2, "right": advance, "point": point}[self.align]
        drop = DIGIT_HEIGHT[self.mono] / 2 if self.middle else 0.0
        self.points = (points - (start, drop, 0.0)) * size + (*self.at, 0.0)
        return self


def compose(text: str, *, mono: bool) -> tuple[Points, float, float]:
    """Return the Bézier points of `text`, its advance, and where its decimal point is, all in em."""
    glyphs_of_text, advance, point = _laid_out(text, mono)
    pieces = [
        glyph.points * (_SMALLER if raised else 1.0) + (x, _RAISED if raised else 0.0, 0.0)
        for glyph, x, raised in glyphs_of_text
    ]
    return np.concatenate([np.zeros((0, 3)), *pieces]), advance, point


def _laid_out(text: str, mono: bool) -> tuple[list[tuple[Glyph, float, bool]], float, float]:
    """Return the glyphs of `text` with their places and whether they are raised, its advance and its point."""
    table = glyphs(mono)
    found: list[tuple[Glyph, float, bool]] = []
    x, point, raised = 0.0, None, False
    for sign in text:
        if sign == "^":
            raised = True
            continue
        if sign == " ":
            x, raised = x + table["0"].advance * (1 if mono else 0.6), False
            continue
        if sign in ".×" and point is None:
            point = x
        found.append((table[sign], x, raised))
        x += table[sign].advance * (_SMALLER if raised else 1.0)
    return found, x, x if point is None else point


def advance_of(text: str, *, mono: bool) -> float:
    """Return how wide `text` is, in em."""
    return _laid_out(text, mono)[1]


def common_size(texts: Iterable[str], size: float, *, fit: float, mono: bool = False) -> float:
    """Return the largest size, up to `size`, at which all these texts fit as Figures."""
    widest = max(advance_of(text, mono=mono) for text in texts)
    return min(size, fit / widest) if widest else size


def common_size_of_words(markups: Iterable[str], size: float, *, fit: float) -> float:
    """Return the largest size, up to `size`, at which all these markups fit as Words."""
    return min(size, fit / max(outline(markup).advance for markup in markups))


def sides_of(texts: Iterable[str]) -> tuple[float, float]:
    """Return the greatest widths before and after the decimal points of monospaced `texts`, in em."""
    before, after = 0.0, 0.0
    for text in texts:
        _, advance, point = _laid_out(text, mono=True)
        before, after = max(before, point), max(after, advance - point)
    return before, after
