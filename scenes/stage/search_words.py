"""Words for a hot and cold search, from what it does."""

from gdcore import HotAndCold, Outcome, arrival
from scenes.stage.numbers import apart, plain, short, spoken, typst

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


def first_words(search: HotAndCold, step: float) -> str:
    """Return a caption for how a search sets out."""
    move, up, down = int(search.move[0]), search.up_error[0], search.down_error[0]
    if len(search.weight) == 1:
        return "No iteration is asked for, so the weight stays where it is."
    if search.outcome is Outcome.ALREADY_THERE:
        return "Up and down are the same distance from the goal, so no side is better."
    if not move:
        return "Up and down make the same error, so no side is better."
    if min(up, down) < search.error[0]:
        return f"Every move is {spoken(step)}, to the side with less error."
    side, better, other, worse = ("up", up, "down", down) if move > 0 else ("down", down, "up", up)
    a, b = (plain(form) for form in apart((better, worse)))
    return f"Error {a} {side}, {b} {other}: {side} is less bad, so it moves."


def ending(search: HotAndCold, step: float, moves_left: int | None) -> str:
    """Return a caption for what a search came to.

    Args:
        search: The search.
        step: The length of its moves.
        moves_left: How many moves it would still need.
    """
    last = len(search.weight) - 1
    match search.outcome:
        case Outcome.ALREADY_THERE | Outcome.LANDS if leaves_goal(search):
            return f"On the goal the sides differ by next to nothing, yet it steps off by {spoken(step)}."
        case Outcome.CANNOT_MOVE:
            return "However often it tries, no side is better, and the weight stays where it is."
        case Outcome.BOUNCES:
            return "From either one the other is the better side, so it bounces for ever."
        case Outcome.NOT_THERE_YET if last and moves_left:
            moves = f"{moves_left:,}" if moves_left < 1e6 else spoken(moves_left)
            return f"{search.outcome.value} It would take {moves} more moves."
    return str(search.outcome.value)


def result_words(search: HotAndCold, step: float) -> str:
    """Return in markup and in a few words what a search came to; the numbers stand beside it."""
    match search.outcome:
        case Outcome.BOUNCES:
            return f"a step of {typst(short(step))}: between two weights for ever"
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
