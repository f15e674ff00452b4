"""The tables of the scenes: their numbers by another road."""

import itertools
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from lecture.tables import tables_of
from scenes.hot_cold_wiggles import HotColdWiggles
from scenes.stage.bowl.outcome_words import ENDINGS
from scenes.stage.tables.table import Table
from tests.gdcore.draws import modest
from tests.gdcore.lab_logs import descent_lines, hot_and_cold_lines, within_an_ulp
from tests.lecture.declared import parameters
from tests.scenes.truth import TRUTHS
from tests.scenes.truth.archer_error import expected
from tests.scenes.truth.rods_in_a_box import states_of
from tests.scenes.walks import walked


def tables(scene: str, **values: Any) -> dict[str, Table]:
    found = tables_of(scene, parameters(scene, **values))
    assert len({table.name for table in found}) == len(found)
    return {table.name: table for table in found}


def column(table: Table, name: str) -> list[Any]:
    return [row[table.columns.index(name)] for row in table.rows]


def nearest(exact: list[Fraction]) -> list[float]:
    return [float(value) for value in exact]


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

    def note(self: Any, one: Any, _context: str) -> None:
        told.append((one.step, one.last, ENDINGS[one.search.outcome]))

    monkeypatch.setattr(HotColdWiggles, "start_over", note)
    walked(HotColdWiggles, iterations=3, **values)
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


def test_the_first_push_is_made_from_another_start_too() -> None:
    """Clamped at 5, red goes in by 2 as it does from 4; clamped at 1, it stops the push halfway."""
    rows = [tables("RodsInABox", other_start=start)["other start"].rows for start in (5, 1)]
    assert rows[0] == ((5.0, -1.0, -1.0, -1.0, -2.0, 1.0, 3.0, 2.0),)
    assert rows[1] == ((1.0, -1.0, -0.5, -0.5, -1.0, 1.5, 0.0, 2.0),)


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
