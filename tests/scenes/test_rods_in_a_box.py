"""RodsInABox says what the rods do."""

from typing import Any

import pytest

from scenes.rods_in_a_box import RodsInABox, RodsInABoxParams
from scenes.settings.errors import ParameterError
from tests.legibility import walk_sections
from tests.scenes.truth.rods_in_a_box import SECTIONS
from tests.scenes.walks import walked


def told(**values: Any) -> tuple[list[str], dict[str, str]]:
    """Return all captions of a scene, and the line of context at the end of each section."""
    contexts: dict[str, str] = {}

    def look(scene: Any, section: str) -> None:
        contexts[section] = scene.context_text.markup

    scene = walk_sections(RodsInABox, look, **values)
    assert [*contexts] == SECTIONS
    captions = scene.renderer.file_writer.subcaptions
    return [caption.content.replace("\n", " ") for caption in captions], contexts


def test_the_labs_box_is_told_as_the_lab_tells_it() -> None:
    """At the defaults: in by 1 and 2, out by 1 and 2, a derivative of 2, then of -1 and 0."""
    captions, contexts = told()
    for sentence in (
        "Blue sticks out 2 inches, red 4 inches.",
        "Push blue in by 1: red goes in by 2.",
        "Pull blue out by 1: red comes out by 2.",
        "Both rods are back where they began.",
        "In or out, it is the same: 2.",
        "This is the derivative of red with respect to blue: 2.",
        "1 more for blue means 2 more for red.",
        "Push blue in by 1: red comes out by 1.",
        "Push blue in by 1: red stays where it is.",
    ):
        assert sentence in captions
    assert contexts["push"] == "blue −1, red −2"
    assert contexts["pull"] == "blue +1, red +2"
    assert contexts["ratio"] == "the derivative of red with respect to blue is 2"
    assert contexts["other_wirings"] == "blue −1, red 0"


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        (
            {"derivative": 7.25},
            [
                "A push of 1 would take red inside the box.",
                "Push blue in by 0.552 instead: red goes in by 4.",
                "Pull blue out by 1: red comes out by 7.25.",
                "Whether a push is made smaller or not, the ratio is 7.25.",
            ],
        ),
        (
            {"pushes": (-5, -1)},
            [
                "A push of 5 would take both rods inside the box.",
                "Push blue in by 2 instead: red goes in by 4.",
                "Both rods are flush with the box: nothing moves.",
                "It is 2.",
            ],
        ),
        (
            {"red": 2, "pushes": (-3, -1, 0.5)},
            ["A push of 3 would take red inside the box.", "Red is flush with the box, so blue cannot go in: "]
            + ["Pull blue out by 0.5: red comes out by 1."],
        ),
        (
            {"derivative": -1, "pushes": (-3, -1)},
            ["A push of 3 would take blue inside the box.", "Blue is flush with the box: nothing moves."],
        ),
        (
            {"derivative": -3.5, "pushes": (2,)},
            ["A pull of 2 would take red inside the box.", "Pull blue out by 1.14 instead: red goes in by 4."]
            + ["Push blue in by 1.14: red comes out by 4.", "1.14 more for blue means 4 less for red."],
        ),
        (
            {"derivative": 0},
            ["Push blue in by 1: red stays where it is.", "In or out, it is the same: 0."]
            + ["The line is level: whatever blue does, red stays."],
        ),
        ({"derivative": 1e-3}, ["Push blue in by 1: red goes in by 0.001.", "Red moved too little to see here."]),
        ({"blue": 0.01, "red": 1}, ["They differ so much that each ruler has a scale of its own."]),
        (
            {"blue": 1, "pushes": (1, 0.5), "other_derivatives": ()},
            [
                "Blue sticks out 1 inch, red 4 inches.",
                "It is 2 every time.",
                "Whatever joins the rods, the derivative tells how red follows blue.",
            ],
        ),
    ],
    ids=str,
)
def test_captions_say_what_the_rods_do(values: dict[str, Any], sentences: list[str]) -> None:
    """Captions come from the outcome: pushes made smaller, rods that are stuck, red that moves against blue."""
    captions, _ = told(**values)
    for sentence in sentences:
        assert any(caption.startswith(sentence) for caption in captions), (sentence, captions)


def test_both_are_back_only_where_they_are() -> None:
    """Nothing is promised: after other pushes the rods are somewhere else."""
    assert not any("back where they began" in caption for caption in told(derivative=7.25)[0])


def test_the_size_of_a_push_costs_no_animations() -> None:
    """As many animations for an inch as for a hundredth, and a clip of the length of a lecture's."""
    scenes = [walked(RodsInABox, pushes=(-size, size)) for size in (1, 0.5)]
    assert scenes[0].renderer.num_plays == scenes[1].renderer.num_plays
    assert 45 <= scenes[0].clock <= 100


@pytest.mark.parametrize("pushes", [[], [0], [1, 0.0], [1] * 5, [1001]], ids=str)
def test_pushes_are_one_to_four_numbers_that_are_not_0(pushes: list[float]) -> None:
    with pytest.raises(ParameterError, match="pushes"):
        RodsInABoxParams().updated({"pushes": pushes}, "test")
