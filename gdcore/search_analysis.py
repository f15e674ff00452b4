"""What a hot and cold search costs and comes to: its tries, its moves to the goal, the weights it ends between."""

import math
from dataclasses import dataclass
from fractions import Fraction

from gdcore.arguments import Number, one_number, whole_number
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


def tries(weight: Number, input: Number, goal_pred: Number, *, step_amount: Number) -> tuple[Trial, Trial, Trial]:
    """Return the three predictions of one move: with the weight down, as it is, and up.

    Raises:
        ValueError: As in `hot_and_cold`.

    Source: lab, part 3.
    """
    return first_tries(hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=0), step_amount)


def first_tries(search: HotAndCold, step_amount: Number) -> tuple[Trial, Trial, Trial]:
    """Return the three predictions of the first move of a search with this step: down, as it is, and up."""
    at = search.weight[0]
    step = one_number("step_amount", step_amount)
    return (
        Trial(at - step, search.down_prediction[0], search.down_error[0]),
        trial_of(search, 0),
        Trial(at + step, search.up_prediction[0], search.up_error[0]),
    )


def trial_of(search: HotAndCold, state: int) -> Trial:
    """Return weight, prediction and error of a state of a search."""
    return Trial(search.weight[state], search.prediction[state], search.error[state])


def predictions_made(moves: int) -> int:
    """Return how many predictions so many moves cost, those that end in a tie among them.

    Raises:
        ValueError: `moves` is not a whole number from 0 on.

    Source: lab, part 3 (it is inefficient).
    """
    return PREDICTIONS_A_MOVE * whole_number("moves", moves)


def moves_to_goal(weight: Number, input: Number, goal_pred: Number, *, step_amount: Number) -> int | None:
    """Return how many moves a search needs until it is on the goal or beyond it; None where it cannot move.

    A miss within 1e-9 of a move counts as none, as it does in `Outcome.LANDS`.

    Raises:
        ValueError: As in `hot_and_cold`.
    """
    start = hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=0)
    if start.outcome is Outcome.ALREADY_THERE:
        return 0
    if start.outcome is Outcome.CANNOT_MOVE:
        return None
    goal = Fraction(one_number("goal_pred", goal_pred)) / Fraction(one_number("input", input))
    moves = abs(goal - Fraction(start.weight[0])) / Fraction(one_number("step_amount", step_amount))
    return round(moves) if abs(moves - round(moves)) <= BORDER else math.ceil(moves)


def arrival(search: HotAndCold) -> int | None:
    """Return the first state of a search that is on the goal or beyond it, None where none is."""
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
    weight: Number, input: Number, goal_pred: Number, *, step_amount: Number, after: int = 4, most: int = 100_000
) -> HotAndCold:
    """Return a search just as long as it takes to see what it comes to.

    Args:
        weight: The weight at the start.
        input: The input.
        goal_pred: The prediction to reach.
        step_amount: The length of a move, above 0.
        after: How many moves follow the one that passes the goal, and how many are made where none gets there.
        most: How many moves are made at most.

    Raises:
        ValueError: An argument is not a finite number, or `step_amount`, `after` or `most` is not allowed.
    """
    moves = moves_to_goal(weight, input, goal_pred, step_amount=step_amount)
    iterations = after if moves is None else min(moves + after, most)
    search = hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=iterations)
    there = arrival(search)
    if there and cycle(search) is None:  # it lands: what rounding makes of the moves after it is not the point
        return hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=there)
    return search


def cycle(search: HotAndCold) -> tuple[Trial, Trial] | None:
    """Return the two states that a search bounces between for ever, the lower weight first.

    They are its last two: one on either side of the goal, and from either the other is the better side. None
    where the search does not bounce.

    Source: lab, part 3 (1.5 and 1.7; .25 and 5.25).
    """
    if search.outcome is not Outcome.BOUNCES:
        return None
    last = len(search.weight) - 1  # in floats the first bounce may round, the later ones repeat
    one, other = trial_of(search, last - 1), trial_of(search, last)
    return (one, other) if one.weight < other.weight else (other, one)
