"""Our renderer gives the frames that Manim's gives, to the last pixel."""

import pytest

import scenes
from tests.fastcairo.recording import assert_same_pixels
from tests.fastcairo.zoo import ZOO

HEAVY = {"MoreSolids", "Polyhedra"}
"""Scenes that take Manim seconds."""


@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")  # of Pillow, at Manim's images
@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=pytest.mark.slow) if name in HEAVY else name for name in ZOO]
)
def test_in_the_zoo(name: str) -> None:
    """Every family of mobjects and animations looks the same."""
    assert_same_pixels(ZOO[name])


def test_in_a_lesson_that_hurries() -> None:
    """A scene of the lecture, at a pace that leaves few frames."""
    hurried = type(
        "Hurried", (scenes.RodsInABox,), {"params": scenes.RodsInABox.params.model_copy(update={"pace": 0.1})}
    )
    assert_same_pixels(hurried)


@pytest.mark.slow
@pytest.mark.parametrize("name", scenes.SCENES)
def test_in_the_lecture(name: str) -> None:
    """Every scene of the lecture looks the same."""
    assert_same_pixels(getattr(scenes, name))
