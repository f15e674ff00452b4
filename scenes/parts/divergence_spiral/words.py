"""What DivergenceSpiral says of its pictures."""

from gdcore import Descent, ErrorCurve, Outcome
from scenes.stage.bowl.outcome_words import COBWEB
from scenes.stage.type.numbers import counted, written

DOTS: dict[Outcome, str] = {
    Outcome.DIVERGES: "farther out each time, from side to side",
    Outcome.MOVES_AWAY: "farther out each time, on one side",
    Outcome.BOUNCES: "by turns in two places",
    Outcome.OVERSHOOTS: "farther in each time, from side to side",
    Outcome.SLIDES: "farther in each time, on one side",
    Outcome.LANDS: "all but the first where weight_delta is 0",
}
"""How the states lie on the line of weight_delta over the weight, 0 in its middle."""

ALONG_THE_LINE: dict[Outcome, str] = {
    Outcome.DIVERGES: "They run outwards along it, from side to side.",
    Outcome.MOVES_AWAY: "They run away along it, on one side.",
    Outcome.BOUNCES: "They jump between two places on it, for ever.",
    Outcome.OVERSHOOTS: "They run inwards along it, from side to side.",
    Outcome.SLIDES: "They run along it to where weight_delta is 0.",
    Outcome.LANDS: "One step leads to where weight_delta is 0.",
}


def turned_seen(before: ErrorCurve, after: ErrorCurve, weight: float, *, closer: bool) -> str:
    """Return what is to be seen of a curve while its input turns into another, and the axes perhaps closer."""
    old, new = before.input, after.input
    flat, flattens = before.goal_weight is None, after.goal_weight is None
    if old == new or (flat and flattens):
        change = "stays as it is"
    elif flattens:
        change = "flattens to a level line"
    elif flat:
        change = "rises out of a level line"
    elif (old < 0) != (new < 0):
        change = "flattens to a level line and rises again"
    else:
        change = f"gets {'narrower and steeper' if abs(new) > abs(old) else 'wider and gentler'}"
    goes = f"stays at {written(new)}" if old == new else f"goes from {written(old)} to {written(new)}"
    then = "; then the axes close in" if closer else ""
    return (
        f"The input of a network {goes}, and the curve of the error over "
        f"the weight {change}, while the dot on it is held at weight {written(weight)}{then}."
    )


def line_seen(descent: Descent, count: int) -> str:
    """Return what is to be seen of the first states on the line of weight_delta over the weight."""
    first, last = written(descent.weight_delta[0]), written(descent.weight_delta[count - 1])
    return (
        "On a straight line of weight_delta over the weight lie dots for the start and "
        f"{counted(count - 1, 'step')}, {DOTS.get(descent.outcome, 'all in one place')}, "
        f"from weight_delta {first} to {last}."
    )


def along_the_line(outcome: Outcome) -> str:
    """Return how the states of a descent move along the line of weight_delta over the weight."""
    return ALONG_THE_LINE.get(outcome, "They all lie in one place.")


def across_the_cobweb(descent: Descent) -> str | None:
    """Return why the path goes across, to the diagonal; None where there is no path."""
    if len(descent.weight) == 1 or descent.outcome not in COBWEB:
        return None
    return "The next weight becomes the weight: so one goes across, to the diagonal."
