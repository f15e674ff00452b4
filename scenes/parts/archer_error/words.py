"""What ArcherError says of misses: its lines, all from the measured numbers."""

from gdcore import Misses, State
from gdcore.arguments import Number
from scenes.parts.archer_error.numbers import NETWORK, ArcherErrorNumbers, is_on_target
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import apart, full, plain, short, typst

TOO_SMALL = 0.1
"""Inches that are too few to be seen on the target."""
SPECK = 0.1
"""Up to this miss, its square is next to nothing."""

_GLANCE = 5  # a number of more signs is too long for a question

HOW_GOOD = Line("An archer aims at the centre of a target.", context="How good is this archer, on average?")
PLUS_AND_MINUS = Line("Give each miss a sign: high is plus, low is minus.", context="High is plus, low is minus")
TIP_TO_TAIL = Line("To add them up, lay the arrows tip to tail.", context="Add them up: tip to tail")
SQUARING = Line("Or make each miss the side of a square.", context="Or make each miss the side of a square")
STANDING = Line(
    "Stand the square of a miss of 2 on the axis: its corner is as high as the miss is long.",
    context="The corner of the square is as high as the miss is long",
)
PILE = Line(
    "Pile up its 4 cells: the pile is as high as the square is large.",
    context="Its cells, piled up, are as high as the square is large",
)
SWEEP = Line(
    "For every miss: the length traces a V, and the square a parabola.",
    context="The length traces a V, the square a parabola",
)
CLOSER = Line("Apart from 0, where do the two meet?", context="Apart from 0, where do the two meet?")
MEETING = Line("Where a miss is 1 long, as 1 times 1 is 1.", context="They meet where a miss is 1 long: 1 × 1 = 1")
MEAN, SUM, LENGTH, AREA, SQUARE, MISS, MISSES = "average", "sum", "length", "square", "square", "miss", "misses"
GOAL = "goal"
ERRORS = ("|miss|", "absolute error"), ("miss#super[2]", "squared error")
"""What the two curves are, as markup, and how they are called."""


def in_full(value: Number, *, signed: bool = False) -> str:
    """Return a number as captions write it here: all its digits where they are few."""
    return plain(full(value, signed=signed))


def marked_up(value: Number, *, signed: bool = False) -> str:
    """Return the same as Typst markup."""
    return typst(full(value, signed=signed))


def forms_of(misses: Misses, measure: str) -> list[str]:
    """Return how the errors by a measure are written, and last their mean: different ones differ."""
    return apart([*misses.errors(measure), misses.mean(measure)], digits=3, form=full, signed=measure == "signed")


def unit(value: Number) -> str:
    """Return the unit of so many inches."""
    return "inch" if value == 1 else "inches"


# shots ------------------------------------------------------------------------------------------------------


def landing(misses: Misses, shot: int) -> Line:
    """Return what is said of where a shot lands."""
    miss, name = misses.signed[shot], f"Shot {shot + 1}"
    off = f"{plain(forms_of(misses, 'absolute')[shot])} {unit(abs(miss))}"
    if miss == 0:
        return Line(f"{name} hits the centre.")
    if not is_on_target(float(miss)):
        return Line(f"{name} flies {'over' if miss > 0 else 'under'} the target, {off} off.")
    where = f"{name} lands {off} {'above' if miss > 0 else 'below'} the centre"
    return Line(f"{where}, too little to see." if abs(miss) < TOO_SMALL else f"{where}.")


def side_of(miss: Number) -> str:
    """Return on which side of the centre a miss lies, in a word."""
    return "high" if miss > 0 else "low" if miss < 0 else "centre"


def average_asked(misses: Misses) -> Line:
    """Return the question after the shots."""
    count, size = len(misses.signed), full(misses.largest)
    asked, both = "What is the average miss?", {1: "It", 2: "Both"}.get(count, f"All {count}")
    if misses.largest == 0:
        said = {1: "It is in the centre", 2: "Both are in the centre"}.get(count, f"All {count} are in the centre")
        return Line(f"{said}. {asked}", context=f"{said}. {asked}")
    if not misses.are_alike or len(size) > _GLANCE:
        return Line(f"So much for {count} shots. {asked}", context=f"{count} arrows: what is the average miss?")
    return Line(
        f"{both} missed by {plain(size)} {unit(misses.largest)}. {asked}",
        context=f"{both} missed by {typst(size)}. {asked}",
    )


# measures ---------------------------------------------------------------------------------------------------


def signed_sum(misses: Misses) -> Line:
    """Return what is said of the sum of the signed errors of the shots."""
    total, shown = (form(misses.sums[-1], signed=True) for form in (in_full, marked_up))
    return Line(f"Their sum is {total}.", context=f"Their sum is {shown}")


def signed_mean(misses: Misses) -> Line:
    """Return what is said of the mean of the signed errors of the shots: their sum, shared out."""
    mean, shown = (form(misses.mean("signed"), signed=True) for form in (in_full, marked_up))
    if len(misses.signed) == 1:
        return Line(
            f"With one shot, the average is its own miss, {mean}.",
            context=f"One shot: the average is its own miss, {shown}",
        )
    shared = f"{marked_up(misses.sums[-1], signed=True)} / {len(misses.signed)} = {shown}"
    if misses.largest == 0:
        return Line("No shot is off, so the average is 0, and rightly so.", context=f"{shared}: no miss")
    if misses.cancel:
        return Line("High and low cancel: their average is 0.", context=f"{shared}: high and low cancel")
    if misses.cancel_in_part:
        return Line(
            f"High and low cancel in part: their average is {mean}.",
            context=f"{shared}: they cancel in part",
        )
    return Line(
        f"Their average is {mean}: none is on the other side, so nothing cancels.",
        context=f"{shared}: all on one side",
    )


def average_shot(misses: Misses) -> Line:
    """Return what is said of the shot that is off by the mean."""
    mean = misses.mean("signed")
    if misses.cancel:
        return Line(
            "By this average the archer hits the centre, as if no shot had missed.",
            context="As if no shot had missed",
        )
    if mean == 0:
        return Line("By this average the archer hits the centre.", context="The average shot hits the centre")
    form, side = full(abs(mean)), side_of(mean)
    return Line(
        f"By this average the archer shoots {plain(form)} {unit(abs(mean))} too {side}.",
        context=f"The average shot: {typst(form)} too {side}",
    )


def dropping(misses: Misses) -> Line:
    """Return what is said when signs are dropped."""
    before = "But they did miss. Drop the sign" if misses.cancel else "Drop the sign"
    return Line(f"{before}: a length is never negative.", context="Drop the sign: only lengths count")


def length_mean(misses: Misses) -> Line:
    """Return what is said of the mean of the lengths."""
    mean = misses.mean("absolute")
    return Line(
        f"Lengths cannot cancel: their average is {in_full(mean)}.",
        context=f"Lengths cannot cancel: the average is {marked_up(mean)}",
    )


def square_mean(misses: Misses) -> Line:
    """Return what is said of the squares and their mean."""
    size, square, mean = misses.largest, max(misses.squared), misses.mean("squared")
    counted = "Count the cells" if size > 1 and size.denominator == 1 and size <= 9 else "The largest"
    return Line(
        f"{counted}: {in_full(size)} times {in_full(size)} is {in_full(square)}. Squares cannot cancel either.",
        context=f"Squares cannot cancel either: the average is {marked_up(mean)}",
    )


# priorities -------------------------------------------------------------------------------------------------


def small_asked(misses: Misses) -> Line:
    """Return the question for the square of the small miss."""
    small = misses.signed[1]
    return Line(
        f"Now a miss of {in_full(small)}. How large is its square?",
        context=f"A miss of {marked_up(small)}: how large is its square?",
    )


def small_squared(misses: Misses) -> Line:
    """Return what is said of the square of the small miss."""
    small, square = misses.signed[1], misses.squared[1]
    left = "next to nothing" if small <= SPECK else "smaller than the miss"
    return Line(
        f"{in_full(small)} times {in_full(small)} is {in_full(square)}: {left}.",
        context=f"{marked_up(small)} × {marked_up(small)} = {marked_up(square)}: {left}",
    )


def big_asked(misses: Misses) -> Line:
    """Return the question for the square of the big miss."""
    big = misses.signed[0]
    return Line(f"And a miss of {in_full(big)}?", context=f"And a miss of {marked_up(big)}?")


def big_squared(misses: Misses) -> Line:
    """Return what is said of the square of the big miss."""
    big, square = misses.signed[0], misses.squared[0]
    more = "no larger than the miss" if big == 1 else "big misses count" if big >= 2 else "larger than the miss"
    return Line(
        f"{in_full(big)} times {in_full(big)} is {in_full(square)}: {more}.",
        context=f"{marked_up(big)} × {marked_up(big)} = {marked_up(square)}: {more}",
    )


def weighed(numbers: ArcherErrorNumbers) -> Line:
    """Return what is said of the big miss against the small one."""
    length, square = (short(ratio) for ratio in numbers.big_against_small)
    return Line(
        f"That is {plain(length)} times the length, and {plain(square)} times the square.",
        context=f"Big against small: {typst(length)} to 1, squared {typst(square)} to 1",
    )


def up_to(square: Number) -> str:
    """Return markup that says how far up an error lies that is out of the window."""
    return f"up to {marked_up(square)}"


def magnified(times: float) -> str:
    """Return markup that says how much larger the small miss is drawn."""
    return f"magnified {typst(short(times))} times"


# network ----------------------------------------------------------------------------------------------------


def network_misses(network: State) -> Line:
    """Return what is said of the miss of the network."""
    difference = f"{in_full(network.prediction)} − {in_full(NETWORK.goal_pred)} = {in_full(network.delta)}"
    return Line(
        f"A network misses too: it predicts {in_full(network.prediction)}, the goal is "
        f"{in_full(NETWORK.goal_pred)}, so its miss is {in_full(network.delta)}.",
        context=f"A network misses, too: {difference}",
    )


def network_error(network: State) -> Line:
    """Return what is said of the error of the network."""
    miss, error = in_full(network.delta), in_full(network.error)
    return Line(
        f"Its error is the square of it: {miss} times {miss} is {error}.",
        context=f"Its error is the square: ({miss})#super[2] = {error}",
    )
