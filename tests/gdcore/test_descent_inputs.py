"""Several inputs: where the weights can go, and the goal they head for."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given

from gdcore import Outcome, gradient_descent
from tests.gdcore.draws import fractions, vectors


def dot(left: list, right: list) -> Fraction:
    return sum((a * b for a, b in zip(left, right, strict=True)), Fraction(0))


def across(input: list[Fraction], any_vector: list[Fraction]) -> list[Fraction]:
    """Return a vector at right angles to `input`: each pair of neighbours turned by a quarter."""
    turned = [Fraction(0)] * len(input)
    for i, amount in enumerate(any_vector[:-1]):
        turned[i] += amount * input[i + 1]
        turned[i + 1] -= amount * input[i]
    assert dot(turned, input) == 0
    return turned


@given(vectors(3, least=2), fractions, fractions)
def test_the_component_across_the_input_never_changes(rows, goal_pred, alpha) -> None:
    weight, input, sideways = rows
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=4)
    direction = across(input, sideways)
    assert len({dot(state, direction) for state in path.weight.tolist()}) == 1


@given(vectors(3, least=2), fractions)
def test_the_moves_are_along_the_input(rows, goal_pred) -> None:
    """Two vectors are parallel where all their 2 x 2 determinants vanish."""
    weight, input, _ = rows
    path = gradient_descent(weight, input, goal_pred, alpha=Fraction(1, 7), iterations=3)
    for move in (path.weight[1:] - path.weight[0]).tolist():
        for i in range(len(input) - 1):
            assert move[i] * input[i + 1] == move[i + 1] * input[i]
    assert (path.weight[1] != path.weight[0]).any() == (dot(weight, input) != goal_pred and any(input))


@given(vectors(3, least=2), fractions)
def test_the_goal_weight_is_the_reachable_one_nearest_to_the_start(rows, goal_pred) -> None:
    """Pythagoras: any other point of the valley's floor is farther by its square distance from goal_weight."""
    weight, input, sideways = rows
    assume(any(input))
    goal = gradient_descent(weight, input, goal_pred, iterations=0).goal_weight
    assert dot(goal, input) == goal_pred
    aside = across(input, sideways)
    other, way = goal + np.array(aside, dtype=object), goal - np.array(weight, dtype=object)
    assert dot(other, input) == goal_pred
    farther = other - np.array(weight, dtype=object)
    assert dot(farther, farther) == dot(way, way) + dot(aside, aside)


@given(vectors(3, least=2), fractions)
def test_landing_is_on_the_goal_weight(rows, goal_pred) -> None:
    weight, input, _ = rows
    assume(any(input) and dot(weight, input) != goal_pred)
    path = gradient_descent(weight, input, goal_pred, alpha=1 / dot(input, input), iterations=2)
    assert path.outcome is Outcome.LANDS
    assert path.weight[1].tolist() == path.weight[2].tolist() == path.goal_weight.tolist()


def test_the_goal_weight_of_the_slides_valley() -> None:
    path = gradient_descent([1.0, 2.0], [3.0, 4.0], 6.0, alpha=0.01, iterations=500)
    assert path.goal_weight == pytest.approx([0.4, 1.2], rel=1e-15)
    assert path.weight[-1] == pytest.approx([0.4, 1.2], rel=1e-12)


def test_the_goal_weight_of_one_input_is_one_number() -> None:
    assert gradient_descent(0.5, 0.5, 0.8).goal_weight == 1.6
    assert gradient_descent(Fraction(1, 2), Fraction(1, 2), Fraction(4, 5)).goal_weight == Fraction(8, 5)


def test_a_sequence_of_one_input_is_a_sequence_still() -> None:
    path = gradient_descent([0.5], [0.5], 0.8)
    assert path.goal_weight.tolist() == [1.6]
    assert path.weight.tolist() == [[w] for w in gradient_descent(0.5, 0.5, 0.8).weight]


@pytest.mark.parametrize(
    ("weight", "input"), [(0.5, 0), (Fraction(1, 2), 0), ([1, 2], [0, 0]), ([1, 2], [0, Fraction(0)])]
)
def test_no_weight_reaches_a_goal_from_inputs_of_zero(weight, input) -> None:
    assert gradient_descent(weight, input, 1).goal_weight is None


@pytest.mark.parametrize(("weight", "input"), [(0.5, 1e-320), ([0.5, 1], [0, 1e-320]), ([1, 1], [1e-320] * 2)])
def test_a_goal_weight_beyond_a_double_is_none(weight, input) -> None:
    assert gradient_descent(weight, input, 0.8).goal_weight is None


@pytest.mark.parametrize("size", [1e-200, 1e150])
def test_the_goal_weight_survives_inputs_whose_squares_no_double_holds(size) -> None:
    path = gradient_descent([0, 0], [3 * size, 4 * size], 5 * size, iterations=0)
    assert path.goal_weight == pytest.approx([0.6, 0.8], rel=1e-14)


@pytest.mark.parametrize(
    ("weight", "input", "goal_pred"),
    [(0.3, 0, 0), (0.3, 3, 0.3 * 3), ([1, 2], [0, 0], 0), ([7, 2], [0, 4], 8), (Fraction(1, 3), 3, 1)],
)
def test_the_goal_weight_is_the_start_where_the_goal_is_met_anywhere_or_already(weight, input, goal_pred) -> None:
    path = gradient_descent(weight, input, goal_pred)
    assert np.ravel(path.goal_weight).tolist() == np.ravel(weight).tolist()
    assert path.outcome is Outcome.ALREADY_THERE


def test_an_alpha_of_zero_has_a_goal_all_the_same() -> None:
    path = gradient_descent(0.5, 0.5, 0.8, alpha=0)
    assert path.goal_weight == 1.6
    assert path.outcome is Outcome.CANNOT_MOVE


def test_any_flat_sequence_will_do() -> None:
    """A range, a tuple and an array are the same inputs."""
    paths = [gradient_descent([0, 0], inputs, 1, alpha=0.1) for inputs in (range(1, 3), (1, 2), np.array([1, 2]))]
    assert all(np.array_equal(path.weight, paths[0].weight) for path in paths)
