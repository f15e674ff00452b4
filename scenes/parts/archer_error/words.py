"""What is said of misses: captions, contexts and verdicts, all from the measured numbers."""

from gdcore import Misses
from gdcore.arguments import Number, Scalar
from scenes.parts.archer_error.target import can_be_squared, is_on_target
from scenes.stage.type.numbers import apart, full, listed, plain, typst

TOO_SMALL = 0.15
"""Inches that are too few to be seen on the target."""


def said(value: Number, *, signed: bool = False) -> str:
    """Return a number as captions write it."""
    return plain(full(value, signed=signed))


def shown(value: Number, *, signed: bool = False) -> str:
    """Return a number as Typst markup."""
    return typst(full(value, signed=signed))


def _unit(value: Number) -> str:
    return "inch" if value == 1 else "inches"


# shots ------------------------------------------------------------------------------------------------------


def landing(shot: int, miss: Scalar, size: str) -> str:
    """Return a caption for where a shot lands; `size` is how the size of its miss is written."""
    off = f"{plain(size)} {_unit(abs(miss))}"
    if miss == 0:
        return f"Shot {shot} hits the centre."
    if not is_on_target(float(miss)):
        return f"Shot {shot} flies {'over' if miss > 0 else 'under'} the target, {off} off."
    where = f"Shot {shot} lands {off} {'above' if miss > 0 else 'below'} the centre"
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
    off = f"{most} {_unit(misses.largest)} off"
    if not misses.are_alike:
        return f"from {least} to {off}"
    both = ", one high and one low" if misses.cancel else ""
    return {1: off, 2: f"both are {off}{both}"}.get(count, f"all {count} are {off}")


# measures ---------------------------------------------------------------------------------------------------


def signed_mean(misses: Misses) -> str:
    """Return a caption for the mean of the signed errors of the shots."""
    mean = said(misses.mean("signed"), signed=True)
    if len(misses.signed) == 1:
        return f"With one shot, the mean is its own miss, {mean}."
    if misses.largest == 0:
        return "No shot is off, so the mean is 0, and rightly so."
    if misses.cancel:
        return "Their mean is 0: high and low cancel, as if no shot had missed."
    if misses.cancel_in_part:
        return f"Their mean is {mean}: high and low cancel in part."
    return f"Their mean is {mean}: none on the other side, so nothing cancels."


def signed_context(misses: Misses) -> str:
    """Return the context of the mean of the signed errors."""
    mean = f"signed errors average to {shown(misses.mean('signed'), signed=True)}"
    return f"{mean}, as if no shot had missed" if misses.cancel else mean


def turning(misses: Misses) -> str:
    """Return a caption for dropping the signs."""
    if min(misses.signed) < 0:
        return "Drop the sign, and low counts like high: the absolute error."
    return "Drop the sign: the absolute error. Here no miss has a minus to lose."


def squaring(misses: Misses) -> str:
    """Return a caption for squaring."""
    size, square = said(misses.largest), said(max(misses.squared))
    if misses.are_alike:
        return f"Or square it: {size} times {size} is {square}, whichever side it was."
    return f"Or square it: no sign either, and the widest, {size}, becomes {square}."


def on_curves(misses: Misses) -> str:
    """Return a caption for the shots on the two curves."""
    who = "The shot" if len(misses.signed) == 1 else "The shots" if misses.are_alike else "The widest shot"
    if misses.largest == 0:
        return f"{who}: error 0 on either curve."
    return f"{who}: {said(misses.largest)} on the straight line, {said(max(misses.squared))} on the bowl."


def shots_note(misses: Misses) -> str:
    """Return what the shots read on the two curves, as markup."""
    who = "the shot" if len(misses.signed) == 1 else "the shots" if misses.are_alike else "the widest shot"
    return f"{who}: absolute {shown(misses.largest)}, squared {shown(max(misses.squared))}"


def of_the_big(miss: Scalar) -> str:
    """Return in a few words what squaring does to a miss from 1 on."""
    if miss == 1:
        return "a miss of 1 stays 1"
    return "what is big gets attention" if miss >= 2 else "above 1, the square is larger"


def of_the_small(miss: Scalar) -> str:
    """Return in a few words what squaring does to a miss below 1."""
    return "what is small is let go" if miss <= 0.5 else "below 1, the square is smaller"


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
    means = {name: said(misses.mean(name)) for name in ("absolute", "squared")}
    return {
        "signed": _signed(misses),
        "absolute": f"The absolute errors average to {means['absolute']}.",
        "squared": f"The squared errors average to {means['squared']}.",
    }


def _signed(misses: Misses) -> str:
    mean = f"Signed, they average to {said(misses.mean('signed'), signed=True)}"
    if misses.largest == 0:
        return f"{mean}: there is no miss."
    if misses.cancel:
        return (
            f"{mean}: two wrongs look like a perfect score." if len(misses.signed) == 2 else f'{mean}: "perfect".'
        )
    return f"{mean}: they cancel in part." if misses.cancel_in_part else f"{mean}: here nothing cancels."


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


# what is to be seen -----------------------------------------------------------------------------------------


def shots_seen(misses: Misses) -> str:
    """Return what is to be seen of the shots."""
    count = len(misses.signed)
    arrows = "One arrow flies" if count == 1 else f"{count} arrows fly"
    off = f"{_listed(misses)} {_unit(abs(misses.signed[-1])) if count == 1 else 'inches'}"
    return (
        f"{arrows} at a target, off its centre by {off}, plus above and minus below; "
        f"{'it' if count == 1 else 'each'} gets a lane beside a ruler, the mean a question mark."
    )


def signed_seen(misses: Misses) -> str:
    """Return what is to be seen of the signed errors."""
    errors = "error is" if len(misses.signed) == 1 else "errors are"
    mean = said(misses.mean("signed"), signed=True)
    return f"In a row below the lanes the signed {errors} {_listed(misses)}; the arrow of the mean ends at {mean}."


def unsigned_seen(misses: Misses) -> str:
    """Return what is to be seen of the absolute and the squared errors."""
    turn = "Arrows that point down turn up" if min(misses.signed) < 0 else "No arrow points down"
    drawn = [can_be_squared(float(miss)) for miss in misses.signed]
    widen = f", {'all' if all(drawn) else 'some'} widen into squares" if any(drawn) else ""
    return (
        f"{turn}{widen}, and rows of absolute and squared errors end in the means {said(misses.mean('absolute'))} "
        f"and {said(misses.mean('squared'))}; a network takes the place of the target."
    )


def curves_seen(misses: Misses) -> str:
    """Return what is to be seen of the two errors over the miss."""
    return (
        "Over the miss, the absolute error is straight on either side and the squared one a parabola; "
        f"the widest shot is marked at {said(misses.largest)} and {said(max(misses.squared))}, "
        "and a second plot shows where they cross, at 1."
    )


def priorities_seen(misses: Misses) -> str:
    """Return what is to be seen of two misses and their squares: a big one from 1 on, and a small one below 1."""
    (big, small), (big_squared, small_squared) = misses.absolute, misses.squared
    goes = "stays at a miss of 1" if big == 1 else f"runs out from a miss of 1 to {said(big)}"
    return (
        f"In the left plot a mark {goes}, whose square is {said(big_squared)}; in the right plot "
        f"one runs in from 1 to {said(small)}, whose square is {said(small_squared)}."
    )


def cancelling_seen(misses: Misses) -> str:
    """Return what is to be seen of the three means."""
    means = [said(misses.mean(name), signed=name == "signed") for name in ("signed", "absolute", "squared")]
    return (
        f"Three columns of bars show the misses {_listed(misses)} signed, absolute and squared, "
        f"above their means, {means[0]}, {means[1]} and {means[2]}."
    )


def _listed(misses: Misses) -> str:
    return listed(plain(form) for form in apart(misses.signed, digits=3, form=full, signed=True))
