"""Renders scenes with Manim's renderer and with ours, and compares the frames before they are encoded."""

import inspect
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import Scene, tempconfig
from manim.renderer.cairo_renderer import CairoRenderer
from manim.scene.scene_file_writer import SceneFileWriter

from fastcairo.rectangles import Rectangle
from fastcairo.renderer import FastRenderer
from fastcairo.writer import ChangesWriter

Pixels = npt.NDArray[np.uint8]

PIXELS = (854, 480)
RATE = 15


@dataclass
class Recording:
    """The frames that a renderer wrote.

    Attributes:
        frames: A digest of each frame, with the number of times it is shown.
        keep: The frame of which the pixels are kept.
        kept: Those pixels.
    """

    frames: list[tuple[bytes, int]] = field(default_factory=list)
    keep: int = -1
    kept: Pixels | None = None

    def add(self, pixels: Pixels, repeat: int) -> None:
        """Take note of a frame."""
        if len(self.frames) == self.keep:
            self.kept = pixels.copy()
        self.frames.append((blake2b(np.ascontiguousarray(pixels), digest_size=16).digest(), repeat))


class _Encodes:
    """Takes the place of the methods that encode."""

    def begin_animation(self, *args: Any, **kwargs: Any) -> None:
        pass

    def end_animation(self, *args: Any, **kwargs: Any) -> None:
        pass

    def finish(self) -> None:
        pass


def _plain_writer(recording: Recording) -> type[SceneFileWriter]:
    class PlainWriter(_Encodes, SceneFileWriter):  # type: ignore[misc]
        def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
            recording.add(pixels, repeat)

    return PlainWriter


def _fast_writer(recording: Recording) -> type[ChangesWriter]:
    class FastWriter(_Encodes, ChangesWriter):  # type: ignore[misc]
        takes_changes = True  # type: ignore[assignment]
        shadow: Pixels | None = None

        def write_changes(self, frame: Pixels, changed: Sequence[Rectangle], repeat: int) -> None:
            if self.shadow is None:
                self.shadow = frame.copy()
            for left, top, right, bottom in changed:
                self.shadow[top:bottom, left:right] = frame[top:bottom, left:right]
            assert np.array_equal(self.shadow, frame), f"unreported changes in frame {len(recording.frames)}"
            recording.add(frame, repeat)

        def write_frame(self, pixels: Pixels, *, repeat: int = 1) -> None:
            self.shadow = pixels.copy()
            recording.add(pixels, repeat)

    return FastWriter


def record(
    scene_class: type[Scene], *, fast: bool, pixels: tuple[int, int] = PIXELS, keep: int = -1, **settings: Any
) -> tuple[Recording, Any]:
    """Render a scene without encoding it; return its frames, the last one once more, and the renderer.

    Args:
        scene_class: The scene.
        fast: Whether our renderer draws it.
        pixels: Width and height of the frames.
        keep: The frame of which the pixels are kept.
        settings: Settings of Manim that differ from its own.
    """
    recording = Recording(keep=keep)
    with (
        tempfile.TemporaryDirectory() as folder,
        tempconfig(
            {
                "media_dir": folder,
                "pixel_width": pixels[0],
                "pixel_height": pixels[1],
                "frame_rate": RATE,
                "progress_bar": "none",
                "disable_caching": True,
                "notify_outdated_version": False,
                "seed": 0,
                **settings,
            }
        ),
    ):
        camera_class = camera_of(scene_class)
        renderer: Any
        if fast:
            renderer = FastRenderer(_fast_writer(recording), camera_class)
        else:
            renderer = CairoRenderer(_plain_writer(recording), camera_class)
        scene = scene_class(renderer=renderer)
        scene.render()
        renderer.static_image = None
        renderer.update_frame(scene)
        recording.add(renderer.get_frame(), 0)
    return recording, renderer


def camera_of(scene_class: type[Scene]) -> Any:
    """Return the class of a scene's camera; None for the usual one."""
    camera = inspect.signature(scene_class.__init__).parameters.get("camera_class")
    return camera.default if camera else None


def assert_same_pixels(scene_class: type[Scene], **settings: Any) -> None:
    """Fail unless both renderers write the same frames."""
    plain, _ = record(scene_class, fast=False, **settings)
    fast, _ = record(scene_class, fast=True, **settings)
    if plain.frames == fast.frames:
        return
    pairs = enumerate(zip(plain.frames, fast.frames, strict=False))
    first = next((i for i, (one, other) in pairs if one != other), None)
    told = f"{len(plain.frames)} frames and {len(fast.frames)}"
    if first is not None:
        kept = [record(scene_class, fast=way, keep=first, **settings)[0].kept for way in (False, True)]
        times = f"shown {plain.frames[first][1]} times and {fast.frames[first][1]}"
        told = f"frame {first} of {told}: {difference(*kept)}, {times}"
    raise AssertionError(told)


def difference(one: Pixels | None, other: Pixels | None) -> str:
    """Say where two frames differ, and by how much."""
    assert one is not None
    assert other is not None
    by = np.abs(one.astype(int) - other).max(axis=2)
    rows, columns = np.nonzero(by)
    if not len(rows):
        return "the same pixels"
    box = int(columns.min()), int(rows.min()), int(columns.max()) + 1, int(rows.max()) + 1
    return f"{len(rows)} pixels in {box} differ, by {by.max()} at most"
