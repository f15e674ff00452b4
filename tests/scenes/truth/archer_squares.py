"""What the second half of ArcherError must show: the square among its curves, on the machine, and three means."""

from collections.abc import Iterator
from typing import Any

from tests.scenes.reading.axes import axes_in
from tests.scenes.reading.picture import Picture
from tests.scenes.truth.archer_shots import NEAR, boxes, of_one_scale, sides, uprights, wrong_row
from tests.scenes.truth.misses import expected


def wrong_curves(picture: Picture, _: Any) -> Iterator[str]:
    """Yield what is wrong with the square of 2."""
    yield from _wrong_square(picture, 2.0)


def wrong_big_square(picture: Picture, p: Any) -> Iterator[str]:
    """Yield what is wrong with the square of the big miss, and with the rows of misses and squares beside it."""
    yield from _wrong_square(picture, p.big_miss)
    theme, edge = picture.theme, axes_in(picture)[0].box[1]
    beside = [one for one in picture.texts if one.is_number and one.x > edge and one.colour != theme.quiet]
    rows = sorted(beside, key=lambda one: (-round(one.box[2], 1), one.x))
    due = [expected([miss])[name][0] for miss in (1, p.small_miss, p.big_miss) for name in ("signed", "squared")]
    yield from wrong_row(rows, due)


def _wrong_square(picture: Picture, miss: float) -> Iterator[str]:
    """Yield what does not stand on a miss: dots, square; and curves that are none."""
    theme, (axes,) = picture.theme, axes_in(picture)
    yield from axes.uneven()
    across, up = (axis.place(1) - axis.place(0) for axis in (axes.x, axes.y))
    if abs(across / up - 1) > NEAR:
        yield f"1 is {across} long across, and {up} upwards"
    high = float(axes.y.value(axes.y.high))
    for colour, error in ((theme.ink, miss), (theme.error, miss * miss)):
        due = [(miss, error)] if error <= high * (1 + NEAR) else []
        found = [axes.read(dot) for dot in picture.dots(colour)]
        if len(found) != len(due):
            yield f"there are {len(found)} dots of {colour} at ({miss}, {error})"
        for dot, place in zip(found, due, strict=False):
            if max(abs(a - b) for a, b in zip(dot, place, strict=True)) > NEAR * high:
                yield f"a dot is at {dot}, not {place}"
    for left, right_, bottom, top in boxes(picture):
        corners = axes.read((left, bottom)), axes.read((right_, top))  # type: ignore[arg-type]
        found_corners = [*corners[0], *corners[1]]
        if max(abs(a - b) for a, b in zip(found_corners, (0, 0, miss, miss), strict=True)) > NEAR * high:
            yield f"the square reaches from {corners[0]} to {corners[1]}"
    for path in picture.strokes(theme.error, width=6):
        for x, y in map(axes.read, path.points):
            if abs(y - x * x) > 1e-4 * high:
                yield f"the curve of squares is at ({x}, {y})"
                break


def wrong_network(picture: Picture, _: Any) -> Iterator[str]:
    """Yield the numbers of the network that are not the lab's, and a square that does not stand on the miss."""
    theme = picture.theme
    missing = {"0.5", "0.25", "0.8", "−0.55", "0.3025"} - {one.says for one in picture.texts if one.figures}
    if missing:
        yield f"{missing} cannot be seen"
    (square,) = (path.box for path in picture.fillings(theme.error) if path.line == theme.error)
    left, right_, bottom, top = square
    marks = [one.box for one in picture.strokes(theme.prediction) if one.is_straight]
    rings = picture.rings(theme.goal, most=0.4)
    if not any(abs(box[2] - bottom) < NEAR for box in marks) or not any(abs(y - top) < 0.02 for _, y in rings):
        yield "the square does not reach from the prediction to the goal"
    if abs((right_ - left) - (top - bottom)) > NEAR:
        yield "the square is none"


def wrong_means(picture: Picture, p: Any) -> Iterator[str]:
    """Yield what is not at the one scale of all panels, wrong numbers, and verdicts that are not deserved."""
    rows, theme = expected(p.cancelling), picture.theme
    count = len(rows["signed"])
    red, means = uprights(picture, theme.error), uprights(picture, theme.ink)
    if len(red) != 3 * (count - 1) or len(means) != 3:
        yield f"there are {len(red)} arrows of misses and {len(means)} of means"
        return
    pairs = list(sides(boxes(picture), rows["squared"]))
    for i, name in enumerate(("signed", "absolute")):
        drawn = [*red[i * (count - 1) : (i + 1) * (count - 1)], means[i]]
        pairs += [(float(value), one.length) for value, one in zip(rows[name], drawn, strict=True)]
    yield from of_one_scale(pairs)
    numbers = [one for one in picture.texts if one.is_number]
    listed = sorted((one for one in numbers if one.box[0] < -5.5), key=lambda one: -one.y)
    yield from wrong_row(listed, rows["signed"][:-1])
    yield from wrong_row(
        sorted((one for one in numbers if one not in listed), key=lambda one: one.x),
        [rows[name][-1] for name in ("signed", "absolute", "squared")],
    )
    fooled = bool(picture.said("fooled"))
    if fooled != (rows["signed"][-1] == 0 and any(rows["signed"])):
        yield f"it is {'' if fooled else 'not '}said that {list(map(float, rows['signed']))} fool"
