"""What HotColdWiggles must show, from other sources than the scene, and the parameters to try it with."""

import itertools
from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from gdcore import hot_and_cold, resolved
from tests.gdcore.lab_logs import Try, hot_and_cold_lines
from tests.legibility import rectangle, texts
from tests.scenes.axis_reading import QUANTITIES, number_in, shows, wrong_dot, wrong_network, wrong_readout
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers

SECTIONS = ["wiggle", "choose", "crawl", "bounce", "break"]

FIRST: list[dict[str, Any]] = [
    {},
    {f"first_{name}": value for name, value in NEXT_TO_THE_GOAL.items()},
    *({"first_input": value} for value in (0, -8.5, 1000)),
    *({"first_step_amount": value} for value in (1e-6, 1e-300, 0.03, 1e6, 1e9)),
    *({"first_weight": value} for value in (1 / 8.5, 0.2, -1e9)),
    {"first_weight": 2, "first_input": 0.5},  # exactly on the goal
    {"first_goal_pred": 1e6},
    {"first_input": 0, "first_goal_pred": 0},
]
"""What matters to the first two sections only."""
SECOND: list[dict[str, Any]] = [
    {},
    NEXT_TO_THE_GOAL,
    *({"input": value} for value in (0, 30, -0.5, 1000, -1000, 1e-200)),
    *({"goal_pred": value} for value in (0, -5, 1e6, -1e9, 1e-6)),
    *({"weight": value} for value in (1.6, 1e6, -1e9)),
    {"weight": 0.8 / 1.1, "input": 1.1},  # on the goal but for rounding
    {"input": 0, "goal_pred": 0},
    {"weight": 1, "input": 1e-200, "goal_pred": 0},
    *({"step_amount": value} for value in (1e-300, 1e-6, 0.1, 0.2, 0.3, 1.1, 2.2, 10, 1e6, 1e9)),
    *({"iterations": value} for value in (1, 2, 1099, 1100, 5000)),
    {"iterations": 0, "other_steps": [1.1]},
    *({"step_amount": 0.2, "iterations": value} for value in (5, 6, 7, 12)),  # before the goal, past it, bouncing
    {"step_amount": 1e-5, "iterations": 100_000},
    *({"other_steps": value} for value in ([1e-6], [1e6], [0.1], [1.1, 1.1], [2.2, 3], [10, 0.2, 0.001, 1e6])),
    {"goal_pred": 1e6, "other_steps": [1e-6, 1e6]},
    {"weight": 1e9, "goal_pred": -1e9, "input": -1e-3, "other_steps": [1e9, 1e-9]},
    {"weight": 1e6, "goal_pred": -894, "input": -1000, "step_amount": 1e-9},  # the last move is next to the goal
]
EXTREMES = [{**first, **second} for first, second in itertools.zip_longest(FIRST, SECOND, fillvalue={})]

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


def told(p: Any, section: str) -> list[float]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    values = p.first_weight, p.first_input, p.first_goal_pred
    _, then = hot_and_cold_lines(*values, p.first_step_amount, 2)
    first = resolved(hot_and_cold(*values, step_amount=p.first_step_amount, iterations=0))
    errors = [first.down_error[0], first.error[0], first.up_error[0]]
    return {
        "wiggle": [p.first_input, p.first_weight, p.first_step_amount, *errors],
        "choose": [then.weight],
        "crawl": [p.step_amount, p.input, p.weight],
        "bounce": [p.other_steps[0], p.weight],
        "break": [*p.other_steps[1:]],
    }[section]


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    if section in ("wiggle", "choose"):
        yield from _true_trials(scene, section)
        return
    p = scene.params
    step = {"crawl": p.step_amount, "bounce": p.other_steps[0]}.get(section, p.other_steps[-1])
    log = hot_and_cold_lines(p.weight, p.input, p.goal_pred, step, scene.told.last + 1)
    if section == "crawl" and scene.told.last != p.iterations:
        yield f"{scene.told.last} iterations are told, not {p.iterations}"
    yield from wrong_network(scene.network, p.input, *_state(log[-1]))
    yield from wrong_dot(scene.bowl, log[-1].weight, log[-1].error)
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
    yield from _true_bars(scene.first.trials, expected)
    yield from wrong_network(scene.first.network, p.first_input, *_state(first if section == "wiggle" else then))
    if not shows(scene.first.counts.values["goal_pred"].text, p.first_goal_pred):
        yield "the goal of the first network is another"
    if section == "choose":
        side = (then.weight > first.weight) - (then.weight < first.weight)
        framed = [i for i, one in enumerate(scene.first.trials.tries) if scene.mark and _within(one, scene.mark)]
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


def _state(line: Try) -> tuple[float, float, float]:
    return line.weight, line.prediction, line.error


def _true_readout(scene: Any, step: float, log: list[Try]) -> Iterator[str]:
    read = {name: figures.text for name, figures in scene.readout.values.items()}
    yield from wrong_readout(scene.readout, dict(zip(QUANTITIES[:3], _state(log[-1]), strict=True)))
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
    if (log[-1].weight > scene.bowl.error_curve.goal_weight) == (
        log[-2].weight > scene.bowl.error_curve.goal_weight
    ):
        yield "the search does not bounce"
    yield from _true_bars(scene.pair, [(line.weight, line.prediction, line.error) for line in (one, other)])
    if any(text in scene.readout.get_family() for text in texts(scene)):
        yield "the readout stands below the pair"


def _within(inner: Any, outer: Any) -> bool:
    a, b = rectangle(inner), rectangle(outer)
    return b[0] <= a[0] and a[1] <= b[1] and b[2] <= a[2] and a[3] <= b[3]
