"""Packets of frames that equal the one before: made by x264 once, and used wherever a picture rests."""

from functools import lru_cache
from threading import Lock
from typing import cast

import av
from av.codec.context import Flags
from manim._config.video_encoder import VideoEncoderSpec

from fastcairo.canvas import planes_of

_KINDS_KEPT = 4


class Stills:
    """Packets that say "as before", each by how many frames it comes after a keyframe.

    Nothing of a picture is in such a packet: with one frame to refer to, a constant quantiser and no frames out
    of their order, two of them differ in the number of the frame alone. So x264 makes them of an empty picture,
    and no more of them than are asked for.

    Args:
        spec: How the video is encoded, without B-frames and without delay.
    """

    def __init__(self, spec: VideoEncoderSpec) -> None:
        self._lock = Lock()  # two segments may be encoded at once
        self._made: list[bytes] = []
        self._frame = av.VideoFrame(spec.width, spec.height, spec.pixel_format)
        for plane in planes_of(self._frame):
            plane[:] = 128
        self._context = cast(av.VideoCodecContext, av.CodecContext.create(spec.codec, "w"))
        self._context.width, self._context.height = spec.width, spec.height
        self._context.pix_fmt = spec.pixel_format
        self._context.framerate, self._context.time_base = spec.frame_rate, 1 / spec.frame_rate
        self._context.options = dict(spec.options)
        self._context.flags |= Flags.global_header
        self._context.open()

    def fit(self, context: av.VideoCodecContext) -> bool:
        """Return whether the packets can stand among those of an encoder: its parameter sets are the same."""
        return context.extradata == self._context.extradata

    def packet(self, number: int) -> bytes:
        """Return the packet of the `number`-th frame after a keyframe."""
        with self._lock:
            while len(self._made) <= number:
                self._frame.pts = len(self._made)
                (packet,) = self._context.encode(self._frame)
                self._made.append(bytes(packet))
            return self._made[number]


stills_of = lru_cache(maxsize=_KINDS_KEPT)(Stills)
"""The packets for a specification, which its segments share."""
