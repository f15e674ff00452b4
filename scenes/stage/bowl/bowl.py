"""The bowl: the error over the weight, with a dot that descends it."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from manim import Dot, VGroup, VMobject

from gdcore import ErrorCurve
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import DOT_RADIUS, RING_RADIUS, Point, dashed_ring, path, stretch, stretch_dashed
from scenes.stage.axes.plot import Plot, PlotStyle, parabola
from scenes.stage.axes.window import Box, Window

_PIECES = 16
_TIP = 0.17


class Bowl(Plot):
    """The error curve, the goal, and where a descent stands on it.

    Args:
        theme: The colours.
        box: Where the axes stand.
        curve: The error curve.
        window: What the axes show.
        weight: Where the dot stands first.
        style: How the axes are written.
        large: How much larger dot and goal are drawn, and how much thicker the curve.
    """

    tangent_half: ClassVar[float] = 1.6
    """How far a tangent goes from its point to either side."""

    def __init__(
        self,
        theme: Theme,
        box: Box,
        curve: ErrorCurve,
        window: Window,
        weight: float,
        *,
        style: PlotStyle | None = None,
        large: float = 1,
    ) -> None:
        colours = (theme.weight, theme.error)
        super().__init__(theme, box, window, names=("weight", "error"), colours=colours, style=style)
        self.large = large
        self.error_curve = curve
        self.weight = float(weight)
        self.tangent_at: float | None = None
        self.past: list[tuple[float, float]] = []
        self.goal_shown = False
        self.speck_window: Window | None = None
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=4 * large)
        self.ring = VGroup()
        self.drop = VMobject(stroke_color=theme.error, stroke_width=3)
        self.tangent = VMobject(stroke_color=theme.slope, stroke_width=4 * large)
        self.hops = VGroup()
        self.speck = VMobject(stroke_color=theme.muted, stroke_width=2)
        self.dot = Dot(radius=DOT_RADIUS * large, color=theme.weight)
        self.add(self.speck, self.curve, self.hops, self.drop, self.ring, self.tangent, self.dot)
        self.redraw()

    # what the picture shows -----------------------------------------------------------------------------

    def on_curve(self, weight: float) -> Point:
        """Return where the curve has `weight`, in the picture."""
        return self.point(weight, self.error_curve.error(weight))

    def show_window(self, window: Window) -> None:
        """Show `window` from now on, everything in it redrawn."""
        super().show_window(window)
        self.redraw()

    def show_weight(self, weight: float) -> None:
        """Put the dot on the curve at `weight`, with the height of its error below it."""
        self.weight = float(weight)
        foot, at = self.point(self.weight, 0), self.on_curve(self.weight)
        self.dot.move_to(at)
        self.drop.points = np.zeros((0, 3))
        if at[1] - foot[1] > 0.3:
            stretch_dashed(self.drop, foot, at - (0, DOT_RADIUS, 0), dash=0.07)

    def show_goal(self) -> VGroup:
        """Draw the goal from now on; returns what was drawn."""
        self.goal_shown = True
        self._draw_ring()
        return self.ring

    def show_tangent(self, weight: float | None) -> None:
        """Draw the tangent at `weight`, inside the box; None takes it away."""
        self.tangent_at = weight
        if weight is None:
            self.tangent.points = np.zeros((0, 3))
            return
        at, along = self.on_curve(weight), (self.window.right - self.window.left) / 100
        ahead = self.point(weight + along, self.error_curve.tangent(weight + along, at=weight))
        unit = (ahead - at) / np.abs(ahead - at).max()  # first, so that no square overflows
        unit /= np.linalg.norm(unit)
        back, forth = (self._inside(at, sign * unit) for sign in (-1, 1))
        stretch(self.tangent, at - back * unit, at + forth * unit)

    def hop(self, start: float, end: float) -> VMobject:
        """Return the path of a hop between two weights: an arc inside the bowl, flat at its upper end."""
        a, b = self.on_curve(start), self.on_curve(end)
        upper, lower = (a, b) if a[1] >= b[1] else (b, a)
        across, down = lower[0] - upper[0], lower[1] - upper[1]
        lift = min(0.35 * abs(across), max(0.0, self.box.top - upper[1]))
        flat = upper + (0.5 * across, lift, 0.0)
        steep = lower + (-0.12 * across, lift - 0.5 * down, 0.0)
        return path([a, flat, steep, b] if upper is a else [a, steep, flat, b], stroke_width=3)

    def leave(self, start: float, end: float) -> VGroup:
        """Draw a hop as done: where it began and the arrow that it took; returns what was drawn."""
        colour = self.theme.faded(self.theme.weight)
        drawn = VGroup(
            Dot(radius=DOT_RADIUS * 0.8, color=colour),
            VMobject(stroke_color=colour, stroke_width=3),
            VMobject(stroke_width=0, fill_color=colour, fill_opacity=1),
        )
        self.past.append((float(start), float(end)))
        self.hops.add(drawn)
        self._draw_hop(drawn, *self.past[-1])
        return drawn

    def lay(self, line: VMobject, start: float, end: float) -> None:
        """Lay `line` along the curve between two weights, in the present window."""
        error, tangent = self.error_curve.error, self.error_curve.tangent
        middle = start + (end - start) / 2
        corners = (start, error(start)), (middle, tangent(middle, at=start)), (end, error(end))
        line.points = np.array(parabola(self, *corners))

    # drawing ----------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw everything anew in the present window."""
        self.curve.points = self._curve_points()
        self._draw_ring()
        self._draw_speck()
        for drawn, (start, end) in zip(self.hops, self.past, strict=True):
            self._draw_hop(drawn, start, end)
        self.show_tangent(self.tangent_at)
        self.show_weight(self.weight)

    @property
    def drawn_weights(self) -> tuple[float, float]:
        """The lowest and the highest weight of the curve that is in the window."""
        ends = self.error_curve.weights_at(self.window.top)
        if ends is None:
            lies_in = self.error_curve.error(self.window.left) <= self.window.top
            return self.window.left, self.window.right if lies_in else self.window.left
        return max(ends[0], self.window.left), min(ends[1], self.window.right)

    def _curve_points(self) -> Any:
        low, high = self.drawn_weights
        if low >= high:
            return np.zeros((0, 3))
        weights = np.linspace(low, high, _PIECES + 1)
        error, tangent = self.error_curve.error, self.error_curve.tangent
        pieces: list[Point] = []
        for a, b in pairwise(weights):
            middle = a + (b - a) / 2
            pieces += parabola(self, (a, error(a)), (middle, tangent(middle, at=a)), (b, error(b)))
        return np.array(pieces)

    def _draw_ring(self) -> None:
        goal = self.error_curve.goal_weight
        if self.goal_shown and goal is not None and not self.ring:
            radius = RING_RADIUS * self.large
            self.ring.add(dashed_ring(radius, colour=self.theme.goal, width=4, dashes=12, share=0.6))
        shown = goal is not None and self.window.left <= goal <= self.window.right
        self.ring.set_stroke(opacity=1 if shown else 0)
        if goal is not None and shown and self.ring:
            self.ring.move_to(self.point(float(goal), 0))

    def _draw_speck(self) -> None:
        """Frame what an earlier window showed, in this one."""
        self.speck.points = np.zeros((0, 3))
        if self.speck_window is not None and self.speck_window.lies_in(self.window):
            low = self.point(self.speck_window.left, self.speck_window.bottom)
            high = self.point(self.speck_window.right, self.speck_window.top)
            corners = [low, (high[0], low[1], 0.0), high, (low[0], high[1], 0.0), low]
            self.speck.set_points_as_corners(np.array(corners))

    def _draw_hop(self, drawn: Iterable[Any], start: float, end: float) -> None:
        """Draw a hop, without an arrow if it is too short for one."""
        dot, arrow, tip = drawn
        points = self.hop(start, end).points
        a, b = points[0].copy(), points[-1].copy()
        dot.move_to(a)
        arrow.points = tip.points = np.zeros((0, 3))
        if np.linalg.norm(b - a) > 4 * DOT_RADIUS:
            heading = b - points[2]
            unit = heading / np.linalg.norm(heading)
            points[-1] = b - unit * (DOT_RADIUS + _TIP * 0.9)
            points[2] = points[-1] - 0.7 * heading
            arrow.points = points
            apex, across = b - unit * (DOT_RADIUS + 0.02), np.array([-unit[1], unit[0], 0.0]) * _TIP * 0.42
            base = apex - unit * _TIP
            tip.set_points_as_corners(np.array([apex, base + across, base - across, apex]))

    def _inside(self, at: Point, unit: Point) -> float:
        """Return how far from `at` along `unit` the tangent may go without leaving the box."""
        reach = self.tangent_half
        low, high = (self.box.left, self.box.bottom), (self.box.right, self.box.top)
        for i in (0, 1):
            if abs(unit[i]) > 1e-9:
                edge = high[i] if unit[i] > 0 else low[i]
                reach = min(reach, max(0.0, (edge - at[i]) / unit[i]))
        return reach
