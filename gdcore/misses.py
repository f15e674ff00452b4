"""Several misses of one goal by every measure, with their means."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from gdcore.arguments import Number, Scalar
from gdcore.measures import absolute_error, mean_error, pure_error, squared_error

MEASURES = ("signed", "absolute", "squared")
"""The names of the measures, as attributes of `Misses`."""


@dataclass(frozen=True)
class Misses:
    """Misses, each by every measure.

    Attributes:
        signed: Above the goal is positive, below it negative.
        absolute: Their sizes.
        squared: Their squares.
    """

    signed: tuple[Scalar, ...]
    absolute: tuple[Scalar, ...]
    squared: tuple[Scalar, ...]

    def errors(self, measure: str) -> tuple[Scalar, ...]:
        """Return the errors by one of the `MEASURES`."""
        return {"signed": self.signed, "absolute": self.absolute, "squared": self.squared}[measure]

    def mean(self, measure: str) -> Scalar:
        """Return the mean of the errors by one of the `MEASURES`."""
        return mean_error(self.errors(measure))

    @property
    def sums(self) -> tuple[Scalar, ...]:
        """Where the signed errors end when they are laid tip to tail, from 0: their running sums."""
        return tuple(accumulate(self.signed))

    @property
    def largest(self) -> Scalar:
        """The size of the largest."""
        return max(self.absolute)

    @property
    def root_mean_square(self) -> float:
        """The side of the square whose area is the mean of the squares, as a double."""
        largest = self.largest
        return float(largest) * math.sqrt(self.mean("squared") / largest / largest) if largest else 0.0

    @property
    def are_alike(self) -> bool:
        """Whether all have the same size."""
        return len(set(self.absolute)) == 1

    @property
    def cancel(self) -> bool:
        """Whether the signed errors average to 0 although there are misses."""
        return bool(self.mean("signed") == 0 < self.largest)

    @property
    def cancel_in_part(self) -> bool:
        """Whether the signed errors average to less than the misses do, or to nothing."""
        return bool(abs(self.mean("signed")) < self.mean("absolute"))


def measured(misses: Sequence[Number]) -> Misses:
    """Return misses by every measure; Fractions, with ints beside them, stay exact.

    Raises:
        ValueError: `misses` is empty or holds something that is not a finite number.

    Source: lab, part 2 (the archer, and why signed errors are not averaged).
    """
    mean_error(misses)  # refuses what is empty or not flat
    return Misses(*(tuple(measure(misses, 0).tolist()) for measure in (pure_error, absolute_error, squared_error)))
