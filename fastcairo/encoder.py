"""Encodes the segments of a video from changes, in place of whole frames."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from manim._config.video_encoder import VideoEncoderSpec
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo.canvas import Canvas, patches

PIXEL_FORMAT = "yuv420p"
_MANIMS_OWN = {"libx264": {"crf": "23"}}
"""The options that Manim chooses by itself."""
_SECONDS_TO_KEYFRAME = 5
_LARGE = 1920 * 1080
"""In smaller pictures the same quantiser loses more."""


def quick(spec: VideoEncoderSpec | None) -> VideoEncoderSpec | None:
    """Return a specification with options that encode sooner, unless the user has chosen some."""
    if spec is None or spec.pixel_format != PIXEL_FORMAT or dict(spec.options) != _MANIMS_OWN.get(spec.codec):
        return spec
    return replace(spec, options=tuple(sorted(_options(spec).items())))


def _options(spec: VideoEncoderSpec) -> dict[str, str]:
    """Return options of x264, chosen by measurement: benchmarks/RESULTS.md."""
    return {
        "preset": "ultrafast",
        "qp": "23" if spec.width * spec.height >= _LARGE else "20",
        "g": str(int(_SECONDS_TO_KEYFRAME * spec.frame_rate)),
        "x264-params": "cabac=1:8x8dct=1:analyse=i4x4,i8x8:threads=2",
    }


class SegmentEncoder(VideoSegmentEncoder):
    """Encodes one segment; a frame is what has changed since the frame before."""

    def __init__(self, *, target: Path, spec: VideoEncoderSpec) -> None:
        super().__init__(target=target, spec=spec)
        self._canvas = Canvas(spec.width, spec.height)

    def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
        """Encode a frame `repeat` times.

        Args:
            pixels: What has changed since the frame before, as patches, or the pixels of a whole frame.
            repeat: How often it is shown.
        """
        if isinstance(pixels, np.ndarray):
            self._validate_frame(pixels, repeat)
            pixels = patches(pixels, [(0, 0, self.spec.width, self.spec.height)])
        try:
            for patch in pixels:
                self._canvas.put(patch)
            for _ in range(repeat):
                self._encode()
        except BaseException as error:
            raise self._operation_error("encode", error) from error

    def _encode(self) -> None:
        frame, stream = self._canvas.frame, cast(av.VideoStream, self._stream)
        frame.pts = self._next_pts
        frame.time_base = 1 / self.spec.frame_rate
        self._next_pts += 1
        for packet in stream.encode(frame):
            self._container.mux(packet)
