"""What does not move costs nothing: mobjects drawn are counted, not seconds."""

import pytest
from manim import LEFT, RIGHT, Dot, Mobject, Scene, Square, VGroup

from tests.fastcairo.recording import RATE, record

SMALL = (256, 144)


def others(count: int) -> VGroup:
    """Return mobjects in the lower part of the frame."""
    return VGroup(*(Square(0.1).move_to((0.3 * (i % 40) - 6, 0.3 * (i // 40) - 3.5, 0)) for i in range(count)))


def drawn(frames: int, before: int, after: int, *, waits: tuple[int, ...] = ()) -> int:
    """Return how many mobjects are drawn while a dot moves before and behind others that stay."""

    class Moving(Scene):
        def construct(self) -> None:
            dot = Dot(5 * LEFT)
            mobjects: list[Mobject] = [*others(before), dot, *others(after)]
            self.add(*mobjects)
            if frames:
                self.play(dot.animate.shift(10 * RIGHT), run_time=frames / RATE)
            for wait in waits:
                self.wait(wait / RATE)

    recording, renderer = record(Moving, fast=True, pixels=SMALL)
    assert sum(repeat for _, repeat in recording.frames) == frames + sum(waits)
    return int(renderer.painter.drawn)


@pytest.mark.parametrize(("before", "after"), [(200, 0), (0, 200), (200, 200)])
def test_frames_cost_what_moves_in_them(before: int, after: int) -> None:
    """Twenty more frames draw the same, with others in the frame and without."""
    alone = drawn(30, 0, 0) - drawn(10, 0, 0)
    among = drawn(30, before, after) - drawn(10, before, after)
    assert among == alone
    assert 0 < alone <= 2 * 20


def test_every_mobject_is_drawn_once_where_it_stands_still() -> None:
    """An animation draws what stays once, not once a frame."""
    assert drawn(20, 200, 0) - drawn(20, 0, 0) <= 2 * 200  # once as it stands still, once in the last frame, alone


def test_a_still_wait_draws_nothing() -> None:
    """However long it is, and however often it follows another."""
    first = drawn(5, 50, 50, waits=(2,))
    assert drawn(5, 50, 50, waits=(20,)) == first
    assert drawn(5, 50, 50, waits=(2, 2, 7)) == first
