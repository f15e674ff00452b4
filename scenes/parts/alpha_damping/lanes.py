"""Lanes side by side: the error over the iterations on one logarithmic axis, a lane for each learning rate."""

import math
from collections.abc import Mapping, Sequence

import numpy as np
from manim import Line, VGroup, VMobject

from gdcore import Descent, Verdict, verdict
from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point
from scenes.stage.axes.plot import TICK_SIZE
from scenes.stage.axes.ticks import ticks
from scenes.stage.axes.window import Box
from scenes.stage.bowl.outcome_words import VERDICTS
from scenes.stage.direction.scene import LEFT_EDGE
from scenes.stage.type.numbers import MINUS, short, typst
from scenes.stage.type.text import Figures, Words, common_size, common_size_of_words

LANES = Box(left=-5.4, right=6.55, bottom=-2.1, top=1.75)
"""Where the lanes stand."""
DEEPEST = 34.0
"""Errors so many decades below the first one are what rounding leaves; they stand on the floor, and so does 0."""
_MOST_POINTS = 120
_GAP = 0.3
_TIP = 0.16
_NAMES = 0.2  # the baseline of what stands above the lanes, from their top


class Lanes(VGroup):
    """A lane for each descent: its learning rate above, its error on the way, its verdict and last error below.

    Args:
        theme: The colours.
        box: Where the lanes stand.
        descents: The descents.
        names: How their learning rates are written.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        descents: Sequence[Descent],
        names: Mapping[Number, str],
    ) -> None:
        super().__init__()
        self.theme, self.box = theme, box
        self.iterations = max(len(descent.error) for descent in descents) - 1
        self.low, self.high = _window(descents)
        self.axis = self._axis()
        width = (box.right - box.left + _GAP) / len(descents) - _GAP
        self.lanes = VGroup()
        self.paths: list[VGroup] = []
        titles = [f"alpha {typst(names[descent.alpha])}" for descent in descents]
        ends = [short(descent.error[-1]) for descent in descents]
        self.sizes = (
            common_size_of_words(titles, 0.26, fit=width),
            common_size_of_words((VERDICTS[verdict(descent)] for descent in descents), 0.27, fit=width),
            common_size(ends, 0.22, fit=width),
        )
        for i, (title, descent, end) in enumerate(zip(titles, descents, ends, strict=True)):
            left = box.left + i * (width + _GAP)
            self.lanes.add(self._lane(title, descent, end, Box(left, left + width, box.bottom, box.top)))
        self.add(self.axis, self.lanes)

    def level(self, error: float) -> float:
        """Return how high an error stands in the picture; what is off the axis stands at its end."""
        exponent = math.log10(error) if error > 0 else self.low
        share = (min(max(exponent, self.low), self.high) - self.low) / (self.high - self.low)
        return self.box.bottom + share * (self.box.top - self.box.bottom)

    def _axis(self) -> VGroup:
        """Return the axis that all lanes share, with powers of ten."""
        theme, box = self.theme, self.box
        x = box.left - 0.2
        axis = VGroup(
            Line((x, box.bottom, 0), (x, box.top, 0), color=theme.muted, stroke_width=2.5),
            Words("error", size=0.27, colour=theme.error, at=(x - 0.7, box.top + _NAMES)),
            Words(
                "last error",
                size=0.22,
                colour=theme.muted,
                at=(x - 0.14, box.bottom - 0.8),
                align="right",
                fit=x - 0.14 - LEFT_EDGE,
            ),
        )
        for value in ticks(self.low, self.high, 6).values:
            if value != round(value):
                continue
            y = self.level(10.0**value)
            text = "1" if value == 0 else f"10^{int(value)}".replace("-", MINUS)
            axis.add(Line((box.left - 0.26, y, 0), (box.left - 0.14, y, 0), color=theme.muted, stroke_width=2))
            at = (box.left - 0.34, y - 0.33 * TICK_SIZE)
            axis.add(Figures(text, size=TICK_SIZE, colour=theme.muted, at=at, align="right"))
        return axis

    def _lane(self, title: str, descent: Descent, end: str, box: Box) -> VGroup:
        """Return a lane with its title above, and below it its verdict and its last error."""
        theme, middle, said = self.theme, (box.left + box.right) / 2, verdict(descent)
        colour = {Verdict.GOOD: theme.goal, Verdict.EXPLODES: theme.error, Verdict.BOUNCES: theme.error}.get(
            said, theme.muted
        )
        of_title, of_verdict, of_end = self.sizes
        floor = Line((box.left, box.bottom, 0), (box.right, box.bottom, 0), color=theme.muted, stroke_width=2)
        above, below, last = ((middle, y) for y in (box.top + _NAMES, box.bottom - 0.42, box.bottom - 0.8))
        name = Words(title, size=of_title, colour=theme.ink, at=above, align="center")
        says = Words(VERDICTS[said], size=of_verdict, colour=colour, at=below, align="center")
        value = Figures(end, size=of_end, colour=theme.error, at=last, align="center")
        path = self._path(descent, box, colour)
        self.paths.append(path)
        return VGroup(VGroup(floor, name), path, VGroup(says, value))

    def _path(self, descent: Descent, box: Box, colour: str) -> VGroup:
        """Return the error over the iterations, and a tip where it leaves through the top."""
        points: list[Point] = []
        errors = descent.error.tolist()
        stride = max(1, len(errors) // _MOST_POINTS)
        leaves = False
        for k in sorted({*range(0, len(errors), stride), len(errors) - 1}):
            x = box.left + (box.right - box.left) * (k / self.iterations if self.iterations else 0)
            point = np.array([x, self.level(errors[k]), 0.0])
            if errors[k] > 0 and math.log10(errors[k]) > self.high:
                point = self._leaving(points[-1], errors[k], x) if points else point
                leaves = True
            points.append(point)
            if leaves:
                break
        if descent.overflowed and not leaves:  # the next state is beyond a double
            share = len(errors) / self.iterations if self.iterations else 0
            points.append(np.array([box.left + (box.right - box.left) * min(1.0, share), box.top, 0.0]))
            leaves = True
        line = VMobject(stroke_color=colour, stroke_width=4)
        line.set_points_as_corners(np.array(points if len(points) > 1 else [points[0], points[0] + (0.01, 0, 0)]))
        drawn = VGroup(line)
        if leaves:
            end = points[-1]
            tip = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
            corners = [end, end + (-_TIP / 2, -_TIP, 0), end + (_TIP / 2, -_TIP, 0), end]
            tip.set_points_as_corners(np.array(corners))
            drawn.add(tip)
        return drawn

    def _leaving(self, before: Point, error: float, x: float) -> Point:
        """Return where the line from a point to an error beyond the axis crosses its upper end."""
        exponent_before = self.low + (before[1] - self.box.bottom) / (self.box.top - self.box.bottom) * (
            self.high - self.low
        )
        rise = math.log10(error) - exponent_before
        share = (self.high - exponent_before) / rise if rise > 0 else 1.0
        return np.array([before[0] + share * (x - before[0]), self.box.top, 0.0])


def _window(descents: Sequence[Descent]) -> tuple[float, float]:
    """Return the exponents between which the lanes run: down to the best, up as far as shows an explosion."""
    tame = [d for d in descents if verdict(d) not in (Verdict.EXPLODES,)] or list(descents)
    start = float(descents[0].error[0])
    top = math.log10(start) if start > 0 else 0.0
    least = [math.log10(e) for d in tame for e in d.error.tolist() if e > 0]
    low = max(top - DEEPEST, min([*least, top - 1]))
    return math.floor(low), math.ceil(top + max(2.0, 0.5 * (top - low)))
