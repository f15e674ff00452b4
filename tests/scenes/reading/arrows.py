"""Arrows and bars: where they begin and end."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tests.scenes.reading.picture import Path, Picture
from tests.strokes import Points, Rectangle


@dataclass(frozen=True)
class Arrow:
    """An arrow: the end of its shaft and the point of its tip, each (x, y)."""

    tail: Points
    head: Points

    @property
    def y(self) -> float:
        """Its middle, upwards."""
        return float(self.tail[1] + self.head[1]) / 2


def arrows(picture: Picture, colour: str) -> list[Arrow]:
    """Return the arrows of a colour, each a straight shaft and a triangle, from the top to the bottom."""
    shafts = [one for one in picture.strokes(colour) if one.is_straight]
    found = []
    for tip in picture.fillings(colour):
        corners = _distinct(tip.corners)
        if len(corners) != 3 or not shafts:
            continue
        middle = corners.mean(axis=0)
        ends = [end for shaft in shafts for end in (shaft.segments[0].start, shaft.segments[0].end)]
        neck = min(range(len(ends)), key=lambda i: np.hypot(*(ends[i] - middle)))
        tail = ends[neck ^ 1]
        head = max(corners, key=lambda corner: np.hypot(*(corner - tail)))
        found.append(Arrow(tail, head))
    return sorted(found, key=lambda arrow: -arrow.y)


def bars(picture: Picture, colour: str) -> list[Rectangle]:
    """Return left, right, bottom and top of the rectangles of a colour, left ones first; one may have no width."""
    found = [one.box for one in picture.fillings(colour) if _is_rectangle(one)]
    return sorted(found, key=lambda box: (box[0], -box[2]))


def _is_rectangle(path: Path) -> bool:
    left, right, bottom, top = path.box
    corners = _distinct(path.corners)
    return len(corners) == (4 if right - left > 1e-9 else 2) and bool(
        np.isclose(corners[:, 0, None], (left, right)).any(axis=1).all()
        and np.isclose(corners[:, 1, None], (bottom, top)).any(axis=1).all()
    )


def _distinct(points: Points) -> Points:
    return np.unique(np.round(points, 9), axis=0)
