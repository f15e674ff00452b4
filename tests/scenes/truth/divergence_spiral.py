"""What DivergenceSpiral must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.scenes.axis_reading import QUANTITIES, shows, wrong_dot, wrong_readout
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.alpha_damping import wrong_rest

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


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, iterations=p.iterations)
    last = len(path.weight) - 1
    drawn = min(p.drawn_steps, last)
    if section in ("narrow", "overshoot"):
        state = 0 if section == "narrow" else drawn
        yield from wrong_dot(scene.bowl, path.weight[state], path.error[state])
        yield from wrong_readout(scene.readout, {name: getattr(path, name)[state] for name in QUANTITIES})
    if section in ("line", "spiral"):
        table = scene.line.table if section == "line" else scene.table
        values = [row[1].text for row in table.rows]
        expected = (
            path.weight_delta if section == "line" else path.delta / p.input if path.multiplier != 1 else None
        )
        for k, text in enumerate(values if expected is not None else ()):
            slack = 1e-9 * max(abs(path.weight[k]), 1e-300)  # the subtraction of nearly equal weights
            if not any(shows(text, float(expected[k]) + part) for part in (0, slack, -slack)):
                yield f"state {k} of the table reads {text}, not {expected[k]}"
    if section == "spiral":
        yield from wrong_rest(scene.table, last)
    if section == "log" and not path.overflowed:
        cells = [cell.text for cell in scene.log.after]
        for name, cell in zip(("weight", "prediction", "error"), cells[1:], strict=True):
            if not shows(cell, getattr(path, name)[-1]):
                yield f"the log ends with {name} {cell}, not {getattr(path, name)[-1]}"
