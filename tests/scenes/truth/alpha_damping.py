"""What AlphaDamping must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from scenes.stage.type.text import Words
from tests.scenes.axis_reading import QUANTITIES, number_in, shows, wrong_dot, wrong_readout
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers

SECTIONS = ["rule", "calm", "staircase", "lanes", "map"]

EXTREMES: list[dict[str, Any]] = [
    {},
    NEXT_TO_THE_GOAL,
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
    {"input": 7.324775606595254e-60},  # a border that is long to write stands at the right
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


def told(p: Any, section: str) -> list[float]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    path = resolved(gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations))
    moved = len(path.weight) > 1
    plain_step = gradient_descent(p.weight, p.input, p.goal_pred, iterations=1).weight[-1]
    return {
        "rule": [p.weight, p.alpha, plain_step, *path.weight[1:2]],
        "calm": [path.weight[-1], path.error[-1], *([p.alpha] if moved else [])],
        "staircase": [path.multiplier],
        "lanes": [p.iterations, *p.alphas],
        "map": [p.input, *([1 / p.input**2, 2 / p.input**2] if abs(p.input) > 1e-100 else ())],
    }[section] + ([p.alpha] if section == "map" and p.alpha > 0 else [])


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what gdcore computes."""
    p = scene.params
    path = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
    if section == "calm":
        yield from wrong_dot(scene.bowl, path.weight[-1], path.error[-1])
        yield from wrong_readout(scene.readout, {name: getattr(path, name)[-1] for name in QUANTITIES})
    if section == "staircase":
        yield from wrong_rest(scene.table, len(path.weight) - 1)
    if section == "lanes":
        for lane, alpha in zip(scene.lanes.lanes, p.alphas, strict=True):
            last = gradient_descent(p.weight, p.input, p.goal_pred, alpha=alpha, iterations=p.iterations).error[-1]
            if not shows(lane[2][1].text, last):
                yield f"the lane of alpha {alpha} ends with {lane[2][1].text}, not {last}"
    if section == "map" and scene.plan.borders:
        yield from _true_map(scene)


def wrong_rest(table: Any, last: int) -> Iterator[str]:
    """Yield what a table of a descent's first steps says wrongly of how many steps follow."""
    hidden = last + 1 - len(table.rows)
    said = [int(number_in(part.markup.split()[-3])) for part in table if isinstance(part, Words)]
    if said != ([hidden] if hidden else []):
        yield f"the table says that {said} steps follow, not {hidden}"


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
