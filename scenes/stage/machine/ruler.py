"""The ruler of predictions: where the prediction stands and where the goal, what lies between, and its square."""

from typing import Any

import numpy as np
from manim import Line, Square, VGroup, VMobject

from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import dashed_ring, stretch
from scenes.stage.type.layout import Layout
from scenes.stage.type.numbers import in_node
from scenes.stage.type.text import Figures, Words

_MOST = 1.07  # a window shows a little more than what it is made for
_LEAST = 0.02  # a square smaller than this is not drawn, nor is a segment


class Ruler(VGroup):
    """A vertical axis with the goal in its middle, the prediction, the miss between them and the square on it.

    Args:
        theme: The colours.
        layout: The frame.
        foot: Where the ruler stands (x, y).
        middle: The height of the goal.
        goal_pred: The goal.
        reach: How far from the goal a mark stands, and how long the side of a square is, at a miss of `span`.
        span: A miss.
    """

    def __init__(
        self,
        theme: Theme,
        layout: Layout,
        *,
        foot: tuple[float, float],
        middle: float,
        goal_pred: Number,
        reach: float,
        span: float,
    ) -> None:
        super().__init__()
        u = layout.unit
        self.layout, self.x, self.middle, self.reach, self.span = layout, foot[0], middle, reach, span
        self.side = 0.0
        top = middle + reach + 0.3 * u
        self.axis = Line((self.x, foot[1], 0), (self.x, top, 0), color=theme.quiet, stroke_width=4)
        self.break_ = VMobject(stroke_color=theme.quiet, stroke_width=3)
        self.break_text = Figures(
            "",
            size=layout.word,
            colour=theme.quiet,
            at=(self.x + 0.1 * u, foot[1] - 0.45 * u),
            align="right",
        )
        self.foot = foot[1]
        self.square: Any = Square(1, color=theme.error, stroke_width=5, fill_color=theme.error, fill_opacity=0.22)
        self.segment = VMobject(stroke_color=theme.error, stroke_width=9)
        self.ring = dashed_ring(0.19 * u, colour=theme.goal, width=5, dashes=12, share=0.6)
        self.ring.move_to((self.x, middle, 0))
        self.mark = VMobject(stroke_color=theme.prediction, stroke_width=9)
        right = self.x - 0.38 * u
        number = in_node(goal_pred)
        self.goal_value = Figures(
            number,
            size=layout.number,
            colour=theme.goal,
            at=(right, middle),
            align="right",
            middle=True,
            fit=1.4 * u,
        )
        at = (float(self.goal_value.get_left()[0]) - 0.15 * u, middle - 0.1 * u)
        self.goal_name = Words("goal", size=layout.word, colour=theme.goal, at=at, align="right")
        self.goal = VGroup(self.ring, self.goal_name, self.goal_value)
        self.value = Figures("", size=layout.number, colour=theme.prediction, at=(0, 0), fit=2.2 * u)
        self.name_text = Words("prediction", size=layout.word, colour=theme.prediction, at=(0, 0))
        self._name_points = [part.points.copy() for part in self.name_text]
        self.prediction = VGroup(self.mark, self.value, self.name_text)
        self.miss = VGroup(self.segment, self.square)
        self.inside = Figures("", size=layout.number, colour=theme.ink, at=(0, 0), align="center", middle=True)
        self.add(self.axis, self.break_, self.break_text, self.miss, self.goal, self.prediction, self.inside)

    def show_prediction(self, delta: float, form: str) -> None:
        """Show a prediction that misses the goal by delta, and how it is written."""
        u, x = self.layout.unit, self.x
        off = min(_MOST, max(-_MOST, delta / self.span)) * self.reach
        at = self.middle + off
        self.side = abs(off)
        stretch(self.mark, (x - 0.24 * u, at, 0), (x + 0.24 * u, at, 0))
        self.segment.points = self.square.points = np.zeros((0, 3))
        if self.side > _LEAST * u:
            stretch(self.segment, (x, self.middle, 0), (x, at, 0))
            corners = [
                (x, self.middle),
                (x + self.side, self.middle),
                (x + self.side, at),
                (x, at),
                (x, self.middle),
            ]
            self.square.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))
        self._name(at, below=delta < 0, form=form)

    def square_centre(self) -> tuple[float, float]:
        """Return the middle of the square."""
        at = float(self.mark.points[0][1])
        return self.x + self.side / 2, (self.middle + at) / 2

    def write_inside(self, text: str, colour: str) -> None:
        """Write a number into the square; nothing where it has no room."""
        self.inside.set_fill(colour)
        self.inside.at = self.square_centre()
        self.inside.fit = max(self.side - 0.25 * self.layout.unit, 0.1)
        self.inside.write(text)

    def show_scale(self, text: str) -> None:
        """Say at the foot how much the ruler is magnified, and break it there; with no text it is whole."""
        u, x, y = self.layout.unit, self.x, self.foot + 0.22 * self.layout.unit
        self.break_text.write(text)
        self.break_.points = np.zeros((0, 3))
        if text:
            corners = [
                (x - 0.16 * u, y - 0.1 * u),
                (x + 0.16 * u, y),
                (x - 0.16 * u, y + 0.06 * u),
                (x + 0.16 * u, y + 0.16 * u),
            ]
            self.break_.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))

    def _name(self, at: float, *, below: bool, form: str) -> None:
        """Write the prediction on the side of its mark where no square is."""
        u, x = self.layout.unit, self.x + 0.3 * self.layout.unit
        number, name = (at - 0.48 * u, at - 0.9 * u) if below else (at + 0.2 * u, at + 0.72 * u)
        self.value.at = (x, number)
        self.value.write(form)
        for part, points in zip(self.name_text, self._name_points, strict=True):
            part.points = points + (x, name, 0.0)


def _draw(mobject: VMobject, corners: list[tuple[float, float]]) -> None:
    """Make a mobject the straight lines through some points."""
    mobject.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))
