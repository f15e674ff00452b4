"""What the solutions of all methods have in common."""

from dataclasses import dataclass

from gdcore.arrays import Array
from gdcore.error_curve import ErrorCurve
from gdcore.outcome import Outcome
from gdcore.problem import Numbers, Problem, State


@dataclass(frozen=True, eq=False, kw_only=True)
class Trajectory:
    """A problem and its solution, state by state: state k is the network after k iterations.

    Arrays are read-only, of doubles or of exact Fractions. d stands for the number of inputs; with a single
    number as input there is no second axis.

    Attributes:
        problem: The input and the goal_pred, in the arithmetic of the solution.
        iterations: The number n of iterations that were asked for.
        weight: The weights, shape (n + 1,) or (n + 1, d).
        prediction: input * weight, summed over the inputs, shape (n + 1,).
        error: (prediction - goal_pred) squared, shape (n + 1,).
        delta: prediction - goal_pred, the signed miss, shape (n + 1,).
        outcome: How it ends.
        overflowed: Whether the numbers outgrew a double; the states then stop at the last finite one.
    """

    problem: Problem
    iterations: int
    weight: Array
    prediction: Array
    error: Array
    delta: Array
    outcome: Outcome
    overflowed: bool

    @property
    def last(self) -> int:
        """The last state: n, or the last finite one."""
        return len(self.weight) - 1

    @property
    def curve(self) -> ErrorCurve:
        """The error over the weight, if there is only one weight.

        Raises:
            ValueError: There are several inputs.
        """
        return ErrorCurve(self.problem.input, self.problem.goal_pred)

    def at(self, weight: Numbers) -> State:
        """Return the network at any weight.

        Raises:
            ValueError: As in `Problem.at`.
        """
        return self.problem.at(weight)
