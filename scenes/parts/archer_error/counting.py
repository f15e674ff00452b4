"""Means that grow while their errors are counted in."""

from collections.abc import Sequence

from gdcore import mean_error
from gdcore.arguments import Number


def mean_so_far(errors: Sequence[Number], time: float) -> float:
    """Return the mean of errors that are counted in one after another, at a time from 0 to 1.

    Those to come count as 0, and the one whose turn it is counts in part.
    """
    shares = (min(1.0, max(0.0, time * len(errors) - i)) for i in range(len(errors)))
    return float(mean_error([share * float(error) for share, error in zip(shares, errors, strict=True)]))
