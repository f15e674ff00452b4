"""What the scenes of the zoo share."""

from typing import Any

import numpy as np
from manim import BLUE, GREEN, ORANGE, RED, RIGHT, YELLOW, Mobject, VGroup

SHORT: dict[str, Any] = {"run_time": 0.4}
"""Six frames."""
COLOURS = (RED, ORANGE, YELLOW, GREEN, BLUE)


def picture(height: int = 24, width: int = 32) -> Any:
    """Return the pixels of a picture."""
    rows, columns = np.mgrid[:height, :width]
    red, green = rows * 255 // height, columns * 255 // width
    return np.stack([red, green, 255 - red, 155 + green // 3], axis=2).astype(np.uint8)


def row(*mobjects: Mobject, **style: Any) -> VGroup:
    """Put mobjects side by side."""
    return VGroup(*mobjects).arrange(RIGHT, **style)
