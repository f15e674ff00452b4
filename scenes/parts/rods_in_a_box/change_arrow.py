"""A level arrow for a change, and filled bars."""

from typing import Any

import numpy as np
from manim import VGroup, VMobject

from scenes.stage.axes.marks import stretch

_UNSEEN = 0.06
"""A shorter arrow cannot be seen, in a frame 8 high."""


class ChangeArrow(VGroup):
    """A level arrow from what was to what is; one that is too short to be an arrow is not drawn.

    Args:
        colour: The colour.
        unit: The unit of the frame.
        width: How wide the line is.
    """

    def __init__(self, colour: str, unit: float, *, width: float = 7) -> None:
        super().__init__()
        self.unit = unit
        self.line = VMobject(stroke_color=colour, stroke_width=width)
        self.tip = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.add(self.line, self.tip)

    def sees(self, length: float) -> bool:
        """Tell whether an arrow of a length can be seen."""
        return abs(length) >= _UNSEEN * self.unit

    def point(self, start: float, end: float, height: float) -> None:
        """Draw the arrow between two places at a height."""
        self.line.points = self.tip.points = np.zeros((0, 3))
        length = abs(end - start)
        if not self.sees(length):
            return
        forward = 1 if end > start else -1
        tip = min(0.28 * self.unit, 0.7 * length)
        base = end - forward * tip
        stretch(self.line, (start, height, 0), (base, height, 0))
        corners = [(end, height), (base, height + 0.45 * tip), (base, height - 0.45 * tip), (end, height)]
        self.tip.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))


def bars(mobject: VMobject, *corners: Any) -> None:
    """Fill quadrangles; each is a sequence of four points of the picture, shape (4, 2)."""
    places = np.array(corners, dtype=float).reshape(-1, 4, 2)
    lines(mobject, places.reshape(-1, 2), np.roll(places, -1, axis=1).reshape(-1, 2))


def lines(mobject: VMobject, starts: Any, ends: Any) -> None:
    """Draw straight lines between places of the picture, shapes (n, 2), at one go: it is done in every frame."""
    way = (ends - starts) / 3
    points = np.stack([starts, starts + way, ends - way, ends], axis=1).reshape(-1, 2)
    mobject.points = np.pad(points, ((0, 0), (0, 1)))


def bar(left: float, right: float, middle: float, height: float) -> list[tuple[float, float]]:
    """Return the corners of a level bar."""
    low, high = middle - height / 2, middle + height / 2
    return [(left, low), (right, low), (right, high), (left, high)]
