"""How x264 is told to encode: what moves, what rests, and pictures of which much moves. Found by measurement.

The three are made for one video: their parameter sets are the same, so that a packet of one can follow those of
another wherever a keyframe begins.
"""

from dataclasses import replace
from typing import Final, cast

import av
from av.codec.context import Flags
from manim._config.video_encoder import VideoEncoderSpec

PIXEL_FORMAT = "yuv420p"
_MANIMS_OWN = {"libx264": {"crf": "23"}}
"""The options that Manim chooses by itself."""
_SECONDS_TO_KEYFRAME = 5
_LARGE: Final = 1920 * 1080
"""In smaller pictures the same quantiser loses more."""

_ALIKE = "cabac=1:8x8dct=1:ref=1:bframes=0:weightp=0:stitchable=1:sliced-threads=0:force-cfr=1"
"""Decides the parameter sets; besides, a picture has one slice, however many threads there are."""
AT_A_TIME = "threads=1"
_AT_ONCE = "threads=2:sync-lookahead=0"
"""Two frames are encoded at a time, so the encoder keeps one back."""


def quick(spec: VideoEncoderSpec | None) -> VideoEncoderSpec | None:
    """Return a specification with options that encode sooner, unless the user has chosen some."""
    if spec is None or spec.pixel_format != PIXEL_FORMAT or dict(spec.options) != _MANIMS_OWN.get(spec.codec):
        return spec
    return replace(spec, options=tuple(sorted(moving(spec).items())))


def moving(spec: VideoEncoderSpec, threads: str = _AT_ONCE) -> dict[str, str]:
    """Return options for frames that differ from the one before: little time each, and finer keyframes."""
    quantiser, key = (28, 18) if spec.width * spec.height >= _LARGE else (26, 17)
    finer = 2 ** ((quantiser - key) / 6)
    return {
        "preset": "ultrafast",
        "qp": str(quantiser),
        "g": str(keyframes_apart(spec)),
        "x264-params": f"{_ALIKE}:{threads}:ipratio={finer:.3f}:analyse=i4x4,i8x8,p8x8:subme=2",
    }


def resting(spec: VideoEncoderSpec) -> dict[str, str]:
    """Return options for a keyframe that is to be seen for a while."""
    return {
        "preset": "ultrafast",
        "qp": "14",
        "g": str(keyframes_apart(spec)),
        "x264-params": f"{_ALIKE}:{AT_A_TIME}:ipratio=1:analyse=i4x4,i8x8",
    }


def busy(spec: VideoEncoderSpec) -> dict[str, str]:
    """Return options for frames in which much moves: finer where it pays for frames to come."""
    return {
        "preset": "veryfast",
        "crf": "22",
        "g": str(keyframes_apart(spec)),
        "x264-params": f"{_ALIKE}:{_AT_ONCE}:psy=0:subme=1:rc-lookahead=5",
    }


def keyframes_apart(spec: VideoEncoderSpec) -> int:
    """Return how many frames there are from a keyframe to the next, at most."""
    return max(1, int(_SECONDS_TO_KEYFRAME * spec.frame_rate))


def context_of(spec: VideoEncoderSpec, options: dict[str, str]) -> av.VideoCodecContext:
    """Return an encoder."""
    context = cast(av.VideoCodecContext, av.CodecContext.create(spec.codec, "w"))
    context.width, context.height = spec.width, spec.height
    context.pix_fmt = spec.pixel_format
    context.framerate, context.time_base = spec.frame_rate, 1 / spec.frame_rate
    context.options = options
    context.flags |= Flags.global_header
    context.open()
    return context
