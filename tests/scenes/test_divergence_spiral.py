"""DivergenceSpiral says what happens, whether the descent diverges or not."""

from typing import Any

import pytest

from scenes.divergence_spiral import DivergenceSpiral
from scenes.parts.divergence_spiral.words import need
from scenes.settings.theme import THEMES, VARIABLE
from tests.legibility import nothing_squeezed, walk_sections
from tests.scenes.walks import walked


def test_the_lab_s_divergence() -> None:
    """The figures of the lab: needed and taken, the multiplier, and line 20."""
    scene = walked(DivergenceSpiral)
    assert need(scene.numbers, 1) == "needed 0.1, took 0.4"
    assert [row[1].text for row in scene.line.table.rows] == [
        "+0.4000", "−1.2000", "+3.6000", "−10.8000",
    ]  # fmt: skip
    line_20 = [cell.text for cell in scene.log.rows[-1]]
    assert line_20 == ["20", "−1.16×10^8", "−2.32×10^8", "5.40×10^16"]


@pytest.mark.parametrize(
    ("values", "said", "never"),
    [
        ({}, "winds out", "staircase"),
        ({"input": 0.5}, "a staircase to the goal", "winds"),
        ({"input": 1.2}, "winds in to the goal", "winds out"),
        ({"input": 1}, "one step leads to the goal", "winds"),
        ({"input": 0}, "does not leave its start", "winds"),
        ({"input": 2**0.5}, "one square", "winds"),
        ({"weight": 0.4, "iterations": 2}, "does not leave its start", "diverges"),
        ({"input": 0.5, "gentle_input": 2}, "wide and gentle", "narrow"),
    ],
)
def test_captions_say_what_happens(values: dict[str, Any], said: str, never: str) -> None:
    """An input that does not diverge is not said to."""
    scene = walked(DivergenceSpiral, **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert said in text
    assert never not in text
    assert "against" not in text  # which may mean "over" as well as "opposite to"


@pytest.mark.parametrize(("values", "goes"), [({}, True), ({"input": 0}, False), ({"weight": 0.4}, False)])
def test_a_path_that_goes_across_is_explained(values: dict[str, Any], goes: bool) -> None:
    """The picture is named, and one goes across the cobweb where there is a path."""
    scene = walked(DivergenceSpiral, **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert "called a cobweb" in text
    assert ("becomes the weight" in text) == goes


@pytest.mark.parametrize("theme", THEMES)
def test_the_context_of_the_cobweb_has_the_colours_of_its_lines(theme: str, monkeypatch: Any) -> None:
    """The words for the two lines are told from the rest by the colours of the lines."""
    monkeypatch.setenv(VARIABLE, theme)
    seen: list[set[str]] = []

    def look(scene: Any, section: str) -> None:
        if section == "spiral":
            colours = {part.fill_color.to_hex() for part in scene.context_text}
            lines = {line.stroke_color.to_hex() for line in (scene.web.curve, scene.web.diagonal)}
            seen.extend([colours, lines])

    walk_sections(DivergenceSpiral, look)
    colours, lines = seen
    assert len(lines) == 2
    assert lines < colours


def test_the_first_turns_of_the_spiral_can_be_seen() -> None:
    """In the cobweb the goal and the start are smaller than in the bowl."""
    scene = walked(DivergenceSpiral)
    assert scene.web.ring.width < 0.7 * scene.bowl.ring.width
    assert scene.web.start.width < 0.7 * scene.bowl.dot.width


def test_the_axes_pull_back_once() -> None:
    """However many steps leave the window, one pull-back makes room for all that are drawn."""
    windows = []

    def look(scene: Any, section: str) -> None:
        windows.append(scene.bowl.window)

    walk_sections(DivergenceSpiral, look, drawn_steps=8)
    walks = [walked(DivergenceSpiral, iterations=n) for n in (9, 2000)]
    plays = [scene.renderer.num_plays for scene in walks]
    assert windows[0] != windows[1]
    assert plays[0] == plays[1]


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"gentle_input": 5, "input": 1.5},
        {"gentle_input": -1000},
        {"input": 1000},
        {"gentle_input": 0, "input": 9},
    ],
    ids=str,
)
def test_the_window_follows_the_bowl(values: dict[str, Any]) -> None:
    """The bowl to begin with can be read before it turns, and the other one before and after every hop."""
    windows, problems = set(), list[str]()

    class Watched(DivergenceSpiral):
        def play(self, *animations: Any, **options: Any) -> None:
            super().play(*animations, **options)
            pulled_back = self.bowl.window == self.numbers.wide_window or self.bowl.speck_window
            if self.bowl in self.mobjects and not pulled_back:
                windows.add(self.bowl.window)
                problems.extend(nothing_squeezed(self))

    scene = walk_sections(Watched, lambda *_: None, **values)
    n = scene.numbers
    assert problems == []
    assert {n.gentle_window, n.first_window} - {n.wide_window} <= windows


@pytest.mark.parametrize(
    ("values", "shown"), [({"input": 0}, False), ({"gentle_input": 0}, True), ({}, True)], ids=str
)
def test_a_goal_is_ringed_where_there_is_one(values: dict[str, Any], shown: bool) -> None:
    """With an input of 0 no weight reaches it, whatever the bowl before had."""
    rings = {}

    def look(scene: Any, section: str) -> None:
        rings[section] = any(one.get_stroke_opacity() > 0 for one in scene.bowl.ring.family_members_with_points())

    walk_sections(DivergenceSpiral, look, **values)
    assert rings["narrow"] is shown
