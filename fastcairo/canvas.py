"""The frame that is encoded: yuv420p, kept from frame to frame, of which only what has changed is converted."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import av
import numpy as np
import numpy.typing as npt
from av.video.reformatter import VideoReformatter

from fastcairo.rectangles import Rectangle

Pixels = npt.NDArray[np.uint8]

_PADDING = 2
"""Pixels around a patch that the conversion of its chroma looks at."""
_WIDTHS, _HEIGHTS = (96, 192, 384, 768), (48, 96, 192, 384)
"""Sizes of patches, besides those of the frame: setting up the conversion of a size takes milliseconds."""


@dataclass(frozen=True)
class Patch:
    """A part of a frame that has changed.

    Attributes:
        pixels: The RGBA pixels of the part and, but for edges of the frame, those around it.
        left, top: Where they lie in the frame; even numbers.
        inner: What is to be taken over, in the frame's coordinates; even numbers.
    """

    pixels: Pixels
    left: int
    top: int
    inner: Rectangle


def patches(frame: Pixels, changed: Sequence[Rectangle]) -> list[Patch]:
    """Return patches of copied pixels for rectangles of a frame."""
    return [_patch(frame, rectangle) for rectangle in changed]


def _patch(frame: Pixels, changed: Rectangle) -> Patch:
    height, width = frame.shape[:2]
    inner = tuple(at - at % 2 for at in changed[:2]) + tuple(at + at % 2 for at in changed[2:])
    left, right = _span(inner[0], inner[2], width, _WIDTHS)
    top, bottom = _span(inner[1], inner[3], height, _HEIGHTS)
    return Patch(frame[top:bottom, left:right].copy(), left, top, (inner[0], inner[1], inner[2], inner[3]))


def _span(start: int, end: int, length: int, sizes: Sequence[int]) -> tuple[int, int]:
    """Return a stretch of one of `sizes` that holds another and its padding, or all there is."""
    wanted = end - start + 2 * _PADDING
    size = next((size for size in sizes if wanted <= size <= length), length)
    start = max(0, min(start - _PADDING, length - size))
    return start - start % 2, start - start % 2 + size


class Canvas:
    """A yuv420p frame, black until it is painted.

    Args:
        width, height: Its size in pixels; even numbers.
    """

    def __init__(self, width: int, height: int) -> None:
        self.frame = av.VideoFrame(width, height, "yuv420p")
        self._planes = planes_of(self.frame)
        self._size = (width, height)

    def put(self, patch: Patch) -> None:
        """Convert a patch and take it over."""
        height, width = patch.pixels.shape[:2]
        rgba = av.VideoFrame.from_numpy_buffer(patch.pixels, format="rgba")
        converted = _reformatter(width, height).reformat(rgba, format="yuv420p")
        left, top, right, bottom = patch.inner
        for i, (mine, new) in enumerate(zip(self._planes, planes_of(converted), strict=True)):
            half = 1 if i == 0 else 2
            x0, y0 = (left - patch.left) // half, (top - patch.top) // half
            x1, y1 = (right - patch.left) // half, (bottom - patch.top) // half
            mine[top // half : bottom // half, left // half : right // half] = new[y0:y1, x0:x1]


def planes_of(frame: av.VideoFrame) -> list[Pixels]:
    """Return the planes of a frame as arrays, (height, width), that share its memory."""
    return [
        np.frombuffer(plane, np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    ]


@cache
def _reformatter(width: int, height: int) -> VideoReformatter:
    """Return what converts frames of a size: it keeps the tables that it has set up."""
    return VideoReformatter()
