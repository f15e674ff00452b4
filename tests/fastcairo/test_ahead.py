"""Drawing runs ahead of a slow encoder, but what waits for it never takes much memory."""

import time
from pathlib import Path
from typing import Any

import pytest
from manim import RIGHT, Circle, Dot, FullScreenRectangle, Scene, tempconfig

from fastcairo import writer
from fastcairo.encoder import SegmentEncoder
from fastcairo.renderer import FastRenderer

FRAME = 4 * 320 * 180


class Small(Scene):
    """Little changes from frame to frame."""

    def construct(self) -> None:
        self.play(Dot().animate(run_time=2).shift(RIGHT))


class Large(Scene):
    """All of the picture changes in every frame."""

    def construct(self) -> None:
        self.add(Circle())
        self.play(
            FullScreenRectangle(fill_opacity=1, fill_color="#000000").animate(run_time=2).set_fill("#FFFFFF")
        )


def waiting(scene_class: type[Scene], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Render a scene with a slow encoder; return how many frames, and bytes of them, waited at each frame."""
    seen = []
    write, encode = writer.ChangesWriter.write_frame, SegmentEncoder.write_frame

    def looking(self: Any, pixels: Any, **options: Any) -> None:
        write(self, pixels, **options)
        queue = self._current_encode_job.queue
        with queue.mutex:
            frames = [patches for _, patches in queue.queue]
        seen.append((len(frames), sum(patch.pixels.nbytes for patches in frames for patch in patches)))

    def slowly(self: Any, pixels: Any, **options: Any) -> None:
        time.sleep(0.03)
        encode(self, pixels, **options)

    monkeypatch.setattr(writer.ChangesWriter, "write_frame", looking)
    monkeypatch.setattr(SegmentEncoder, "write_frame", slowly)
    settings = {
        **{"pixel_width": 320, "pixel_height": 180, "frame_rate": 15, "media_dir": str(folder)},
        **{"disable_caching": True, "progress_bar": "none", "verbosity": "ERROR"},
    }
    with tempconfig(settings):
        scene_class(renderer=FastRenderer()).render()
    return seen


def test_small_changes_may_wait(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More than the eight frames of Manim's queue."""
    assert max(frames for frames, _ in waiting(Small, tmp_path, monkeypatch)) > 8


def test_what_waits_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its bytes: of whole frames few wait."""
    monkeypatch.setattr(writer, "_BYTES_AHEAD", 3 * FRAME)
    seen = waiting(Large, tmp_path, monkeypatch)
    assert len(seen) == 30
    assert 3 * FRAME < max(bytes_ for _, bytes_ in seen) <= 4 * FRAME
