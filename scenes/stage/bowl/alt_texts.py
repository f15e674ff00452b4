"""What is to be seen of a descent, in each of the pictures that show it: sentences for those who cannot see it."""

from collections.abc import Mapping, Sequence

from gdcore import AlphaBorders, Descent, ErrorCurve, Outcome, StepKind, Verdict, step_kind, verdict
from gdcore.arguments import Number
from scenes.stage.bowl.outcome_words import VERDICTS
from scenes.stage.type.numbers import listed, written

HOPS: dict[Outcome, str] = {
    Outcome.DIVERGES: "hops from side to side of the bowl, farther and higher each time,",
    Outcome.MOVES_AWAY: "hops up one side of the bowl, farther each time,",
    Outcome.BOUNCES: "hops from side to side of the bowl, as high each time,",
    Outcome.OVERSHOOTS: "hops from side to side of the bowl, lower each time,",
    Outcome.SLIDES: "hops down one side of the bowl, less far each time,",
    Outcome.LANDS: "hops to the bottom of the bowl and stays there,",
}
"""What the dot does over several steps."""

HOP: dict[StepKind, str] = {
    StepKind.LANDS: "hops to the bottom of the bowl,",
    StepKind.APPROACHES: "hops down, not as far as the bottom of the bowl,",
    StepKind.OVERSHOOTS: "hops past the bottom of the bowl to a lower place,",
    StepKind.BOUNCES: "hops past the bottom of the bowl to the same height,",
    StepKind.FLIES_OUT: "hops past the bottom of the bowl to a higher place,",
    StepKind.RETREATS: "hops up, away from the bottom of the bowl,",
}
"""What the dot does in one step."""

DOTS: dict[Outcome, str] = {
    Outcome.DIVERGES: "farther out each time, from side to side",
    Outcome.MOVES_AWAY: "farther out each time, on one side",
    Outcome.BOUNCES: "by turns in two places",
    Outcome.OVERSHOOTS: "farther in each time, from side to side",
    Outcome.SLIDES: "farther in each time, on one side",
    Outcome.LANDS: "all but the first where weight_delta is 0",
}
"""How the states lie on the line of weight_delta over the weight, 0 in its middle."""

PATHS: dict[Outcome, str] = {
    Outcome.DIVERGES: "a square spiral winds out around the goal weight",
    Outcome.MOVES_AWAY: "a staircase leads away from the goal weight",
    Outcome.BOUNCES: "one square goes round and round the goal weight",
    Outcome.OVERSHOOTS: "a square spiral winds in to the goal weight",
    Outcome.SLIDES: "a staircase leads towards the goal weight",
    Outcome.LANDS: "the path goes to the goal weight and stays there",
}
"""What the path through a cobweb looks like."""


# the bowl ---------------------------------------------------------------------------------------------------


def way(descent: Descent, start: int, end: int) -> str:
    """Return what the dot does on the error curve between two states of a descent."""
    first, last = written(descent.weight[start]), written(descent.weight[end])
    does = HOPS.get(descent.outcome)
    if does and end - start == 1:
        does = HOP.get(step_kind(descent, end))
    if start > 0 and descent.outcome is Outcome.LANDS:
        does = None  # it has landed before
    if start == end or (does is None and first == last):
        return f"stays at weight {last}"
    return f"{does or 'goes'} from weight {first} to {last}"


def drawn_seen(curve: ErrorCurve, weight: float) -> str:
    """Return what is to be seen of a curve that a dot draws before it comes back to a weight."""
    goal = curve.goal_weight
    line = f"a level line at {written(curve.error(weight))}"
    if goal is not None:
        line = f"a parabola whose bottom is ringed at weight {written(goal)}"
    return (
        f"As the knob of a network with input {written(curve.input)} turns, a dot beside it draws the error over "
        f"the weight, {line}, and comes back to weight {written(weight)}."
    )


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


def first_step_seen(descent: Descent, alpha: float, iterations: int) -> str:
    """Return what is to be seen of the first step, taken slowly."""
    weight = written(descent.weight[0])
    if len(descent.weight) == 1:
        why = "the first step is more than a computer can hold" if iterations else "there are no steps to take"
        return f"The dot stands still at weight {weight}, as {why}."
    delta, weight_delta = written(descent.delta[0]), written(descent.weight_delta[0])
    return (
        f"The tangent at the dot, delta {delta}, weight_delta {weight_delta} and the rule with alpha "
        f"{written(alpha)} appear, and the dot {way(descent, 0, 1)}."
    )


def steps_seen(descent: Descent, start: int, end: int, how: str) -> str:
    """Return what is to be seen of the steps between two states; `how` says how they are shown."""
    count = end - start
    error = written(descent.error[end])
    if not count:
        return f"The dot rests at weight {written(descent.weight[end])}, where the error is {error}."
    more = f"{count:,} {'more ' if start else ''}{'step' if count == 1 else 'steps'}"
    return f"In {more}, {how}, the dot {way(descent, start, end)}, where the error is {error}."


def log_seen(beside: str, descent: Descent, lines: Sequence[int | None]) -> str:
    """Return what is to be seen of the log with these lines, a gap among them, beside something else."""
    count = len(descent.weight) - (not descent.overflowed)
    shown = f"{f'{count:,}' if count else 'no'} {'line' if count == 1 else 'lines'}"
    if None in lines:
        shown = f"the first and the last of {shown}"
    end = f"after them weight {written(descent.weight[-1])} and error {written(descent.error[-1])}"
    if descent.overflowed:
        end = "after them more than a computer can hold"
    return f"Beside {beside} stands the log of the loop, weight, prediction and error: {shown}, and {end}."


# straight lines ---------------------------------------------------------------------------------------------


def line_seen(descent: Descent, count: int) -> str:
    """Return what is to be seen of the first states on the line of weight_delta over the weight."""
    first, last = written(descent.weight_delta[0]), written(descent.weight_delta[count - 1])
    return (
        f"On a straight line of weight_delta over the weight lie dots for the start and {_steps(count - 1)}, "
        f"{DOTS.get(descent.outcome, 'all in one place')}, from weight_delta {first} to {last}."
    )


def cobweb_seen(descent: Descent, steps: int) -> str:
    """Return what is to be seen of the cobweb of so many steps."""
    path = PATHS.get(descent.outcome, "the path does not leave its start") + f" in {_steps(steps)}"
    if not steps:
        path = "the path ends at its start"
    elif steps == 1 and descent.outcome in PATHS:
        path = "one step goes to the first and across to the second"
    return (
        f"Next weight over weight: between the line of the update and the diagonal, {path}, "
        f"beside a table of the weight and the multiplier, {written(descent.multiplier)}."
    )


# learning rates ---------------------------------------------------------------------------------------------


def rule_seen(weight: float, alphas: tuple[str, str], ends: tuple[str, str | None]) -> str:
    """Return what is to be seen of the first step with an alpha of 1 and with another; None cannot be held."""
    end = "more than a computer can hold" if ends[1] is None else ends[1]
    return (
        f"Above an axis of weights two rows show where the first step from weight {written(weight)} leads: "
        f"with alpha {alphas[0]} to {ends[0]}, with alpha {alphas[1]} to {end}; alpha enters the rule."
    )


def lanes_seen(alphas: Sequence[str], descents: Sequence[Descent], iterations: int) -> str:
    """Return what is to be seen of the lanes of learning rates that are written so."""
    said: dict[Verdict, list[str]] = {}
    for alpha, descent in zip(alphas, descents, strict=True):
        said.setdefault(verdict(descent), []).append(alpha)
    lanes = "One lane shows" if len(alphas) == 1 else f"{len(alphas)} lanes show"
    labels = "; ".join(f"{VERDICTS[kind]} for {listed(forms)}" for kind, forms in said.items())
    return f"{lanes} the error over {_steps(iterations)}, one an alpha, on a logarithmic axis: {labels}."


def map_seen(input: float, borders: AlphaBorders | None, alpha: float, said: Mapping[Number, str]) -> str:
    """Return what is to be seen of the map of all learning rates; `said` is how they are said."""
    regions = "a single region, in which the weight never moves"
    if borders:
        regions = (
            "three regions, slides down, overshoots and settles, diverges, "
            f"with borders at {said[borders.lands]} and {said[borders.bounces]}"
        )
    ours = f", a large one our {said[alpha]}" if alpha > 0 else ""
    bar = f"For input {written(input)} a bar of all alphas has {regions}"
    return f"{bar}; dots mark the alphas that were tried{ours}."


def _steps(count: int) -> str:
    return f"{count:,} {'step' if count == 1 else 'steps'}"
