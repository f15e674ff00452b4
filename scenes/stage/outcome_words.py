"""Captions for what a descent comes to, in each of the pictures that show it."""

from gdcore import Descent, Outcome
from scenes.stage.numbers import spoken

ALONG_THE_LINE: dict[Outcome, str] = {
    Outcome.DIVERGES: "They run outwards along it, from side to side.",
    Outcome.MOVES_AWAY: "They run away along it, on one side.",
    Outcome.BOUNCES: "They jump between two places on it, for ever.",
    Outcome.OVERSHOOTS: "They run inwards along it, from side to side.",
    Outcome.SLIDES: "They run along it to where weight_delta is 0.",
    Outcome.LANDS: "One step leads to where weight_delta is 0.",
}

COBWEB: dict[Outcome, str] = {
    Outcome.DIVERGES: "So the path is a square spiral that winds out, around the goal.",
    Outcome.MOVES_AWAY: "So the path is a staircase away from the goal.",
    Outcome.BOUNCES: "So the path is one square, round and round the goal.",
    Outcome.OVERSHOOTS: "So the path is a square spiral that winds in to the goal.",
    Outcome.SLIDES: "So the path is a staircase to the goal.",
    Outcome.LANDS: "So one step leads to the goal.",
}


def along_the_line(outcome: Outcome) -> str:
    """Return how the states of a descent move along the line of weight_delta over the weight."""
    return ALONG_THE_LINE.get(outcome, "They all lie in one place.")


def shape_of_cobweb(outcome: Outcome) -> str:
    """Return what the path through the cobweb looks like."""
    return COBWEB.get(outcome, "So the path does not leave its start.")


def growth(descent: Descent) -> str:
    """Return what each step does to the distance from the goal and to the error."""
    if descent.outcome is not Outcome.DIVERGES:
        return str(descent.outcome.value)
    r = float(descent.multiplier)
    far, high = spoken(abs(r)), spoken(r * r)
    return f"Each hop lands on the other side, {far} times as far, {high} times as high."
