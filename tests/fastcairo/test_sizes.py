"""Files are at most twice as large as Manim's, and a picture that rests is as good as in them."""

import math
from typing import Any

import numpy as np
import pytest
from manim import (
    BLUE,
    LEFT,
    RIGHT,
    UP,
    Circle,
    Create,
    Dot,
    FadeIn,
    FadeOut,
    NumberPlane,
    Scene,
    Square,
    Star,
    Text,
)

from tests.fastcairo.encoded import Video, videos
from tests.fastcairo.zoo import ZOO

LARGE = {"pixel_width": 1920, "pixel_height": 1080, "frame_rate": 60}


class ComesToRest(Scene):
    """Shapes come, rest, go, and leave an empty frame and one with a dot."""

    def construct(self) -> None:
        shapes = Square(3, fill_opacity=0.7, color=BLUE), Star(color="#E07A5F"), Text("at rest").shift(3 * RIGHT)
        self.play(Create(shapes[0]), FadeIn(*shapes[1:]), run_time=0.5)
        self.wait()
        self.play(FadeOut(*shapes), run_time=0.5)
        self.wait()
        self.play(FadeIn(dot := Dot(color="#3D405B")), run_time=0.3)
        self.wait()
        self.play(dot.animate.shift(RIGHT), run_time=0.3)
        self.wait(6)


class RestsUnnoticed(Scene):
    """A dot goes on changing for a moment, by less than any video can show, when all has come to rest."""

    def construct(self) -> None:
        shapes = Square(3, fill_opacity=0.7, color=BLUE), Text("at rest").shift(3 * RIGHT), Star(color="#E07A5F")
        dot = Dot(3 * LEFT, color="#804060")
        self.add(dot)
        self.play(*(FadeIn(shape, shift=UP) for shape in shapes), run_time=0.6)
        self.play(dot.animate.set_color("#804061"), run_time=0.2)
        self.wait()


class MovesAsAWhole(Scene):
    """A plane turns, and all of the picture with it, until it stands still."""

    def construct(self) -> None:
        plane = NumberPlane()
        self.play(plane.animate.rotate(1).scale(1.4), Circle().animate.shift(RIGHT), run_time=1.5)
        self.wait()


def psnr(video: Video) -> float:
    return 10 * math.log10(255**2 / max(1e-9, float(np.mean(video.squares))))


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")  # of Pillow, at Manim's images
@pytest.mark.parametrize("name", ZOO)
def test_in_the_zoo(name: str) -> None:
    """A file is at most twice as large, its pictures are about as good, and those at rest no worse."""
    assert_as_good(ZOO[name])


@pytest.mark.parametrize("scene_class", [ComesToRest, RestsUnnoticed, MovesAsAWhole])
@pytest.mark.parametrize("settings", [{}, pytest.param(LARGE, marks=pytest.mark.slow)], ids=["480p15", "1080p60"])
def test_what_rests_and_what_moves(scene_class: type[Scene], settings: dict[str, Any]) -> None:
    """So it is where pictures rest for long, and where all of a picture moves."""
    assert assert_as_good(scene_class, **settings) >= 1


def assert_as_good(scene_class: type[Scene], **settings: Any) -> int:
    """Fail unless our video is as good as Manim's; return how often pictures rest in it."""
    plain, fast, rests = videos(scene_class, **settings)
    assert fast.size <= 2 * plain.size
    assert psnr(fast) > min(psnr(plain) - 2, 50)
    for rest in rests:
        for i in rest:
            assert fast.errors[i][0] <= plain.errors[i][0], f"frame {i} of {rest}: the largest difference"
            assert fast.errors[i][1] <= plain.errors[i][1], f"frame {i} of {rest}: the mean difference"
    return len(rests)
