"""A line of weights with the steps that different learning rates take from one place on it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import Dot, Line, VGroup, VMobject

from scenes.parts.alpha_damping import words
from scenes.parts.alpha_damping.numbers import AlphaDampingNumbers
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import DOT_RADIUS, Point, stretch, stretch_dashed
from scenes.stage.axes.plot import TICK_SIZE
from scenes.stage.axes.ticks import ticks
from scenes.stage.axes.window import Box
from scenes.stage.type.text import Align, Figures, Words, advance_of

_TIP = 0.2


@dataclass(frozen=True)
class Step:
    """A step to draw above the line.

    Attributes:
        markup: Its name, in Typst markup.
        end: The weight that it leads to.
        colour: Its colour.
    """

    markup: str
    end: float
    colour: str


class WeightLine(VGroup):
    """A horizontal axis of weights; above it a row for each step, an arrow from the start to where it leads.

    Args:
        theme: The colours.
        box: Where it stands; the axis is its lower edge.
        start: The weight that all steps begin at.
        goal: The weight at the goal; None if there is none.
        steps: The steps, from the top.
    """

    def __init__(self, theme: Theme, box: Box, start: float, goal: float | None, steps: Sequence[Step]) -> None:
        super().__init__()
        self.theme, self.box = theme, box
        places = [start, *(step.end for step in steps), *([] if goal is None else [goal])]
        low, high = min(places), max(places)
        margin = 0.12 * (high - low) if high - low > 1e-6 * max(abs(low), abs(high)) else max(abs(start) / 2, 1.0)
        self.low, self.high = low - margin, high + margin
        self.axis = VGroup(
            Line((box.left, box.bottom, 0), (box.right, box.bottom, 0), color=theme.muted, stroke_width=2.5)
        )
        self._mark()
        corner = (box.right, box.bottom - 0.7)
        self.title = Words("weight", size=0.27, colour=theme.weight, at=corner, align="right")
        left_of_goal = goal is not None and start < goal
        self.guides = VGroup(self._guide(start, "start", theme.muted, "right" if left_of_goal else "left"))
        if goal is not None:
            self.guides.add(self._guide(goal, "goal weight", theme.goal, "left" if left_of_goal else "right"))
        self.start = Dot(self.place(start), radius=DOT_RADIUS, color=theme.weight)
        self.rows = VGroup()
        pitch = (box.top - box.bottom - 0.3) / (len(steps) + 0.3)
        for i, step in enumerate(steps):
            self.rows.add(self._row(step, start, box.top - 0.65 - i * pitch))
        names = [row[0] for row in self.rows]
        left = self._beside_guides([start] if goal is None else [start, goal], max(name.width for name in names))
        for name in names:
            name.shift((left - box.left, 0, 0))
        self.add(self.axis, self.title, self.guides, self.start, self.rows)

    def place(self, weight: float, height: float | None = None) -> Point:
        """Return where a weight stands on the line, or above it."""
        across = (float(weight) - self.low) / (self.high - self.low)
        y = self.box.bottom if height is None else height
        return np.array([self.box.left + across * (self.box.right - self.box.left), y, 0.0])

    def _guide(self, weight: float, name: str, colour: str, align: Align) -> VGroup:
        """Return a dashed upright over a weight, its name on the side that faces away from the other one."""
        guide = VMobject(stroke_color=colour, stroke_width=2.5)
        top = self.place(weight, self.box.top + 0.1)
        stretch_dashed(guide, self.place(weight), top, dash=0.08)
        at = (top[0] + (0.12 if align == "left" else -0.12), self.box.top)
        return VGroup(guide, Words(name, size=0.25, colour=colour, at=at, align=align))

    def _row(self, step: Step, start: float, height: float) -> VGroup:
        """Return a name at the left and the arrow below it."""
        name = Words(step.markup, size=0.27, colour=self.theme.ink, at=(self.box.left, height))
        a, b = self.place(start, height - 0.4), self.place(step.end, height - 0.4)
        row = VGroup(name)
        length = float(np.linalg.norm(b - a))
        if length > 1e-6:
            unit = (b - a) / length
            tip_length = min(_TIP, length)
            shaft = VMobject(stroke_color=step.colour, stroke_width=6)
            stretch(shaft, a, b - unit * tip_length * 0.9)
            tip = VMobject(stroke_width=0, fill_color=step.colour, fill_opacity=1)
            up = np.array([0.0, 0.5 * tip_length, 0.0])
            tip.set_points_as_corners(np.array([b, b - unit * tip_length + up, b - unit * tip_length - up, b]))
            row.add(shaft, tip)
        return row

    def _beside_guides(self, weights: Sequence[float], width: float) -> float:
        """Return where names of a width begin so that no upright crosses them: at the left where there is room."""
        uprights = sorted(self.place(weight)[0] for weight in weights)
        for left in (self.box.left, *(x + 0.12 for x in uprights)):
            right = left + width
            if right <= self.box.right and not any(left - 0.1 < x < right + 0.1 for x in uprights):
                return float(left)
        return self.box.left

    def _mark(self) -> None:
        for count in (6, 5, 4, 3, 2):
            found = ticks(self.low, self.high, count)
            widest = max(advance_of(label, mono=False) for label in found.labels) * TICK_SIZE
            if len(found.values) * (widest + 0.3) < self.box.right - self.box.left:
                break
        for value, label in zip(found.values, found.labels, strict=True):
            x, y = self.place(value)[:2]
            self.axis.add(Line((x, y - 0.06, 0), (x, y + 0.06, 0), color=self.theme.muted, stroke_width=2))
            self.axis.add(
                Figures(label, size=TICK_SIZE, colour=self.theme.muted, at=(x, y - 0.37), align="center")
            )
        if found.exponent:
            text = f"×10^{found.exponent}".replace("-", "−")
            at = (self.box.right - 1.1, self.box.bottom - 0.7)
            self.axis.add(self._figures(text, at, "right"))

    def _figures(self, text: str, at: tuple[float, float], align: Align) -> Figures:
        return Figures(text, size=TICK_SIZE, colour=self.theme.muted, at=at, align=align)


def first_steps(theme: Theme, box: Box, n: AlphaDampingNumbers) -> WeightLine:
    """Return the line with the first step, with an alpha of 1 and with ours."""
    start, goal = float(n.descent.weight[0]), n.curve.goal_weight
    ends, colours = (n.undamped, n.damped), (theme.slope, theme.weight)
    steps = [Step(*step) for step in zip(words.rows(n), ends, colours, strict=True)]
    return WeightLine(theme, box, start, None if goal is None else float(goal), steps)
