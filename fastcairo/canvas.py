"""The frame that is encoded: yuv420p, kept from frame to frame, of which only what has changed is converted."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import av
import numpy as np
from av.video.reformatter import VideoReformatter

from fastcairo.rectangles import Pixels, Rectangle

_PADDING = 2
"""Pixels around what is taken over that the conversion of its chroma may look at."""
_STEP_X, _STEP_Y = 64, 32
"""Steps of the sizes of patches: a converter works on one size."""
_CONVERTERS = 64
"""How many sizes have theirs at hand; another takes a tenth of a millisecond."""


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
    # The chroma of two rows is made of one more row above them and one below, that of two columns of these alone.
    start_x, end_x = changed[0] - changed[0] % 2, changed[2] + changed[2] % 2
    start_y, end_y = max(0, changed[1] - 1), min(height, changed[3] + 1)
    start_y, end_y = start_y - start_y % 2, end_y + end_y % 2
    left, right = _span(start_x, end_x, width, _STEP_X)
    top, bottom = _span(start_y, end_y, height, _STEP_Y)
    return Patch(frame[top:bottom, left:right].copy(), left, top, (start_x, start_y, end_x, end_y))


def _span(start: int, end: int, length: int, step: int) -> tuple[int, int]:
    """Return a stretch that holds another and its padding, some steps long, or all there is."""
    wanted = end - start + 2 * _PADDING
    size = min(wanted + -wanted % step, length)
    start = max(0, min(start - _PADDING, length - size))
    return start - start % 2, start - start % 2 + size


class Canvas:
    """A yuv420p frame; what it shows before all of it has been painted is undefined.

    Args:
        width, height: Its size in pixels; even numbers.
    """

    def __init__(self, width: int, height: int) -> None:
        self.frame = av.VideoFrame(width, height, "yuv420p")
        self._planes = planes_of(self.frame)
        # Converters are not shared: two segments may be encoded at once.
        self._converter = lru_cache(maxsize=_CONVERTERS)(lambda width, height: VideoReformatter())

    def put(self, changes: Sequence[Patch], before: Callable[[], None] = lambda: None) -> None:
        """Convert patches and take them over.

        Args:
            changes: The patches; their pixels may be other ones that are converted to the same.
            before: Is called first, while the frame is as it was, if it is to change at all.
        """
        parts = [part for patch in changes for part in self._converted(patch)]
        if not all(np.array_equal(mine, new) for mine, new in parts):
            before()
            for mine, new in parts:
                mine[:] = new

    def _converted(self, patch: Patch) -> Iterator[tuple[Pixels, Pixels]]:
        """Yield the part of each plane that a patch covers, and what is to stand there."""
        height, width = patch.pixels.shape[:2]
        rgba = av.VideoFrame.from_numpy_buffer(patch.pixels, format="rgba")
        # One thread: handing parts of it to others takes longer than a patch.
        converted = self._converter(width, height).reformat(rgba, format="yuv420p", threads=1)
        left, top, right, bottom = patch.inner
        for i, (mine, new) in enumerate(zip(self._planes, planes_of(converted), strict=True)):
            half = 1 if i == 0 else 2
            x0, y0 = (left - patch.left) // half, (top - patch.top) // half
            x1, y1 = (right - patch.left) // half, (bottom - patch.top) // half
            yield mine[top // half : bottom // half, left // half : right // half], new[y0:y1, x0:x1]


def planes_of(frame: av.VideoFrame) -> list[Pixels]:
    """Return the planes of a frame as arrays, (height, width), that share its memory."""
    return [
        np.frombuffer(memoryview(plane), np.uint8).reshape(plane.height, plane.line_size)[:, : plane.width]
        for plane in frame.planes
    ]
