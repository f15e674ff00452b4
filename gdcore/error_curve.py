"""The error of a network with one weight, as a function of that weight."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdcore.arguments import Number, converted, is_exact, one_number, refuse


@dataclass(frozen=True)
class ErrorCurve:
    """The bowl error = (input * weight - goal_pred)^2, everything but the weight held.

    All methods take a number or an array of any shape and give back the same. Exact where the curve and the
    weight are Fractions (or ints beside them); one float makes it all float.

    Args:
        input: The input, one finite number.
        goal_pred: The prediction to reach.

    Raises:
        ValueError: An argument is not a finite number.

    Source: lab, part 5.
    """

    input: Any
    goal_pred: Any

    def __post_init__(self) -> None:
        values = one_number("input", self.input), one_number("goal_pred", self.goal_pred)
        exact = is_exact(*values)
        for name, value in zip(("input", "goal_pred"), values, strict=True):
            object.__setattr__(self, name, converted(name, value, exact))

    @property
    def goal_weight(self) -> Number | None:
        """The weight without error, goal_pred / input; None at input 0."""
        return self.goal_pred / self.input if self.input else None

    def prediction(self, weight: Any) -> Any:
        """Return input * weight."""
        x, _, weight = self._of_one_kind(weight)
        with np.errstate(over="ignore"):
            return x * weight

    def error(self, weight: Any) -> Any:
        """Return the squared error at `weight`."""
        x, goal, weight = self._of_one_kind(weight)
        with np.errstate(over="ignore"):
            delta = x * weight - goal
            return delta * delta

    def weights_at(self, error: float) -> tuple[float, float] | None:
        """Return the lower and the upper weight with this error, as doubles; None at input 0.

        Raises:
            ValueError: `error` is not a finite number from 0 on.
        """
        allowed = "a finite number from 0 on"
        height = converted("error", one_number("error", error, allowed), exact=False)
        if height < 0:
            raise refuse("error", error, allowed)
        if not self.input:
            return None
        middle, half = float(self.goal_pred / self.input), math.sqrt(height) / abs(float(self.input))
        return middle - half, middle + half

    def slope(self, weight: Any) -> Any:
        """Return the true slope of the curve at `weight`, 2 * input * delta, in error per unit of weight."""
        x, goal, weight = self._of_one_kind(weight)
        with np.errstate(over="ignore"):
            return 2 * x * (x * weight - goal)

    def tangent(self, weight: Any, at: Any) -> Any:
        """Return the height over `weight` of the line that touches the curve at the weight `at`."""
        _, _, weight, at = self._of_one_kind(weight, at)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.error(at) + self.slope(at) * (weight - at)

    def _of_one_kind(self, *weights: Any) -> list[Any]:
        """Return input, goal_pred and `weights`; where one is an array, a float makes doubles of them all."""
        weights = tuple(np.asarray(w) if isinstance(w, list | tuple) else w for w in weights)
        values = [self.input, self.goal_pred, *weights]
        if not any(isinstance(w, np.ndarray) for w in weights):
            return values
        exact = is_exact(*(part for value in values for part in np.ravel(value).tolist()))
        return values if exact else [np.asarray(value, dtype=float) for value in values]
