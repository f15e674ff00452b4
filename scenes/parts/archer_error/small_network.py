"""A network in little: input, weight and prediction, and beside it the goal that it misses."""

from manim import VGroup

from gdcore import State
from scenes.parts.archer_error.numbers import NETWORK
from scenes.settings.theme import Theme
from scenes.stage.machine.network import NAME_SIZE, VALUE_SIZE, Node, wire
from scenes.stage.type.numbers import full
from scenes.stage.type.text import Figures, Words


class SmallNetwork(VGroup):
    """Input, arrow with its weight, prediction; a minus, and the goal.

    Args:
        theme: The colours.
        at: The middle of the input circle; the network runs 2.72 to the right from there.
        network: What the lab's network makes of its weight.
    """

    def __init__(self, theme: Theme, at: tuple[float, float], network: State) -> None:
        super().__init__()
        x, y = at
        names = y - 0.88
        self.input = Node(theme, "input", theme.input, at, 0.36, name_height=names)
        self.prediction = Node(theme, "prediction", theme.prediction, (x + 1.44, y), 0.42, name_height=names)
        self.goal = Node(theme, "goal", theme.goal, (x + 2.72, y), 0.42, name_height=names, dashed=True)
        self.input.value.write(full(NETWORK.input))
        self.prediction.value.write(full(network.prediction))
        self.goal.value.write(full(NETWORK.goal_pred))
        arrow = wire(theme, self.input, self.prediction, buff=0.08, tip=0.25)
        above = x + 0.69
        self.weight = Figures(
            full(network.weight), size=VALUE_SIZE, colour=theme.weight, at=(above, y + 0.6), align="center"
        )
        name = Words("weight", size=NAME_SIZE, colour=theme.muted, at=(above, y + 0.95), align="center")
        minus = Figures(
            "−", size=1.35 * VALUE_SIZE, colour=theme.ink, at=(x + 2.08, y), align="center", middle=True
        )
        self.add(self.input, self.prediction, self.goal, arrow, self.weight, name, minus)
