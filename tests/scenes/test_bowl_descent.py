"""BowlDescent says what the descent does."""

from typing import Any

import pytest

from gdcore import Outcome
from scenes.bowl_descent import BowlDescent, BowlDescentParams
from scenes.parts.bowl_descent.numbers import numbers_of
from scenes.parts.bowl_descent.words import step
from scenes.stage.bowl.outcome_words import ENDINGS
from tests.scenes.walks import walked


def test_a_thousand_steps_take_no_more_animations_than_ten() -> None:
    """What lies between the first steps and the last runs in time-lapse."""
    plays = [walked(BowlDescent, input=0.1, iterations=n).renderer.num_plays for n in (10, 1000)]
    assert plays[0] == plays[1]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ["a big increase", "overshot, so go back", "overshot again, a little", "nearly there"]),
        ({"input": 0}, ["nothing moves"] * 4),
        ({"input": 1, "iterations": 2}, ["straight onto the goal", "on the goal, nothing left to learn"]),
        ({"input": 0.1, "iterations": 2}, ["a small increase", "still short of the goal, so go on"]),
        (
            {"input": 2, "iterations": 3},
            ["a big increase"]
            + ["overshot, and farther off than before", "overshot again, and farther off than before"],
        ),
    ],
)
def test_the_context_says_what_the_trajectory_does(values: dict[str, Any], words: list[str]) -> None:
    """The words for the lab's four steps, and for others, come from the outcome of each step."""
    n = numbers_of(BowlDescentParams(**values))
    contexts = [step(n, number).context for number in range(1, n.descent.last + 1)]
    assert contexts == [f"step {i} of {len(words)}: {text}" for i, text in enumerate(words, 1)]


def test_the_ending_is_the_outcome() -> None:
    """The last caption of the steps is gdcore's sentence."""
    scene = walked(BowlDescent, input=2)
    said = [caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions]
    assert ENDINGS[Outcome.DIVERGES] in said
