"""An arrow that is redrawn in every frame: as long as what it stands for, and broken where that is too long."""

from typing import Any

import numpy as np
from manim import VGroup, VMobject

from scenes.stage.axes.marks import Point, stretch

_TIP = 3.6  # how long a tip is, in widths of the shaft
_GAP = 1.6  # how long the gap of a broken shaft is, in the same


class Pointer(VGroup):
    """An arrow from one point to another.

    Args:
        colour: The colour.
        width: The width of the shaft, in scene units.
    """

    def __init__(self, colour: str, width: float) -> None:
        super().__init__()
        self.width_of_shaft = width
        self.shaft = VMobject(stroke_color=colour, stroke_width=100 * width)
        self.tip = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.add(self.shaft, self.tip)

    def clear(self) -> None:
        """Show nothing."""
        self.shaft.points = self.tip.points = np.zeros((0, 3))

    def point(self, start: Any, end: Any, *, broken: bool = False) -> None:
        """Point from `start` to `end`; a broken one stands for more than it is long."""
        a, b = (np.asarray(point, dtype=float) for point in (start, end))
        length = float(np.linalg.norm(b - a))
        self.clear()
        if length < 1e-6:
            return
        unit = (b - a) / length
        tip = min(_TIP * self.width_of_shaft, 0.7 * length)
        foot = b - unit * tip
        across = np.array([-unit[1], unit[0], 0.0]) * tip * 0.5
        self.tip.set_points_as_corners(np.array([b, foot + across, foot - across, b]))
        gap = _GAP * self.width_of_shaft
        if broken and length > 4 * gap:
            middle = a + (foot - a) * 0.6
            self.shaft.points = np.concatenate([_line(a, middle - unit * gap), _line(middle + unit * gap, foot)])
        else:
            stretch(self.shaft, a, foot + unit * tip * 0.2)


def _line(a: Point, b: Point) -> Point:
    return np.array([a, a + (b - a) / 3, a + (b - a) * 2 / 3, b])
