"""What BowlDescent must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.gdcore.lab_logs import Line
from tests.scenes.reading.graphs import wrong_drop, wrong_error_curve, wrong_places
from tests.scenes.reading.machine import wrong_machine
from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.descents import (
    SMALLEST,
    error_of,
    goal_weight,
    only_axes,
    place_of,
    states_of,
    wrong_log,
    wrong_moment,
    wrong_ring,
)

DRAWN_ONE_BY_ONE = 4
"""So many of the first steps are drawn one by one."""
WIDTH, DOT = 5.6, 0.17
"""How thick the curve is, and how large a dot is at most."""
SECTIONS = ["point", "bowl", "first_step", "steps", "log", "poster"]

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
    if section == "point":
        return [p.input, p.weight, path.prediction[0], p.goal_pred, path.error[0]]
    if section == "bowl":
        return [p.weight, path.error[0] if not p.input else p.goal_pred / p.input]
    if section == "first_step":
        return [p.weight, *((path.delta[0], path.weight_delta[0], p.alpha, path.weight[1]) if last else ())]
    nothing = section == "poster" or (section == "log" and path.overflowed)
    return [] if nothing else [path.weight[-1], path.error[-1]]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    states = states_of(p, p.alpha)
    last = len(states) - 1
    now = states[{"point": 0, "bowl": 0, "first_step": min(1, last)}.get(section, last)]
    if section == "poster":
        yield from _wrong_poster(picture)
        return
    if section == "log":
        yield from wrong_log(picture, states, p, ("weight", "error"))
    else:
        numbers = {"input": p.input, "weight": now.weight, "prediction": now.prediction}
        yield from wrong_machine(picture, **numbers, goal=p.goal_pred)
        errors = [one.says for one in picture.texts if one.is_number and one.colour == picture.theme.error]
        if len(errors) != 1 or not shows(errors[0], now.error):
            yield f"the error reads {errors}, not {now.error}"
    if section != "point":
        begun = min(last, {"bowl": 0, "first_step": 1}.get(section, last))
        yield from _wrong_bowl(picture, p, states, now, begun)


def _wrong_bowl(picture: Picture, p: Any, states: list[Line], now: Line, steps: int) -> Iterator[str]:
    """Yield what is wrong in the bowl after so many steps: curve, goal, dot, its height, what is left behind."""
    axes, wrong = only_axes(picture)
    yield from wrong
    if axes is None:
        return
    if abs(p.input) > SMALLEST or not p.input:
        yield from wrong_error_curve(picture, axes, error_of(p.input, p.goal_pred), width=WIDTH)
    yield from wrong_ring(picture, axes, goal_weight(p.input, p.goal_pred), lambda _: Fraction(0), most=0.3)
    found = picture.dots(picture.theme.weight, within=axes.box, most=DOT)
    yield from wrong_places(axes, found, [place_of(now)], "dot")
    yield from wrong_drop(picture, axes, place_of(now), least=DOT, dot=DOT)
    if picture.strokes(picture.theme.slope, within=axes.box):
        yield "a tangent or an arrow is left"
    drawn = [*range(min(steps, DRAWN_ONE_BY_ONE))]
    drawn += [len(states) - 2] if steps > DRAWN_ONE_BY_ONE else []
    left, right, low, high = axes.box
    places = [place_of(states[k]) for k in drawn]
    inside = [one for one in places if left <= axes.place(*one)[0] <= right and low <= axes.place(*one)[1] <= high]
    ghosts = picture.dots(picture.theme.faded(picture.theme.weight), within=axes.box, most=DOT)
    yield from wrong_places(axes, ghosts, inside, "ghost")


def _wrong_poster(picture: Picture) -> Iterator[str]:
    """Yield what is wrong in the last picture: there are one to three bowls, and each has a dot."""
    curves = picture.strokes(picture.theme.ink, width=6)
    if not 1 <= len(curves) <= 3:
        yield f"there are {len(curves)} bowls on the poster"
    for curve in curves:
        left, right, *_ = curve.box
        if not any(left <= one[0] <= right for one in picture.dots(picture.theme.weight, most=DOT)):
            yield "a bowl of the poster has no dot"


def moment(scene: Any, p: Any) -> Iterator[str]:
    """Yield what is wrong with the picture at any moment."""
    yield from wrong_moment(scene, p.input, p.goal_pred, width=WIDTH)
