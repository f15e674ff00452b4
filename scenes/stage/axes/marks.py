"""Marks on axes: lines, dashed lines, curves and rings, and the sizes of dots and goals."""

from typing import Any

import numpy as np
import numpy.typing as npt
from manim import Circle, DashedVMobject, VMobject

Point = npt.NDArray[np.float64]

DOT_RADIUS = 0.11
RING_RADIUS = 0.15
"""How large a dot is, and the ring around a goal."""


def path(points: list[Point], **style: Any) -> VMobject:
    """Return a curve made of Bézier points, four to a piece."""
    mobject = VMobject(**style)
    mobject.points = np.array(points)
    return mobject


def stretch(line: VMobject, start: Any, end: Any) -> None:
    """Make `line` the straight line between two points of the picture."""
    line.points = _straight(np.asarray(start, dtype=float), np.asarray(end, dtype=float))


def stretch_dashed(line: VMobject, start: Point, end: Point, *, dash: float) -> None:
    """Make `line` a dashed line between two points; dashes and gaps are each about `dash` long."""
    count = max(1, round(float(np.linalg.norm(end - start)) / (2 * dash)))
    step = (end - start) / (2 * count - 1)
    line.points = np.concatenate(
        [_straight(start + 2 * i * step, start + (2 * i + 1) * step) for i in range(count)]
    )


def dashed_ring(radius: float, *, colour: str, width: float, dashes: int, share: float) -> VMobject:
    """Return a circle of dashes as a single path, which costs less than many mobjects.

    Args:
        radius: The radius.
        colour: The colour of the line.
        width: Its width.
        dashes: How many there are.
        share: The share of the circle that they cover.
    """
    pieces = DashedVMobject(Circle(radius), num_dashes=dashes, dashed_ratio=share)
    ring = VMobject(stroke_color=colour, stroke_width=width)
    ring.points = np.concatenate([piece.points for piece in pieces])
    return ring


def _straight(a: Point, b: Point) -> Point:
    return np.array([a, a + (b - a) / 3, a + (b - a) * 2 / 3, b])
