"""Words for what two linked rods do."""

from collections.abc import Sequence

from gdcore import LinkedRods, RodChange, RodMove
from gdcore.arguments import Number, Scalar
from scenes.stage.numbers import short, spoken, typst


def inches(length: Number) -> str:
    """Return a length in words."""
    return f"{spoken(length)} {'inch' if length == 1 else 'inches'}"


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
    doing = f"{verb(blue).capitalize()} blue {'in' if blue < 0 else 'out'} by {spoken(abs(blue))}"
    result = f"red {_goes(red)}." if red else "red stays where it is."
    if not move.smaller:
        return [f"{doing}: {result}"]
    return [
        f"A {verb(asked)} of {spoken(abs(asked))} would take {_limit(move.after)} inside the box.",
        f"{doing} instead: {result}",
    ]


def sentence_of_ratios(moves: Sequence[RodMove]) -> str:
    """Return a caption for what red's changes over blue's have in common."""
    moved = [move for move in moves if move.change.blue]
    ratio = spoken(moved[0].change.ratio or 0)
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
    return f"{spoken(change.blue)} more for blue is {spoken(abs(red))} {'more' if red > 0 else 'less'} for red."


def markup_of(move: RodMove) -> str:
    """Return the changes of a move as a line of context."""
    blue, red = (typst(short(value, signed=True)) for value in (move.change.blue, move.change.red))
    return f"blue {blue}, red {red}"


def _goes(change: Scalar) -> str:
    return f"{'goes in' if change < 0 else 'comes out'} by {spoken(abs(change))}"


def _limit(rods: LinkedRods) -> str:
    """Return which rods are flush with the box."""
    return "both rods" if not rods.blue and not rods.red else "red" if rods.blue else "blue"
