"""A descent as a cobweb: next weight against weight."""

import numpy as np

from gdcore.arguments import refuse
from gdcore.arrays import Array, frozen
from gdcore.descent import Descent


def cobweb(descent: Descent) -> Array:
    """Return the corners of the cobweb of a descent with one weight.

    From each point (w, w) of the diagonal the path goes up or down to (w, next w) and on to (next w, next w). It
    turns around the goal as a square spiral where the multiplier is negative and is a staircase where it is
    positive.

    Returns:
        The corners in order, shape (2 n + 1, 2) for n steps, read-only, of doubles or of exact Fractions.

    Raises:
        ValueError: The descent has several weights.

    Source: lab, part 7 (the two sides of the divergence).
    """
    weight = descent.weight
    if weight.ndim != 1:
        raise refuse("descent", f"one with {weight.shape[1]} weights", "a descent with one weight")
    twice = np.repeat(weight, 2)
    return frozen(np.stack([twice[:-1], twice[1:]], axis=1))
