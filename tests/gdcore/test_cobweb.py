"""The cobweb of a descent."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import cobweb, gradient_descent
from tests.gdcore.draws import fractions


def test_the_lab_spirals_outwards() -> None:
    """Two corners a step: to the line of the update, and back to the diagonal."""
    corners = cobweb(gradient_descent(Fraction(1, 2), 2, Fraction(4, 5), iterations=2))
    expected = [(5, 5), (5, 1), (1, 1), (1, 13), (13, 13)]
    assert [(x * 10, y * 10) for x, y in corners] == expected


@given(weight=fractions, goal_pred=fractions, alpha=fractions, iterations=st.integers(0, 6))
def test_corners_lie_on_the_diagonal_and_on_the_update_in_turn(weight, goal_pred, alpha, iterations) -> None:
    """Every second corner is on the diagonal, and those between are one step of another descent."""
    path = gradient_descent(weight, 2, goal_pred, alpha=alpha, iterations=iterations)
    corners = cobweb(path)
    assert corners.shape == (2 * iterations + 1, 2)
    assert all(x == y for x, y in corners[::2])
    for x, y in corners[1::2]:
        assert gradient_descent(x, 2, goal_pred, alpha=alpha, iterations=1).weight[1] == y


@pytest.mark.parametrize(("steps", "drawn"), [(0, 0), (2, 2), (3, 3), (9, 3), (None, 3)])
def test_only_the_first_steps_are_drawn(steps, drawn) -> None:
    """As many as are asked for, and as there are."""
    path = gradient_descent(0.5, 2, 0.8, iterations=3)
    assert cobweb(path, steps).tolist() == cobweb(gradient_descent(0.5, 2, 0.8, iterations=drawn)).tolist()


def test_each_side_of_the_path_is_upright_or_level() -> None:
    """A square spiral has no slanted sides."""
    corners = cobweb(gradient_descent(0.5, 2, 0.8, alpha=0.1))
    sides = np.diff(corners, axis=0)
    assert (sides[::2, 0] == 0).all()
    assert (sides[1::2, 1] == 0).all()


def test_corners_are_read_only() -> None:
    with pytest.raises(ValueError, match="read-only"):
        cobweb(gradient_descent(0, 1, 1))[0, 0] = 1


def test_several_weights_are_refused() -> None:
    with pytest.raises(ValueError, match="a descent with one weight"):
        cobweb(gradient_descent([0, 0], [1, 1], 1))
