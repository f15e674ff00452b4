"""A small bowl with all its hops in one picture, for posters and maps."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from manim import Dot, Line, RoundedRectangle, VGroup, VMobject

from gdcore import ErrorCurve
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, dashed_ring
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.layout import Layout

_CURVE = 48


class MiniBowl(VGroup):
    """A bowl in a frame, without numbers: the curve, the goal, and hops as arcs with their ends.

    Args:
        theme: The colours.
        layout: The frame of the picture.
        box: Where it stands.
        curve: The error curve.
        window: What it shows.
        weights: The weights, state by state; hops between two that the window shows are drawn.
    """

    def __init__(
        self,
        theme: Theme,
        layout: Layout,
        box: Box,
        curve: ErrorCurve,
        window: Window,
        weights: Sequence[float],
    ) -> None:
        super().__init__()
        u = layout.unit
        self.box, self.inner = box, box.within(left=0.3 * u, right=0.3 * u, bottom=0.35 * u, top=0.35 * u)
        self.error_curve, self.window = curve, window
        frame: Any = RoundedRectangle(
            corner_radius=0.16 * u,
            width=box.width,
            height=box.height,
            stroke_color=theme.quiet,
            stroke_opacity=0.5,
            stroke_width=3,
        )
        axis = self.point(window.left, 0.0), self.point(window.right, 0.0)
        self.curve = VMobject(stroke_color=theme.ink, stroke_width=6)
        self.curve.set_points_smoothly(np.array(self._curve()))
        self.add(
            frame.move_to((*box.centre, 0)),
            Line(*axis, color=theme.quiet, stroke_width=3),
            self.curve,
        )
        if curve.goal_weight is not None:
            ring = dashed_ring(0.2 * u, colour=theme.goal, width=5, dashes=12, share=0.6)
            self.add(ring.move_to(self.point(float(curve.goal_weight), 0.0)))
        self.hops = VGroup()
        for start, end in pairwise(weights):
            if self._shows(start) and self._shows(end):
                self.hops.add(_hop(self.on_curve(start), self.on_curve(end), theme.weight, u, self.inner.top))
        self.dots = VGroup(
            *(Dot(self.on_curve(w), radius=0.13 * u, color=theme.weight) for w in weights if self._shows(w))
        )
        self.add(self.hops, self.dots)

    def point(self, weight: float, error: float) -> Point:
        """Return where a weight and an error stand in the picture."""
        box, window = self.inner, self.window
        across = (weight - window.left) / (window.right - window.left)
        return np.array([box.left + across * box.width, box.bottom + error / window.top * box.height, 0.0])

    def on_curve(self, weight: float) -> Point:
        """Return where the curve has a weight."""
        return self.point(weight, float(self.error_curve.error(weight)))

    def _shows(self, weight: float) -> bool:
        inside = self.window.left <= weight <= self.window.right
        return inside and float(self.error_curve.error(weight)) <= self.window.top

    def _curve(self) -> list[Point]:
        ends = self.error_curve.weights_at(self.window.top) or (self.window.left, self.window.right)
        low, high = max(ends[0], self.window.left), min(ends[1], self.window.right)
        return [self.on_curve(float(weight)) for weight in np.linspace(low, high, _CURVE)]


def _hop(a: Point, b: Point, colour: str, u: float, top: float) -> VGroup:
    """Return the arc of a hop with its tip."""
    drawn = VGroup(VMobject(stroke_color=colour, stroke_width=5))
    length = float(np.linalg.norm(b - a))
    if length < 0.3 * u:
        return drawn
    lift = min(0.3 * abs(float(b[0] - a[0])), top - max(float(a[1]), float(b[1])))
    across = b[0] - a[0]
    one = np.array([a[0] + 0.4 * across, max(a[1], b[1]) + lift, 0.0])
    two = np.array([b[0] - 0.12 * across, max(a[1], b[1]) * 0.6 + b[1] * 0.4 + lift, 0.0])
    heading = (b - two) / max(float(np.linalg.norm(b - two)), 1e-9)
    tip = min(0.26 * u, 0.4 * length)
    end = b - heading * 0.14 * u
    side = np.array([-heading[1], heading[0], 0.0]) * tip * 0.45
    drawn[0].points = np.array([a, one, two, end - heading * tip * 0.7])
    head = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
    head.set_points_as_corners(np.array([end, end - heading * tip + side, end - heading * tip - side, end]))
    return drawn.add(head)
