"""What is wrong with what is drawn in axes: curves, dots, rings, drops and broken lines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

import numpy as np

from tests.scenes.reading.axes import Axes
from tests.scenes.reading.picture import Path, Picture, lies_in
from tests.strokes import Points

OFF = 0.006
"""How far off its place may be what is drawn, in scene units: less than a line is wide."""

BEYOND = 0.2
"""Where a curve ends, so far on its function must be out of the axes."""

Function = Callable[[Fraction], Fraction]
Place = tuple[Fraction | float, Fraction | float]


def wrong_graph(axes: Axes, path: Path, function: Function, what: str, *, whole: bool = True) -> Iterator[str]:
    """Yield where a curve is not the graph of a function, and whether it ends inside of the axes.

    Args:
        axes: The axes.
        path: The curve.
        function: The function, exactly.
        what: What to call the curve.
        whole: Whether the curve must run through all of the axes.
    """
    for place in path.points[:: max(1, len(path.points) // 40)]:
        # A curve is continuous: near the place it has every height between those that it has to either side.
        heights = [axes.y.place(function(axes.x.value(place[0] + beside))) for beside in (-OFF, 0, OFF)]
        if not min(heights) - OFF <= place[1] <= max(heights) + OFF:
            yield f"{what} is at {axes.read(place)}, not at a height of {float(function(axes.x.value(place[0])))}"
            return
    if whole:
        for side, beyond, end in (
            (axes.x.low, -BEYOND, path.points[:, 0].argmin()),
            (axes.x.high, BEYOND, path.points[:, 0].argmax()),
        ):
            place = path.points[end]
            goes_on = axes.y.place(function(axes.x.value(place[0] + beyond)))
            if abs(place[0] - side) > OFF and axes.y.low + OFF < goes_on < axes.y.high - OFF:
                yield f"{what} ends at {axes.read(place)}, inside of the axes"


def wrong_places(axes: Axes, found: Sequence[Points], due: Sequence[Place], what: str) -> Iterator[str]:
    """Yield which of some places in axes have nothing of a kind there, and what stands where none is due."""
    places = [axes.place(*one) for one in due]
    for place, values in zip(places, due, strict=True):
        if not any(_near(place, one) for one in found):
            yield f"there is no {what} at ({float(values[0])}, {float(values[1])})"
    for one in found:
        if not any(_near(place, one) for place in places):
            yield f"there is a {what} at {axes.read(one)}"


def wrong_chain(axes: Axes, path: Path, due: Sequence[Place], what: str) -> Iterator[str]:
    """Yield where a broken line does not run through these corners, one after the other."""
    corners, places = path.corners, np.array([axes.place(*one) for one in due])
    corners = corners[np.concatenate([[True], np.abs(np.diff(corners, axis=0)).max(axis=1) > 0])]
    places = places[np.concatenate([[True], np.abs(np.diff(places, axis=0)).max(axis=1) > 1e-12])]
    near = np.hypot(*(places[:, None] - corners[None]).transpose(2, 0, 1)) <= 2 * OFF
    for place in places[~near.any(axis=1)][:1]:
        yield f"{what} does not reach {axes.read(place)}"
    for corner in corners[~near.any(axis=0)][:1]:
        yield f"{what} turns at {axes.read(corner)}"
    if len(corners) == len(places) and np.abs(corners - places).max() > 2 * OFF:
        yield f"{what} runs through its corners in another order"


def wrong_error_curve(picture: Picture, axes: Axes, error: Function, *, width: float = 4) -> Iterator[str]:
    """Yield what is wrong with the error curve in axes of weight and error; it has a width of its own."""
    curves = picture.strokes(picture.theme.ink, width=width, within=axes.box)
    if len(curves) != 1:
        yield f"there are {len(curves)} error curves"
        return
    yield from wrong_graph(axes, curves[0], error, "the error curve")


def wrong_drop(picture: Picture, axes: Axes, at: Place, *, least: float = 0.3, dot: float = 0.15) -> Iterator[str]:
    """Yield what is wrong with the line that measures the error of a dot; a short one is not drawn."""
    foot, head = axes.place(at[0], 0), axes.place(*at)
    drops = [one for one in picture.strokes(picture.theme.error, within=axes.box) if one.is_straight]
    if len(drops) != (head[1] - foot[1] > least):
        yield f"{len(drops)} lines measure an error of {float(at[1])}"
    for drop in drops:
        left, right, bottom, top = drop.box
        if max(abs(left - foot[0]), abs(right - foot[0]), abs(bottom - foot[1])) > OFF or not (
            0 < head[1] - top < dot
        ):
            yield f"the line that measures an error runs from {axes.read(drop.points[0])}, not up to {at}"


def wrong_tangent(picture: Picture, axes: Axes, at: Place, slope: Fraction, *, width: float = 4) -> Iterator[str]:
    """Yield what is wrong with the tangent at a place; it need not reach through the axes."""
    lines = picture.strokes(picture.theme.slope, width=width, within=axes.box)
    weight, error = map(Fraction, at)

    def touching(x: Fraction) -> Fraction:
        return error + slope * (x - weight)

    if len(lines) != 1:
        yield f"there are {len(lines)} tangents"
    for line in lines:
        if not lies_in(line.box, axes.box):
            yield "the tangent leaves the axes"
        yield from wrong_graph(axes, line, touching, f"the tangent at {float(weight)}", whole=False)
        x = axes.x.place(weight)
        if not line.box[0] - OFF <= x <= line.box[1] + OFF:
            yield f"the tangent does not touch the curve at {float(weight)}"


def wrong_hops(picture: Picture, axes: Axes, due: Sequence[tuple[Place, Place]]) -> Iterator[str]:
    """Yield which hops from one place to another are missing, and what else is drawn like one.

    A hop is an arc that begins at the first place, and a tip that ends beside the second; of a short one no more
    than the dot at its beginning is drawn.
    """
    colour = picture.theme.faded(picture.theme.weight)
    arcs = picture.strokes(colour, width=3, within=axes.box)
    tips = [one.corners for one in picture.fillings(colour, within=axes.box) if not one.circle]
    starts = picture.dots(colour, within=axes.box)
    unused = list(range(len(arcs)))
    yield from wrong_places(axes, starts, [start for start, _ in due], "beginning of a hop")
    for start, end in due:
        a, b = axes.place(*start), axes.place(*end)
        long = float(np.hypot(*(b - a)))
        found = [
            i for i, arc in enumerate(arcs) if _near(arc.points[0], a) and np.hypot(*(arc.points[-1] - b)) < 0.3
        ]
        back = [i for i, arc in enumerate(arcs) if _near(arc.points[0], b)]
        if long > 0.45 and not (found or back):
            yield f"there is no hop from {axes.read(a)} to {axes.read(b)}"
        if long > 0.45 and not any(0.1 < np.hypot(*(tip - b).T).min() < 0.16 for tip in tips):
            yield f"no tip of a hop ends at {axes.read(b)}"
        unused = [i for i in unused if i not in found]
    for i in unused:
        yield f"a hop runs from {axes.read(arcs[i].points[0])} to about {axes.read(arcs[i].points[-1])}"


def hops_drawn(picture: Picture, axes: Axes) -> list[tuple[Points, Points]]:
    """Return where the arcs of hops begin, and about where they end."""
    arcs = picture.strokes(picture.theme.faded(picture.theme.weight), width=3, within=axes.box)
    return [(arc.points[0], arc.points[-1]) for arc in arcs]


def hops_astray(
    axes: Axes, drawn: Sequence[tuple[Points, Points]], allowed: Sequence[tuple[Place, Place]]
) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """Yield where hops begin and end, in the units of the axes, that run between no places that are allowed."""
    places = [(axes.place(*start), axes.place(*end)) for start, end in allowed]
    for start, end in drawn:
        if not any(_near(start, a) and np.hypot(*(end - b)) < 0.3 for a, b in places):
            yield axes.read(start), axes.read(end)


def _near(one: Points, other: Points) -> bool:
    return bool(np.hypot(*(one - other)) <= 2 * OFF)
