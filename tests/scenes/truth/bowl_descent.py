"""What BowlDescent must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.scenes.axis_reading import QUANTITIES, number_in, shows, wrong_dot, wrong_network, wrong_readout
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers

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


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    last = len(path.weight) - 1
    state = {"bowl": 0, "first_step": min(1, last)}.get(section, last)
    yield from wrong_dot(scene.bowl, path.weight[state], path.error[state])
    yield from wrong_network(scene.network, p.input, *(getattr(path, name)[state] for name in QUANTITIES[:3]))
    if section == "log":
        yield from _true_log(scene, path)
    else:
        yield from wrong_readout(scene.readout, {name: getattr(path, name)[state] for name in QUANTITIES})


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
