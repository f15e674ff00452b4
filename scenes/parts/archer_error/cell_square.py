"""A square that stands on its side, with the unit cells that it is made of."""

import math
from collections.abc import Sequence

from manim import VGroup, VMobject

from scenes.parts.archer_error.shapes import NOTHING, lines, rectangle, together
from scenes.settings.theme import Theme

_LEAST_CELL = 0.13
"""A cell that is drawn smaller than this, in scene units, is not drawn: there are too many to count."""
_LEAST_SIDE = 0.012
"""A square is never drawn smaller than a speck."""

Cell = tuple[float, float, float, float]
"""Left, bottom, width and height."""


def cells_of(side: float) -> list[Cell]:
    """Return the unit cells of a square, row by row from below; those at its far sides are cut off."""
    starts = range(math.ceil(side))
    return [(x, y, min(1.0, side - x), min(1.0, side - y)) for y in starts for x in starts]


class CellSquare(VGroup):
    """A red square; cells that have been counted are brighter.

    Args:
        theme: The colours.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.body = VMobject(stroke_width=0, fill_color=theme.error, fill_opacity=0.2)
        self.lit = VMobject(stroke_width=0, fill_color=theme.error, fill_opacity=0.45)
        self.grid = VMobject(stroke_color=theme.error, stroke_width=2)
        self.outline = VMobject(stroke_color=theme.error, stroke_width=4)
        self.side = 0.0
        self.add(self.body, self.lit, self.grid, self.outline)

    def draw(
        self, x: float, y: float, scale: float, side: float, *, wide: float = 1.0, lit: float = 0.0, to: int = 1
    ) -> None:
        """Draw the square on its corner.

        Args:
            x: The corner.
            y: Its height.
            scale: How long 1 is in the picture.
            side: The side.
            wide: The share of its width that is drawn: it grows out of its upright side.
            lit: The share of its cells that are counted.
            to: Whether it lies to the right (1) or to the left (-1) of the corner.
        """
        self.side, drawn = side, max(side * scale, _LEAST_SIDE)
        if side <= 0:
            for part in self.submobjects:
                part.points = NOTHING
            return
        self.body.points = self.outline.points = rectangle(x, y, to * wide * drawn, drawn)
        countable = wide == 1 and side > 1 and scale >= _LEAST_CELL
        inner = [i * scale for i in range(1, math.ceil(side))] if countable else []
        self.grid.points = lines(
            [((x + to * i, y), (x + to * i, y + drawn)) for i in inner]
            + [((x, y + i), (x + to * drawn, y + i)) for i in inner]
        )
        cells: Sequence[Cell] = cells_of(side) if countable else [(0, 0, side, side)]
        shown = cells[: math.floor(lit * len(cells) + 1e-9)]
        pieces = [rectangle(x + to * a * scale, y + b * scale, to * w * scale, h * scale) for a, b, w, h in shown]
        self.lit.points = together(pieces)
