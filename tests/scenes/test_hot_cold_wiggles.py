"""HotColdWiggles is legible and true at any parameters."""

import itertools
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import Outcome
from scenes.hot_cold_wiggles import HotColdWiggles
from tests.gdcore.lab_logs import Try, hot_and_cold_lines
from tests.legibility import rectangle, texts, walk, walk_sections
from tests.scenes.axis_reading import number_in, read_off, shows
from tests.scenes.samples import QUICK, THOROUGH, floats, integers

SECTIONS = ["wiggle", "choose", "crawl", "bounce", "break"]

FIRST: list[dict[str, Any]] = [
    *({"first_input": value} for value in (0, -8.5, 1000)),
    *({"first_step_amount": value} for value in (1e-6, 1e-300, 0.03, 1e6, 1e9)),
    *({"first_weight": value} for value in (1 / 8.5, 0.2, -1e9)),
    {"first_weight": 2, "first_input": 0.5},  # exactly on the goal
    {"first_goal_pred": 1e6},
    {"first_input": 0, "first_goal_pred": 0},
]
SECOND: list[dict[str, Any]] = [
    {},
    *({"input": value} for value in (0, 1000, 1e-200)),
    {"goal_pred": -1e9},
    {"weight": 1.6},
    {"weight": 0.8 / 1.1, "input": 1.1},  # on the goal but for rounding
    *({"step_amount": value} for value in (1e-300, 0.3)),
    {"iterations": 0, "other_steps": [1.1]},
    {"step_amount": 0.2, "iterations": 6},  # just past the goal
    {"step_amount": 1e-5, "iterations": 100_000},
    {"other_steps": [10, 0.2, 0.001, 1e6]},
    {"goal_pred": 1e6, "other_steps": [1e-6, 1e6]},
    {"weight": 1e9, "goal_pred": -1e9, "input": -1e-3, "other_steps": [1e9, 1e-9]},
]
EXTREMES = [{**first, **second} for first, second in itertools.zip_longest(FIRST, SECOND, fillvalue={})]

MORE_EXTREMES: list[dict[str, Any]] = [
    *({"input": value} for value in (30, -0.5, -1000)),
    *({"goal_pred": value} for value in (0, -5, 1e6, 1e-6)),
    *({"weight": value} for value in (1e6, -1e9)),
    {"input": 0, "goal_pred": 0},
    {"weight": 1, "input": 1e-200, "goal_pred": 0},
    *({"step_amount": value} for value in (1e-6, 0.1, 0.2, 1.1, 2.2, 10, 1e6, 1e9)),
    *({"iterations": value} for value in (1, 2, 1099, 1100, 5000)),
    *({"step_amount": 0.2, "iterations": value} for value in (5, 7, 12)),
    *({"other_steps": value} for value in ([1e-6], [1e6], [0.1], [1.1, 1.1], [2.2, 3])),
]

NUMBERS = st.one_of(st.sampled_from([0, -1, 0.5, 2, 1e6, -1e-6]), floats(-1e3, 1e3), floats(-2, 2))
INPUTS = st.one_of(NUMBERS.filter(lambda value: abs(value) <= 1e3), st.sampled_from([30, 1e-3]))
STEPS = st.one_of(
    st.sampled_from([1e-6, 0.001, 0.1, 1, 10, 1e6]), floats(0.05, 2), floats(-9, 9).map(lambda x: 10.0**x)
)
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("weight", "goal_pred", "first_weight", "first_goal_pred"), NUMBERS),
        **dict.fromkeys(("input", "first_input"), INPUTS),
        **dict.fromkeys(("step_amount", "first_step_amount"), STEPS),
        "iterations": st.one_of(integers(0, 12), integers(0, 3000)),
        "other_steps": st.lists(STEPS, min_size=1, max_size=2),
    },
)


def true_to_the_lab(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    if section in ("wiggle", "choose"):
        yield from _true_trials(scene, section)
        return
    p = scene.params
    step = {"crawl": p.step_amount, "bounce": p.other_steps[0]}.get(section, p.other_steps[-1])
    log = hot_and_cold_lines(p.weight, p.input, p.goal_pred, step, scene.last + 1)
    if section == "crawl" and scene.last != p.iterations:
        yield f"{scene.last} iterations are told, not {p.iterations}"
    yield from _true_network(scene.network, p.input, log[-1])
    window = scene.bowl.window
    weight, error = read_off(scene.bowl, scene.bowl.dot)
    if abs(weight - log[-1].weight) > 1e-6 * (window.right - window.left):
        yield f"the dot is at weight {weight}, not {log[-1].weight}"
    if abs(error - log[-1].error) > 1e-6 * (window.top - window.bottom):
        yield f"the dot is at error {error}, not {log[-1].error}"
    if scene.pair:
        yield from _true_pair(scene, log)
    else:
        yield from _true_readout(scene, step, log)
        yield from _true_end(scene, section, step, log)


def _true_trials(scene: Any, section: str) -> Iterator[str]:
    """Yield what the tries of the first network show that the lab's loop does not compute."""
    p = scene.params
    first, then = hot_and_cold_lines(p.first_weight, p.first_input, p.first_goal_pred, p.first_step_amount, 2)
    expected = [
        (p.first_weight - p.first_step_amount, first.down_prediction, first.down_error),
        (first.weight, first.prediction, first.error),
        (p.first_weight + p.first_step_amount, first.up_prediction, first.up_error),
    ]
    yield from _true_bars(scene.trials, expected)
    yield from _true_network(scene.first_network, p.first_input, first if section == "wiggle" else then)
    if not shows(scene.counts.values["goal_pred"].text, p.first_goal_pred):
        yield "the goal of the first network is another"
    if section == "choose":
        side = (then.weight > first.weight) - (then.weight < first.weight)
        framed = [i for i, one in enumerate(scene.trials.tries) if scene.mark and _within(one, scene.mark)]
        if framed != ([1 + side] if first.up_error != first.down_error else []):
            yield f"the frame is around {framed}"


def _true_bars(trials: Any, expected: list[tuple[float, float, float]]) -> Iterator[str]:
    """Yield the numbers and bars that are not those expected: weight, prediction and error of each."""
    tallest = max(error for *_, error in expected) or 1
    highest = max(one.bar.height for one in trials.tries)
    for one, (weight, prediction, error) in zip(trials.tries, expected, strict=True):
        texts_of = {"weight": one.rows["weight"], "prediction": one.rows["prediction"], "error": one.error}
        for name, value in (("weight", weight), ("prediction", prediction), ("error", error)):
            if not shows(texts_of[name].text, value):
                yield f"{name} of a try reads {texts_of[name].text}, not {value}"
        _, _, bottom, top = rectangle(one.bar)
        if abs((top - bottom) - highest * error / tallest) > 0.03:
            yield f"a bar is {top - bottom} high beside {highest}, the errors are {error} and {tallest}"
        if abs(bottom - trials.box.bottom) > 1e-6 or rectangle(one.error)[2] < top:
            yield "a bar does not stand on the line and below its number"


def _true_network(network: Any, input: float, line: Try) -> Iterator[str]:
    shown = {
        "input": (network.input.value.text, input),
        "weight": (network.knob.value.text, line.weight),
        "prediction": (network.prediction.value.text, line.prediction),
        "error": (network.error.value.text, line.error),
    }
    for name, (text, value) in shown.items():
        if not shows(text, value):
            yield f"{name} of the network reads {text}, not {value}"


def _true_readout(scene: Any, step: float, log: list[Try]) -> Iterator[str]:
    read = {name: figures.text for name, figures in scene.readout.values.items()}
    for name in ("weight", "prediction", "error"):
        if not shows(read[name], getattr(log[-1], name)):
            yield f"{name} reads {read[name]}, not {getattr(log[-1], name)}"
    if not shows(read["step_amount"], step) or not shows(read["goal_pred"], scene.params.goal_pred):
        yield "the step or the goal is another"
    last = len(log) - 1
    if read["iteration"] != f"{last:,} of {last:,}" or number_in(read["predictions made"]) != 3 * last:
        yield f"the counters read {read['iteration']} and {read['predictions made']}"


def _true_end(scene: Any, section: str, step: float, log: list[Try]) -> Iterator[str]:
    """Yield what is wrong with a search that ends without a pair: it lands, cannot move, or is cut short."""
    p = scene.params
    misses = [line.prediction - p.goal_pred for line in log]
    landed = min(map(abs, misses)) <= 1e-9 * abs(p.input) * step + 1e-15 * abs(p.goal_pred)
    if not landed and min(misses) < 0 < max(misses):
        yield "the search has crossed the goal, and no pair is shown"
    stuck = all(line.weight == log[0].weight for line in log)
    if section != "crawl" and not (landed or stuck or len(log) - 1 == 100_000):
        yield f"the search is cut short after {len(log) - 1} moves"


def _true_pair(scene: Any, log: list[Try]) -> Iterator[str]:
    """Yield what the two sides of a bounce show that the last two lines of the log do not say."""
    one, other = sorted(log[-2:])
    if (log[-1].weight > scene.curve.goal_weight) == (log[-2].weight > scene.curve.goal_weight):
        yield "the search does not bounce"
    yield from _true_bars(scene.pair, [(line.weight, line.prediction, line.error) for line in (one, other)])
    if any(text in scene.readout.get_family() for text in texts(scene)):
        yield "the readout stands below the pair"


def _within(inner: Any, outer: Any) -> bool:
    a, b = rectangle(inner), rectangle(outer)
    return b[0] <= a[0] and a[1] <= b[1] and b[2] <= a[2] and a[3] <= b[3]


@pytest.mark.parametrize("values", EXTREMES, ids=str)
def test_extreme_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """At the ends of all sections everything is in its place, and every number is the lab's."""
    assert walk(HotColdWiggles, true_to_the_lab, **values) == []


@given(PARAMETERS)
@QUICK
def test_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A small sample of all parameters."""
    assert walk(HotColdWiggles, true_to_the_lab, **values) == []


@pytest.mark.slow
@pytest.mark.parametrize("values", MORE_EXTREMES, ids=str)
def test_more_extreme_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """The same at more ends of the ranges."""
    assert walk(HotColdWiggles, true_to_the_lab, **values) == []


@pytest.mark.slow
@given(PARAMETERS)
@THOROUGH
def test_many_sampled_parameters_are_legible_and_true(values: dict[str, Any]) -> None:
    """A large sample of all parameters."""
    assert walk(HotColdWiggles, true_to_the_lab, **values) == []


def told(**values: Any) -> dict[str, tuple[str, str]]:
    """Return for each section its captions, and the lines of context that stood at its end."""
    seen: dict[str, tuple[int, str]] = {}

    def look(scene: Any, section: str) -> None:
        seen[section] = len(scene.renderer.file_writer.subcaptions), scene.context_text.markup

    scene = walk_sections(HotColdWiggles, look, **values)
    captions = [caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions]
    starts = [0, *(count for count, _ in seen.values())]
    return {
        section: (" ".join(captions[start:count]), context)
        for start, (section, (count, context)) in zip(starts, seen.items(), strict=False)
    }


def test_the_default_tells_the_figures_of_the_lab() -> None:
    """The errors of the first network, 1,101 iterations, and the two bounces."""
    story = told()
    assert list(story) == SECTIONS
    for number in ("0.85", "0.0225", "0.935", "0.004225", "0.765", "0.055225"):
        assert number in story["wiggle"][0]
    assert "The smaller one wins: up." in story["choose"][0]
    assert story["choose"][1] == "3 predictions for one move"
    assert "After 1,100 iterations it is on the goal." in story["crawl"][0]
    assert "next to nothing, yet it steps off by 0.001. 3,303 predictions" in story["crawl"][0]
    assert Outcome.LANDS.value not in story["crawl"][0]  # in floating point it does not stay
    assert story["crawl"][1] == "3,303 predictions in 1,101 iterations"
    assert "between 1.5 and 1.7" in story["bounce"][0]
    assert story["bounce"][1] == "a step of 0.2: between two weights for ever"
    assert "Error 19.8025 up, 30.8025 down: up is less bad, so it moves." in story["break"][0]
    assert "between 0.5 and 10.5" in story["break"][0]
    assert story["break"][1] == "the step never asked how big the error was"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (
            {"first_input": 0, "input": 0},
            {
                "choose": "All three errors are the same, so no side is better. The knob stays where it was",
                "crawl": "no side is better, and the weight stays where it is. 3,303 predictions in 1,101",
            },
        ),
        (
            {"first_weight": 0.25, "first_input": 4, "weight": 1.6},
            {"choose": "worse than staying, and equally so: a tie.", "crawl": Outcome.ALREADY_THERE.value},
        ),
        (
            {"first_weight": 2, "first_input": 0.5, "weight": 2, "goal_pred": 1, "step_amount": 0.01},
            {
                "choose": "alike but for rounding, and rounding decides: up.",
                "crawl": "On the goal the sides differ by next to nothing, yet it steps off by 0.01.",
            },
        ),
        (
            {"first_step_amount": 1, "iterations": 100, "other_steps": [1e-6]},
            {
                "choose": "Neither beats staying, but only the two are compared: up wins.",
                "crawl": f"{Outcome.NOT_THERE_YET.value} It would take 1,000 more moves.",
                "bounce": "a smaller step: 1×10⁻⁶.",
                "break": "The step never asked how big the error was.",
            },
        ),
        (
            {"first_input": -8.5, "iterations": 0, "other_steps": [1.1]},
            {
                "choose": "The smaller one wins: down.",
                "crawl": "No iteration is asked for",
                "bounce": f"After 1 iteration it is on the goal. {Outcome.LANDS.value}",
            },
        ),
        (
            {"goal_pred": 1e6, "iterations": 1, "other_steps": [1e6]},
            {
                "crawl": "It would take 2×10⁹ more moves. 3 predictions in 1 iteration.",
                "bounce": "between 1.0000005×10⁶ and 2.0000005×10⁶",
            },
        ),
        ({"step_amount": 0.2, "other_steps": [0.2]}, {"crawl": "bounces for ever.", "bounce": "the same step"}),
    ],
    ids=str,
)
def test_captions_say_what_happens(values: dict[str, Any], words: dict[str, str]) -> None:
    """Every regime has its own words, and none is promised what it does not do."""
    story = told(**values)
    for section, expected in words.items():
        assert expected in story[section][0]


@pytest.mark.parametrize("values", [{"step_amount": 1e-5}, {"step_amount": 0.2}], ids=str)
def test_the_number_of_animations_does_not_grow_with_the_iterations(values: dict[str, Any]) -> None:
    """Long runs are time-lapses, before the goal and after it; only the pauses for reading may differ."""
    played: list[int] = []
    for iterations in (100, 10_000):
        scene = walk_sections(HotColdWiggles, lambda *_: None, iterations=iterations, other_steps=[1.1], **values)
        played.append(scene.renderer.num_plays)
    assert abs(played[1] - played[0]) <= 2


def test_counters_and_weight_belong_together_during_the_time_lapse() -> None:
    """At any moment of a time-lapse the readout shows one state: its number, its predictions, its weight."""
    seen: set[str] = set()

    class Watched(HotColdWiggles):
        def show_state(self, state: int) -> None:
            super().show_state(state)
            read = {name: figures.text for name, figures in self.readout.values.items()}
            moves = number_in(read["iteration"].partition(" ")[0])
            assert number_in(read["predictions made"]) == 3 * moves
            assert self.step != 0.001 or shows(read["weight"], 0.5 + 0.001 * int(moves))
            assert abs(self.bowl.weight - float(number_in(read["weight"]))) < 1e-4
            seen.add(read["iteration"])

    walk_sections(Watched, lambda *_: None, other_steps=[1.1])
    assert {"0 of 1,101", "1,100 of 1,101", "1,101 of 1,101"} <= seen
