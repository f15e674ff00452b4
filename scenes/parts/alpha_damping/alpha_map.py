"""A map of learning rates: where a descent slides, lands, overshoots, bounces and diverges."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from manim import Dot, Line, Rectangle, VGroup

from gdcore import AlphaBorders
from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.window import Box
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.type.numbers import typst
from scenes.stage.type.text import Figures, Words

MAP = Box(left=LEFT_EDGE, right=RIGHT_EDGE, bottom=-2.6, top=2.2)
"""Where the map stands."""
_ROOM = 60.0
"""How many times beyond the borders the axis reaches at least, for the names of the outer regions."""
_DECADES = 6.0
"""How many decades beyond a border the axis reaches at most; farther rates stand at its end."""
_HALF = 0.3
_VALUES = -0.78  # the baseline of the rates, from the middle of the bar
_NAME = 1.0  # what the name of the axis takes of the box
Span = tuple[float, float]


class AlphaMap(VGroup):
    """A logarithmic bar of learning rates with its regions, its borders, and the rates that were tried.

    Args:
        theme: The colours.
        box: Where the map stands; the bar is in its middle.
        borders: Where a descent lands at once and where it bounces; None if no rate changes anything.
        alphas: The rates that were tried, above 0.
        chosen: The rate of the scene.
        names: How all these are written.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        borders: AlphaBorders | None,
        alphas: Sequence[float],
        chosen: float,
        names: Mapping[Number, str],
    ) -> None:
        super().__init__()
        self.names, self.between = names, borders or (1.0, 1.0)
        self.theme, self.box = theme, replace(box, left=box.left + _NAME)
        self.middle = (box.bottom + box.top) / 2
        lands, bounces = (float(border) for border in self.between)
        rates = [*alphas, *([chosen] if chosen > 0 else [])]
        low = max(min(min(rates) / 2, lands / _ROOM), lands * 10**-_DECADES)
        high = min(max(max(rates) * 2, bounces * _ROOM), bounces * 10**_DECADES)
        self.low, self.high = math.log10(low), math.log10(high)
        self.tried, numbers = self._tried(alphas, chosen)
        self.regions = VGroup()
        self.borders = VGroup()
        if borders is None:
            self.regions.add(self._region(low, high, "never moves", theme.muted, 0.75))
        else:
            self.regions.add(
                self._region(low, lands, "slides down", theme.goal, 0.75),
                self._region(lands, bounces, "overshoots and settles", theme.weight, 1.6),
                self._region(bounces, high, "diverges", theme.error, 0.75),
            )
            self.borders.add(
                self._border(lands, r"1 / input#super[2]", "lands at once", "right", numbers),
                self._border(bounces, r"2 / input#super[2]", "bounces for ever", "left", numbers),
            )
        self.title = Words("alpha", size=0.33, colour=theme.ink, at=(box.left, self.middle + _VALUES))
        self.add(self.regions, self.borders, self.tried, self.title)

    def across(self, alpha: float) -> float:
        """Return where a rate stands along the bar; one beyond it stands at its end."""
        exponent = min(max(math.log10(alpha), self.low), self.high)
        share = (exponent - self.low) / (self.high - self.low)
        return self.box.left + share * (self.box.right - self.box.left)

    def _region(self, low: float, high: float, name: str, colour: str, height: float) -> VGroup:
        """Return a part of the bar with its name above, and a line to it where the name stands high."""
        left, right = self.across(low), self.across(high)
        middle = (left + right) / 2
        bar = Rectangle(
            width=right - left, height=2 * _HALF, stroke_color=colour, stroke_width=2.5,
            fill_color=self.theme.tint(colour), fill_opacity=1,
        ).move_to((middle, self.middle, 0))  # fmt: skip
        region = VGroup(bar)
        if height > 1:
            foot, head = (middle, self.middle + _HALF + 0.05, 0), (middle, self.middle + height - 0.12, 0)
            region.add(Line(foot, head, color=colour, stroke_width=2))
        region.add(Words(name, size=0.33, colour=colour, at=(middle, self.middle + height), align="center"))
        return region

    def _border(self, alpha: float, formula: str, name: str, align: str, numbers: Sequence[Span]) -> VGroup:
        """Return a border with its formula, its value and what happens on it, below the bar.

        Both formulae are as large as there is room for either.
        Its line runs up to the bar, but where one of the `numbers` of the tried rates stands in the way.
        """
        x, sign = self.across(alpha), -1 if align == "right" else 1
        top = 1.1 if any(left < x < right for left, right in numbers) else _HALF
        line = Line((x, self.middle - top, 0), (x, self.middle - 1.95, 0), color=self.theme.ink, stroke_width=2)
        lands, bounces = (float(border) for border in self.between)
        room = min(self.across(lands) - self.box.left + _NAME, self.box.right - self.across(bounces))
        first = Words(
            f"{formula} $=$ {typst(self.names[alpha])}", size=0.3, colour=self.theme.ink,
            at=(x + 0.12 * sign, self.middle - 1.4), align=align, fit=room - 0.12,  # type: ignore[arg-type]
        )  # fmt: skip
        second = Words(
            name, size=0.33, colour=self.theme.ink, at=(x + 0.12 * sign, self.middle - 1.9), align=align  # type: ignore[arg-type]
        )  # fmt: skip
        return VGroup(line, first, second)

    def _tried(self, alphas: Sequence[float], chosen: float) -> tuple[VGroup, list[Span]]:
        """Return a dot for each rate with its value below, where there is room for it, and what these values span.

        The chosen one is first, and stands out by size and colour.
        """
        tried = VGroup()
        taken: list[Span] = []
        for alpha in dict.fromkeys([*([chosen] if chosen > 0 else []), *alphas]):
            x = self.across(alpha)
            ours = alpha == chosen
            colour = self.theme.ink if ours else self.theme.muted
            mark = VGroup(Dot((x, self.middle, 0), radius=0.13 if ours else 0.08, color=colour))
            size, below = 0.32 if ours else 0.27, (0, self.middle + _VALUES)
            label = Figures(self.names[alpha], size=size, colour=colour, at=below, align="center")
            half = label.width / 2
            x = float(np.clip(x, self.box.left + half, self.box.right - half))
            span = (x - half - 0.1, x + half + 0.1)
            if not any(span[0] < b and a < span[1] for a, b in taken):
                taken.append(span)
                mark.add(label.shift((x, 0, 0)))
            tried.add(mark)
        return tried, taken
