"""What ArcherError says of misses: captions, contexts and verdicts, all from the measured numbers."""

from gdcore import MEASURES, Misses, State
from gdcore.arguments import Number, Scalar
from scenes.parts.archer_error.numbers import NETWORK, is_on_target
from scenes.stage.type.numbers import apart, full, plain, typst

AIM = "An archer aims at the centre of a target."
INCHES_OFF = "inches off"
HOW_GOOD = "How good is that, on average?"
PLUS_AND_MINUS = "High counts as plus, low as minus: delta, prediction minus goal."
SIGNED_ERRORS = "signed errors: plus is high, minus is low"
ABSOLUTE_ERRORS = "absolute errors: how far, whichever way"
SQUARED_ERRORS = "squared errors: no sign either"
TWO_CURVES = "Plotted over the miss, the absolute error is straight, the squared one a bowl."
TWO_ERRORS = "every miss has two errors"
CROSSING = "At 1 they cross: farther out the square is larger, nearer in it is smaller."
CROSS_AT_1 = "the two errors cross at 1"
FROM_0_TO_1, MAGNIFIED = "from 0 to 1", "magnified: from 0 to 1"
WHAT_SQUARING_DOES = "what does squaring do to a miss?"
PRIORITIES = "So squaring sets priorities: big misses first, small ones hardly at all."
PRIORITIES_CONTEXT = "squaring sets priorities"
THREE_WAYS = "three ways to take the mean"
NO_MISS_CAN_HIDE = "Without a sign, no miss can hide another."

TOO_SMALL = 0.15
"""Inches that are too few to be seen on the target."""


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


def arrows(misses: Misses) -> str:
    """Return the context before any shot."""
    count = len(misses.signed)
    return f"{count} arrows, one target" if count > 1 else "one arrow, one target"


def landing(misses: Misses, shot: int) -> str:
    """Return a caption for where a shot lands."""
    miss, name = misses.signed[shot], f"Shot {shot + 1}"
    off = f"{plain(forms_of(misses, 'absolute')[shot])} {unit(abs(miss))}"
    if miss == 0:
        return f"{name} hits the centre."
    if not is_on_target(float(miss)):
        return f"{name} flies {'over' if miss > 0 else 'under'} the target, {off} off."
    where = f"{name} lands {off} {'above' if miss > 0 else 'below'} the centre"
    return f"{where}, too little to see." if abs(miss) < TOO_SMALL else f"{where}."


def side_of(miss: Scalar) -> str:
    """Return on which side of the centre a miss lies, in a word."""
    return "high" if miss > 0 else "low" if miss < 0 else "centre"


def spread(misses: Misses) -> str:
    """Return the context of all shots: how far off they are."""
    count = len(misses.signed)
    if misses.largest == 0:
        return "in the centre" if count == 1 else "all in the centre"
    least, most = (typst(form) for form in apart([min(misses.absolute), misses.largest], digits=3, form=full))
    off = f"{most} {unit(misses.largest)} off"
    if not misses.are_alike:
        return f"from {least} to {off}"
    both = ", one high and one low" if misses.cancel else ""
    return {1: off, 2: f"both are {off}{both}"}.get(count, f"all {count} are {off}")


# measures ---------------------------------------------------------------------------------------------------


def signed_mean(misses: Misses) -> str:
    """Return a caption for the mean of the signed errors of the shots."""
    mean = in_full(misses.mean("signed"), signed=True)
    if len(misses.signed) == 1:
        return f"With one shot, the mean is its own miss, {mean}."
    if misses.largest == 0:
        return "No shot is off, so the mean is 0, and rightly so."
    if misses.cancel:
        return "Their mean is 0: high and low cancel, as if no shot had missed."
    if misses.cancel_in_part:
        return f"Their mean is {mean}: high and low cancel in part."
    return f"Their mean is {mean}: no shot on the other side, so nothing cancels."


def signed_context(misses: Misses) -> str:
    """Return the context of the mean of the signed errors."""
    mean = f"signed errors average to {marked_up(misses.mean('signed'), signed=True)}"
    return f"{mean}, as if no shot had missed" if misses.cancel else mean


def turning(misses: Misses) -> str:
    """Return a caption for dropping the signs."""
    if min(misses.signed) < 0:
        return "Drop the sign, and low counts as much as high: the absolute error."
    return "Drop the sign: the absolute error. Here no miss has a minus to lose."


def squaring(misses: Misses) -> str:
    """Return a caption for squaring."""
    size, square = in_full(misses.largest), in_full(max(misses.squared))
    if misses.are_alike:
        return f"Or square it: {size} times {size} is {square}, whichever side it was."
    return f"Or square it: no sign either, and the widest, {size}, becomes {square}."


def network_misses(network: State) -> str:
    """Return a caption for the miss of the network."""
    return (
        f"A network misses too: it predicts {in_full(network.prediction)} "
        f"where the goal is {in_full(NETWORK.goal_pred)}."
    )


def network_error(network: State) -> str:
    """Return a caption for the errors of the network."""
    difference = f"{in_full(network.prediction)} − {in_full(NETWORK.goal_pred)} = {in_full(network.delta)}"
    return f"Its delta is {difference}; squared it is {in_full(network.error)}."


def network_context(network: State) -> str:
    """Return the context of the errors of the network."""
    return f"the network's miss: delta {in_full(network.delta)}, squared {in_full(network.error)}"


# curves -----------------------------------------------------------------------------------------------------


def on_curves(misses: Misses) -> str:
    """Return a caption for the shots on the two curves."""
    who = "The shot" if len(misses.signed) == 1 else "The shots" if misses.are_alike else "The widest shot"
    if misses.largest == 0:
        return f"{who}: error 0 on either curve."
    return f"{who}: {in_full(misses.largest)} on the straight line, {in_full(max(misses.squared))} on the bowl."


def shots_note(misses: Misses) -> str:
    """Return what the shots read on the two curves, as markup."""
    who = "the shot" if len(misses.signed) == 1 else "the shots" if misses.are_alike else "the widest shot"
    return f"{who}: absolute {marked_up(misses.largest)}, squared {marked_up(max(misses.squared))}"


def squared(misses: Misses, i: int) -> str:
    """Return a caption for one of the misses, squared."""
    return f"A miss of {in_full(misses.signed[i])}, squared, is {in_full(misses.squared[i])}."


def of_the_big(miss: Scalar) -> str:
    """Return in a few words what squaring does to a miss from 1 on."""
    if miss == 1:
        return "a miss of 1 stays 1"
    return "big misses get attention" if miss >= 2 else "above 1, the square is larger"


def of_the_small(miss: Scalar) -> str:
    """Return in a few words what squaring does to a miss below 1."""
    return "small misses are let go" if miss <= 0.5 else "below 1, the square is smaller"


# means ------------------------------------------------------------------------------------------------------


def taken(misses: Misses) -> str:
    """Return a caption that names the misses whose means are compared."""
    ends = min(misses.signed), max(misses.signed)
    low, high = (plain(form) for form in apart(ends, digits=3, form=full, signed=True))
    if ends[0] == ends[1]:
        return f"Now {len(misses.signed)} misses of {low} each. What do their means say?"
    if len(misses.signed) == 2:
        return f"Now misses of {high} and {low}. What do their means say?"
    return f"Now {len(misses.signed)} misses, from {low} to {high}. What do their means say?"


def adding_up(misses: Misses) -> dict[str, str]:
    """Return captions for the means, by measure."""
    means = {name: in_full(misses.mean(name)) for name in ("absolute", "squared")}
    return {
        "signed": _signed(misses),
        "absolute": f"The absolute errors average to {means['absolute']}.",
        "squared": f"The squared errors average to {means['squared']}.",
    }


def _signed(misses: Misses) -> str:
    mean = f"Signed, they average to {in_full(misses.mean('signed'), signed=True)}"
    if misses.largest == 0:
        return f"{mean}: there is no miss."
    if misses.cancel:
        return (
            f"{mean}: two wrongs look like a perfect score." if len(misses.signed) == 2 else f'{mean}: "perfect".'
        )
    return f"{mean}: they cancel in part." if misses.cancel_in_part else f"{mean}: here nothing cancels."


def means(misses: Misses) -> str:
    """Return the context of all means."""
    found = (f"{name} {marked_up(misses.mean(name), signed=name == 'signed')}" for name in MEASURES)
    return f"means: {', '.join(found)}"


def verdicts(misses: Misses) -> dict[str, str]:
    """Return in a few words what each mean says, as markup, by measure."""
    if misses.largest == 0:
        return {"signed": "no miss at all", "absolute": "no miss at all", "squared": "no miss at all"}
    partly = "cancelled in part" if misses.cancel_in_part else "nothing cancels"
    return {
        "signed": '"perfect"' if misses.cancel else partly,
        "absolute": "how far off, on average",
        "squared": "no miss hides another" if misses.are_alike else "the widest has the most say",
    }
