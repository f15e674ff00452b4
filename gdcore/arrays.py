"""Immutable arrays of states, of doubles or of exact fractions."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
"""Doubles, or Python objects where the numbers are Fractions."""

ROUNDING = 4 * float(np.finfo(float).eps)
"""Relative size of what a handful of roundings may leave of a difference that is zero in exact arithmetic."""


def array_of(values: Iterable[Any], exact: bool) -> Array:
    """Return `values` as an array of doubles, or of objects when `exact`."""
    return np.array(values, dtype=object if exact else float)


def frozen(array: Array) -> Array:
    """Return `array`, read-only from now on, holding no memory but its own."""
    if array.base is not None:
        array = array.copy()
    array.setflags(write=False)
    return array


def finite_states(arrays: Iterable[Array], exact: bool) -> int:
    """Return how many states, from the first on, are finite in all `arrays` (states along axis 0)."""
    columns = list(arrays)
    if exact:
        return len(columns[0])
    fine = np.ones(len(columns[0]), dtype=bool)
    for column in columns:
        fine &= np.isfinite(column).reshape(len(column), -1).all(axis=1)
    return len(fine) if fine.all() else int(np.argmin(fine))
