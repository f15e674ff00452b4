"""A few rectangles stand for many."""

import random

from fastcairo.rectangles import Rectangle, meet, merged

WIDTH, HEIGHT = 1920, 1080


def some_rectangle(draw: random.Random, largest: int) -> Rectangle:
    """Return a rectangle, often one at an edge."""
    width, height = draw.randrange(1, largest), draw.randrange(1, largest)
    left = draw.choice((0, WIDTH - width, draw.randrange(WIDTH - width), draw.randrange(WIDTH - width)))
    top = draw.choice((0, HEIGHT - height, draw.randrange(HEIGHT - height), draw.randrange(HEIGHT - height)))
    return left, top, left + width, top + height


def some_pixels(draw: random.Random, one: Rectangle) -> list[tuple[int, int]]:
    """Return the corners of a rectangle and some pixels between."""
    columns = [one[0], one[2] - 1, *(draw.randrange(one[0], one[2]) for _ in range(3))]
    rows = [one[1], one[3] - 1, *(draw.randrange(one[1], one[3]) for _ in range(3))]
    return [(x, y) for x in columns for y in rows]


def holders(rectangles: list[Rectangle], x: int, y: int) -> list[Rectangle]:
    """Return the rectangles that hold a pixel."""
    return [r for r in rectangles if r[0] <= x < r[2] and r[1] <= y < r[3]]


def test_rectangles_meet_where_they_share_a_pixel() -> None:
    cases = [
        ((0, 0, 2, 2), (1, 1, 3, 3), True),
        ((0, 0, 2, 2), (2, 0, 3, 2), False),
        ((0, 0, 2, 2), (0, 2, 2, 4), False),
    ]
    cases += [
        ((0, 0, 9, 9), (3, 3, 4, 4), True),
        ((0, 3, 9, 5), (4, 0, 5, 9), True),
        ((0, 0, 2, 2), (1, 5, 3, 8), False),
    ]
    for one, other, expected in cases:
        assert meet(one, other) == meet(other, one) == expected


def test_merged_rectangles_cover_all_and_do_not_meet() -> None:
    """They are few, so that telling which of them a mobject meets stays cheap."""
    draw = random.Random(2)
    for _ in range(1500):
        largest = draw.choice((3, 60, 200, 600))
        rectangles = [some_rectangle(draw, largest) for _ in range(draw.randrange(24))]
        result = merged(iter(rectangles))
        assert len(result) <= 8
        for one in [*rectangles, *result]:
            for x, y in some_pixels(draw, one):
                assert len(holders(result, x, y)) == 1, rectangles


def test_rectangles_far_apart_stay_apart() -> None:
    """What lies between two small changes is not drawn."""
    corners = [(0, 0, 40, 40), (1800, 1000, 1900, 1080), (0, 1000, 40, 1080)]
    assert sorted(merged(corners)) == sorted(corners)
