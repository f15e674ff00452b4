"""The bowl in which a step is seen: slope, arrow, landing; numbers stand where they are drawn."""

from itertools import pairwise
from typing import Any, ClassVar

import numpy as np
from manim import Dot, VGroup, VMobject

from gdcore import ErrorCurve
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch
from scenes.stage.axes.plot import MOST_TICKS, large, parabola
from scenes.stage.axes.pointer import Pointer
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.bowl.closing import tangent_foot
from scenes.stage.direction.moves import bring_back
from scenes.stage.type.layout import Layout
from scenes.stage.type.numbers import full, short
from scenes.stage.type.text import Figures, Words, advance_of

LARGE = 1.4
"""How much larger dots, rings and lines are than in a small plot."""
_PIECES = 12


class StepBowl(Bowl):
    """A bowl with the error beside the dot, the goal weight below the axis, and arrows for weight_delta.

    Args:
        theme: The colours.
        layout: The frame.
        room: The room for the axes with all that is written at them.
        curve: The error curve.
        window: What the axes show.
        weight: Where the dot stands first.
    """

    tangent_half: ClassVar[float] = 9

    def __init__(
        self, theme: Theme, layout: Layout, room: Box, curve: ErrorCurve, window: Window, weight: float
    ) -> None:
        u = layout.unit
        self.layout = layout
        self.number = Figures("", size=layout.number, colour=theme.error, at=(0, 0), align="center", fit=2.4 * u)
        self.goal_value = Figures("", size=layout.word, colour=theme.goal, at=(0, 0), align="center", fit=2 * u)
        self.ghosts = VGroup()
        self.left_behind: list[float] = []
        self.arrow, self.trace = Pointer(theme.slope, 0.1 * u), Pointer(theme.faded(theme.slope), 0.07 * u)
        self.run = VMobject(stroke_color=theme.slope, stroke_width=7)
        self.visited: tuple[float, float] | None = None
        box = room.within(left=1.25 * u, right=0.2 * u, bottom=0.7 * u, top=0.6 * u)
        super().__init__(theme, box, curve, window, weight, style=large(theme, layout), large=LARGE * u)
        self.drop.set_stroke(width=7)
        self.goal_name = Words("goal weight", size=layout.word, colour=theme.goal, at=(0, 0), align="center")
        self.add(self.goal_value, self.ghosts, self.trace, self.arrow, self.number)
        self.remove(self.dot)
        self.add(self.dot)

    @property
    def axes_parts(self) -> list[Any]:
        """What belongs to the axes."""
        return [self.axes, self.names, self.ticks, self.scales]

    # what the picture shows -----------------------------------------------------------------------------

    def show_weight(self, weight: float) -> None:
        """Put the dot on the curve at `weight`, with the height of its error below and the number beside it."""
        self.weight = float(weight)
        foot, at = self.point(self.weight, 0), self.on_curve(self.weight)
        self.dot.move_to(at)
        self.drop.points = np.zeros((0, 3))
        if at[1] - foot[1] > self.dot.radius:
            stretch(self.drop, foot, at - (0, self.dot.radius, 0))
        if self.number.text:
            self.write_error(self.number.text)

    def write_error(self, text: str | None = None) -> None:
        """Write the error of the dot beside it, on the inner side of the bowl; by default as it stands."""
        text = full(self.error_curve.error(self.weight)) if text is None else text
        self.number.at = self.beside(self.weight, text)
        self.number.write(text)

    def beside(self, weight: float, text: str) -> tuple[float, float]:
        """Return where the middle of a number stands that belongs to the dot at a weight."""
        u = self.layout.unit
        middle = (self.window.left + self.window.right) / 2
        share = (middle - weight) / (0.3 * self.window.width)
        side = min(1.0, max(-1.0, share))
        half = min(advance_of(text, mono=False) * self.layout.number, 2.4 * u) / 2
        x, y = self.on_curve(weight)[:2]
        x += side * (half + 0.42 * u)
        x = min(max(x, self.box.left + half + 0.1 * u), self.box.right - half)
        ends = [self.on_curve(self.value((x + way * half, 0.0))[0])[1] for way in (-1.1, 1.1)]
        high = max(y + 0.12 * u + (1 - abs(side)) * 0.3 * u, *(end + 0.15 * u for end in ends))
        return x, min(float(high), self.box.top - 0.3 * u)

    def show_range(self, low: float, high: float) -> None:
        """Draw the curve between two weights only, as far as the window shows it."""
        least, most = self.drawn_weights
        self.curve.points = self._piece(max(low, least), min(high, most))

    def show_run(self) -> VMobject:
        """Draw from the foot of the dot's height to where its tangent meets the axis: halfway to the goal."""
        foot = tangent_foot(self.error_curve, self.weight)
        self.run.points = np.zeros((0, 3))
        if foot is not None:
            stretch(self.run, self.point(self.weight, 0), self.point(foot, 0))
        return self.run

    def at_height(self, weight: float, height: float) -> Point:
        """Return the point over a weight at a height of the picture, inside the box."""
        x = self.point(weight, 0)[0]
        return np.array([min(max(x, self.box.left), self.box.right), height, 0.0])

    def is_inside(self, weight: float) -> bool:
        """Tell whether a weight is in the window."""
        return self.window.left <= weight <= self.window.right

    def forget_speck(self) -> None:
        """Frame no window any more; the frame is to be seen as well as before when there is one again."""
        self.speck_window = None
        self.speck.points = np.zeros((0, 3))
        bring_back(self.speck)

    def leave_ghost(self, weight: float) -> None:
        """Leave a ghost of the dot behind."""
        self.left_behind.append(float(weight))
        self.ghosts.add(Dot(radius=0.75 * self.dot.radius, color=self.theme.faded(self.theme.weight)))
        self._draw_ghosts()

    def name_goal(self) -> Words:
        """Return the name of the goal, which stands over its ring."""
        x, y = self.ring.get_center()[:2] if self.ring else self.box.centre
        self.goal_name.move_to((x, y + 0.62 * self.layout.unit, 0))
        return self.goal_name

    # drawing ----------------------------------------------------------------------------------------------

    def redraw(self) -> None:
        """Draw everything anew in the present window."""
        super().redraw()
        self._draw_ghosts()
        if self.visited is not None:
            self.show_range(*self.visited)

    def _mark(self) -> None:
        super()._mark()
        self._write_goal()

    def _draw_ring(self) -> None:
        super()._draw_ring()
        self._write_goal()

    def _write_goal(self) -> None:
        """Write the goal weight among the numbers of the axis, which make room for it."""
        self.goal_value.write("")
        if not getattr(self, "goal_shown", False):  # axes are marked before there is a goal
            return
        goal = self.error_curve.goal_weight
        if goal is None or not self.is_inside(float(goal)):
            return
        text, u, x = short(goal), self.layout.unit, float(self.point(float(goal), 0)[0])
        self.goal_value.at = (x, self.box.bottom - self.style.drop - (0.1 if "^" in text else 0.02) * u)
        self.goal_value.write(text)
        left, right = (float(end[0]) for end in (self.goal_value.get_left(), self.goal_value.get_right()))
        slots: list[Any] = [slot for slot in self.ticks.submobjects[:MOST_TICKS] if slot[1].text]
        hidden = [
            slot
            for slot in slots
            if left - 0.15 * u < slot[1].get_right()[0] and slot[1].get_left()[0] < right + 0.15 * u
        ]
        if right > self.names[0].get_left()[0] or left < self.box.left or len(slots) - len(hidden) < 2:
            self.goal_value.write("")  # then the ring alone tells
            return
        for line, label in hidden:
            label.write("")
            line.points = np.zeros((0, 3))

    def _draw_ghosts(self) -> None:
        for ghost, weight in zip(self.ghosts, self.left_behind, strict=True):
            inside = self.is_inside(weight) and self.error_curve.error(weight) <= self.window.top
            ghost.set_fill(opacity=1 if inside else 0)
            if inside:
                ghost.move_to(self.on_curve(weight))

    def _piece(self, low: float, high: float) -> Any:
        """Return the points of the curve between two weights."""
        if low >= high:
            return np.zeros((0, 3))
        error, tangent = self.error_curve.error, self.error_curve.tangent
        pieces: list[Point] = []
        for a, b in pairwise(np.linspace(low, high, _PIECES + 1)):
            middle = a + (b - a) / 2
            pieces += parabola(self, (a, error(a)), (middle, tangent(middle, at=a)), (b, error(b)))
        return np.array(pieces)
