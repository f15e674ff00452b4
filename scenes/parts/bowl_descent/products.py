"""The products of BowlDescent: what becomes the prediction, the error, weight_delta and the step."""

from dataclasses import replace

from gdcore.problem import State
from scenes.settings.theme import Theme
from scenes.stage.bowl.closing import tangent_foot
from scenes.stage.bowl.step_bowl import StepBowl
from scenes.stage.machine.machine import Machine
from scenes.stage.machine.product import Factor, Product
from scenes.stage.type.numbers import in_node, short
from scenes.stage.type.text import Figures, advance_of

_MISS, _UPDATE = "miss", r"weight\_delta"


class Products:
    """The rows of numbers below a machine.

    Args:
        machine: The machine.
        state: What its weight makes of it.
        alpha: The learning rate.
    """

    def __init__(self, machine: Machine, state: State, alpha: float) -> None:
        self.machine, self.state, self.alpha = machine, state, alpha

    def prediction(self) -> Product:
        """Return input × weight = prediction."""
        m, s, theme = self.machine, self.state, self.theme
        weight = Factor("weight", in_node(s.weight), theme.weight, self._under(m.dial.value))
        return self._of(
            self._input(), weight, Factor("prediction", in_node(s.prediction), theme.prediction, (0, 0))
        )

    def error(self) -> Product:
        """Return miss × miss = error."""
        result = Factor("error", short(self.state.error), self.theme.error, (0, 0))
        miss, (x, y) = self._miss(), self.machine.ruler.square_centre()
        beside = (advance_of(miss.text, mono=False) + 0.8) * self.machine.layout.number
        return self._of(miss, replace(miss, start=(x + beside, y)), result)

    def slope(self, bowl: StepBowl) -> Product:
        """Return rise / run = slope, of the tangent from the dot down to the axis."""
        foot, weight, colour = tangent_foot(bowl.error_curve, bowl.weight), bowl.weight, self.theme.slope
        slope = self.state.slope if foot is not None else 0.0
        fall, run = (self.state.error, abs(foot - weight)) if foot is not None else (0.0, 1.0)
        rise = -fall if slope < 0 else fall
        below = bowl.point(weight if foot is None else (weight + foot) / 2, 0)
        one = Factor("rise", in_node(rise), colour, self._under(bowl.number))
        other = Factor("run", in_node(run), colour, (float(below[0]), float(below[1])))
        return self._of(one, other, Factor("slope", short(slope), colour, (0, 0)), sign="/")

    def weight_delta(self) -> Product:
        """Return input × miss = weight_delta."""
        return self._of(self._input(), self._miss(), self._update())

    def step(self, start: tuple[float, float]) -> Product:
        """Return alpha × weight_delta = step; weight_delta comes from where its row showed it."""
        theme, size = self.theme, self.alpha * self.state.weight_delta
        alpha = Factor("alpha", short(self.alpha), theme.ink, (start[0] - 1.5, start[1]))
        update = Factor(_UPDATE, in_node(self.state.weight_delta), theme.slope, start)
        return self._of(alpha, update, Factor("step", short(size, 4), theme.slope, (0, 0)))

    @property
    def theme(self) -> Theme:
        """The colours."""
        return self.machine.theme

    def _input(self) -> Factor:
        value = self.machine.input.value
        return Factor("input", value.text, self.theme.input, self._under(value))

    def _under(self, number: Figures) -> tuple[float, float]:
        """Return where a copy of a number leaves it: below, so that they never lie on each other."""
        return number.at[0], number.at[1] - 0.5 * self.machine.layout.unit

    def _miss(self) -> Factor:
        return Factor(_MISS, in_node(self.state.delta), self.theme.ink, self.machine.ruler.square_centre())

    def _update(self) -> Factor:
        return Factor(_UPDATE, in_node(self.state.weight_delta), self.theme.slope, (0, 0))

    def _of(self, one: Factor, other: Factor, result: Factor, sign: str = "×") -> Product:
        return Product(self.theme, self.machine.layout, self.machine.row, (one, other), result, sign=sign)
