"""Checks of what callers pass in: the error names the argument, its value, and what is allowed."""

import math
from collections.abc import Sequence
from fractions import Fraction
from numbers import Integral, Real
from typing import Any

import numpy as np

Number = float | Fraction
"""What callers pass and get."""
Scalar = Any
"""A float or a Fraction inside the solvers: type checkers know no arithmetic on the union of the two."""

ONE_NUMBER = "one finite number"
SEVERAL_NUMBERS = "a finite number or a flat, non-empty sequence of them"


def refuse(name: str, value: object, allowed: str) -> ValueError:
    """Return the error for an argument that is not allowed: its name, its value and what is allowed."""
    try:
        shown = repr(value)
    except ValueError:  # Python does not write out ints of more than 4,300 digits
        shown = f"a {type(value).__name__} too long to show"
    if len(shown) > 80:
        shown = shown[:77] + "..."
    return ValueError(f"{name}={shown}: allowed is {allowed}")


def one_number(name: str, value: object, allowed: str = ONE_NUMBER) -> int | float | Fraction:
    """Return `value` as an int, a float or a Fraction; anything that is not one finite number is refused."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, Real):
        raise refuse(name, value, allowed)
    if isinstance(value, Integral):
        return int(value)
    if isinstance(value, Fraction):
        return value
    number = float(value)
    if not math.isfinite(number):
        raise refuse(name, value, allowed)
    return number


def some_numbers(name: str, value: object) -> int | float | Fraction | tuple[int | float | Fraction, ...]:
    """Return one number as it is, and a flat sequence (list, tuple or array) as a tuple of numbers."""
    if isinstance(value, np.ndarray):
        value = value.tolist()
    if not isinstance(value, Sequence) or isinstance(value, str | bytes):
        return one_number(name, value, SEVERAL_NUMBERS)
    if not value:
        raise refuse(name, value, SEVERAL_NUMBERS)
    return tuple(one_number(f"{name}[{i}]", part) for i, part in enumerate(value))


def whole_number(name: str, value: object, allowed: str = "a whole number from 0 on") -> int:
    """Return `value` as an int that is not negative."""
    if isinstance(value, bool | np.bool_) or not isinstance(value, Integral) or value < 0:
        raise refuse(name, value, allowed)
    return int(value)


def factor_of(slope_factor: object) -> int | float | Fraction:
    """Return the factor of a convention for slopes, checked: 1 for the lab's, 2 for the slides'."""
    allowed = "1 (lab) or 2 (slides)"
    factor = one_number("slope_factor", slope_factor, allowed)
    if factor not in (1, 2):
        raise refuse("slope_factor", slope_factor, allowed)
    return factor


def is_exact(*values: int | float | Fraction) -> bool:
    """Tell whether to compute in fractions: there is at least one, and no float."""
    kinds = {type(value) for value in values}
    return Fraction in kinds and float not in kinds


def converted(name: str, value: int | float | Fraction, exact: bool) -> Scalar:
    """Return `value` as a Fraction when `exact`, else as the nearest float."""
    if exact:
        return Fraction(value)
    try:
        return float(value)
    except OverflowError:
        raise refuse(name, value, "a number that a double can hold, below 1.8e308 in size") from None


def of_one_kind(**values: object) -> list[Any]:
    """Return numbers and arrays of any shapes, checked: all Fractions where they are exact, else all doubles."""
    checked = {name: _any_shape(name, value) for name, value in values.items()}
    arrays = [value for value in checked.values() if isinstance(value, np.ndarray)]
    kinds = [value for value in checked.values() if not isinstance(value, np.ndarray)]
    for array in arrays:
        kinds += [0.0] if array.dtype == float else array.ravel().tolist()
    exact = is_exact(*kinds)
    return [_as_kind(name, value, exact) for name, value in checked.items()]


def _any_shape(name: str, value: object) -> Any:
    """Return a checked number, or an array of checked numbers."""
    if not isinstance(value, np.ndarray | Sequence) or isinstance(value, str | bytes):
        return one_number(name, value)
    if isinstance(value, np.ndarray) and value.dtype == float and np.isfinite(value).all():
        return value
    array = np.array(value, dtype=object)  # whatever it holds, as it is: a bool among floats is still one
    numbers = [one_number(f"{name}[{i}]", part) for i, part in enumerate(array.ravel().tolist())]
    return np.array(numbers, dtype=object).reshape(array.shape)


def _as_kind(name: str, value: Any, exact: bool) -> Any:
    """Return checked numbers as Fractions when `exact`, else as doubles."""
    if not isinstance(value, np.ndarray):
        return converted(name, value, exact)
    if value.dtype == float:
        return value
    numbers = [converted(f"{name}[{i}]", part, exact) for i, part in enumerate(value.ravel().tolist())]
    return np.array(numbers, dtype=object if exact else float).reshape(value.shape)
