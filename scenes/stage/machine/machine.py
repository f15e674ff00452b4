"""The machine: an input, a knob on its way, and the ruler of its predictions, with goal, miss and square."""

from manim import Arrow, VGroup

from gdcore.arguments import Number
from gdcore.problem import State
from scenes.settings.theme import Theme
from scenes.stage.machine.network import Knob, Node
from scenes.stage.machine.ruler import Ruler
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import Steady, in_node
from scenes.stage.type.text import Words

_RADIUS, _KNOB = 0.52, 0.42
_REACH = 1.5
"""How far the ruler reaches from the goal to either side, at most, in a frame 8 high."""
_LINE = 1.45
"""The height of the input above the foot of the box."""


class Machine(VGroup):
    """The network with one input and one weight, as all lessons show it.

    Its foot is left to a row of numbers, `row`.

    Args:
        theme: The colours.
        layout: The frame.
        box: The room that it has.
        input: The input.
        goal_pred: The goal.
        span: How large a miss is that reaches as far as the ruler does.
        dial: The lowest and the highest weight on the knob, which does not change.
        goal: The weight that the knob has a mark for; None where there is none.
    """

    def __init__(
        self,
        theme: Theme,
        layout: Layout,
        box: Box,
        *,
        input: Number,
        goal_pred: Number,
        span: float,
        dial: tuple[float, float],
        goal: Number | None,
    ) -> None:
        super().__init__()
        u = layout.unit
        self.theme, self.layout, self.box, self.weight = theme, layout, box, 0.0
        line, x = box.bottom + _LINE * u, box.left + 0.55 * u
        ruler = box.left + 0.5 * box.width
        self.input = Node(
            theme,
            "input",
            theme.input,
            (x, line),
            _RADIUS * u,
            name_height=line + (_RADIUS + 0.16) * u,
            size=layout.number,
            name_size=layout.word,
            name_colour=theme.input,
        )
        self.input.value.write(in_node(input))
        start, end = (x + (_RADIUS + 0.08) * u, line, 0), (ruler - 0.08 * u, line, 0)
        self.arrow = Arrow(
            start, end, buff=0, color=theme.quiet, stroke_width=7, max_tip_length_to_length_ratio=0.2
        )
        centre = (x + _RADIUS * u + (ruler - x - _RADIUS * u) * 0.42, line + (_KNOB + 0.2) * u)
        named = box.left + 0.98 * u  # where its name ends
        room = 2 * min(centre[0] - named - 0.1 * u, ruler - centre[0] - 0.3 * u)
        self.dial = Knob(theme, centre, _KNOB * u, size=layout.number, fit=room)
        self.dial.dial.set_stroke(theme.quiet)
        self.dial.show_range(*dial, goal)
        name = (named, self.dial.value.at[1])
        self.knob = VGroup(
            self.dial, Words("weight", size=layout.word, colour=theme.weight, at=name, align="right")
        )
        reach = min(_REACH * u, (box.height - 2.85 * u) / 2.07)  # names above and below, and the row
        middle = box.top - reach - 0.95 * u
        self.ruler = Ruler(
            theme, layout, foot=(ruler, line), middle=middle, goal_pred=goal_pred, reach=reach, span=span
        )
        self.add(self.input, self.arrow, self.knob, self.ruler)

    @property
    def row(self) -> Box:
        """The room for a row of numbers at its foot."""
        return Box(self.box.left, self.box.right, self.box.bottom, self.box.bottom + 0.9 * self.layout.unit)

    @property
    def state(self) -> list[VGroup]:
        """What changes with the weight."""
        ruler = self.ruler
        return [self.dial, ruler.miss, ruler.prediction]

    def show_state(self, state: State, weights: Steady | None = None, predictions: Steady | None = None) -> None:
        """Show what a weight makes of the network; while it rolls, forms are steady."""
        self.weight = float(state.weight)
        self.dial.turn_to(self.weight, weights.form(state.weight) if weights else None)
        form = predictions.form(state.prediction) if predictions else in_node(state.prediction)
        self.ruler.show_prediction(float(state.delta), form)
