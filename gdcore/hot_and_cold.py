"""Hot and cold learning: try the weight a little up and a little down, and move to the better side."""

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from gdcore.arguments import Number, Scalar, converted, is_exact, one_number, refuse, whole_number
from gdcore.arrays import ROUNDING, Array, array_of, finite_states, frozen
from gdcore.outcome import BORDER, Outcome
from gdcore.problem import Problem
from gdcore.trajectory import Trajectory


@dataclass(frozen=True, eq=False, kw_only=True)
class HotAndCold(Trajectory):
    """A hot and cold search, state by state: state k is the network after k moves.

    Attributes:
        step_amount: The length of every move of the weight.
        up_prediction: The prediction at weight + step_amount, shape (n + 1,).
        up_error: The error at weight + step_amount, shape (n + 1,).
        down_prediction: The prediction at weight - step_amount, shape (n + 1,).
        down_error: The error at weight - step_amount, shape (n + 1,).
        move: Where this state moves to: +1 up, -1 down, 0 nowhere (a tie). Integers, shape (n + 1,).
    """

    step_amount: Number
    up_prediction: Array
    up_error: Array
    down_prediction: Array
    down_error: Array
    move: Array


def hot_and_cold(
    weight: float | Fraction,
    input: float | Fraction,
    goal_pred: float | Fraction,
    *,
    step_amount: float | Fraction,
    iterations: int,
) -> HotAndCold:
    """Return the states 0..iterations of a search that always steps to the side with less error.

    A step is taken even if it is worse than staying; only after a tie between the sides does the weight stay.
    Floats follow the lab's order of operations; Fractions (with ints beside them) are never rounded.

    Args:
        weight: The first weight.
        input: The input, a single number: the search has only one weight.
        goal_pred: The prediction to reach.
        step_amount: The length of every move of the weight, not negative.
        iterations: The number of moves n.

    Raises:
        ValueError: An argument is not a finite number, `step_amount` or `iterations` is negative,
            or an error at the start is too large for a double.

    Source: lab, part 3.
    """
    start, factor = one_number("weight", weight), one_number("input", input)
    goal, step = one_number("goal_pred", goal_pred), one_number("step_amount", step_amount)
    if step < 0:
        raise refuse("step_amount", step_amount, "a finite number from 0 on")
    count = whole_number("iterations", iterations)
    exact = is_exact(start, factor, goal, step)
    w, x = converted("weight", start, exact), converted("input", factor, exact)
    g, s = converted("goal_pred", goal, exact), converted("step_amount", step, exact)

    states = array_of(_search(w, x, g, s, count), exact)
    with np.errstate(over="ignore", invalid="ignore"):  # overflow is found below, and told
        predictions = x * states, x * (states + s), x * (states - s)
        deltas = tuple(prediction - g for prediction in predictions)
        errors = tuple(delta**2 for delta in deltas)
        move = (errors[1] < errors[2]).astype(int) - (errors[1] > errors[2]).astype(int)
    finite = finite_states((states, *predictions, *errors), exact)
    if finite == 0:
        raise refuse(
            "weight",
            weight,
            f"one whose errors at input={input!r} and step_amount={step_amount!r} fit a double",
        )

    kept = slice(finite)
    return HotAndCold(
        problem=Problem(x, g),
        iterations=count,
        step_amount=s,
        weight=frozen(states[kept]),
        prediction=frozen(predictions[0][kept]),
        error=frozen(errors[0][kept]),
        delta=frozen(deltas[0][kept]),
        up_prediction=frozen(predictions[1][kept]),
        up_error=frozen(errors[1][kept]),
        down_prediction=frozen(predictions[2][kept]),
        down_error=frozen(errors[2][kept]),
        move=frozen(move[kept]),
        outcome=_outcome(
            deltas[0][kept],
            moves=bool(move[0]),
            stride=abs(x) * s,
            rounding=0 if exact else ROUNDING * max(abs(g), abs(x * w)),
        ),
        overflowed=finite <= count,
    )


def _search(w: Scalar, x: Scalar, goal: Scalar, step: Scalar, count: int) -> list[Scalar]:
    """Return the weights of the states 0..count."""
    states = [w]
    for _ in range(count):
        up, down = w + step, w - step
        up_miss, down_miss = x * up - goal, x * down - goal
        up_error, down_error = up_miss * up_miss, down_miss * down_miss
        if down_error < up_error:
            w = down
        elif down_error > up_error:
            w = up
        states.append(w)
    return states


def _outcome(delta: Array, *, moves: bool, stride: Scalar, rounding: Scalar) -> Outcome:
    """Return how the search ends; `stride` is how far one move takes the prediction."""
    if abs(delta[0]) <= rounding:
        return Outcome.ALREADY_THERE
    if not moves:
        return Outcome.CANNOT_MOVE
    if abs(delta).min() <= BORDER * stride:
        return Outcome.LANDS
    crossed = ((delta > 0) != (delta[0] > 0)).any()
    return Outcome.BOUNCES if crossed else Outcome.NOT_THERE_YET
