"""ArcherError says what the misses come to."""

from fractions import Fraction
from typing import Any

import pytest

from gdcore import measured
from scenes.archer_error import ArcherError
from scenes.parts.archer_error.counting import mean_so_far
from scenes.parts.archer_error.words import spread
from scenes.stage.type.numbers import full
from tests.legibility import walk_sections
from tests.scenes.walks import walked


def told(**values: Any) -> str:
    """Return all captions of a scene, a line each."""
    scene = walked(ArcherError, **values)
    return "\n".join(one.content.replace("\n", " ") for one in scene.renderer.file_writer.subcaptions)


@pytest.mark.parametrize(
    ("values", "said", "unsaid"),
    [
        (
            {},
            [
                "Shot 1 lands 2 inches above",
                "Shot 2 lands 2 inches below",
                "high and low cancel, as if no shot had",
            ]
            + ["2 times 2 is 4", "0.25 − 0.8 = −0.55; squared it is 0.3025", "A miss of 10, squared, is 100"]
            + [
                "A miss of 0.01, squared, is 0.0001",
                "two wrongs look like a perfect score",
                "average to 1,000,000",
            ],
            ["in part", "nothing cancels"],
        ),
        (
            {"misses": (2, 1, -1), "cancelling": (3, -1)},
            ["+0.667: high and low cancel in part", "the widest, 2, becomes 4", "+1: they cancel in part"],
            ["as if no", "perfect"],
        ),
        (
            {"misses": (2, 1), "cancelling": (3, 1)},
            ["Their mean is +1.5: no shot on the other side", "no miss has a minus", "+2: here nothing cancels"],
            ["as if no", "perfect"],
        ),
        (
            {"misses": (-1,), "cancelling": (0, 0)},
            [
                "lands 1 inch below",
                "With one shot, the mean is its own miss, −1",
                "average to 0: there is no miss",
            ],
            ["as if no", "perfect"],
        ),
        (
            {"misses": (0, 0), "cancelling": (0.1, 0.2, -0.3)},
            ["Shot 2 hits the centre", "rightly so", 'average to 0: "perfect"'],
            ["as if no", "lands", "in part"],
        ),
        (
            {"misses": (1000, -4, 0.01)},
            ["flies over the target, 1,000 inches off", "flies under the target, 4 inches off"]
            + ["lands 0.01 inches above the centre, too little to see"],
            ["as if no"],
        ),
        ({"misses": (0.1, 0.2, -0.3)}, ["high and low cancel, as if no shot had missed"], ["in part"]),
    ],
    ids=str,
)
def test_captions_say_what_the_misses_come_to(values: dict[str, Any], said: list[str], unsaid: list[str]) -> None:
    """Whether and how far misses cancel is told from the outcome, never promised."""
    captions = told(**values)
    for sentence in said:
        assert sentence in captions
    for sentence in unsaid:
        assert sentence not in captions


@pytest.mark.parametrize(
    ("misses", "context"),
    [
        ((2, -2), "both are 2 inches off, one high and one low"),
        ((2, 2), "both are 2 inches off"),
        ((1,), "1 inch off"),
        ((2, -2, 2), "all 3 are 2 inches off"),
        ((0.5, -2), "from 0.5 to 2 inches off"),
        ((0, 0), "all in the centre"),
    ],
    ids=str,
)
def test_the_context_of_the_shots_is_how_far_off_they_are(misses: tuple[float, ...], context: str) -> None:
    """Equal and unequal, one and several."""
    assert spread(measured(misses)) == context


def test_the_contexts_come_from_the_misses() -> None:
    """At the lab's figures, the ends of the first and the last beat are those of the lab."""
    contexts: dict[str, str] = {}
    walk_sections(ArcherError, lambda scene, section: contexts.update({section: scene.context_text.markup}))
    assert contexts["shots"] == "both are 2 inches off, one high and one low"
    assert contexts["cancelling"] == "means: signed 0, absolute 1,000, squared 1,000,000"


def test_a_shot_takes_a_few_animations_and_its_size_none() -> None:
    """Every further shot takes as many animations as the second, however large the misses are."""
    plays = [
        walked(ArcherError, misses=misses, pace=10).renderer.num_plays for misses in ((2,), (2, 2), (1e9,) * 4)
    ]
    assert plays[2] == plays[0] + 3 * (plays[1] - plays[0])


def test_errors_are_counted_in_one_after_another() -> None:
    """Of 4 and -2, which each take half of the time."""
    assert [mean_so_far([4, -2], time) for time in (0, 0.25, 0.5, 0.75, 1)] == [0, 1, 2, 1.5, 1]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("0.0001"), "0.0001"),
        (Fraction("0.3025"), "0.3025"),
        (-0.55, "−0.55"),
        (1000000, "1,000,000"),
        (1 / 3, "0.333"),
        (1e-6, "1×10^−6"),
        (0, "0"),
        (Fraction(1, 10**600), "0.000…"),
    ],
)
def test_numbers_with_few_digits_are_written_in_full(value: float, text: str) -> None:
    """All digits where they are few; what no double holds is not called 0."""
    assert full(value) == text
