"""What BowlDescent must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.scenes.reading.picture import Picture
from tests.scenes.reading.tables import wrong_network, wrong_rows
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.descents import hops_of, place_of, states_of, wrong_bowl, wrong_log, wrong_moment

DRAWN_ONE_BY_ONE = 6
"""So many of the first steps are drawn one by one."""
SECTIONS = ["bowl", "first_step", "steps", "log"]

EXTREMES: list[dict[str, Any]] = [
    {},
    NEXT_TO_THE_GOAL,
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
    {"weight": -1e9, "goal_pred": -1e-276, "input": 4.7e-200, "alpha": -9764},
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


def told(p: Any, section: str) -> list[float]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    path = resolved(gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations))
    last = len(path.weight) - 1
    if section == "bowl":
        return [p.input, p.weight, path.error[0] if not p.input else p.goal_pred / p.input]
    if section == "first_step":
        return [p.weight, *((path.delta[0], path.weight_delta[0], p.alpha, path.weight[1]) if last else ())]
    return [] if section == "log" and path.overflowed else [path.weight[-1], path.error[-1]]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    states = states_of(p, p.alpha)
    last = len(states) - 1
    now = states[{"bowl": 0, "first_step": min(1, last)}.get(section, last)]
    hops = {"bowl": [], "first_step": [1]}.get(section, [*range(1, DRAWN_ONE_BY_ONE + 1), last])
    steps = [step for step in dict.fromkeys(hops) if 0 < step <= last]
    yield from wrong_bowl(picture, p.input, p.goal_pred, place_of(now), hops_of(states, steps))
    yield from wrong_network(picture, input=p.input, weight=now.weight, prediction=now.prediction, error=now.error)
    if section == "log":
        yield from wrong_log(picture, states, p)
    else:
        yield from wrong_rows(picture, now._asdict())


def moment(scene: Any, p: Any) -> Iterator[str]:
    """Yield what is wrong with the picture at any moment."""
    yield from wrong_moment(scene, p.input, p.goal_pred)
