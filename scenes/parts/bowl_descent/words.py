"""What BowlDescent says and writes, from its numbers."""

from gdcore import Descent, StepKind, share_left, step_kind
from gdcore.arguments import Number
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.stage.bowl import alt_texts
from scenes.stage.bowl.outcome_words import ending, last_state
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import written

LITTLE, NEARLY = 0.1, 0.01
"""A miss this small beside the first one is a little one, and one this small is nearly none."""

ONE_WEIGHT = "One input, one weight, one prediction."
RULE = "The weight moves the other way, by alpha times weight_delta."
LOOP = "Line by line, what the loop prints: the state before each step."


# what can be seen -------------------------------------------------------------------------------------------


def bowl_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of a curve that a dot draws before it comes back to the start."""
    curve, weight, goal = n.curve, n.descent.weight[0], n.curve.goal_weight
    line = f"a level line at {written(curve.error(weight))}"
    if goal is not None:
        line = f"a parabola whose bottom is ringed at weight {written(goal)}"
    return (
        f"As the knob of a network with input {written(curve.input)} turns, a dot beside it draws the error over "
        f"the weight, {line}, and comes back to weight {written(weight)}."
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
        f"The tangent at the dot, delta {delta}, weight_delta {weight_delta} and the rule with alpha "
        f"{written(descent.alpha)} appear, and the dot {alt_texts.way(descent, 0, 1)}."
    )


def other_steps_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the steps after the first."""
    last = n.descent.last
    how = "some of them in time-lapse" if any(leg.lapse for leg in n.legs) else "tangent first"
    return alt_texts.steps_seen(n.descent, min(1, last), last, how)


def log_seen(n: BowlDescentNumbers) -> str:
    """Return what can be seen of the log."""
    return alt_texts.log_seen("the error curve", n.descent)


# the bowl ---------------------------------------------------------------------------------------------------


def every_weight(n: BowlDescentNumbers) -> Line:
    """Return what is said while the weight is turned through the window."""
    if n.curve.goal_weight is not None:
        round_ = "Turn the weight: every weight has an error, and together they make a bowl."
        return Line(round_, context="every weight has an error")
    none = "0" if n.curve.input == 0 else "as good as 0"
    flat = f"The input is {none}, so whatever the weight, prediction and error stay the same."
    return Line(flat, context="every weight has the same error")


def goal(weight: Number) -> str:
    """Return what is said of the goal weight."""
    return f"At weight {written(weight)} the prediction meets the goal: there the error is 0."


def start(n: BowlDescentNumbers) -> str:
    """Return where the descent starts."""
    return f"We start at weight {n.said('weight', 0)}, with an error of {n.said('error', 0)}."


# the first step ---------------------------------------------------------------------------------------------


def no_step(n: BowlDescentNumbers) -> Line:
    """Return why no step is taken."""
    if n.descent.iterations:
        return Line(ending(n.descent), context="the first update is too large")
    return Line("With no steps to take, the weight stays.", context="no steps to take")


def slope(n: BowlDescentNumbers) -> Line:
    """Return the slope at the start."""
    question = f"step 1 of {n.descent.iterations:,}: which way, and how far?"
    return Line(f"The slope of the curve here is {n.said('slope', 0)}.", context=question)


def delta(n: BowlDescentNumbers) -> str:
    """Return the miss at the start."""
    return f"delta, how far the prediction misses the goal, is {n.said('delta', 0)}."


def weight_delta(n: BowlDescentNumbers) -> Line:
    """Return the first weight_delta, and why it is half the slope."""
    said = f"delta times the input is weight_delta, {n.said('weight_delta', 0)}: half the slope."
    return Line(said, context=r"slope $= 2 times$ weight\_delta; alpha absorbs the 2")


# steps ------------------------------------------------------------------------------------------------------


def step(n: BowlDescentNumbers, number: int) -> Line:
    """Return what a step does, and in a few words where the one before it led, or how large the first one is."""
    words = first_words(n.descent) if number == 1 else words_before(n.descent, number)
    context = f"step {number:,} of {n.descent.iterations:,}: {words}"
    return Line(sentence_of_step(n.descent, number), context=context)


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


def outcome(n: BowlDescentNumbers) -> Line:
    """Return what the descent comes to."""
    return Line(ending(n.descent), context=last_state(n))


def after_the_loop(n: BowlDescentNumbers) -> str:
    """Return what the loop leaves."""
    if n.descent.overflowed:
        return ending(n.descent)
    return f"After the loop: weight {n.said('weight', -1)}, error {n.said('error', -1)}."
