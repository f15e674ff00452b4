"""Encodes the segments of a video from changes, in place of whole frames."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, cast

import av
import numpy as np
from manim._config.video_encoder import VideoEncoderSpec
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo import x264
from fastcairo.canvas import Canvas, patches
from fastcairo.stills import stills_of

_REST = 0.5
"""A picture that stays for so many seconds is worth a fine keyframe, and another for what moves after it."""
_ALLOWANCE = 2500 / (1920 * 1080) ** 0.5
"""So many bytes a frame are not worth an encoder that takes longer, for each pixel along the edge of a square."""
_PATIENCE = 10
"""For how many frames the double of that is borne."""


class SegmentEncoder(VideoSegmentEncoder):
    """Encodes one segment; a frame is what has changed since the frame before.

    Encoders take turns, each beginning with a keyframe: one that is quick; one that takes longer, where the first
    would make large files; and one for pictures at rest. Such a picture is encoded once, finely: all
    frames after it are packets that x264 has made before and that say "as before", or that keyframe again. So a
    frame is encoded when it is known for how long it is shown.
    """

    def __init__(self, *, target: Path, spec: VideoEncoderSpec) -> None:
        super().__init__(target=target, spec=spec)
        self._canvas = Canvas(spec.width, spec.height)
        self._ours = dict(spec.options) == x264.moving(spec)
        self._waiting = 0  # how many frames show what is on the canvas and are still to be written
        self._encoder: av.VideoCodecContext | None = None  # whose turn it is, if not the user's settings hold
        self._is_busy = False  # whether it is the one that takes longer
        self._allowance = _ALLOWANCE * (spec.width * spec.height) ** 0.5
        self._excess = 0.0  # how many bytes there were beyond that of late

    def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
        """Encode a frame `repeat` times.

        Args:
            pixels: What has changed since the frame before, as patches, or the pixels of a whole frame.
            repeat: How often it is shown.

        Raises:
            ValueError: It is not shown at all.
        """
        if isinstance(pixels, np.ndarray):
            self._validate_frame(pixels, repeat)
            pixels = patches(pixels, [(0, 0, self.spec.width, self.spec.height)])
        if repeat <= 0:
            raise ValueError("Frame repeat must be a positive integer.")  # as Manim says it
        try:
            self._canvas.put(pixels, self._write_waiting)
            self._waiting += repeat
        except BaseException as error:
            raise self._operation_error("encode", error) from error

    def finish(self) -> None:
        """Write what is left and close the segment."""
        try:
            if not self._closed:
                self._write_waiting()
                self._end_turn()
        except Exception as error:
            raise self._operation_error("finish", error) from error
        finally:
            super().finish()

    def _write_waiting(self) -> None:
        """Write the frames that show what is on the canvas."""
        if self._ours and self._waiting > max(1, _REST * float(self.spec.frame_rate)):
            self._write_rest()
        while self._waiting:
            self._encode()

    def _write_rest(self) -> None:
        """Write a picture at rest; a last frame that would be a keyframe on its own is left."""
        encoder = self._another(x264.resting(self.spec))
        if encoder is None:
            return
        self._end_turn()
        (key,) = map(bytes, encoder.encode(self._frame()))
        while self._waiting > 1:
            count = min(self._waiting, x264.keyframes_apart(self.spec))
            for number in range(count):
                packet = av.Packet(stills_of(self.spec).packet(number) if number else key)
                packet.is_keyframe = number == 0
                self._mux(packet, self._next_pts)
                self._go_on()

    def _encode(self) -> None:
        """Encode what is on the canvas."""
        if self._ours:
            self._take_turn()
        if self._encoder is not None:
            self._mux_all(self._encoder.encode(self._frame()))
        else:
            self._container.mux(cast(av.VideoStream, self._stream).encode(self._frame()))
        self._go_on()

    def _take_turn(self) -> None:
        """See to it that the next frame has the encoder that suits it."""
        if self._encoder is not None and not self._is_busy and self._excess > _PATIENCE * self._allowance:
            self._end_turn()
            self._encoder = self._another(x264.busy(self.spec))
            self._is_busy = self._encoder is not None
        if self._encoder is None:
            self._encoder = self._another(x264.moving(self.spec))

    def _end_turn(self) -> None:
        """Write what the encoder has kept back; it is used no more."""
        if self._encoder is not None:
            self._mux_all(self._encoder.encode(None))
        self._encoder, self._is_busy, self._excess = None, False, 0.0

    def _another(self, options: dict[str, str]) -> av.VideoCodecContext | None:
        """Return another encoder; None where its packets could not stand in this video."""
        first = cast(av.VideoStream, self._stream).codec_context
        if not first.is_open:
            first.open()
        other = x264.context_of(self.spec, options)
        return other if other.extradata == first.extradata else None

    def _frame(self) -> av.VideoFrame:
        """Return what is on the canvas as the next frame."""
        frame = self._canvas.frame
        frame.pts, frame.time_base = self._next_pts, 1 / self.spec.frame_rate
        return frame

    def _mux_all(self, packets: Iterable[Any]) -> None:
        for packet in packets:
            if not packet.is_keyframe:
                self._excess = max(0.0, self._excess + packet.size - self._allowance)
            self._mux(packet, packet.pts)

    def _mux(self, packet: Any, time: int) -> None:
        """Write a packet that another encoder has made, whose frames are in their order."""
        packet.stream = cast(av.VideoStream, self._stream)
        packet.pts = packet.dts = time
        packet.duration, packet.time_base = 1, 1 / self.spec.frame_rate
        self._container.mux(packet)

    def _go_on(self) -> None:
        self._next_pts += 1
        self._waiting -= 1
