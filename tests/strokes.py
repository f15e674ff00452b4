"""What runs through a text or lies over it: any painted path, by its points, its width and its place in the order.

Neither names nor kinds of mobjects matter here. A path whose outline is not seen runs through nothing: it has
faded away, or something opaque is painted over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import Mobject, Scene
from manim.utils.family import extract_mobject_family_members

Points = npt.NDArray[np.float64]
Rectangle = tuple[float, float, float, float]

PIXEL = 0.01
"""What a stroke width of 1 is in scene units."""
SEEN = 0.05
"""What is less opaque than this cannot be seen."""
APART = 1e-5
"""Where a path goes on so far away it is another piece."""
CHORDS = 8
"""How many chords stand for a Bézier piece that is curved."""
_FRACTIONS = np.linspace(0.1, 0.9, 9)


@dataclass
class Painted:
    """A path as it is painted.

    Attributes:
        mobject: Whose path it is.
        place: Its place in the order of painting.
        chords: Its outline in straight lines, shape (n, 2, 2): from, to; x, y.
        half: Half the width of its line; 0 where only its filling is seen.
        opacity: How opaque its filling is.
        box: Left, right, bottom and top, the width of the line included.
    """

    mobject: Mobject
    place: int
    chords: Points
    half: float
    opacity: float
    box: Rectangle = field(init=False)

    def __post_init__(self) -> None:
        (left, bottom), (right, top) = self.chords.min(axis=(0, 1)), self.chords.max(axis=(0, 1))
        self.box = (left - self.half, right + self.half, bottom - self.half, top + self.half)

    def within(self, box: Rectangle) -> Points:
        """Return points, shape (n, 2), on the middle of the line where it runs through a rectangle."""
        if not _meet(self.box, box):
            return np.zeros((0, 2))
        low = np.array([box[0] - self.half, box[2] - self.half])
        high = np.array([box[1] + self.half, box[3] + self.half])
        start, along = self.chords[:, 0], self.chords[:, 1] - self.chords[:, 0]
        with np.errstate(divide="ignore", invalid="ignore"):
            ways = np.stack([(low - start) / along, (high - start) / along])
        inside = (low < start) & (start < high)
        still = along == 0  # along an axis: inside of the strip all the time, or never
        enter = np.where(still, np.where(inside, 0, np.inf), ways.min(axis=0)).max(axis=1).clip(0)
        leave = np.where(still, np.where(inside, 1, -np.inf), ways.max(axis=0)).min(axis=1).clip(max=1)
        hit = enter < leave
        shares = enter[hit, None] + (leave - enter)[hit, None] * _FRACTIONS
        return (start[hit, None] + shares[..., None] * along[hit, None]).reshape(-1, 2)

    def covers(self, points: Points) -> npt.NDArray[np.bool_]:
        """Tell which points, shape (n, 2), lie on the filling, as the winding of the outline has it."""
        (ax, ay), (bx, by) = self.chords[:, 0].T, self.chords[:, 1].T
        x, y = points[:, :1], points[:, 1:]
        left_of = (bx - ax) * (y - ay) - (x - ax) * (by - ay)
        up, down = (ay <= y) & (by > y) & (left_of > 0), (ay > y) & (by <= y) & (left_of < 0)
        return np.asarray((up.sum(axis=1) - down.sum(axis=1)) != 0)


def seen(scene: Scene) -> Iterator[tuple[Any, float, float]]:
    """Yield the paths that are seen, in the order of painting, each with the width of its line and its opacity."""
    mobjects = [*scene.mobjects, *scene.foreground_mobjects]
    for part in extract_mobject_family_members(mobjects, True, True):
        path: Any = part
        width = path.get_stroke_width() if path.get_stroke_opacity() > SEEN else 0.0
        opacity = path.get_fill_opacity()
        if (width > 0 or opacity > SEEN) and len(path.points) and np.isfinite(path.points).all():
            yield path, width, opacity


def painted(scene: Scene) -> list[Painted]:
    """Return all that is seen in the picture, in the order in which it is painted."""
    return [
        Painted(path, place, _chords(path, closed=opacity > SEEN), PIXEL * width / 2, opacity)
        for place, (path, width, opacity) in enumerate(seen(scene))
    ]


def on_texts(scene: Scene, texts: Sequence[Mobject]) -> Iterator[tuple[Mobject, Mobject, str]]:
    """Yield each text with a mobject that runs through it or lies over it, and the words for which of these."""
    paths = painted(scene)
    letters = {id(part): text for text in texts for part in text.get_family()}
    lines = [path for path in paths if id(path.mobject) not in letters]
    for text in texts:
        own = [path for path in paths if letters.get(id(path.mobject)) is text]
        if not own:
            continue
        box = _around(own)
        grid = np.stack(np.meshgrid(np.linspace(*box[:2], 9)[1:-1], np.linspace(*box[2:], 5)[1:-1]), -1)
        for line in lines:
            through = line.within(box)
            if len(through) and not _hidden(through, line, paths):
                yield text, line.mobject, "runs through"
            elif line.place > own[-1].place and line.opacity > SEEN and line.covers(grid.reshape(-1, 2)).any():
                yield text, line.mobject, "lies over"


def _hidden(points: Points, line: Painted, paths: Sequence[Painted]) -> bool:
    """Tell whether something opaque is painted over a line at all these points."""
    bare = points
    for path in paths:
        if path.place > line.place and path.opacity >= 1 and len(bare):
            bare = bare[~path.covers(bare)]
    return not len(bare)


def _around(paths: Sequence[Painted]) -> Rectangle:
    lefts, rights, bottoms, tops = zip(*(path.box for path in paths), strict=True)
    return min(lefts), max(rights), min(bottoms), max(tops)


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


def pieces(path: Any) -> list[Points]:
    """Return the pieces of a path, each Bézier points in fours, shape (n, 4, 2).

    Manim's own `get_subpaths` finds the same, and takes most of a check's time.
    """
    corners = np.asarray(path.points)[: len(path.points) // 4 * 4, :2].reshape(-1, 4, 2)
    apart = np.abs(corners[1:, 0] - corners[:-1, 3]).max(axis=1) > APART
    return np.split(corners, np.flatnonzero(apart) + 1) if len(corners) else []


def along(beziers: Points, count: int = CHORDS) -> Points:
    """Return points along Bézier pieces, shape (n, count + 1, 2), from their points, shape (n, 4, 2)."""
    t = np.linspace(0, 1, count + 1)
    weights = np.stack([(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3], axis=1)
    return np.asarray(weights @ beziers)


def _chords(path: Any, *, closed: bool) -> Points:
    """Return the outline of a path in straight lines; a filling closes every piece of it."""
    found = pieces(path)
    points = along(np.concatenate(found))
    chords = np.stack([points[:, :-1], points[:, 1:]], axis=2).reshape(-1, 2, 2)
    if not closed:
        return chords
    return np.concatenate([chords, [(piece[-1, 3], piece[0, 0]) for piece in found]])
