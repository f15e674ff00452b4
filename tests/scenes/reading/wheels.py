"""Two wheels on one axle, and the bars that turn them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from tests.scenes.reading.picture import Picture


def wrong_wheels(picture: Picture, derivative: Fraction, within: tuple[float, float]) -> Iterator[str]:
    """Yield what is wrong with the wheels between two places, and with the bars that lie on them."""
    theme, circles = picture.theme, []
    for colour in (theme.blue_rod, theme.red_rod):
        found = [one.circle for one in picture.paths if one.line == colour and one.fill and one.circle]
        circles.append([one for one in found if within[0] < one[0] < within[1]])
    if [len(found) for found in circles] != [1, int(bool(derivative))]:
        yield f"there are {[len(found) for found in circles]} wheels"
        return
    if not derivative:
        return
    (blue,), (red,) = circles
    if max(abs(blue[0] - red[0]), abs(blue[1] - red[1])) > 1e-3:
        yield "the wheels are not on one axle"
    ratio, drawn = abs(derivative), red[2] / blue[2]
    shown = min(max(ratio, Fraction(1, 8)), Fraction(8))
    if abs(drawn - float(shown)) > 1e-3 * float(shown):
        yield f"the wheels are as {drawn} to 1, not as {float(shown)}"
    sides = [
        _touching(picture, colour, circle) for colour, circle in ((theme.blue_rod, blue), (theme.red_rod, red))
    ]
    if 0 in sides or (sides[0] == sides[1]) is not (derivative > 0):
        yield f"the bars lie on the sides {sides} of wheels for {float(derivative)}"


def _touching(picture: Picture, colour: str, circle: tuple[float, float, float]) -> int:
    """Return on which side a bar touches a wheel: 1 above, -1 below, 0 nowhere."""
    x, y, radius = circle
    for one in picture.fillings(colour):
        if one.circle is None and one.box[0] < x < one.box[1]:
            heights = one.corners[:, 1] - y
            for side in (1, -1):
                if (abs(heights - side * radius) < 1e-3).any() and (side * heights).max() > radius:
                    return side
    return 0
