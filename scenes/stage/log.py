"""The log: what the loop prints, its first and its last lines."""

from collections.abc import Sequence
from dataclasses import dataclass

from manim import Line, VGroup

from gdcore.arrays import Array
from scenes.stage.numbers import Column
from scenes.stage.text import Figures, Words, advance_of
from scenes.stage.theme import Theme

SIZE = 0.25
PITCH = 0.42
_GUTTER = 1.2  # between columns, in em


@dataclass(frozen=True)
class LogColumn:
    """A column of the log: its name, its colour, and its values, one a line."""

    name: str
    colour: str
    values: Array
    signed: bool = False


def shown_lines(count: int, most: int) -> list[int | None]:
    """Return the indices of the lines to show of `count`, at most `most`; None is the gap, counted as a line."""
    if count <= most:
        return list(range(count))
    last = 2
    return [*range(most - last - 1), None, *range(count - last, count)]


class Log(VGroup):
    """The printout of a loop: a header, the lines, and the state after the loop below a rule.

    The values hold one entry more than there are lines: the last is the state after the loop.

    Args:
        theme: The colours.
        columns: The columns.
        left, right, top: Where the log stands; `top` is the baseline of the header.
        most: The most lines to show, the gap counted.
    """

    def __init__(
        self,
        theme: Theme,
        columns: Sequence[LogColumn],
        *,
        left: float,
        right: float,
        top: float,
        most: int = 9,
    ) -> None:
        super().__init__()
        count = len(columns[0].values) - 1
        self.lines = shown_lines(count, most)
        rows = [i for i in self.lines if i is not None] + [count]
        forms = [Column((c.values[i] for i in rows), signed=c.signed) for c in columns]
        texts = [[form.form(c.values[i]) for i in rows] for c, form in zip(columns, forms, strict=True)]
        first = max(advance_of(text, mono=True) for text in ("after", f"{count:,}"))
        sides = [_sides([*column, ""]) for column in texts]
        widths = [max(a + b, advance_of(c.name, mono=True)) for (a, b), c in zip(sides, columns, strict=True)]
        total = first + sum(widths) + _GUTTER * len(widths)
        size = min(SIZE, (right - left) / total)
        gutter = _GUTTER + ((right - left) / size - total) / len(widths)

        ends, x = [], first
        for width in widths:
            x += gutter + width
            ends.append(left + x * size)
        self.header = VGroup(
            Figures("line", size=size, colour=theme.muted, at=(left, top), mono=True),
            *(
                Figures(c.name, size=size, colour=c.colour, at=(end, top), align="right", mono=True)
                for c, end in zip(columns, ends, strict=True)
            ),
            Line((left, top - 0.16, 0), (right, top - 0.16, 0), color=theme.muted, stroke_width=2),
        )
        self.rows: list[VGroup] = []
        y = top - 0.16
        for place, i in enumerate([*self.lines, count]):
            y -= PITCH
            if place == len(self.lines):
                self.rule = Line((left, y + 0.27, 0), (right, y + 0.27, 0), color=theme.muted, stroke_width=2)
                y -= 0.08
            if i is None:
                hidden = count - len(rows) + 1
                words = f"{hidden:,} lines left out" if hidden > 1 else "1 line left out"
                self.rows.append(
                    VGroup(Words(f"#sym.dots.v #h(0.4em) {words}", size=size, colour=theme.muted, at=(left, y)))
                )
                continue
            label = "after" if place == len(self.lines) else f"{i + 1:,}"
            row = VGroup(Figures(label, size=size, colour=theme.muted, at=(left, y), mono=True))
            for c, column, (_, after), end in zip(columns, texts, sides, ends, strict=True):
                at = (end - after * size, y)
                text = column[rows.index(i)]
                row.add(Figures(text, size=size, colour=c.colour, at=at, align="point", mono=True))
            self.rows.append(row)
        self.add(self.header, *self.rows[:-1], self.rule, self.rows[-1])


def _sides(texts: Sequence[str]) -> tuple[float, float]:
    """Return the widest that stands before and after the decimal points of `texts`, in em."""
    before, after = 0.0, 0.0
    for text in texts:
        whole = advance_of(text.partition("×")[0].partition(".")[0], mono=True)
        before, after = max(before, whole), max(after, advance_of(text, mono=True) - whole)
    return before, after
