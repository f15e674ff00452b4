"""The line of weight_delta over the weight, with the first states on it, and a table beside it."""

from manim import VGroup

from scenes.parts.divergence_spiral.numbers import DivergenceSpiralNumbers
from scenes.settings.theme import Theme
from scenes.stage.axes.line_plot import LinePlot, named_dots
from scenes.stage.axes.window import Window
from scenes.stage.bowl.bowl_scene import PANEL, PLOT
from scenes.stage.bowl.windows import window_around
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.tables.readout import StepTable, step_names
from scenes.stage.type.text import Words


class UpdateLine(VGroup):
    """The line, a dot for each of the first states, a table of their weight_delta, and how it is computed.

    Args:
        theme: The colours.
        n: The numbers.
    """

    def __init__(self, theme: Theme, n: DivergenceSpiralNumbers) -> None:
        super().__init__()
        weights, updates = (values[: n.named].tolist() for values in (n.descent.weight, n.descent.weight_delta))
        goal = n.curve.goal_weight
        self.plot = LinePlot(
            theme,
            PLOT,
            _window(n, weights),
            lambda weight: float(n.computed.at(weight).weight_delta),
            None if goal is None else (float(goal), 0.0),
            names=("weight", r"weight\_delta"),
            colours=(theme.weight, theme.slope),
        )
        points = list(zip(weights, updates, strict=True))
        self.dots = named_dots(self.plot, points, step_names(n.named), theme.weight, 0.25)
        self.table = StepTable(
            theme, r"weight\_delta", theme.slope, updates, left=PANEL, right=RIGHT_EDGE, top=1.8, height=4.4
        )
        self.rule = Words(r"weight\_delta $=$ input $dot$ delta", size=0.3, colour=theme.ink, at=(PANEL, -3.0))
        self.add(self.plot, self.dots, self.table, self.rule)


def _window(n: DivergenceSpiralNumbers, weights: list[float]) -> Window:
    """Return a window around the states, in which the line goes from corner to corner."""
    around = window_around(n.curve, weights)
    left, right = around.left - 0.1 * around.width, around.right + 0.1 * around.width
    low, high = (float(n.computed.at(weight).weight_delta) for weight in (left, right))
    return Window(left, right, low, high) if low < high else Window(left, right, low - 1, high + 1)
