"""Words for a hot and cold search, from what it does."""

from collections.abc import Sequence

from gdcore import HotAndCold, Outcome, arrival, cycle
from scenes.stage.type.numbers import apart, listed, plain, typst, written

STUCK_AGAIN = "With this step too, no side is better, and nothing moves."


def verdict_words(search: HotAndCold) -> str:
    """Return a caption for how the first move of a search is decided."""
    move, error = int(search.move[0]), search.error[0]
    if not move:
        if search.up_error[0] == error:
            return "All three errors are the same, so no side is better."
        return "Both sides are worse than staying, and equally so: a tie."
    side, chosen = ("up", search.up_error[0]) if move > 0 else ("down", search.down_error[0])
    if len(set(apart((search.up_error[0], search.down_error[0])))) == 1:
        return f"They are alike but for rounding, and rounding decides: {side}."
    if chosen < error:
        return f"The smaller one wins: {side}."
    return f"Neither beats staying, but only the two are compared: {side} wins."


def first_words(search: HotAndCold, step: str) -> str:
    """Return a caption for how a search sets out."""
    move, up, down = int(search.move[0]), search.up_error[0], search.down_error[0]
    if len(search.weight) == 1:
        return "No iteration is asked for, so the weight stays where it is."
    if search.outcome is Outcome.ALREADY_THERE:
        return "Up and down are the same distance from the goal, so no side is better."
    if not move:
        return "Up and down make the same error, so no side is better."
    if min(up, down) < search.error[0]:
        return f"Every move is {plain(step)}, to the side with less error."
    side, better, other, worse = ("up", up, "down", down) if move > 0 else ("down", down, "up", up)
    a, b = (plain(form) for form in apart((better, worse)))
    return f"Error {a} {side}, {b} {other}: {side} is less bad, so it moves."


def ending(search: HotAndCold, step: str, moves_left: int | None) -> str:
    """Return a caption for what a search came to.

    Args:
        search: The search.
        step: How the length of its moves is written.
        moves_left: How many moves it would still need.
    """
    last = len(search.weight) - 1
    match search.outcome:
        case Outcome.ALREADY_THERE | Outcome.LANDS if leaves_goal(search):
            return f"On the goal the sides differ by next to nothing, yet it steps off by {plain(step)}."
        case Outcome.CANNOT_MOVE:
            return "However often it tries, no side is better, and the weight stays where it is."
        case Outcome.BOUNCES:
            return "From either one the other is the better side, so it bounces for ever."
        case Outcome.NOT_THERE_YET if last and moves_left:
            moves = f"{moves_left:,}" if moves_left < 1e6 else written(moves_left)
            return f"{search.outcome.value} It would take {moves} more moves."
    return str(search.outcome.value)


def result_words(search: HotAndCold, step: str) -> str:
    """Return in markup and in a few words what a search came to; the numbers stand beside it."""
    match search.outcome:
        case Outcome.BOUNCES:
            return f"a step of {typst(step)}: between two weights for ever"
        case Outcome.CANNOT_MOVE:
            return "no side is better, so nothing moves"
        case Outcome.NOT_THERE_YET:
            return "not there yet"
    return "on the goal and off again" if leaves_goal(search) else "on the goal"


def leaves_goal(search: HotAndCold) -> bool:
    """Tell whether a search that was on the goal has moved on, as rounding may have it."""
    there = arrival(search)
    on_goal = search.outcome in (Outcome.ALREADY_THERE, Outcome.LANDS)
    return on_goal and bool((search.weight[there:] != search.weight[there]).any())


def iterations_words(count: int) -> str:
    """Return how many iterations, in words."""
    return f"{count:,} {'iteration' if count == 1 else 'iterations'}"


# what is to be seen -----------------------------------------------------------------------------------------


def course(search: HotAndCold, step: str) -> str:
    """Return what the dot of a search does on the error curve."""
    first, last, moves = written(search.weight[0]), written(search.weight[-1]), len(search.weight) - 1
    if not moves or not search.move[0]:
        return f"stays at weight {first}, as {'neither side is better' if moves else 'no move is asked for'}"
    there, pair = arrival(search), cycle(search)
    if there is None:
        return f"goes from weight {first} to {last} in {_moves(moves)}, short of the goal"
    if pair is None:
        goal = f"the goal, weight {written(search.weight[there])},"
        comes = f"goes from weight {first} to {goal} in {_moves(there)}" if there else f"starts on {goal}"
        return f"{comes} and moves off it by {plain(step)}" if leaves_goal(search) else comes
    low, high = (plain(form) for form in apart([trial.weight for trial in pair], digits=3))
    bounces = " and bounces" if there < moves else ""
    return f"passes the goal from weight {first}{bounces}, with bars for its errors at weights {low} and {high}"


def other_steps_seen(searches: Sequence[HotAndCold], steps: Sequence[str]) -> str:
    """Return what is to be seen of searches with other steps, which are written so."""
    if not steps:
        return "The dot stays where it is, below the words that the step never asked how big the error was."
    if len(steps) == 1:
        by = f"now by steps of {plain(steps[0])}"
        return f"Once more from the start, {by}, the dot {course(searches[0], steps[0])}."
    return (
        f"{len(steps)} more times the dot starts anew, by steps of {listed(map(plain, steps))}; "
        f"the last time it {course(searches[-1], steps[-1])}."
    )


def _moves(count: int) -> str:
    return f"{count:,} {'move' if count == 1 else 'moves'}"
