"""Three measures of a miss, and their mean."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from gdcore.arguments import Number, converted, is_exact, one_number, refuse
from gdcore.arrays import Array, array_of


def pure_error(prediction: Any, goal_pred: Any) -> Any:
    """Return prediction - goal_pred, the signed miss.

    Numbers, or arrays and sequences of any shapes that fit each other. Fractions, with ints beside them, stay
    exact; one float makes it all float.

    Raises:
        ValueError: A value is not a finite number, or the shapes do not fit.

    Source: lab, part 2.
    """
    left, right = _checked("prediction", prediction), _checked("goal_pred", goal_pred)
    try:
        np.broadcast_shapes(np.shape(left), np.shape(right))
    except ValueError:
        raise refuse("goal_pred", goal_pred, f"a shape that fits {np.shape(left)}, prediction's") from None
    exact = is_exact(*np.ravel(left).tolist(), *np.ravel(right).tolist())
    with np.errstate(over="ignore"):
        return _of_one_kind("prediction", left, exact) - _of_one_kind("goal_pred", right, exact)


def absolute_error(prediction: Any, goal_pred: Any) -> Any:
    """Return |prediction - goal_pred|: positive, and every miss counts by its size.

    Arguments, errors and source as in `pure_error`.
    """
    return abs(pure_error(prediction, goal_pred))


def squared_error(prediction: Any, goal_pred: Any) -> Any:
    """Return (prediction - goal_pred)^2: positive, big misses grow, misses below 1 shrink.

    Arguments, errors and source as in `pure_error`; what is beyond a double is inf.
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
    if not isinstance(values, list | tuple) or not values:
        raise refuse("errors", errors, "a flat, non-empty sequence of finite numbers")
    numbers = [one_number(f"errors[{i}]", value) for i, value in enumerate(values)]
    if is_exact(*numbers):
        return sum(numbers, Fraction(0)) / len(numbers)
    doubles = [converted(f"errors[{i}]", number, exact=False) for i, number in enumerate(numbers)]
    try:
        return math.fsum(doubles) / len(doubles)
    except OverflowError:  # the sum is beyond a double, the mean is not
        return float(sum(map(Fraction, doubles)) / len(doubles))


def _checked(name: str, value: Any) -> Any:
    """Return a checked number, or an array of checked numbers."""
    if not isinstance(value, list | tuple | np.ndarray):
        return one_number(name, value)
    if isinstance(value, np.ndarray) and value.dtype == float and np.isfinite(value).all():
        return value
    array = np.array(value, dtype=object)  # whatever it holds, as it is: a bool among floats is still one
    numbers = [one_number(f"{name}[{i}]", part) for i, part in enumerate(array.ravel().tolist())]
    return np.array(numbers, dtype=object).reshape(array.shape)


def _of_one_kind(name: str, value: Any, exact: bool) -> Any:
    """Return checked numbers as Fractions when `exact`, else as doubles."""
    if not isinstance(value, np.ndarray):
        return converted(name, value, exact)
    if value.dtype == float:
        return value
    numbers = [converted(f"{name}[{i}]", part, exact) for i, part in enumerate(value.ravel().tolist())]
    return array_of(numbers, exact).reshape(value.shape)
