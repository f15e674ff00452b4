"""Words for what two linked rods do."""

from collections.abc import Sequence

from gdcore import LinkedRods, RodChange, RodMove
from gdcore.arguments import Number, Scalar
from scenes.stage.type.numbers import listed, plain, short, typst, written


def inches(length: Number) -> str:
    """Return a length in words."""
    return f"{written(length)} {'inch' if length == 1 else 'inches'}"


def verb(change: Number) -> str:
    """Return what one does to blue to change its length so."""
    return "push" if change < 0 else "pull"


def puzzle_of(move: RodMove) -> str:
    """Return the question that a move answers, as markup."""
    asked: Scalar = move.asked
    way = "in" if asked < 0 else "out"
    return f"{verb(asked).capitalize()} blue {way} by {typst(short(abs(asked)))}: how far does red move?"


def sentences_of(move: RodMove) -> list[str]:
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


def sentence_of_ratios(moves: Sequence[RodMove], ratio: str) -> str:
    """Return a caption for what red's changes over blue's have in common, a ratio that is written so."""
    moved = [move for move in moves if move.change.blue]
    ratio = plain(ratio)
    ways = {verb(move.change.blue) for move in moved}
    if len({move.smaller for move in moved}) > 1:
        return f"Whether a push is made smaller or not, the ratio is {ratio}."
    if len(ways) > 1:
        return f"In or out, it is the same: {ratio}."
    return f"It is {ratio}." if len(moved) == 1 else f"It is {ratio} every time."


def sentence_of_line(change: RodChange) -> str:
    """Return a caption for a change of both rods, as it is seen in the plot."""
    red: Scalar = change.red
    if not red:
        return "The line is level: whatever blue does, red stays."
    return f"{written(change.blue)} more for blue is {written(abs(red))} {'more' if red > 0 else 'less'} for red."


def markup_of(move: RodMove) -> str:
    """Return the changes of a move as a line of context."""
    blue, red = (typst(short(value, signed=True)) for value in (move.change.blue, move.change.red))
    return f"blue {blue}, red {red}"


# what is to be seen ------------------------------------------------------------------------------------------


def push_seen(move: RodMove) -> str:
    """Return what is to be seen of the first move."""
    blue, red = _signed(move.change.blue), _signed(move.change.red)
    return f"{_rods_go(move)}; both changes, {blue} and {red}, stand above the rods and in a table below."


def pull_seen(moves: Sequence[RodMove]) -> str:
    """Return what is to be seen of the moves that follow the first one."""
    back = ", back to where they began" if moves[-1].after == moves[0].before else ""
    if len(moves) == 2:
        return f"{_rods_go(moves[1])}{back}; the table below gets another row."
    blue, red = (listed(_signed(getattr(move.change, rod)) for move in moves[1:]) for rod in ("blue", "red"))
    return (
        f"The rods are moved {len(moves) - 1} more times, blue by {blue}, red by {red}{back}; "
        "the table below gets a row for each."
    )


def other_wirings_seen(derivatives: Sequence[str], move: RodMove) -> str:
    """Return what is to be seen of boxes whose derivatives are written so, given the first move."""
    if not derivatives:
        return "The box, its rods and the line in the plot stand still, as no other box is shown."
    turn, lines = (" in turn", "each time another") if len(derivatives) > 1 else ("", "another")
    return (
        f"The factor in the box becomes {listed(map(plain, derivatives))}{turn}; {lines} line joins the plot, "
        f"through the same point, and a dot slides along it as blue is {verb(move.asked)}ed."
    )


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
