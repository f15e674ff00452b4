"""A plot of one straight line, with named dots on it."""

from collections.abc import Callable, Sequence

import numpy as np
from manim import DL, UR, Dot, Mobject, VGroup, VMobject

from scenes.settings.theme import Theme
from scenes.stage.axes.marks import DOT_RADIUS, RING_RADIUS, Point, dashed_ring, stretch
from scenes.stage.axes.plot import TICK, Plot
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.text import Words

_BESIDE = (("left", 0.16, -0.3), ("right", -0.16, 0.16), ("left", 0.26, -0.14), ("right", -0.26, -0.02))
"""Where a name may stand by its dot: below or above the line, which rises to the right."""

Rectangle = tuple[float, float, float, float]


class LinePlot(Plot):
    """Axes with one straight line, a goal on it, and named dots.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show.
        line: The height of the line at any place.
        goal: Where the goal is, (x, y); None leaves it out.
        names: Markup of the names of the axes.
        colours: The colours of these names; the second is that of the line.
        ring: The radius of the goal.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        window: Window,
        line: Callable[[float], float],
        goal: tuple[float, float] | None,
        *,
        names: tuple[str, str],
        colours: tuple[str, str],
        ring: float = RING_RADIUS,
    ) -> None:
        super().__init__(theme, box, window, names=names, colours=colours)
        self.curve = VMobject(stroke_color=colours[1], stroke_width=4)
        self.draw_line(self.curve, line)
        self.ring = VGroup()
        if goal is not None:
            width = 4 if ring >= RING_RADIUS else 3
            dashes = dashed_ring(ring, colour=theme.goal, width=width, dashes=12, share=0.6)
            self.ring.add(dashes.move_to(self.point(*goal)))
        self.add(self.curve, self.ring)

    def draw_line(self, mobject: VMobject, line: Callable[[float], float]) -> None:
        """Make `mobject` the part of a straight line that is in the box."""
        ends = [self.point(x, line(x)) for x in (self.window.left, self.window.right)]
        kept = clipped(ends[0], ends[1], self.box)
        if kept:
            stretch(mobject, *kept)


def clipped(a: Point, b: Point, box: Box) -> tuple[Point, Point] | None:
    """Return the part of the segment from `a` to `b` that is in a box; None if there is none."""
    low, high = np.array([box.left, box.bottom]), np.array([box.right, box.top])
    enter, leave = 0.0, 1.0
    for start, along, least, most in zip(a[:2], (b - a)[:2], low, high, strict=True):
        if along == 0:
            if not least <= start <= most:
                return None
            continue
        first, second = sorted(((least - start) / along, (most - start) / along))
        enter, leave = max(enter, first), min(leave, second)
    if enter >= leave:
        return None
    first, last = (np.append(np.clip((a + share * (b - a))[:2], low, high), 0.0) for share in (enter, leave))
    return first, last  # clipped once more: an end far away leaves its rounding


def named_dots(
    plot: LinePlot, points: Sequence[tuple[float, float]], names: Sequence[str], colour: str, size: float
) -> VGroup:
    """Return a dot for each point, with its name beside it unless a later name is in the way.

    The last points of a descent are the ones that most need a name, so they come first.
    """
    dots = VGroup(*(VGroup(Dot(plot.point(*point), radius=DOT_RADIUS * 0.9, color=colour)) for point in points))
    centres = [dot[0].get_center() for dot in dots]
    taken: list[Rectangle] = [_around(ring) for ring in plot.ring]
    for i in reversed(range(len(points))):
        others = [(c[0] - 0.12, c[0] + 0.12, c[1] - 0.12, c[1] + 0.12) for j, c in enumerate(centres) if j != i]
        x, y = centres[i][:2]
        for align, dx, dy in _BESIDE:
            name = Words(names[i], size=size, colour=plot.theme.ink, at=(x + dx, y + dy), align=align)  # type: ignore[arg-type]
            left, right = name.get_left()[0] - 0.05, name.get_right()[0] + 0.05
            here = (left, right, name.get_bottom()[1] - 0.05, name.get_top()[1] + 0.05)
            inside = plot.box.left + TICK < left and right < plot.box.right and here[2] > plot.box.bottom + TICK
            if inside and not any(_meet(here, there) for there in [*taken, *others]):
                taken.append(here)
                dots[i].add(name)
                break
    return dots


def _around(mobject: Mobject) -> Rectangle:
    """Return what a mobject spans: left, right, bottom, top."""
    left, bottom = mobject.get_corner(DL)[:2]
    right, top = mobject.get_corner(UR)[:2]
    return float(left), float(right), float(bottom), float(top)


def _meet(one: Rectangle, other: Rectangle) -> bool:
    """Tell whether two rectangles (left, right, bottom, top) overlap."""
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]
