"""What is nothing but rounding is told from what is measured, against exact arithmetic."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import Outcome, gradient_descent, hot_and_cold, resolved, way_from_goal

NUMBERS = st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-6)


@given(NUMBERS, NUMBERS, NUMBERS, st.integers(-300, 300))
def test_what_stays_is_right_to_a_share_of_itself(weight: float, input: float, goal: float, ulps: int) -> None:
    """A delta that is kept has three digits that are right, and one that is not is next to nothing."""
    for goal_pred in (goal, input * weight + ulps * float(np.spacing(abs(input * weight)))):
        path = resolved(gradient_descent(weight, input, goal_pred, iterations=0))
        exact = Fraction(input) * Fraction(weight) - Fraction(goal_pred)
        if path.delta[0]:
            assert abs(Fraction(path.delta[0]) - exact) <= abs(exact) / 199
        else:
            assert abs(exact) <= Fraction(23, 10**15) * abs(Fraction(goal_pred))
            assert path.error[0] == path.weight_delta[0] == path.slope[0] == 0


def test_an_ulp_from_the_goal_is_no_miss() -> None:
    """The doubles differ by a few units of their last digit: that is what rounding makes."""
    path = gradient_descent(404, 9.9999e-05, 0.040399596000000045, iterations=20)
    assert path.delta.any()
    assert not resolved(path).delta.any()
    assert not resolved(path).error.any()
    assert resolved(path).weight.tolist() == path.weight.tolist()
    assert resolved(path).outcome is Outcome.ALREADY_THERE
    assert not way_from_goal(resolved(path)).any()


def test_a_descent_that_converges_ends_at_0() -> None:
    """Large errors are as they were, to the last bit; those at the end, which jitter, are 0."""
    path = gradient_descent(0, 1.1, 0.8, iterations=60)
    told = resolved(path)
    assert told.error[:15].tolist() == path.error[:15].tolist()
    assert told.error[-1] == told.delta[-1] == 0
    assert np.all((told.error == 0) | (told.error == path.error))
    assert np.allclose(way_from_goal(told), path.weight - 0.8 / 1.1, rtol=1e-12, atol=1e-13)
    assert way_from_goal(told)[-1] == 0


def test_without_a_goal_weight_the_way_is_counted_from_the_start() -> None:
    """With an input of 0 no weight reaches the goal, and none moves."""
    assert way_from_goal(gradient_descent(0.5, 0, 0.8, iterations=2)).tolist() == [0, 0, 0]


@pytest.mark.parametrize("step", [0.001, 1e-18])
def test_a_search_is_told_alike(step: float) -> None:
    """The lab's long run keeps its error of 1e-27, which is more than one rounding; a step of nothing is none."""
    search = hot_and_cold(0.5 if step > 1e-9 else 1.6, 0.5, 0.8, step_amount=step, iterations=1100)
    told = resolved(search)
    assert told.move.tolist() == search.move.tolist()
    assert (told.error[-1] == search.error[-1] > 0) if step > 1e-9 else not told.up_error.any()


def test_an_error_that_has_lost_digits_is_0() -> None:
    """The miss is measured, its square is below what a double holds in full."""
    told = resolved(gradient_descent(1e-160, 1, 0, iterations=0))
    assert told.delta[0] == 1e-160
    assert told.error[0] == 0
    assert not resolved(gradient_descent(0, 8e-322, 0.005, iterations=0)).weight_delta.any()


def test_fractions_are_never_rounded() -> None:
    """However small an exact miss is, it stays."""
    path = gradient_descent(Fraction(1), Fraction(1), 1 - Fraction(1, 10**30), iterations=3)
    assert resolved(path).delta.tolist() == path.delta.tolist()
    assert resolved(path).error.tolist() == path.error.tolist()


def test_several_inputs() -> None:
    """The rows of weight_delta and slope follow their delta."""
    told = resolved(gradient_descent([0.1, 0.2], [3.0, 4.0], 1.1, alpha=0.01, iterations=2))
    assert told.weight_delta.shape == (3, 2)
    assert not told.weight_delta.any()
