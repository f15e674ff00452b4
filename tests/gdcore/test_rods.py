"""Two rods in a box: the derivative as a machine."""

import copy
from dataclasses import FrozenInstanceError
from fractions import Fraction

import pytest
from hypothesis import given

from gdcore import LinkedRods, RodChange
from tests.gdcore.draws import fractions, positive_fractions

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


@pytest.mark.parametrize(
    ("derivative", "inches", "allowed"),
    [
        (2, -1, -1),
        (2, 1, 1),
        (2, -3, -2),  # both rods would go inside
        (1, -3, -2),  # blue would
        (Fraction(29, 4), -1, Fraction(-16, 29)),  # red would, as its end meets the box before blue's does
        (-2, 3, 2),
        (-2, -3, -2),
        (0, -3, -2),
        (0, 30, 30),
        (1000, 0, 0),
    ],
)
def test_a_push_is_allowed_as_far_as_both_rods_stick_out(derivative, inches, allowed) -> None:
    assert LinkedRods(Fraction(2), 4, derivative).allowed(inches) == allowed


@given(positive_fractions, positive_fractions, fractions, fractions)
def test_an_allowed_push_is_the_largest_that_leaves_no_length_below_0(blue, red, derivative, inches) -> None:
    rods = LinkedRods(blue, red, derivative)
    allowed = rods.allowed(inches)
    after = rods.push(allowed)
    assert min(after.blue, after.red) >= 0
    assert allowed * inches >= 0
    if allowed != inches:
        more = rods.push(allowed + (inches - allowed) / 10**9)
        assert min(more.blue, more.red) < 0 <= abs(inches) - abs(allowed)


@given(positive_fractions, positive_fractions, fractions, fractions)
def test_what_is_allowed_in_floats_is_what_is_allowed_exactly(blue, red, derivative, inches) -> None:
    exact = LinkedRods(blue, red, derivative).allowed(inches)
    allowed = LinkedRods(float(blue), float(red), float(derivative)).allowed(float(inches))
    assert allowed == pytest.approx(float(exact), rel=1e-14)


@pytest.mark.parametrize(("inches", "allowed"), [(-1, 0), (1, 1)])
def test_a_rod_that_is_inside_may_only_come_out(inches, allowed) -> None:
    assert LinkedRods(2, -1, 2).allowed(inches) == allowed
    assert LinkedRods(-1, 2, 2).allowed(inches) == allowed


@given(fractions, fractions, fractions, fractions)
def test_a_change_is_what_the_lengths_have_gained(blue, red, derivative, inches) -> None:
    rods = LinkedRods(blue, red, derivative)
    change = rods.change_to(rods.push(inches))
    assert (rods.blue + change.blue, rods.red + change.red) == (blue + inches, red + derivative * inches)
    assert change.ratio == (derivative if inches else None)


@pytest.mark.parametrize(
    ("derivative", "change", "smaller"), [(2, (-1, -2), False), (Fraction(29, 4), (Fraction(-16, 29), -4), True)]
)
def test_a_move_is_a_push_made_as_far_as_the_rods_stick_out(derivative, change, smaller) -> None:
    rods = LinkedRods(Fraction(2), 4, derivative)
    move = rods.move(-1)
    assert (move.before, move.asked, move.smaller) == (rods, -1, smaller)
    assert move.change == RodChange(*change)
    assert (move.after.blue, move.after.red) == (2 + change[0], 4 + change[1])


@pytest.mark.parametrize("value", [float("nan"), float("-inf"), "2", True, None, [2], 1j], ids=repr)
@pytest.mark.parametrize("name", ["blue", "red", "derivative"])
def test_rods_are_finite_numbers(name, value) -> None:
    with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
        LinkedRods(**{**BOX, name: value})
    assert str(caught.value).startswith(f"{name}={value!r}: ")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "1", False, None], ids=repr)
def test_a_push_is_a_finite_number(value) -> None:
    for method in (LAB.push, LAB.allowed):
        with pytest.raises(ValueError, match=r"allowed is one finite number$") as caught:
            method(value)
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
