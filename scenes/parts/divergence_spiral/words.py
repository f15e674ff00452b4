"""What DivergenceSpiral says, from its numbers: lines, and what can be seen."""

from gdcore import Outcome, way_from_goal
from scenes.parts.divergence_spiral.numbers import DivergenceSpiralNumbers
from scenes.stage.bowl import alt_texts
from scenes.stage.bowl.cobweb_words import COBWEB
from scenes.stage.bowl.outcome_words import ending, of_the_weight
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import counted, written

PULL_BACK = "Now the axes pull back, so that there is room for the next bowl."
ON_A_LINE = Line(
    "Now weight_delta over the weight: all states lie on one straight line.",
    context=r"weight\_delta over weight",
)
COBWEB_NAMED = "The next weight, over the weight before it. This picture is called a cobweb."

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


# the bowls --------------------------------------------------------------------------------------------------


def turned_seen(n: DivergenceSpiralNumbers) -> str:
    """Return what can be seen of a curve while its input turns into another, and the axes perhaps closer."""
    old, new = n.gentle.input, n.curve.input
    flat, flattens = n.gentle.goal_weight is None, n.curve.goal_weight is None
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
    then = "; then the axes close in" if n.first_window != n.wide_window else ""
    return (
        f"The input of a network {goes}, and the curve of the error over "
        f"the weight {change}, while the dot on it is held at weight {written(n.start)}{then}."
    )


def gentle_bowl(n: DivergenceSpiralNumbers) -> Line:
    """Return what is said of the bowl that it begins with."""
    input = written(n.gentle.input)
    return Line(
        f"With an input of {input} the bowl looks like this.", context=f"input {input}: the bowl to begin with"
    )


def narrowing(n: DivergenceSpiralNumbers) -> Line:
    """Return how the bowl changes with the input."""
    context = f"from input {written(n.gentle.input)} to input {written(n.curve.input)}, the weight held fixed"
    return Line(_narrowing(n), context=context)


def _narrowing(n: DivergenceSpiralNumbers) -> str:
    now, before, end = abs(n.curve.input), abs(n.gentle.input), written(n.curve.input)
    if now == 0:
        return "With an input of 0 it is flat: no weight changes the error."
    if now == before:
        return f"With an input of {end} the bowl is just as steep."
    return f"With an input of {end} it gets {'narrow and steep' if now > before else 'wide and gentle'}."


def closer(n: DivergenceSpiralNumbers) -> Line:
    """Return that the bowl is drawn closer up."""
    return Line("Now a closer view, on different axes.", context=f"input {written(n.curve.input)}: a closer view")


def goals(n: DivergenceSpiralNumbers) -> str:
    """Return where the bottoms of the two bowls lie."""
    before, now = n.gentle.goal_weight, n.curve.goal_weight
    if now is None:
        return "Without a slope there is nothing to go by."
    if before is None:
        return f"Its bottom, the goal weight, lies at {written(now)}."
    if before == now:
        return f"Its bottom, the goal weight, stays at {written(now)}."
    return f"Its bottom, the goal weight, moves from {written(before)} to {written(now)}."


# steps ------------------------------------------------------------------------------------------------------


def overshoot_seen(n: DivergenceSpiralNumbers) -> str:
    """Return what can be seen of the steps that are drawn."""
    stays = all(leg.window == n.first_window for leg in n.legs)
    how = "tangent first" if stays else "for which the axes pull back"
    return alt_texts.steps_seen(n.descent, 0, n.drawn, how)


def need(n: DivergenceSpiralNumbers, step: int, *, sentence: bool = False) -> str:
    """Return how far the goal weight was before a step, and how far the step went."""
    way, weight = way_from_goal(n.descent), n.descent.weight
    took = written(abs(weight[step] - weight[step - 1]))
    if n.descent.goal_weight is None:
        return f"No weight reaches the goal, and the step is {took}." if sentence else f"took {took}"
    if not way[step - 1]:
        return "It is on the goal weight already, as far as numbers can tell." if sentence else "already there"
    needed = written(abs(way[step - 1]))
    if sentence:
        return f"To reach the goal weight it needed {needed}; it took {took}."
    return f"needed {needed}, took {took}"


def same_rule(n: DivergenceSpiralNumbers) -> Line:
    """Return what the first step goes by, and how far it goes."""
    return Line("The same rule as always: weight_delta is subtracted from the weight.", context=need(n, 1))


def step(n: DivergenceSpiralNumbers, number: int) -> Line:
    """Return what a step does, and how far it goes."""
    context = f"step {number} of {n.descent.iterations:,}: {need(n, number)}"
    return Line(sentence_of_step(n.descent, number), context=context)


# the line and the spiral ------------------------------------------------------------------------------------


def line_seen(n: DivergenceSpiralNumbers) -> str:
    """Return what can be seen of the first states on the line of weight_delta over the weight."""
    descent, last = n.descent, n.named - 1
    return (
        "On a straight line of weight_delta over the weight lie dots for the start and "
        f"{counted(last, 'step')}, {DOTS.get(descent.outcome, 'all in one place')}, "
        f"from weight_delta {written(descent.weight_delta[0])} to {written(descent.weight_delta[last])}."
    )


def along_the_line(n: DivergenceSpiralNumbers) -> str:
    """Return how the states of the descent move along the line of weight_delta over the weight."""
    return ALONG_THE_LINE.get(n.descent.outcome, "They all lie in one place.")


def spiral_seen(n: DivergenceSpiralNumbers) -> str:
    """Return what can be seen of the cobweb."""
    return alt_texts.cobweb_seen(n.descent, n.drawn)


def across_the_cobweb(n: DivergenceSpiralNumbers) -> str | None:
    """Return why the path goes across, to the diagonal; None if there is no path."""
    if not n.descent.last or n.descent.outcome not in COBWEB:
        return None
    return "The next weight becomes the weight: so we go across, to the diagonal."


def multiplier(n: DivergenceSpiralNumbers) -> str:
    """Return what each step does to the miss."""
    r = written(n.descent.multiplier)
    return f"Each step multiplies what the table shows by 1 minus input squared: {r}."


# the log ----------------------------------------------------------------------------------------------------


def log_seen(n: DivergenceSpiralNumbers) -> str:
    """Return what can be seen of the log."""
    return alt_texts.log_seen("the cobweb, below the network,", n.descent)


def loop(n: DivergenceSpiralNumbers) -> Line:
    """Return what the log is."""
    steps = n.descent.iterations
    over = f" over {steps:,} steps" if steps > 1 else ""
    return Line(f"What the loop prints{over}.", context="the log of the loop")


def end(n: DivergenceSpiralNumbers) -> str:
    """Return what the descent comes to, below the log."""
    return ending(n.descent) if n.descent.overflowed else of_the_weight(n.descent.outcome)
