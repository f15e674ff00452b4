"""Red's length against blue's: a point where the rods are, and a line for each way to join them."""

from collections.abc import Sequence

import numpy as np
from manim import Dot, VGroup, VMobject

from gdcore import LinkedRods
from gdcore.arguments import Number
from scenes.parts.rods_in_a_box.numbers import Wiring
from scenes.parts.rods_in_a_box.places import Lanes
from scenes.settings.theme import Theme
from scenes.stage.axes.line_plot import clipped
from scenes.stage.axes.marks import Point, stretch, stretch_dashed
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import short
from scenes.stage.type.text import Figures, Words, common_size

_NAME, _LEADER, _PITCH = 1.15, 0.3, 0.52
"""The room for a name at the right, how far it stands away, and from one to the next, in a frame 8 high."""
_LEAST = 0.3
"""A triangle that is lower has no room for its numbers."""


class LengthPlot(VGroup):
    """What is drawn over the rods when they lie along the axes.

    Lines, their names and the triangle are no parts of the group: they are shown one by one.

    Args:
        theme: The colours.
        layout: The frame.
        lanes: Where the rods lie.
        wirings: The ways to join them.

    Attributes:
        guided: Whether guides lead to the dot.
    """

    def __init__(self, theme: Theme, layout: Layout, lanes: Lanes, wirings: Sequence[Wiring]) -> None:
        super().__init__()
        self.theme, self.layout, self.wirings = theme, layout, wirings
        unit = layout.unit
        names = [wiring.name for wiring in wirings]
        size = common_size(names, layout.number, fit=_NAME * unit)
        self.lines = [VMobject(stroke_color=theme.ink, stroke_width=5) for _ in wirings]
        self._leaders = [VMobject(stroke_color=theme.quiet, stroke_width=2) for _ in wirings]
        self._names = [Figures(name, size=size, colour=theme.ink, at=(0, 0), middle=True) for name in names]
        self.names = [VGroup(*pair) for pair in zip(self._leaders, self._names, strict=True)]
        self.guides = VGroup(*(VMobject(stroke_color=c, stroke_width=3) for c in (theme.blue_rod, theme.red_rod)))
        self.dot = Dot(radius=0.14 * unit, color=theme.ink)
        self.add(self.guides, self.dot)
        self.rods, self.guided = wirings[0].rods, True
        self.lie(lanes)

    @property
    def box(self) -> Box:
        """Where lines are drawn."""
        blue, red = self.lanes.blue, self.lanes.red
        return Box(blue.x + blue.gap, blue.x + blue.length, red.y + red.gap, red.y + red.length)

    def point(self, blue: float, red: float) -> Point:
        """Return where two lengths meet."""
        lanes = self.lanes
        return np.array([lanes.blue.x + lanes.blue.along(blue), lanes.red.y + lanes.red.along(red), 0.0])

    def lie(self, lanes: Lanes) -> None:
        """Draw all lines for axes that lie so."""
        self.lanes = lanes
        for i in range(len(self.lines)):
            self.draw(i)
        self._name_lines()
        self.show_rods(self.rods)

    def show_rods(self, rods: LinkedRods) -> None:
        """Put the dot where the rods are, with guides to the tips of both."""
        self.rods = rods
        at = self.point(float(rods.blue), float(rods.red))
        self.dot.move_to(at)
        feet = np.array([at[0], self.lanes.blue.y, 0]), np.array([self.lanes.red.x, at[1], 0])
        for guide, foot in zip(self.guides, feet, strict=True):
            guide.points = np.zeros((0, 3))
            if self.guided and np.linalg.norm(at - foot) > 0.4 * self.layout.unit:
                stretch_dashed(guide, foot, at, dash=0.08 * self.layout.unit)

    def draw(self, i: int, low: Number | None = None, high: Number | None = None) -> None:
        """Draw line `i` from blue's length `low` to `high`, by default as far as there is room."""
        blue = self.lanes.blue.span
        ends = (
            self._on_line(i, blue.low if low is None else low),
            self._on_line(i, blue.high if high is None else high),
        )
        kept = clipped(*ends, self.box)
        self.lines[i].points = np.zeros((0, 3))
        if kept:
            stretch(self.lines[i], *kept)

    def triangle(self, start: LinkedRods, end: LinkedRods) -> VGroup:
        """Return how far both rods go from one state to another; nothing where their numbers have no room."""
        change, unit, theme = start.change_to(end), self.layout.unit, self.theme
        a, b = (self.point(float(rods.blue), float(rods.red)) for rods in (start, end))
        corner, group = np.array([b[0], a[1], 0.0]), VGroup()
        if abs(b[1] - a[1]) < _LEAST * unit:
            return group
        sides = [VMobject(stroke_color=c, stroke_width=6) for c in (theme.blue_rod, theme.red_rod)]
        stretch(sides[0], a, corner)
        stretch(sides[1], corner, b)
        below = -0.34 if b[1] > a[1] else 0.34
        beside, up_at = corner[0] + 0.2 * unit, (a[1] + b[1]) / 2
        across_at = (max(a[0] + 0.1 * unit, self.lanes.red.x + 0.3 * unit), a[1] + below * unit)
        if across_at[1] < self.lanes.blue.y + 0.45 * unit:  # the axis is in the way
            level = max(float(a[1]), self.lanes.blue.y + 0.45 * unit)
            across_at, up_at = (beside, level), max(up_at, level + 0.45 * unit)
            if up_at > b[1]:  # and the line would run through the other number
                return group
        up_at = max(up_at, self.lanes.blue.y + 0.32 * unit)
        fit = max(0.9 * unit, min(1.9 * unit, self.box.right - 0.05 * unit - beside))
        across, up = (short(value, signed=True) for value in (change.blue, change.red))
        size = common_size([across, up], self.layout.number, fit=fit)
        group.add(*sides)
        for text, colour, at in ((across, theme.blue_rod, across_at), (up, theme.red_rod, (beside, up_at))):
            place = (float(at[0]), float(at[1]))
            group.add(Figures(text, size=size, colour=colour, at=place, middle=True))
        return group

    def axis_names(self, blue: str, red: str) -> VGroup:
        """Return the names of the axes at their ends."""
        unit, lanes = self.layout.unit, self.lanes
        across = (lanes.blue.x + lanes.blue.length + 0.2 * unit, lanes.blue.y - 0.1 * unit)
        up = (lanes.red.x + 0.1 * unit, lanes.red.y + lanes.red.length + 0.2 * unit)
        return VGroup(
            Words(blue, size=self.layout.word, colour=self.theme.blue_rod, at=across),
            Words(red, size=self.layout.word, colour=self.theme.red_rod, at=up),
        )

    def _on_line(self, i: int, blue: Number) -> Point:
        rods, lanes = self.wirings[i].rods, self.lanes
        red = rods.push(float(blue) - float(rods.blue)).red
        y = lanes.red.y + lanes.red.gap + (float(red) - lanes.red.span.low) * lanes.red.inch
        return np.array([lanes.blue.x + lanes.blue.along(float(blue)), y, 0.0])

    def _name_lines(self) -> None:
        """Put every name beside the right end of its line, in the order of the slopes, none upon another."""
        unit, box = self.layout.unit, self.box
        ends = [line.points[-1] for line in self.lines]
        order = sorted(range(len(ends)), key=lambda i: float(self.wirings[i].rods.derivative))
        heights = [max(float(ends[i][1]), box.bottom + 0.4 * unit) for i in order]
        for k in range(1, len(heights)):
            heights[k] = max(heights[k], heights[k - 1] + _PITCH * unit)
        heights[-1] = min(heights[-1], box.top)
        for k in reversed(range(len(heights) - 1)):
            heights[k] = min(heights[k], heights[k + 1] - _PITCH * unit)
        x = box.right + _LEADER * unit
        for i, y in zip(order, heights, strict=True):
            leader, name = self._leaders[i], self._names[i]
            end = ends[i] + (0.06 * unit, 0, 0)
            stretch(leader, end, (max(x - 0.1 * unit, end[0]), y, 0))
            name.at = (x, y)
            name.write(name.text)
