"""Axes as a student reads them: a line with ticks, the numbers beside these, and the power of ten at its end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from tests.scenes.reading.numbers import number_in
from tests.scenes.reading.picture import Picture, Segment, Text, level_and_upright
from tests.strokes import Points, Rectangle

LEAST = 1.0
"""A shorter line is no axis."""
CURVE = 3.0
"""What is as wide as this is a curve."""
LONGEST_TICK = 0.25
OFF = 0.07
"""So far from its tick may the middle of a number be, for the ink of a number is not quite in its middle."""
NEAR = 1e-3
"""So far from its place may a tick be, in scene units."""


@dataclass(frozen=True)
class Axis:
    """An axis.

    Attributes:
        upright: Whether it is upright; else it is level.
        at: Where it stands across its direction.
        low, high: Where it begins and ends, in scene units.
        ticks: Where its ticks with numbers are, and these numbers, in order.
        logarithmic: Whether the numbers are exponents of ten.
    """

    upright: bool
    at: float
    low: float
    high: float
    ticks: tuple[tuple[float, Fraction], ...]
    logarithmic: bool = False

    def value(self, place: float) -> Fraction:
        """Return what a place along the axis stands for, by its first and its last number."""
        (a, first), (b, last) = self.ticks[0], self.ticks[-1]
        return first + (last - first) * (Fraction(place) - Fraction(a)) / (Fraction(b) - Fraction(a))

    def place(self, value: Fraction | float) -> float:
        """Return where a value stands along the axis."""
        (a, first), (b, last) = self.ticks[0], self.ticks[-1]
        share = (Fraction(value) - first) / (last - first)
        return a + (b - a) * min(max(float(min(max(share, -(10**9)), 10**9)), -1e9), 1e9)

    def starting_at_zero(self) -> Axis:
        """Return the axis with a 0 at its beginning, where none is written."""
        return replace(self, ticks=((self.low, Fraction(0)), *self.ticks))

    def uneven(self) -> Iterator[str]:
        """Yield the numbers that do not stand where the others want them."""
        for place, value in self.ticks:
            if abs(self.place(value) - place) > NEAR:
                yield f"the number {float(value)} of an axis stands at {float(self.value(place))}"


@dataclass(frozen=True)
class Axes:
    """A level and an upright axis that meet in a corner."""

    x: Axis
    y: Axis

    @property
    def box(self) -> Rectangle:
        """Left, right, bottom and top of what lies in them."""
        return self.x.low, self.x.high, self.y.low, self.y.high

    def place(self, x: Fraction | float, y: Fraction | float) -> Points:
        """Return where (x, y) of the quantities is in the picture."""
        return np.array([self.x.place(x), self.y.place(y)])

    def read(self, point: Points) -> tuple[float, float]:
        """Return what a point of the picture stands for."""
        return float(self.x.value(point[0])), float(self.y.value(point[1]))

    def uneven(self) -> Iterator[str]:
        """Yield the numbers that do not stand where the others want them."""
        yield from self.x.uneven()
        yield from self.y.uneven()


def axes_in(picture: Picture) -> list[Axes]:
    """Return the pairs of axes in a picture, from left to right."""
    lines = axis_lines(picture)
    return [
        Axes(level, upright)
        for level in (one for one in lines if not one.upright)
        for upright in (one for one in lines if one.upright)
        if abs(level.low - upright.at) < NEAR and abs(upright.low - level.at) < NEAR
    ]


def axis_lines(picture: Picture) -> list[Axis]:
    """Return the axes in a picture, from left to right, of those with at least one number."""
    colours = picture.theme.muted, picture.theme.quiet
    thin = [one for one in picture.segments if one.colour in colours and one.width < CURVE]
    lines = list(level_and_upright(thin))
    numbers = [one for one in picture.texts if one.colour in colours and one.figures]
    found = []
    for upright, line in lines:
        if line.length < LEAST:
            continue
        ticks = [one for across, one in lines if across != upright and _is_tick(line, one, upright)]
        marked = _marked(ticks, numbers, upright)
        if marked:
            found.append(_axis(line, upright, marked, picture))
    return sorted(found, key=lambda axis: axis.at if axis.upright else axis.low)


def _is_tick(line: Segment, tick: Segment, upright: bool) -> bool:
    (left, right, bottom, top), (a, b, c, d) = line.box, tick.box
    if tick.cornered or tick.length > LONGEST_TICK:
        return False
    return (
        (a - NEAR <= left <= b + NEAR and bottom - NEAR <= c <= top + NEAR)
        if upright
        else (c - NEAR <= bottom <= d + NEAR and left - NEAR <= a <= right + NEAR)
    )


def _marked(ticks: list[Segment], numbers: list[Text], upright: bool) -> dict[float, Text]:
    """Return the places of ticks that have a number below or above them, or beside them on an upright axis."""
    marked = {}
    for tick in ticks:
        left, right, bottom, top = tick.box
        for text in numbers:
            beside = max(text.box[0] - right, left - text.box[1])
            if upright and abs(text.y - (bottom + top) / 2) < OFF and 0 < beside < 0.5:
                marked[(bottom + top) / 2] = text
            away = max(bottom - text.box[3], text.box[2] - top)
            if not upright and abs(text.x - (left + right) / 2) < OFF and -0.02 < away < 0.4:
                marked[(left + right) / 2] = text
    return marked


def _axis(line: Segment, upright: bool, marked: dict[float, Text], picture: Picture) -> Axis:
    left, right, bottom, top = line.box
    low, high = (bottom, top) if upright else (left, right)
    logarithmic = any(text.says.startswith("10^") for text in marked.values())
    unit = Fraction(1) if logarithmic else Fraction(10) ** _exponent(line, upright, picture)
    values = {
        place: Fraction(int(text.says.replace("−", "-").partition("^")[2] or 0))
        if logarithmic
        else Fraction(number_in(text.says)) * unit
        for place, text in marked.items()
    }
    return Axis(upright, left if upright else bottom, low, high, tuple(sorted(values.items())), logarithmic)


def _exponent(line: Segment, upright: bool, picture: Picture) -> int:
    """Return the power of ten at the upper end of an upright axis, or below or above a level one."""
    left, right, bottom, top = line.box
    for text in picture.texts:
        if text.says.startswith("×10^") and text.colour in (picture.theme.muted, picture.theme.quiet):
            above = 0 < text.y - top < 0.6 and left - 1 < text.x < left + 3
            below = 0 < abs(bottom - text.y) < 1 and left - 1.4 < text.x < right + 1
            if above if upright else below:
                return int(text.says.replace("−", "-").partition("^")[2])
    return 0
