"""What is to be told apart has names that differ, and each is true: in pictures, captions and alt texts."""

import pytest

from scenes.stage.type.numbers import names_of
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.telling import told


@pytest.mark.parametrize(
    ("alphas", "names"),
    [
        ((0.25, 0.2501, 0.25012), ["0.25", "0.2501", "0.25012"]),
        ((0.1, 0.1000001), ["0.1", "0.1000001"]),
        ((1 / 3, 0.33334), ["0.33333", "0.33334"]),
        ((0.1, 0.1), ["0.1", "0.1"]),
    ],
)
def test_alphas_that_differ_in_a_late_digit_are_told_apart(alphas: tuple[float, ...], names: list[str]) -> None:
    """In the lanes, in the caption that judges them, and in the alt text."""
    said, shown = told("AlphaDamping", alphas=alphas)
    assert [text for text in shown["lanes"] if text.startswith("alpha ")] == [f"alpha {name}" for name in names]
    for name in names:
        assert name in said["lanes"].replace(",", "").split() or f"{name}." in said["lanes"]
        assert name in said["captions"]


def test_the_map_tells_the_chosen_alpha_from_a_border() -> None:
    """The border where it lands at once is 0.25; an alpha just beyond it is not called so."""
    said, shown = told("AlphaDamping", alpha=0.25001, alphas=(0.24999,))
    assert "0.25001" in shown["map"]
    assert any("= 0.25" in text or "$=$ 0.25" in text for text in shown["map"])
    assert "Our alpha, 0.25001, lies between" in said["captions"]
    assert "the large one ours, 0.25001" in said["map"]


def test_the_rule_tells_alpha_from_the_one_before() -> None:
    """An alpha of 1.0001 is not called 1.00 beside the 1 it had so far, and leads to another weight."""
    said, shown = told("AlphaDamping", alpha=1.0001)
    assert {"so far: alpha 1", "now: alpha 1.0001"} <= set(shown["rule"])
    assert "with alpha 1 to 0.1, with alpha 1.0001 to 0.09996;" in said["rule"]


def test_steps_that_differ_in_a_late_digit_are_told_apart() -> None:
    """In the readout, in captions and in alt texts."""
    said, shown = told("HotColdWiggles", step_amount=0.55, iterations=2, other_steps=[0.5501, 0.55012])
    assert "0.55" in shown["crawl"]
    assert "a larger step: 0.5501." in said["captions"]
    assert "a larger step: 0.55012." in said["captions"]
    assert "steps of 0.5501," in said["bounce"]
    assert "steps of 0.55012," in said["break"]


def test_derivatives_that_differ_in_a_late_digit_are_told_apart() -> None:
    """On the cards, in captions and in alt texts."""
    said, shown = told("RodsInABox", derivative=2, other_derivatives=(2.0001, 2.00012))
    assert {"2", "2.0001", "2.00012"} <= set(shown["other_wirings"])
    assert "the derivative is 2.0001 and 2.00012 in turn" in said["other_wirings"]
    assert "red's wheel is 2.0001 times as large" in said["captions"]
    assert "the derivative is 2.00012." in said["captions"]


def test_changes_that_differ_in_a_late_digit_are_told_apart() -> None:
    """Below the rods."""
    _, shown = told("RodsInABox", pushes=(-0.5, -0.5001))
    assert {"−0.5", "−0.5001", "−1", "−1.0002"} <= set(shown["pushes"])


def test_misses_that_differ_in_a_late_digit_are_told_apart() -> None:
    """In the table, in captions and in alt texts."""
    said, shown = told("ArcherError", misses=(2, 2.00001, -2.00002), cancelling=(1000, -1000.001))
    assert {"+2", "+2.00001", "−2.00002"} <= set(shown["signed"])
    assert "2.00001 inches" in said["captions"]
    assert "+2, +2.00001 and −2.00002" in said["shots"]
    assert {"+1,000", "−1,000.001"} <= set(shown["cancelling"])


def test_different_names_are_different_numbers() -> None:
    """A zero that is left out tells nothing apart, and equal values share a name."""
    names = names_of([0.25, 0.25001, 0.2500001])
    assert len({number_in(name) for name in names.values()}) == 3
    assert all(shows(name, value) for value, name in names.items())
    assert names_of([2, 2, 3]) == {2: "2", 3: "3"}
