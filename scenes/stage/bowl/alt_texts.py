"""What can be seen of a descent, in pictures that several lessons show: for those who cannot see it."""

from gdcore import Descent, Outcome, StepKind, step_kind
from scenes.stage.tables.table import shown_lines
from scenes.stage.type.numbers import counted, written

HOPS: dict[Outcome, str] = {
    Outcome.DIVERGES: "hops from side to side of the bowl, farther and higher each time,",
    Outcome.MOVES_AWAY: "hops up one side of the bowl, farther each time,",
    Outcome.BOUNCES: "hops from side to side of the bowl, just as high each time,",
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

PATHS: dict[Outcome, str] = {
    Outcome.DIVERGES: "a square spiral winds out around the goal weight",
    Outcome.MOVES_AWAY: "a staircase leads away from the goal weight",
    Outcome.BOUNCES: "one square goes round and round the goal weight",
    Outcome.OVERSHOOTS: "a square spiral winds in to the goal weight",
    Outcome.SLIDES: "a staircase leads towards the goal weight",
    Outcome.LANDS: "the path goes to the goal weight and stays there",
}
"""What the path through a cobweb looks like."""


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


def steps_seen(descent: Descent, start: int, end: int, how: str) -> str:
    """Return what can be seen of the steps between two states; `how` says how they are shown."""
    count = end - start
    error = written(descent.error[end])
    if not count:
        return f"The dot rests at weight {written(descent.weight[end])}, where the error is {error}."
    more = f"{count:,} {'more ' if start else ''}{'step' if count == 1 else 'steps'}"
    return f"In {more}, {how}, the dot {way(descent, start, end)}, where the error is {error}."


def log_seen(beside: str, descent: Descent, columns: str = "weight, prediction and error") -> str:
    """Return what can be seen of the log of a descent, beside something else."""
    count = descent.last + descent.overflowed
    shown = counted(count, "line") if count else "no lines"
    if None in shown_lines(count):
        shown = f"the first and the last of {shown}"
    end = f"after them weight {written(descent.weight[-1])} and error {written(descent.error[-1])}"
    if descent.overflowed:
        end = "after them more than a computer can hold"
    return f"Beside {beside} stands the log of the loop, {columns}: {shown}, and {end}."


def cobweb_seen(descent: Descent, steps: int) -> str:
    """Return what can be seen of the cobweb of so many steps."""
    path = PATHS.get(descent.outcome, "the path does not leave its start") + f" in {counted(steps, 'step')}"
    if not steps:
        path = "the path ends at its start"
    elif steps == 1 and descent.outcome in PATHS:
        path = "one step goes to the first and across to the second"
    return (
        f"Next weight over weight: between the line of the update and the diagonal, {path}, "
        f"beside a table of the weight and the multiplier, {written(descent.multiplier)}."
    )
