"""What videos make of the frames of a scene, by Manim's renderer and by ours."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt
from manim import Scene, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer
from manim.scene.scene_file_writer import SceneFileWriter

from fastcairo.renderer import FastRenderer
from tests.fastcairo.recording import PIXELS, RATE, camera_of

Planes = npt.NDArray[np.int16]
"""The samples of a yuv420p frame, one after the other."""


@dataclass(frozen=True)
class Video:
    """A video, compared with the frames as they were drawn.

    Attributes:
        size: In bytes.
        errors: For each frame the largest difference, and the mean one.
        squares: For each frame the mean of the squares of the differences.
    """

    size: int
    errors: list[tuple[int, float]]
    squares: list[float]


def videos(scene_class: type[Scene], **settings: Any) -> tuple[Video, Video, list[range]]:
    """Render a scene with Manim's renderer and with ours; return both videos, and the frames of each rest.

    Frames rest where they are drawn alike; only those of half a second or more are told.
    """
    drawn: list[Planes] = []
    with tempfile.TemporaryDirectory() as folder:
        plain = _render(scene_class, Path(folder, "plain"), drawn, **settings)
        fast = _render(scene_class, Path(folder, "fast"), None, **settings)
        found = tuple(_compared(file, drawn) for file in (plain, fast))
    return *found, list(_rests(drawn, settings.get("frame_rate", RATE) // 2))


def _render(scene_class: type[Scene], folder: Path, drawn: list[Planes] | None, **settings: Any) -> Path:
    """Render a scene, with Manim's renderer if its frames are asked for, and return the video."""

    class Writer(SceneFileWriter):
        def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
            super().write_frame(pixels, repeat=repeat)
            if drawn is None or self._current_encode_job is None:  # then it is in no video
                return
            drawn.extend(
                [planes(av.VideoFrame.from_ndarray(pixels, format="rgba").reformat(format="yuv420p"))] * repeat
            )

    usual = {
        "pixel_width": PIXELS[0],
        "pixel_height": PIXELS[1],
        "frame_rate": RATE,
        "media_dir": str(folder),
        "progress_bar": "none",
        "disable_caching": True,
        "verbosity": "ERROR",
        "notify_outdated_version": False,
        "seed": 0,
    }
    with tempconfig({**usual, **settings}):
        camera_class = camera_of(scene_class)
        renderer: Any = (
            FastRenderer(camera_class=camera_class) if drawn is None else CairoRenderer(Writer, camera_class)
        )
        scene_class(renderer=renderer).render()
        return Path(renderer.file_writer.movie_file_path)


def planes(frame: av.VideoFrame) -> Planes:
    """Return the samples of a yuv420p frame."""
    return frame.to_ndarray().astype(np.int16).ravel()


def _compared(file: Path, drawn: list[Planes]) -> Video:
    with av.open(str(file)) as container:
        differences = [
            np.abs(planes(frame) - wanted) for frame, wanted in zip(container.decode(video=0), drawn, strict=True)
        ]
    errors = [(int(one.max()), float(one.mean())) for one in differences]
    return Video(file.stat().st_size, errors, [float(np.square(one).mean()) for one in differences])


def _rests(drawn: list[Planes], least: int) -> Iterator[range]:
    """Yield the frames of each rest; frames that are drawn alike may be the same object."""
    differ = (one is not other and bool((one != other).any()) for one, other in pairwise(drawn))
    ends = [0, *(i for i, unlike in enumerate(differ, 1) if unlike), len(drawn)]
    yield from (range(start, end) for start, end in pairwise(ends) if end - start > least)
