"""Outlines of arrows and rectangles, as Bézier points; several of them make one mobject."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]
Corner = tuple[float, float]

NOTHING: Points = np.zeros((0, 3))
_HEAD, _WING = 3.4, 1.5  # how long the tip of an arrow is, and how far it reaches to a side, by its thickness
_SPECK = 0.5  # the half size of an arrow without length, by its thickness
_GAP, _SLANT = 1.3, 0.5  # of the break in an arrow that is not to scale, by its thickness


def polygon(corners: Iterable[Corner]) -> Points:
    """Return a closed polygon."""
    places = [np.array([x, y, 0.0]) for x, y in corners]
    return np.concatenate([np.linspace(a, b, 4) for a, b in pairwise([*places, places[0]])])


def rectangle(left: float, bottom: float, width: float, height: float) -> Points:
    """Return a rectangle."""
    right, top = left + width, bottom + height
    return polygon([(left, bottom), (right, bottom), (right, top), (left, top)])


def together(pieces: Sequence[Points]) -> Points:
    """Return several outlines as one."""
    return np.concatenate(pieces) if pieces else NOTHING


def lines(ends: Iterable[tuple[Corner, Corner]]) -> Points:
    """Return straight lines."""
    return together([np.linspace((*a, 0.0), (*b, 0.0), 4) for a, b in ends])


def upright_arrow(x: float, foot: float, tip: float, thick: float, *, broken: bool = False) -> Points:
    """Return an arrow from the height `foot` to the height `tip`; one that is not to scale is broken."""
    long, up, half = abs(tip - foot), 1.0 if tip >= foot else -1.0, thick / 2
    if long < _SPECK * thick:
        size = _SPECK * thick
        return polygon([(x - size, foot), (x, foot - size), (x + size, foot), (x, foot + size)])
    head = min(_HEAD * thick, 0.6 * long)
    wing = _WING * thick * head / (_HEAD * thick)
    neck = tip - up * head
    point = polygon([(x - wing, neck), (x + wing, neck), (x, tip)])
    gap = _GAP * thick
    if not broken or long < 6 * gap:
        return np.concatenate([rectangle(x - half, foot, thick, neck - foot), point])
    at, slant = foot + 0.5 * (neck - foot), _SLANT * thick
    lower = polygon([(x - half, foot), (x + half, foot), (x + half, at + slant), (x - half, at - slant)])
    at += up * gap
    upper = polygon([(x - half, at - slant), (x + half, at + slant), (x + half, neck), (x - half, neck)])
    return np.concatenate([lower, upper, point])
