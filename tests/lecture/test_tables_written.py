"""The tables of every scene, what is written of them, and their digest."""

import csv
import io
import json
import math
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scenes
from lecture.tables import as_csv, as_json, digest, tables_of
from scenes.stage.tables.table import Table
from tests.lecture.declared import parameters
from tests.scenes.truth import TRUTHS

EVERY_SCENE = pytest.mark.parametrize("scene", scenes.SCENES)
EXTREMES = [(name, values) for name, truth in TRUTHS.items() for values in truth.EXTREMES]


def digest_of(scene: str, **values: Any) -> str:
    return digest(tables_of(scene, parameters(scene, **values)))


# every scene ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("scene", "values"), EXTREMES, ids=str)
def test_every_scene_has_tables_at_all_parameters(scene: str, values: dict[str, Any]) -> None:
    """A cell for each column, plain and finite; and what is written is read back as it was."""
    found = tables_of(scene, parameters(scene, **values))
    assert found
    for table in found:
        for row in table.rows:
            assert len(row) == len(table.columns)
            for cell in row:
                assert type(cell) in (int, float, str, type(None))
                assert not isinstance(cell, float) or math.isfinite(cell)
    assert read_json(as_json(found)) == found
    assert_reads_back(as_csv(found), found)
    assert len(digest(found)) == 64


def test_the_scenes_are_those_of_the_lecture() -> None:
    """Another name is a KeyError."""
    assert all(tables_of(scene, parameters(scene)) for scene in scenes.SCENES)
    with pytest.raises(KeyError, match="Bowl"):
        tables_of("Bowl", parameters("BowlDescent"))


def test_importing_the_tables_imports_no_manim() -> None:
    """Who only asks for help does not wait for it."""
    code = "import lecture.tables, sys; sys.exit('manim' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0


# what is written --------------------------------------------------------------------------------------------


def read_json(text: str) -> tuple[Table, ...]:
    read = json.loads(text)
    return tuple(Table(one["table"], tuple(one["columns"]), tuple(map(tuple, one["rows"]))) for one in read)


def assert_reads_back(text: str, written: tuple[Table, ...]) -> None:
    """Compare the records of a CSV text, each field by the kind of the cell that it was."""
    records = list(csv.reader(io.StringIO(text, newline="")))
    for table in written:
        assert records.pop(0) == ["table", *table.columns]
        for row in table.rows:
            name, *fields = records.pop(0)
            assert name == table.name
            assert [_read(field, cell) for field, cell in zip(fields, row, strict=True)] == list(row)
    assert not records


def _read(field: str, cell: object) -> object:
    return (field or None) if cell is None else type(cell)(field)  # type: ignore[call-arg]


AWKWARD = Table("a, b", ('say "so"', "x"), (("two\nlines", 0.1 + 0.2), (None, -7), ("", 5e-324)))


def test_csv_keeps_commas_quotes_and_line_breaks() -> None:
    """As RFC 4180 has it, with a line end that is the same on every machine."""
    assert_reads_back(as_csv([AWKWARD, AWKWARD]), (AWKWARD, AWKWARD))
    assert as_csv([AWKWARD]) == (
        'table,"say ""so""",x\r\n"a, b","two\nlines",0.30000000000000004\r\n"a, b",,-7\r\n"a, b",,5e-324\r\n'
    )
    assert as_csv([]) == ""


def test_json_keeps_all_cells() -> None:
    """Numbers to the last bit, None as null."""
    assert read_json(as_json([AWKWARD])) == (AWKWARD,)
    assert as_json([]) == "[]"


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_is_refused(number: float) -> None:
    """JSON has no such numbers, and a digest over them would promise too much."""
    table = Table("x", ("y",), ((number,),))
    for write in (as_json, digest):
        with pytest.raises(ValueError, match="JSON compliant"):
            write([table])


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_digest_sees_the_last_bit(number: float) -> None:
    """Two numbers have one digest only where they are the same; so do a number and its text."""
    above = math.nextafter(number, 0.0 if number > 0 else math.inf)
    cells = [number, above, repr(number), None]
    assert len({digest([Table("x", ("y",), ((cell,),))]) for cell in cells}) == len(cells)


def test_the_digest_sees_names_and_shapes() -> None:
    """What stands in another table, column or row is something else."""
    variants = [
        [Table("a", ("b", "c"), ((1, 2),))],
        [Table("a", ("b", "d"), ((1, 2),))],
        [Table("d", ("b", "c"), ((1, 2),))],
        [Table("a", ("b", "c"), ((2, 1),))],
        [Table("a", ("b",), ((1,), (2,)))],
        [Table("a", ("b",), ((12,),))],
        [Table("a", ("b",), ((1,),)), Table("a", ("b",), ((2,),))],
    ]
    assert len({digest(variant) for variant in variants}) == len(variants)


CHANGES: dict[str, dict[str, Any]] = {
    "RodsInABox": {
        "blue": 3,
        "red": 5,
        "derivative": 1.5,
        "pushes": (-1, 0.5),
        "other_start": 4,
        "other_derivatives": (-1,),
    },
    "ArcherError": {"misses": (2, 2), "big_miss": 11, "small_miss": 0.02, "cancelling": (1000, -999)},
    "HotColdWiggles": {
        **{"weight": 0.6, "input": 0.6, "goal_pred": 0.9, "step_amount": 0.002, "iterations": 1100},
        **{"first_weight": 0.2, "first_input": 8, "first_goal_pred": 2, "first_step_amount": 0.02},
        "other_steps": (0.2, 9),
    },
    "BowlDescent": {"weight": 1e-300, "input": 1.2, "goal_pred": 0.9, "alpha": 0.9, "iterations": 5},
    "DivergenceSpiral": {"weight": 0.6, "input": 2.1, "goal_pred": 0.9, "iterations": 21, "gentle_input": 0.6},
    "AlphaDamping": {
        **{"weight": 0.6, "input": 2.1, "goal_pred": 0.9, "alpha": 0.11, "iterations": 21},
        "alphas": (10, 1, 0.1),
    },
}
"""A change of every parameter that changes a number."""
SHOWN_ONLY = {"pace", "drawn_steps"}
"""Those that change how the numbers are shown."""


@EVERY_SCENE
def test_the_digest_differs_where_a_number_does(scene: str) -> None:
    """Every parameter with numbers behind it matters, and no other."""
    assert {*CHANGES[scene]} == {*type(parameters(scene)).model_fields} - SHOWN_ONLY
    digests = [digest_of(scene), *(digest_of(scene, **{name: value}) for name, value in CHANGES[scene].items())]
    assert len(set(digests)) == len(digests)


@EVERY_SCENE
def test_equal_parameters_have_one_digest(scene: str) -> None:
    """Whole numbers may be written as ints or as floats, 0 with a minus; and a pace has no numbers."""
    p = getattr(scenes, scene).params  # as declared: pydantic makes floats of what is set, not of defaults
    same = digest(tables_of(scene, p))
    assert digest_of(scene, pace=3.5) == same
    assert digest_of(scene, **as_floats(p)) == same
    if "weight" in type(p).model_fields:
        assert digest_of(scene, weight=-0.0) == digest_of(scene, weight=0)
        assert digest_of(scene, input=-0.0) == digest_of(scene, input=0)


def as_floats(p: Any) -> dict[str, Any]:
    """Return the values of all parameters that are no counts, as floats."""
    counts = [name for name, field in type(p).model_fields.items() if field.annotation is int]
    values = {name: value for name, value in p.model_dump().items() if name not in counts}
    return {
        name: tuple(map(float, value)) if isinstance(value, tuple) else float(value)
        for name, value in values.items()
    }
