"""What doubles cannot tell from 0 is not shown as a number, and words say what is true."""

import re
from typing import Any

import pytest

from tests.scenes.samples import NEXT_TO_THE_GOAL
from tests.scenes.telling import told

RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−")


def smallest(said: dict[str, str], shown: dict[str, list[str]]) -> int:
    """Return the smallest power of ten in what a scene says and shows, 0 where there is none below 1."""
    told = " ".join([*said.values(), *(text for group in shown.values() for text in group)])
    return -max(map(int, re.findall(r"×10(?:\^|#super\[)?−(\d+)", told.translate(RAISED))), default=0)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("BowlDescent", "meets the goal from the start"),
        ("DivergenceSpiral", "on the goal weight already"),
        ("AlphaDamping", "we start at the goal weight"),
        ("HotColdWiggles", "the same distance from the goal"),
    ],
)
def test_a_start_next_to_the_goal_is_on_it(name: str, words: str) -> None:
    """A few units of the last digit are no miss: no number stands for them, nothing is said to move."""
    said, shown = told(name, **NEXT_TO_THE_GOAL)
    assert smallest(said, shown) > -15  # delta would be 4e-17, and a move is 1e-7, squared
    assert words in said["captions"]
    assert "slides" not in said["captions"].replace("it slides down", "")


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("BowlDescent", {"iterations": 60}),
        ("DivergenceSpiral", {"input": 0.99, "drawn_steps": 8, "iterations": 40}),
        ("AlphaDamping", {"alpha": 0.24, "iterations": 60, "alphas": (0.2, 0.3)}),
    ],
)
def test_a_descent_that_has_converged_has_no_miss(name: str, values: dict[str, Any]) -> None:
    """The jitter in which it ends is not shown: 2e-14 of the goal is the least miss that is, squared."""
    assert smallest(*told(name, **values)) > -29


def test_the_first_tries_have_no_noise() -> None:
    """A first weight on the goal but for rounding has no error."""
    said, shown = told("HotColdWiggles", **{f"first_{name}": value for name, value in NEXT_TO_THE_GOAL.items()})
    assert smallest({"wiggle": said["wiggle"]}, {"wiggle": shown["wiggle"]}) > -15


def test_what_is_written_has_no_more_digits_than_it_holds() -> None:
    """The smallest double is one digit, and the ratio of the rods shows it as it was set."""
    _, shown = told("RodsInABox", derivative=5e-324)
    assert "= 5×10^−324" in shown["other_start"]
    assert not any("4.94" in text for group in shown.values() for text in group)
