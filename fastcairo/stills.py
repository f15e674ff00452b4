"""Packets of frames that equal the one before: made by x264 once, and used wherever a picture rests."""

from functools import lru_cache
from threading import Lock

import av
from manim._config.video_encoder import VideoEncoderSpec

from fastcairo.canvas import planes_of
from fastcairo.x264 import AT_A_TIME, context_of, moving

_KINDS_KEPT = 4


class Stills:
    """Packets that say "as before", each by how many frames it comes after a keyframe.

    Nothing of a picture is in such a packet: with one frame to refer to, a constant quantiser and no frames out
    of their order, two of them differ in the number of the frame alone, of which they have the last few bits. So
    x264 makes them of an empty picture, until as many repeat all those before: after that they come round.

    Args:
        spec: How the video is encoded, without B-frames and without delay.
    """

    def __init__(self, spec: VideoEncoderSpec) -> None:
        self._lock = Lock()  # two segments may be encoded at once
        self._made: list[bytes] = []
        self._frame = av.VideoFrame(spec.width, spec.height, spec.pixel_format)
        for plane in planes_of(self._frame):
            plane[:] = 128
        self._context = context_of(spec, moving(spec, AT_A_TIME))

    def packet(self, number: int) -> bytes:
        """Return the packet of the `number`-th frame after a keyframe."""
        with self._lock:
            while len(self._made) <= number and not self._comes_round():
                self._frame.pts = len(self._made)
                (packet,) = self._context.encode(self._frame)
                self._made.append(bytes(packet))
            count = len(self._made) - 1
            return self._made[number if number <= count else 1 + (number - 1) % count]

    def _comes_round(self) -> bool:
        """Tell whether the second half of the packets, the one of the keyframe aside, are as the first."""
        half, odd = divmod(len(self._made) - 1, 2)
        return half > 0 and not odd and self._made[1 : half + 1] == self._made[half + 1 :]


stills_of = lru_cache(maxsize=_KINDS_KEPT)(Stills)
"""The packets for a specification, which its segments share."""
