"""The numbers of AlphaDamping."""

from dataclasses import dataclass
from functools import cached_property

from gdcore import AlphaBorders, Descent, Outcome, alpha_borders, gradient_descent, resolved, sweep, verdict
from gdcore.arguments import Number
from scenes.parts.alpha_damping.parameters import AlphaDampingParams
from scenes.stage.bowl.descent_numbers import DescentNumbers
from scenes.stage.bowl.outcome_words import VERDICTS
from scenes.stage.bowl.windows import window_around
from scenes.stage.tables.table import DESCENT, Table, table_of, table_of_states
from scenes.stage.type.numbers import names_of

DRAWN_ONE_BY_ONE = 4
"""How many of the first steps are drawn one by one."""
MOST_TURNS = 200
"""So many steps of a descent that comes to rest are drawn in its cobweb."""


@dataclass(frozen=True, eq=False)
class AlphaDampingNumbers(DescentNumbers):
    """The numbers of AlphaDamping.

    Attributes:
        undamped: The weight after the first step with an alpha of 1.
        swept: The descents with the learning rates to compare, as doubles hold them.
        borders: The learning rates where a descent lands at once and where it bounces; None if there are none.
    """

    undamped: float
    swept: tuple[Descent, ...]
    borders: AlphaBorders | None

    @cached_property
    def lanes(self) -> tuple[Descent, ...]:
        """The descents with the learning rates to compare, as far as doubles can tell."""
        return tuple(map(resolved, self.swept))

    @cached_property
    def names(self) -> dict[Number, str]:
        """How all learning rates are written, each apart from the others."""
        return names_of([1, self.computed.alpha, *(lane.alpha for lane in self.swept), *(self.borders or ())])

    @property
    def tried(self) -> tuple[tuple[float, ...], float]:
        """The learning rates of the lanes, and the chosen one."""
        return tuple(float(lane.alpha) for lane in self.lanes), float(self.descent.alpha)

    @property
    def damped(self) -> float:
        """The weight after the first step with our alpha; the first weight where that step cannot be held."""
        return float(self.computed.weight[min(1, self.computed.last)])

    @property
    def closer(self) -> bool:
        """Whether the bowl is drawn closer up than a step with an alpha of 1 would need."""
        far = window_around(self.curve, (float(self.computed.weight[0]), self.undamped))
        return self.first_window.width < 0.9 * far.width

    @property
    def turns(self) -> int:
        """How many steps are drawn in the cobweb: few of a descent that runs away."""
        runs_away = self.descent.outcome in (Outcome.DIVERGES, Outcome.MOVES_AWAY)
        return min(self.descent.last, DRAWN_ONE_BY_ONE if runs_away else MOST_TURNS)

    @property
    def tables(self) -> tuple[Table, ...]:
        """The states of the descent, the lanes, and the borders."""
        lanes = ((lane.alpha, lane.error[-1], VERDICTS[verdict(lane)], len(lane.error)) for lane in self.swept)
        borders = zip(("lands", "bounces"), self.borders or (None, None), strict=True)
        return (
            table_of_states("trajectory", self.computed, DESCENT),
            table_of("lanes", ("alpha", "last_error", "verdict", "states"), lanes),
            table_of("borders", ("border", "alpha"), borders),
        )


def numbers_of(p: AlphaDampingParams) -> AlphaDampingNumbers:
    """Return the numbers that follow from the parameters."""
    start = p.weight, p.input, p.goal_pred
    computed = gradient_descent(*start, alpha=p.alpha, iterations=p.iterations)
    return AlphaDampingNumbers(
        computed,
        DRAWN_ONE_BY_ONE,
        undamped=float(gradient_descent(*start, iterations=1).weight[-1]),
        swept=sweep(computed, alphas=p.alphas),
        borders=alpha_borders(p.input),
    )
