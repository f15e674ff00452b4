"""What can be seen of misses: sentences for those who cannot see it."""

from gdcore import MEASURES, Misses, State
from scenes.parts.archer_error.numbers import NETWORK
from scenes.parts.archer_error.words import in_full, unit
from scenes.stage.type.numbers import apart, full, listed, plain


def shots_seen(misses: Misses) -> str:
    """Return what can be seen of the shots."""
    count = len(misses.signed)
    arrows = "One arrow flies" if count == 1 else f"{count} arrows fly"
    off = f"{_listed(misses)} {unit(abs(misses.signed[-1])) if count == 1 else 'inches'}"
    return (
        f"{arrows} at a target, off its centre by {off}, plus above and minus below; "
        f"{'it' if count == 1 else 'each'} leaves a red arrow from the goal line, the average a question mark."
    )


def signed_seen(misses: Misses) -> str:
    """Return what can be seen of the signed errors."""
    errors = "arrow is" if len(misses.signed) == 1 else "arrows are"
    mean = in_full(misses.mean("signed"), signed=True)
    return f"The red {errors} laid tip to tail, {_listed(misses)}; the white arrow of the average ends at {mean}."


def unsigned_seen(misses: Misses) -> str:
    """Return what can be seen of the absolute and the squared errors."""
    turn = "Arrows that point down turn up" if min(misses.signed) < 0 else "No arrow points down"
    widen = ", each becomes the side of a square" if misses.largest else ""
    absolute, squared = (in_full(misses.mean(name)) for name in MEASURES[1:])
    return f"{turn}{widen}; the lengths average to {absolute}, the squares to {squared}."


def curves_seen() -> str:
    """Return what can be seen of the two errors over the miss."""
    return (
        "A square of side 2 stands on the miss axis and its 4 cells are piled up beside it; as its side grows, "
        "its corner traces a V and the height of the pile a parabola."
    )


def priorities_seen(misses: Misses) -> str:
    """Return what can be seen of two misses and their squares: a big one from 1 on, and a small one below 1."""
    (big, small), (big_squared, small_squared) = misses.absolute, misses.squared
    return (
        f"The two curves meet at 0 and where a miss is 1 long; the square shrinks to a side of {in_full(small)}, "
        f"an area of {in_full(small_squared)}, and then has a side of {in_full(big)}, an area of "
        f"{in_full(big_squared)}."
    )


def network_seen(network: State) -> str:
    """Return what can be seen of the miss of the network."""
    return (
        f"On the ruler of a network the prediction {in_full(network.prediction)} and the goal "
        f"{in_full(NETWORK.goal_pred)} are {in_full(network.delta)} apart, and a square of "
        f"{in_full(network.error)} stands on that miss."
    )


def cancelling_seen(misses: Misses) -> str:
    """Return what can be seen of the three means."""
    means = [in_full(misses.mean(name), signed=name == "signed") for name in MEASURES]
    return (
        f"The misses {_listed(misses)} at one scale, tip to tail, as lengths and as squares, "
        f"above their averages, {means[0]}, {means[1]} and {means[2]}."
    )


def _listed(misses: Misses) -> str:
    return listed(plain(form) for form in apart(misses.signed, digits=3, form=full, signed=True))
