"""Numbers that outgrow a double: the states stop at the last finite one, without a warning."""

import sys
from dataclasses import fields
from fractions import Fraction

import numpy as np
import pytest

from gdcore import Descent, HotAndCold, Outcome, gradient_descent, hot_and_cold
from tests.gdcore.lab_logs import column, descent_lines

LARGEST = sys.float_info.max
DESCENTS = [
    pytest.param({"weight": 0.5, "input": 2, "goal_pred": 0.8}, id="diverges"),
    pytest.param({"weight": 0.5, "input": 2, "goal_pred": 0.8, "alpha": -1}, id="moves away"),
    pytest.param({"weight": 0.5, "input": 2, "goal_pred": 0.8, "slope_factor": 2}, id="full slope"),
    pytest.param({"weight": [1, 2], "input": [3, 4], "goal_pred": 6}, id="two inputs"),
    pytest.param({"weight": 0.5, "input": 1e100, "goal_pred": 0.8}, id="slope before error"),
    pytest.param({"weight": 0.5, "input": 1e-100, "goal_pred": 0.8, "alpha": 1e300}, id="weight first"),
    pytest.param({"weight": 0.5, "input": 2, "goal_pred": 0.8, "alpha": 1.7e308}, id="at once"),
]


def arrays_of(result: Descent | HotAndCold) -> list[np.ndarray]:
    """Return the arrays over the states."""
    values = (getattr(result, field.name) for field in fields(result) if field.name != "goal_weight")
    return [value for value in values if isinstance(value, np.ndarray)]


@pytest.mark.parametrize("arguments", DESCENTS)
def test_all_that_is_kept_of_a_descent_is_finite(arguments) -> None:
    path = gradient_descent(**arguments, iterations=2_000)
    assert path.overflowed
    assert 1 <= len(path.weight) < 2_000
    assert len({len(array) for array in arrays_of(path)}) == 1
    assert all(np.isfinite(array).all() for array in arrays_of(path))


@pytest.mark.parametrize("arguments", DESCENTS)
def test_a_descent_cut_just_before_has_the_same_states_and_no_overflow(arguments) -> None:
    path = gradient_descent(**arguments, iterations=2_000)
    moves = len(path.weight) - 1
    before = gradient_descent(**arguments, iterations=moves)
    beyond = gradient_descent(**arguments, iterations=moves + 1)
    assert not before.overflowed
    assert beyond.overflowed
    for result in (before, beyond):
        assert result.weight.tolist() == path.weight.tolist()
        assert result.outcome is path.outcome


def test_the_last_error_is_within_a_double_and_the_next_would_not_be() -> None:
    """Each error is nine times the last."""
    path = gradient_descent(0.5, 2, 0.8, iterations=1_000)
    assert LARGEST / 9 < path.error[-1] <= LARGEST
    assert path.outcome is Outcome.DIVERGES


def test_the_finite_states_are_those_of_the_loop() -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=1_000)
    log = descent_lines(0.5, 2, 0.8, len(path.weight))
    assert path.weight.tolist() == column(log, "weight")


def test_a_run_that_comes_home_never_overflows() -> None:
    path = gradient_descent(0.5, 0.5, 0.8, iterations=5_000)
    assert not path.overflowed
    assert len(path.weight) == 5_001


@pytest.mark.parametrize("weight", [1e200, [1e200, 0], -1e160])
def test_a_start_whose_error_no_double_holds_is_refused(weight) -> None:
    input = [1, 1] if isinstance(weight, list) else 1
    with pytest.raises(ValueError, match=r"^weight=.*1e\+(200|160).*: allowed is one whose error and slope"):
        gradient_descent(weight, input, 0.8)


def test_a_start_whose_slope_no_double_holds_is_refused() -> None:
    with pytest.raises(ValueError, match=r"^weight=0: allowed is one whose error and slope at input=1e\+300"):
        gradient_descent(0, 1e300, 1e100)


def test_half_of_the_largest_double_is_not_the_largest_input() -> None:
    """Twice the input would be infinite; twice the slope of zero is zero."""
    path = gradient_descent(0, 1.5e308, 0, slope_factor=2)
    assert path.weight.tolist() == path.slope.tolist() == [0] * 21
    assert path.outcome is Outcome.ALREADY_THERE


def test_a_search_whose_tries_outgrow_a_double_stops_at_the_last_finite_state() -> None:
    """The first move goes down to -1.29e154; no double holds the error of the next try down, at -2.59e154."""
    search = hot_and_cold(1e152, 1, 0, step_amount=1.3e154, iterations=5)
    assert search.overflowed
    assert search.weight.tolist() == [1e152]
    assert search.move.tolist() == [-1]
    assert search.outcome is Outcome.NOT_THERE_YET
    assert all(np.isfinite(array).all() for array in arrays_of(search))


def test_the_same_search_in_fractions_goes_on() -> None:
    weight, step = Fraction(10**152), 13 * 10**153
    search = hot_and_cold(weight, 1, 0, step_amount=step, iterations=5)
    assert not search.overflowed
    assert search.weight.tolist() == [weight, weight - step] * 3


@pytest.mark.parametrize(("weight", "step_amount"), [(1e200, 1), (1, 1e200), (1.3e154, 1.3e154)])
def test_a_search_whose_first_tries_no_double_holds_is_refused(weight, step_amount) -> None:
    with pytest.raises(ValueError, match=r"^weight=.*: allowed is one whose errors at input=1 and step_amount="):
        hot_and_cold(weight, 1, 0, step_amount=step_amount, iterations=3)
