"""AlphaDamping is legible and true at any parameters, whether alpha tames the descent or not."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import gradient_descent
from scenes.alpha_damping import AlphaDamping
from tests.legibility import walk, walk_sections
from tests.scenes.axis_reading import number_in, read_off, shows
from tests.scenes.samples import QUICK, THOROUGH, floats, integers

EXTREMES: list[dict[str, Any]] = [
    *({"input": value} for value in (0, -1, 0.5, 30, 0.01, 1000, 1e-309)),
    *({"goal_pred": value} for value in (0, -5, 1e6, 1e-6)),
    *({"weight": value} for value in (1e6, -1e6, 0.4)),
    {"weight": 0.4, "iterations": 500},
    *({"alpha": value} for value in (0, -0.1, 0.25, 0.5, 0.3, 1, 10, 1e300, -1e300, 1e-300)),
    *({"iterations": value} for value in (1, 2, 5, 1000)),
    *({"alphas": value} for value in ((1,), (0.25,), (0.25, 0.26, 0.27, 0.5, 0.24, 0.1), (1e300, 1e-300))),
    {"alphas": (1e-320, 5, 6, 7, 8, 9)},
    {"input": 0, "goal_pred": 0},
    {"weight": 1e6, "input": 1000, "alphas": (1e-7, 1e-6, 1), "alpha": 1e-6},
    {"input": 0.001, "iterations": 10_000},
    {"alpha": 641775691.2229687, "iterations": 160},
    {"input": -685.8, "weight": 0, "alpha": 0.09, "goal_pred": -8e-98},  # errors from 1e-195 on
]

NUMBERS = st.one_of(st.sampled_from([0, -1, 0.5, 2, 1e3]), floats(-1e3, 1e3), floats(-3, 3))
RATES = st.one_of(st.sampled_from([0.1, 0.25, 0.5, 1.0, 10.0]), floats(1e-9, 1e9), floats(1e-3, 3))
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "weight": NUMBERS,
        "input": NUMBERS,
        "goal_pred": NUMBERS,
        "alpha": st.one_of(RATES, floats(-2, 2)),
        "iterations": integers(1, 300),
        "alphas": st.lists(RATES, min_size=1, max_size=6),
    },
)


def true_to_gdcore(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    if section == "calm":
        window = scene.bowl.window
        weight, error = read_off(scene.bowl, scene.bowl.dot)
        if abs(weight - path.weight[-1]) > 1e-6 * (window.right - window.left):
            yield f"the dot is at weight {weight}, not {path.weight[-1]}"
        if abs(error - path.error[-1]) > 1e-6 * (window.top - window.bottom):
            yield f"the dot is at error {error}, not {path.error[-1]}"
        for name in ("weight", "prediction", "error", "delta", "weight_delta"):
            text = scene.readout.values[name].text
            if not shows(text, getattr(path, name)[-1]):
                yield f"{name} reads {text}, not {getattr(path, name)[-1]}"
    if section == "lanes":
        for lane, alpha in zip(scene.lanes.lanes, p.alphas, strict=True):
            last = gradient_descent(p.weight, p.input, p.goal_pred, alpha=alpha, iterations=p.iterations).error[-1]
            if not shows(lane[2][1].text, last):
                yield f"the lane of alpha {alpha} ends with {lane[2][1].text}, not {last}"
    if section == "map" and scene.plan.borders:
        yield from _true_map(scene)


def _true_map(scene: Any) -> Iterator[str]:
    """Yield the rates that stand on the wrong side of a border, judged by the descents themselves."""
    p, plan = scene.params, scene.plan
    lands, bounces = (border[0].get_center()[0] for border in plan.borders)
    for mark in plan.tried:
        if len(mark) < 2:
            continue
        x, alpha = mark[0].get_center()[0], float(number_in(mark[1].text))
        r = gradient_descent(p.weight, p.input, p.goal_pred, alpha=alpha, iterations=0).multiplier
        if abs(r) > 0.02 and (x < lands) != (r > 0):
            yield f"alpha {alpha} stands on the wrong side of the border where it lands"
        if abs(r + 1) > 0.02 and (x < bounces) != (r > -1):
            yield f"alpha {alpha} stands on the wrong side of the border where it bounces"


@pytest.mark.parametrize("values", [{}, *EXTREMES], ids=str)
def test_extreme_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """At the ends of all sections everything is in its place, and every number is gdcore's."""
    assert walk(AlphaDamping, true_to_gdcore, **values) == []


@given(PARAMETERS)
@QUICK
def test_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A small sample of all parameters."""
    assert walk(AlphaDamping, true_to_gdcore, **values) == []


@pytest.mark.slow
@given(PARAMETERS)
@THOROUGH
def test_many_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A large sample of all parameters."""
    assert walk(AlphaDamping, true_to_gdcore, **values) == []


def test_the_lanes_are_judged_as_in_the_lab() -> None:
    """10 and 1 explode, .1 is good, the others creep."""
    scene = walk_sections(AlphaDamping, lambda *_: None)
    assert [lane[2][0].markup for lane in scene.lanes.lanes] == ["explodes", "explodes", "good", *["creeps"] * 3]
    assert scene.verdicts == "10, 1: too high; 0.1: good; 0.01, 0.001, 0.0001: too slow."


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
    scene = walk_sections(AlphaDamping, lambda *_: None, alphas=(0.1,), **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert said in text
    assert never not in text.replace("one step lands on the goal", "") if never == "lands" else never not in text


def test_a_thousand_steps_take_no_more_animations_than_ten() -> None:
    """What lies between the first steps and the last runs in time-lapse."""
    plays = [walk_sections(AlphaDamping, lambda *_: None, iterations=n).renderer.num_plays for n in (10, 1000)]
    assert plays[0] == plays[1]
