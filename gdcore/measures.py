"""Three measures of a miss, and their mean."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from gdcore.arguments import Number, converted, is_exact, of_one_kind, one_number, refuse
from gdcore.arrays import Array


def pure_error(prediction: Any, goal_pred: Any) -> Any:
    """Return prediction - goal_pred, the signed miss.

    Takes numbers, or arrays and sequences whose shapes fit each other. Fractions, with ints beside them, stay
    exact; a single float makes everything float.

    Raises:
        ValueError: A value is not a finite number, or the shapes do not fit.

    Source: lab, part 2.
    """
    left, right = of_one_kind(prediction=prediction, goal_pred=goal_pred)
    try:
        np.broadcast_shapes(np.shape(left), np.shape(right))
    except ValueError:
        raise refuse("goal_pred", goal_pred, f"a shape that fits {np.shape(left)}, prediction's") from None
    with np.errstate(over="ignore"):
        return left - right


def absolute_error(prediction: Any, goal_pred: Any) -> Any:
    """Return |prediction - goal_pred|: positive, and every miss counts by its size.

    Arguments, errors and source as in `pure_error`.
    """
    return abs(pure_error(prediction, goal_pred))


def squared_error(prediction: Any, goal_pred: Any) -> Any:
    """Return (prediction - goal_pred)^2: positive, big misses grow, misses below 1 shrink.

    Arguments, errors and source as in `pure_error`; what is too large for a double is inf.
    """
    delta = pure_error(prediction, goal_pred)
    with np.errstate(over="ignore"):
        return delta * delta


def mean_error(errors: Sequence[Number] | Array) -> Number:
    """Return the mean of a flat, non-empty sequence of errors; the sum of floats is rounded once.

    Raises:
        ValueError: `errors` is empty or holds something that is not a finite number.

    Source: lab, part 2.
    """
    values = errors.tolist() if isinstance(errors, np.ndarray) else errors
    if not isinstance(values, Sequence) or isinstance(values, str | bytes) or not values:
        raise refuse("errors", errors, "a flat, non-empty sequence of finite numbers")
    numbers = [one_number(f"errors[{i}]", value) for i, value in enumerate(values)]
    if is_exact(*numbers):
        return sum(numbers, Fraction(0)) / len(numbers)
    doubles = [converted(f"errors[{i}]", number, exact=False) for i, number in enumerate(numbers)]
    try:
        return math.fsum(doubles) / len(doubles)
    except OverflowError:  # the sum is beyond a double, the mean is not
        return float(sum(map(Fraction, doubles)) / len(doubles))
