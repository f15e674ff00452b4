"""What DivergenceSpiral must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.gdcore.lab_logs import Line
from tests.scenes.reading.graphs import wrong_graph, wrong_places
from tests.scenes.reading.picture import Picture
from tests.scenes.reading.tables import wrong_network, wrong_rows, wrong_steps_told
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.descents import (
    goal_weight,
    hops_of,
    only_axes,
    place_of,
    states_of,
    wrong_bowl,
    wrong_cobweb,
    wrong_log,
    wrong_misses,
    wrong_moment,
    wrong_ring,
)

NAMED = 4
"""So many states the line of the derivative shows."""
SECTIONS = ["narrow", "overshoot", "line", "spiral", "log"]

EXTREMES: list[dict[str, Any]] = [
    {},
    NEXT_TO_THE_GOAL,
    *({"input": value} for value in (0, -1, -0.5, 0.5, 1, 1.1, 2**0.5, 30, 0.01, 1000, 1e-309)),
    *({"goal_pred": value} for value in (0, -5, 1e6, 1e-6)),
    *({"weight": value} for value in (1e6, -1e6, 0.4)),
    {"weight": 0.4, "iterations": 500},
    *({"gentle_input": value} for value in (0, -2, 2, 1000, -0.5)),
    *({"iterations": value} for value in (1, 2, 5, 1000)),
    *(
        {"gentle_input": gentle, "input": value}
        for gentle, value in ((5, 1.5), (-1000, 2), (1e3, -1e3), (1e-3, 1e3))
    ),
    {"input": -1.434},  # a name has hardly room beside a tick
    {"input": -1.5e-320, "drawn_steps": 3, "goal_pred": -1.0345804140565065e-133},
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


def told(p: Any, section: str) -> list[float]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    path = resolved(gradient_descent(p.weight, p.input, p.goal_pred, iterations=p.iterations))
    drawn = min(p.drawn_steps, len(path.weight) - 1)
    return {
        "narrow": [p.gentle_input, p.input, p.weight],
        "overshoot": [path.weight[drawn], path.error[drawn]],
        "line": [path.weight_delta[0], path.weight_delta[min(drawn, 3)]],
        "spiral": [1 - p.input**2],
        "log": [] if path.overflowed else [path.weight[-1], path.error[-1]],
    }[section]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    states = states_of(p)
    last = len(states) - 1
    drawn = min(p.drawn_steps, last)
    if section in ("narrow", "overshoot"):
        now = states[0 if section == "narrow" else drawn]
        steps = range(1, drawn + 1) if section == "overshoot" else ()
        yield from wrong_bowl(picture, p.input, p.goal_pred, place_of(now), hops_of(states, steps))
        yield from wrong_rows(picture, now._asdict())
        yield from wrong_network(
            picture, input=p.input, weight=now.weight, prediction=now.prediction, error=now.error
        )
    if section == "line":
        count = min(NAMED, drawn + 1)
        yield from _wrong_line(picture, p, states[:count])
        yield from wrong_steps_told(picture, [state.weight_delta for state in states[:count]], count - 1)
    if section in ("spiral", "log"):
        yield from wrong_cobweb(picture, p, 1, states[: drawn + 1])
    if section == "spiral":
        yield from wrong_misses(picture, p, 1, states)
    if section == "log":
        yield from wrong_log(picture, states, p)


def moment(scene: Any, p: Any) -> Iterator[str]:
    """Yield what is wrong with the picture at any moment."""
    if list(scene.seen)[-1:] == ["overshoot"]:  # later another line has the colour of a slope
        yield from wrong_moment(scene, p.input, p.goal_pred)


def _wrong_line(picture: Picture, p: Any, states: list[Line]) -> Iterator[str]:
    """Yield what is wrong with the line of weight_delta over the weight, and with the states on it."""
    axes, wrong = only_axes(picture)
    yield from wrong
    if axes is None:
        return
    input, goal_pred, theme = Fraction(p.input), Fraction(p.goal_pred), picture.theme
    lines = picture.strokes(theme.slope, width=4, within=axes.box)
    if len(lines) != 1:
        yield f"there are {len(lines)} lines of weight_delta"
    for line in lines:
        yield from wrong_graph(axes, line, lambda w: input * (w * input - goal_pred), "the line of weight_delta")
    due = [(state.weight, state.weight_delta) for state in states]
    yield from wrong_places(axes, picture.dots(theme.weight, within=axes.box), due, "state")
    yield from wrong_ring(picture, axes, goal_weight(p.input, p.goal_pred), lambda _: Fraction(0))
