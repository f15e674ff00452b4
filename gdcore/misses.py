"""Several misses of one goal by every measure, with their means."""

from collections.abc import Sequence
from dataclasses import dataclass

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
    def largest(self) -> Scalar:
        """The size of the largest."""
        return max(self.absolute)

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
