"""A descent as a cobweb: next weight against weight."""

import numpy as np

from gdcore.arguments import refuse, whole_number
from gdcore.arrays import Array, frozen
from gdcore.descent import Descent


def cobweb(descent: Descent, steps: int | None = None) -> Array:
    """Return the corners of the cobweb of a descent with one weight, for its first steps or for all.

    From each point (w, w) of the diagonal the path goes up or down to (w, next w) and on to (next w, next w). It
    is a square spiral around the goal if the multiplier is negative, and a staircase if it is positive.

    Returns:
        The corners in order, shape (2 n + 1, 2) for n steps drawn, read-only, of doubles or of exact Fractions.

    Raises:
        ValueError: The descent has several weights, or `steps` is not a whole number, 0 or more.

    Source: lab, part 7 (the two sides of the divergence).
    """
    weight = descent.weight
    if weight.ndim != 1:
        raise refuse("descent", f"one with {weight.shape[1]} weights", "a descent with one weight")
    drawn = len(weight) - 1 if steps is None else whole_number("steps", steps)
    twice = np.repeat(weight[: drawn + 1], 2)
    return frozen(np.stack([twice[:-1], twice[1:]], axis=1))
