"""Packets of frames that equal the one before: made by x264 once, and used wherever a picture rests."""

from fractions import Fraction
from functools import lru_cache
from threading import Lock

import av
import numpy as np
from manim._config.video_encoder import VideoEncoderSpec

from fastcairo.canvas import planes_of


class Stills:
    """Packets that say "as before", each by how many frames it comes after a keyframe.

    Nothing of the picture is in such a packet. With one reference frame, a constant quantiser and no reordering of frames, two
    of them differ in nothing but the number of the frame, which counts from the keyframe. So x264 makes them from an empty picture.
    """

    def __init__(self, spec: VideoEncoderSpec) -> None:
        self._lock = Lock()  # two segments may be encoded at once
        self._made: list[bytes] = []
        self._frame = av.VideoFrame(spec.width, spec.height, spec.pixel_format)
        for plane in planes_of(self._frame):
            plane[:] = 128
        self._encoder = av.CodecContext.create(spec.codec, "w")
        self._encoder.width, self._encoder.height = spec.width, spec.height
        self._encoder.pix_fmt = spec.pixel_format
        self._encoder.framerate, self._encoder.time_base = spec.frame_rate, 1 / spec.frame_rate
        self._encoder.options = dict(spec.options)
        self._encoder.flags |= av.codec.context.Flags.global_header
        self._encoder.open()

    def fit(self, encoder: av.VideoCodecContext) -> bool:
        """Return whether an encoder's video can take the packets: its parameter sets are the same."""
        return encoder.extradata == self._encoder.extradata

    def packet(self, number: int) -> bytes:
        """Return the packet of the `number`-th frame after a keyframe."""
        with self._lock:
            while len(self._made) <= number:
                self._frame.pts = len(self._made)
                (packet,) = self._encoder.encode(self._frame)
                self._made.append(bytes(packet))
            return self._made[number]


stills = lru_cache(maxsize=None)(Stills)
