"""The numbers of DivergenceSpiral."""

from dataclasses import dataclass
from functools import cached_property

from gdcore import ErrorCurve, gradient_descent, pure_error
from scenes.parts.divergence_spiral.parameters import DivergenceSpiralParams
from scenes.stage.axes.window import Window
from scenes.stage.bowl.descent_numbers import DescentNumbers, Leg, legs_of
from scenes.stage.bowl.outcome_words import ENDINGS
from scenes.stage.bowl.windows import first_window, is_legible
from scenes.stage.tables.table import DESCENT, Table, table_of, table_of_states

NAMED = 4
"""How many states the line of the derivative shows: Start, Step 1, Step 2, Step 3."""
_FARTHEST = 1e150


@dataclass(frozen=True, eq=False)
class DivergenceSpiralNumbers(DescentNumbers):
    """The numbers of DivergenceSpiral: of the descent only the first steps are drawn.

    Attributes:
        gentle: The error curve that it begins with.
    """

    gentle: ErrorCurve

    @property
    def start(self) -> float:
        """The weight before the first step."""
        return float(self.descent.weight[0])

    @property
    def drawn(self) -> int:
        """How many steps are drawn."""
        return self.one_by_one

    @property
    def named(self) -> int:
        """How many states the line of the derivative shows."""
        return min(NAMED, self.drawn + 1)

    @cached_property
    def wide_window(self) -> Window:
        """A window in which the gentle bowl and the steep one stand, and the start on both."""
        curves = self.gentle, self.curve
        goals = [float(curve.goal_weight) for curve in curves if curve.goal_weight is not None]
        if any(abs(goal) > _FARTHEST for goal in goals):
            goals = []  # their errors are more than a computer can hold
        low, high = min([self.start, *goals]), max([self.start, *goals])
        narrow = high - low <= 1e-6 * max(1.0, abs(high))
        margin = max(1.0, abs(self.start) / 2) if narrow else 0.45 * (high - low)
        low, high = low - margin, high + margin
        top = max(*(float(curve.error(self.start)) * 1.15 for curve in curves), float(self.gentle.error(low)))
        return Window(low, high, 0.0, top or 1.0)

    @cached_property
    def gentle_window(self) -> Window:
        """What the axes show of the gentle bowl."""
        return self._legible(self.gentle, [self.start])

    @cached_property
    def first_window(self) -> Window:
        """What the axes show of the steep bowl before the first step."""
        return self._legible(self.curve, self.descent.weight[: self.drawn + 1].tolist())

    def _legible(self, curve: ErrorCurve, weights: list[float]) -> Window:
        """Return the window of both bowls, if one of them can be read in it; else one that it has to itself."""
        wide = self.wide_window
        return wide if is_legible(curve, wide, self.start) else first_window(curve, weights)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The steps that are drawn; zooming in step with the growth would make every step look alike."""
        return legs_of(self.descent, self.first_window, one_by_one=self.drawn, last=self.drawn, at_once=True)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Both bowls at the start, the states of the descent, and what it comes to."""
        path, goal = self.computed, self.curve.goal_weight
        curves = {"gentle": self.gentle, "steep": self.curve}
        at_start = [(name, curve, curve.at(self.start)) for name, curve in curves.items()]
        bowls = [(name, c.input, c.goal_weight, at.prediction, at.error) for name, c, at in at_start]
        misses = [None] * len(path.weight) if goal is None else pure_error(path.weight, goal).tolist()
        summary = (path.multiplier, goal, ENDINGS[path.outcome], "yes" if path.overflowed else "no")
        return (
            table_of("bowls", ("bowl", "input", "goal_weight", "prediction", "error"), bowls),
            table_of_states("trajectory", path, DESCENT, weight_minus_goal_weight=misses),
            table_of("summary", ("multiplier", "goal_weight", "outcome", "overflowed"), [summary]),
        )


def numbers_of(parameters: DivergenceSpiralParams) -> DivergenceSpiralNumbers:
    """Return the numbers that follow from the parameters."""
    p = parameters
    computed = gradient_descent(p.weight, p.input, p.goal_pred, iterations=p.iterations)
    drawn = min(p.drawn_steps, computed.last)
    return DivergenceSpiralNumbers(computed, drawn, gentle=ErrorCurve(p.gentle_input, p.goal_pred))
