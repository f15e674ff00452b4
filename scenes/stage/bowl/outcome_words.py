"""Words for what a descent comes to, in whichever pictures it is shown."""

from gdcore import Descent, Outcome, Verdict
from scenes.stage.bowl.descent_numbers import DescentNumbers
from scenes.stage.type.numbers import counted, short, typst, written

ENDINGS: dict[Outcome, str] = {
    Outcome.ALREADY_THERE: "The prediction meets the goal from the start: there is nothing to learn.",
    Outcome.CANNOT_MOVE: "The update is zero, so the weight stays where it is.",
    Outcome.LANDS: "The weight lands on the goal and stays there.",
    Outcome.SLIDES: "The weight slides down one side, nearer to the goal at every step.",
    Outcome.OVERSHOOTS: "Every step overshoots, but each lands nearer to the goal.",
    Outcome.BOUNCES: "The weight bounces from side to side for ever.",
    Outcome.DIVERGES: "Every step lands farther out on the other side: it diverges.",
    Outcome.MOVES_AWAY: "The weight moves away from the goal, farther at every step.",
    Outcome.NOT_THERE_YET: "The search stops before it reaches the goal.",
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

OF_THE_WEIGHT: dict[Outcome, str] = {
    Outcome.LANDS: "The weight lands on the goal weight and stays there.",
    Outcome.SLIDES: "The weight slides down one side, nearer to the goal weight at every step.",
    Outcome.OVERSHOOTS: "Every step overshoots, but each lands nearer to the goal weight.",
    Outcome.MOVES_AWAY: "The weight moves away from the goal weight, farther at every step.",
}


def of_the_weight(outcome: Outcome) -> str:
    """Return how a descent ends, where the goal weight is told from the goal, a prediction."""
    return OF_THE_WEIGHT.get(outcome, ENDINGS[outcome])


def ending(descent: Descent) -> str:
    """Return what a descent comes to."""
    if descent.overflowed:
        return f"Step {descent.last + 1:,} would take more than a computer can hold: it diverges."
    return ENDINGS[descent.outcome]


def growth(descent: Descent) -> str:
    """Return what each step does to the distance from the goal and to the error."""
    if descent.outcome is not Outcome.DIVERGES:
        return of_the_weight(descent.outcome)
    r = float(descent.multiplier)
    far, high = written(abs(r)), written(r * r)
    return f"Each hop lands on the other side, {far} times as far, {high} times as high."


def last_state(n: DescentNumbers) -> str:
    """Return the line of context that tells the last state, as markup."""
    weight, error = typst(short(n.descent.weight[-1])), typst(n.form("error", -1))
    return f"after {counted(n.descent.last, 'step')}: weight {weight}, error {error}"
