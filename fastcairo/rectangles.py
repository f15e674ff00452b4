"""Pixels, and rectangles of them: left, top, right and bottom, of which the last two lie just outside."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Pixels = npt.NDArray[np.uint8]
Rectangle = tuple[int, int, int, int]

_MOST = 8
"""How many rectangles are kept apart: telling which of them a mobject meets must stay cheap."""
_SLACK = 64 * 64
"""So many more pixels are worth one rectangle less."""


def area(one: Rectangle) -> int:
    """Return how many pixels a rectangle has."""
    return (one[2] - one[0]) * (one[3] - one[1])


def hull(one: Rectangle, other: Rectangle) -> Rectangle:
    """Return the smallest rectangle around two."""
    return min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])


def meet(one: Rectangle, other: Rectangle) -> bool:
    """Tell whether two rectangles have a pixel in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def within(box: Rectangle, size: tuple[int, int]) -> Rectangle | None:
    """Return the part of a rectangle that lies in a frame; None where there is none."""
    left, top, right, bottom = max(0, box[0]), max(0, box[1]), min(size[0], box[2]), min(size[1], box[3])
    return (left, top, right, bottom) if left < right and top < bottom else None


def merged(rectangles: Iterable[Rectangle]) -> list[Rectangle]:
    """Return a few rectangles, no two of which meet, that cover all of those given."""
    result: list[Rectangle] = []
    for rectangle in rectangles:
        if any(_lies_in(rectangle, other) for other in result):
            continue
        _absorb(result, rectangle)
        if len(result) > _MOST:
            last = result.pop()
            near = min(result, key=lambda other: area(hull(other, last)) - area(other))
            result.remove(near)
            _absorb(result, hull(near, last))
    return result


def _lies_in(one: Rectangle, other: Rectangle) -> bool:
    return other[0] <= one[0] and other[1] <= one[1] and one[2] <= other[2] and one[3] <= other[3]


def _absorb(rectangles: list[Rectangle], one: Rectangle) -> None:
    """Add a rectangle to some, together with those that it meets or nearly meets."""
    i = 0
    while i < len(rectangles):
        other = rectangles[i]
        both = hull(one, other)
        if meet(one, other) or area(both) <= area(one) + area(other) + _SLACK:
            one = both
            del rectangles[i]
            i = 0  # it has grown, and may now meet one that it did not
        else:
            i += 1
    rectangles.append(one)
