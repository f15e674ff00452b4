"""What can be seen of misses: sentences for those who cannot see it."""

from gdcore import MEASURES, Misses
from scenes.parts.archer_error.numbers import can_be_squared
from scenes.parts.archer_error.words import in_full, unit
from scenes.stage.type.numbers import apart, full, listed, plain


def shots_seen(misses: Misses) -> str:
    """Return what can be seen of the shots."""
    count = len(misses.signed)
    arrows = "One arrow flies" if count == 1 else f"{count} arrows fly"
    off = f"{_listed(misses)} {unit(abs(misses.signed[-1])) if count == 1 else 'inches'}"
    return (
        f"{arrows} at a target and end {off} from its centre, plus above and minus below; "
        f"{'it' if count == 1 else 'each'} gets a lane beside a ruler, and the mean a question mark."
    )


def signed_seen(misses: Misses) -> str:
    """Return what can be seen of the signed errors."""
    errors = "error is" if len(misses.signed) == 1 else "errors are"
    mean = in_full(misses.mean("signed"), signed=True)
    return f"In a row below the lanes the signed {errors} {_listed(misses)}; the arrow of the mean ends at {mean}."


def unsigned_seen(misses: Misses) -> str:
    """Return what can be seen of the absolute and the squared errors."""
    turn = "Arrows that point down turn up" if min(misses.signed) < 0 else "No arrow points down"
    drawn = [can_be_squared(float(miss)) for miss in misses.signed]
    widen = f", {'all' if all(drawn) else 'some'} widen into squares" if any(drawn) else ""
    absolute, squared = (in_full(misses.mean(name)) for name in MEASURES[1:])
    return (
        f"{turn}{widen}, and rows of absolute and squared errors end in the means {absolute} "
        f"and {squared}; a network takes the place of the target."
    )


def curves_seen(misses: Misses) -> str:
    """Return what can be seen of the two errors over the miss."""
    return (
        "Plotted over the miss, the absolute error is straight on either side and the squared one a parabola; "
        f"the widest shot is marked at {in_full(misses.largest)} and {in_full(max(misses.squared))}, "
        "and a second plot shows where they cross, at 1."
    )


def priorities_seen(misses: Misses) -> str:
    """Return what can be seen of two misses and their squares: a big one from 1 on, and a small one below 1."""
    (big, small), (big_squared, small_squared) = misses.absolute, misses.squared
    goes = "stays at a miss of 1" if big == 1 else f"runs out from a miss of 1 to {in_full(big)}"
    return (
        f"In the left plot a mark {goes}, whose square is {in_full(big_squared)}; in the right plot "
        f"one runs in from 1 to {in_full(small)}, whose square is {in_full(small_squared)}."
    )


def cancelling_seen(misses: Misses) -> str:
    """Return what can be seen of the three means."""
    means = [in_full(misses.mean(name), signed=name == "signed") for name in MEASURES]
    return (
        f"Three columns of bars show the misses {_listed(misses)} signed, absolute and squared, "
        f"above their means, {means[0]}, {means[1]} and {means[2]}."
    )


def _listed(misses: Misses) -> str:
    return listed(plain(form) for form in apart(misses.signed, digits=3, form=full, signed=True))
