"""What can be seen in BowlDescent, for people who cannot see it."""

from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.stage.bowl import alt_texts as of_descents
from scenes.stage.type.numbers import written


def point_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of a single weight and its error."""
    d = n.descent
    return (
        f"A machine with input {written(n.curve.input)} and its knob at weight {written(d.weight[0])} "
        f"predicts {written(d.prediction[0])} on a ruler with the goal {written(n.curve.goal_pred)}; on the miss "
        f"stands a square of {written(d.error[0])}, and a dot beside it is as high as the square is large."
    )


def bowl_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of a curve that a dot draws before it comes back to the start."""
    curve, weight, goal = n.curve, n.descent.weight[0], n.curve.goal_weight
    line = f"a level line at {written(curve.error(weight))}"
    if goal is not None:
        line = f"a parabola whose bottom is ringed at weight {written(goal)}"
    return (
        f"As the knob turns, the square grows and shrinks and the dot draws the error over the weight, {line}; "
        f"then it comes back to weight {written(weight)}."
    )


def first_step_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the first step, taken slowly."""
    descent, weight = n.descent, written(n.descent.weight[0])
    if not descent.last:
        why = (
            "the first step is more than a computer can hold"
            if descent.iterations
            else "there are no steps to take"
        )
        return f"The dot stands still at weight {weight}, as {why}."
    delta, weight_delta = written(descent.delta[0]), written(descent.weight_delta[0])
    return (
        f"The tangent becomes an arrow as long as weight_delta, {weight_delta}: the input times the "
        f"miss, {delta}; times alpha, {written(descent.alpha)}, it is laid on the axis, and the dot "
        f"{of_descents.way(descent, 0, 1)}."
    )


def other_steps_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the steps after the first."""
    last = n.descent.last
    how = "some of them in time-lapse" if any(stride.lapse for stride in n.strides) else "tangent and arrow first"
    zoomed = "" if len(n.views) == 1 else ", and the window follows."
    return of_descents.steps_seen(n.descent, min(1, last), last, how).rstrip(".") + (zoomed or ".")


def log_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the log."""
    return of_descents.log_seen("the error curve", n.descent, "weight and error")


def poster_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the last picture."""
    count = len(n.panels)
    bowls = "A bowl with its hops" if count == 1 else f"The bowl with its hops in {count} magnifications"
    return f"{bowls} below the words: against the slope, by as much as it is steep."
