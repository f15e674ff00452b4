"""Words for the steps of a descent."""

from gdcore import Descent, StepKind, step_kind
from scenes.stage.bowl.descent_numbers import Leg
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import plain, short


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


def lapse(leg: Leg) -> Line:
    """Return what is said of a leg that runs in time-lapse."""
    steps = f"{leg.start + 1:,} to {leg.end:,}"
    return Line(f"Steps {steps} in time-lapse.", context=f"steps {steps}, in time-lapse")
