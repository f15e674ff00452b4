"""The numbers of HotColdWiggles: the tries of the first network, and the searches of the second."""

from dataclasses import dataclass
from functools import cached_property

from gdcore import (
    ErrorCurve,
    HotAndCold,
    Outcome,
    Trial,
    arrival,
    cycle,
    hot_and_cold,
    moves_to_goal,
    predictions_made,
    resolved,
    search_until_known,
    tries,
)
from gdcore.arguments import Number
from scenes.parts.hot_cold_wiggles.parameters import MOST_MOVES, HotColdWigglesParams
from scenes.stage.axes.window import Window
from scenes.stage.bowl.outcome_words import ENDINGS
from scenes.stage.bowl.windows import window_around
from scenes.stage.tables.table import Table, table_of, table_of_states
from scenes.stage.type.numbers import names_of, short

DOWN, STAY, UP = range(3)
"""The places of the three tries of a move."""
BOUNCES = 4
"""How many moves are drawn once the goal is passed."""

_SEARCH = ("weight", "prediction", "error", "up_error", "down_error", "move")
_OTHER_STEPS = (
    *("step_amount", "iterations", "outcome"),
    *("low_weight", "low_error", "high_weight", "high_error"),
)


@dataclass(frozen=True, eq=False)
class ToldSearch:
    """A search as the lesson tells it.

    Attributes:
        computed: What doubles hold of it.
        name: How the length of its moves is written, apart from the other steps of the lesson.
    """

    computed: HotAndCold
    name: str

    @cached_property
    def search(self) -> HotAndCold:
        """What is known of it, with 0 in place of what is but rounding."""
        return resolved(self.computed)

    @cached_property
    def curve(self) -> ErrorCurve:
        """The error curve that it searches."""
        return self.search.curve

    @cached_property
    def window(self) -> Window:
        """What the axes show of it."""
        return window_around(self.curve, self.search.weight)

    @property
    def pair_window(self) -> Window:
        """What the axes show of the pair, or of all of it where there is none."""
        return window_around(self.curve, [float(one.weight) for one in self.pair]) if self.pair else self.window

    @property
    def step(self) -> Number:
        """The length of its moves."""
        return self.search.step_amount

    @property
    def last(self) -> int:
        """Its last state."""
        return self.search.last

    @property
    def tries(self) -> tuple[Trial, Trial, Trial]:
        """The three predictions of its first move: with the weight down, as it is, and up."""
        return tries(self.search)

    @property
    def first_move(self) -> int:
        """Where its first move goes: +1 up, -1 down, 0 nowhere."""
        return int(self.search.move[0])

    @cached_property
    def arrival(self) -> int | None:
        """The first state on the goal or beyond it; None if there is none."""
        return arrival(self.search)

    @cached_property
    def pair(self) -> tuple[Trial, Trial] | None:
        """The two states that it bounces between for ever, the lower weight first; None if it does not."""
        return cycle(self.search)

    @property
    def is_stuck(self) -> bool:
        """Whether no side is ever better."""
        return self.search.outcome is Outcome.CANNOT_MOVE

    @property
    def leaves_goal(self) -> bool:
        """Whether it was on the goal and has moved on, as rounding may have it."""
        on_goal = self.search.outcome in (Outcome.ALREADY_THERE, Outcome.LANDS)
        return on_goal and self.moves_after(self.arrival or 0)

    def moves_after(self, state: int) -> bool:
        """Tell whether the weight changes after a state."""
        return bool((self.search.weight[state:] != self.search.weight[state]).any())

    @property
    def predictions(self) -> int:
        """How many predictions it costs."""
        return predictions_made(self.last)

    @property
    def moves_left(self) -> int | None:
        """How many moves it would still need to the goal; None if it cannot move."""
        return moves_to_goal(self.search, self.last)


@dataclass(frozen=True, eq=False)
class HotColdWigglesNumbers:
    """The numbers of HotColdWiggles.

    Attributes:
        first: The move of the first network.
        searches: The searches of the second network from the same start: by `step_amount`, and by the other steps.
    """

    first: ToldSearch
    searches: tuple[ToldSearch, ...]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The numbers as tables, as doubles hold them."""
        named = zip(("down", "as it was", "up"), tries(self.first.computed), strict=True)
        long, *others = self.searches
        return (
            table_of(
                "first tries",
                ("try", "weight", "prediction", "error"),
                ((name, one.weight, one.prediction, one.error) for name, one in named),
            ),
            table_of_states("search", long.computed, _SEARCH),
            table_of("other steps", _OTHER_STEPS, map(_outcome_row, others)),
        )


def numbers_of(parameters: HotColdWigglesParams) -> HotColdWigglesNumbers:
    """Return the numbers that follow from the parameters."""
    p = parameters
    first = hot_and_cold(
        p.first_weight, p.first_input, p.first_goal_pred, step_amount=p.first_step_amount, iterations=1
    )
    long = hot_and_cold(p.weight, p.input, p.goal_pred, step_amount=p.step_amount, iterations=p.iterations)
    others = (search_until_known(long, step_amount=step, after=BOUNCES, most=MOST_MOVES) for step in p.other_steps)
    names = names_of([p.step_amount, *p.other_steps])
    return HotColdWigglesNumbers(
        ToldSearch(first, short(p.first_step_amount)),
        tuple(ToldSearch(search, names[search.step_amount]) for search in (long, *others)),
    )


def _outcome_row(told: ToldSearch) -> tuple[object, ...]:
    """Return what comes of another step."""
    pair = cycle(told.computed)
    ends = [end for one in pair for end in (one.weight, one.error)] if pair else [None] * 4
    return float(told.step), told.last, ENDINGS[told.computed.outcome], *ends
