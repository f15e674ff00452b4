"""Gradient descent on the squared error of a network without hidden layers."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gdcore.arguments import (
    Number,
    Scalar,
    converted,
    is_exact,
    one_number,
    refuse,
    some_numbers,
    whole_number,
)
from gdcore.arrays import ROUNDING, Array, array_of, finite_states, frozen
from gdcore.outcome import Outcome, outcome_of_multiplier


@dataclass(frozen=True, eq=False)
class Descent:
    """A descent, state by state: state k is the network after k updates.

    Arrays are read-only, of doubles or of exact Fractions. d stands for the number of inputs; with a single
    number as input there is no second axis.

    Attributes:
        weight: The weights, shape (n + 1,) or (n + 1, d).
        prediction: input * weight, summed over the inputs, shape (n + 1,).
        error: (prediction - goal_pred) squared, shape (n + 1,).
        delta: prediction - goal_pred, the signed miss, shape (n + 1,).
        weight_delta: slope_factor * input * delta, what alpha multiplies, shape of `weight`.
        slope: 2 * input * delta, the true slope of the error over the weight, shape of `weight`.
        multiplier: What each update multiplies the distance from the goal by,
            1 - slope_factor * alpha * |input|^2.
        goal_weight: The weight without error; of several the nearest to the start; None where there is none.
        outcome: How the descent ends, by its multiplier.
        overflowed: Whether the numbers outgrew a double; the states then stop at the last finite one.
    """

    weight: Array
    prediction: Array
    error: Array
    delta: Array
    weight_delta: Array
    slope: Array
    multiplier: Number
    goal_weight: Number | Array | None
    outcome: Outcome
    overflowed: bool


def gradient_descent(
    weight: float | Fraction | Sequence[float | Fraction] | Array,
    input: float | Fraction | Sequence[float | Fraction] | Array,
    goal_pred: float | Fraction,
    *,
    alpha: float | Fraction = 1,
    iterations: int = 20,
    slope_factor: float = 1,
) -> Descent:
    """Return the states 0..iterations of weight <- weight - alpha * slope_factor * input * delta.

    Floats follow the lab's order of operations to the last bit. Fractions, with ints beside
    them, are never rounded.

    Args:
        weight: The first weight, or a sequence of d of them.
        input: The input, or a sequence of d of them.
        goal_pred: The prediction to reach.
        alpha: The learning rate; any finite number, divergence is a lesson too.
        iterations: The number of updates n.
        slope_factor: 1 for the lab's weight_delta, 2 for the slides' full slope of the squared error.

    Raises:
        ValueError: An argument is not a finite number, the lengths differ, `iterations` is negative,
            `slope_factor` is neither 1 nor 2, or the error or slope of the start is beyond a double.

    Source: lab, parts 4, 5, 7 and 8; slides, weight updates with one and with several inputs.
    """
    weights, inputs, single = _vectors(some_numbers("weight", weight), some_numbers("input", input))
    goal = one_number("goal_pred", goal_pred)
    rate = one_number("alpha", alpha)
    count = whole_number("iterations", iterations)
    factor = one_number("slope_factor", slope_factor, "1 (lab) or 2 (slides)")
    if factor not in (1, 2):
        raise refuse("slope_factor", slope_factor, "1 (lab) or 2 (slides)")

    exact = is_exact(*weights, *inputs, goal, rate, factor)
    w = [converted("weight", part, exact) for part in weights]
    x = [converted("input", part, exact) for part in inputs]
    g, a, c = converted("goal_pred", goal, exact), converted("alpha", rate, exact), int(factor)

    states = array_of(_one(w[0], x[0], g, a, c, count) if single else _several(w, x, g, a, c, count), exact)
    arrays = _quantities(states, x[0] if single else array_of(x, exact), g, c)
    finite = finite_states(arrays, exact)
    if finite == 0:
        raise refuse("weight", weight, f"one whose error and slope at {input=} and {goal_pred=} fit a double")
    weight_, prediction, error, delta, weight_delta, slope = (frozen(array[:finite]) for array in arrays)

    multiplier = 1 - sum(c * (a * part * part) for part in x)  # c * a could overflow, and inf * 0 is nan
    rounding = 0 if exact else ROUNDING * max(abs(g), sum(abs(p * q) for p, q in zip(x, w, strict=True)))
    there = bool((abs(delta) <= rounding).all())
    goal_weight = _goal_weight(w, x, g, there=there, exact=exact)
    return Descent(
        weight=weight_,
        prediction=prediction,
        error=error,
        delta=delta,
        weight_delta=weight_delta,
        slope=slope,
        multiplier=multiplier,
        goal_weight=goal_weight[0] if single and goal_weight is not None else goal_weight,
        outcome=Outcome.ALREADY_THERE if there else outcome_of_multiplier(multiplier),
        overflowed=finite <= count,
    )


def _quantities(weight: Array, input: Scalar, goal: Scalar, factor: int) -> tuple[Array, ...]:
    """Return weight, prediction, error, delta, weight_delta and slope of all states, overflow and all."""
    with np.errstate(over="ignore", invalid="ignore"):  # the caller looks for what is not finite
        if weight.ndim == 1:
            prediction = input * weight
        else:  # one input after the other, as the lab sums them
            prediction = sum(input[i] * weight[:, i] for i in range(len(input)))
        delta = prediction - goal
        shaped = delta if weight.ndim == 1 else delta[:, None]
        return weight, prediction, delta**2, delta, factor * (input * shaped), 2 * (input * shaped)


def _vectors(
    weight: Number | tuple[Number, ...], input: Number | tuple[Number, ...]
) -> tuple[tuple[Number, ...], tuple[Number, ...], bool]:
    """Return weights and inputs as tuples of one length, and whether both were single numbers."""
    if isinstance(weight, tuple):
        if not isinstance(input, tuple) or len(input) != len(weight):
            raise refuse("input", input, f"a sequence of {len(weight)} numbers, as many as weight has")
        return weight, input, False
    if isinstance(input, tuple):
        raise refuse("weight", weight, f"a sequence of {len(input)} numbers, as many as input has")
    return (weight,), (input,), True


def _one(w: Scalar, x: Scalar, goal: Scalar, alpha: Scalar, factor: int, count: int) -> list[Scalar]:
    """Return the weights of the states 0..count, in plain numbers: quicker than arrays of length one."""
    states = [w]
    for _ in range(count):
        w = w - alpha * (factor * (x * (x * w - goal)))
        states.append(w)
    return states


def _several(
    w: list[Scalar], x: list[Scalar], goal: Scalar, alpha: Scalar, factor: int, count: int
) -> list[list[Scalar]]:
    """Return the weights of the states 0..count, a list of d each."""
    states = [w]
    for _ in range(count):
        prediction: Scalar = 0
        for p, q in zip(x, w, strict=True):  # `sum` rounds otherwise from Python 3.12 on
            prediction += p * q
        delta = prediction - goal
        w = [q - alpha * (factor * (p * delta)) for p, q in zip(x, w, strict=True)]
        states.append(w)
    return states


def _goal_weight(w: list[Scalar], x: list[Scalar], goal: Scalar, *, there: bool, exact: bool) -> Array | None:
    """Return the weights nearest to `w` that meet the goal, or None where no finite weights do."""
    if there:
        return frozen(array_of(w, exact))
    if not any(x):
        return None
    if len(x) == 1:
        nearest = [goal / x[0]]
    else:
        size = max(abs(part) for part in x)  # scaled first, so that no square overflows or vanishes
        unit = [part / size for part in x]
        missing = (goal - sum(p * q for p, q in zip(x, w, strict=True))) / size
        length = sum(part * part for part in unit)
        nearest = [q + part * missing / length for part, q in zip(unit, w, strict=True)]
    found = frozen(array_of(nearest, exact))
    return found if exact or np.isfinite(found).all() else None
