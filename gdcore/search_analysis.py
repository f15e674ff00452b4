"""What a hot and cold search costs and where it ends: its tries, its moves to the goal, its cycle."""

import math
from dataclasses import dataclass
from fractions import Fraction

from gdcore.arguments import Number, Scalar, whole_number
from gdcore.hot_and_cold import HotAndCold, hot_and_cold
from gdcore.outcome import BORDER, Outcome

PREDICTIONS_A_MOVE = 3
"""One for the weight as it is, one for the try up, one for the try down."""


@dataclass(frozen=True)
class Trial:
    """A weight that was tried.

    Attributes:
        weight: The weight.
        prediction: input * weight.
        error: (prediction - goal_pred) squared.
    """

    weight: Number
    prediction: Number
    error: Number


def tries(search: HotAndCold, state: int = 0) -> tuple[Trial, Trial, Trial]:
    """Return the three predictions that a search makes to leave a state: weight down, as it is, and up.

    Source: lab, part 3.
    """
    weight: Scalar = search.weight[state]
    step: Scalar = search.step_amount
    return (
        Trial(weight - step, search.down_prediction[state], search.down_error[state]),
        trial_of(search, state),
        Trial(weight + step, search.up_prediction[state], search.up_error[state]),
    )


def trial_of(search: HotAndCold, state: int) -> Trial:
    """Return weight, prediction and error of a state of a search."""
    return Trial(search.weight[state], search.prediction[state], search.error[state])


def predictions_made(moves: int) -> int:
    """Return how many predictions it takes to make so many moves, including those that end in a tie.

    Raises:
        ValueError: `moves` is not a whole number, 0 or more.

    Source: lab, part 3 (it is inefficient).
    """
    return PREDICTIONS_A_MOVE * whole_number("moves", moves)


def moves_to_goal(search: HotAndCold, state: int = 0) -> int | None:
    """Return how many moves lead from a state of a search to the goal or beyond it; None if it cannot move.

    A miss within 1e-9 of a move counts as none, as it does in `Outcome.LANDS`.
    """
    start = _searched(search, search.weight[state], search.step_amount, iterations=0)
    if start.outcome is Outcome.ALREADY_THERE:
        return 0
    if start.outcome is Outcome.CANNOT_MOVE:
        return None
    goal = Fraction(start.problem.goal_pred) / Fraction(start.problem.input)
    moves = abs(goal - Fraction(start.weight[0])) / Fraction(start.step_amount)
    return round(moves) if abs(moves - round(moves)) <= BORDER else math.ceil(moves)


def arrival(search: HotAndCold) -> int | None:
    """Return the first state of a search that is on the goal or beyond it, None if none is."""
    delta = search.delta
    match search.outcome:
        case Outcome.ALREADY_THERE:
            return 0
        case Outcome.LANDS:
            stride = abs(search.up_prediction[0] - search.down_prediction[0]) / 2
            nearest = abs(delta).min()
            return int((abs(delta) <= max(nearest, BORDER * stride)).argmax())
        case Outcome.BOUNCES:
            return int(((delta > 0) != (delta[0] > 0)).argmax())
    return None


def search_until_known(
    search: HotAndCold, *, step_amount: Number, after: int = 4, most: int = 100_000
) -> HotAndCold:
    """Return a search from the same start with another step, just long enough to see how it ends.

    Args:
        search: The search, of which only the problem and the start matter.
        step_amount: The length of a move, not negative.
        after: How many moves follow the one that passes the goal, and how many are made if none gets there.
        most: How many moves are made at most.

    Raises:
        ValueError: `step_amount`, `after` or `most` is not allowed.
    """
    weight = search.weight[0]
    moves = moves_to_goal(_searched(search, weight, step_amount, iterations=0))
    iterations = after if moves is None else min(moves + after, most)
    known = _searched(search, weight, step_amount, iterations)
    there = arrival(known)
    if there and cycle(known) is None:  # it lands: what rounding makes of the moves after it is not the point
        return _searched(search, weight, step_amount, iterations=there)
    return known


def cycle(search: HotAndCold) -> tuple[Trial, Trial] | None:
    """Return the two states that a search bounces between for ever, the lower weight first.

    They are its last two: one on either side of the goal, and from each of them the other is the better side. None
    if the search does not bounce.

    Source: lab, part 3 (1.5 and 1.7; .25 and 5.25).
    """
    if search.outcome is not Outcome.BOUNCES:
        return None
    last = len(search.weight) - 1  # in floats the first bounce may round, the later ones repeat
    one, other = trial_of(search, last - 1), trial_of(search, last)
    return (one, other) if one.weight < other.weight else (other, one)


def _searched(search: HotAndCold, weight: Number, step_amount: Number, iterations: int) -> HotAndCold:
    """Return another search of the same problem."""
    problem = search.problem
    return hot_and_cold(weight, problem.input, problem.goal_pred, step_amount=step_amount, iterations=iterations)
