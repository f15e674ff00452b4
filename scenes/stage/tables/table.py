"""Numbers as a table: `lecture table` prints it, and it tells whether two clips show the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from gdcore import Trajectory

DESCENT = ("weight", "prediction", "error", "delta", "weight_delta")
"""The columns of a descent."""


LOG_LINES = 6
"""A log has at most this many lines, counting the gap."""


@dataclass(frozen=True)
class Table:
    """Numbers of a scene, row by row.

    Attributes:
        name: What the rows are.
        columns: The names of the columns.
        rows: The rows, each with one cell per column: an int for a count, a float for a measurement, a str for
            words, and None for nothing.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def table_of(name: str, columns: tuple[str, ...], rows: Iterable[Iterable[object]]) -> Table:
    """Return a table; the cells may be numbers of any kind, texts or None."""
    return Table(name, columns, tuple(tuple(map(cell, row)) for row in rows))


def table_of_states(name: str, path: Trajectory, quantities: Sequence[str], **more: Sequence[object]) -> Table:
    """Return the states 0..n of a trajectory, one row each; `more` holds further columns."""
    columns = {quantity: getattr(path, quantity).tolist() for quantity in quantities} | more
    return table_of(name, ("state", *columns), zip(range(len(path.weight)), *columns.values(), strict=True))


def cell(value: Any) -> object:
    """Return a number as a float, unless it is a count; texts and None stay as they are."""
    if value is None or isinstance(value, int | str):
        return value
    return float(value) + 0.0  # -0.0 becomes 0.0, since parameters that are equal must have one digest


def shown_lines(count: int, most: int = LOG_LINES) -> list[int | None]:
    """Return which of `count` lines to show, by index, at most `most`; None is the gap, and counts as a line."""
    if count <= most:
        return list(range(count))
    last = 2
    return [*range(most - last - 1), None, *range(count - last, count)]
