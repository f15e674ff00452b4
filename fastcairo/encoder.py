"""Encodes the segments of a video from changes, in place of whole frames."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from manim._config.video_encoder import VideoEncoderSpec
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo.canvas import Canvas, patches
from fastcairo.stills import stills
from av.video.frame import PictureType

_LONG = 30

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
        "x264-params": "cabac=1:8x8dct=1:analyse=i4x4,i8x8:threads=1:force-cfr=1",
    }


class SegmentEncoder(VideoSegmentEncoder):
    """Encodes one segment; a frame is what has changed since the frame before.

    While a picture rests nothing is encoded: its frames are packets that say "as before". Of these the encoder knows nothing, so
    the next frame that it gets is a keyframe.
    """

    def __init__(self, *, target: Path, spec: VideoEncoderSpec) -> None:
        super().__init__(target=target, spec=spec)
        self._canvas = Canvas(spec.width, spec.height)
        self._stills = stills(spec) if spec.codec == "libx264" and dict(spec.options) == _options(spec) else None
        self._resting = 0  # frames, equal to the last one, that have yet to be written
        self._since_keyframe = -1
        self._aside = False  # whether packets were written that the encoder knows nothing of

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
            if pixels:
                self._rest()
                for patch in pixels:
                    self._canvas.put(patch)
                self._encode()
                repeat -= 1
            self._resting += repeat
        except BaseException as error:
            raise self._operation_error("encode", error) from error

    def finish(self) -> None:
        """Write what is left and close the segment."""
        try:
            self._rest()
        except Exception as error:
            raise self._operation_error("encode", error) from error
        super().finish()

    def _rest(self) -> None:
        """Write the frames that equal the last one."""
        while self._resting:
            stretch = min(
                self._resting, int(_SECONDS_TO_KEYFRAME * self.spec.frame_rate) - 1 - self._since_keyframe
            )
            if self._stills and stretch >= _LONG and self._stills.fit(self._stream.codec_context):
                for _ in range(stretch):
                    self._repeat()
                self._resting -= stretch
            else:
                self._encode()
                self._resting -= 1

    def _encode(self) -> None:
        frame, stream = self._canvas.frame, cast(av.VideoStream, self._stream)
        frame.pict_type = PictureType.I if self._aside else PictureType.NONE
        frame.pts = self._next_pts
        frame.time_base = 1 / self.spec.frame_rate
        self._next_pts += 1
        self._since_keyframe += 1
        self._aside = False
        for packet in stream.encode(frame):
            if packet.is_keyframe:
                self._since_keyframe = 0
            self._container.mux(packet)

    def _repeat(self):
        self._since_keyframe += 1
        packet = av.Packet(self._stills.packet(self._since_keyframe))
        packet.stream = self._stream
        packet.time_base = 1 / self.spec.frame_rate
        packet.pts = packet.dts = self._next_pts
        packet.duration = 1
        self._next_pts += 1
        self._aside = True
        self._container.mux(packet)
