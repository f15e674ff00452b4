"""The numbers that a scene shows, as tables: for handouts, and for telling whether two clips show the same."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence

from scenes import SCENES
from scenes.settings.lessons import part_of
from scenes.settings.parameters import Parameters
from scenes.stage.tables.table import Table


def tables_of(scene: str, parameters: Parameters) -> tuple[Table, ...]:
    """Return the tables of a scene, in the order in which it shows their numbers; none if it shows none.

    Args:
        scene: The class name of one of `scenes.SCENES`.
        parameters: The parameters of that scene.

    Raises:
        KeyError: There is no such scene.
    """
    numbers = part_of(SCENES[scene], "numbers")
    tables: tuple[Table, ...] = numbers.numbers_of(parameters).tables if numbers else ()
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
