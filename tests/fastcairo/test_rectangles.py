"""A few rectangles stand for many."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from fastcairo.rectangles import Rectangle, meet, merged

WIDTH, HEIGHT = 300, 200


def spans(length: int) -> st.SearchStrategy[tuple[int, int]]:
    """Return starts and ends of stretches, often those of an edge."""
    places = st.integers(0, length) | st.sampled_from((0, length))
    return (
        st.tuples(places, places).filter(lambda both: both[0] != both[1]).map(lambda both: (min(both), max(both)))
    )


RECTANGLES = st.builds(lambda x, y: (x[0], y[0], x[1], y[1]), spans(WIDTH), spans(HEIGHT))


def pixels_of(rectangles: list[Rectangle]) -> np.ndarray:
    """Return how many of some rectangles each pixel lies in."""
    count = np.zeros((HEIGHT, WIDTH), int)
    for left, top, right, bottom in rectangles:
        count[top:bottom, left:right] += 1
    return count


@given(RECTANGLES, RECTANGLES)
def test_rectangles_meet_where_they_share_a_pixel(one: Rectangle, other: Rectangle) -> None:
    assert meet(one, other) == bool((pixels_of([one, other]) == 2).any())


@given(
    st.lists(RECTANGLES, max_size=30)
    | st.lists(RECTANGLES.map(lambda r: (*r[:2], r[0] + 2, r[1] + 3)), max_size=60)
)
def test_merged_rectangles_cover_all_and_do_not_meet(rectangles: list[Rectangle]) -> None:
    """They are few, so that telling which of them a mobject meets stays cheap."""
    both = [(x, y, min(right, WIDTH), min(bottom, HEIGHT)) for x, y, right, bottom in rectangles]
    both = [one for one in both if one[0] < one[2] and one[1] < one[3]]
    result = merged(both)
    count = pixels_of(result)
    assert (count[pixels_of(both) > 0] == 1).all()
    assert count.max(initial=0) <= 1
    assert len(result) <= 8


def test_rectangles_far_apart_stay_apart() -> None:
    """What lies between two small changes is not drawn."""
    corners = [(0, 0, 40, 40), (1800, 1000, 1900, 1080), (0, 1000, 40, 1080)]
    assert sorted(merged(corners)) == sorted(corners)
