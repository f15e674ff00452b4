"""A beat can be told without those before it, and nobody sees the difference."""

from typing import Any

import numpy as np
import pytest
from manim import Dot, Square

import scenes
from lecture.engine.walk import frame_of, walk
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.scene import LectureScene
from tests.scenes.truth import TRUTHS

PIXELS = (427, 240)
ENTERED = [name for name in scenes.SCENES if getattr(scenes, name).beats is not LectureScene.beats]
"""The scenes that are told in beats."""
EVERY = [(name, values) for name in ENTERED for values in TRUTHS[name].EXTREMES]
SOME = [(name, values) for name in ENTERED for values in TRUTHS[name].EXTREMES[::6]]
"""Parameters to try, those of the scene among them."""


def told(name: str, values: dict[str, Any], **attributes: Any) -> tuple[Any, dict[str, Any]]:
    """Walk a scene of the lecture; return it, and the picture at the end of each section."""
    scene_class, pictures = getattr(scenes, name), dict[str, Any]()

    def look(scene: Any, section: str) -> None:
        pictures[section] = np.asarray(frame_of(scene))

    parameters = scene_class.params.updated(values, "walk")
    return walk(scene_class, look, pixels=PIXELS, params=parameters, **attributes), pictures


def captions(scene: Any) -> list[str]:
    """Return all that the captions of a scene say."""
    return [caption.content for caption in scene.renderer.file_writer.subcaptions]


def only_begin(scene: Any) -> None:
    """Place the first picture of each beat, and tell none."""
    for beat in scene.beats():
        scene.begin(beat)


def wrong_beginnings(name: str, values: dict[str, Any]) -> list[str]:
    """Return the beats whose first picture is not the settled one of the beat before, to the pixel."""
    settled, first = told(name, values)[1], told(name, values, construct=only_begin)[1]
    assert list(settled) == list(first) == list(getattr(scenes, name).sections)
    pairs = zip(list(settled.values())[:-1], list(first.items())[1:], strict=True)
    return [beat for before, (beat, begins) in pairs if not np.array_equal(before, begins)]


@pytest.mark.parametrize(("name", "values"), SOME, ids=str)
def test_a_beat_begins_with_the_settled_picture_of_the_one_before(name: str, values: dict[str, Any]) -> None:
    """The first picture is placed from the numbers alone, and nothing jumps."""
    assert wrong_beginnings(name, values) == []


@pytest.mark.slow
@pytest.mark.parametrize(("name", "values"), EVERY, ids=str)
def test_it_does_so_at_all_extremes(name: str, values: dict[str, Any]) -> None:
    """Whatever the parameters."""
    assert wrong_beginnings(name, values) == []


@pytest.mark.parametrize("name", ENTERED)
def test_a_beat_that_is_entered_is_the_one_of_the_whole_story(name: str) -> None:
    """Told alone, each ends on the same picture, says the same, and plays nothing of the others."""
    whole, settled = told(name, {})
    plays, said = 0, list[str]()
    for section in settled:
        alone, pictures = told(name, {}, only=section)
        assert list(pictures) == [section]
        assert np.array_equal(pictures[section], settled[section]), section
        assert alone.seen == {section: whole.seen[section]}
        plays += alone.renderer.num_plays
        said += captions(alone)
    assert plays == whole.renderer.num_plays
    assert said == captions(whole)


class Shapes(LectureScene):
    """Two beats, and a mark that stands in both."""

    def setup(self) -> None:
        super().setup()
        self.mark = Dot((3, 0, 0))
        self.add(self.mark)

    def beats(self) -> tuple[Beat, ...]:
        return Beat("one", "", lambda: self.add(Dot()), self.leave_a_square), Beat("other", "", list, self.end)

    def leave_a_square(self) -> None:
        self.say("What is left behind is gone when the next beat begins.")
        self.play(*self.tell("a square"))
        self.add(Square())

    def end(self) -> None:
        self.wait(1)


def standing(**attributes: Any) -> dict[str, list[str]]:
    """Return what stands in the frame at the end of each beat of these shapes."""
    found: dict[str, list[str]] = {}

    def look(scene: Any, section: str) -> None:
        drawn = [mobject for mobject in scene.mobjects if mobject.family_members_with_points()]
        found[section] = [type(mobject).__name__ for mobject in drawn]

    walk(Shapes, look, **attributes)
    return found


def test_nothing_is_handed_on_from_beat_to_beat() -> None:
    """What `setup` has put into the frame stands in every beat, and nothing else."""
    assert standing() == {"one": ["Dot", "Dot", "Words", "Square"], "other": ["Dot"]}
    assert standing(only="other") == {"other": ["Dot"]}


def test_what_is_no_beat_cannot_be_entered() -> None:
    """All is told where no beat is called so: it may be a section that a `construct` of its own begins."""
    assert list(standing(only="third")) == ["one", "other"]
