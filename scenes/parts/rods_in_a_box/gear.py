"""How large the wheels are that join the rods, and where they lie; no Manim is needed for it."""

from dataclasses import dataclass

from gdcore.arguments import Number, Scalar
from scenes.stage.type.layout import Box

NOT_TO_SCALE = 8
"""A wheel that ought to be this many times as large as the other is drawn smaller, and cut."""
_LARGEST = 0.345
"""The radius of the larger wheel, as a share of the height of the box."""
_WIDEST = 0.45
"""Its radius at most, as a share of the width of the box."""
BAR = 0.065
"""How thick a bar is, as a share of the height of the box."""


@dataclass(frozen=True)
class Wheel:
    """A wheel, and where the bar lies that turns it.

    Attributes:
        radius: Its radius; 0 is no wheel.
        rod: The height of the rod outside.
        up: Whether the bar lies on the wheel; else it lies below.
    """

    radius: float
    rod: float
    up: bool


@dataclass(frozen=True)
class Gear:
    """Two wheels on one axle, so large that the rods move as their derivative says.

    Attributes:
        axle: Where the axle is, (x, y).
        blue, red: The wheels.
        to_scale: Whether their radii are to each other as the changes of the rods.
    """

    axle: tuple[float, float]
    blue: Wheel
    red: Wheel
    to_scale: bool


def gear_of(derivative: Number, box: Box, heights: tuple[float, float]) -> Gear:
    """Return the wheels for a derivative, in a box with rods at these heights, blue's and red's.

    Both bars lie on the same side of the axle where the derivative is positive, and on either side where it is
    negative; at 0 the red one has no wheel.
    """
    size: Scalar = abs(derivative)
    positive = bool(derivative > 0)
    half, (low, high) = BAR * box.height / 2, heights
    ratio = min(max(float(size), 1 / NOT_TO_SCALE), NOT_TO_SCALE)
    largest = min(_LARGEST * box.height, _WIDEST * box.width)
    if not size:
        y = low + half + 0.8 * largest
        return Gear((box.centre[0], y), Wheel(0.8 * largest, low, False), Wheel(0, high, True), True)
    if not positive:
        larger = max(ratio, 1 / ratio)
        largest = min(largest, (high - low - 2 * half) * larger / (1 + larger))
    if ratio >= 1:
        red, blue = largest, largest / ratio
        y = high - half - red
    else:
        red, blue = largest * ratio, largest
        y = low + half + blue
    return Gear(
        (box.centre[0], y),
        Wheel(blue, low, positive and ratio >= 1),
        Wheel(red, high, not positive or ratio >= 1),
        is_to_scale(derivative),
    )


def is_to_scale(derivative: Number) -> bool:
    """Tell whether the wheels for a derivative can be drawn as large as they are beside each other."""
    size: Scalar = abs(derivative)
    return bool(not size or (NOT_TO_SCALE * size >= 1 and size <= NOT_TO_SCALE))
