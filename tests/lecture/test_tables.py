"""The tables of the scenes: their numbers by another road, and what is written of them."""

import csv
import io
import itertools
import json
import math
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scenes
from lecture.tables import Table, as_csv, as_json, digest, tables_of
from scenes.hot_cold_wiggles import HotColdWiggles
from tests.gdcore.draws import modest
from tests.gdcore.lab_logs import descent_lines, hot_and_cold_lines, within_an_ulp
from tests.legibility import walk_sections
from tests.scenes.truth import TRUTHS
from tests.scenes.truth.archer_error import expected
from tests.scenes.truth.rods_in_a_box import states_of

EVERY_SCENE = pytest.mark.parametrize("scene", scenes.SCENES)
EXTREMES = [(name, values) for name, truth in TRUTHS.items() for values in truth.EXTREMES]


def parameters(scene: str, **values: Any) -> Any:
    return getattr(scenes, scene).params.updated(values, "test")


def tables(scene: str, **values: Any) -> dict[str, Table]:
    found = tables_of(scene, parameters(scene, **values))
    assert len({table.name for table in found}) == len(found)
    return {table.name: table for table in found}


def column(table: Table, name: str) -> list[Any]:
    return [row[table.columns.index(name)] for row in table.rows]


def digest_of(scene: str, **values: Any) -> str:
    return digest(tables_of(scene, parameters(scene, **values)))


def nearest(exact: list[Fraction]) -> list[float]:
    return [float(value) for value in exact]


# the numbers ------------------------------------------------------------------------------------------------


def assert_is_the_loop(table: Table, weight: float, input: float, goal: float, alpha: float) -> None:
    """Compare to the last bit; the lab's `** 2` may round a square otherwise, by one unit in the last place."""
    log = descent_lines(weight, input, goal, len(table.rows), alpha)
    assert column(table, "state") == list(range(len(log)))
    for name in ("weight", "prediction", "delta", "weight_delta"):
        assert column(table, name) == [getattr(line, name) for line in log]
    assert within_an_ulp(column(table, "error"), [line.error for line in log])


@given(modest, modest, modest, modest)
def test_the_trajectory_of_the_bowl_is_the_labs_loop(weight, input, goal, alpha) -> None:
    """State by state, the one after the loop included."""
    table = tables("BowlDescent", weight=weight, input=input, goal_pred=goal, alpha=alpha, iterations=7)
    assert len(table["trajectory"].rows) == 8
    assert_is_the_loop(table["trajectory"], weight, input, goal, alpha)


def test_the_spiral_adds_the_way_to_the_goal_and_a_summary() -> None:
    """The goal weight .8 / 2, the multiplier 1 - 2 * 2; the gentle bowl has its bottom at .8 / .5."""
    found = tables("DivergenceSpiral")
    trajectory = found["trajectory"]
    assert_is_the_loop(trajectory, 0.5, 2.0, 0.8, 1.0)
    assert column(trajectory, "weight_minus_goal_weight") == [w - 0.4 for w in column(trajectory, "weight")]
    sentence = "Every step lands farther out on the other side: it diverges."
    assert found["summary"].rows == ((-3.0, 0.4, sentence, "no"),)
    line = descent_lines(0.5, 0.5, 0.8, 1)[0]
    assert found["bowls"].rows[0] == ("gentle", 0.5, 1.6, line.prediction, line.error)


def test_without_a_goal_weight_its_cells_are_empty() -> None:
    """At input 0 no weight meets the goal."""
    found = tables("DivergenceSpiral", input=0)
    assert set(column(found["trajectory"], "weight_minus_goal_weight")) == {None}
    assert column(found["summary"], "goal_weight") == [None]


def test_numbers_that_outgrow_a_double_end_the_table() -> None:
    """The states stop at the last finite one, and the summary says so."""
    found = tables("DivergenceSpiral", input=1000, iterations=1000)
    assert len(found["trajectory"].rows) < 1001
    assert column(found["summary"], "overflowed") == ["yes"]


def test_lanes_and_borders_of_alpha() -> None:
    """A lane ends where the loop does; the borders are 1 and 2 over the square of the input."""
    found = tables("AlphaDamping")
    assert_is_the_loop(found["trajectory"], 0.5, 2.0, 0.8, 0.1)
    alphas = [10.0, 1.0, 0.1, 0.01, 0.001, 0.0001]
    assert column(found["lanes"], "alpha") == alphas
    last = [descent_lines(0.5, 2.0, 0.8, 21, alpha)[-1].error for alpha in alphas]
    assert within_an_ulp(column(found["lanes"], "last_error"), last)
    assert column(found["lanes"], "verdict") == ["explodes", "explodes", "good", "creeps", "creeps", "creeps"]
    assert column(found["lanes"], "states") == [21] * 6
    assert found["borders"].rows == (("lands", 0.25), ("bounces", 0.5))
    assert tables("AlphaDamping", input=0)["borders"].rows == (("lands", None), ("bounces", None))


def test_a_search_is_the_labs_loop() -> None:
    """All states of it, and the tries of the first network with the weight down, as it is, and up."""
    found = tables("HotColdWiggles", iterations=300)
    log = hot_and_cold_lines(0.5, 0.5, 0.8, 0.001, 301)
    for name in ("weight", "prediction"):
        assert column(found["search"], name) == [getattr(line, name) for line in log]
    for name in ("error", "up_error", "down_error"):
        assert within_an_ulp(column(found["search"], name), [getattr(line, name) for line in log])
    assert column(found["search"], "move") == [1] * 301

    (line,) = hot_and_cold_lines(0.1, 8.5, 1.0, 0.01, 1)
    tries = found["first tries"]
    assert column(tries, "try") == ["down", "as it was", "up"]
    assert column(tries, "weight") == [0.1 - 0.01, 0.1, 0.1 + 0.01]
    assert column(tries, "prediction") == [line.down_prediction, line.prediction, line.up_prediction]
    assert within_an_ulp(column(tries, "error"), [line.down_error, line.error, line.up_error])


def test_other_steps_name_the_weights_that_they_bounce_between() -> None:
    """Step .2 ends between 1.5 and 1.7, step 10 between .5 and 10.5 (lab, part 3)."""
    table = tables("HotColdWiggles")["other steps"]
    assert column(table, "step_amount") == [0.2, 10.0]
    assert column(table, "outcome") == ["The weight bounces from side to side for ever."] * 2
    assert column(table, "low_weight") == pytest.approx([1.5, 0.5])
    assert column(table, "high_weight") == pytest.approx([1.7, 10.5])
    assert column(table, "low_error") == pytest.approx([0.0025, 0.3025])
    assert column(table, "high_error") == pytest.approx([0.0025, 19.8025])


@pytest.mark.parametrize(
    "values",
    [
        {"other_steps": (0.2, 10, 1.1, 1e-6)},  # bounces, bounces at once, lands, too long a way
        {"other_steps": (0.3, 1), "input": 0},
        {"other_steps": (0.1, 0.2), "weight": 1.6},
        {"other_steps": (0.1, 0.55), "weight": 1.6, "input": -0.5},
    ],
    ids=str,
)
def test_other_steps_are_followed_as_far_as_the_scene_follows_them(
    values: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each search that the scene starts over with has as many moves as the table says, and ends alike."""
    told: list[tuple[float, int, str]] = []
    monkeypatch.setattr(HotColdWiggles, "follow", lambda *_, **__: None)

    def note(self: Any, search: Any, step: float, size: str) -> None:
        told.append((step, len(search.weight) - 1, search.outcome.value))

    monkeypatch.setattr(HotColdWiggles, "start_over", note)
    walk_sections(HotColdWiggles, lambda *_: None, iterations=3, **values)
    assert [row[:3] for row in tables("HotColdWiggles", iterations=3, **values)["other steps"].rows] == told


@pytest.mark.parametrize("values", TRUTHS["RodsInABox"].EXTREMES, ids=str)
def test_pushes_of_rods_are_rounded_once(values: dict[str, Any]) -> None:
    """Every cell is the double nearest to the length that decimals without rounding give."""
    p = parameters("RodsInABox", **values)
    table = tables("RodsInABox", **values)["pushes"]
    states = states_of(p)
    changes = [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(states)]
    assert column(table, "made") == column(table, "change_of_blue") == nearest([blue for blue, _ in changes])
    assert column(table, "change_of_red") == nearest([red for _, red in changes])
    assert column(table, "blue_after") == nearest([blue for blue, _ in states[1:]])
    assert column(table, "red_after") == nearest([red for _, red in states[1:]])
    ratios = [float(p.derivative) if blue else None for blue, _ in changes]
    assert column(table, "ratio") == ratios
    assert column(table, "asked")[: len(p.pushes)] == list(p.pushes)


def test_other_wirings_get_the_first_push() -> None:
    """Push blue in by 1: by -1 red comes out by 1, by 0 it stays; by 7.25 it stops the push at 4 inches."""
    rows = tables("RodsInABox", other_derivatives=(-1, 0, 7.25))["other wirings"].rows
    assert rows == ((-1.0, -1.0, 1.0), (0.0, -1.0, 0.0), (7.25, -4 / 7.25, -4.0))


@pytest.mark.parametrize("values", TRUTHS["ArcherError"].EXTREMES, ids=str)
def test_misses_are_measured_without_rounding(values: dict[str, Any]) -> None:
    """Every cell is the double nearest to what decimal arithmetic gives."""
    p, found = parameters("ArcherError", **values), tables("ArcherError", **values)
    for name, means, misses in (
        ("shots", "means", p.misses),
        ("cancelling", "cancelling means", p.cancelling),
    ):
        due = expected(misses)
        for measure, heading in (("signed", "miss"), ("absolute", "absolute"), ("squared", "squared")):
            *errors, mean = due[measure]
            assert column(found[name], heading) == nearest(errors)
            assert dict(found[means].rows)[measure] == pytest.approx(float(mean), rel=1e-15, abs=0)
    squares = [Fraction(Decimal(str(miss))) ** 2 for miss in (p.big_miss, p.small_miss)]
    assert column(found["priorities"], "squared") == nearest(squares)


def test_the_network_of_the_archer_misses_by_the_labs_figures() -> None:
    """Prediction .25, goal .8, delta -.55, error .3025 (lab, part 2)."""
    assert tables("ArcherError")["network"].rows == ((0.25, 0.8, -0.55, 0.55, 0.3025),)


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
    "RodsInABox": {"blue": 3, "red": 5, "derivative": 1.5, "pushes": (-1, 0.5), "other_derivatives": (-1,)},
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
