"""A rod that sticks out of a wall, the ruler beside it, and an arrow for its last change."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

import numpy as np
from manim import VGroup, VMobject

from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import stretch, stretch_dashed
from scenes.stage.axes.ticks import roomy_ticks
from scenes.stage.type.numbers import short
from scenes.stage.type.text import Figures, Words, advance_of

WALL = -4.5
"""Where rods and rulers begin."""

_MOST_TICKS = 8
_TICK_SIZE = 0.22
VALUE_SIZE, VALUE_ROOM = 0.4, 1.25
"""The em of a length, and the room for it."""
CHANGE_SIZE, CHANGE_ROOM = 0.3, 1.6
"""The em of a change, and the room for it."""

_MOST_DIGITS = 6
_ROD, _CAP, _CAP_WIDTH = 0.34, 0.6, 0.1
_RULER = 0.4  # how far below the middle of the rod its ruler lies
_LANE = 0.46  # how far above it the arrow runs
_TIP = 0.2
_UNSEEN = 0.06  # a shorter move cannot be seen


class ChangeArrow(VGroup):
    """A level arrow from what was to what is; one that is too short to be an arrow is not drawn.

    Args:
        colour: The colour.
    """

    def __init__(self, colour: str) -> None:
        super().__init__()
        self.line = VMobject(stroke_color=colour, stroke_width=5)
        self.tip = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.add(self.line, self.tip)

    def point(self, start: float, end: float, height: float) -> None:
        """Draw the arrow between two places at a height."""
        self.line.points = self.tip.points = np.zeros((0, 3))
        length = abs(end - start)
        if length < _UNSEEN:
            return
        forward = 1 if end > start else -1
        tip = min(_TIP, 0.7 * length)
        base = end - forward * tip
        stretch(self.line, (start, height, 0), (base, height, 0))
        corners = [(end, height), (base, height + 0.45 * tip), (base, height - 0.45 * tip), (end, height)]
        self.tip.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))


class Ruler(VGroup):
    """A ruler that begins at the wall of the box; how much it shows, and in what length, may be changed.

    Args:
        theme: The colours.
        height: Where its edge lies.
    """

    def __init__(self, theme: Theme, height: float) -> None:
        super().__init__()
        self.height_of_edge = height
        self.edge = VMobject(stroke_color=theme.muted, stroke_width=2.5)
        self.marks = VMobject(stroke_color=theme.muted, stroke_width=2)
        style: dict[str, Any] = {"size": _TICK_SIZE, "colour": theme.muted, "at": (0, height - 0.38)}
        self.labels = [Figures("", align="center", **style) for _ in range(_MOST_TICKS)]
        self.scale_text = Figures("", **style)
        self.unit = Words("inches", **style)
        self._unit_at = 0.0
        self.add(self.edge, self.marks, *self.labels, self.scale_text, self.unit)

    def run_to(self, left: float, right: float, most: float) -> None:
        """Let the ruler run from 0 at `left` to `most` at `right`; the wall of the box stands for the 0."""
        y = self.height_of_edge
        stretch(self.edge, (left, y, 0), (right, y, 0))
        found = roomy_ticks(0, most, _MOST_TICKS, length=right - left, size=_TICK_SIZE, gap=0.25)
        places = [left + (right - left) * value / most for value in found.values]
        self.marks.points = np.zeros((0, 3))
        step = places[1] - places[0]
        for i in range(int((right - left) / step * 2 + 1e-6) + 1):  # a short mark between two long ones
            x = left + i * step / 2
            self.marks.start_new_path(np.array([x, y, 0.0]))
            self.marks.add_line_to(np.array([x, y - (0.09 if i % 2 else 0.15), 0.0]))
        for label, place, text in zip_longest(self.labels, places[1:], found.labels[1:]):
            label.at = (left if place is None else place, label.at[1])
            label.write(text or "")
        after = max(
            right + 0.25, float(places[-1]) + advance_of(found.labels[-1], mono=False) * _TICK_SIZE / 2 + 0.15
        )
        self.scale_text.at = (after, self.scale_text.at[1])
        self.scale_text.write(f"×10^{found.exponent}".replace("-", "−") if found.exponent else "")
        if found.exponent:
            after += advance_of(self.scale_text.text, mono=False) * _TICK_SIZE + 0.1
        self.unit.shift((after - self._unit_at, 0, 0))
        self._unit_at = after


class Rod(VGroup):
    """One rod: how far it sticks out, its ruler, its length, and an arrow for its last change.

    Args:
        theme: The colours.
        colour: The colour of the rod.
        height: The height of its middle.
    """

    def __init__(self, theme: Theme, colour: str, height: float) -> None:
        super().__init__()
        self.height_of_middle = height
        self.length: Number = 0.0
        self.change: Number | None = None
        self.most, self.right, self.digits = 1.0, 1.0, 3
        self.ruler = Ruler(theme, height - _RULER)
        self.mark = VMobject(stroke_color=theme.faded(colour), stroke_width=2.5)
        self.body = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.cap = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.arrow = ChangeArrow(colour)
        self.arrow_text = Figures(
            "", size=CHANGE_SIZE, colour=colour, at=(0, height + _LANE + 0.16), align="center"
        )
        self.value = Figures("", size=VALUE_SIZE, colour=colour, at=(0, height), middle=True)
        self.add(self.ruler, self.mark, self.body, self.cap, self.arrow, self.arrow_text, self.value)

    def place(self, length: Number) -> float:
        """Return how far right the end of the rod is when it sticks out by `length`."""
        return WALL + (self.right - WALL) * float(length) / self.most

    def show_ruler(self, most: float, right: float) -> None:
        """Let the ruler show lengths up to `most` and end at `right`, the rod along with it."""
        self.most, self.right = most, right
        self.ruler.run_to(WALL, right, most)
        self.show_length(self.length, self.change)

    def show_length(self, length: Number, change: Number | None) -> None:
        """Show a length, and the arrow of the change that has led to it; None shows no arrow."""
        self.length, self.change = length, change
        y, end = self.height_of_middle, self.place(length)
        _fill(self.body, WALL, end, y, _ROD)
        _fill(self.cap, max(end - _CAP_WIDTH, WALL), end, y, _CAP)
        self.value.at = (self.right + 0.25, y)
        self.value.write(short(length, self.digits))
        self.mark.points = np.zeros((0, 3))
        self.arrow.point(0, 0, 0)
        self.arrow_text.write("" if change is None else short(change, signed=True))
        if change is None:
            return
        start = self.place(float(length) - float(change))
        if abs(end - start) >= _UNSEEN:
            low, high = np.array([start, y - _RULER, 0.0]), np.array([start, y + _LANE + 0.1, 0.0])
            stretch_dashed(self.mark, low, high, dash=0.05)
        self.arrow.point(start, end, y + _LANE)
        half = self.arrow_text.width / 2
        self.arrow_text.at = (max((start + end) / 2, WALL + half + 0.08), self.arrow_text.at[1])
        self.arrow_text.write(self.arrow_text.text)

    def tell_apart(self, lengths: Sequence[Number]) -> None:
        """Show lengths with as many digits as tell these ones apart, within reason."""
        different = len(set(lengths))
        enough = (n for n in range(3, _MOST_DIGITS) if len({short(length, n) for length in lengths}) == different)
        self.digits = next(enough, _MOST_DIGITS)

    def sees(self, change: Number) -> bool:
        """Tell whether a change of the length can be seen."""
        return abs(self.place(change) - self.place(0)) >= _UNSEEN


def _fill(mobject: VMobject, left: float, right: float, middle: float, height: float) -> None:
    """Make `mobject` a rectangle about a height."""
    low, high = middle - height / 2, middle + height / 2
    corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    mobject.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))
