"""The readout: rows with a name and a value that rolls with its digits in place."""

from collections.abc import Sequence

from manim import VGroup

from scenes.settings.theme import Theme
from scenes.stage.type.numbers import Column
from scenes.stage.type.text import Figures, Words, sides_of

SIZE = 0.25
PITCH = 0.37


class Readout(VGroup):
    """Rows of names on the left, and values with their decimal points aligned.

    Args:
        theme: The colours.
        rows: The name, colour and column of each row; a row without a column holds text.
        left: Where the names begin.
        right: Where the widest value ends.
        top: The baseline of the first row.
        size: The em.
        pitch: From one baseline to the next.
    """

    def __init__(
        self,
        theme: Theme,
        rows: Sequence[tuple[str, str, Column | None]],
        *,
        left: float,
        right: float,
        top: float,
        size: float = SIZE,
        pitch: float = PITCH,
    ) -> None:
        super().__init__()
        self.columns: dict[str, Column | None] = {}
        self.names: dict[str, Figures] = {}
        self.values: dict[str, Figures] = {}
        columns = [column for _, _, column in rows if column]
        tail = max((sides_of(column.form(value) for value in column.values)[1] for column in columns), default=0)
        for i, (name, colour, column) in enumerate(rows):
            y = top - i * pitch
            self.columns[name] = column
            self.names[name] = Figures(name, size=size, colour=theme.muted, at=(left, y), mono=True)
            self.add(self.names[name])
            at = (right - tail * size, y) if column else (right, y)
            align = "point" if column else "right"
            value = Figures("", size=size, colour=colour, at=at, align=align, mono=True)  # type: ignore[arg-type]
            self.values[name] = value
            self.add(value)

    def write(self, name: str, value: float | str, *, rolling: bool = False) -> None:
        """Show `value` in the row `name`; a number that is rolling stays written out."""
        column = self.columns[name]
        self.values[name].write(
            str(value) if column is None or isinstance(value, str) else column.form(value, rolling=rolling)
        )


class StepTable(VGroup):
    """A heading, and a row with one value for each step; `rows` holds them, the heading with the first one.

    Args:
        theme: The colours.
        heading: Markup of the heading.
        colour: The colour of heading and values.
        values: The values at the start and after each step.
        left, right, top: Where the table stands; `top` is the baseline of the heading.
        height: How far down it may reach from there.
    """

    def __init__(
        self,
        theme: Theme,
        heading: str,
        colour: str,
        values: Sequence[float],
        *,
        left: float,
        right: float,
        top: float,
        height: float,
    ) -> None:
        column, names = Column(values, signed=True), step_names(len(values))
        pitch = min(0.55, (height - 0.65) / len(names))
        readout = Readout(
            theme,
            [(name, colour, column) for name in names],
            left=left,
            right=right,
            top=top - 0.65,
            size=min(0.29, 0.6 * pitch),
            pitch=pitch,
        )
        title = Words(heading, size=0.29, colour=colour, at=(right, top), align="right")
        self.rows: list[VGroup] = []
        for name, value in zip(names, values, strict=True):
            readout.write(name, value)
            self.rows.append(VGroup(readout.names[name], readout.values[name]))
        self.rows[0].add(title)
        super().__init__(*self.rows)


def step_names(count: int) -> list[str]:
    """Return the names of the states 0 to count - 1."""
    return ["Start", *(f"Step {k}" for k in range(1, count))]
