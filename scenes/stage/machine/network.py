"""The network: an input, a weight under a knob, a prediction, and the error that it makes."""

import math
from typing import Any

from manim import Arc, Arrow, Circle, Dot, VGroup, VMobject

from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import dashed_ring, stretch
from scenes.stage.type.numbers import in_node
from scenes.stage.type.text import Figures, Words

VALUE_SIZE = 0.33
NAME_SIZE = 0.25
_SWEEP = math.radians(125)
"""How far from upright the needle turns at the ends of the dial."""


class Node(VGroup):
    """A circle with a value inside and a name below.

    Args:
        theme: The colours.
        name: Markup of the name.
        colour: The colour of the quantity.
        at: The centre.
        radius: The radius.
        name_height: The baseline of the name, the same for all nodes of a network.
        dashed: Whether the circle is dashed.
        size, name_size: The em of the value, and of the name.
        name_colour: The colour of the name.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        colour: str,
        at: tuple[float, float],
        radius: float,
        *,
        name_height: float,
        dashed: bool = False,
        size: float = VALUE_SIZE,
        name_size: float = NAME_SIZE,
        name_colour: str | None = None,
    ) -> None:
        super().__init__()
        self.centre, self.radius = at, radius
        disc = Circle(radius, stroke_width=0, fill_color=theme.tint(colour), fill_opacity=1)
        ring: Any = Circle(radius, color=colour, stroke_width=4)
        if dashed:
            disc.set_fill(theme.ground)
            ring = dashed_ring(radius, colour=colour, width=4, dashes=26, share=0.55)
        self.disc = disc.move_to((*at, 0))
        self.ring = ring.move_to((*at, 0))
        self.value = Figures("", size=size, colour=colour, at=at, align="center", middle=True, fit=1.6 * radius)
        below = (at[0], name_height)
        self.name_text = Words(name, size=name_size, colour=name_colour or theme.muted, at=below, align="center")
        self.add(self.disc, self.ring, self.value, self.name_text)


class Knob(VGroup):
    """A knob: a dial with a needle, and the weight above it; upright is the middle of the dial.

    Args:
        theme: The colours.
        at: The centre.
        radius: The radius of the dial.
        size: The em of the weight.
        fit: The width that it must not exceed.
    """

    def __init__(
        self,
        theme: Theme,
        at: tuple[float, float],
        radius: float,
        *,
        size: float = VALUE_SIZE,
        fit: float = 2.2,
    ) -> None:
        super().__init__()
        self.centre, self.radius = at, radius
        self.low, self.high = -1.0, 1.0
        self.dial = Arc(
            radius, math.pi / 2 + _SWEEP, -2 * _SWEEP, arc_center=(*at, 0), color=theme.muted, stroke_width=4
        )
        self.goal_mark = VMobject(stroke_width=5, color=theme.goal)
        self.needle = VMobject(stroke_width=5, color=theme.weight)
        self.hub = Dot((*at, 0), radius=0.06, color=theme.weight)
        self.value = Figures(
            "",
            size=size,
            colour=theme.weight,
            at=(at[0], at[1] + radius + 0.19),
            align="center",
            fit=fit,
        )
        self.add(self.dial, self.goal_mark, self.needle, self.hub, self.value)

    def show_range(self, low: float, high: float, goal: Number | None) -> None:
        """Let the dial run from `low` to `high`, with a mark at the goal."""
        self.low, self.high = low, high
        self.goal_mark.points = self.goal_mark.points[:0]
        if goal is not None and low <= goal <= high:
            stretch(self.goal_mark, self._on_dial(goal, 0.86), self._on_dial(goal, 1.18))

    def turn_to(self, weight: float, form: str | None = None) -> None:
        """Turn the needle to `weight`, and write it in this form or as networks do."""
        self.value.write(in_node(weight) if form is None else form)
        stretch(self.needle, (*self.centre, 0), self._on_dial(weight, 0.84))

    def _on_dial(self, weight: Number, radius: float) -> tuple[float, float, float]:
        across = (float(weight) - self.low) / (self.high - self.low)
        angle = math.pi / 2 + _SWEEP * (1 - 2 * min(1.0, max(0.0, across)))
        reach = radius * self.radius
        return (self.centre[0] + reach * math.cos(angle), self.centre[1] + reach * math.sin(angle), 0.0)


def wire(theme: Theme, one: Node, other: Node, *, buff: float, tip: float) -> Arrow:
    """Return an arrow from one node to another beside it; its tip takes up the share `tip` of its length."""
    start, end = one.centre[0] + one.radius, other.centre[0] - other.radius
    return Arrow(
        (start, one.centre[1], 0),
        (end, one.centre[1], 0),
        buff=buff,
        color=theme.muted,
        stroke_width=5,
        max_tip_length_to_length_ratio=tip,
    )


class Network(VGroup):
    """A network with one input and one weight.

    Args:
        theme: The colours.
        at: The point (x, y) of the middle of the input circle; the network runs to the right from there.
    """

    def __init__(self, theme: Theme, at: tuple[float, float]) -> None:
        super().__init__()
        x, y = at
        names = y - 0.93
        self.input = Node(theme, "input", theme.input, (x, y), 0.54, name_height=names)
        self.prediction = Node(theme, "prediction", theme.prediction, (x + 2.8, y), 0.6, name_height=names)
        self.error = Node(theme, "error", theme.error, (x + 4.42, y), 0.6, name_height=names, dashed=True)
        self.arrow = wire(theme, self.input, self.prediction, buff=0.09, tip=0.14)
        self.knob = Knob(theme, (x + 1.37, y + 0.62), 0.44)
        self.add(self.input, self.prediction, self.error, self.arrow, self.knob)

    def show_values(self, weight: float, input: float, prediction: float, error: float) -> None:
        """Show these values."""
        self.input.value.write(in_node(input))
        self.knob.turn_to(weight)
        self.prediction.value.write(in_node(prediction))
        self.error.value.write(in_node(error))
