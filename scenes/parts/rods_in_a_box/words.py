"""What RodsInABox says, from what the rods do."""

from collections.abc import Sequence

from gdcore import LinkedRods, RodChange, RodMove
from gdcore.arguments import Number, Scalar
from scenes.parts.rods_in_a_box.numbers import RodsInABoxNumbers, Wiring
from scenes.stage.type.numbers import listed, plain, short, typst, written

TWO_RODS = "A closed box, and two rods that stick out of it."
WHATEVER_JOINS_THEM = "two rods, and whatever joins them"
TWO_SCALES = "They differ so much that each ruler has a scale of its own."
NOBODY_CAN_SEE = "Something inside joins them, and nobody can see what."
SIGNS = "In counts as minus, out as plus."
BACK_AGAIN = "Both rods are back where they began."
DIVIDE, DIVIDED = "Divide red's change by blue's.", "red's change over blue's"
BETWEEN_TWO = "A derivative is always between two variables."
ONE_POINT = "Blue's length across, red's length up: one point shows both rods."
LENGTH_OVER_LENGTH = "red's length over blue's"
ALONG_A_LINE = "As the rods move, the point slides along a straight line."
WHATEVER_JOINS = "Whatever joins the rods, the derivative tells how red follows blue."
WIRED_DIFFERENTLY = "The same box can be wired differently inside."
SAME_BOX = "the same box, wired differently"
SIGN_AND_SIZE = "The sign says whether red moves with blue or against it, the size how far."


# captions and lines of context ------------------------------------------------------------------------------


def lengths(rods: LinkedRods) -> str:
    """Return a caption for how far the rods stick out."""
    return f"Blue sticks out {_inches(rods.blue)}, red {_inches(rods.red)}."


def puzzle(move: RodMove) -> str:
    """Return the question that a move answers, as markup."""
    asked: Scalar = move.asked
    way = "in" if asked < 0 else "out"
    return f"{verb(asked).capitalize()} blue {way} by {typst(short(abs(asked)))}: how far does red move?"


def verb(change: Number) -> str:
    """Return what one does to blue to change its length so."""
    return "push" if change < 0 else "pull"


def captions_of(move: RodMove) -> list[str]:
    """Return the captions of a move: what it does, and why it is smaller than asked for."""
    asked: Scalar = move.asked
    blue: Scalar = move.change.blue
    red: Scalar = move.change.red
    if not blue:
        limit, way = _limit(move.after), "in" if asked < 0 else "out"
        if limit == "red":
            return [f"Red is flush with the box, so blue cannot go {way}: nothing moves."]
        return [f"{limit.capitalize()} {'is' if limit == 'blue' else 'are'} flush with the box: nothing moves."]
    doing = f"{verb(blue).capitalize()} blue {'in' if blue < 0 else 'out'} by {written(abs(blue))}"
    result = f"red {_goes(red)}." if red else "red stays where it is."
    if not move.smaller:
        return [f"{doing}: {result}"]
    return [
        f"A {verb(asked)} of {written(abs(asked))} would take {_limit(move.after)} inside the box.",
        f"{doing} instead: {result}",
    ]


def changes_of(move: RodMove) -> str:
    """Return the changes of a move as a line of context."""
    blue, red = (typst(short(value, signed=True)) for value in (move.change.blue, move.change.red))
    return f"blue {blue}, red {red}"


def moved_too_little(rods: Sequence[str]) -> str:
    """Return a caption for rods whose change cannot be seen."""
    return f"{' and '.join(rods).capitalize()} moved too little to see here."


def ratios(numbers: RodsInABoxNumbers) -> str:
    """Return a caption for what red's changes over blue's have in common."""
    moved = [move for move in numbers.moves if move.change.blue]
    ratio = plain(numbers.wiring.name)
    ways = {verb(move.change.blue) for move in moved}
    if len({move.smaller for move in moved}) > 1:
        return f"Whether a push is made smaller or not, the ratio is {ratio}."
    if len(ways) > 1:
        return f"In or out, it is the same: {ratio}."
    return f"It is {ratio}." if len(moved) == 1 else f"It is {ratio} every time."


def derivative(wiring: Wiring) -> str:
    """Return a caption that names the ratio."""
    return f"This is the derivative of red with respect to blue: {plain(wiring.name)}."


def derivative_context(wiring: Wiring) -> str:
    """Return the same as a line of context."""
    return f"the derivative of red with respect to blue is {typst(wiring.name)}"


def along_the_line(change: RodChange) -> str:
    """Return a caption for a change of both rods, as it is seen in the plot."""
    red: Scalar = change.red
    if not red:
        return "The line is level: whatever blue does, red stays."
    return (
        f"{written(change.blue)} more for blue means {written(abs(red))} {'more' if red > 0 else 'less'} for red."
    )


def slope(wiring: Wiring) -> str:
    """Return a caption for the slope of the line."""
    return f"The slope of the line is the derivative, {plain(wiring.name)}."


def derivative_here(wiring: Wiring) -> str:
    """Return a caption for rods that are wired differently."""
    return f"Here the derivative is {plain(wiring.name)}."


# what can be seen -------------------------------------------------------------------------------------------


def box_seen(rods: LinkedRods) -> str:
    """Return what can be seen of the box."""
    return (
        f"A blue rod, {_inches(rods.blue)} long, sticks out of a closed box with a question mark on it, "
        f"and so does a red one below it, {_inches(rods.red)} long, each over a ruler."
    )


def push_seen(move: RodMove) -> str:
    """Return what can be seen of the first move."""
    blue, red = _signed(move.change.blue), _signed(move.change.red)
    return f"{_rods_go(move)}; both changes, {blue} and {red}, stand above the rods and in a table below."


def pull_seen(moves: Sequence[RodMove]) -> str:
    """Return what can be seen of the moves that follow the first one."""
    back = ", back to where they began" if moves[-1].after == moves[0].before else ""
    if len(moves) == 2:
        return f"{_rods_go(moves[1])}{back}; the table below gets another row."
    blue, red = (listed(_signed(getattr(move.change, rod)) for move in moves[1:]) for rod in ("blue", "red"))
    return (
        f"The rods are moved {len(moves) - 1} more times, blue by {blue}, red by {red}{back}; "
        "the table below gets a row for each."
    )


def ratio_seen(wiring: Wiring) -> str:
    """Return what can be seen of the ratios."""
    return (
        "A new column of the table divides red's change by blue's, row by row, and in the box "
        f"the question mark gives way to the factor {plain(wiring.name)}."
    )


def graph_seen(wiring: Wiring) -> str:
    """Return what can be seen of the line that the rods move along."""
    blue, red = written(wiring.rods.blue), written(wiring.rods.red)
    return (
        "As the rods move, a dot slides along a straight line, red's length over blue's; "
        f"below the box stands its formula, red − {red} = {plain(wiring.name)} · (blue − {blue})."
    )


def other_wirings_seen(wirings: Sequence[Wiring]) -> str:
    """Return what can be seen of boxes that are wired differently."""
    if not wirings:
        return "The box, its rods and the line in the plot stand still, as no other box is shown."
    turn, lines = (" in turn", "each time another") if len(wirings) > 1 else ("", "another")
    derivatives = listed(plain(wiring.name) for wiring in wirings)
    return (
        f"The factor in the box becomes {derivatives}{turn}; {lines} line joins the plot, "
        f"through the same point, and a dot slides along it as blue is {verb(wirings[0].push.asked)}ed."
    )


# parts of sentences -----------------------------------------------------------------------------------------


def _inches(length: Number) -> str:
    return f"{written(length)} {'inch' if length == 1 else 'inches'}"


def _signed(value: Number) -> str:
    return plain(short(value, signed=True))


def _rods_go(move: RodMove) -> str:
    blue, red = (_goes(change) if change else "stays" for change in (move.change.blue, move.change.red))
    return f"The blue rod {blue} and the red rod {red}"


def _goes(change: Scalar) -> str:
    return f"{'goes in' if change < 0 else 'comes out'} by {written(abs(change))}"


def _limit(rods: LinkedRods) -> str:
    """Return which rods are flush with the box."""
    return "both rods" if not rods.blue and not rods.red else "red" if rods.blue else "blue"
