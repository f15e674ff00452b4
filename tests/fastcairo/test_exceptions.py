"""What a scene leaves that ends with an exception: the files of what was finished, as with plain Manim."""

from pathlib import Path

import pytest
from manim import DOWN, RIGHT, UP, Dot, Manager, Scene, tempconfig

from fastcairo import activate, deactivate
from tests.fastcairo.test_video import frames

RATE = 15
FINISHED = (6, 9, 15)
"""The frames that are shown of each section, until the scene fails."""


class Failing(Scene):
    """Three sections; in the last, the scene fails after two animations."""

    where = "between animations"

    def construct(self) -> None:
        dot = Dot()
        self.next_section("first")
        self.play(dot.animate.shift(RIGHT), run_time=6 / RATE)
        self.next_section("second")
        self.play(dot.animate.shift(DOWN), run_time=6 / RATE)
        self.wait(3 / RATE)
        self.next_section("third")
        self.play(dot.animate.shift(UP), run_time=6 / RATE)
        self.play(dot.animate.shift(RIGHT), run_time=9 / RATE)
        if self.where == "within an animation":
            dot.add_updater(self.fail)
            self.wait(1)
        raise ValueError("the scene fails")

    def fail(self, dot: Dot, dt: float) -> None:
        """Fail, at the first frame."""
        raise ValueError("the scene fails")


class FailingWithin(Failing):
    """The same, but it fails while an animation is being drawn."""

    where = "within an animation"


def left_by(scene_class: type[Scene], folder: Path, *, fast: bool) -> list[int]:
    """Render a scene that fails, and return how many frames each of the files shows that it leaves."""
    settings = {
        "media_dir": str(folder),
        "pixel_width": 64,
        "pixel_height": 36,
        "frame_rate": RATE,
        "disable_caching": True,
        "write_to_movie": True,
        "format": "mp4",
        "progress_bar": "none",
        "verbosity": "ERROR",
    }
    if fast:
        activate()
    try:
        with tempconfig(settings):
            scene = scene_class()
            Manager(scene)
            with pytest.raises(ValueError, match="the scene fails"):
                scene.render()
    finally:
        deactivate()
    return [len(frames(file)) for file in sorted(folder.rglob("*.mp4"))]


def test_what_was_finished_is_left(tmp_path: Path) -> None:
    """A file for each section, each with all that was played; together as many frames as Manim leaves."""
    left = left_by(Failing, tmp_path / "fast", fast=True)
    assert left == [*FINISHED]
    assert sum(left) == sum(left_by(Failing, tmp_path / "plain", fast=False))


def test_a_failure_within_an_animation(tmp_path: Path) -> None:
    """What was played before it in its section is left, too."""
    *others, last = left_by(FailingWithin, tmp_path, fast=True)
    assert tuple(others) == FINISHED[:-1]
    assert last >= FINISHED[-1]


def test_a_section_in_which_nothing_was_finished_leaves_nothing(tmp_path: Path) -> None:
    """As with Manim, whose file of an unfinished animation goes."""

    class AtOnce(Failing):
        def construct(self) -> None:
            self.add(Dot().add_updater(self.fail))
            self.wait(1)

    assert left_by(AtOnce, tmp_path, fast=True) == []
