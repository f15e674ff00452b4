"""Compares the frames of both renderers, and both videos with them; a process of its own for each scene."""

import itertools
import json
import math
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import process_time
from typing import Any

import av
import numpy as np
from manim.constants import QUALITIES

ROOT = Path(__file__).resolve().parent.parent
EVERY = 4
"""Of so many frames one is compared with the videos."""


def compared(scene: str, quality: str, videos: Sequence[Path]) -> dict[str, Any]:
    """Return whether the frames of a scene are the same, and what the videos, plain and fast, made of them."""
    words = [sys.executable, __file__, scene, quality, *map(str, videos)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _compared(scene: str, quality: str, videos: Sequence[str]) -> dict[str, Any]:
    sys.path.insert(0, str(ROOT))
    import scenes
    from benchmarks import other_scenes
    from scenes.settings.theme import chosen_theme
    from tests.fastcairo import recording

    size = next(one for one in QUALITIES.values() if one["flag"] == quality)
    settings: Any = {"pixels": (size["pixel_width"], size["pixel_height"]), "frame_rate": size["frame_rate"]}
    if scene in scenes.SCENES:  # the camera is made before the scene, which would set it
        settings["background_color"] = chosen_theme().ground
    scene_class = getattr(scenes if scene in scenes.SCENES else other_scenes, scene)

    decoded = [_frames_of(video) for video in videos]
    errors: list[list[float]] = [[] for _ in videos]
    number = itertools.count()
    add = recording.Recording.add

    def compare(self: Any, frame: Any, repeat: int) -> None:
        add(self, frame, repeat)
        for _ in range(repeat):
            shown = [next(frames) for frames in decoded]
            if next(number) % EVERY == 0:
                rgb = frame[..., :3].astype(np.float32)
                for found, one in zip(errors, shown, strict=True):
                    found.append(float(np.mean((one.to_ndarray(format="rgb24") - rgb) ** 2)))

    recording.Recording.add = compare  # type: ignore[method-assign]
    plain, _ = recording.record(scene_class, fast=False, **settings)
    recording.Recording.add = add  # type: ignore[method-assign]
    timed = _Timed(recording._fast_writer)
    recording._fast_writer = timed  # type: ignore[assignment]
    fast, _ = recording.record(scene_class, fast=True, **settings)
    return {
        "same": plain.frames == fast.frames,
        "frames": sum(repeat for _, repeat in plain.frames),
        "changes": 1 + sum(one[0] != other[0] for one, other in zip(plain.frames, plain.frames[1:], strict=False)),
        "encoding": timed.finish(),
        "psnr": [10 * math.log10(255**2 / np.mean(found)) for found in errors],
    }


class _Timed:
    """Makes writers that encode what they are given in the thread that draws, and measures that."""

    def __init__(self, writer_of: Any) -> None:
        self._writer_of = writer_of
        self._folder = tempfile.TemporaryDirectory()
        self._encoder: Any = None
        self._seconds = 0.0

    def __call__(self, record: Any) -> Any:
        from fastcairo.canvas import patches

        timed = self

        class Writer(self._writer_of(record)):  # type: ignore[misc]
            def write_changes(self, frame: Any, changed: Any, repeat: int) -> None:
                super().write_changes(frame, changed, repeat)
                whole = [(0, 0, frame.shape[1], frame.shape[0])]
                timed.encode(self, patches(frame, changed if timed._encoder else whole), repeat)

            def write_frame(self, pixels: Any, *, repeat: int = 1) -> None:
                super().write_frame(pixels, repeat=repeat)
                timed.encode(self, pixels, repeat)

        return Writer

    def encode(self, writer: Any, pixels: Any, repeat: int) -> None:
        """Encode a frame."""
        from fastcairo.encoder import SegmentEncoder

        if self._encoder is None:
            target = Path(self._folder.name) / "video.mp4"
            self._encoder = SegmentEncoder(target=target, spec=writer.video_encoder)
        start = process_time()
        self._encoder.write_frame(pixels, repeat=repeat)
        self._seconds += process_time() - start

    def finish(self) -> float:
        """Return the CPU seconds that encoding took."""
        start = process_time()
        self._encoder.finish()
        return self._seconds + process_time() - start


def _frames_of(video: str) -> Iterator[Any]:
    """Yield the frames of a video, and the last one for ever."""
    with av.open(video) as container:
        for frame in container.decode(video=0):
            last = frame
            yield last
    while True:
        yield last


if __name__ == "__main__":
    print(json.dumps(_compared(sys.argv[1], sys.argv[2], sys.argv[3:])))
