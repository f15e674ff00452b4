"""Where two pictures differ is told by few rectangles, of which none is much too large."""

import numpy as np
import pytest

from fastcairo.rectangles import Pixels, Rectangle, area
from fastcairo.tiles import differing, gathered


def covered(rectangles: list[Rectangle], pixels: Pixels) -> np.ndarray:
    """Return which pixels lie in one of the rectangles."""
    result = np.zeros(pixels.shape[:2], bool)
    for left, top, right, bottom in rectangles:
        assert 0 <= left < right <= pixels.shape[1]
        assert 0 <= top < bottom <= pixels.shape[0]
        result[top:bottom, left:right] = True
    return result


@pytest.mark.parametrize("size", [(854, 480), (1920, 1080), (2, 2), (33, 25), (300, 700), (1000, 20)], ids=str)
def test_every_pixel_that_differs_is_covered(size: tuple[int, int]) -> None:
    width, height = size
    draw = np.random.default_rng(width)
    one = draw.integers(0, 256, (height, width, 4), dtype=np.uint8)
    for _ in range(30):
        other = one.copy()
        for _ in range(draw.integers(1, 12)):
            x, y = draw.integers(width), draw.integers(height)
            across, down = draw.choice([1, 1, 2, 40, 300], 2)
            other[y : y + down, x : x + across, draw.integers(4)] += 1
        found = differing(one, other, [(0, 0, width, height)])
        assert covered(found, one)[(one != other).any(axis=2)].all()


def test_equal_pictures_have_no_differences() -> None:
    picture = np.full((480, 854, 4), 7, np.uint8)
    assert differing(picture, picture.copy(), [(0, 0, 854, 480)]) == []


def test_only_the_parts_asked_for_are_compared() -> None:
    one = np.zeros((480, 854, 4), np.uint8)
    other = one.copy()
    other[300, 300] = other[100, 700] = 1
    (found,) = differing(one, other, [(200, 200, 500, 400)])
    assert found[0] <= 300 < found[2]
    assert found[1] <= 300 < found[3]
    assert found[0] >= 200
    assert found[1] >= 200


def test_a_thin_line_across_leaves_most_of_the_picture_out() -> None:
    one = np.zeros((1080, 1920, 4), np.uint8)
    other = one.copy()
    for y in range(1080):
        other[y, 16 * y // 9] = 255
    found = differing(one, other, [(0, 0, 1920, 1080)])
    assert covered(found, one)[(one != other).any(axis=2)].all()
    assert sum(map(area, found)) < 1920 * 1080 / 6
    assert len(found) < 60


def test_neighbours_are_one_rectangle() -> None:
    """Of letters in a line, and of lines below each other."""
    one = np.zeros((480, 854, 4), np.uint8)
    other = one.copy()
    other[100:180:3, 200:600:40] = 9
    assert len(differing(one, other, [(0, 0, 854, 480)])) == 1


def test_many_rectangles_are_gathered() -> None:
    """Hundreds become a few, which lie in the frame and cover all of them and not much else; a few stay."""
    draw = np.random.default_rng(6)
    frame = np.zeros((1080, 1920, 4), np.uint8)
    for spread in (100, 900):
        corners = draw.integers(0, spread, (400, 2)) + (90, 10)
        boxes = [(int(x), int(y), int(x) + 20, int(y) + 16) for x, y in corners]
        found = gathered(boxes, (1920, 1080))
        assert len(found) < 40
        wanted, all_found = covered(boxes, frame), covered(list(found), frame)
        assert not (wanted & ~all_found).any()
        assert all_found.sum() <= (spread + 80) ** 2
    assert gathered(boxes[:20], (1920, 1080)) == boxes[:20]
    assert gathered([(1900, 1070, 1920, 1080)] * 99, (1920, 1080)) == [(1888, 1056, 1920, 1080)]
