"""Every section has a sentence that says what can be seen in it."""

from collections.abc import Callable

import pytest

from gdcore import Outcome, gradient_descent, hot_and_cold, measured
from scenes.parts.archer_error.alt_texts import unsigned_seen
from scenes.parts.hot_cold_wiggles.numbers import ToldSearch
from scenes.parts.hot_cold_wiggles.words import course
from scenes.stage.bowl.alt_texts import way
from scenes.stage.direction.scene import LectureScene
from tests.legibility import walk_sections
from tests.scenes.alt_texts import wrong_sentence

GOOD = "A dot hops down to weight 0.4, where the error is 1.23×10⁻⁵."


class Told(LectureScene):
    def construct(self) -> None:
        for name in ("one", "other"):
            self.beat(name, *self.sentences[name])  # type: ignore[attr-defined]
            self.wait(1)


def told(one: str | None, other: str = "The same dot stays where it is, at weight 0.4.") -> list[str]:
    """Return what is found to be wrong with the first of two sentences, which should name 0.4 and 0.0000123."""
    Told.sentences = {"one": () if one is None else (one,), "other": (other,)}  # type: ignore[attr-defined]
    scene = walk_sections(Told, lambda *_: None)
    return list(wrong_sentence(scene, "one", (0.4, 0.0000123)))


def test_a_good_sentence_is_kept_and_passes() -> None:
    """A beat's sentence is there under the name of the beat, and nothing is wrong with it."""
    assert told(GOOD) == []


def test_a_beat_needs_no_sentence() -> None:
    """Without one there is no entry, which the check finds."""
    assert told(None) == ["no sentence says what can be seen"]


@pytest.mark.parametrize(
    ("fault", "what"),
    [
        (lambda text: "A dot at weight 0.4 to 1.23×10⁻⁵.", "characters"),
        (lambda text: text[:-1] + ", " + 40 * "and on " + "it goes.", "characters"),
        (lambda text: text.replace("weight", "$w$"), "plain"),
        (lambda text: text.replace(", ", "\n"), "plain"),
        (lambda text: text[:-1], "one sentence"),
        (lambda text: text.replace(", where", ". There"), "one sentence"),
        (lambda text: text.replace("0.4", "0.41"), "0.4 is not in"),
        (lambda text: text.replace("×10⁻⁵", ""), "1.23e-05 is not in"),
    ],
)
def test_a_planted_fault_is_found(fault: Callable[[str], str], what: str) -> None:
    """Length, form and numbers are looked at."""
    found = told(fault(GOOD))
    assert any(what in problem for problem in found), found


def test_two_sections_may_not_have_the_same_sentence() -> None:
    """Each says what is new in it."""
    assert any("another section" in problem for problem in told(GOOD, GOOD))


@pytest.mark.parametrize(
    ("given", "outcome", "first", "later"),
    [
        ({"input": 2}, Outcome.DIVERGES, "to a higher place", "higher each time"),
        ({"input": 1, "alpha": 2}, Outcome.BOUNCES, "to the same height", "as high each time"),
        ({"input": 1.1}, Outcome.OVERSHOOTS, "to a lower place", "lower each time"),
        ({"input": 1}, Outcome.LANDS, "to the bottom", "stays at weight 0.8"),
        ({"input": 0.5}, Outcome.SLIDES, "not as far as the bottom", "down one side"),
        ({"input": 1, "alpha": -1}, Outcome.MOVES_AWAY, "hops up", "up one side"),
        ({"input": 0}, Outcome.CANNOT_MOVE, "stays at weight 0", "stays at weight 0"),
        ({"input": 1, "goal_pred": 0}, Outcome.ALREADY_THERE, "stays at weight 0", "stays at weight 0"),
    ],
)
def test_the_way_of_the_dot_is_told_from_the_descent(
    given: dict[str, float], outcome: Outcome, first: str, later: str
) -> None:
    """What the dot does in the first step and in those after it."""
    values = {"input": 1.0, "goal_pred": 0.8, **given}
    descent = gradient_descent(0, values.pop("input"), values.pop("goal_pred"), **values, iterations=4)
    assert descent.outcome is outcome
    assert first in way(descent, 0, 1)
    assert later in way(descent, 1, 4)
    assert way(descent, 0, 0) == "stays at weight 0"


@pytest.mark.parametrize(
    ("step", "moves", "words"),
    [
        (0.1, 0, "there are no moves to make"),
        (0.1, 5, "short of the goal"),
        (0.55, 2, "to the goal, weight 1.6, in 2 moves"),
        (0.2, 6, "passes the goal from weight 0.5, with bars for its errors at weights 1.5 and 1.7"),
        (0.2, 7, "passes the goal from weight 0.5 and bounces, with bars"),
    ],
)
def test_the_course_of_a_search_is_told_from_its_moves(step: float, moves: int, words: str) -> None:
    """What the dot of a search does, by how far the moves take it."""
    search = hot_and_cold(0.5, 0.5, 0.8, step_amount=step, iterations=moves)
    assert words in course(ToldSearch(search, f"{step}"))


@pytest.mark.parametrize(
    ("misses", "words"),
    [
        ((2, -2), "Arrows that point down turn up, each becomes the side of a square;"),
        ((2, 5), "No arrow points down, each becomes the side of a square;"),
        ((0, 0), "No arrow points down; the lengths"),
    ],
)
def test_only_what_turns_and_widens_is_said_to(misses: tuple[int, ...], words: str) -> None:
    """Arrows that already point up do not turn, and what has no length becomes no square."""
    assert unsigned_seen(measured(misses)).startswith(words)
