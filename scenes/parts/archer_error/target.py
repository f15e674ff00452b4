"""A target seen from the side, a ruler beside it, and arrows that fly in and stick."""

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from manim import Ellipse, Line, VGroup, VMobject

from gdcore.arguments import Number
from scenes.parts.archer_error.numbers import RADIUS
from scenes.parts.archer_error.shapes import lines
from scenes.settings.theme import Theme
from scenes.stage.type.layout import Layout
from scenes.stage.type.numbers import MINUS
from scenes.stage.type.text import Figures, Words

_SLIM = 0.42  # width of the target by its height: it is seen at a slant
_SHAFT = 1.5
_PAST = 0.9  # how far behind the target flies what misses it
_SAME_PLACE = 0.12
_FAN = tuple(math.radians(angle) for angle in (-4, 5, -11, 12, -18, 19))
"""The angles of arrows that stick in one place, so that each can be seen."""
_QUIVER = math.radians(9)


class Target(VGroup):
    """Rings an inch apart around a centre in the goal's colour, on a stand.

    Args:
        theme: The colours.
        at: The centre.
        inch: How long an inch is.
    """

    def __init__(self, theme: Theme, at: tuple[float, float], inch: float) -> None:
        super().__init__()
        x, y = at
        low = y - inch * RADIUS
        for side in (-1, 1):
            top, foot = (x + 0.5 * inch * side, low + 0.5 * inch, 0), (x + inch * side, low - 0.35 * inch, 0)
            self.add(Line(top, foot, color=theme.muted, stroke_width=7))
        self.add(_disc(theme.muted, theme.ground, RADIUS, inch).move_to((x + 0.3 * inch, y, 0)))
        for inches in range(RADIUS, 0, -1):
            fill = theme.tint(theme.ink) if inches % 2 else theme.ground
            self.add(_disc(theme.muted, fill, inches, inch).move_to((x, y, 0)))
        self.add(_disc(theme.goal, theme.goal, 0.22, inch).move_to((x, y, 0)))


def _disc(colour: str, fill: str, inches: float, inch: float) -> Ellipse:
    height = 2 * inch * inches
    return Ellipse(
        width=_SLIM * height, height=height, color=colour, stroke_width=3, fill_color=fill, fill_opacity=1
    )


class Ruler(VGroup):
    """An upright ruler in inches, its 0 at the height of the centre.

    Args:
        theme: The colours.
        at: Where its 0 is.
        inch: How long an inch is.
        layout: The frame.
    """

    def __init__(self, theme: Theme, at: tuple[float, float], inch: float, layout: Layout) -> None:
        super().__init__()
        x, y = at
        places = [y + inch * mark for mark in range(-RADIUS, RADIUS + 1)]
        rule = VMobject(stroke_color=theme.quiet, stroke_width=2.5)
        rule.points = lines(
            [((x, places[0]), (x, places[-1]))] + [((x - 0.09, to), (x + 0.09, to)) for to in places]
        )
        self.add(rule)
        self.marks: list[tuple[float, Figures]] = []
        for mark, height in zip(range(-RADIUS, RADIUS + 1), places, strict=True):
            if mark:
                text = f"{mark}".replace("-", MINUS)
                label = Figures(
                    text, size=layout.tick, colour=theme.quiet, at=(x - 0.2, height), align="right", middle=True
                )
                self.marks.append((height, label))
                self.add(label)
        self.unit = Words(
            "inches",
            size=layout.number,
            colour=theme.ink,
            at=(x, places[0] - 0.62 * layout.unit),
            align="right",
        )
        self.add(self.unit)


class Shot(VMobject):
    """An arrow on its way to the target, and where it ends.

    Args:
        colour: Its colour.
        end: Where its tip ends.
        start: How far to the left its flight begins.
        angle: The angle at which it sticks.
        size: The size of an arrow, 1 in a frame 8 high.
    """

    def __init__(
        self, colour: str, end: tuple[float, float], *, start: float, angle: float, size: float = 1
    ) -> None:
        super().__init__(stroke_color=colour, stroke_width=6)
        self.end = np.array([*end, 0.0])
        self.start = np.array([start, end[1] - 0.3, 0.0])
        back = 0.6 * (end[0] - start)
        self.turn = self.end - back * np.array([1.0, math.tan(angle), 0.0])
        self.arrow = size * _ARROW
        self.fly(1)

    def fly(self, time: float) -> None:
        """Show the arrow on its way, at a time from 0 to 1."""
        tip = (1 - time) ** 2 * self.start + 2 * time * (1 - time) * self.turn + time**2 * self.end
        self._draw(tip, (1 - time) * (self.turn - self.start) + time * (self.end - self.turn))

    def quiver(self, time: float) -> None:
        """Show the arrow as it quivers after it has struck, at a time from 0 to 1, when it is still."""
        along = self.end - self.turn
        turned = math.atan2(along[1], along[0]) + _QUIVER * (1 - time) ** 2 * math.sin(6 * math.pi * time)
        self._draw(self.end, np.array([math.cos(turned), math.sin(turned), 0.0]))

    def _draw(self, tip: npt.NDArray[np.float64], along: npt.NDArray[np.float64]) -> None:
        ahead = along / np.linalg.norm(along)
        across = np.array([-ahead[1], ahead[0], 0.0])
        self.points = self.arrow[:, :1] * ahead + self.arrow[:, 1:] * across + tip


def _arrow() -> npt.NDArray[np.float64]:
    """Return the lines of an arrow whose tip is the origin, shape (4 m, 2): along it and across."""
    pieces: list[tuple[Sequence[float], Sequence[float]]] = [((-_SHAFT, 0), (0, 0))]
    for side in (-1, 1):
        pieces.append(((0, 0), (-0.2, 0.08 * side)))
        pieces += [((x, 0), (x - 0.16, 0.13 * side)) for x in (-_SHAFT, 0.13 - _SHAFT, 0.26 - _SHAFT)]
    return np.concatenate([np.linspace(start, end, 4) for start, end in pieces])


_ARROW = _arrow()


def shots_at(
    colour: str, x: float, heights: Sequence[float], misses: Sequence[Number], *, start: float, size: float
) -> list[Shot]:
    """Return an arrow for each miss; those that stick in one place stick at angles of their own.

    Args:
        colour: Their colour.
        x: Where the target is.
        heights: Where the arrows end.
        misses: By how many inches they miss.
        start: Where their flight begins.
        size: Their size.
    """
    shots: list[Shot] = []
    for height, miss in zip(heights, misses, strict=True):
        here = sum(abs(shot.end[1] - height) < _SAME_PLACE for shot in shots)
        past = 0.0 if abs(float(miss)) <= RADIUS else _PAST * size
        shots.append(Shot(colour, (x + past, height), start=start, angle=_FAN[here], size=size))
    return shots
