"""The numbers of BowlDescent."""

from dataclasses import dataclass

from gdcore import gradient_descent
from scenes.parts.bowl_descent.parameters import BowlDescentParams
from scenes.stage.bowl.closing import ClosingNumbers, View
from scenes.stage.tables.table import DESCENT, Table, table_of_states

DRAWN_ONE_BY_ONE = 4
"""How many of the first steps are drawn one by one."""
PANELS = 3
"""How many bowls the poster has at most."""


@dataclass(frozen=True, eq=False)
class BowlDescentNumbers(ClosingNumbers):
    """The numbers of BowlDescent."""

    @property
    def widest(self) -> View:
        """The view that shows every state that is told."""
        return max(self.views, key=lambda view: view.reach)

    @property
    def last_view(self) -> View:
        """The view that the last step is shown in."""
        return self.views[-1]

    @property
    def panels(self) -> tuple[View, ...]:
        """The views of the poster: those of the first steps, or the only one."""
        first = {stride.view.reach: stride.view for stride in self.strides if not stride.lapse}
        return tuple(first.values())[:PANELS] or (self.first_view,)

    @property
    def told(self) -> list[int]:
        """The states that are shown at rest."""
        return [0, *(stride.end for stride in self.strides)]

    @property
    def tables(self) -> tuple[Table, ...]:
        """The states of the descent."""
        return (table_of_states("trajectory", self.computed, DESCENT),)


def numbers_of(p: BowlDescentParams) -> BowlDescentNumbers:
    """Return the numbers that follow from the parameters."""
    computed = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    return BowlDescentNumbers(computed, DRAWN_ONE_BY_ONE)
