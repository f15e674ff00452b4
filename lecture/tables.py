"""The numbers that a scene shows, as tables: for handouts, and for telling whether two clips show the same."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from gdcore import (
    MEASURES,
    Misses,
    gradient_descent,
    measured,
    squared_error,
)
from scenes import SCENES
from scenes.stage.tables.table import Table, table_of

if TYPE_CHECKING:
    # Only the annotations need them: these modules import Manim, which takes seconds.
    from scenes.archer_error import ArcherErrorParams
    from scenes.settings.parameters import Parameters


def tables_of(scene: str, parameters: Parameters) -> tuple[Table, ...]:
    """Return the tables of a scene, in the order in which it shows their numbers.

    Args:
        scene: The class name of one of `scenes.SCENES`.
        parameters: The parameters of that scene.

    Raises:
        KeyError: There is no such scene.
    """
    module = SCENES[scene]
    if scene in _TABLES:
        return _TABLES[scene](parameters)
    numbers = import_module(f"scenes.parts.{module}.numbers").numbers_of(parameters)
    tables: tuple[Table, ...] = numbers.tables
    return tables


def digest(tables: Sequence[Table]) -> str:
    """Return the SHA-256 of names, columns and rows as `as_json` writes them; numbers count to the last bit.

    Raises:
        ValueError: A cell is not finite.
    """
    return hashlib.sha256(as_json(tables).encode()).hexdigest()


def as_csv(tables: Sequence[Table]) -> str:
    r"""Return tables one after the other, as RFC 4180 has it: fields in commas, every line ends in "\r\n".

    Each table begins with a line of its own that names its columns. The first field is `table` in that line and
    the name of the table in its rows. Floats have the digits that lead back to the same double.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    for table in tables:
        writer.writerow(("table", *table.columns))
        writer.writerows((table.name, *row) for row in table.rows)
    return text.getvalue()


def as_json(tables: Sequence[Table]) -> str:
    """Return a list of objects with `table`, `columns` and `rows`, on one line.

    Raises:
        ValueError: A cell is not finite, for which JSON has no number.
    """
    listed = [{"table": table.name, "columns": table.columns, "rows": table.rows} for table in tables]
    return json.dumps(listed, allow_nan=False)


# scenes -----------------------------------------------------------------------------------------------------


def _archer_error(p: ArcherErrorParams) -> tuple[Table, ...]:
    from scenes.archer_error import NETWORK, as_written

    shots, cancelling = measured(as_written(p.misses)), measured(as_written(p.cancelling))
    path = gradient_descent(**NETWORK, iterations=0)
    network = measured([path.delta[0]])
    own = (path.prediction[0], NETWORK["goal_pred"], *(network.errors(measure)[0] for measure in MEASURES))
    sizes = zip(("big", "small"), as_written([p.big_miss, p.small_miss]), strict=True)
    squares = ((name, miss, squared_error(miss, 0)) for name, miss in sizes)
    return (
        _misses("shots", "shot", shots),
        _means("means", shots),
        table_of("network", ("prediction", "goal_pred", "miss", "absolute", "squared"), [own]),
        table_of("priorities", ("size", "miss", "squared"), squares),
        _misses("cancelling", "number", cancelling),
        _means("cancelling means", cancelling),
    )


_TABLES: dict[str, Callable[[Any], tuple[Table, ...]]] = {
    "ArcherError": _archer_error,
}


# rows -------------------------------------------------------------------------------------------------------


def _misses(name: str, what: str, misses: Misses) -> Table:
    errors = zip(*(misses.errors(measure) for measure in MEASURES), strict=True)
    return table_of(name, (what, "miss", "absolute", "squared"), ((i, *row) for i, row in enumerate(errors, 1)))


def _means(name: str, misses: Misses) -> Table:
    return table_of(name, ("measure", "mean"), ((measure, misses.mean(measure)) for measure in MEASURES))
