"""What there is to learn: the problem that every method solves."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from gdcore.arguments import Number, Scalar, converted, factor_of, is_exact, one_number, refuse, some_numbers
from gdcore.arrays import Array, array_of, finite_states, frozen

Numbers = float | Fraction | Sequence[float | Fraction] | Array
"""A number, or a number for each input."""


@dataclass(frozen=True, eq=False)
class State:
    """A network at one weight (or at d of them, for d inputs): doubles or exact Fractions.

    Attributes:
        weight: The weight, or a read-only array of d.
        prediction: input * weight, summed over the inputs.
        error: (prediction - goal_pred) squared.
        delta: prediction - goal_pred, the signed miss.
        weight_delta: slope_factor * input * delta, what alpha multiplies, shape of `weight`.
        slope: 2 * input * delta, the true slope of the error over the weight, shape of `weight`.
    """

    weight: Any
    prediction: Any
    error: Any
    delta: Any
    weight_delta: Any
    slope: Any


@dataclass(frozen=True)
class Problem:
    """Find the weight with which a network without hidden layers turns its input into goal_pred.

    Args:
        input: The input, one finite number, or a sequence of d of them.
        goal_pred: The prediction to reach.

    Both are kept as Fractions if they are exact (at least one Fraction, and no float), else as doubles; several
    inputs are kept as a tuple.

    Raises:
        ValueError: An argument is not a finite number.

    Source: lab, parts 1 to 5; slides for several inputs.
    """

    input: Any
    goal_pred: Any

    def __post_init__(self) -> None:
        given, goal = some_numbers("input", self.input), one_number("goal_pred", self.goal_pred)
        inputs = given if isinstance(given, tuple) else (given,)
        exact = is_exact(*inputs, goal)
        kept = tuple(converted("input", part, exact) for part in inputs)
        object.__setattr__(self, "input", kept if isinstance(given, tuple) else kept[0])
        object.__setattr__(self, "goal_pred", converted("goal_pred", goal, exact))

    def at(self, weight: Numbers, *, slope_factor: float = 1) -> State:
        """Return the network at a weight, as it is in the first state of a descent from there.

        Args:
            weight: The weight, or a sequence of as many as there are inputs.
            slope_factor: 1 for the lab's weight_delta, 2 for the slides' full slope of the squared error.

        Raises:
            ValueError: `weight` is not a finite number, there are more or fewer weights than inputs,
                `slope_factor` is neither 1 nor 2, or the error or slope is too large for a double.
        """
        weights, inputs, single = vectors(some_numbers("weight", weight), self.input)
        factor = factor_of(slope_factor)
        exact = is_exact(*weights, *inputs, self.goal_pred, factor)
        w, x = ([converted("weight", part, exact) for part in parts] for parts in (weights, inputs))
        states, input = (w, x[0]) if single else ([w], array_of(x, exact))
        goal = converted("goal_pred", self.goal_pred, exact)
        arrays = quantities(array_of(states, exact), input, goal, int(factor))
        if not finite_states(arrays, exact):
            raise too_large(weight, self.input, self.goal_pred)
        return State(*(array[0] if array.ndim == 1 else frozen(array[0]) for array in arrays))


def quantities(weight: Array, input: Scalar, goal: Scalar, factor: int) -> tuple[Array, ...]:
    """Return weight, prediction, error, delta, weight_delta and slope of all states, overflow and all."""
    with np.errstate(over="ignore", invalid="ignore"):  # the caller looks for what is not finite
        if weight.ndim == 1:
            prediction = input * weight
        else:  # one input after the other, as the lab sums them
            prediction = sum(input[i] * weight[:, i] for i in range(len(input)))
        delta = prediction - goal
        shaped = delta if weight.ndim == 1 else delta[:, None]
        return weight, prediction, delta**2, delta, factor * (input * shaped), 2 * (input * shaped)


def vectors(
    weight: Number | tuple[Number, ...], input: Number | tuple[Number, ...]
) -> tuple[tuple[Number, ...], tuple[Number, ...], bool]:
    """Return weights and inputs as tuples of one length, and whether both were single numbers."""
    if isinstance(weight, tuple):
        if not isinstance(input, tuple) or len(input) != len(weight):
            raise refuse("input", input, f"a sequence of {len(weight)} numbers, as many as weight has")
        return weight, input, False
    if isinstance(input, tuple):
        raise refuse("weight", weight, f"a sequence of {len(input)} numbers, as many as input has")
    return (weight,), (input,), True


def too_large(weight: object, input: object, goal_pred: object) -> ValueError:
    """Return the error for a weight whose numbers outgrow a double."""
    return refuse("weight", weight, f"one whose error and slope at {input=} and {goal_pred=} fit a double")
