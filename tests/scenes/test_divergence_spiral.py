"""DivergenceSpiral is legible and true at any parameters, whether it diverges or not."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import gradient_descent
from scenes.divergence_spiral import DivergenceSpiral
from tests.legibility import walk, walk_sections
from tests.scenes.axis_reading import read_off, shows
from tests.scenes.samples import QUICK, THOROUGH, floats, integers

EXTREMES: list[dict[str, Any]] = [
    *({"input": value} for value in (0, -1, -0.5, 0.5, 1, 1.1, 2**0.5, 30, 0.01, 1000, 1e-309)),
    *({"goal_pred": value} for value in (0, -5, 1e6, 1e-6)),
    *({"weight": value} for value in (1e6, -1e6, 0.4)),
    {"weight": 0.4, "iterations": 500},
    *({"gentle_input": value} for value in (0, -2, 2, 1000, -0.5)),
    *({"iterations": value} for value in (1, 2, 5, 1000)),
    {"drawn_steps": 1},
    {"drawn_steps": 8},
    {"input": 1000, "weight": 1e6, "iterations": 10_000, "drawn_steps": 8},
    {"input": 0, "gentle_input": 0, "goal_pred": 0},
]

NUMBERS = st.one_of(st.sampled_from([0, -1, 0.5, 2, 1e3]), floats(-1e3, 1e3), floats(-3, 3))
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "weight": NUMBERS,
        "input": NUMBERS,
        "goal_pred": NUMBERS,
        "gentle_input": NUMBERS,
        "iterations": integers(1, 400),
        "drawn_steps": integers(1, 8),
    },
)


def true_to_gdcore(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, iterations=p.iterations)
    last = len(path.weight) - 1
    drawn = min(p.drawn_steps, last)
    if section in ("narrow", "overshoot"):
        state = 0 if section == "narrow" else drawn
        window = scene.bowl.window
        weight, error = read_off(scene.bowl, scene.bowl.dot)
        if abs(weight - path.weight[state]) > 1e-6 * (window.right - window.left):
            yield f"the dot is at weight {weight}, not {path.weight[state]}"
        if abs(error - path.error[state]) > 1e-6 * (window.top - window.bottom):
            yield f"the dot is at error {error}, not {path.error[state]}"
        for name in ("weight", "prediction", "error", "delta", "weight_delta"):
            text = scene.readout.values[name].text
            if not shows(text, getattr(path, name)[state]):
                yield f"{name} reads {text}, not {getattr(path, name)[state]}"
    if section in ("line", "spiral"):
        table = scene.leaving[2] if section == "line" else scene.leaving[0]
        values = [row[1].text for row in table.rows]
        expected = (
            path.weight_delta if section == "line" else path.delta / p.input if path.multiplier != 1 else None
        )
        for k, text in enumerate(values if expected is not None else ()):
            slack = 1e-9 * max(abs(path.weight[k]), 1e-300)  # the subtraction of nearly equal weights
            if not any(shows(text, float(expected[k]) + part) for part in (0, slack, -slack)):
                yield f"state {k} of the table reads {text}, not {expected[k]}"
    if section == "log" and not path.overflowed:
        cells = [cell.text for cell in scene.log.after]
        for name, cell in zip(("weight", "prediction", "error"), cells[1:], strict=True):
            if not shows(cell, getattr(path, name)[-1]):
                yield f"the log ends with {name} {cell}, not {getattr(path, name)[-1]}"


@pytest.mark.parametrize("values", [{}, *EXTREMES], ids=str)
def test_extreme_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """At the ends of all sections everything is in its place, and every number is gdcore's."""
    assert walk(DivergenceSpiral, true_to_gdcore, **values) == []


@given(PARAMETERS)
@QUICK
def test_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A small sample of all parameters."""
    assert walk(DivergenceSpiral, true_to_gdcore, **values) == []


@pytest.mark.slow
@given(PARAMETERS)
@THOROUGH
def test_many_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A large sample of all parameters."""
    assert walk(DivergenceSpiral, true_to_gdcore, **values) == []


def test_the_lab_s_divergence() -> None:
    """The figures of the lab: needed and taken, the multiplier, and line 20."""
    scene = walk_sections(DivergenceSpiral, lambda *_: None)
    assert scene.need(1) == "needed 0.1, took 0.4"
    assert [row[1].text for row in scene.table("x", "#FFFFFF", scene.descent.weight_delta[:4].tolist()).rows] == [
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
    scene = walk_sections(DivergenceSpiral, lambda *_: None, **values)
    text = " ".join(c.content.replace("\n", " ") for c in scene.renderer.file_writer.subcaptions)
    assert said in text
    assert never not in text


def test_the_axes_pull_back_once() -> None:
    """However many steps leave the window, one pull-back makes room for all that are drawn."""
    windows = []

    def look(scene: Any, section: str) -> None:
        windows.append(scene.bowl.window)

    walk_sections(DivergenceSpiral, look, drawn_steps=8)
    walks = [walk_sections(DivergenceSpiral, lambda *_: None, iterations=n) for n in (9, 2000)]
    plays = [scene.renderer.num_plays for scene in walks]
    assert windows[0] != windows[1]
    assert plays[0] == plays[1]
