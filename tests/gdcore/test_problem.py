"""A problem, and what a weight makes of it, against the lab's loop and exact arithmetic."""

from dataclasses import FrozenInstanceError
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import ErrorCurve, Problem, Trajectory, gradient_descent, hot_and_cold, resolved
from tests.gdcore.draws import factors, fractions, modest, vectors
from tests.gdcore.lab_logs import descent_lines, several_weights, within_an_ulp

SOLUTIONS = [
    pytest.param(lambda w, x, g: gradient_descent(w, x, g, alpha=0.3, iterations=3), id="descent"),
    pytest.param(lambda w, x, g: hot_and_cold(w, x, g, step_amount=0.5, iterations=3), id="search"),
]


@pytest.mark.parametrize("solve", SOLUTIONS)
@given(modest, modest, modest, modest)
def test_any_weight_is_answered_in_the_labs_order_of_operations(solve, start, input, goal_pred, weight) -> None:
    """What a solution says of a weight is what the lab prints of it, to the last bit."""
    (line,) = descent_lines(weight, input, goal_pred, 1)
    state = solve(start, input, goal_pred).at(weight)
    assert (state.weight, state.prediction, state.delta, state.weight_delta) == (
        line.weight, line.prediction, line.delta, line.weight_delta,
    )  # fmt: skip
    assert state.slope == 2 * line.weight_delta
    assert within_an_ulp([state.error], [line.error])


@pytest.mark.parametrize("solve", SOLUTIONS)
@given(modest, modest, modest)
def test_states_are_answered_as_they_are(solve, start, input, goal_pred) -> None:
    """At the weight of a state there is no other number than in the state."""
    path = solve(start, input, goal_pred)
    for k in range(4):
        state = path.at(path.weight[k])
        for name in ("weight", "prediction", "error", "delta", "weight_delta", "slope"):
            if hasattr(path, name):
                assert getattr(state, name) == getattr(path, name)[k]


@given(fractions, fractions, fractions, fractions, factors)
def test_fractions_are_answered_without_rounding(start, input, goal_pred, weight, factor) -> None:
    path = gradient_descent(start, input, goal_pred, iterations=0, slope_factor=factor)
    state, miss = path.at(weight), input * weight - goal_pred
    assert (state.prediction, state.delta, state.error) == (input * weight, miss, miss * miss)
    assert (state.weight_delta, state.slope) == (factor * input * miss, 2 * input * miss)
    assert {type(value) for value in (state.error, state.weight_delta)} == {Fraction}


def test_one_float_makes_it_all_float() -> None:
    """In the problem, or in the weight that is asked for."""
    exact, rounded = Problem(2, Fraction(4, 5)), Problem(2.0, Fraction(4, 5))
    assert exact == Problem(Fraction(2), Fraction(4, 5))
    assert type(exact.at(1).error) is Fraction
    for state in (exact.at(0.5), rounded.at(Fraction(1, 2)), Problem(2, 1).at(1)):
        assert isinstance(state.error, float)
    assert gradient_descent(Fraction(1), 2, 1, alpha=0.5).problem == Problem(2.0, 1.0)


@given(vectors(3), fractions, factors)
def test_several_weights_make_one_prediction(drawn, goal_pred, factor) -> None:
    start, input, weight = drawn
    path = gradient_descent(start, input, goal_pred, iterations=0, slope_factor=factor)
    state = path.at(weight)
    miss = sum(p * q for p, q in zip(input, weight, strict=True)) - goal_pred
    assert (state.delta, state.error) == (miss, miss**2)
    assert state.weight_delta.tolist() == [factor * part * miss for part in input]
    assert state.slope.tolist() == [2 * part * miss for part in input]
    with pytest.raises(ValueError, match="read-only"):
        state.weight_delta[0] = 7


@given(modest, modest, modest, modest, modest)
def test_an_update_from_any_weight_is_the_labs(start, input, goal_pred, alpha, weight) -> None:
    """The second line of a loop that begins there."""
    path = gradient_descent(start, input, goal_pred, alpha=alpha, iterations=0)
    assert path.updated(weight) == descent_lines(weight, input, goal_pred, 2, alpha)[1].weight


def test_an_update_of_several_weights_is_the_labs() -> None:
    weight, input = [0.3, -0.7], [2.0, 0.1]
    path = gradient_descent([1, 1], input, 0.8, alpha=0.3)
    assert path.updated(weight).tolist() == several_weights(weight, input, 0.8, 2, 0.3)[1]


@pytest.mark.parametrize("weight", [1, -1])
def test_an_update_beyond_a_double_is_infinite(weight: int) -> None:
    """On the other side of the goal, and without a warning."""
    assert gradient_descent(0, 1e150, 0, alpha=1e150).updated(weight) == -weight * float("inf")


@given(st.lists(modest, min_size=1, max_size=4), modest)
def test_a_problem_keeps_what_it_is_given(input, goal_pred) -> None:
    """A list or an array of inputs is kept as a tuple that nobody can change."""
    problem = Problem(np.array(input), goal_pred)
    assert problem == Problem(input, goal_pred) == gradient_descent(input, input, goal_pred).problem
    assert problem.input == tuple(input)
    with pytest.raises(FrozenInstanceError):
        problem.goal_pred = 3  # type: ignore[misc]


@pytest.mark.parametrize("solve", SOLUTIONS)
def test_a_solution_knows_its_problem_and_its_curve(solve) -> None:
    path = solve(0.5, 2, Fraction(4, 5))
    assert isinstance(path, Trajectory)
    assert (path.problem, path.curve) == (Problem(2.0, 0.8), ErrorCurve(2.0, 0.8))
    assert path.curve.at(0.5).error == path.error[0]
    assert (path.iterations, path.last) == (3, 3)


def test_a_solution_knows_how_it_was_found() -> None:
    path = gradient_descent(0.5, 2, 0.8, alpha=Fraction(1, 10), iterations=1000, slope_factor=2)
    assert (path.alpha, path.iterations, path.slope_factor) == (0.1, 1000, 2)
    assert hot_and_cold(0.5, 2, 0.8, step_amount=Fraction(1, 10), iterations=4).step_amount == 0.1
    broken = gradient_descent(0.5, 2, 0.8, iterations=1000)
    assert broken.iterations == 1000 > broken.last == len(broken.weight) - 1


def test_of_several_inputs_there_is_no_curve() -> None:
    with pytest.raises(ValueError, match=r"^input=\(1\.0, 2\.0\): allowed is one finite number"):
        _ = gradient_descent([1, 2], [1, 2], 3).curve


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        ((float("nan"), 1), "input=nan"),
        (([], 1), "input=[]"),
        (([1, True], 1), "input[1]=True"),
        ((1, "x"), "goal_pred='x'"),
        ((1, [1]), "goal_pred=[1]"),
    ],
)
def test_a_problem_of_something_else_is_refused(values, shown) -> None:
    with pytest.raises(ValueError, match="allowed is") as caught:
        Problem(*values)
    assert str(caught.value).startswith(f"{shown}: ")


@pytest.mark.parametrize(
    ("input", "weight", "shown"),
    [
        (2, float("inf"), "weight=inf: "),
        (2, [1, 2], "input=2.0: allowed is a sequence of 2 numbers"),
        ([1, 2], 3, "weight=3: allowed is a sequence of 2 numbers"),
        (2, 1e200, "weight=1e+200: allowed is one whose error and slope at input=2.0 and goal_pred=1.0 fit"),
    ],
)
def test_a_weight_that_cannot_be_answered_is_refused(input, weight, shown) -> None:
    with pytest.raises(ValueError, match="allowed is") as caught:
        gradient_descent([0, 0] if isinstance(input, list) else 0, input, 1, iterations=0).at(weight)
    assert str(caught.value).startswith(shown)


@given(modest, modest, modest, st.integers(-300, 300))
def test_a_state_is_resolved_as_a_descent_is(start, input, weight, ulps) -> None:
    """Whether a difference is a miss or rounding does not depend on how it is asked for."""
    goal_pred = input * weight + ulps * float(np.spacing(abs(input * weight)))
    path = gradient_descent(weight, input, goal_pred, iterations=0)
    told, state = resolved(path), resolved(path.at(weight))
    for name in ("weight", "prediction", "error", "delta", "weight_delta", "slope"):
        assert getattr(state, name) == getattr(told, name)[0]
