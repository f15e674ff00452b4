"""What holds for every scene of the lecture."""

import itertools
from typing import Any

import pytest

import scenes
from scenes.stage.direction.clock import LINE_LENGTH
from scenes.stage.direction.scene import LectureScene
from tests.legibility import walk_sections
from tests.scenes.truth import TRUTHS

EVERY_SCENE = pytest.mark.parametrize("name", scenes.SCENES)


def scene_class(name: str) -> type[LectureScene]:
    """Return a scene by its name."""
    found: type[LectureScene] = getattr(scenes, name)
    return found


def walked(name: str, **values: Any) -> Any:
    """Walk a scene and return it."""
    return walk_sections(scene_class(name), lambda *_: None, **values)


@EVERY_SCENE
def test_slides_find_the_sections_that_they_rely_on(name: str) -> None:
    """The sections have their names, in order."""
    seen: list[str] = []
    walk_sections(scene_class(name), lambda _, section: seen.append(section))
    assert seen == TRUTHS[name].SECTIONS == list(scene_class(name).sections)


@EVERY_SCENE
@pytest.mark.parametrize("pace", [0.1, 1, 3])
def test_captions_can_be_read(name: str, pace: float) -> None:
    """At most two lines and 17 characters a second, none overlaps the next or outlives its scene, at any pace."""
    scene = walked(name, pace=pace)
    captions = scene.renderer.file_writer.subcaptions
    assert len(captions) >= len(TRUTHS[name].SECTIONS)
    for caption in captions:
        lines = caption.content.split("\n")
        assert len(lines) <= 2
        assert all(len(line) <= LINE_LENGTH for line in lines), caption
        seconds = (caption.end - caption.start).total_seconds()
        assert len(caption.content.replace("\n", " ")) <= 17 * seconds + 0.1, caption
    for before, after in itertools.pairwise(captions):
        assert before.end <= after.start
    assert captions[-1].end.total_seconds() <= scene.clock + 1e-6


@EVERY_SCENE
def test_captions_stay_inside_their_beat(name: str) -> None:
    """No caption reaches over the border of a section."""
    borders: list[float] = []
    scene = walk_sections(scene_class(name), lambda scene, _: borders.append(scene.clock))
    for caption in scene.renderer.file_writer.subcaptions:
        start, end = caption.start.total_seconds(), caption.end.total_seconds()
        assert not any(start < border - 1e-3 and border + 1e-3 < end for border in borders), caption


@EVERY_SCENE
def test_lasts_as_long_as_a_lecture_clip(name: str) -> None:
    """45 to 100 seconds."""
    assert 45 <= walked(name).clock <= 100


@EVERY_SCENE
def test_pace_stretches_the_whole_scene(name: str) -> None:
    """Twice the pace takes twice as long, but for the pauses that reading takes anyway."""
    seconds = [walked(name, pace=pace).clock for pace in (3, 6)]
    assert seconds[1] == pytest.approx(2 * seconds[0], rel=0.02)
