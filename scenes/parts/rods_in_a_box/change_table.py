"""A table of changes: of blue, of red, and the one over the other."""

from collections.abc import Sequence
from typing import Any

from manim import Line, VGroup

from gdcore import RodMove
from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box.rod import ChangeArrow
from scenes.parts.rods_in_a_box.words import verb
from scenes.settings.theme import Theme
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.type.numbers import apart
from scenes.stage.type.text import Figures, Words, common_size

_TOP, _FIRST, _BOTTOM = -1.68, -2.11, -3.11
"""The baselines of the heading, of the first row, and of the last one where there are many."""
_PITCH = 0.46
_HALF = 1.25  # the longest arrow
_CHANGE, _RATIO = 0.95, 3.2  # the room for the numbers of a kind
_BLUE, _RED = -3.85, 0.5  # where changes begin, to either side


class ChangeTable(VGroup):
    """A row for each move: what it was, the arrows of both changes in one scale, and their ratio.

    Different changes are written differently, and the numbers of a kind have one size.

    The parts are shown one by one: `heading`, `rows`, and in the end `ratio_heading` with `ratios`.

    Args:
        theme: The colours.
        moves: The moves.
        ratio: How the ratio of all that moved is written.
    """

    def __init__(self, theme: Theme, moves: Sequence[RodMove], ratio: str) -> None:
        super().__init__()
        changes = [move.change for move in moves]
        pitch = min(_PITCH, (_FIRST - _BOTTOM) / max(1, len(changes) - 1))
        size = min(0.3, 0.72 * pitch)
        values: list[Scalar] = [value for change in changes for value in (change.blue, change.red)]
        largest = max(map(abs, values))

        def words(text: str, colour: str, x: float, y: float, align: Any = "left") -> Words:
            return Words(text, size=0.27 if y == _TOP else size, colour=colour, at=(x, y), align=align)

        blue, red = (apart(column, digits=3, signed=True) for column in (values[::2], values[1::2]))
        ratios = [f"{a} / {b} = {ratio}" for a, b in zip(red, blue, strict=True)]
        size_of_changes = common_size([*blue, *red], size, fit=_CHANGE)
        size_of_ratios = common_size(ratios, size, fit=_RATIO)

        self.heading = VGroup(
            words("change of blue", theme.blue_rod, _BLUE + 0.4, _TOP, "center"),
            words("change of red", theme.red_rod, _RED + 0.4, _TOP, "center"),
        )
        self.ratio_heading = words("red's over blue's", theme.ink, RIGHT_EDGE, _TOP, "right")
        self.rows: list[VGroup] = []
        self.ratios: list[Words | Figures] = []
        for i, (move, change) in enumerate(zip(moves, changes, strict=True)):
            y = _FIRST - i * pitch
            row = VGroup(words(verb(move.asked), theme.muted, LEFT_EDGE, y))
            for value, form, colour, x in (
                (change.blue, blue[i], theme.blue_rod, _BLUE),
                (change.red, red[i], theme.red_rod, _RED),
            ):
                middle = y + 0.33 * size
                zero = Line(
                    (x, middle - 0.45 * size, 0), (x, middle + 0.45 * size, 0), color=theme.muted, stroke_width=2
                )
                arrow = ChangeArrow(colour)
                arrow.point(x, x + _HALF * float(value / largest), middle)
                number = Figures(form, size=size_of_changes, colour=colour, at=(x + _HALF + 0.25, y))
                row.add(zero, arrow, number)
            self.rows.append(row)
            if change.ratio is None:
                self.ratios.append(words("nothing moved", theme.muted, RIGHT_EDGE, y, "right"))
            else:
                at = (RIGHT_EDGE, y)
                self.ratios.append(Figures(ratios[i], size=size_of_ratios, colour=theme.ink, at=at, align="right"))
        self.add(self.heading, self.ratio_heading, *self.rows, *self.ratios)
