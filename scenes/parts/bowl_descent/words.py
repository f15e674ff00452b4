"""What BowlDescent says and writes, from its numbers."""

from gdcore import Outcome, StepKind, step_kind
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.stage.bowl.closing import Stride, View, is_broken
from scenes.stage.bowl.outcome_words import ending
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import counted, plain, short, times, typst, written

QUESTION = Line(
    "One weight, one error. Which way is down, and how far?",
    context="Which way is down, and how far?",
)
TURN = Line("Turn the knob, and watch the square.", context="Turn the knob, and watch the square")
ARROW = Line(
    "The weight moves against it: the other way, by as much as the curve is steep.",
    context="Against the slope, by as much as it is steep",
)
LANDING = Line("Where will the dot land?", context="Where will the dot land?")
LOOP = Line("Line by line, what the loop prints: the state before each step.", context="What the loop prints")

KINDS: dict[StepKind, str] = {
    StepKind.STAYS: "it stands still",
    StepKind.LANDS: "it lands on the goal",
    StepKind.APPROACHES: "it slides down, nearer to the goal",
    StepKind.OVERSHOOTS: "it overshoots, yet lands nearer",
    StepKind.BOUNCES: "it bounces, as far off as before",
    StepKind.FLIES_OUT: "it overshoots, and lands farther off",
    StepKind.RETREATS: "it moves away from the goal",
}
"""What a step does, in the picture."""

TAKEAWAYS: dict[Outcome, str] = {
    Outcome.OVERSHOOTS: "Every step overshoots, and lands nearer",
    Outcome.SLIDES: "Nearer the goal the slope is less, and so is the step",
    Outcome.LANDS: "Here one step is just long enough to land",
    Outcome.BOUNCES: "Here every step is twice too long: it bounces for ever",
    Outcome.DIVERGES: "Here every step is far too long: it diverges",
    Outcome.MOVES_AWAY: "With a negative alpha it goes uphill",
    Outcome.CANNOT_MOVE: "Where nothing is steep, nothing moves",
    Outcome.ALREADY_THERE: "At the bottom nothing is steep, and nothing moves",
}
"""What the poster says below its pictures."""


# the point and the bowl -------------------------------------------------------------------------------------


def predict(n: BowlDescentNumbers) -> Line:
    """Return how the prediction is made."""
    said = f"The input times the weight is the prediction, {n.said('prediction', 0)}."
    return Line(said, context="Input times weight is the prediction")


def miss(n: BowlDescentNumbers) -> Line:
    """Return how far the prediction is from the goal."""
    goal = written(n.curve.goal_pred)
    if not n.descent.delta[0]:
        return Line(f"The goal is {goal}, and the prediction meets it.", context="The prediction meets the goal")
    said = f"The goal is {goal}. From there to the prediction is the miss, {n.said('delta', 0)}."
    return Line(said, context="The miss is the way from the goal to the prediction")


def square(n: BowlDescentNumbers) -> Line:
    """Return what the error is."""
    return Line(
        f"The square on the miss is the error, {n.said('error', 0)}.",
        context="The error is the square on the miss",
    )


def height(n: BowlDescentNumbers) -> Line:
    """Return what the height of the dot means."""
    if not n.descent.error[0]:
        return Line("No square, no height: the dot lies on the ground.", context="No square, no height")
    return Line(
        "The dot stands as high as that square is large.", context="The dot is as high as the square is large"
    )


def every_weight(n: BowlDescentNumbers) -> Line:
    """Return what the turned knob has shown."""
    if n.curve.goal_weight is not None:
        return Line("Every weight has its error, and together they make a bowl.", context="All errors make a bowl")
    none = "0" if n.curve.input == 0 else "as good as 0"
    flat = f"The input is {none}, so whatever the weight, prediction and error stay the same."
    return Line(flat, context="Whatever the weight, the error stays")


def goal(n: BowlDescentNumbers) -> Line:
    """Return where the bottom of the bowl is."""
    weight = written(n.curve.goal_weight or 0)
    return Line(
        f"At weight {weight} the prediction meets the goal, and the error is 0.", context="No error at the bottom"
    )


def start(n: BowlDescentNumbers) -> Line:
    """Return where the descent starts."""
    said = f"We start at weight {n.said('weight', 0)}, with an error of {n.said('error', 0)}."
    return Line(said, context="Down from here, but how?")


# the first step ---------------------------------------------------------------------------------------------


def no_step(n: BowlDescentNumbers) -> Line:
    """Return why no step is taken."""
    if n.descent.iterations:
        return Line(ending(n.descent), context="The first step is too large to compute")
    return Line("No step is asked for, so the weight stays.", context="No step is asked for")


def slope(n: BowlDescentNumbers) -> Line:
    """Return the slope at the start."""
    said = f"The tangent shows how steep it is here: the slope is {n.said('slope', 0)}."
    return Line(said, context="The tangent shows which way it slopes")


def slope_mark(n: BowlDescentNumbers) -> str:
    """Return the markup that stands inside of the bowl."""
    return f"slope {typst(short(n.descent.slope[0]))}"


def weight_delta(n: BowlDescentNumbers) -> Line:
    """Return the first weight_delta, and why it is half the slope."""
    said = f"The input times the miss is weight_delta, {n.said('weight_delta', 0)}: half the slope."
    return Line(said, context=r"Half the slope is weight\_delta")


def alpha(n: BowlDescentNumbers) -> Line:
    """Return what alpha does to the arrow."""
    value = written(n.descent.alpha)
    how = {True: "all of it is taken", False: f"{value} of it is taken"}[n.descent.alpha == 1]
    if n.descent.alpha < 0:
        how = "it is turned round"
    return Line(f"alpha is {value}: {how}.", context=f"alpha is {value}: {how}")


# steps ------------------------------------------------------------------------------------------------------


def step(n: BowlDescentNumbers, number: int) -> Line:
    """Return what a step does."""
    context = f"Step {number:,} of {n.descent.iterations:,}: {KINDS[step_kind(n.descent, number)]}"
    return Line(sentence_of_step(n.descent, number), context=context)


def lapse(stride: Stride) -> Line:
    """Return what is said of steps that run in time-lapse."""
    steps = f"{stride.start + 1:,} to {stride.end:,}"
    return Line(f"Steps {steps} in time-lapse.", context=f"Steps {steps}, in time-lapse")


def closer(n: BowlDescentNumbers, before: View, view: View) -> Line:
    """Return what is said while the window changes."""
    ratio = before.reach / view.reach
    size = plain(short(n.first_view.reach / view.reach))
    if is_broken(before, view):
        return Line(
            f"The scale changes, by {plain(short(ratio))}; the bowl looks the same.",
            context="Another scale, the same bowl",
        )
    if ratio > 1:
        return Line(f"Magnified {size} times, it is the same bowl again.", context="Closer: the same bowl again")
    return Line(
        "The next step needs more room, so the picture pulls back.", context="Back: the step needs more room"
    )


def outcome(n: BowlDescentNumbers) -> Line:
    """Return what the descent comes to."""
    return Line(ending(n.descent), context=ending(n.descent).rstrip("."))


def after_the_loop(n: BowlDescentNumbers) -> Line:
    """Return what the loop leaves."""
    if n.descent.overflowed:
        return Line(ending(n.descent), context="More than a computer can hold")
    said = f"After the loop: weight {n.said('weight', -1)}, error {n.said('error', -1)}."
    return Line(said, context=f"After {counted(n.descent.last, 'step')}")


def takeaway(n: BowlDescentNumbers) -> Line:
    """Return what remains."""
    said = f"Against the slope, by as much as it is steep. {TAKEAWAYS[n.descent.outcome]}."
    return Line(said, context=ARROW.context)


def below_poster(n: BowlDescentNumbers) -> str:
    """Return the markup that stands below the poster."""
    return TAKEAWAYS[n.descent.outcome]


def panel(n: BowlDescentNumbers, view: View) -> str:
    """Return the markup below a panel of the poster."""
    ratio = n.first_view.reach / view.reach
    return "as it is" if abs(ratio - 1) < 0.01 else typst(times(ratio))
