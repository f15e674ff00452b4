"""What is seen in a picture, as it is painted: paths with their colours, and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from scenes.stage.type.text import Figures
from tests.legibility import texts
from tests.strokes import SEEN, Points, Rectangle, along, pieces, seen

NUMBER = re.compile(r"[+−]?[\d,]+(\.\d+)?(×10\^−?\d+|…)?")
STRAIGHT = 1e-6
"""What is so little beside a straight line is on it, in scene units."""


@dataclass(frozen=True)
class Segment:
    """A straight line: its ends, each (x, y), its colour and its width, and whether it goes on around a corner."""

    start: Points
    end: Points
    colour: str
    width: float
    cornered: bool

    @cached_property
    def length(self) -> float:
        """How long it is."""
        return float(np.hypot(*(self.end - self.start)))

    @cached_property
    def box(self) -> Rectangle:
        """Left, right, bottom and top."""
        (a, b), (c, d) = self.start, self.end
        return min(a, c), max(a, c), min(b, d), max(b, d)


class Path:
    """A painted path.

    Attributes:
        line: The colour of its line; None where none is seen.
        fill: The colour of its filling; None where none is seen.
        width: The width of its line.
    """

    def __init__(self, mobject: Any, width: float, opacity: float) -> None:
        self.line = mobject.get_stroke_color().to_hex() if width > 0 else None
        self.fill = mobject.get_fill_color().to_hex() if opacity > SEEN else None
        self.width = float(width)
        self._mobject = mobject

    @cached_property
    def pieces(self) -> list[Points]:
        """Its pieces, each Bézier points in fours, shape (n, 4, 2)."""
        return pieces(self._mobject)

    @cached_property
    def points(self) -> Points:
        """Points along it, shape (n, 2)."""
        return along(np.concatenate(self.pieces)).reshape(-1, 2)

    @cached_property
    def corners(self) -> Points:
        """The points that its pieces are put together at, shape (n, 2)."""
        return np.concatenate([np.concatenate([piece[:, 0], piece[-1:, 3]]) for piece in self.pieces])

    @cached_property
    def box(self) -> Rectangle:
        """Left, right, bottom and top."""
        (left, bottom), (right, top) = self.points.min(axis=0), self.points.max(axis=0)
        return float(left), float(right), float(bottom), float(top)

    @cached_property
    def segments(self) -> list[Segment]:
        """The straight lines that it consists of; dashes in a row are one, and a curve has none."""
        colour = self.line or self.fill or ""
        if self.is_straight:
            away = self.points - self.points[0]
            places = away @ away[np.abs(away).sum(axis=1).argmax()]
            return [Segment(self.points[places.argmin()], self.points[places.argmax()], colour, self.width, False)]
        beziers = ((bezier, len(piece) > 1) for piece in self.pieces for bezier in piece)
        return [
            Segment(one[0], one[3], colour, self.width, cornered) for one, cornered in beziers if _in_line(one)
        ]

    @cached_property
    def is_straight(self) -> bool:
        """Whether all of it lies on one straight line."""
        return _in_line(self.points)

    @cached_property
    def circle(self) -> tuple[float, float, float] | None:
        """Centre and radius of the circle that it lies on; None where it lies on none."""
        x, y = (self.points - self.points[0]).T
        if not np.ptp(x) or not np.ptp(y):
            return None
        (a, b, c), *_ = np.linalg.lstsq(np.stack([x, y, np.ones_like(x)], axis=1), x**2 + y**2, rcond=None)
        square = c + (a**2 + b**2) / 4
        radius = float(np.sqrt(max(square, 0)))
        away = np.hypot(x - a / 2, y - b / 2)
        spans = max(self.box[1] - self.box[0], self.box[3] - self.box[2]) > 1.5 * radius
        if not spans or np.ptp(away) > 0.01 * radius or len(self.points) < 30:
            return None
        return float(a / 2 + self.points[0, 0]), float(b / 2 + self.points[0, 1]), radius


def _in_line(points: Points) -> bool:
    away = points - points[0]
    far = away[np.abs(away).sum(axis=1).argmax()]
    length = float(np.hypot(*far))
    return not length or bool(np.abs(away[:, 0] * far[1] - away[:, 1] * far[0]).max() <= STRAIGHT * length)


@dataclass(frozen=True)
class Text:
    """A text: what it says, the rectangle of its ink, its colour, and whether it is of figures."""

    says: str
    box: Rectangle
    colour: str
    figures: bool

    @property
    def x(self) -> float:
        """The middle, across."""
        return (self.box[0] + self.box[1]) / 2

    @property
    def y(self) -> float:
        """The middle, upwards."""
        return (self.box[2] + self.box[3]) / 2

    @property
    def is_number(self) -> bool:
        """Whether it is a number and nothing else."""
        return self.figures and NUMBER.fullmatch(self.says) is not None

    def on_line_with(self, other: Text) -> bool:
        """Tell whether it stands on one line with another text."""
        shared = min(self.box[3], other.box[3]) - max(self.box[2], other.box[2])
        return shared > 0.5 * min(self.box[3] - self.box[2], other.box[3] - other.box[2])


class Picture:
    """What stands in the picture of a scene."""

    def __init__(self, scene: Any) -> None:
        self.theme = scene.theme
        found = texts(scene)
        letters = {id(part) for text in found for part in text.get_family()}
        self.paths = [Path(*one) for one in seen(scene) if id(one[0]) not in letters]
        self.texts = [_text(one) for one in found]

    def strokes(self, colour: str, *, width: float | None = None, within: Rectangle | None = None) -> list[Path]:
        """Return the lines of a colour and a width that touch a rectangle and have no filling."""
        return [
            path
            for path in self.paths
            if path.line == colour
            and path.fill is None
            and (width is None or path.width == width)
            and (within is None or meets(path.box, within))
        ]

    def fillings(self, colour: str, *, within: Rectangle | None = None) -> list[Path]:
        """Return what is filled with a colour and touches a rectangle."""
        return [path for path in self.paths if path.fill == colour and (within is None or meets(path.box, within))]

    def dots(self, colour: str, *, within: Rectangle | None = None, most: float = 0.16) -> list[Points]:
        """Return the middles of the dots of a colour, each (x, y)."""
        circles = (path.circle for path in self.fillings(colour, within=within))
        return [np.array(circle[:2]) for circle in circles if circle and circle[2] <= most]

    def rings(self, colour: str, *, within: Rectangle | None = None, most: float = 0.2) -> list[Points]:
        """Return the middles of the rings of a colour, each (x, y)."""
        circles = (path.circle for path in self.strokes(colour, within=within))
        return [np.array(circle[:2]) for circle in circles if circle and circle[2] <= most]

    @cached_property
    def segments(self) -> list[Segment]:
        """All straight lines that are strokes."""
        return [segment for path in self.paths if path.line for segment in path.segments]

    # texts ------------------------------------------------------------------------------------------------

    def said(self, text: str) -> list[Text]:
        """Return the texts that say this and nothing else."""
        return [one for one in self.texts if one.says == text]

    def right_of(self, text: Text) -> list[Text]:
        """Return the texts to the right of one, on a line with it, from left to right."""
        found = (one for one in self.texts if one.on_line_with(text) and one.box[0] > text.box[1])
        return sorted(found, key=lambda one: one.x)

    def beside(self, name: str) -> str | None:
        """Return the number to the right of a name; None where there is none."""
        numbers = (one for text in self.said(name) if text.figures for one in self.right_of(text)[:1])
        return next((one.says for one in numbers if one.figures), None)


def _text(mobject: Any) -> Text:
    points = mobject.get_all_points()
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    drawn = next(part for part in mobject.get_family() if len(part.points))
    box = float(left), float(right), float(bottom), float(top)
    says = getattr(mobject, "text", None) or getattr(mobject, "markup", "")
    return Text(says, box, drawn.get_fill_color().to_hex(), isinstance(mobject, Figures))


def meets(one: Rectangle, other: Rectangle, slack: float = 0.0) -> bool:
    """Tell whether two rectangles touch."""
    return (
        one[0] <= other[1] + slack
        and other[0] <= one[1] + slack
        and one[2] <= other[3] + slack
        and other[2] <= one[3] + slack
    )


def lies_in(one: Rectangle, other: Rectangle, slack: float = 1e-3) -> bool:
    """Tell whether a rectangle lies in another."""
    return (
        other[0] - slack <= one[0]
        and one[1] <= other[1] + slack
        and other[2] - slack <= one[2]
        and one[3] <= other[3] + slack
    )


def level_and_upright(segments: Iterable[Segment]) -> Iterator[tuple[bool, Segment]]:
    """Yield the lines that are level (False) or upright (True)."""
    for one in segments:
        across, up = np.abs(one.end - one.start)
        if up <= STRAIGHT < across:
            yield False, one
        elif across <= STRAIGHT < up:
            yield True, one
