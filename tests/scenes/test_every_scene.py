"""What holds for every scene of the lecture; what holds at any parameters is in test_any_parameters."""

import pytest

import scenes
from scenes.stage.direction.scene import LectureScene
from tests.scenes.truth import TRUTHS
from tests.scenes.walks import walked

EVERY_SCENE = pytest.mark.parametrize("name", scenes.SCENES)


def scene_class(name: str) -> type[LectureScene]:
    """Return a scene by its name."""
    found: type[LectureScene] = getattr(scenes, name)
    return found


@EVERY_SCENE
def test_a_scene_can_be_imported_along_with_all_others(name: str) -> None:
    """`from scenes import *` is how files of Manim begin."""
    offered: dict[str, object] = {}
    exec("from scenes import *", offered)
    assert offered[name] is scene_class(name)


@EVERY_SCENE
def test_a_scene_names_its_sections(name: str) -> None:
    """They are those that slides rely on, in order; every walk compares them with those that are told."""
    assert list(scene_class(name).sections) == TRUTHS[name].SECTIONS


@EVERY_SCENE
def test_lasts_as_long_as_a_lecture_clip(name: str) -> None:
    """45 to 110 seconds."""
    assert 45 <= walked(scene_class(name)).clock <= 110


@EVERY_SCENE
def test_pace_stretches_the_whole_scene(name: str) -> None:
    """Twice the pace takes twice as long, but for the pauses that reading takes anyway."""
    seconds = [walked(scene_class(name), pace=pace).clock for pace in (3, 6)]
    assert seconds[1] == pytest.approx(2 * seconds[0], rel=0.02)
