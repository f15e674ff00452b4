"""Words for the steps of a descent, from what each of them does."""

from gdcore import Descent, StepKind, share_left, step_kind
from scenes.stage.type.numbers import plain, short

LITTLE, NEARLY = 0.1, 0.01
"""A miss this small beside the first one is a little one, and one this small is nearly none."""


def first_words(descent: Descent) -> str:
    """Return in a few words what the first step does."""
    kind, left = step_kind(descent, 1), share_left(descent, 1)
    if kind is StepKind.STAYS:
        return "nothing moves"
    if kind is StepKind.LANDS:
        return "straight onto the goal"
    direction = "increase" if descent.weight[1] > descent.weight[0] else "decrease"
    if kind is StepKind.APPROACHES and left > 0.9:
        return f"a small {direction}"
    if kind is StepKind.APPROACHES and left > 0.5:
        return f"an {direction}" if direction == "increase" else f"a {direction}"
    return f"a big {direction}"


def words_before(descent: Descent, step: int) -> str:
    """Return in a few words where a step begins, from what the one before it did."""
    kind, left = step_kind(descent, step - 1), share_left(descent, step - 1)
    again = " again" if step > 2 and step_kind(descent, step - 2) is kind else ""
    if kind in (StepKind.APPROACHES, StepKind.OVERSHOOTS) and left <= NEARLY:
        return "nearly there"
    match kind:
        case StepKind.OVERSHOOTS:
            return f"overshot{again}, a little" if left <= LITTLE else f"overshot{again}, so go back"
        case StepKind.APPROACHES:
            return "nearer, and the steps get shorter" if again else "still short of the goal, so go on"
        case StepKind.BOUNCES:
            return f"as far off{again} as before, on the other side"
        case StepKind.FLIES_OUT:
            return f"overshot{again}, and farther off than before"
        case StepKind.RETREATS:
            return f"farther off{again} than before"
        case StepKind.LANDS:
            return "on the goal, nothing left to learn"
    return "on the goal, nothing left to learn" if left <= NEARLY else "nothing moves"


def sentence_of_step(descent: Descent, step: int) -> str:
    """Return a caption for what a step does."""
    weight, error = (plain(short(values[step])) for values in (descent.weight, descent.error))
    kind = step_kind(descent, step)
    if kind is StepKind.STAYS:
        because = "no miss is left" if descent.delta[step - 1] == 0 else "the update is as good as 0"
        return f"Step {step:,}: {because}, so the weight stays at {weight}."
    direction = "up" if descent.weight[step] > descent.weight[step - 1] else "down"
    where = {
        StepKind.LANDS: "right onto the goal weight",
        StepKind.APPROACHES: f"nearer to the goal weight; the error falls to {error}",
        StepKind.OVERSHOOTS: f"past the goal weight, yet the error falls to {error}",
        StepKind.BOUNCES: "past the goal weight, and as far off as before",
        StepKind.FLIES_OUT: f"past the goal weight; the error grows to {error}",
        StepKind.RETREATS: f"away from the goal weight; the error grows to {error}",
    }
    return f"Step {step:,}: {direction} to {weight}, {where[kind]}."
