"""What can be seen in the beats of RodsInABox, for those who cannot see it."""

from collections.abc import Sequence

from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box.numbers import RodsInABoxNumbers, Wiring
from scenes.parts.rods_in_a_box.words import inches, signed, verb
from scenes.stage.type.numbers import listed, plain, written


def box_seen(n: RodsInABoxNumbers) -> str:
    """Return what can be seen of the box."""
    rods = n.start
    return (
        f"Out of a closed box with a question mark stick a red rod, {inches(rods.red)} long, and below it a "
        f"blue one, {inches(rods.blue)} long; arrows show where red may go as blue is {verb(n.moves[0].asked)}ed."
    )


def pushes_seen(n: RodsInABoxNumbers) -> str:
    """Return what can be seen of the pushes."""
    blue, red = (listed(signed(getattr(move.change, rod)) for move in n.moves) for rod in ("blue", "red"))
    return f"The rods are moved {len(n.moves)} times, blue by {blue}, red by {red}; the changes gather below them."


def ratio_seen(wiring: Wiring) -> str:
    """Return what can be seen of the ratios."""
    return (
        "Below the rods red's changes are divided by blue's, and what comes out flies up into the box, "
        f"where the question mark gives way to the factor {plain(wiring.name)}."
    )


def other_start_seen(n: RodsInABoxNumbers) -> str:
    """Return what can be seen of another start of red."""
    blue, red = (signed(value) for value in (n.other.change.blue, n.other.change.red))
    return (
        f"Red sticks out {inches(n.other.before.red)} now; blue is {verb(n.other.asked)}ed as before, by {blue}, "
        f"red moves by {red}, and the ratio below is {plain(n.wiring.name)}."
    )


def wheels_seen(wiring: Wiring) -> str:
    """Return what can be seen in the box."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        return (
            "The box turns to glass; blue's bar turns a wheel, and red's bar, which touches none, stands still: "
            "the derivative is 0."
        )
    touch = "both bars lie on the same side" if derivative > 0 else "the bars lie on opposite sides"
    return (
        f"The box turns to glass; on one axle turn two wheels, blue's of radius 1 and red's of radius "
        f"{written(abs(derivative))}, and {touch} of it."
    )


def graph_seen(wiring: Wiring) -> str:
    """Return what can be seen of the line that the rods move along."""
    blue, red = written(wiring.rods.blue), written(wiring.rods.red)
    return (
        f"The red rod turns up into an axis; a point at blue {blue}, red {red} slides along a straight line of "
        f"slope {plain(wiring.name)}, while the wheels turn in the box beside it."
    )


def other_wirings_seen(wirings: Sequence[Wiring]) -> str:
    """Return what can be seen of boxes that are joined otherwise."""
    if not wirings:
        return "The box of glass and its line move onto a card, with the derivative below them."
    derivatives = listed(plain(wiring.name) for wiring in wirings)
    turn, lines = (" in turn", "each time another line") if len(wirings) > 1 else ("", "another line")
    return (
        f"The wheels change, the derivative is {derivatives}{turn}, and {lines} joins the plot; in the end "
        "each box stands on a card beside its line."
    )
