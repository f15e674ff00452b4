"""RodsInABox says what the rods do."""

from typing import Any

import pytest

from scenes.parts.rods_in_a_box.numbers import numbers_of
from scenes.parts.rods_in_a_box.spans import Digits
from scenes.rods_in_a_box import RodsInABox, RodsInABoxParams
from scenes.settings.errors import ParameterError
from tests.legibility import walk_sections
from tests.scenes.truth.rods_in_a_box import EXTREMES, SECTIONS, states_of
from tests.scenes.walks import walked


def told(**values: Any) -> tuple[list[str], dict[str, str]]:
    """Return all captions of a scene, and the line of context at the end of each section."""
    contexts: dict[str, str] = {}

    def look(scene: Any, section: str) -> None:
        contexts[section] = "\n".join(scene.context_text.markup)

    scene = walk_sections(RodsInABox, look, **values)
    assert [*contexts] == SECTIONS
    captions = scene.renderer.file_writer.subcaptions
    return [caption.content.replace("\n", " ") for caption in captions], contexts


def test_the_labs_box_is_told_as_the_lab_tells_it() -> None:
    """At the defaults: in by 1 and 2, out by 1 and 2, a derivative of 2, then of -1 and 0."""
    captions, contexts = told()
    for sentence in (
        "Two rods stick out of a closed box: blue 2 inches, red 4.",
        "Push blue in by 1: red goes in by 2.",
        "Pull blue out by 1: red comes out by 2.",
        "Both rods are back where they began.",
        "In or out, it is the same: 2.",
        "This is the derivative of red with respect to blue: 2.",
        "Now red is clamped so that it sticks out 5 inches.",
        "The lengths are others, the ratio is the same: 2.",
        "Two wheels sit on one axle: red's wheel is 2 times as large as blue's.",
        "1 more for blue means 2 more for red.",
        "Push blue in by 1: red comes out by 1.",
        "Push blue in by 1: red stays where it is.",
    ):
        assert sentence in captions
    assert contexts == {
        "box": "Push blue in by 1: how far does red move?",
        "pushes": "In counts as minus, out as plus",
        "ratio": "The derivative of red with respect to blue",
        "other_start": "A derivative is about changes, not about lengths",
        "wheels": "Wheel against wheel: that is the derivative",
        "graph": "The slope of the line is the derivative",
        "other_wirings": "A derivative says how far red moves\nfor every inch that blue moves",
    }


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
        ({"derivative": 1000}, ["They differ so much that each ruler has a scale of its own."]),
        (
            {"blue": 1, "pushes": (1, 0.5), "other_derivatives": ()},
            [
                "Two rods stick out of a closed box: blue 1 inch, red 4.",
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
    assert 60 <= scenes[0].clock <= 110


@pytest.mark.parametrize("values", EXTREMES, ids=str)
def test_a_guess_is_a_guess_and_one_is_right(values: dict[str, Any]) -> None:
    """Two or three changes of red are offered, none of them into the box, and the first push makes one."""
    p = RodsInABoxParams(**values)
    (_, red), (_, after) = states_of(p)[:2]
    guesses = numbers_of(p).guesses
    assert len(guesses) in (2, 3)
    assert list(guesses) == sorted(set(guesses))
    assert after - red in guesses
    assert all(red + guess >= 0 for guess in guesses)


@pytest.mark.parametrize("values", EXTREMES, ids=str)
def test_rulers_show_the_rods_before_and_after_each_push(values: dict[str, Any]) -> None:
    """From one scale or two, from the wall on or broken, and the change of blue is not lost on them."""
    n = numbers_of(RodsInABoxParams(**values))
    for move in (*n.moves, n.other):
        spans = n.spans(move)
        assert spans.show(move.before)
        assert spans.show(move.after)
    assert n.glass_spans.show(n.start)
    assert n.glass_spans.show(n.moves[0].after)


def test_a_length_that_rolls_keeps_its_form() -> None:
    """The same decimals all the way, enough to tell the ends apart, and one power of ten for what is huge."""
    digits = Digits([2, 1.996])
    assert [digits.form(length) for length in (2, 1.999, 1.996)] == ["2.000", "1.999", "1.996"]
    huge = Digits([1_000, 4_001_000])
    assert [huge.form(length) for length in (1_000, 2_000_000)] == ["0.001×10^6", "2.000×10^6"]


@pytest.mark.parametrize("pushes", [[], [0], [1, 0.0], [1] * 5, [1001]], ids=str)
def test_pushes_are_one_to_four_numbers_that_are_not_0(pushes: list[float]) -> None:
    with pytest.raises(ParameterError, match="pushes"):
        RodsInABoxParams().updated({"pushes": pushes}, "test")
