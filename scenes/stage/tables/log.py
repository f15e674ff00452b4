"""The log: what the loop prints, its first and its last lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from manim import Line, VGroup

from gdcore.arrays import Array
from scenes.settings.theme import Theme
from scenes.stage.tables.table import LOG_LINES, shown_lines
from scenes.stage.type.numbers import Column
from scenes.stage.type.text import Figures, Words, advance_of, sides_of

SIZE = 0.25
PITCH = 0.36
_GUTTER = 0.9  # between columns, in em


@dataclass(frozen=True)
class LogColumn:
    """A column of the log: its name, its colour, and its values, one per line."""

    name: str
    colour: str
    values: Array
    signed: bool = False


class Log(VGroup):
    """The printout of a loop: a header, the lines and, below a rule, the state after the loop.

    The last of the values is the state after the loop; if the numbers overflowed, it is the last line, and words
    take the place of the state that no computer could hold.

    Args:
        theme: The colours.
        columns: The columns.
        left, right, top: Where the log stands; `top` is the baseline of the header.
        overflowed: Whether the loop ended in overflow.
        most: The most lines to show, counting the gap.
        size: The em, where there is room for it.
        pitch: From one line to the next.
        colour: The colour of what has none of its own.
    """

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[LogColumn],
        *,
        left: float,
        right: float,
        top: float,
        overflowed: bool = False,
        most: int = LOG_LINES,
        size: float = SIZE,
        pitch: float = PITCH,
        colour: str | None = None,
    ) -> None:
        super().__init__()
        quiet, under, over = colour or theme.muted, 0.64 * size, 1.2 * size
        states = len(columns[0].values)
        self.lines = shown_lines(states if overflowed else states - 1, most)
        rows = [i for i in self.lines if i is not None] + ([] if overflowed else [states - 1])
        forms = [Column((c.values[i] for i in rows), signed=c.signed, digits=7) for c in columns]
        texts = [[form.form(c.values[i]) for i in rows] for c, form in zip(columns, forms, strict=True)]
        first = max(advance_of(text, mono=True) for text in ("after", f"{states:,}"))
        sides = [sides_of(column) for column in texts]
        widths = [max(a + b, advance_of(c.name, mono=True)) for (a, b), c in zip(sides, columns, strict=True)]
        total = first + sum(widths) + _GUTTER * len(widths)
        size = min(size, (right - left) / total)
        gutter = _GUTTER + ((right - left) / size - total) / len(widths)

        ends, x = [], first
        for width in widths:
            x += gutter + width
            ends.append(left + x * size)
        self.header = VGroup(
            Figures("line", size=size, colour=quiet, at=(left, top), mono=True),
            *(
                Figures(c.name, size=size, colour=c.colour, at=(end, top), align="right", mono=True)
                for c, end in zip(columns, ends, strict=True)
            ),
            Line((left, top - under, 0), (right, top - under, 0), color=quiet, stroke_width=2),
        )

        def row(name: str, values: Sequence[str], height: float) -> VGroup:
            cells = VGroup(Figures(name, size=size, colour=quiet, at=(left, height), mono=True))
            for c, text, (_, tail), end in zip(columns, values, sides, ends, strict=True):
                at = (end - tail * size, height)
                cells.add(Figures(text, size=size, colour=c.colour, at=at, align="point", mono=True))
            return cells

        self.rows: list[VGroup] = []
        y = top - under
        for i in self.lines:
            y -= pitch
            if i is None:
                hidden = states - len(rows)
                words = f"#sym.dots.v #h(0.4em) {hidden:,} {'line' if hidden == 1 else 'lines'} left out"
                self.rows.append(VGroup(Words(words, size=size, colour=quiet, at=(left, y))))
            else:
                place = rows.index(i)
                self.rows.append(row(f"{i + 1:,}", [column[place] for column in texts], y))
        y -= pitch + 0.1
        self.rule = Line((left, y + over, 0), (right, y + over, 0), color=quiet, stroke_width=2)
        end, fit = "then more than a computer can hold", right - left
        self.after = (
            VGroup(Words(end, size=size, colour=quiet, at=(left, y), fit=fit))
            if overflowed
            else row("after", [column[-1] for column in texts], y)
        )
        self.add(self.header, *self.rows, self.rule, self.after)
