"""What RodsInABox says and writes, from what the rods do."""

from collections.abc import Sequence

from gdcore import LinkedRods, RodChange, RodMove
from gdcore.arguments import Number, Scalar
from scenes.parts.rods_in_a_box.gear import is_to_scale
from scenes.parts.rods_in_a_box.numbers import RodsInABoxNumbers, Wiring
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import MINUS, plain, short, typst, written

CHANGES = ("change of red", "change of blue")
RADII = ("red's wheel", "blue's wheel")
AXES = ("blue (inches)", "red (inches)")
OWN_RULERS = "each ruler has its own scale"
OWN_AXES = "each axis has its own scale"
NOT_TO_SCALE = "wheels not to scale"

NOBODY_CAN_SEE = "Something inside joins them, and nobody can see what."
TWO_SCALES = "They differ so much that each ruler has a scale of its own."
GUESS = "How far will red go, and which way?"
SIGNS = Line("In counts as minus, out as plus.", context="In counts as minus, out as plus")
BACK_AGAIN = "Both rods are back where they began."
DIVIDE = Line("Divide red's change by blue's.", context="Red's change, divided by blue's")
BETWEEN_TWO = "A derivative is always between two variables."
CLAMP = "Clamp red elsewhere: does that change the ratio?"
WHAT_JOINS = Line("What joins the rods? The box turns to glass.", context="What joins the rods?")
BACK = "And back: it turns the other way."
ONE_POINT = Line(
    "Red turns up: blue's length goes across, red's length goes up, and one point shows both.",
    context="One point shows both rods",
)
TWO_AXES = "Their changes differ so much that each axis has a scale of its own."
ALONG_A_LINE = "As the rods move, the point moves along a straight line."
WHATEVER_JOINS = "Whatever joins the rods, the derivative tells how red follows blue."
AGAIN = "Again, from the start."


# the box and the pushes -------------------------------------------------------------------------------------


def lengths(rods: LinkedRods) -> str:
    """Return a caption for how far the rods stick out."""
    return f"Two rods stick out of a closed box: blue {inches(rods.blue)}, red {written(rods.red)}."


def guess(change: Scalar) -> str:
    """Return the name of a change of red that one may expect, as markup."""
    return f"{_way(change)} by {typst(short(abs(change)))}" if change else "not at all"


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


def derivative(wiring: Wiring) -> Line:
    """Return what names the ratio."""
    caption = f"This is the derivative of red with respect to blue: {plain(wiring.name)}."
    return Line(caption, context="The derivative of red with respect to blue")


def clamp(n: RodsInABoxNumbers) -> Line:
    """Return what is asked, and where red is clamped now."""
    again = "again " if n.other.before.red == n.start.red else ""
    return Line(f"Now red is clamped so that it {again}sticks out {inches(n.other.before.red)}.", context=CLAMP)


def changes_not_lengths(n: RodsInABoxNumbers) -> Line:
    """Return what another start of red has shown."""
    same = n.other.before.red == n.start.red
    caption = (
        f"The same push has the same ratio: {plain(n.wiring.name)}."
        if same
        else f"The lengths are others, the ratio is the same: {plain(n.wiring.name)}."
    )
    return Line(caption, context="A derivative is about changes, not about lengths")


def wheels(wiring: Wiring) -> Line:
    """Return what is said of the wheels that join the rods."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        none = "There is a wheel for blue, and none that red could touch."
        return Line(none, context="A wheel for blue, none for red")
    sized = f"red's wheel is {_times(wiring)} blue's"
    way = "" if derivative > 0 else ", and turns red the other way"
    return Line(f"Two wheels sit on one axle: {sized}{way}.", context="Two wheels on one axle")


def turning(wiring: Wiring) -> str:
    """Return a caption for a push that turns the wheels."""
    change = wiring.push.change
    blue: Scalar = change.blue
    red: Scalar = change.red
    then = f"the axle turns, and red {_goes(red)}" if red else "the axle turns, and red stays where it is"
    return f"{verb(blue).capitalize()} blue {_way(blue)} by {written(abs(blue))}: {then}."


def wheel_against_wheel(wiring: Wiring) -> Line:
    """Return what the wheels have to do with the derivative."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        return Line("Nothing turns red: the derivative is 0.", context="No wheel for red: the derivative is 0")
    sign = "" if derivative > 0 else "; on the other side it counts minus"
    caption = f"Red's radius over blue's is the derivative{sign}: {plain(wiring.name)}."
    return Line(caption, context="Wheel against wheel: that is the derivative")


def bars(wiring: Wiring) -> list[str]:
    """Return what the bars do, in lines of markup."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        return ["red touches no wheel"]
    side = "same side: red goes with blue" if derivative > 0 else "other side: red goes against blue"
    return [side, *([] if is_to_scale(derivative) else [NOT_TO_SCALE])]


def radii(wiring: Wiring) -> tuple[str, str]:
    """Return how large the wheels are, red's and blue's."""
    return wiring.name.lstrip(MINUS) if wiring.rods.derivative else "none", "1"


def along_the_line(change: RodChange) -> str:
    """Return a caption for a change of both rods, as it is seen in the plot."""
    red: Scalar = change.red
    if not red:
        return "The line is level: whatever blue does, red stays."
    how = "more" if red > 0 else "less"
    return f"{written(change.blue)} more for blue means {written(abs(red))} {how} for red."


def slope(wiring: Wiring) -> Line:
    """Return what is said of the slope of the line."""
    caption = f"The slope of the line is the derivative, {plain(wiring.name)}."
    return Line(caption, context="The slope of the line is the derivative")


def other_wiring(wiring: Wiring) -> Line:
    """Return what is asked of rods that are joined otherwise."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        what = "Now red touches no wheel"
    else:
        side = "" if derivative > 0 else ", on the other side"
        what = f"Now red's wheel is {_times(wiring)} blue's{side}"
    asked = f"Derivative {typst(wiring.name)}: where does the point go?"
    return Line(f"{what}: the derivative is {plain(wiring.name)}.", context=asked)


def answer(wiring: Wiring) -> Line:
    """Return what the push of blue does to rods that are joined otherwise."""
    derivative: Scalar = wiring.rods.derivative
    context = "Red stays: the line is level"
    if derivative:
        context = (
            "Red goes with blue: the line rises" if derivative > 0 else "Red goes against blue: the line falls"
        )
    return Line(captions_of(wiring.push)[-1], context=context)


def takeaway(n: RodsInABoxNumbers) -> Line:
    """Return what is to be kept."""
    caption = "The sign says whether red moves with blue or against it, the size how far."
    if not n.others:
        caption = WHATEVER_JOINS
    return Line(caption, context="A derivative says how far red moves\nfor every inch that blue moves")


def card(wiring: Wiring) -> tuple[str, str]:
    """Return what a derivative does, in two short lines."""
    derivative: Scalar = wiring.rods.derivative
    if not derivative:
        return "blue moves,", "red stays"
    size = abs(derivative)
    far = "as far" if size == 1 else "farther" if size > 1 else "less far"
    return f"{'with' if derivative > 0 else 'against'} blue,", far


def inches(length: Number) -> str:
    """Return a length as captions write it."""
    return f"{written(length)} {'inch' if length == 1 else 'inches'}"


def signed(value: Number) -> str:
    """Return a change as captions write it."""
    return plain(short(value, signed=True))


def _times(wiring: Wiring) -> str:
    size: Scalar = abs(wiring.rods.derivative)
    return "as large as" if size == 1 else f"{plain(wiring.name.lstrip(MINUS))} times as large as"


def _way(change: Scalar) -> str:
    return "in" if change < 0 else "out"


def _goes(change: Scalar) -> str:
    return f"{'goes in' if change < 0 else 'comes out'} by {written(abs(change))}"


def _limit(rods: LinkedRods) -> str:
    """Return which rods are flush with the box."""
    return "both rods" if not rods.blue and not rods.red else "red" if rods.blue else "blue"
