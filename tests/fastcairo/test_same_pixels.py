"""Our renderer gives the frames that Manim's gives, to the last pixel."""

import pytest

import scenes
from tests.fastcairo.recording import assert_same_pixels
from tests.fastcairo.zoo import ZOO

LIGHT = "RodsInABox"
"""The scene of the lecture that is compared even when there is little time."""


@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")  # of Pillow, at Manim's images
@pytest.mark.parametrize("name", ZOO)
def test_in_the_zoo(name: str) -> None:
    """Every family of mobjects and animations looks the same."""
    assert_same_pixels(ZOO[name])


@pytest.mark.parametrize(
    "name", [name if name == LIGHT else pytest.param(name, marks=pytest.mark.slow) for name in scenes.SCENES]
)
def test_in_the_lecture(name: str) -> None:
    """Every scene of the lecture looks the same."""
    assert_same_pixels(getattr(scenes, name))
