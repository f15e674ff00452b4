"""Encoded without loss, patches give the video that Manim's encoder makes of whole frames."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from manim._config.video_encoder import VideoEncoderSpec
from manim.scene.video_segment_encoder import VideoSegmentEncoder

from fastcairo.canvas import patches
from fastcairo.encoder import SegmentEncoder

WIDTH, HEIGHT = 256, 144


def decoded(folder: Path, spec: VideoEncoderSpec, *, fast: bool) -> Any:
    """Return the planes of all frames of a video in which rectangles of noise appear."""
    draw = np.random.default_rng(1)
    target = folder / f"{fast}.{spec.container_format}"
    encoder = (SegmentEncoder if fast else VideoSegmentEncoder)(target=target, spec=spec)
    frame = np.zeros((HEIGHT, WIDTH, 4), np.uint8)
    changed = [(0, 0, WIDTH, HEIGHT)]
    for repeat in (1, 3, 1, 1, 2) * 4:
        pixels: Any = patches(frame, changed) if fast else frame.copy()
        encoder.write_frame(pixels, repeat=repeat)
        left, top = int(draw.integers(WIDTH - 30)), int(draw.integers(HEIGHT - 20))
        changed = [(left, top, left + 30, top + 20)]
        frame[top : top + 20, left : left + 30] = draw.integers(0, 256, (20, 30, 4))
    encoder.finish()
    with av.open(str(target)) as container:
        return np.array([one.to_ndarray() for one in container.decode(video=0)])


@pytest.mark.parametrize(
    ("container", "codec", "options"),
    [
        ("mp4", "libx264", {"qp": "0", "preset": "ultrafast"}),
        ("mp4", "libx264", {"qp": "0", "preset": "medium", "bf": "3"}),
        ("mp4", "libx264", {"crf": "23"}),
        ("webm", "libvpx-vp9", {"lossless": "1"}),
        ("matroska", "ffv1", {}),
    ],
)
def test_both_encoders_get_the_same_frames(
    tmp_path: Path, container: str, codec: str, options: dict[str, str]
) -> None:
    """Whatever the codec, also one that keeps frames back: the canvas is painted on while it works."""
    spec = VideoEncoderSpec(container, codec, "yuv420p", WIDTH, HEIGHT, Fraction(25), tuple(options.items()))
    plain, fast = (decoded(tmp_path, spec, fast=way) for way in (False, True))
    assert plain.shape == fast.shape == (32, HEIGHT * 3 // 2, WIDTH)
    assert np.array_equal(plain, fast)
