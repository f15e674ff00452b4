"""Two rods in a box: the derivative as a machine."""

import copy
from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest
from hypothesis import given

from gdcore import LinkedRods
from tests.gdcore.draws import fractions

LAB = LinkedRods(blue=2, red=4, derivative=2)
BOX = {"blue": 2, "red": 4, "derivative": 2}


@pytest.mark.parametrize(
    ("derivative", "inches", "blue", "red"),
    [(2, -1, 1, 2), (2, 1, 3, 6), (2, 0.5, 2.5, 5), (-1, 1, 3, 3), (-1, -1, 1, 5), (0, 1, 3, 4), (2, 0, 2, 4)],
)
def test_the_red_rod_moves_derivative_times_as_far(derivative, inches, blue, red) -> None:
    assert LinkedRods(2, 4, derivative).push(inches) == LinkedRods(blue, red, derivative)


def test_the_labs_box_always_reads_red_is_twice_blue() -> None:
    rods = LAB
    for inches in (-1, 0.5, 3, -2.25):
        rods = rods.push(inches)
        assert rods.red == 2 * rods.blue


@given(fractions, fractions, fractions, fractions, fractions)
def test_two_pushes_are_one_push_of_their_sum(blue, red, derivative, first, second) -> None:
    rods = LinkedRods(blue, red, derivative)
    assert rods.push(first).push(second) == rods.push(first + second)
    assert rods.push(first).push(-first) == rods


@given(fractions, fractions, fractions, fractions)
def test_the_ratio_of_the_changes_is_the_derivative(blue, red, derivative, inches) -> None:
    rods = LinkedRods(blue, red, derivative).push(inches)
    assert rods.blue - blue == inches
    assert rods.red - red == derivative * inches


def test_a_push_leaves_the_rods_before_it_alone() -> None:
    rods = copy.copy(LAB)
    assert rods.push(-1) != rods
    assert rods == LAB
    with pytest.raises(FrozenInstanceError):
        rods.blue = 3


def test_a_push_keeps_the_kind_of_a_subclass() -> None:
    class LongRods(LinkedRods):
        pass

    assert type(LongRods(2, 4, 2).push(1)) is LongRods


def test_ints_beside_fractions_stay_exact_and_one_float_makes_it_all_float() -> None:
    exact = LinkedRods(2, Fraction(4), 2)
    for rods in (exact, exact.push(1), exact.push(Fraction(1, 3))):
        assert {type(rods.blue), type(rods.red), type(rods.derivative)} == {Fraction}
    assert exact.push(Fraction(1, 3)).red == Fraction(14, 3)
    for rods in (LAB, LinkedRods(Fraction(2), 4, 2.0), exact.push(0.5), LAB.push(Fraction(1, 3))):
        assert {type(rods.blue), type(rods.red), type(rods.derivative)} == {float}


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), "2", True, None, [2], 1j], ids=repr)
@pytest.mark.parametrize("name", ["blue", "red", "derivative"])
def test_rods_are_finite_numbers(name, value) -> None:
    with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
        LinkedRods(**{**BOX, name: value})
    assert str(caught.value).startswith(f"{name}={value!r}: ")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1", False, None], ids=repr)
def test_a_push_is_a_finite_number(value) -> None:
    with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
        LAB.push(value)
    assert str(caught.value).startswith(f"inches={value!r}: ")


@pytest.mark.parametrize(
    ("rods", "inches", "shown"),
    [
        (LinkedRods(1.5e308, 0, 1), 1e308, "blue=inf"),
        (LinkedRods(0, 0, -1e200), 1e200, "red=-inf"),
        (LAB, 10**400, "inches=1000"),
        (LinkedRods(Fraction(10**400), 0, 1), 0.5, "inches=0.5"),
    ],
)
def test_lengths_beyond_a_double_are_refused(rods, inches, shown) -> None:
    with pytest.raises(ValueError, match="allowed is") as caught:
        rods.push(inches)
    assert str(caught.value).startswith(shown)
