"""A canvas that is patched holds the same bytes as the whole frame converted at once."""

from concurrent.futures import ThreadPoolExecutor

import av
import numpy as np
import pytest

from fastcairo.canvas import Canvas, patches, planes_of
from fastcairo.rectangles import Pixels, Rectangle

SIZES = [
    (854, 480),
    (1920, 1080),
    (1280, 720),
    (256, 144),
    (64, 36),
    (96, 48),
    (98, 50),
    (2, 2),
    (6, 4),
    (200, 1000),
]


def converted(frame: Pixels) -> list[Pixels]:
    """Return the planes of a frame as Manim's encoder gets them."""
    picture = av.VideoFrame.from_ndarray(frame, format="rgba").reformat(format="yuv420p")
    return [plane.copy() for plane in planes_of(picture)]


def some_rectangle(draw: np.random.Generator, width: int, height: int) -> Rectangle:
    """Return a rectangle, often a small one or one that touches an edge."""

    def span(length: int) -> tuple[int, int]:
        size = int(min(length, draw.choice([1, 2, 3, 17, 95, 97, 188, 192, 200, 381, length])))
        start = int(
            draw.choice([0, length - size, draw.integers(length - size + 1), draw.integers(length - size + 1)])
        )
        return start, start + size

    (left, right), (top, bottom) = span(width), span(height)
    return left, top, right, bottom


def assert_equal_planes(canvas: Canvas, frame: Pixels, told: object) -> None:
    for mine, other in zip(planes_of(canvas.frame), converted(frame), strict=True):
        assert np.array_equal(mine, other), told


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_patches_give_the_bytes_of_the_whole_frame(size: tuple[int, int]) -> None:
    width, height = size
    draw = np.random.default_rng(width)
    frame = draw.integers(0, 256, (height, width, 4), dtype=np.uint8)
    canvas = Canvas(width, height)
    canvas.put(patches(frame, [(0, 0, width, height)]))
    assert_equal_planes(canvas, frame, "whole")
    for _ in range(40 if width < 1000 else 8):
        changed = [some_rectangle(draw, width, height) for _ in range(draw.integers(1, 4))]
        for left, top, right, bottom in changed:
            frame[top:bottom, left:right] = draw.integers(0, 256, (bottom - top, right - left, 4), dtype=np.uint8)
        cut = patches(frame, changed)
        copy = frame.copy()
        frame ^= 255  # a patch keeps its pixels while the next frame is drawn
        canvas.put(cut)
        frame = copy
        assert_equal_planes(canvas, frame, changed)


def test_nothing_changed_is_no_patch() -> None:
    assert patches(np.zeros((36, 64, 4), np.uint8), []) == []


def test_what_is_converted_to_the_same_is_no_change() -> None:
    """It is told before the frame changes that it will, and only then."""
    frame, canvas, told = np.full((36, 64, 4), 100, np.uint8), Canvas(64, 36), []

    def put() -> None:
        canvas.put(patches(frame, [(10, 10, 30, 20)]), lambda: told.append(planes_of(canvas.frame)[0][12, 12]))

    canvas.put(patches(frame, [(0, 0, 64, 36)]))
    put()
    frame[12, 12, 2] += 1  # blue counts so little that luma and chroma are as before
    put()
    assert told == []
    frame[12:16, 12:16] = 200
    before = planes_of(canvas.frame)[0][12, 12]
    put()
    assert told == [before]
    assert_equal_planes(canvas, frame, "changed")


def test_two_canvases_may_be_painted_at_once() -> None:
    """As where one segment is still being encoded when the next begins: each gets what it is given."""

    def painted(seed: int) -> list[Pixels]:
        draw = np.random.default_rng(seed)
        canvas = Canvas(854, 480)
        frame = np.zeros((480, 854, 4), np.uint8)
        for left, top, right, bottom in [(0, 0, 854, 480), *(some_rectangle(draw, 854, 480) for _ in range(60))]:
            frame[top:bottom, left:right] = draw.integers(256, size=(bottom - top, right - left, 4))
            canvas.put(patches(frame, [(left, top, right, bottom)]))
        return [plane.copy() for plane in planes_of(canvas.frame)]

    one_by_one = [painted(seed) for seed in range(8)]
    with ThreadPoolExecutor(4) as threads:
        at_once = list(threads.map(painted, range(8)))
    for alone, beside in zip(one_by_one, at_once, strict=True):
        assert all(map(np.array_equal, alone, beside))
