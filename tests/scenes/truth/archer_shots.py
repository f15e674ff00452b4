"""What the first half of ArcherError must show: shots, their misses tip to tail, as lengths and as squares."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np

from tests.scenes.reading.axes import axis_lines
from tests.scenes.reading.picture import Path, Picture, Text
from tests.scenes.truth.misses import expected, right
from tests.strokes import Rectangle

SPECK = 0.2
"""What is not longer is too short for its arrow to be measured, in scene units."""
NEAR = 1e-6


@dataclass(frozen=True)
class Upright:
    """An arrow that points up or down: where it stands, where it begins, and how far it leads; a speck nowhere."""

    x: float
    foot: float
    length: float


def uprights(picture: Picture, colour: str) -> list[Upright]:
    """Return the arrows of a colour that point up or down, from left to right."""
    found = [_upright(path) for path in picture.fillings(colour) if path.line is None and path.circle is None]
    return sorted((one for one in found if one), key=lambda one: one.x)


def _upright(path: Path) -> Upright | None:
    _, _, bottom, top = path.box
    corners = [np.unique(np.round(piece[:, 0], 9), axis=0) for piece in path.pieces]
    heads = [one for one in corners if len(one) == 3]
    if not heads:
        slanted = len(corners) == 1 and len(corners[0]) == 4 and len(np.unique(corners[0][:, 0])) == 3
        return Upright(float(corners[0][:, 0].mean()), (bottom + top) / 2, 0.0) if slanted else None
    x = float(np.median(heads[0][:, 0]))
    tip = float(heads[0][heads[0][:, 0].argsort()[1], 1])
    foot = bottom if tip > (bottom + top) / 2 else top
    return Upright(x, foot, tip - foot)


def boxes(picture: Picture) -> list[Rectangle]:
    """Return the outlines of the squares, from left to right."""
    found = [path for path in picture.strokes(picture.theme.error, width=4) if not path.is_straight]
    return sorted(path.box for path in found if len(path.pieces) == 1 and len(path.pieces[0]) == 4)


def wrong_row(found: Sequence[Text], due: Sequence[Fraction]) -> Iterator[str]:
    """Yield what a row of numbers shows that is not due, from the left."""
    if len(found) != len(due):
        yield f"the row has {[one.says for one in found]}, not {len(due)} numbers"
    for text, value in zip(found, due, strict=False):
        if not right(text.says, value):
            yield f"{text.says} where {float(value)} is due"


def below(picture: Picture, arrows: Sequence[Upright]) -> list[Text]:
    """Return the numbers below arrows, each the lowest on its lane."""
    lowest = [[one for one in picture.texts if one.is_number and abs(one.x - arrow.x) < 0.15] for arrow in arrows]
    return [min(found, key=lambda one: one.y) for found in lowest if found]


def of_one_scale(pairs: Sequence[tuple[float, float]]) -> Iterator[str]:
    """Yield the lengths, each after what it stands for, that are not drawn at the scale of the longest."""
    value, length = max(pairs, key=lambda pair: abs(pair[0]))
    if value and abs(length) < SPECK:
        yield f"the longest, {value}, is only {length} long"
    for other, drawn in pairs:
        due = length * (other / value) if value else 0.0
        if abs(drawn - due) > (NEAR if abs(due) > SPECK else SPECK):
            yield f"{other} is drawn {drawn} long, not {due}, beside {value} of {length}"


def wrong_shots(picture: Picture, p: Any) -> Iterator[str]:
    """Yield the arrows that do not measure by the ruler what they miss by, and wrong numbers."""
    rows, theme = expected(p.misses), picture.theme
    misses = [float(value) for value in rows["signed"][:-1]]
    (ruler,) = (one for one in axis_lines(picture) if one.upright)
    yield from ruler.uneven()
    arrows = uprights(picture, theme.error)
    yield from wrong_row(below(picture, arrows), rows["absolute"][:-1])
    stuck = sorted(
        float(ruler.value(one.points[one.points[:, 0].argmax(), 1])) for one in picture.strokes(theme.ink, width=6)
    )
    ends = [float(ruler.value(one.foot + one.length)) for one in arrows]
    if len(stuck) != len(misses) or len(ends) != len(misses):
        yield f"there are {len(stuck)} arrows in the target, and {len(ends)} beside it"
    for miss, end in [*zip(sorted(misses), stuck, strict=False), *zip(misses, ends, strict=False)]:
        if abs(miss) <= 3 and abs(end - miss) > (NEAR if abs(end) > NEAR else 0.4):
            yield f"an arrow is at {end}, not {miss}"
        if abs(miss) > 3 and not (abs(end) > 3.3 and (end > 0) == (miss > 0)):
            yield f"an arrow for {miss} is at {end}, not off the target"


def wrong_sum(picture: Picture, p: Any) -> Iterator[str]:
    """Yield arrows that are not at one scale, or do not begin where the one before ends, and wrong numbers."""
    signed, theme = expected(p.misses)["signed"], picture.theme
    arrows = [*uprights(picture, theme.error), *uprights(picture, theme.ink)]
    if len(arrows) != len(signed):
        yield f"there are {len(arrows)} arrows for {len(signed)} values"
        return
    yield from wrong_row(below(picture, arrows), signed)
    yield from of_one_scale([(float(value), one.length) for value, one in zip(signed, arrows, strict=True)])
    for before, after in pairwise(arrows[:-1]):
        if before.length and after.length and abs(before.foot + before.length - after.foot) > NEAR:
            yield f"an arrow begins at {after.foot}, not at {before.foot + before.length}"
    if abs(arrows[0].foot - arrows[-1].foot) > NEAR:
        yield "the mean does not stand on the line that the sum begins at"
    for ruler in (one for one in axis_lines(picture) if one.upright):
        shots = picture.strokes(theme.weight, width=6)
        ends = [float(ruler.value(one.points[one.points[:, 0].argmax(), 1])) for one in shots]
        if len(ends) != 1 or abs(ends[0] - float(signed[-1])) > NEAR:
            yield f"the average shot is at {ends}, not {float(signed[-1])}"


def wrong_squares(picture: Picture, p: Any) -> Iterator[str]:
    """Yield squares that are none, or not at the scale of the lengths, and wrong numbers."""
    rows, theme = expected(p.misses), picture.theme
    for name, measure in (("length", "absolute"), ("square", "squared")):
        (title,) = picture.said(name)
        yield from wrong_row([one for one in picture.right_of(title) if one.is_number], rows[measure])
    arrows = [*uprights(picture, theme.error), *uprights(picture, theme.ink)]
    pairs = [(float(value), one.length) for value, one in zip(rows["absolute"], arrows, strict=True)]
    yield from of_one_scale([*pairs, *sides(boxes(picture), rows["squared"])])


def sides(found: Sequence[Rectangle], areas: Sequence[Fraction]) -> Iterator[tuple[float, float]]:
    """Yield the side that each area has, and how long it is drawn: not at all in what is no square."""
    due = [root(area) for area in areas if area]
    for side, (left, right_, bottom, top) in zip(due, found, strict=True):
        yield side, top - bottom if abs((right_ - left) - (top - bottom)) < NEAR else 0.0


def root(area: Fraction) -> float:
    """Return the side of a square, exact enough for a double, however small it is."""
    scale = 10**700
    return float(Fraction(math.isqrt(area.numerator * scale**2 // area.denominator), scale))
