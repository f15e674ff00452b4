"""Red's length against blue's: a straight line for each way to join the rods."""

from collections.abc import Sequence

import numpy as np
from manim import Dot, VGroup, VMobject

from gdcore import LinkedRods
from gdcore.arguments import Number
from scenes.parts.rods_in_a_box.numbers import Wiring
from scenes.settings.theme import Theme
from scenes.stage.axes.line_plot import clipped
from scenes.stage.axes.marks import DOT_RADIUS, Point, stretch, stretch_dashed
from scenes.stage.axes.plot import Plot
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.numbers import short
from scenes.stage.type.text import Figures, common_size

_LABEL_SIZE = 0.27
_NAME_PITCH = 0.34
_NAME = 0.95  # the room for the names
_LEADER = 0.3
_LEAST_RISE = 0.3  # in scene units; the label of a lower one would not stand clear of the line


def window_over(states: Sequence[LinkedRods]) -> Window:
    """Return a window that has all these states of the rods inside, and room beside them."""
    blue, red = [rods.blue for rods in states], [rods.red for rods in states]
    return Window(*_span(blue, beyond=0.35), *_span(red, beyond=0.12))


def _span(values: Sequence[Number], beyond: float) -> tuple[float, float]:
    """Return the ends of an axis: from 0 where the values are not far from it, else close about them."""
    low, high = float(min(values)), float(max(values))
    width = high - low
    if width <= 1e-5 * high:  # ticks could not tell them apart
        return 0.0, 1.5 * high or 1.0
    return (0.0 if low < 2 * width else low - 0.15 * width), high + beyond * width


class WiringPlot(Plot):
    """Axes with the lengths of the rods, a line for each wiring, and a dot where the rods are.

    Lines and names are not part of the group before they are shown; a line is drawn as far as `draw` says.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show.
        wirings: The ways to join the rods.
    """

    def __init__(self, theme: Theme, box: Box, window: Window, wirings: Sequence[Wiring]) -> None:
        colours = (theme.blue_rod, theme.red_rod)
        super().__init__(theme, box, window, names=("blue (inches)", "red (inches)"), colours=colours)
        self.wirings = wirings
        self.rods = wirings[0].rods
        factors = [f"× {wiring.name}" for wiring in wirings]
        size = common_size(factors, _LABEL_SIZE, fit=_NAME)
        self.lines = [VMobject(stroke_color=theme.ink, stroke_width=4) for _ in wirings]
        self.names_of_lines = [
            (
                VMobject(stroke_color=theme.muted, stroke_width=2),
                Figures(factor, size=size, colour=theme.ink, at=(0, 0), middle=True),
            )
            for factor in factors
        ]
        self.curve, self.drop = VGroup(), VGroup(*(VMobject(stroke_width=3) for _ in colours))
        for guide, colour in zip(self.drop, colours, strict=True):
            guide.set_stroke(colour)
        self.steps = VGroup()
        self.dot = Dot(radius=DOT_RADIUS, color=theme.ink)
        self.add(self.curve, self.drop, self.dot)
        self.show_rods(self.rods)

    def show_window(self, window: Window) -> None:
        """Show `window` from now on, every line in it drawn as far as the box goes."""
        super().show_window(window)
        for i in range(len(self.lines)):
            self.draw(i)
        self._name_lines()
        self.show_rods(self.rods)

    def suits(self, states: Sequence[LinkedRods]) -> bool:
        """Tell whether the window shows all these states, the first one well inside it."""
        places = [self.point(float(rods.blue), float(rods.red)) for rods in states]
        margin = 0.15 * (self.box.top - self.box.bottom)
        inside = all(
            self.box.left <= x <= self.box.right and self.box.bottom <= y <= self.box.top for x, y, _ in places
        )
        return inside and self.box.bottom + margin <= places[0][1] <= self.box.top - margin

    def show_rods(self, rods: LinkedRods, *, guides: bool = False) -> None:
        """Put the dot where the rods are; guides lead from it to both axes."""
        self.rods = rods
        at = self.point(float(rods.blue), float(rods.red))
        self.dot.move_to(at)
        feet = (at[0], self.box.bottom, 0), (self.box.left, at[1], 0)
        for guide, foot in zip(self.drop, feet, strict=True):
            guide.points = np.zeros((0, 3))
            away = at - foot
            far = float(np.linalg.norm(away))
            if guides and far > 3 * DOT_RADIUS:
                stretch_dashed(guide, np.array(foot), at - away * DOT_RADIUS / far, dash=0.06)

    def draw(self, i: int, low: Number | None = None, high: Number | None = None) -> None:
        """Draw line `i` from blue's length `low` to `high`, by default as far as the box goes."""
        ends = (
            self._on_line(i, self.window.left if low is None else low),
            self._on_line(i, self.window.right if high is None else high),
        )
        kept = clipped(*ends, self.box)
        self.lines[i].points = np.zeros((0, 3))
        if kept:
            stretch(self.lines[i], *kept)

    def show_line(self, i: int) -> VMobject:
        """Let line `i` be part of the plot from now on; returns it."""
        self.curve.add(self.lines[i])
        return self.lines[i]

    def draw_steps(self, start: LinkedRods, end: LinkedRods) -> VGroup:
        """Draw how far both rods go from one state to another, along the first line; returns what was drawn.

        Nothing is drawn where the line is as good as level.
        """
        change = start.change_to(end)
        a, b = (self.point(float(rods.blue), float(rods.red)) for rods in (start, end))
        corner = np.array([b[0], a[1], 0.0])
        self.steps = VGroup()
        if abs(b[1] - a[1]) < _LEAST_RISE:
            return self.steps
        below = b[1] > a[1]
        run, rise = (VMobject(stroke_color=c, stroke_width=4) for c in (self.theme.blue_rod, self.theme.red_rod))
        stretch(run, a, corner)
        stretch(rise, corner, b)
        across = Figures(
            short(change.blue, signed=True),
            size=_LABEL_SIZE,
            colour=self.theme.blue_rod,
            at=(a[0] + 0.08, a[1] + (-0.31 if below else 0.13)),
            fit=1.2,
        )
        up = Figures(
            short(change.red, signed=True),
            size=_LABEL_SIZE,
            colour=self.theme.red_rod,
            at=(corner[0] + 0.14, (a[1] + b[1]) / 2),
            middle=True,
            fit=1.0,
        )
        return self.steps.add(run, rise, across, up)

    def _on_line(self, i: int, blue: Number) -> Point:
        rods = self.wirings[i].rods
        return self.point(float(blue), float(rods.push(float(blue) - float(rods.blue)).red))

    def _name_lines(self) -> None:
        """Put every name beside the right end of its line, in the order of the slopes, none upon another."""
        ends = [line.points[-1] for line in self.lines]
        order = sorted(range(len(ends)), key=lambda i: float(self.wirings[i].rods.derivative))
        heights = [max(float(ends[i][1]), self.box.bottom + 0.1) for i in order]
        for k in range(1, len(heights)):
            heights[k] = max(heights[k], heights[k - 1] + _NAME_PITCH)
        heights[-1] = min(heights[-1], self.box.top)
        for k in reversed(range(len(heights) - 1)):
            heights[k] = min(heights[k], heights[k + 1] - _NAME_PITCH)
        x = self.box.right + _LEADER
        for i, y in zip(order, heights, strict=True):
            leader, name = self.names_of_lines[i]
            end = ends[i] + (0.06, 0, 0)
            stretch(leader, end, (max(x - 0.1, end[0]), y, 0))
            name.at = (x, y)
            name.write(name.text)
