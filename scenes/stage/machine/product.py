"""A product of two numbers that travel: they leave their places, meet in a row, and become a third."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from manim import VGroup

from scenes.settings.theme import Theme
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import MINUS
from scenes.stage.type.outlines import outline
from scenes.stage.type.text import Figures, Words, advance_of


@dataclass(frozen=True)
class Factor:
    """A number of a product.

    Attributes:
        name: Markup of its name; empty where its colour is name enough.
        text: How the number is written.
        colour: The colour of its quantity.
        start: Where it comes from, a point (x, y).
    """

    name: str
    text: str
    colour: str
    start: tuple[float, float]


class Product(VGroup):
    """A row of numbers with their names below: one × other = result, or another sign between the two.

    Args:
        theme: The colours.
        layout: The frame.
        box: Where the row stands, in its middle and at its foot.
        factors: The two numbers.
        result: What they make; its start is of no use.
        sign: What stands between the two.
    """

    def __init__(
        self,
        theme: Theme,
        layout: Layout,
        box: Box,
        factors: Sequence[Factor],
        result: Factor,
        *,
        sign: str = "×",
    ) -> None:
        super().__init__()
        parts = [*factors, result]
        texts = [one.text for one in parts]
        if texts[1].startswith(MINUS):
            texts[1] = f"({texts[1]})"
        number, word, gap = layout.number, layout.word, 0.16 * layout.unit
        room = advance_of("×", mono=False) * number + 2 * gap
        widths = [
            max(advance_of(text, mono=False) * number, outline(one.name).advance * word if one.name else 0.0)
            for text, one in zip(texts, parts, strict=True)
        ]
        total = sum(widths) + 2 * room
        shrink = min(1.0, box.width / total)
        places = [
            (sum(widths[:i]) + i * room + width / 2 - total / 2) * shrink + box.centre[0]
            for i, width in enumerate(widths)
        ]
        high, low = box.bottom + 0.58 * layout.unit, box.bottom + 0.1 * layout.unit

        def figures(text: str, colour: str, x: float) -> Figures:
            return Figures(text, size=number * shrink, colour=colour, at=(x, high), align="center")

        self.values = [figures(text, one.colour, x) for text, one, x in zip(texts, parts, places, strict=True)]
        ends = [x + (width + room) * shrink / 2 for x, width in zip(places, widths, strict=True)]
        times, equals = figures(sign, theme.ink, ends[0]), figures("=", theme.ink, ends[1])
        names = [
            Words(one.name, size=word * shrink, colour=one.colour, at=(x, low), align="center")
            if one.name
            else VGroup()
            for one, x in zip(parts, places, strict=True)
        ]
        self.factors = VGroup(*self.values[:2])
        self.signs = VGroup(times, *names[:2])
        self.result = VGroup(equals, self.values[2], names[2])
        self.ends = [value.at for value in self.values]
        self.starts = [one.start for one in factors]
        self.add(self.factors, self.signs, self.result)

    def travel(self, time: float) -> None:
        """Show the two numbers on their way from where they come to the row."""
        for value, start, end in zip(self.values, self.starts, self.ends, strict=False):
            a, b = np.array(start), np.array(end)
            value.at = tuple(a + (b - a) * time)
            value.write(value.text)
