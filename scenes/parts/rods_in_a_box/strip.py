"""Changes below the rods, red's over blue's, and what comes out when they are divided."""

from collections.abc import Sequence
from typing import Any

from manim import Line, VGroup

from gdcore import RodMove
from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box import words
from scenes.settings.theme import Theme
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import apart
from scenes.stage.type.text import Figures, Words, advance_of

_HEADING = 2.75
_COLUMN = 3.3
"""The room for the heading, and the most that a column takes, in a frame 8 high."""


class Strip(VGroup):
    """A column for each move: red's change over blue's.

    The parts are shown one by one: `heading`, `tops` and `bottoms`, `lines`, and in the end `ratios`.

    Args:
        theme: The colours.
        layout: The frame.
        box: Where it stands.
        moves: The moves.
        ratio: How the ratio of all that moved is written.
    """

    def __init__(self, theme: Theme, layout: Layout, box: Box, moves: Sequence[RodMove], ratio: str) -> None:
        super().__init__()
        unit = layout.unit
        self.rows = box.bottom + 0.78 * unit, box.bottom + 0.14 * unit
        values: list[Scalar] = [value for move in moves for value in (move.change.blue, move.change.red)]
        blue, red = (apart(column, digits=3, signed=True) for column in (values[::2], values[1::2]))
        left, answer = box.left + _HEADING * unit, f"= {ratio}"
        pitch = min(_COLUMN * unit, (box.right - left) / len(moves))
        widest, beside = (
            max(advance_of(text, mono=False) for text in texts) for texts in ([*blue, *red], [answer])
        )
        self.size = size = min(layout.number, (pitch - 0.65 * unit) / (widest + beside))
        half = widest * size / 2 + 0.1 * unit
        self.heading = VGroup(
            Words(name, size=layout.word, colour=colour, at=(box.left, y))
            for name, colour, y in zip(words.CHANGES, (theme.red_rod, theme.blue_rod), self.rows, strict=True)
        )
        self.tops, self.bottoms, self.lines, self.ratios = VGroup(), VGroup(), VGroup(), VGroup()
        middle = (self.rows[0] + self.rows[1]) / 2 + 0.14 * unit
        for i, move in enumerate(moves):
            x = left + i * pitch + half
            style: dict[str, Any] = {"size": size, "align": "center"}
            self.tops.add(Figures(red[i], colour=theme.red_rod, at=(x, self.rows[0]), **style))
            self.bottoms.add(Figures(blue[i], colour=theme.blue_rod, at=(x, self.rows[1]), **style))
            if not move.change.blue:
                continue
            self.lines.add(Line((x - half, middle, 0), (x + half, middle, 0), color=theme.ink, stroke_width=3))
            at = (x + half + 0.2 * unit, middle)
            self.ratios.add(Figures(answer, size=size, colour=theme.ink, at=at, middle=True))
        self.add(self.heading, self.tops, self.bottoms, self.lines, self.ratios)

    def numbers(self, i: int) -> VGroup:
        """Return the numbers of move `i`."""
        return VGroup(self.tops[i], self.bottoms[i])


def wheels_told(theme: Theme, layout: Layout, box: Box, numbers: tuple[str, str], notes: Sequence[str]) -> VGroup:
    """Return the radii of the wheels, red's over blue's, and what the bars do, as words at the right."""
    unit = layout.unit
    rows = box.bottom + 0.78 * unit, box.bottom + 0.14 * unit
    group = VGroup()
    colours = theme.red_rod, theme.blue_rod
    for name, number, colour, y in zip(words.RADII, numbers, colours, rows, strict=True):
        group.add(Words(name, size=layout.word, colour=colour, at=(box.left, y)))
        at = (box.left + _HEADING * unit, y)
        if number.isalpha():
            group.add(Words(number, size=layout.word, colour=colour, at=at))
        else:
            group.add(Figures(number, size=layout.number, colour=colour, at=at, fit=2.2 * unit))
    beside = (box.left + (_HEADING + 2.6) * unit, 0) if layout.is_wide else (box.left, -1.3 * unit)
    for note, y in zip(notes, rows, strict=False):
        at = (beside[0], y + beside[1])
        group.add(Words(note, size=layout.word, colour=theme.ink, at=at))
    return group
