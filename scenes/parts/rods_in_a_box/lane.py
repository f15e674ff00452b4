"""A rod that sticks out of a wall, along its ruler; both may be turned, scaled and broken."""

from itertools import zip_longest
from typing import Any

import numpy as np
from manim import PI, VGroup, VMobject

from gdcore.arguments import Number
from scenes.parts.rods_in_a_box.change_arrow import ChangeArrow, bars
from scenes.parts.rods_in_a_box.places import LanePlace
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch_dashed
from scenes.stage.axes.ticks import Ticks, roomy_ticks, ticks
from scenes.stage.type.layout import Layout
from scenes.stage.type.numbers import short
from scenes.stage.type.text import DIGIT_HEIGHT, Figures, Words, advance_of

_MOST_TICKS = 7
_HALF, _CAP, _CAP_WIDTH = 0.14, 0.25, 0.1
_ARROW = 0.525
"""How far from the middle of the rod the arrow of its change runs."""
_BREAK = (0.36, 0.64)
"""Where the broken part of a ruler is cut, as shares of it."""


class Lane(VGroup):
    """One rod and its ruler, which the rod lies along.

    Args:
        theme: The colours.
        layout: The frame.
        colour: The colour of the rod.
        side: On which side of the ruler the rod lies: 1 is the left one, seen from the wall, and -1 the right one.
        place: Where it lies at first.
    """

    def __init__(self, theme: Theme, layout: Layout, colour: str, side: int, place: LanePlace) -> None:
        super().__init__()
        self.layout, self.side, self.place = layout, side, place
        self.length: Number = 0.0
        self.widest = 0.0
        style: dict[str, Any] = {"size": layout.tick, "colour": theme.quiet, "at": (0, 0), "middle": True}
        self.edge = VMobject(stroke_color=theme.quiet, stroke_width=2.5)
        self.labels = [Figures("", align="center", **style) for _ in range(_MOST_TICKS)]
        self.scale_text = Figures("", **{**style, "size": layout.word}, align="center")
        self.body = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.mark = VMobject(stroke_color=theme.faded(colour), stroke_width=3)
        self.arrow = ChangeArrow(colour, layout.unit)
        self.change_text = Figures("", size=layout.number, colour=colour, at=(0, 0), middle=True)
        self.value = Figures("", size=layout.number, colour=colour, at=(0, 0), align="center", middle=True)
        self.add(self.edge, *self.labels, self.scale_text, self.mark, self.body, self.arrow)
        self.add(self.change_text, self.value)

    def point(self, along: float, across: float) -> Point:
        """Return a point of the picture: so far from the wall, and so far to the side of the rod."""
        angle, away = self.place.turn * PI / 2, self.side * across
        u, n = (np.cos(angle), np.sin(angle)), (-np.sin(angle), np.cos(angle))
        return np.array(
            [self.place.x + along * u[0] + away * n[0], self.place.y + along * u[1] + away * n[1], 0.0]
        )

    def tip(self, length: Number) -> Point:
        """Return where a rod of a length ends, on the edge of the ruler."""
        return self.point(self.place.along(float(length)), 0)

    def lie(self, place: LanePlace) -> None:
        """Lie there from now on."""
        self.place = place
        self._rule()

    def show_length(self, length: Number, form: str) -> None:
        """Let the rod be that long; `form` is how that is written."""
        self.length = length
        place, unit = self.place, self.layout.unit
        end, middle, cap = place.along(float(length)), place.edge, _CAP * unit
        half = (_HALF - 0.04 * place.aside) * unit
        parts = [(0.0, end)]
        if place.span.broken:
            cut = [share * place.gap for share in _BREAK]
            parts = [(0.0, min(end, cut[0])), *([(cut[1], end)] if end > cut[1] else [])]
        if place.aside == 1:
            cap = min(cap, place.edge)
        polygons = [self._bar(a, b, middle, half) for a, b in parts if b > a]
        bars(self.body, *polygons, self._bar(max(end - _CAP_WIDTH * unit, 0), max(end, 1e-3), middle, cap))
        self.value.set_fill(opacity=max(0.0, 1 - 8 * place.aside, 10 * place.aside - 9))
        self.value.fit = fit = (3 - 1.7 * place.aside) * unit
        self.value.at = self._value_at(end, min(fit, advance_of(form, mono=False) * self.value.size))
        self.value.write(form)

    def show_change(self, since: Number | None) -> None:
        """Point an arrow from the tip of a rod of length `since` to where it ends now; None points none."""
        self.arrow.point(0, 0, 0)
        self.mark.points = np.zeros((0, 3))
        if since is None:
            return
        start, end = self.tip(since), self.tip(self.length)
        height = float(self.point(0, self.place.edge + _ARROW * self.layout.unit)[1])
        self.arrow.point(float(start[0]), float(end[0]), height)
        if self.arrow.sees(float(end[0] - start[0])):
            below = np.array([start[0], height + 0.13 * self.side * self.layout.unit, 0.0])
            stretch_dashed(self.mark, start, below, dash=0.06 * self.layout.unit)
        self.change_text.at = (float(max(start[0], end[0])) + 0.22 * self.layout.unit, height)

    def write_change(self, change: Number | None) -> None:
        """Write the change beside its arrow; None writes none."""
        self.change_text.write("" if change is None else short(change, signed=True))

    def sees(self, change: Number) -> bool:
        """Tell whether a change of the length can be seen."""
        return self.arrow.sees(float(change) * self.place.inch)

    # the ruler ----------------------------------------------------------------------------------------------

    def _rule(self) -> None:
        """Draw the ruler: its edge, its ticks with their numbers, and the cut where it is broken."""
        place, unit = self.place, self.layout.unit
        found = self._ticks()
        places = [place.along(value) for value in found.values]
        self.edge.points = np.zeros((0, 3))
        broken = place.span.broken
        cut = [share * place.gap for share in _BREAK] if broken else []
        ends = [0.0, *cut, place.length]
        for a, b in zip(ends[::2], ends[1::2], strict=True):
            self._line((a, 0), (b, 0))
        for along in cut:
            self._line((along - 0.08 * unit, -0.18 * unit), (along + 0.08 * unit, place.edge + 0.28 * unit))
        step = places[1] - places[0] if len(places) > 1 else place.length
        for along in places:
            self._line((along, 0), (along, -0.13 * unit))
            if along + step / 2 < place.length and len(places) < _MOST_TICKS:
                self._line((along + step / 2, 0), (along + step / 2, -0.08 * unit))
        pairs = [pair for pair in zip(places, found.labels, strict=True) if self._has_room(*pair)]
        for label, pair in zip_longest(self.labels, pairs[:_MOST_TICKS]):
            label.write(pair[1] if pair else "")
            if pair:
                label.at = self._beside(pair[0], -0.2 * unit, label.width, label.size)
                label.write(pair[1])
        self.widest = max((label.width for label in self.labels if label.text), default=0.0)
        self.scale_text.write(f"×10^{found.exponent}".replace("-", "−") if found.exponent else "")
        if found.exponent:
            along, across = 0.25 + 0.17 * place.turn, -0.62 * (1 - place.turn)
            self.scale_text.at = self._beside(
                place.length + along * unit, across * unit, self.scale_text.width, self.scale_text.size
            )
            self.scale_text.write(self.scale_text.text)

    def _ticks(self) -> Ticks:
        """Return as many ticks as have room for their labels along the ruler."""
        place, unit, span = self.place, self.layout.unit, self.place.span
        most = max(2, min(_MOST_TICKS, round(place.length / unit)))
        if place.turn == 1:  # their labels stand beside it
            return ticks(span.low, span.high, most)
        length = place.length - place.gap
        return roomy_ticks(span.low, span.high, most, length=length, size=self.layout.tick, gap=0.25 * unit)

    def _has_room(self, along: float, label: str) -> bool:
        """Tell whether a number has room between the wall and what its ruler counts, or the name of the axis."""
        half = advance_of(label, mono=False) * self.layout.tick / 2
        if self.place.aside:
            return bool(self.place.turn) or along + half < self.place.length + 0.12 * self.layout.unit
        return half + 0.1 * self.layout.unit < along < self.place.length + 0.2 * self.layout.unit - half

    def _line(self, a: tuple[float, float], b: tuple[float, float]) -> None:
        self.edge.start_new_path(self.point(*a))
        self.edge.add_line_to(self.point(*b))

    def _bar(self, a: float, b: float, middle: float, half: float) -> list[tuple[float, float]]:
        corners = ((a, middle - half), (b, middle - half), (b, middle + half), (a, middle + half))
        return [(float(x), float(y)) for x, y, _ in (self.point(*corner) for corner in corners)]

    def _beside(self, along: float, across: float, width: float, size: float) -> tuple[float, float]:
        """Return the middle of a text that stands beyond `across`, whichever way the lane is turned."""
        angle = self.place.turn * PI / 2
        beyond = width / 2 * np.sin(angle) + DIGIT_HEIGHT[False] * size / 2 * np.cos(angle)
        x, y, _ = self.point(along, across - beyond)
        return float(x), float(y)

    def _value_at(self, end: float, width: float) -> tuple[float, float]:
        """Return the middle of the number of a rod that ends there."""
        unit, aside, size = self.layout.unit, self.place.aside, self.value.size
        angle = self.place.turn * PI / 2
        beyond = width / 2 * np.cos(angle) + DIGIT_HEIGHT[False] * size / 2 * np.sin(angle)
        at_tip = self.point(end + 0.2 * unit + beyond, self.place.edge)
        ticks_end = 0.62 * unit + (self.widest - 0.22 * unit) * np.sin(angle)
        x, y = self._beside(end, -ticks_end, width, size)
        return float(at_tip[0] * (1 - aside) + x * aside), float(at_tip[1] * (1 - aside) + y * aside)


def units(theme: Theme, layout: Layout, *lanes: Lane) -> VGroup:
    """Return what the numbers of rulers that lie level count."""
    unit, drop = layout.unit, DIGIT_HEIGHT[False] * layout.tick / 2
    group = VGroup()
    for lane in lanes:
        x, y, _ = lane.point(lane.place.length + 0.3 * unit, -0.2 * unit - drop)
        group.add(Words("inches", size=layout.tick, colour=theme.quiet, at=(float(x), float(y) - drop)))
    return group
