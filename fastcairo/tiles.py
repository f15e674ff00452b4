"""Where two pictures differ, told by comparing them tile by tile."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from fastcairo.rectangles import Pixels, Rectangle, area, hull

_WIDTH, _HEIGHT = 32, 24
"""The size of a tile in pixels."""
_MANY = 32
"""So many rectangles are looked at one by one."""
_GAP = 4
"""So many equal tiles between others in a row make two rectangles of them."""
_SMALL = 128 * 64
"""So many pixels, or so many more of them, are worth one rectangle less."""


def differing(one: Pixels, other: Pixels, within: Iterable[Rectangle]) -> list[Rectangle]:
    """Return rectangles that cover all pixels in which two pictures differ, and few others.

    Args:
        one: The RGBA pixels of one, (height, width, 4).
        other: Those of the other.
        within: Rectangles in which they are compared; a small one is taken to differ.
    """
    return [rectangle for part in within for rectangle in _differing(_words(one), _words(other), part)]


def gathered(rectangles: Sequence[Rectangle], size: tuple[int, int]) -> Sequence[Rectangle]:
    """Return rectangles that cover all of those given, a few in place of many."""
    if len(rectangles) <= _MANY:
        return rectangles
    tiles = np.zeros((-(-size[1] // _HEIGHT), -(-size[0] // _WIDTH)), np.bool_)
    for left, top, right, bottom in rectangles:
        tiles[top // _HEIGHT : -(-bottom // _HEIGHT), left // _WIDTH : -(-right // _WIDTH)] = True
    return [(x0, y0, min(x1, size[0]), min(y1, size[1])) for x0, y0, x1, y1 in _joined(_runs(tiles))]


def _words(pixels: Pixels) -> npt.NDArray[np.uint32]:
    """Return each pixel as one number."""
    return pixels.view(np.uint32)[..., 0]


def _differing(one: npt.NDArray[np.uint32], other: npt.NDArray[np.uint32], part: Rectangle) -> Iterator[Rectangle]:
    left, top, right, bottom = part
    if area(part) <= _SMALL:
        yield part
        return
    rows, columns = -(-(bottom - top) // _HEIGHT), -(-(right - left) // _WIDTH)
    unlike = np.zeros((rows * _HEIGHT, columns * _WIDTH), np.bool_)
    here = slice(top, bottom), slice(left, right)
    np.not_equal(one[here], other[here], out=unlike[: bottom - top, : right - left])
    tiles = unlike.reshape(rows, _HEIGHT, -1).any(axis=1).reshape(rows, columns, _WIDTH)
    for x0, y0, x1, y1 in _joined(_runs(np.any(tiles, axis=2))):
        yield left + x0, top + y0, min(left + x1, right), min(top + y1, bottom)


def _runs(tiles: npt.NDArray[np.bool_]) -> Iterator[Rectangle]:
    """Yield the stretches of tiles that differ, row by row, in pixels."""
    row = start = end = -1
    for y, x in zip(*map(np.ndarray.tolist, np.nonzero(tiles)), strict=True):
        if y != row or x >= end + _GAP:
            if row >= 0:
                yield _in_pixels(row, start, end)
            row, start = y, x
        end = x + 1
    if row >= 0:
        yield _in_pixels(row, start, end)


def _in_pixels(row: int, start: int, end: int) -> Rectangle:
    return start * _WIDTH, row * _HEIGHT, end * _WIDTH, (row + 1) * _HEIGHT


def _joined(runs: Iterable[Rectangle]) -> list[Rectangle]:
    """Return rectangles that cover stretches of tiles, given from the top: those below each other become one."""
    done: list[Rectangle] = []
    growing: list[Rectangle] = []
    for run in runs:
        done += [one for one in growing if one[3] < run[1]]
        growing = [one for one in growing if one[3] >= run[1]]
        for one in growing:
            if area(hull(one, run)) <= area(one) + area(run) + _SMALL:
                growing.remove(one)
                run = hull(one, run)
                break
        growing.append(run)
    return done + growing
