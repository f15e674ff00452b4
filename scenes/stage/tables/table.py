"""Numbers as a table: what `lecture table` prints, and what tells whether two clips show the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gdcore import Trajectory

DESCENT = ("weight", "prediction", "error", "delta", "weight_delta")
"""The columns of a descent."""


LOG_LINES = 6
"""So many lines has a log at most, the gap counted."""


@dataclass(frozen=True)
class Table:
    """Numbers of a scene, row by row.

    Attributes:
        name: What the rows are.
        columns: The names of the columns.
        rows: The rows, each with a cell a column: an int for what is counted, a float for what is measured, a
            str for what is said, and None where there is nothing to write.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def table_of(name: str, columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Table:
    """Return a table of rows of numbers of any kind, texts and None."""
    return Table(name, columns, tuple(tuple(map(cell, row)) for row in rows))


def table_of_states(name: str, path: Trajectory, quantities: Sequence[str], **more: Sequence[object]) -> Table:
    """Return the states 0..n of a trajectory, a row each; `more` are further columns."""
    columns = {quantity: getattr(path, quantity).tolist() for quantity in quantities} | more
    return table_of(name, ("state", *columns), zip(range(len(path.weight)), *columns.values(), strict=True))


def cell(value: Any) -> object:
    """Return a number as a float, unless it counts something; texts, and nothing, stay as they are."""
    if value is None or isinstance(value, int | str):
        return value
    return float(value) + 0.0  # -0.0 becomes 0.0, since parameters that are equal must have one digest


def shown_lines(count: int, most: int = LOG_LINES) -> list[int | None]:
    """Return the indices of the lines to show of `count`, at most `most`; None is the gap, counted as a line."""
    if count <= most:
        return list(range(count))
    last = 2
    return [*range(most - last - 1), None, *range(count - last, count)]
