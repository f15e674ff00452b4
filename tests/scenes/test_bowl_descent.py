"""BowlDescent is legible and true at any parameters."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import Outcome, gradient_descent
from scenes.bowl_descent import BowlDescent
from tests.legibility import walk, walk_sections
from tests.scenes.axis_reading import number_in, read_off, shows
from tests.scenes.samples import QUICK, THOROUGH, floats, integers

EXTREMES: list[dict[str, Any]] = [
    {},
    *({"input": value} for value in (0, -1, -0.5, 2, 30, 0.01, 1000, 1e-200)),
    *({"goal_pred": value} for value in (0, -5, 1e6, 1e-6)),
    *({"weight": value} for value in (1e6, -1e9, 0.8 / 1.1)),
    {"weight": 1, "input": 1, "goal_pred": 1},
    {"weight": 0.8 / 1.1, "iterations": 50},
    {"weight": 1e6, "goal_pred": 1.1e6 + 1e-3},
    {"input": 0, "goal_pred": 0},
    {"input": 1e-200, "goal_pred": 0, "weight": 1},
    *({"alpha": value} for value in (0, 10, -0.5, 1e-12, 1e300)),
    *({"iterations": value} for value in (0, 1, 2, 6, 7, 8, 50)),
    *({"input": 1, "alpha": value} for value in (0, 1, 2)),  # r exactly 1, 0 and -1
    *({"input": 1.1, "alpha": value / 1.21} for value in (1, 2)),  # r is 0 and -1 within rounding
    {"input": 1, "alpha": 2 * (1 + 1e-12), "iterations": 50},
    {"input": 2, "iterations": 50},
    {"input": 30, "iterations": 50},
    {"input": 30, "iterations": 1000},  # the numbers overflow
    {"input": -30, "weight": -2, "iterations": 1000},
    {"input": 0.1, "iterations": 50},
    {"weight": 1e9, "goal_pred": -1e9, "input": 1e-3},
]

NUMBERS = st.one_of(st.sampled_from([0, -1, 0.5, 2, 1e6, -1e-6]), floats(-1e3, 1e3), floats(-2, 2))
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "weight": NUMBERS,
        "input": st.one_of(NUMBERS.filter(lambda value: abs(value) <= 1e3), st.sampled_from([30, 1e-3])),
        "goal_pred": NUMBERS,
        "alpha": st.one_of(st.sampled_from([0, 0.1, 1, 10]), floats(-3, 3)),
        "iterations": st.one_of(integers(0, 9), integers(10, 300)),
    },
)


def true_to_gdcore(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    last = len(path.weight) - 1
    state = {"bowl": 0, "first_step": min(1, last)}.get(section, last)
    window = scene.bowl.window
    weight, error = read_off(scene.bowl, scene.bowl.dot)
    if abs(weight - path.weight[state]) > 1e-6 * (window.right - window.left):
        yield f"the dot is at weight {weight}, not {path.weight[state]}"
    if abs(error - path.error[state]) > 1e-6 * (window.top - window.bottom):
        yield f"the dot is at error {error}, not {path.error[state]}"
    network = scene.network
    shown = {
        "weight": [network.knob.value],
        "prediction": [network.prediction.value],
        "error": [network.error.value],
        "delta": [],
        "weight_delta": [],
    }
    for name, figures in shown.items():
        if section != "log":
            figures.append(scene.readout.values[name])
        for text in figures:
            if not shows(text.text, getattr(path, name)[state]):
                yield f"{name} reads {text.text}, not {getattr(path, name)[state]}"
    if not shows(network.input.value.text, p.input):
        yield f"the input reads {network.input.value.text}"
    if section == "log":
        yield from _true_log(scene, path)


def _true_log(scene: Any, path: Any) -> Iterator[str]:
    """Yield the cells of the log that differ from the printout of the loop."""
    rows = [[cell.text for cell in row] for row in scene.log.rows if len(row) > 1]
    states = [int(number_in(row[0])) - 1 for row in rows]
    if not path.overflowed:
        rows.append([cell.text for cell in scene.log.after])
        states.append(len(path.weight) - 1)
    if states and states[0] != 0:
        yield "the log does not begin with the first line"
    for state, (_, *cells) in zip(states, rows, strict=True):
        for name, cell in zip(("weight", "prediction", "error"), cells, strict=True):
            if not shows(cell, getattr(path, name)[state]):
                yield f"line {state + 1} of the log reads {name} {cell}, not {getattr(path, name)[state]}"


@pytest.mark.parametrize("values", EXTREMES, ids=str)
def test_extreme_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """At the ends of all sections everything is in its place, and every number is gdcore's."""
    assert walk(BowlDescent, true_to_gdcore, **values) == []


@given(PARAMETERS)
@QUICK
def test_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A small sample of all parameters."""
    assert walk(BowlDescent, true_to_gdcore, **values) == []


@pytest.mark.slow
@given(PARAMETERS)
@THOROUGH
def test_many_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A large sample of all parameters."""
    assert walk(BowlDescent, true_to_gdcore, **values) == []


def test_a_thousand_steps_take_no_more_animations_than_ten() -> None:
    """What lies between the first steps and the last runs in time-lapse."""
    plays = [
        walk_sections(BowlDescent, lambda *_: None, input=0.1, iterations=n).renderer.num_plays for n in (10, 1000)
    ]
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
    scene = walk_sections(BowlDescent, lambda *_: None, **values)
    contexts = [scene.context_of(step) for step in range(1, scene.last + 1)]
    assert contexts == [f"step {i} of {len(words)}: {text}" for i, text in enumerate(words, 1)]


def test_the_ending_is_the_outcome() -> None:
    """The last caption of the steps is gdcore's sentence."""
    scene = walk_sections(BowlDescent, lambda *_: None, input=2)
    said = [caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions]
    assert Outcome.DIVERGES.value in said
