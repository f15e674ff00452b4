"""The lab's loops in plain Python floats, in its order of operations: the oracle of the tests.

Nothing here comes from gdcore, and nothing here should.
"""

import math
from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    """One printed line of a descent: the state before its update."""

    weight: float
    prediction: float
    error: float
    delta: float
    weight_delta: float


class Try(NamedTuple):
    """One printed line of hot and cold learning, with both of its tries."""

    weight: float
    prediction: float
    error: float
    up_prediction: float
    up_error: float
    down_prediction: float
    down_error: float


def descent_lines(
    weight: float, input: float, goal_pred: float, lines: int, alpha: float | None = None
) -> list[Line]:
    """Replay the lab's descent; without an alpha there is no multiplication by one, as before the lab has it."""
    log = []
    for _ in range(lines):
        prediction = input * weight
        error = (prediction - goal_pred) ** 2
        delta = prediction - goal_pred
        weight_delta = input * delta
        log.append(Line(weight, prediction, error, delta, weight_delta))
        if alpha is None:
            weight -= weight_delta
        else:
            weight -= alpha * weight_delta
    return log


def several_weights(
    weight: Sequence[float], input: Sequence[float], goal_pred: float, lines: int, alpha: float
) -> list[list[float]]:
    """Replay a descent of several inputs, the products added up one after the other, and return its weights."""
    weights, log = list(weight), []
    for _ in range(lines):
        log.append(list(weights))
        prediction = 0.0
        for i in range(len(input)):
            prediction += input[i] * weights[i]
        delta = prediction - goal_pred
        for i in range(len(input)):
            weights[i] -= alpha * (input[i] * delta)
    return log


def hot_and_cold_lines(weight: float, input: float, goal_pred: float, step_amount: float, lines: int) -> list[Try]:
    """Replay the lab's hot and cold learning."""
    log = []
    for _ in range(lines):
        prediction = input * weight
        error = (prediction - goal_pred) ** 2
        up_prediction = input * (weight + step_amount)
        up_error = (goal_pred - up_prediction) ** 2
        down_prediction = input * (weight - step_amount)
        down_error = (goal_pred - down_prediction) ** 2
        log.append(Try(weight, prediction, error, up_prediction, up_error, down_prediction, down_error))
        if down_error < up_error:
            weight -= step_amount
        if down_error > up_error:
            weight += step_amount
    return log


def column(log: Sequence[tuple[float, ...]], name: str) -> list[float]:
    """Return one column of a log."""
    return [getattr(line, name) for line in log]


def printed(number: float) -> str:
    """Write a number as the lab's logs do, with twelve significant digits."""
    return f"{number:.12g}"


def within_an_ulp(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Tell whether two columns agree to one unit in the last place: a square may be rounded in two ways."""
    return all(abs(a - b) <= math.ulp(b) for a, b in zip(ours, theirs, strict=True))
