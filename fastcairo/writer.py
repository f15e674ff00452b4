"""Writes the files of a scene: as Manim does, but from changes, and with one segment for a whole section."""

import itertools
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
from manim import __version__ as version
from manim.scene.scene_file_writer import SceneFileWriter
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo.canvas import patches
from fastcairo.encoder import SegmentEncoder
from fastcairo.gif import write_gif
from fastcairo.rectangles import Pixels, Rectangle
from fastcairo.remux import put_index_first
from fastcairo.x264 import PIXEL_FORMAT

FRAMES_AHEAD = 1000
"""How many frames may wait for the encoder."""
_BYTES_AHEAD = 48 * 2**20
"""How many bytes they may have; Manim's queue holds eight frames, 63 MiB at 1080p."""
_MOMENT = 0.002

_UNCACHED = "uncached_"
"""How Manim begins the names of segments that are not kept for later runs."""


class ChangesWriter(SceneFileWriter):
    """Manim's writer of files, which also takes what has changed in place of whole frames.

    Segments that are not kept for later runs last a whole section: one encoder in place of one for each animation.
    """

    _joined = False
    _begun = False
    _playing = False
    _holds_animation = False  # whether an animation has ended in the segment that is open

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._job: Any = None
        self._sizes = [0]  # how many bytes have gone into the queue of the job, up to each of its frames
        super().__init__(*args, **kwargs)

    @property
    def takes_changes(self) -> bool:
        """Whether what is being written can be made from changes."""
        spec = self.video_encoder
        return self._playing and spec is not None and spec.pixel_format == PIXEL_FORMAT

    def write_changes(self, frame: Pixels, changed: Sequence[Rectangle], repeat: int) -> None:
        """Write a frame.

        Args:
            frame: The frame; it is copied.
            changed: Where it differs from the last that was written.
            repeat: How often it is shown.
        """
        whole = (0, 0, frame.shape[1], frame.shape[0])
        frames: Any = patches(frame, changed if self._begun else [whole])
        self._begun = True
        self.write_frame(frames, repeat=repeat)

    def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
        """Write a frame, or what has changed since the one before, once the encoder is not too far behind.

        As with Manim, what is written to a video while no animation is played is lost.
        """
        if self.output_spec.is_video and not self._playing:
            return
        job = self._current_encode_job
        if job is not self._job:
            self._job, self._sizes = job, [0]
        while job is not None and self._sizes[-1] - self._sizes[-1 - job.queue.qsize()] > _BYTES_AHEAD:
            time.sleep(_MOMENT)
        self._sizes.append(self._sizes[-1] + _size(pixels))
        super().write_frame(pixels, repeat=repeat)

    def _create_segment_encoder(self, target: Path) -> VideoSegmentEncoder:
        if self.video_encoder is None or self.video_encoder.pixel_format != PIXEL_FORMAT:
            return super()._create_segment_encoder(target)
        return SegmentEncoder(target=target, spec=self.video_encoder)

    def add_partial_movie_file(self, hash_animation: str | None) -> None:
        """Plan the segment of an animation; where the one before goes on, it has none of its own."""
        self._joined = bool(hash_animation and hash_animation.startswith(_UNCACHED))
        if not self._joined:
            self._close()
        goes_on = self._joined and self._current_encode_job is not None
        super().add_partial_movie_file(None if goes_on else hash_animation)

    def begin_animation(self, allow_write: bool = False, **kwargs: Any) -> None:
        """Begin a segment, unless the one before goes on."""
        self._playing = allow_write
        if self._current_encode_job is None:
            self._begun = self._holds_animation = False
            super().begin_animation(allow_write, **kwargs)

    def end_animation(self, allow_write: bool = False) -> None:
        """End the segment, unless the next animation may continue it."""
        self._playing = False
        self._holds_animation = True
        if not self._joined:
            super().end_animation(allow_write)

    def next_section(self, *args: Any, **kwargs: Any) -> None:
        """Begin a section, and with it a segment."""
        self._close()
        super().next_section(*args, **kwargs)

    def abort_encode_jobs(self, reraise_encoder_failures: bool = False) -> None:
        """Give up the scene, but not what was finished: with a segment for each animation, Manim leaves it too."""
        job = self._current_encode_job
        if job is not None and self._holds_animation:
            job.seal()
            self._inflight_encode_jobs.append(job)
            self._current_encode_job = None
        super().abort_encode_jobs(reraise_encoder_failures)

    def finish(self) -> None:
        """End the last segment and put all together."""
        self._close()
        super().finish()

    def _close(self) -> None:
        if self._current_encode_job is not None:
            self.close_partial_movie_stream()

    @staticmethod
    def _concat_manifest_bytes(input_files: list[str]) -> bytes:
        """Return a list of segments as FFmpeg reads it."""
        return SceneFileWriter._concat_manifest_bytes(quoted(input_files))

    def combine_files(
        self, input_files: list[str], output_file: Path, create_gif: bool = False, *args: Any, **kwargs: Any
    ) -> None:
        """Join segments to a video that can be played while it is being loaded, or to a gif."""
        if create_gif and not self.output_spec.transparent:
            self._write_gif(input_files, output_file)
            return
        super().combine_files(input_files, output_file, create_gif, *args, **kwargs)
        if output_file.suffix in (".mp4", ".mov"):
            put_index_first(output_file)

    def _write_gif(self, segments: list[str], gif: Path) -> None:
        """Write segments as a gif, dithered as Manim dithers it."""

        def frames() -> Iterator[av.VideoFrame]:
            number = itertools.count()
            for segment in segments:
                with av.open(segment) as source:
                    for frame in source.decode(video=0):
                        frame.pts, frame.time_base = next(number), 1 / rate
                        yield frame

        assert self.video_encoder is not None
        rate = self.video_encoder.frame_rate
        gif.parent.mkdir(parents=True, exist_ok=True)
        write_gif(
            frames, gif, rate, dither="bayer:bayer_scale=5", comment=f"Rendered with Manim Community v{version}"
        )

    def combine_to_movie(self) -> None:
        """Join all segments; with sound, Manim writes the video a second time."""
        super().combine_to_movie()
        if self.includes_sound and self.output_spec.is_video and self.movie_file_path.suffix in (".mp4", ".mov"):
            put_index_first(self.movie_file_path)


def quoted(files: Sequence[str]) -> list[str]:
    """Return the paths of files as they stand in FFmpeg's lists of files: a quote in one ends what is quoted."""
    return [Path(file).as_posix().replace("'", r"'\''") for file in files]


def _size(frame: Any) -> int:
    """Return how many bytes a frame has, or what has changed of it."""
    return frame.nbytes if isinstance(frame, np.ndarray) else sum(patch.pixels.nbytes for patch in frame)
