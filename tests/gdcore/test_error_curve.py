"""The bowl: its bottom, its slope, its tangents."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given

from gdcore import ErrorCurve, gradient_descent
from tests.gdcore.draws import fractions, modest, positive_fractions

HALF, GOAL = Fraction(1, 2), Fraction(4, 5)
LAB = ErrorCurve(0.5, 0.8)


def test_the_labs_bowl() -> None:
    assert LAB.goal_weight == 1.6
    assert LAB.error(1.6) == 0
    assert LAB.error(0.5) == pytest.approx(0.3025, rel=1e-15)
    assert LAB.at(0.5).prediction == 0.25
    assert LAB.slope(0.5) == pytest.approx(-0.55, rel=1e-15)


def test_passes_through_the_states_of_a_descent() -> None:
    path = gradient_descent(HALF, 2, GOAL, iterations=5)
    curve = ErrorCurve(2, GOAL)
    assert curve.goal_weight == path.goal_weight
    for name in ("error", "slope"):
        assert getattr(curve, name)(path.weight).tolist() == getattr(path, name).tolist()


@given(fractions, fractions, positive_fractions)
def test_the_goal_weight_is_the_vertex(input, goal_pred, aside) -> None:
    """The bottom is at error 0; the sides rise from there, and are alike."""
    assume(input)
    curve = ErrorCurve(input, goal_pred)
    vertex = curve.goal_weight
    assert curve.error(vertex) == curve.slope(vertex) == 0
    assert curve.error(vertex - aside) == curve.error(vertex + aside) > 0
    assert curve.error(vertex + 2 * aside) == 4 * curve.error(vertex + aside)


@given(fractions, fractions, positive_fractions)
def test_the_slope_is_negative_on_the_left_positive_on_the_right_and_steeper_farther_out(
    input, goal_pred, aside
) -> None:
    assume(input)
    curve = ErrorCurve(input, goal_pred)
    weights = [curve.goal_weight + k * aside for k in (-2, -1, 0, 1, 2)]
    slopes = [curve.slope(weight) for weight in weights]
    assert [np.sign(float(slope)) for slope in slopes] == [-1, -1, 0, 1, 1]
    assert slopes == sorted(slopes)


@given(fractions, fractions, fractions, positive_fractions)
def test_the_slope_is_the_finite_difference(input, goal_pred, weight, width) -> None:
    curve = ErrorCurve(input, goal_pred)
    rise = curve.error(weight + width) - curve.error(weight - width)
    assert curve.slope(weight) == rise / (2 * width)


@given(fractions, fractions, fractions, fractions)
def test_the_tangent_touches_the_curve_and_lies_below_it(input, goal_pred, at, weight) -> None:
    """The gap between a parabola and its tangent is its leading coefficient times the distance squared."""
    curve = ErrorCurve(input, goal_pred)
    assert curve.tangent(at, at) == curve.error(at)
    assert curve.error(weight) - curve.tangent(weight, at) == (input * (weight - at)) ** 2


@given(fractions, fractions, fractions, positive_fractions)
def test_the_tangent_is_straight_with_the_slope_of_the_curve(input, goal_pred, at, step) -> None:
    curve = ErrorCurve(input, goal_pred)
    heights = [curve.tangent(at + k * step, at) for k in (-3, 0, 7)]
    assert heights[1] - heights[0] == 3 * step * curve.slope(at)
    assert heights[2] - heights[1] == 7 * step * curve.slope(at)


@pytest.mark.parametrize("kind", [float, Fraction])
def test_an_input_of_zero_has_no_goal_weight_and_a_flat_curve(kind) -> None:
    curve = ErrorCurve(kind(0), kind(3))
    assert curve.goal_weight is None
    assert [curve.error(weight) for weight in (-1, 0, 5)] == [9, 9, 9]
    assert curve.slope(5) == 0
    assert curve.tangent(5, 1) == 9
    assert curve.weights_at(9) is None


@given(modest, modest, modest, modest)
def test_arrays_hold_what_single_numbers_give(input, goal_pred, one, other) -> None:
    curve = ErrorCurve(input, goal_pred)
    square = np.array([[one, other], [other, one], [0.0, 1.0]])
    for method in (curve.error, curve.slope, lambda w: curve.tangent(w, one)):
        assert method(square).tolist() == [[method(w) for w in row] for row in square.tolist()]


@pytest.mark.parametrize("kind", [list, tuple, np.array])
def test_sequences_of_weights_give_arrays(kind) -> None:
    errors = LAB.error(kind([1.6, 0.5]))
    assert isinstance(errors, np.ndarray)
    assert errors == pytest.approx([0, 0.3025])
    assert LAB.tangent(kind([1.6, 0.5]), kind([1.6, 0.5])) == pytest.approx([0, 0.3025])


def test_one_point_of_touch_for_many_weights_and_many_for_one() -> None:
    assert LAB.tangent(np.zeros(3), 0.5).shape == LAB.tangent(0.5, np.zeros(3)).shape == (3,)
    assert LAB.tangent(np.zeros((2, 1)), np.zeros(3)).shape == (2, 3)


def test_fractions_and_ints_beside_them_stay_exact() -> None:
    curve = ErrorCurve(2, GOAL)
    assert type(curve.input) is Fraction
    assert curve.error([HALF, 1]).tolist() == [Fraction(1, 25), Fraction(36, 25)]
    assert curve.slope(np.array([1, 2])).tolist() == [Fraction(24, 5), Fraction(64, 5)]
    assert {type(error) for error in curve.error(np.array([1, 2]))} == {Fraction}


@pytest.mark.parametrize(
    ("curve", "weight"),
    [
        (ErrorCurve(HALF, GOAL), np.linspace(0, 3, 4)),
        (ErrorCurve(HALF, GOAL), [HALF, 0.5]),
        (ErrorCurve(0.5, GOAL), np.array([HALF, 2], dtype=object)),
        (ErrorCurve(1, 2), np.array([1, 2])),
    ],
)
def test_one_float_makes_arrays_of_doubles(curve, weight) -> None:
    results = [curve.error(weight), curve.slope(weight)]
    results += [curve.tangent(weight, HALF), curve.tangent(HALF, weight)]
    assert {result.dtype for result in results} == {np.dtype(float)}


@pytest.mark.parametrize("weight", [1e200, np.float64(1e200), np.array([1e200, -1e200])], ids=repr)
def test_heights_beyond_a_double_are_infinite_without_a_warning(weight) -> None:
    curve = ErrorCurve(1e150, 0.5)
    assert np.isinf(curve.error(weight)).all()
    assert np.isinf(curve.slope(weight)).all()


@given(fractions, fractions, positive_fractions)
def test_the_weights_at_an_error_are_one_on_each_side(input, goal_pred, aside) -> None:
    assume(input)
    curve = ErrorCurve(input, goal_pred)
    height = float(curve.error(curve.goal_weight + aside))
    expected = [float(curve.goal_weight - aside), float(curve.goal_weight + aside)]
    assert curve.weights_at(height) == pytest.approx(expected, abs=1e-12)


def test_the_weights_at_an_error_of_zero_are_the_goal_twice() -> None:
    assert LAB.weights_at(0) == (1.6, 1.6)


@pytest.mark.parametrize("error", [-1, -1e-9, float("nan"), float("inf"), "1", True, None])
def test_an_error_to_look_for_is_a_finite_number_from_zero_on(error) -> None:
    with pytest.raises(ValueError, match=r"^error=.*: allowed is a finite number from 0 on$"):
        LAB.weights_at(error)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1", True, None, [0.5]], ids=repr)
@pytest.mark.parametrize("name", ["input", "goal_pred"])
def test_refuses_what_is_not_one_finite_number(name, value) -> None:
    with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
        ErrorCurve(**{"input": 0.5, "goal_pred": 0.8, name: value})
    assert str(caught.value).startswith(f"{name}={value!r}: ")


def test_is_a_frozen_value() -> None:
    assert ErrorCurve(1, 2) == ErrorCurve(1.0, 2.0)
    with pytest.raises(FrozenInstanceError):
        LAB.input = 3


def test_a_goal_weight_that_no_double_holds_is_none() -> None:
    """As in a descent with such an input."""
    curve = ErrorCurve(1e-320, 0.8)
    assert curve.goal_weight is None
    assert curve.weights_at(1) is None
    assert gradient_descent(0, 1e-320, 0.8).goal_weight is None


@pytest.mark.parametrize("weight", [float("nan"), float("inf"), "1", True, None, [0.5, True], 10**400])
def test_weights_are_checked_by_every_method(weight: object) -> None:
    """The message names the argument and what is allowed."""
    curve = ErrorCurve(0.5, 0.8)
    for method in (curve.error, curve.slope):
        with pytest.raises(ValueError, match=r"^weight.*allowed is"):
            method(weight)
    with pytest.raises(ValueError, match=r"^at.*allowed is"):
        curve.tangent(0, at=weight)
