"""A target seen from the side, a ruler beside it, and arrows that fly in and stick."""

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import DashedLine, Ellipse, Line, Rectangle, VGroup, VMobject

from gdcore.arguments import Number
from scenes.parts.archer_error.numbers import RADIUS, is_on_target
from scenes.settings.theme import Theme
from scenes.stage.type.numbers import MINUS
from scenes.stage.type.text import Figures, Words

INCH = 0.43
"""An inch of the picture, in scene units."""
REACH = 3.6
"""How far off stands what misses the target altogether, in inches: by its place it says no more than that."""

_SLIM = 0.4  # width of the target by its height: it is seen at a slant
_BOARD = 0.14
_SHAFT = 1.3
_FLIGHT_STARTS = -7.3
_PAST = 0.75  # how far behind the target flies what misses it
_SAME_PLACE = 0.12
_FAN = tuple(math.radians(angle) for angle in (-3, 3, -9, 9, -15, 15))
"""The angles of arrows that stick in one place, so that each can be seen."""


def drawn_at(miss: float) -> float:
    """Return the height above the centre, in scene units, at which a miss of so many inches is drawn."""
    return INCH * (miss if is_on_target(miss) else math.copysign(REACH, miss))


Ends = tuple[tuple[float, float, float], tuple[float, float, float]]
"""Where a line begins and ends."""


class Target(VGroup):
    """Rings an inch apart around a centre in the goal's colour, on a stand.

    Args:
        theme: The colours.
        at: The centre.
    """

    def __init__(self, theme: Theme, at: tuple[float, float]) -> None:
        super().__init__()
        self.centre = at
        x, y = at
        low = y - INCH * RADIUS
        for side in (-1, 1):
            top, foot = (x + 0.2 * side, low + 0.3, 0), (x + 0.5 * side, low - 0.26, 0)
            self.add(Line(top, foot, color=theme.muted, stroke_width=5))
        self.add(_disc(theme.muted, theme.ground, RADIUS).move_to((x + _BOARD, y, 0)))
        for inches in range(RADIUS, 0, -1):
            fill = theme.tint(theme.ink) if inches % 2 else theme.ground
            self.add(_disc(theme.muted, fill, inches).move_to((x, y, 0)))
        self.add(_disc(theme.goal, theme.goal, 0.2).move_to((x, y, 0)))


def _disc(colour: str, fill: str, inches: float) -> Ellipse:
    height = 2 * INCH * inches
    return Ellipse(
        width=_SLIM * height, height=height, color=colour, stroke_width=2.5, fill_color=fill, fill_opacity=1
    )


class Ruler(VGroup):
    """An upright ruler in inches, its 0 at the height of the centre.

    Args:
        theme: The colours.
        at: The middle of the ruler.
    """

    def __init__(self, theme: Theme, at: tuple[float, float]) -> None:
        super().__init__()
        x, y = at
        width, height = 0.62, 2 * INCH * RADIUS + 0.36
        self.strip = Rectangle(width=width, height=height, color=theme.muted, stroke_width=2.5)
        self.add(self.strip.move_to((x, y, 0)))
        left = x - width / 2
        self.marks: list[tuple[Line, Figures]] = []
        for half in range(-2 * RADIUS, 2 * RADIUS + 1):
            up, whole = y + half * INCH / 2, half % 2 == 0
            mark = Line((left, up, 0), (left + (0.2 if whole else 0.11), up, 0), color=theme.muted, stroke_width=2)
            self.add(mark)
            if whole:
                text = f"{half // 2}".replace("-", MINUS)
                at_right = (x + width / 2 - 0.09, up)
                label = Figures(text, size=0.21, colour=theme.muted, at=at_right, align="right", middle=True)
                self.marks.append((mark, label))
                self.add(label)
        self.add(Words("inches", size=0.22, colour=theme.muted, at=(x, y - height / 2 - 0.4), align="center"))


class Shot(VMobject):
    """An arrow on its way to the target, and where it ends.

    Args:
        theme: The colours.
        target: What it is shot at.
        miss: How many inches it is off, above (positive) or below the centre.
        angle: The angle at which it sticks.
    """

    def __init__(self, theme: Theme, target: Target, miss: float, angle: float) -> None:
        super().__init__(stroke_color=theme.ink, stroke_width=3.5)
        x, y = target.centre
        past = 0.0 if is_on_target(miss) else _PAST
        self.end = np.array([x + past, y + drawn_at(miss), 0.0])
        self.start = np.array([_FLIGHT_STARTS, self.end[1] - 0.25, 0.0])
        back = 0.6 * (self.end[0] - self.start[0])
        self.turn = self.end - back * np.array([1.0, math.tan(angle), 0.0])
        self.fly(1)

    def fly(self, time: float) -> None:
        """Show the arrow on its way, at a time from 0 to 1."""
        tip = (1 - time) ** 2 * self.start + 2 * time * (1 - time) * self.turn + time**2 * self.end
        along = (1 - time) * (self.turn - self.start) + time * (self.end - self.turn)
        ahead = along / np.linalg.norm(along)
        across = np.array([-ahead[1], ahead[0], 0.0])
        self.points = _ARROW[:, :1] * ahead + _ARROW[:, 1:] * across + tip


def _arrow() -> npt.NDArray[np.float64]:
    """Return the lines of an arrow whose tip is the origin, shape (4 m, 2): along it and across."""
    lines: list[tuple[Sequence[float], Sequence[float]]] = [((-_SHAFT, 0), (0, 0))]
    for side in (-1, 1):
        lines.append(((0, 0), (-0.15, 0.06 * side)))
        lines += [((x, 0), (x - 0.13, 0.1 * side)) for x in (-_SHAFT, 0.11 - _SHAFT, 0.22 - _SHAFT)]
    return np.concatenate([np.linspace(start, end, 4) for start, end in lines])


_ARROW = _arrow()


def shots_at(theme: Theme, target: Target, misses: Sequence[Number]) -> list[Shot]:
    """Return an arrow for each miss; those that stick in one place stick at angles of their own."""
    shots: list[Shot] = []
    for miss in map(float, misses):
        here = sum(abs(shot.end[1] - target.centre[1] - drawn_at(miss)) < _SAME_PLACE for shot in shots)
        shots.append(Shot(theme, target, miss, _FAN[here]))
    return shots


def across(ruler: Ruler, start: float, end: float, height: float) -> list[Ends]:
    """Return the ends of the lines from `start` to `end` at a height; they leave out the ruler and its numbers."""
    low, high = ruler.strip.get_bottom()[1], ruler.strip.get_top()[1]
    if not low <= height <= high:
        return [((start, height, 0), (end, height, 0))]
    left, right = ruler.strip.get_left()[0], ruler.strip.get_right()[0]
    return [((start, height, 0), (left, height, 0)), ((right, height, 0), (end, height, 0))]


def guide(theme: Theme, shot: Shot, ruler: Ruler, x: float) -> VGroup:
    """Return a dashed line from the tip of an arrow to the ruler, and on to `x`."""
    pieces = across(ruler, shot.end[0] + 0.12, x, shot.end[1])
    style: dict[str, Any] = {"color": theme.faded(theme.muted), "stroke_width": 2, "dash_length": 0.08}
    return VGroup(*(DashedLine(*ends, **style) for ends in pieces))
