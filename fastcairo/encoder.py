"""Encodes the segments of a video from changes, in place of whole frames."""

from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from av.video.frame import PictureType
from manim._config.video_encoder import VideoEncoderSpec
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo.canvas import Canvas, patches
from fastcairo.stills import Stills, stills_of

PIXEL_FORMAT = "yuv420p"
_MANIMS_OWN = {"libx264": {"crf": "23"}}
"""The options that Manim chooses by itself."""
_SECONDS_TO_KEYFRAME = 5
_LARGE = 1920 * 1080
"""In smaller pictures the same quantiser loses more."""
_REST = 15
"""So many frames without a change cost more than the keyframe that must follow if they are not encoded."""


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
        "g": str(_keyframes_apart(spec)),
        "x264-params": "cabac=1:8x8dct=1:analyse=i4x4,i8x8:threads=1:force-cfr=1",
    }


def _keyframes_apart(spec: VideoEncoderSpec) -> int:
    return max(1, int(_SECONDS_TO_KEYFRAME * spec.frame_rate))


class SegmentEncoder(VideoSegmentEncoder):
    """Encodes one segment; a frame is what has changed since the frame before.

    While a picture rests nothing is encoded: packets that x264 has made before say so. Of these the encoder knows
    nothing, therefore the next frame that it gets becomes a keyframe.
    """

    def __init__(self, *, target: Path, spec: VideoEncoderSpec) -> None:
        super().__init__(target=target, spec=spec)
        self._canvas = Canvas(spec.width, spec.height)
        self._ours = dict(spec.options) == _options(spec)
        self._resting = 0  # how many frames that equal the last one are still to be written
        self._to_keyframe = 0  # how many frames may be written before there must be a keyframe
        self._unseen = False  # whether the last packet was not made by the encoder

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
                self._write_resting()
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
            if not self._closed:
                self._write_resting()
        except Exception as error:
            raise self._operation_error("finish", error) from error
        finally:
            super().finish()

    def _write_resting(self) -> None:
        while self._resting:
            count = min(self._resting, self._to_keyframe)
            stills = stills_of(self.spec) if self._ours and count >= _REST else None
            if stills and stills.fit(cast(av.VideoStream, self._stream).codec_context):
                for _ in range(count):
                    self._mux_still(stills)
            else:
                count = 1
                self._encode()
            self._resting -= count

    def _encode(self) -> None:
        frame = self._canvas.frame
        frame.pict_type = PictureType.I if self._unseen else PictureType.NONE
        frame.pts, frame.time_base = self._next_pts, 1 / self.spec.frame_rate
        for packet in cast(av.VideoStream, self._stream).encode(frame):
            self._to_keyframe = _keyframes_apart(self.spec) if packet.is_keyframe else self._to_keyframe
            self._container.mux(packet)
        self._go_on(unseen=False)

    def _mux_still(self, stills: Stills) -> None:
        packet = av.Packet(stills.packet(_keyframes_apart(self.spec) - self._to_keyframe))
        packet.stream = cast(av.VideoStream, self._stream)
        packet.pts = packet.dts = self._next_pts
        packet.duration, packet.time_base = 1, 1 / self.spec.frame_rate
        self._container.mux(packet)
        self._go_on(unseen=True)

    def _go_on(self, *, unseen: bool) -> None:
        self._unseen = unseen
        self._next_pts += 1
        self._to_keyframe -= 1
