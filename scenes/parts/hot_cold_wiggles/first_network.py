"""The first network: a knob that is wiggled, the tries beside it, and what they cost."""

from manim import VGroup

from gdcore import resolved
from scenes.parts.hot_cold_wiggles.numbers import ToldSearch
from scenes.parts.hot_cold_wiggles.trials import Trials
from scenes.settings.theme import Theme
from scenes.stage.axes.window import Box
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.machine.network import Network
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import short

TABLE = Box(left=-0.1, right=RIGHT_EDGE, bottom=-1.25, top=2.05)
"""Where the tries stand."""


class FirstNetwork(VGroup):
    """A network whose knob is wiggled, the tries beside it, and a count of predictions below.

    Args:
        theme: The colours.
        told: The search of one move that it makes.
    """

    def __init__(self, theme: Theme, told: ToldSearch) -> None:
        super().__init__()
        self.curve = told.curve
        weight, step = float(told.search.weight[0]), float(told.step)
        self.network = Network(theme, at=(LEFT_EDGE + 0.54, 0.4))
        reach = 2 * max(step, 1e-9 * max(1.0, abs(weight)))
        self.network.knob.show_range(weight - reach, weight + reach, self.curve.goal_weight)
        self.trials = Trials(theme, told.tries, ("down", "as it was", "up"), TABLE)
        rows = [
            ("step_amount", theme.ink, None),
            ("goal_pred", theme.goal, None),
            ("predictions made", theme.ink, None),
        ]
        self.counts = Readout(theme, rows, left=LEFT_EDGE, right=-1.1, top=-1.74)
        self.counts.write("step_amount", told.name)
        self.counts.write("goal_pred", short(self.curve.goal_pred))
        self.counts.write("predictions made", "1")
        self.add(self.network, self.counts, self.trials)
        self.show_weight(weight)

    def show_weight(self, weight: float) -> None:
        """Turn the knob to a weight, and show what it predicts."""
        now = resolved(self.curve.at(weight))
        self.network.show_values(weight, self.curve.input, now.prediction, now.error)
