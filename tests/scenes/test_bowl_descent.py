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
    plays = [walked(BowlDescent, input=0.01, iterations=n).renderer.num_plays for n in (10, 1000)]
    assert plays[1] <= plays[0]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({}, ["it overshoots, yet lands nearer"] * 4),
        ({"input": 0}, ["it stands still"] * 4),
        ({"input": 1, "iterations": 2}, ["it lands on the goal", "it stands still"]),
        ({"input": 0.1, "iterations": 2}, ["it slides down, nearer to the goal"] * 2),
        ({"input": 2, "iterations": 3}, ["it overshoots, and lands farther off"] * 3),
        ({"input": 1, "alpha": 2, "iterations": 1}, ["it bounces, as far off as before"]),
        ({"alpha": -1, "iterations": 1}, ["it moves away from the goal"]),
    ],
)
def test_the_line_at_the_top_says_what_a_step_does(values: dict[str, Any], words: list[str]) -> None:
    """In the same words in every lesson, and as the trajectory has it."""
    n = numbers_of(BowlDescentParams(**values))
    contexts = [step(n, number).context for number in range(1, n.descent.last + 1)]
    assert contexts == [f"Step {i} of {len(words)}: {text}" for i, text in enumerate(words, 1)]


@pytest.mark.parametrize(
    ("values", "magnified"),
    [
        ({}, [1, 1, 1 / 0.21, 1 / 0.21**2, 1 / 0.21**3]),  # a window for the start, and one for each step
        ({"input": 2}, [1, 1 / 3, 1 / 9, 1 / 27, 1 / 81]),
        ({"input": 0.5}, [1, 1, 1, 1, 1 / 0.75**4][:4]),
        ({"input": 0}, [1, 1, 1, 1, 1]),
    ],
)
def test_windows_follow_so_that_steps_look_alike(values: dict[str, Any], magnified: list[float]) -> None:
    """They close in by as much as a step comes nearer, and pull back by as much as it goes farther."""
    n = numbers_of(BowlDescentParams(**values))
    views = [n.first_view, *(stride.view for stride in n.strides)]
    found = [n.first_view.window.width / view.window.width for view in views]
    assert found[: len(magnified)] == pytest.approx(magnified)


@pytest.mark.parametrize("values", [{}, {"input": 2}, {"input": 0.1, "iterations": 50}, {"goal_pred": -5}])
def test_every_step_is_seen_whole(values: dict[str, Any]) -> None:
    """Where it begins, where it ends, and the goal are in its window, and it does not begin too near the goal."""
    n = numbers_of(BowlDescentParams(**values))
    goal = float(n.curve.goal_weight or 0)
    for stride in n.strides:
        start, end = (float(n.descent.weight[state]) for state in (stride.start, stride.end))
        window = stride.view.window
        assert window.left < min(start, end, goal)
        assert max(start, end, goal) < window.right
        assert abs(start - goal) > 0.2 * (window.right - goal)


def test_the_ending_is_the_outcome() -> None:
    """The last caption of the steps is gdcore's sentence."""
    scene = walked(BowlDescent, input=2)
    said = [caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions]
    assert ENDINGS[Outcome.DIVERGES] in said
