"""Bad input: the error names the argument, shows its value and tells what is allowed."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from gdcore import gradient_descent, hot_and_cold

NAN, INF = float("nan"), float("inf")
NO_NUMBERS = [NAN, INF, -INF, np.float64("nan"), "0.5", "", None, True, False, np.True_, 1j, Decimal("0.5"), {}]
HUGE = 10**400
DESCENT = {"weight": 0.5, "input": 0.5, "goal_pred": 0.8, "alpha": 1, "iterations": 3}
SEARCH = {"weight": 0.5, "input": 0.5, "goal_pred": 0.8, "step_amount": 0.1, "iterations": 3}


def refusal(solver: Any, arguments: dict[str, Any]) -> str:
    """Return what a solver says against its arguments."""
    arguments = dict(arguments)
    places = [arguments.pop(name) for name in ("weight", "input", "goal_pred")]
    with pytest.raises(ValueError, match="allowed is") as caught:
        solver(*places, **arguments)
    return str(caught.value)


def expected(name: str, value: object, allowed: str) -> str:
    return f"{name}={value!r}: allowed is {allowed}"


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
@pytest.mark.parametrize("name", ["weight", "input", "goal_pred", "alpha", "slope_factor"])
def test_descent_refuses_what_is_not_a_finite_number(name, value) -> None:
    allowed = {
        "weight": "a finite number or a flat, non-empty sequence of them",
        "input": "a finite number or a flat, non-empty sequence of them",
        "slope_factor": "1 (lab) or 2 (slides)",
    }.get(name, "one finite number")
    assert refusal(gradient_descent, {**DESCENT, name: value}) == expected(name, value, allowed)


@pytest.mark.parametrize("value", [*NO_NUMBERS, [0.5], (0.5, 0.5), [], np.array([0.5])], ids=repr)
@pytest.mark.parametrize("name", ["weight", "input", "goal_pred", "step_amount"])
def test_hot_and_cold_refuses_what_is_not_one_finite_number(name, value) -> None:
    assert refusal(hot_and_cold, {**SEARCH, name: value}) == expected(name, value, "one finite number")


@pytest.mark.parametrize("value", [*NO_NUMBERS, -1, -(10**30), 2.0, 2.5, Fraction(2), [3]], ids=repr)
@pytest.mark.parametrize(("solver", "arguments"), [(gradient_descent, DESCENT), (hot_and_cold, SEARCH)])
def test_iterations_are_a_whole_number_from_zero_on(solver, arguments, value) -> None:
    message = refusal(solver, {**arguments, "iterations": value})
    assert message == expected("iterations", value, "a whole number from 0 on")


@pytest.mark.parametrize("value", [0, 3, -1, 1.5, Fraction(1, 2), HUGE])
def test_a_slope_factor_is_one_or_two(value) -> None:
    message = refusal(gradient_descent, {**DESCENT, "slope_factor": value})
    assert message.startswith(f"slope_factor={value!r}"[:70])
    assert message.endswith("allowed is 1 (lab) or 2 (slides)")


@pytest.mark.parametrize("value", [-0.1, -1, Fraction(-1, 10), -HUGE])
def test_a_step_amount_is_not_negative(value) -> None:
    message = refusal(hot_and_cold, {**SEARCH, "step_amount": value})
    assert message.startswith(f"step_amount={value!r}"[:70])
    assert message.endswith("allowed is a finite number from 0 on")


@pytest.mark.parametrize("value", NO_NUMBERS, ids=repr)
@pytest.mark.parametrize("name", ["weight", "input"])
def test_a_bad_part_of_a_sequence_is_named_by_its_place(name, value) -> None:
    arguments = {**DESCENT, "weight": [0.5, 1, 2], "input": [1, 2, 3], name: [0.5, 1, value]}
    assert refusal(gradient_descent, arguments) == expected(f"{name}[2]", value, "one finite number")


@pytest.mark.parametrize("name", ["weight", "input"])
def test_a_sequence_is_flat(name) -> None:
    nested = {**DESCENT, "weight": [1, 2], "input": [1, 2]}
    assert refusal(gradient_descent, {**nested, name: [1, [2]]}).startswith(f"{name}[1]=[2]: allowed is one ")
    assert refusal(gradient_descent, {**nested, name: np.eye(2)}).startswith(f"{name}[0]=[1.0, 0.0]: allowed")


@pytest.mark.parametrize("empty", [[], (), np.array([])], ids=repr)
@pytest.mark.parametrize("name", ["weight", "input"])
def test_a_sequence_is_not_empty(name, empty) -> None:
    message = refusal(gradient_descent, {**DESCENT, name: empty})
    assert message.startswith(f"{name}=")
    assert message.endswith("allowed is a finite number or a flat, non-empty sequence of them")


@pytest.mark.parametrize(
    ("weight", "input", "message"),
    [
        ([1, 2], [3, 4, 5], "input=(3, 4, 5): allowed is a sequence of 2 numbers, as many as weight has"),
        ([1, 2, 3], [4], "input=(4,): allowed is a sequence of 3 numbers, as many as weight has"),
        ([1, 2], 3, "input=3: allowed is a sequence of 2 numbers, as many as weight has"),
        (1, [3, 4], "weight=1: allowed is a sequence of 2 numbers, as many as input has"),
    ],
)
def test_there_are_as_many_weights_as_inputs(weight, input, message) -> None:
    assert refusal(gradient_descent, {**DESCENT, "weight": weight, "input": input}) == message


@pytest.mark.parametrize("huge", [HUGE, -HUGE, Fraction(HUGE), 10**5_000], ids=["int", "-", "fraction", "longer"])
@pytest.mark.parametrize("name", ["weight", "input", "goal_pred", "alpha"])
def test_whole_numbers_beyond_a_double_are_refused_beside_floats(name, huge) -> None:
    message = refusal(gradient_descent, {**DESCENT, name: huge})
    assert message.startswith(f"{name}=")
    assert message.endswith("allowed is a number that a double can hold, below 1.8e308 in size")


@pytest.mark.parametrize("name", ["weight", "input", "goal_pred", "step_amount"])
def test_hot_and_cold_refuses_them_too(name) -> None:
    message = refusal(hot_and_cold, {**SEARCH, name: HUGE})
    assert message.startswith(f"{name}=1000")
    assert message.endswith("allowed is a number that a double can hold, below 1.8e308 in size")


@pytest.mark.parametrize("value", ["x" * 200, [[1] * 100], -(10**5_000)], ids=["text", "nested", "int"])
def test_messages_stay_short_whatever_the_value(value) -> None:
    assert len(refusal(gradient_descent, {**DESCENT, "weight": value, "iterations": value})) < 200
    assert len(refusal(gradient_descent, {**DESCENT, "iterations": value})) < 200


@pytest.mark.parametrize("solver", [gradient_descent, hot_and_cold])
def test_the_numbers_after_the_goal_go_by_name_only(solver) -> None:
    with pytest.raises(TypeError, match="positional"):
        solver(0.5, 0.5, 0.8, 1)


@pytest.mark.parametrize("tiny", [0.0, -0.0, 5e-324, Fraction(1, HUGE)])
def test_small_numbers_are_allowed(tiny) -> None:
    path = gradient_descent(0.5, tiny, 0.8, alpha=tiny)
    assert path.weight.tolist() == [0.5] * 21
    search = hot_and_cold(0.5, 0.5, 0.8, step_amount=tiny, iterations=20)
    assert search.weight.tolist() == [0.5] * 21
