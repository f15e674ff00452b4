"""Gradient descent on Fractions: nothing is rounded, and closed forms hold as equations."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given

from gdcore import Descent, ErrorCurve, gradient_descent
from tests.gdcore.draws import factors, fractions, vectors

ARRAYS = ("weight", "prediction", "error", "delta", "weight_delta", "slope")
HALF, GOAL = Fraction(1, 2), Fraction(4, 5)


def numbers(path: Descent) -> list[object]:
    """Return every number of a descent."""
    found = [part for name in ARRAYS for part in getattr(path, name).ravel().tolist()]
    return [*found, path.multiplier, *np.ravel(path.goal_weight).tolist()]


@given(fractions, fractions, fractions, fractions, factors)
def test_weights_follow_the_closed_form(weight, input, goal_pred, alpha, factor) -> None:
    """The distance from the goal shrinks by the same factor at every step: a formula without a loop."""
    assume(input)
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=6, slope_factor=factor)
    goal, ratio = goal_pred / input, 1 - factor * alpha * input**2
    assert path.weight.tolist() == [goal + ratio**k * (weight - goal) for k in range(7)]
    assert path.multiplier == ratio


@given(vectors(2), fractions, fractions, factors)
def test_predictions_of_several_inputs_follow_the_closed_form(pair, goal_pred, alpha, factor) -> None:
    weight, input = pair
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=5, slope_factor=factor)
    start = np.dot(np.array(weight, dtype=object), np.array(input, dtype=object))
    ratio = 1 - factor * alpha * np.dot(input, np.array(input, dtype=object))
    assert path.prediction.tolist() == [goal_pred + ratio**k * (start - goal_pred) for k in range(6)]
    assert path.multiplier == ratio


@given(fractions, fractions, fractions, fractions)
def test_slope_is_the_finite_difference_of_the_error(weight, input, goal_pred, width) -> None:
    """Of a parabola the central difference is the slope, however wide."""
    assume(width)
    path = gradient_descent(weight, input, goal_pred, alpha=Fraction(1, 9), iterations=2)
    error = ErrorCurve(input, goal_pred).error
    differences = [(error(w + width) - error(w - width)) / (2 * width) for w in path.weight]
    assert path.slope.tolist() == differences


@given(vectors(2), fractions, factors)
def test_slopes_of_several_inputs_are_partial_differences(pair, goal_pred, factor) -> None:
    weight, input = pair

    def error(*weights: Fraction) -> Fraction:
        return (sum(w * x for w, x in zip(weights, input, strict=True)) - goal_pred) ** 2

    path = gradient_descent(weight, input, goal_pred, alpha=HALF, iterations=1, slope_factor=factor)
    for state in range(2):
        at = path.weight[state].tolist()
        for i in range(len(input)):
            ahead, behind = ([w + side * (j == i) for j, w in enumerate(at)] for side in (1, -1))
            assert path.slope[state, i] == (error(*ahead) - error(*behind)) / 2


@pytest.mark.parametrize(
    ("weight", "input"), [(HALF, 3), ([HALF, 3], [2, Fraction(1, 3)])], ids=["one", "several"]
)
def test_weight_delta_is_half_the_slope_in_the_lab_and_all_of_it_in_the_slides(weight, input) -> None:
    lab = gradient_descent(weight, input, GOAL, iterations=3, slope_factor=1)
    slides = gradient_descent(weight, input, GOAL, iterations=3, slope_factor=2)
    assert (lab.weight_delta + lab.weight_delta == lab.slope).all()
    assert (slides.weight_delta == slides.slope).all()
    assert np.array_equal(lab.slope[0], slides.slope[0])
    assert lab.weight_delta.all()


@given(vectors(2), fractions, fractions, factors)
def test_each_step_is_alpha_times_weight_delta(pair, goal_pred, alpha, factor) -> None:
    weight, input = pair
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=3, slope_factor=factor)
    assert (path.weight[:-1] - path.weight[1:] == alpha * path.weight_delta[:-1]).all()


@pytest.mark.parametrize(("input", "alpha"), [("0.5", "1"), ("2", "1"), ("2", "0.1"), ("1.1", "1")])
def test_float_runs_stay_close_to_exact_ones(input, alpha) -> None:
    floats = gradient_descent(0.5, float(input), 0.8, alpha=float(alpha))
    exact = gradient_descent(HALF, Fraction(input), GOAL, alpha=Fraction(alpha))
    assert floats.prediction == pytest.approx(exact.prediction.astype(float), rel=1e-14)
    assert floats.outcome is exact.outcome


@pytest.mark.parametrize(
    ("weight", "input", "goal_pred", "alpha"),
    [
        (HALF, 2, 1, 1),
        (1, HALF, 1, 1),
        (1, 2, GOAL, 1),
        (1, 2, 3, Fraction(1, 10)),
        ([1, HALF], [2, 3], 1, 1),
        ([1, 2], np.array([HALF, 3], dtype=object), 1, 1),
        (np.int64(1), 2, GOAL, np.int64(1)),
    ],
)
def test_one_fraction_among_ints_makes_it_all_exact(weight, input, goal_pred, alpha) -> None:
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=3)
    assert {type(number) for number in numbers(path)} == {Fraction}
    assert {getattr(path, name).dtype for name in ARRAYS} == {np.dtype(object)}


@pytest.mark.parametrize(
    ("weight", "input", "goal_pred", "alpha"),
    [
        (0.5, Fraction(2), Fraction(1), Fraction(1)),
        (HALF, 2.0, GOAL, 1),
        (HALF, HALF, 0.8, 1),
        (HALF, HALF, GOAL, 0.1),
        ([HALF, 0.5], [HALF, HALF], GOAL, 1),
        (np.array([0.5, 0.5]), [HALF, HALF], GOAL, 1),
        (HALF, np.float32(0.5), GOAL, 1),
        (1, 2, 3, 1),
    ],
)
def test_one_float_or_ints_alone_make_it_all_float(weight, input, goal_pred, alpha) -> None:
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=3)
    assert {getattr(path, name).dtype for name in ARRAYS} == {np.dtype(float)}
    assert all(isinstance(number, float) for number in numbers(path))


def test_fractions_know_no_overflow() -> None:
    """The first miss of .2 triples at each of 400 steps; squared, that is beyond any double."""
    path = gradient_descent(HALF, 2, GOAL, iterations=400)
    assert not path.overflowed
    assert path.error[400] == Fraction(9**400, 25)


def test_ints_beyond_a_double_are_fine_beside_fractions() -> None:
    path = gradient_descent(10**400, HALF, 0, iterations=1)
    assert path.weight.tolist() == [10**400, Fraction(3 * 10**400, 4)]
