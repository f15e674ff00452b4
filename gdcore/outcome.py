"""How a search ends, as a value."""

from enum import StrEnum, auto
from fractions import Fraction

from gdcore.arguments import Scalar

BORDER = Fraction(1, 10**9)
"""A multiplier this close to a border between two outcomes counts as on it."""


class Outcome(StrEnum):
    """How a search ends (lab, parts 3, 4, 7 and 8)."""

    ALREADY_THERE = auto()
    """The prediction meets the goal from the start."""
    CANNOT_MOVE = auto()
    """The update is zero."""
    LANDS = auto()
    """It is on the goal after a step or a few."""
    SLIDES = auto()
    """Down one side, nearer at every step."""
    OVERSHOOTS = auto()
    """From side to side, nearer at every step."""
    BOUNCES = auto()
    """From side to side, for ever."""
    DIVERGES = auto()
    """From side to side, farther at every step."""
    MOVES_AWAY = auto()
    """Up one side, farther at every step."""
    NOT_THERE_YET = auto()
    """It stops before it has reached the goal."""


def outcome_of_multiplier(multiplier: Scalar) -> Outcome:
    """Return how a descent ends whose every step multiplies the distance from the goal by `multiplier`."""
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
