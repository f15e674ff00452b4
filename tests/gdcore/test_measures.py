"""Three measures of a miss, and their mean."""

import statistics
import sys
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import absolute_error, mean_error, pure_error, squared_error
from tests.gdcore.draws import fractions

MEASURES = [pure_error, absolute_error, squared_error]
HUGE = 10**400
finite = st.floats(-1e150, 1e150)


@pytest.mark.parametrize(("arrow", "signed"), [(2, 2), (-2, -2)])
def test_an_archer_misses_by_two_above_or_below(arrow, signed) -> None:
    assert [measure(arrow, 0) for measure in MEASURES] == [signed, 2, 4]


@pytest.mark.parametrize(("miss", "square"), [("10", "100"), ("0.01", "0.0001"), ("1", "1"), ("0.5", "0.25")])
def test_squaring_makes_big_misses_bigger_and_small_ones_smaller(miss, square) -> None:
    assert squared_error(Fraction(miss), 0) == squared_error(0, Fraction(miss)) == Fraction(square)
    assert squared_error(float(miss), 0) == pytest.approx(float(square), rel=1e-15)
    assert absolute_error(-Fraction(miss), 0) == Fraction(miss)


def test_signed_misses_average_to_nothing_and_positive_ones_do_not() -> None:
    predictions = [1000, -1000]
    assert [mean_error(measure(predictions, 0)) for measure in MEASURES] == [0, 1000, 1_000_000]


def test_the_labs_comparison() -> None:
    assert pure_error(0.25, 0.8) == -0.55
    assert squared_error(0.25, 0.8) == pytest.approx(0.3025, rel=1e-15)
    assert squared_error(Fraction("0.25"), Fraction("0.8")) == Fraction("0.3025")


@given(finite, finite)
def test_swapping_prediction_and_goal_turns_only_the_sign(prediction, goal_pred) -> None:
    assert pure_error(goal_pred, prediction) == -pure_error(prediction, goal_pred)
    assert absolute_error(goal_pred, prediction) == absolute_error(prediction, goal_pred) >= 0
    assert squared_error(goal_pred, prediction) == squared_error(prediction, goal_pred) >= 0


@given(fractions, fractions)
def test_the_pure_error_is_what_the_prediction_is_beyond_the_goal(goal_pred, beyond) -> None:
    assert pure_error(goal_pred + beyond, goal_pred) == beyond
    assert absolute_error(goal_pred + beyond, goal_pred) == max(beyond, -beyond)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize("kind", [list, tuple, np.array])
def test_sequences_and_arrays_are_measured_one_by_one(measure, kind) -> None:
    predictions, goals = [0.25, 1.5, -2.0], [0.8, 0.5, 1.0]
    expected = [measure(p, g) for p, g in zip(predictions, goals, strict=True)]
    assert measure(kind(predictions), kind(goals)).tolist() == expected
    assert measure(kind(predictions), 0.8).tolist() == [measure(p, 0.8) for p in predictions]
    assert measure(0.8, kind(goals)).tolist() == [measure(0.8, g) for g in goals]


def test_shapes_that_fit_each_other_spread() -> None:
    assert pure_error(np.zeros((2, 1)), [1, 2, 3]).tolist() == [[-1, -2, -3]] * 2
    assert pure_error([[1, 2], [3, 4]], np.array(1)).tolist() == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("prediction", "goal_pred"),
    [
        (Fraction(1, 3), 1),
        (1, Fraction(1, 3)),
        (Fraction(1, 3), [1, 2]),
        ([Fraction(1, 3), 2], 1),
        (np.array([1, 2]), Fraction(1, 3)),
        (HUGE, Fraction(1, 3)),
    ],
    ids=str,
)
@pytest.mark.parametrize("measure", MEASURES)
def test_ints_beside_fractions_stay_exact(measure, prediction, goal_pred) -> None:
    assert {type(miss) for miss in np.ravel(measure(prediction, goal_pred)).tolist()} == {Fraction}


@pytest.mark.parametrize(
    ("prediction", "goal_pred"),
    [(Fraction(1, 3), 1.0), (Fraction(1, 3), [1, 2.0]), ([Fraction(1, 3), 0.5], 1), (np.ones(2), Fraction(1))],
    ids=str,
)
@pytest.mark.parametrize("measure", MEASURES)
def test_one_float_makes_it_all_float(measure, prediction, goal_pred) -> None:
    assert np.asarray(measure(prediction, goal_pred)).dtype == np.dtype(float)


def test_the_arrays_of_the_caller_stay_as_they_are() -> None:
    predictions = np.array([1.0, 2.0])
    result = pure_error(predictions, 0)
    result[0] = 9
    assert predictions.tolist() == [1, 2]


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), "1", True, None, 1j], ids=repr)
@pytest.mark.parametrize("measure", MEASURES)
def test_what_is_not_a_finite_number_is_refused_by_name_and_place(measure, bad) -> None:
    for shown, arguments in {
        f"prediction={bad!r}": (bad, 1),
        f"goal_pred={bad!r}": (1, bad),
        f"prediction[1]={bad!r}": ([0.5, bad], 1),
        f"goal_pred[2]={bad!r}": (1, [[1, 2], [bad, 4]]),
    }.items():
        with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
            measure(*arguments)
        assert str(caught.value).startswith(shown + ": ")


@pytest.mark.parametrize(
    ("prediction", "goal_pred", "message"),
    [
        ([1, 2], [1, 2, 3], r"^goal_pred=\[1, 2, 3\]: allowed is a shape that fits \(2,\), prediction's$"),
        ([[1], [1, 2]], 0, r"^prediction\[0\]=\[1\]: allowed is one finite number$"),
        (HUGE, 0.5, r"^prediction=1000.*: allowed is a number that a double can hold"),
        (0.5, [1, HUGE], r"^goal_pred\[1\]=1000.*: allowed is a number that a double can hold"),
        (np.array([0.5, np.nan]), 0, r"^prediction\[1\]=nan: allowed is one finite number$"),
        (np.array([True]), 0, r"^prediction\[0\]=True: allowed is one finite number$"),
    ],
)
def test_shapes_that_do_not_fit_and_numbers_too_large_are_refused(prediction, goal_pred, message) -> None:
    with pytest.raises(ValueError, match=message):
        pure_error(prediction, goal_pred)


def test_what_is_beyond_a_double_is_infinite_without_a_warning() -> None:
    assert squared_error(1e200, 0) == squared_error(np.array([1e200]), 0)[0] == float("inf")
    assert pure_error([1.5e308], -1.5e308)[0] == float("inf")


@given(st.lists(fractions, min_size=1, max_size=9))
def test_the_mean_of_fractions_is_exact(errors) -> None:
    assert mean_error(errors) == statistics.mean(errors)
    assert type(mean_error(errors)) is Fraction


@given(st.lists(finite, min_size=1, max_size=9))
def test_the_mean_of_floats_is_the_exact_one_but_for_the_last_bits(errors) -> None:
    exact = statistics.mean(map(Fraction, errors))
    assert mean_error(np.array(errors)) == pytest.approx(float(exact), rel=4e-16, abs=1e-323)


def test_the_sum_of_floats_is_rounded_once() -> None:
    assert mean_error([1e16, 1.0, -1e16, 1.0]) == 0.5
    assert mean_error([0.1] * 10) == 0.1


def test_a_mean_exists_where_the_sum_is_beyond_a_double() -> None:
    largest = sys.float_info.max
    assert mean_error([largest, largest, largest]) == largest
    assert mean_error([largest, -largest, largest / 2]) == pytest.approx(largest / 6, rel=1e-15)


@pytest.mark.parametrize("errors", [[], (), np.array([]), 3.0, "12", None, {1.0}, np.array(3.0)], ids=repr)
def test_a_mean_needs_a_flat_sequence_with_something_in_it(errors) -> None:
    with pytest.raises(ValueError, match=r"^errors=.*: allowed is a flat, non-empty sequence of finite numbers$"):
        mean_error(errors)


@pytest.mark.parametrize(
    ("errors", "shown"),
    [([1, float("nan")], "errors[1]=nan"), ([True], "errors[0]=True"), (np.eye(2), "errors[0]=[1.0, 0.0]")],
)
def test_a_mean_names_the_error_that_is_no_number(errors, shown) -> None:
    with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
        mean_error(errors)
    assert str(caught.value).startswith(shown)


@pytest.mark.parametrize("errors", [[1, HUGE], [0.5, Fraction(HUGE)]], ids=["int", "fraction"])
def test_a_mean_of_doubles_refuses_what_no_double_holds(errors) -> None:
    with pytest.raises(ValueError, match=r"^errors\[1\]=.*allowed is a number that a double can hold"):
        mean_error(errors)
