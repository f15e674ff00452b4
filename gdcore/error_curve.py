"""The error of a network with one weight, as a function of that weight."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from gdcore.arguments import Number, converted, of_one_kind, one_number, refuse
from gdcore.problem import Problem


@dataclass(frozen=True)
class ErrorCurve(Problem):
    """The problem with one weight as a bowl: error = (input * weight - goal_pred)^2, all else fixed.

    Methods that take weights take a number or an array of any shape, and return the same; `at` takes one number.
    Exact if the curve and the weight are Fractions (or ints beside them); a single float makes everything float.

    Args:
        input: The input, one finite number.
        goal_pred: The prediction to reach.

    Raises:
        ValueError: An argument, here or of a method, is not a finite number.

    Source: lab, part 5.
    """

    def __post_init__(self) -> None:
        one_number("input", self.input)
        super().__post_init__()

    @property
    def goal_weight(self) -> Number | None:
        """The weight without error, goal_pred / input; None if the input is 0, or if a double cannot hold it."""
        if not self.input:
            return None
        goal: Number = self.goal_pred / self.input
        return goal if math.isfinite(goal) else None

    def error(self, weight: Any) -> Any:
        """Return the squared error at `weight`."""
        x, goal, w = self._with(weight=weight)
        with np.errstate(over="ignore"):
            delta = x * w - goal
            return delta * delta

    def weights_at(self, error: float) -> tuple[float, float] | None:
        """Return the lower and the upper weight with this error, as doubles; None if there is no goal_weight.

        Raises:
            ValueError: `error` is negative or not finite.
        """
        allowed = "a finite number from 0 on"
        height = converted("error", one_number("error", error, allowed), exact=False)
        if height < 0:
            raise refuse("error", error, allowed)
        if self.goal_weight is None:
            return None
        middle, half = float(self.goal_weight), math.sqrt(height) / abs(float(self.input))
        return middle - half, middle + half

    def slope(self, weight: Any) -> Any:
        """Return the true slope of the curve at `weight`, 2 * input * delta, in error per unit of weight."""
        x, goal, w = self._with(weight=weight)
        with np.errstate(over="ignore"):
            return 2 * (x * (x * w - goal))

    def tangent(self, weight: Any, at: Any) -> Any:
        """Return the height over `weight` of the line that touches the curve at the weight `at`."""
        _, _, w, touching = self._with(weight=weight, at=at)
        with np.errstate(over="ignore", invalid="ignore"):
            return self.error(touching) + self.slope(touching) * (w - touching)

    def _with(self, **weights: Any) -> list[Any]:
        """Return input, goal_pred and `weights`, checked and all of one kind."""
        return of_one_kind(input=self.input, goal_pred=self.goal_pred, **weights)
