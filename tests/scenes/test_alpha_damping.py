"""AlphaDamping says what happens, whether alpha tames the descent or not."""

from typing import Any

import numpy as np
import pytest

from scenes.alpha_damping import AlphaDamping
from scenes.parts.alpha_damping.words import verdicts
from tests.scenes.walks import walked


def test_the_lanes_are_judged_as_in_the_lab() -> None:
    """10 and 1 explode, .1 is good, the others creep."""
    scene = walked(AlphaDamping)
    assert [lane[2][0].markup for lane in scene.lanes.lanes] == ["explodes", "explodes", "good", *["creeps"] * 3]
    assert verdicts(scene.numbers) == "10, 1: too high; 0.1: good; 0.01, 0.001, 0.0001: too slow."


@pytest.mark.parametrize(
    ("values", "said", "never"),
    [
        ({}, "a staircase to the goal", "winds"),
        ({"alpha": 1}, "winds out", "staircase"),
        ({"alpha": 0.4}, "winds in to the goal", "staircase"),
        ({"alpha": 0.25}, "lands on the goal", "winds"),
        ({"alpha": 0}, "stays where it is", "nearer"),
        ({"alpha": -0.1}, "away from the goal", "nearer"),
        ({"input": 0}, "no alpha changes anything", "lands"),
    ],
)
def test_captions_say_what_happens(values: dict[str, Any], said: str, never: str) -> None:
    """An alpha that diverges is not said to calm anything."""
    scene = walked(AlphaDamping, alphas=(0.1,), **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert said in text
    assert never not in text
    assert "against" not in text  # which may mean "over" as well as "opposite to"


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, "Our alpha, 0.1, lies below both borders: it slides down."),
        ({"alpha": 0.25}, "Our alpha, 0.25, lies on the first border: it lands at once."),
        ({"alpha": 0.4}, "Our alpha, 0.4, lies between the borders: it overshoots and settles."),
        ({"alpha": 0.5}, "Our alpha, 0.5, lies on the second border: it bounces for ever."),
        ({"alpha": 1e300}, "Our alpha, 1×10³⁰⁰, lies beyond both borders: it diverges."),
        ({"alpha": 1e-300}, "Our alpha, 1×10⁻³⁰⁰, lies far below both borders: its updates are as good as 0."),
        ({"alpha": 0}, "Our alpha, 0, has no place on it: with 0 nothing moves."),
        ({"alpha": -0.1}, "Our alpha, −0.1, has no place on it: below 0 a weight only moves away."),
        ({"weight": 0.4}, "Our alpha, 0.1, lies below both borders, but we start at the goal weight."),
        ({"input": 0}, "So with alpha 0.1, too, the weight stays where it is."),
    ],
)
def test_the_map_concludes_with_the_place_of_alpha(values: dict[str, Any], said: str) -> None:
    """The last caption tells where the chosen alpha lies, whatever it is, and no caption before has said it."""
    scene = walked(AlphaDamping, **values)
    captions = [c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions]
    assert captions[-1] == said
    assert said not in captions[:-1]


@pytest.mark.parametrize(("alpha", "closer"), [(0.1, True), (1, False), (10, True), (0.25, True)])
def test_closer_up_is_said_of_a_closer_bowl(alpha: float, closer: bool) -> None:
    """The bowl is closer up where it shows less than a first step with an alpha of 1 would take.

    An alpha of 10 leaps so far that a window with room for it would show the start on the axis.
    """
    scene = walked(AlphaDamping, alpha=alpha)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert ("closer view" in text) == closer


@pytest.mark.parametrize("values", [{}, {"input": 0.5}, {"input": 30}, {"weight": 100}, {"alpha": -1}])
def test_names_on_the_weight_line_stand_beside_the_uprights(values: dict[str, Any]) -> None:
    """Neither the start nor the goal weight crosses the name of a step."""
    line = walked(AlphaDamping, **values).line
    uprights = [guide[0].get_center()[0] for guide in line.guides]
    assert line.guides[1][1].markup == "goal weight"
    for row in line.rows:
        assert not any(row[0].get_left()[0] < x < row[0].get_right()[0] for x in uprights)


@pytest.mark.parametrize("alphas", [(10, 1, 0.1), (0.25,), (0.5, 0.24), (0.26, 0.1)])
def test_borders_run_up_to_the_bar_beside_numbers(alphas: tuple[float, ...]) -> None:
    """The line of a border begins at the bar, or below the number that stands in its way."""
    plan = walked(AlphaDamping, alphas=alphas).plan
    bar, numbers = plan.regions[0][0], [mark[1] for mark in plan.tried if len(mark) > 1]
    for border in plan.borders:
        x, top = border[0].get_top()[:2]
        in_the_way = [n for n in numbers if n.get_left()[0] - 0.1 < x < n.get_right()[0] + 0.1]
        assert all(top < number.get_bottom()[1] for number in in_the_way)
        assert in_the_way or np.isclose(top, bar.get_bottom()[1])


def test_the_chosen_alpha_stands_out() -> None:
    """It is larger than the others on the map, and neither of them has the colour of a region."""
    plan = walked(AlphaDamping).plan
    chosen, *others = plan.tried
    regions = {region[0].stroke_color.to_hex() for region in plan.regions}
    assert chosen[1].text == "0.1"
    for other in others:
        assert chosen[0].width > other[0].width
        assert chosen[0].fill_color != other[0].fill_color
    assert not regions & {mark[0].fill_color.to_hex() for mark in plan.tried}


def test_the_row_of_the_lanes_and_their_heading_are_named_in_line() -> None:
    """The heading of the axis shares its baseline with the names of the lanes."""
    lanes = walked(AlphaDamping).lanes
    heading, row = lanes.axis[1], lanes.axis[2]
    assert (heading.markup, row.markup) == ("error", "last error")
    for name, value in ((heading, lane[0][1]) for lane in lanes.lanes):
        assert name.at[1] == value.at[1]
    assert all(row.at[1] == lane[2][1].at[1] for lane in lanes.lanes)


def test_a_thousand_steps_take_no_more_animations_than_ten() -> None:
    """What lies between the first steps and the last runs in time-lapse."""
    plays = [walked(AlphaDamping, iterations=n).renderer.num_plays for n in (10, 1000)]
    assert plays[0] == plays[1]
