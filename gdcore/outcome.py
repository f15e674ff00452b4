"""How a search ends, as a value with a sentence."""

from enum import Enum
from fractions import Fraction

from gdcore.arguments import Scalar

BORDER = Fraction(1, 10**9)
"""A multiplier this close to a border between two outcomes counts as on it."""


class Outcome(Enum):
    """How a search ends; the value is a sentence that a caption can show (lab, parts 3, 4, 7 and 8)."""

    ALREADY_THERE = "The prediction meets the goal from the start: there is nothing to learn."
    CANNOT_MOVE = "The update is zero, so the weight stays where it is."
    LANDS = "The weight lands on the goal and stays there."
    SLIDES = "The weight slides down one side, nearer to the goal at every step."
    OVERSHOOTS = "Every step overshoots, but each lands nearer to the goal."
    BOUNCES = "The weight bounces from side to side for ever."
    DIVERGES = "Every step lands farther out on the other side: it diverges."
    MOVES_AWAY = "The weight moves away from the goal, farther at every step."
    NOT_THERE_YET = "The search stops before it has reached the goal."


def outcome_of_multiplier(multiplier: Scalar) -> Outcome:
    """Return how a descent ends that multiplies its distance from the goal by `multiplier` at each step."""
    if abs(multiplier - 1) <= BORDER:
        return Outcome.CANNOT_MOVE
    if abs(multiplier) <= BORDER:
        return Outcome.LANDS
    if abs(multiplier + 1) <= BORDER:
        return Outcome.BOUNCES
    if multiplier > 1:
        return Outcome.MOVES_AWAY
    if multiplier > 0:
        return Outcome.SLIDES
    return Outcome.OVERSHOOTS if multiplier > -1 else Outcome.DIVERGES
