"""AlphaDamping says what happens, whether alpha tames the descent or not."""

from typing import Any

import pytest

from scenes.alpha_damping import AlphaDamping
from tests.legibility import walk_sections


def test_the_lanes_are_judged_as_in_the_lab() -> None:
    """10 and 1 explode, .1 is good, the others creep."""
    scene = walk_sections(AlphaDamping, lambda *_: None)
    assert [lane[2][0].markup for lane in scene.lanes.lanes] == ["explodes", "explodes", "good", *["creeps"] * 3]
    assert scene.verdicts == "10, 1: too high; 0.1: good; 0.01, 0.001, 0.0001: too slow."


@pytest.mark.parametrize(
    ("values", "said", "never"),
    [
        ({}, "a staircase to the goal", "winds"),
        ({"alpha": 1}, "winds out", "staircase"),
        ({"alpha": 0.4}, "winds in to the goal", "staircase"),
        ({"alpha": 0.25}, "lands on the goal", "winds"),
        ({"alpha": 0}, "stays where it is", "nearer"),
        ({"alpha": -0.1}, "away from the goal", "nearer"),
        ({"input": 0}, "no alpha changes anything", "lands"),
    ],
)
def test_captions_say_what_happens(values: dict[str, Any], said: str, never: str) -> None:
    """An alpha that diverges is not said to calm anything."""
    scene = walk_sections(AlphaDamping, lambda *_: None, alphas=(0.1,), **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert said in text
    assert never not in text.replace("one step lands on the goal", "") if never == "lands" else never not in text


def test_a_thousand_steps_take_no_more_animations_than_ten() -> None:
    """What lies between the first steps and the last runs in time-lapse."""
    plays = [walk_sections(AlphaDamping, lambda *_: None, iterations=n).renderer.num_plays for n in (10, 1000)]
    assert plays[0] == plays[1]
