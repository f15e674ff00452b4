"""Gradient descent on the squared error of a network without hidden layers."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from gdcore.arguments import (
    Number,
    Scalar,
    converted,
    factor_of,
    is_exact,
    one_number,
    some_numbers,
    whole_number,
)
from gdcore.arrays import ROUNDING, Array, array_of, finite_states, frozen
from gdcore.outcome import Outcome, outcome_of_multiplier
from gdcore.problem import Numbers, Problem, State, quantities, too_large, vectors
from gdcore.trajectory import Trajectory


@dataclass(frozen=True, eq=False, kw_only=True)
class Descent(Trajectory):
    """A descent, state by state: state k is the network after k updates. The multiplier decides its outcome.

    Attributes:
        alpha: The learning rate.
        slope_factor: 1 for the lab's weight_delta, 2 for the slides' full slope of the squared error.
        weight_delta: slope_factor * input * delta, what alpha multiplies, shape of `weight`.
        slope: 2 * input * delta, the true slope of the error over the weight, shape of `weight`.
        multiplier: What each update multiplies the distance from the goal by,
            1 - slope_factor * alpha * |input|^2.
        goal_weight: The weight whose error is 0; the nearest to the start if there are several, None if there is
            none.
    """

    alpha: Number
    slope_factor: int
    weight_delta: Array
    slope: Array
    multiplier: Number
    goal_weight: Number | Array | None

    def at(self, weight: Numbers) -> State:
        """Return the network at any weight, with the weight_delta of the descent.

        Raises:
            ValueError: As in `Problem.at`.
        """
        return self.problem.at(weight, slope_factor=self.slope_factor)

    def updated(self, weight: Numbers) -> Any:
        """Return the weight after one update, from any weight: a number, or an array of d.

        What is too large for a double is infinite.

        Raises:
            ValueError: As in `Problem.at`.
        """
        state = self.at(weight)
        with np.errstate(over="ignore", invalid="ignore"):
            return state.weight - self.alpha * state.weight_delta


def gradient_descent(
    weight: Numbers,
    input: Numbers,
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
        alpha: The learning rate, any finite number: divergence is a lesson, too.
        iterations: The number of updates n.
        slope_factor: 1 for the lab's weight_delta, 2 for the slides' full slope of the squared error.

    Raises:
        ValueError: An argument is not a finite number, the lengths differ, `iterations` is negative,
            `slope_factor` is neither 1 nor 2, or the error or slope at the start is too large for a double.

    Source: lab, parts 4, 5, 7 and 8; slides, weight updates with one and with several inputs.
    """
    weights, inputs, single = vectors(some_numbers("weight", weight), some_numbers("input", input))
    goal = one_number("goal_pred", goal_pred)
    rate = one_number("alpha", alpha)
    count = whole_number("iterations", iterations)
    factor = factor_of(slope_factor)

    exact = is_exact(*weights, *inputs, goal, rate, factor)
    w = [converted("weight", part, exact) for part in weights]
    x = [converted("input", part, exact) for part in inputs]
    g, a, c = converted("goal_pred", goal, exact), converted("alpha", rate, exact), int(factor)

    states = array_of(_one(w[0], x[0], g, a, c, count) if single else _several(w, x, g, a, c, count), exact)
    arrays = quantities(states, x[0] if single else array_of(x, exact), g, c)
    finite = finite_states(arrays, exact)
    if finite == 0:
        raise too_large(weight, input, goal_pred)
    weight_, prediction, error, delta, weight_delta, slope = (frozen(array[:finite]) for array in arrays)

    multiplier = 1 - sum(c * (a * part * part) for part in x)  # c * a could overflow, and inf * 0 is nan
    rounding = 0 if exact else ROUNDING * max(abs(g), sum(abs(p * q) for p, q in zip(x, w, strict=True)))
    there = bool((abs(delta) <= rounding).all())
    goal_weight = _goal_weight(w, x, g, there=there, exact=exact)
    return Descent(
        problem=Problem(x[0] if single else x, g),
        alpha=a,
        iterations=count,
        slope_factor=c,
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
    """Return the weights nearest to `w` that meet the goal, or None if no finite weights do."""
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
