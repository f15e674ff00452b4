"""HotColdWiggles says what the search does."""

from typing import Any

import pytest

from gdcore import Outcome
from scenes.hot_cold_wiggles import HotColdWiggles
from scenes.stage.bowl.outcome_words import ENDINGS
from tests.legibility import walk_sections
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.truth.hot_cold_wiggles import SECTIONS
from tests.scenes.walks import walked


def told(**values: Any) -> dict[str, tuple[str, str]]:
    """Return for each section its captions, and the lines of context that stood at its end."""
    seen: dict[str, tuple[int, str]] = {}

    def look(scene: Any, section: str) -> None:
        seen[section] = len(scene.renderer.file_writer.subcaptions), scene.context_text.markup

    scene = walk_sections(HotColdWiggles, look, **values)
    captions = [caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions]
    starts = [0, *(count for count, _ in seen.values())]
    return {
        section: (" ".join(captions[start:count]), context)
        for start, (section, (count, context)) in zip(starts, seen.items(), strict=False)
    }


def test_the_default_tells_the_figures_of_the_lab() -> None:
    """The errors of the first network, 1,101 iterations, and the two bounces."""
    story = told()
    assert list(story) == SECTIONS
    for number in ("0.85", "0.0225", "0.935", "0.004225", "0.765", "0.055225"):
        assert number in story["wiggle"][0]
    assert "The smaller one wins: up." in story["choose"][0]
    assert story["choose"][1] == "3 predictions for one move"
    assert "After 1,100 iterations it is on the goal." in story["crawl"][0]
    assert "next to nothing, yet it steps off by 0.001. 3,303 predictions" in story["crawl"][0]
    assert ENDINGS[Outcome.LANDS] not in story["crawl"][0]  # in floating point it does not stay
    assert story["crawl"][1] == "3,303 predictions in 1,101 iterations"
    assert "between 1.5 and 1.7" in story["bounce"][0]
    assert story["bounce"][1] == "a step of 0.2: between two weights for ever"
    assert "Error 19.8025 up, 30.8025 down: up is less bad, so it moves." in story["break"][0]
    assert "between 0.5 and 10.5" in story["break"][0]
    assert story["break"][1] == "the step never asked how big the error was"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"first_input": 0, "input": 0},
            {
                "choose": "All three errors are the same, so neither side is better. The knob stays where it was",
                "crawl": "neither side is better, and the weight stays. 3,303 predictions in 1,101",
            },
        ),
        (
            {"first_weight": 0.25, "first_input": 4, "weight": 1.6},
            {"choose": "worse than staying, and equally so: a tie.", "crawl": ENDINGS[Outcome.ALREADY_THERE]},
        ),
        (
            {"first_weight": 2, "first_input": 0.5, "weight": 2, "goal_pred": 1, "step_amount": 0.01},
            {
                "choose": "differ only by rounding, and rounding decides: up.",
                "crawl": "On the goal the sides differ by next to nothing, yet it steps off by 0.01.",
            },
        ),
        (
            {"first_step_amount": 1, "iterations": 100, "other_steps": [1e-6]},
            {
                "choose": "Neither beats staying, but only the two are compared: up wins.",
                "crawl": f"{ENDINGS[Outcome.NOT_THERE_YET]} It would take 1,000 more moves.",
                "bounce": "a smaller step: 1×10⁻⁶.",
                "break": "The step never asked how big the error was.",
            },
        ),
        (
            {"first_input": -8.5, "iterations": 0, "other_steps": [1.1]},
            {
                "choose": "The smaller one wins: down.",
                "crawl": "With no iterations to run",
                "bounce": f"After 1 iteration it is on the goal. {ENDINGS[Outcome.LANDS]}",
            },
        ),
        (
            {"goal_pred": 1e6, "iterations": 1, "other_steps": [1e6]},
            {
                "crawl": "It would take 2.00×10⁹ more moves. 3 predictions in 1 iteration.",
                "bounce": "between 1.0000005×10⁶ and 2.0000005×10⁶",
            },
        ),
        ({"step_amount": 0.2, "other_steps": [0.2]}, {"crawl": "bounces for ever.", "bounce": "the same step"}),
    ],
    ids=str,
)
def test_captions_say_what_happens(values: dict[str, Any], words: dict[str, str]) -> None:
    """Every regime has its own words, and none is promised what it does not do."""
    story = told(**values)
    for section, expected in words.items():
        assert expected in story[section][0]


@pytest.mark.parametrize("values", [{"step_amount": 1e-5}, {"step_amount": 0.2}], ids=str)
def test_the_number_of_animations_does_not_grow_with_the_iterations(values: dict[str, Any]) -> None:
    """Long runs are time-lapses, before the goal and after it; only the pauses for reading may differ."""
    played: list[int] = []
    for iterations in (100, 10_000):
        scene = walked(HotColdWiggles, iterations=iterations, other_steps=[1.1], **values)
        played.append(scene.renderer.num_plays)
    assert abs(played[1] - played[0]) <= 2


def test_counters_and_weight_belong_together_during_the_time_lapse() -> None:
    """At any moment of a time-lapse the readout shows one state: its number, its predictions, its weight."""
    seen: set[str] = set()

    class Watched(HotColdWiggles):
        def show_state(self, state: int) -> None:
            super().show_state(state)
            read = {name: figures.text for name, figures in self.readout.values.items()}
            moves = number_in(read["iteration"].partition(" ")[0])
            assert number_in(read["predictions made"]) == 3 * moves
            assert self.told.step != 0.001 or shows(read["weight"], 0.5 + 0.001 * int(moves))
            assert abs(self.bowl.weight - float(number_in(read["weight"]))) < 1e-4
            seen.add(read["iteration"])

    walk_sections(Watched, lambda *_: None, other_steps=[1.1])
    assert {"0 of 1,101", "1,100 of 1,101", "1,101 of 1,101"} <= seen


@pytest.mark.parametrize(
    ("values", "words"),
    [({}, "less error"), ({"first_weight": 0.5, "first_input": 0.5, "first_goal_pred": 0.251}, "less bad")],
    ids=["default", "next to the goal"],
)
def test_the_side_that_wins_is_called_what_it_is(values: dict[str, Any], words: str) -> None:
    """Where staying would be better than either side, the one that wins is but less bad."""
    marks = {}

    def look(scene: Any, section: str) -> None:
        marks[section] = scene.mark[1].markup if getattr(scene, "mark", None) else ""

    walk_sections(HotColdWiggles, look, **values)
    assert marks["choose"] == words
