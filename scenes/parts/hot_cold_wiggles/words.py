"""What HotColdWiggles says, from its numbers: lines, and what can be seen."""

from collections.abc import Sequence

from gdcore import Outcome, Trial, predictions_made
from scenes.parts.hot_cold_wiggles.numbers import DOWN, STAY, UP, ToldSearch
from scenes.stage.bowl.outcome_words import ENDINGS
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import apart, counted, listed, plain, typst, written

FIND_OUT = "Would another weight do better? Wiggle the knob to find out."
IN_TIME_LAPSE = f"in time-lapse, {predictions_made(1)} predictions an iteration"
STUCK_AGAIN = "With this step, too, neither side is better: nothing moves."
ALWAYS_A_STEP_AWAY = "Near the goal or far from it, every try was one step away."
NEVER_ASKED = Line(
    "The step never asked how big the error was.", context="the step never asked how big the error was"
)


# the first network ------------------------------------------------------------------------------------------


def forms_of(trials: Sequence[Trial]) -> list[dict[str, str]]:
    """Return how error, weight and prediction of trials are written, each apart from those of the others."""
    quantities = ("error", "weight", "prediction")
    forms = {name: apart([getattr(trial, name) for trial in trials]) for name in quantities}
    return [{name: forms[name][i] for name in quantities} for i in range(len(trials))]


def wiggle_seen(first: ToldSearch) -> str:
    """Return what can be seen of the tries of the first network."""
    down, here, up = (_of_try(first, side, "error") for side in (DOWN, STAY, UP))
    return (
        f"The knob of a network with input {written(first.search.problem.input)} is wiggled from weight "
        f"{written(first.search.weight[0])} up and down by {plain(first.name)}, and three bars show "
        f"the errors: {down} down, {here} as it was, {up} up."
    )


def as_it_is(first: ToldSearch) -> Line:
    """Return what is said of the prediction and the error before anything is tried."""
    prediction, error = (_of_try(first, STAY, name) for name in ("prediction", "error"))
    return Line(
        f"The prediction is {prediction}, the error {error}.",
        context="wiggle the weight up and down: which is warmer?",
    )


def tried(first: ToldSearch, side: int) -> str:
    """Return a caption for a try to one side."""
    weight, prediction, error = (_of_try(first, side, name) for name in ("weight", "prediction", "error"))
    where = "Up" if side == UP else "Down"
    return f"{where}, to {weight}: the prediction is {prediction}, the error {error}."


def choice_seen(first: ToldSearch) -> str:
    """Return what can be seen of the choice between the sides."""
    weight = _chosen_weight(first)
    if not first.first_move:
        return f"No bar is framed, as both sides have the same error, and the knob stays at weight {weight}."
    side = "up" if first.first_move > 0 else "down"
    return (
        f"A frame marks the bar on the side that wins, {side}, the others turn pale, "
        f"and the knob turns to its weight, {weight}."
    )


def two_errors(first: ToldSearch) -> str:
    """Return a caption for the errors that are compared."""
    up, down = (_of_try(first, side, "error") for side in (UP, DOWN))
    return f"Two errors to compare: {up} up, {down} down."


def decision(first: ToldSearch) -> Line:
    """Return how the first move is decided."""
    context = "the smaller of the two errors wins" if first.first_move else "a tie: neither side is better"
    return Line(_decision(first), context=context)


def _decision(first: ToldSearch) -> str:
    search = first.search
    error, up, down = search.error[0], search.up_error[0], search.down_error[0]
    if not first.first_move:
        if up == error:
            return "All three errors are the same, so neither side is better."
        return "Both sides are worse than staying, and equally so: a tie."
    side, chosen = ("up", up) if first.first_move > 0 else ("down", down)
    if len(set(apart((up, down)))) == 1:
        return f"They differ only by rounding, and rounding decides: {side}."
    if chosen < error:
        return f"The smaller one wins: {side}."
    return f"Neither beats staying, but only the two are compared: {side} wins."


def called_winner(first: ToldSearch) -> str:
    """Return what the side that wins is called, in its frame."""
    search = first.search
    return "less error" if min(search.up_error[0], search.down_error[0]) < search.error[0] else "less bad"


def new_weight(first: ToldSearch) -> Line:
    """Return where the knob turns, and what that has cost."""
    turns, moves = ("stays there: the new", "one") if first.first_move else ("stays where it was: the", "no")
    return Line(
        f"The knob {turns} weight is {_chosen_weight(first)}.",
        context=f"{predictions_made(1)} predictions for {moves} move",
    )


def _of_try(first: ToldSearch, side: int, name: str) -> str:
    return plain(forms_of(first.tries)[side][name])


def _chosen_weight(first: ToldSearch) -> str:
    return _of_try(first, STAY + first.first_move, "weight")


# a search ---------------------------------------------------------------------------------------------------


def another_network(told: ToldSearch) -> Line:
    """Return which network is searched."""
    weight, problem = written(told.search.weight[0]), told.search.problem
    return Line(
        f"Another network: weight {weight}, input {written(problem.input)}, goal {written(problem.goal_pred)}.",
        context="another network, and the same again and again",
    )


def price(told: ToldSearch) -> Line:
    """Return what a search costs."""
    cost = f"{told.predictions:,} predictions in {counted(told.last, 'iteration')}"
    return Line(f"{cost}.", context=cost)


def another_step(told: ToldSearch, before: ToldSearch) -> Line:
    """Return which step a search tries after another one."""
    size = _size(told, before)
    return Line(f"The same start, and {size} step: {plain(told.name)}.", context=f"the same start, {size} step")


def _size(told: ToldSearch, before: ToldSearch) -> str:
    return "the same" if told.step == before.step else "a larger" if told.step > before.step else "a smaller"


def first_words(told: ToldSearch) -> str:
    """Return a caption for how a search sets out."""
    search = told.search
    up, down = search.up_error[0], search.down_error[0]
    if not told.last:
        return "With no iterations to run, the weight stays where it is."
    if search.outcome is Outcome.ALREADY_THERE:
        return "Up and down are the same distance from the goal, so neither side is better."
    if not told.first_move:
        return "Up and down make the same error, so neither side is better."
    if min(up, down) < search.error[0]:
        return f"Every move is {plain(told.name)}, to the side with less error."
    side, better, other, worse = ("up", up, "down", down) if told.first_move > 0 else ("down", down, "up", up)
    a, b = (plain(form) for form in apart((better, worse)))
    return f"Error {a} {side}, {b} {other}: {side} is less bad, so it moves."


def goal_between(told: ToldSearch) -> str:
    """Return a caption for the goal between the two states that a search bounces between."""
    one, other = (trial.weight for trial in told.pair or ())
    a, _, b = (plain(form) for form in apart((one, told.search.curve.goal_weight or 0, other)))
    return f"The goal lies between {a} and {b}, and no move leads there."


def on_the_goal(arrival: int) -> str:
    """Return a caption for a search that comes to the goal."""
    return f"After {counted(arrival, 'iteration')} it is on the goal."


def ending(told: ToldSearch) -> str:
    """Return a caption for what a search came to."""
    search = told.search
    match search.outcome:
        case Outcome.ALREADY_THERE | Outcome.LANDS if told.leaves_goal:
            return f"On the goal the sides differ by next to nothing, yet it steps off by {plain(told.name)}."
        case Outcome.CANNOT_MOVE:
            return "However often it tries, neither side is better, and the weight stays."
        case Outcome.BOUNCES:
            return "From each, the other is the better side, so it bounces for ever."
        case Outcome.NOT_THERE_YET if told.last and (left := told.moves_left):
            moves = f"{left:,}" if left < 1e6 else written(left)
            return f"{ENDINGS[search.outcome]} It would take {moves} more moves."
    return ENDINGS[search.outcome]


def result_words(told: ToldSearch) -> str:
    """Return in markup and in a few words what a search came to; the numbers stand beside it."""
    match told.search.outcome:
        case Outcome.BOUNCES:
            return f"a step of {typst(told.name)}: between two weights for ever"
        case Outcome.CANNOT_MOVE:
            return "neither side is better, so nothing moves"
        case Outcome.NOT_THERE_YET:
            return "not there yet"
    return "on the goal and off again" if told.leaves_goal else "on the goal"


# what can be seen of searches -------------------------------------------------------------------------------


def search_seen(told: ToldSearch) -> str:
    """Return what can be seen of the first search of the second network."""
    return (
        f"In steps of {plain(told.name)} on the error curve of another network, with input "
        f"{written(told.search.problem.input)}, a dot {course(told)}."
    )


def other_step_seen(told: ToldSearch) -> str:
    """Return what can be seen of the search by the first of the other steps."""
    return f"In steps of {plain(told.name)}, from the same start, the dot {course(told)}."


def other_steps_seen(searches: Sequence[ToldSearch]) -> str:
    """Return what can be seen of searches by further steps."""
    if not searches:
        return "The dot stays where it is, below the words that the step never asked how big the error was."
    *_, last = searches
    if len(searches) == 1:
        return f"Once more from the start, now in steps of {plain(last.name)}, the dot {course(last)}."
    steps = listed(plain(told.name) for told in searches)
    return (
        f"{len(searches)} more times the dot starts again, in steps of {steps}; the last time it {course(last)}."
    )


def course(told: ToldSearch) -> str:
    """Return what the dot of a search does on the error curve."""
    search, moves, there = told.search, told.last, told.arrival
    first, last = written(search.weight[0]), written(search.weight[-1])
    if not moves or not told.first_move:
        return f"stays at weight {first}, as {'neither side is better' if moves else 'there are no moves to make'}"
    if there is None:
        return f"goes from weight {first} to {last} in {counted(moves, 'move')}, short of the goal"
    if told.pair is None:
        goal = f"the goal, weight {written(search.weight[there])},"
        comes = f"goes from weight {first} to {goal} in {counted(there, 'move')}" if there else f"starts on {goal}"
        return f"{comes} and moves off it by {plain(told.name)}" if told.leaves_goal else comes
    low, high = (plain(form) for form in apart([trial.weight for trial in told.pair], digits=3))
    bounces = " and bounces" if there < moves else ""
    return f"passes the goal from weight {first}{bounces}, with bars for its errors at weights {low} and {high}"
