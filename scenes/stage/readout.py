"""The readout: rows of a name and a value that rolls with its digits in place."""

from collections.abc import Sequence

from manim import VGroup

from scenes.stage.numbers import Column
from scenes.stage.text import Figures, sides_of
from scenes.stage.theme import Theme

SIZE = 0.25
PITCH = 0.37


class Readout(VGroup):
    """Rows of names at the left and values with their decimal points below one another.

    Args:
        theme: The colours.
        rows: Name, colour and column of each row; a row without a column holds text.
        left: Where the names begin.
        right: Where the widest value ends.
        top: The baseline of the first row.
    """

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[tuple[str, str, Column | None]],
        *,
        left: float,
        right: float,
        top: float,
    ) -> None:
        super().__init__()
        self.columns: dict[str, Column | None] = {}
        self.values: dict[str, Figures] = {}
        columns = [column for _, _, column in rows if column]
        tail = max(sides_of(column.form(value) for value in column.values)[1] for column in columns)
        for i, (name, colour, column) in enumerate(rows):
            y = top - i * PITCH
            self.columns[name] = column
            self.add(Figures(name, size=SIZE, colour=theme.muted, at=(left, y), mono=True))
            at = (right - tail * SIZE, y) if column else (right, y)
            align = "point" if column else "right"
            value = Figures("", size=SIZE, colour=colour, at=at, align=align, mono=True)  # type: ignore[arg-type]
            self.values[name] = value
            self.add(value)

    def write(self, name: str, value: float | str, *, rolling: bool = False) -> None:
        """Show `value` in the row `name`; a number that is rolling keeps its written-out form."""
        column = self.columns[name]
        self.values[name].write(
            str(value) if column is None or isinstance(value, str) else column.form(value, rolling=rolling)
        )
