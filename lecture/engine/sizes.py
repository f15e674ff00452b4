"""Sizes and frame rates of what is drawn, as texts: a letter of Manim's, or 1000x1000@24."""

import re
from dataclasses import dataclass

from lecture.engine.job import QUALITIES
from scenes.settings.errors import ParameterError, echoed

USUAL = "h"
"""How the scenes of the lecture are drawn where nobody says otherwise."""
_LARGEST = 16_384
_WRITTEN = re.compile(r"([0-9]{1,6})x([0-9]{1,6})@([0-9]{1,4}(?:\.[0-9]{1,12})?)")


@dataclass(frozen=True)
class Size:
    """The width and height of pictures, in pixels, and how many there are per second."""

    width: int
    height: int
    rate: float

    @property
    def quality(self) -> str:
        """The text that stands for it."""
        letter = next((one for one, size in _LETTERS.items() if size == self), None)
        return letter or f"{self.width}x{self.height}@{self.rate:.12g}"


_SIZES = (
    Size(854, 480, 15),
    Size(1280, 720, 30),
    Size(1920, 1080, 60),
    Size(2560, 1440, 60),
    Size(3840, 2160, 60),
)
_LETTERS = dict(zip(QUALITIES, _SIZES, strict=True))


def is_size(text: str) -> bool:
    """Tell whether a text is written as a size and a frame rate, such as 1000x1000@24."""
    return _WRITTEN.fullmatch(text) is not None


def size_of(quality: str, where: str) -> Size:
    """Return what a text stands for.

    Args:
        quality: The text.
        where: Where it was found, for the message.

    Raises:
        ParameterError: It does not stand for anything that can be drawn.
    """
    try:
        return _size(quality)
    except ValueError as error:
        raise ParameterError(f"{where}: {error}") from None


def known_quality(text: str) -> str:
    """Return the shortest text for the same size.

    Raises:
        ValueError: It stands for nothing that can be drawn.
    """
    return _size(text).quality


def _size(quality: str) -> Size:
    if quality in _LETTERS:
        return _LETTERS[quality]
    found = _WRITTEN.fullmatch(quality)
    if found is None:
        known = ", ".join(QUALITIES)
        raise ValueError(
            f"there is no quality {echoed(quality)}; there are {known}, and sizes such as 1000x1000@24"
        )
    width, height, rate = int(found[1]), int(found[2]), float(found[3])
    if not all(0 < side <= _LARGEST and side % 2 == 0 for side in (width, height)):
        raise ValueError(f"{width}x{height} pixels: each must be an even number from 2 to {_LARGEST}")
    if not 0 < rate <= 1000:
        raise ValueError(f"{rate:g} frames a second: it must be a number above 0 and up to 1000")
    return Size(width, height, int(rate) if rate.is_integer() else rate)


def configured() -> str:
    """Return what Manim is configured to draw: by the user's `manim.cfg`, or by the file that a scene is in.

    Raises:
        ParameterError: It cannot be drawn.
    """
    from manim import config

    text = Size(config.pixel_width, config.pixel_height, config.frame_rate).quality
    return size_of(text, "manim.cfg").quality
