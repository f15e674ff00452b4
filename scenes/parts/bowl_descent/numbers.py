"""The numbers of BowlDescent."""

from dataclasses import dataclass

from gdcore import gradient_descent
from scenes.parts.bowl_descent.parameters import BowlDescentParams
from scenes.stage.bowl.descent_numbers import DescentNumbers
from scenes.stage.tables.table import DESCENT, Table, table_of_states

DRAWN_ONE_BY_ONE = 6
"""How many of the first steps are drawn one by one."""


@dataclass(frozen=True, eq=False)
class BowlDescentNumbers(DescentNumbers):
    """The numbers of BowlDescent."""

    @property
    def tables(self) -> tuple[Table, ...]:
        """The states of the descent."""
        return (table_of_states("trajectory", self.computed, DESCENT),)


def numbers_of(p: BowlDescentParams) -> BowlDescentNumbers:
    """Return the numbers that follow from the parameters."""
    computed = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    return BowlDescentNumbers(computed, DRAWN_ONE_BY_ONE)
