"""Windows that follow a descent, so that every step looks as large as the first; no Manim is needed for it."""

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from gdcore import ErrorCurve, way_from_goal
from scenes.stage.axes.window import Window
from scenes.stage.bowl.descent_numbers import DescentNumbers, parts_of

SIDE, TOP = 1.3, 1.06
"""How far a window reaches to the sides, and how far off the goal the error at its top is, in reaches."""
NEAR = 0.3
"""A step that begins nearer to the goal than this share of what the window is made for is magnified."""
ROOM = 1.5
"""By how much a window grows at least, so that it need not grow again at once."""
MOST = 20
"""A window grows or shrinks by this factor at most; beyond it the scale breaks."""
_LEAST = 1e-6  # beside the goal weight; what is nearer cannot be told apart by ticks


@dataclass(frozen=True)
class View:
    """A window, and what it is made for.

    Attributes:
        reach: How far the farthest weight in it is from the goal.
        window: What the axes show.
        span: How large a miss there is at that distance.
    """

    reach: float
    window: Window
    span: float


@dataclass(frozen=True)
class Stride:
    """A part of the way that is shown at one go.

    Attributes:
        start, end: The states that it begins and ends with.
        view: What is shown of the bowl meanwhile.
        lapse: Whether it runs in time-lapse; else it is a step.
    """

    start: int
    end: int
    view: View
    lapse: bool = False


@dataclass(frozen=True, eq=False)
class ClosingNumbers(DescentNumbers):
    """A descent that is told in windows which follow it."""

    @cached_property
    def ways(self) -> list[float]:
        """How far each state is from the goal."""
        return [abs(float(way)) for way in way_from_goal(self.descent)]

    @cached_property
    def first_view(self) -> View:
        """What is shown at the start."""
        return self.view_of(self.ways[0])

    @cached_property
    def strides(self) -> tuple[Stride, ...]:
        """What is shown of the descent, in order."""
        view, strides = self.first_view, list[Stride]()
        for start, end in parts_of(self.one_by_one, self.descent.last):
            lapse = start == self.one_by_one < self.descent.last - 1
            until = end + 1 if lapse else end  # so that the step after it needs no other window
            view = self._following(view, start, until)
            strides.append(Stride(start, end, view, lapse))
        return tuple(strides)

    @property
    def views(self) -> tuple[View, ...]:
        """What is shown one after the other, each once."""
        shown = [self.first_view, *(stride.view for stride in self.strides)]
        return (shown[0], *(later for before, later in pairwise(shown) if later != before))

    def view_of(self, reach: float) -> View:
        """Return a view of the bowl as far as a distance from the goal."""
        curve, start = self.curve, float(self.descent.weight[0])
        goal = curve.goal_weight
        middle = start if goal is None or not self.descent.error[0] else float(goal)
        if goal is None or reach <= _LEAST * abs(middle):
            reach = max(abs(middle) / 2, 1.0)
        top = float(curve.error(middle + TOP * reach))
        half = SIDE * reach
        if not math.isfinite(top) or not math.isfinite(2 * half):  # the last state before overflow
            half, top = reach, float(curve.error(middle + reach))
        if goal is None:
            top *= 1.5
        return View(reach, Window(middle - half, middle + half, 0.0, top or 1.0), _span(curve, middle + reach))

    def _following(self, view: View, start: int, end: int) -> View:
        """Return the view for the states from one to another, which follows a view."""
        farthest = max(self.ways[start : end + 1])
        fits = farthest <= view.reach * (1 + 1e-9)
        begins_near = 0 < self.ways[start] < NEAR * view.reach
        if self.curve.goal_weight is None or (fits and not begins_near) or not farthest:
            return view
        wanted = self.view_of(farthest if fits else max(farthest, ROOM * view.reach))
        return view if fits and wanted.reach > view.reach else wanted


def _span(curve: ErrorCurve, weight: float) -> float:
    """Return how large the miss at a weight is, or 1 where there is none."""
    span = math.sqrt(float(curve.error(weight)))
    return span if math.isfinite(span) and span > 0 else 1.0


def is_broken(view: View, other: View) -> bool:
    """Tell whether the way from one view to another is too long for a zoom."""
    ratio = other.reach / view.reach
    return not 1 / MOST <= ratio <= MOST


def tangent_foot(curve: ErrorCurve, weight: float) -> float | None:
    """Return the weight at which the tangent at another one meets the axis; None where there is no one place.

    That is halfway to the goal, so the error over half of the way is the slope.
    """
    goal = curve.goal_weight
    if goal is None or not curve.error(weight):
        return None
    return weight + (float(goal) - weight) / 2
