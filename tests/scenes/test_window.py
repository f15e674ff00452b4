"""The window of a pair of axes, on its way to another."""

import pytest

from scenes.stage.axes.window import Window

GENTLE = Window(0.0, 1.0, 0.0, 0.25)


@pytest.mark.parametrize("time", [0.1, 0.37, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("end", [Window(-1, 3, 0, 4), Window(0.3, 0.31, 0, 1e-266), Window(-1e9, 1e130, 0, 1e260)])
def test_sizes_change_by_equal_factors_in_equal_times(end: Window, time: float) -> None:
    """Logarithms of the sizes change evenly, and so no window closes, however small the next one is."""
    now = GENTLE.towards(end, time)
    for size, first, last in (
        (now.top - now.bottom, 0.25, end.top - end.bottom),
        (now.right - now.left, 1.0, end.right - end.left),
    ):
        assert size == pytest.approx(first ** (1 - time) * last**time, rel=1e-9, abs=0)


def test_a_window_arrives_where_it_goes() -> None:
    """At the end it is the other one, but for rounding."""
    now = GENTLE.towards(Window(-1, 3, 2, 4), 1)
    assert (now.left, now.right, now.bottom, now.top) == pytest.approx((-1, 3, 2, 4))
