"""The numbers of ArcherError: misses of an archer and of a network, by three measures."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gdcore import MEASURES, Misses, Problem, State, measured
from gdcore.arguments import Scalar
from scenes.parts.archer_error.parameters import ArcherErrorParams
from scenes.settings.parameters import as_written
from scenes.stage.tables.table import Table, table_of

RADIUS = 3
"""The radius of the target, in inches."""
NETWORK, WEIGHT = Problem(Fraction("0.5"), Fraction("0.8")), Fraction("0.5")
"""The lab's network, whose own miss is shown beside those of the archer."""


@dataclass(frozen=True)
class ArcherErrorNumbers:
    """What the lesson shows, without any rounding.

    Attributes:
        shots: The misses of the shots.
        priorities: A big miss and a small one.
        cancelling: The misses whose three means are compared.
    """

    shots: Misses
    priorities: Misses
    cancelling: Misses

    @property
    def network(self) -> State:
        """What the network makes of its weight."""
        return NETWORK.at(WEIGHT)

    @property
    def network_miss(self) -> Misses:
        """The miss of the network."""
        return measured([self.network.delta])

    @property
    def big_against_small(self) -> tuple[Scalar, Scalar]:
        """How many times the big miss of the priorities is as large as the small one; and their squares."""
        (big, small), (big_squared, small_squared) = self.priorities.absolute, self.priorities.squared
        return big / small, big_squared / small_squared

    @property
    def tables(self) -> tuple[Table, ...]:
        """The numbers as tables."""
        own = (self.network.prediction, NETWORK.goal_pred, *_row(self.network_miss, 0))
        priorities = zip(("big", "small"), self.priorities.signed, self.priorities.squared, strict=True)
        return (
            _misses("shots", "shot", self.shots),
            _means("means", self.shots),
            table_of("network", ("prediction", "goal_pred", "miss", "absolute", "squared"), [own]),
            table_of("priorities", ("size", "miss", "squared"), priorities),
            _misses("cancelling", "number", self.cancelling),
            _means("cancelling means", self.cancelling),
        )


def numbers_of(parameters: ArcherErrorParams) -> ArcherErrorNumbers:
    """Return what the lesson shows with these parameters."""
    p = parameters
    misses = p.misses, (p.big_miss, p.small_miss), p.cancelling
    return ArcherErrorNumbers(*(measured([as_written(miss) for miss in some]) for some in misses))


def is_on_target(miss: float) -> bool:
    """Tell whether a miss of so many inches still hits the target."""
    return abs(miss) <= RADIUS


def _row(misses: Misses, i: int) -> Sequence[object]:
    return [misses.errors(measure)[i] for measure in MEASURES]


def _misses(name: str, what: str, misses: Misses) -> Table:
    rows = ((i + 1, *_row(misses, i)) for i in range(len(misses.signed)))
    return table_of(name, (what, "miss", "absolute", "squared"), rows)


def _means(name: str, misses: Misses) -> Table:
    return table_of(name, ("measure", "mean"), ((measure, misses.mean(measure)) for measure in MEASURES))
