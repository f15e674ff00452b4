"""Captions for what a descent comes to, in each of the pictures that show it."""

from gdcore import AlphaBorders, Descent, Outcome, Verdict
from gdcore.outcome import outcome_of_multiplier
from scenes.stage.type.numbers import written

ENDINGS: dict[Outcome, str] = {
    Outcome.ALREADY_THERE: "The prediction meets the goal from the start: there is nothing to learn.",
    Outcome.CANNOT_MOVE: "The update is zero, so the weight stays where it is.",
    Outcome.LANDS: "The weight lands on the goal and stays there.",
    Outcome.SLIDES: "The weight slides down one side, nearer to the goal at every step.",
    Outcome.OVERSHOOTS: "Every step overshoots, but each lands nearer to the goal.",
    Outcome.BOUNCES: "The weight bounces from side to side for ever.",
    Outcome.DIVERGES: "Every step lands farther out on the other side: it diverges.",
    Outcome.MOVES_AWAY: "The weight moves away from the goal, farther at every step.",
    Outcome.NOT_THERE_YET: "The search stops before it has reached the goal.",
}
"""How a search ends, whatever shows it."""

VERDICTS: dict[Verdict, str] = {
    Verdict.EXPLODES: "explodes",
    Verdict.BOUNCES: "bounces",
    Verdict.GOOD: "good",
    Verdict.CREEPS: "creeps",
    Verdict.STANDS_STILL: "stands still",
}
"""What to say of a learning rate, in a word or two."""

ALONG_THE_LINE: dict[Outcome, str] = {
    Outcome.DIVERGES: "They run outwards along it, from side to side.",
    Outcome.MOVES_AWAY: "They run away along it, on one side.",
    Outcome.BOUNCES: "They jump between two places on it, for ever.",
    Outcome.OVERSHOOTS: "They run inwards along it, from side to side.",
    Outcome.SLIDES: "They run along it to where weight_delta is 0.",
    Outcome.LANDS: "One step leads to where weight_delta is 0.",
}

COBWEB: dict[Outcome, str] = {
    Outcome.DIVERGES: "So the path is a square spiral that winds out, around the goal weight.",
    Outcome.MOVES_AWAY: "So the path is a staircase away from the goal weight.",
    Outcome.BOUNCES: "So the path is one square, round and round the goal weight.",
    Outcome.OVERSHOOTS: "So the path is a square spiral that winds in to the goal weight.",
    Outcome.SLIDES: "So the path is a staircase to the goal weight.",
    Outcome.LANDS: "So one step leads to the goal weight.",
}

OF_THE_WEIGHT: dict[Outcome, str] = {
    Outcome.LANDS: "The weight lands on the goal weight and stays there.",
    Outcome.SLIDES: "The weight slides down one side, nearer to the goal weight at every step.",
    Outcome.OVERSHOOTS: "Every step overshoots, but each lands nearer to the goal weight.",
    Outcome.MOVES_AWAY: "The weight moves away from the goal weight, farther at every step.",
}

ON_THE_MAP: dict[Outcome, str] = {
    Outcome.SLIDES: "lies below both borders: it slides down",
    Outcome.LANDS: "lies on the first border: it lands at once",
    Outcome.OVERSHOOTS: "lies between the borders: it overshoots and settles",
    Outcome.BOUNCES: "lies on the second border: it bounces for ever",
    Outcome.DIVERGES: "lies beyond both borders: it diverges",
    Outcome.CANNOT_MOVE: "lies far below both borders: its updates are as good as 0",
}


def along_the_line(outcome: Outcome) -> str:
    """Return how the states of a descent move along the line of weight_delta over the weight."""
    return ALONG_THE_LINE.get(outcome, "They all lie in one place.")


def across_the_cobweb(descent: Descent) -> str | None:
    """Return why the path goes across, to the diagonal; None where there is no path."""
    if len(descent.weight) == 1 or descent.outcome not in COBWEB:
        return None
    return "The next weight becomes the weight: so one goes across, to the diagonal."


def shape_of_cobweb(descent: Descent) -> str:
    """Return what the path through the cobweb looks like."""
    if len(descent.weight) == 1:
        return "The first step is more than a computer can hold, so there is no path."
    return COBWEB.get(descent.outcome, "So the path does not leave its start.")


def of_the_weight(outcome: Outcome) -> str:
    """Return how a descent ends, where the goal weight is told from the goal, a prediction."""
    return OF_THE_WEIGHT.get(outcome, ENDINGS[outcome])


def place_on_map(descent: Descent, alpha: float, said: str, borders: AlphaBorders | None) -> str:
    """Return where a learning rate, as it is said, lies among the borders, and what it therefore does."""
    if borders is None:
        still = f"So with alpha {said}, too, the weight stays where it is."
        return still if descent.outcome is Outcome.CANNOT_MOVE else of_the_weight(descent.outcome)
    if alpha <= 0:
        why = "with 0 nothing moves" if alpha == 0 else "below 0 a weight only moves away"
        return f"Our alpha, {said}, has no place on it: {why}."
    place = f"Our alpha, {said}, {ON_THE_MAP[outcome_of_multiplier(descent.multiplier)]}"
    if descent.outcome is Outcome.ALREADY_THERE:
        return f"{place.partition(':')[0]}, but we start at the goal weight."
    return f"{place}."


def growth(descent: Descent) -> str:
    """Return what each step does to the distance from the goal and to the error."""
    if descent.outcome is not Outcome.DIVERGES:
        return of_the_weight(descent.outcome)
    r = float(descent.multiplier)
    far, high = written(abs(r)), written(r * r)
    return f"Each hop lands on the other side, {far} times as far, {high} times as high."
