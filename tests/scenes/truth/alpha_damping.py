"""What AlphaDamping must show, from other sources than the scene, and the parameters to try it with."""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from gdcore import gradient_descent, resolved
from tests.gdcore.lab_logs import Line
from tests.scenes.reading.arrows import arrows
from tests.scenes.reading.axes import LONGEST_TICK, Axis, axis_lines
from tests.scenes.reading.graphs import OFF
from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture, level_and_upright, lies_in
from tests.scenes.reading.tables import wrong_rows
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.descents import (
    goal_weight,
    hops_of,
    place_of,
    states_of,
    wrong_bowl,
    wrong_cobweb,
    wrong_misses,
)
from tests.strokes import Points

DRAWN_ONE_BY_ONE = 4
"""So many of the first steps are drawn one by one."""
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


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    states = states_of(p, p.alpha)
    last = len(states) - 1
    if section == "rule":
        yield from _wrong_line(picture, p, states)
    if section == "calm":
        now = states[last]
        steps = [k for k in dict.fromkeys([*range(1, DRAWN_ONE_BY_ONE + 1), last]) if 0 < k <= last]
        yield from wrong_bowl(picture, p.input, p.goal_pred, place_of(now), hops_of(states, steps))
        yield from wrong_rows(picture, now._asdict())
    if section == "staircase":
        grows = abs(1 - Fraction(p.alpha) * Fraction(p.input) ** 2) > 1 + Fraction(1, 10**9)
        drawn = min(last, DRAWN_ONE_BY_ONE if grows else 200)
        yield from wrong_cobweb(picture, p, p.alpha, states[: drawn + 1])
        yield from wrong_misses(picture, p, p.alpha, states)
    if section == "lanes":
        yield from _wrong_lanes(picture, p)
    if section == "map":
        yield from _wrong_map(picture, p)


def _wrong_line(picture: Picture, p: Any, states: Sequence[Line]) -> Iterator[str]:
    """Yield what is wrong on the line of weights: the start, the goal, and the arrows of both steps."""
    lines, theme = axis_lines(picture), picture.theme
    if len(lines) != 1 or lines[0].upright:
        yield f"there are {len(lines)} lines with numbers"
        return
    line = lines[0]
    yield from line.uneven()
    start, plain = line.place(p.weight), states_of(p)[:2][-1].weight
    for what, colour, end in (("plain", theme.slope, plain), ("damped", theme.weight, states[:2][-1].weight)):
        found, due = arrows(picture, colour), line.place(end)
        if len(found) != (abs(due - start) > 1e-6):
            yield f"there are {len(found)} arrows of the {what} step"
        for arrow in found:
            if abs(arrow.tail[0] - start) > OFF or abs(arrow.head[0] - due) > OFF:
                ends = [float(line.value(x)) for x in (arrow.tail[0], arrow.head[0])]
                yield f"the {what} step leads from {ends[0]} to {ends[1]}, not from {p.weight} to {end}"
    dots = picture.dots(theme.weight)
    if not any(abs(x - start) < OFF and abs(y - line.at) < OFF for x, y in dots):
        yield "no dot stands at the start"
    goal = goal_weight(p.input, p.goal_pred)
    drawn = (path.box for path in picture.strokes(theme.goal) if path.is_straight)
    guides = [left for left, right, bottom, _ in drawn if right - left < OFF and abs(bottom - line.at) < OFF]
    if len(guides) != (goal is not None) or (goal is not None and abs(guides[0] - line.place(goal)) > OFF):
        yield f"the goal weight is drawn at {[float(line.value(x)) for x in guides]}"


def _wrong_lanes(picture: Picture, p: Any) -> Iterator[str]:
    """Yield what is wrong in the lanes: the errors on the way, their order, and the last ones in writing."""
    axes, theme = [one for one in axis_lines(picture) if one.logarithmic], picture.theme
    if len(axes) != 1:
        yield f"there are {len(axes)} logarithmic axes"
        return
    axis = axes[0]
    yield from axis.uneven()
    floors = sorted(
        path.box
        for path in picture.strokes(theme.muted, width=2)
        if path.is_straight and abs(path.box[2] - axis.low) < OFF and path.box[1] - path.box[0] > LONGEST_TICK
    )
    descents = [states_of(p, alpha) for alpha in p.alphas]
    if len(floors) != len(descents):
        yield f"there are {len(floors)} lanes for {len(descents)} rates"
        return
    lines = [one for c in (theme.goal, theme.error, theme.muted) for one in picture.strokes(c, width=4)]
    longest = max(map(len, descents)) - 1
    for alpha, states, (left, right, _, _) in zip(p.alphas, descents, floors, strict=True):
        inside = (left - 0.05, right + 0.05, axis.low - 0.05, axis.high + 0.05)
        found = [one for one in lines if lies_in(one.box, inside)]
        if len(found) != 1:
            yield f"there are {len(found)} lines in the lane of alpha {alpha}"
        for line in found:
            steps = longest * (line.corners[:, 0] - left) / (right - left)
            yield from _wrong_lane(f"the lane of alpha {alpha}", axis, steps, line.corners[:, 1], states, p)
        ends = [
            one.says
            for one in picture.texts
            if one.is_number and one.colour == theme.error and left < one.x < right and one.y < axis.low
        ]
        if len(ends) != 1 or not shows(ends[0], states[-1].error):
            yield f"the lane of alpha {alpha} ends with {ends}, not {states[-1].error}"


def _wrong_lane(
    what: str, axis: Axis, steps: Points, heights: Points, states: Sequence[Line], p: Any
) -> Iterator[str]:
    """Yield where the line of a lane has another error than its descent; it may end where it leaves at the top."""
    leaves = heights[-1] > axis.high - OFF
    reached = len(states) - 1 if len(states) > 1 else 0
    if not leaves and abs(steps[-1] - reached) > 0.5:
        yield f"{what} ends at step {steps[-1]}, not {reached}"
    for i, (step, height) in enumerate(zip(steps, heights, strict=True)):
        before, after = math.floor(step + 1e-6), math.ceil(step - 1e-6)
        if leaves and i == len(steps) - 1 and (before != after or after >= len(states)):
            beyond = after >= len(states) or _height(axis, states[after].error) > axis.high - OFF
            if not beyond or after > len(states) or _height(axis, states[after - 1].error) > axis.high + OFF:
                yield f"{what} leaves the axis before step {after}"
            continue
        if before != after:  # a line that has one state only is drawn a little long
            if len(states) > 1:
                yield f"{what} has a corner at step {step}"
            continue
        state = states[before]
        blurred = abs(state.delta) <= 1e-12 * max(abs(p.goal_pred), abs(state.prediction))
        due = min(max(_height(axis, state.error), axis.low), axis.high)
        if abs(height - due) > 2 * OFF and not (blurred and height < due + OFF):
            yield f"{what} is at 10^{float(axis.value(height))} at step {before}, not at {state.error}"
            return


def _height(axis: Axis, error: float) -> float:
    return axis.place(math.log10(error)) if error > 0 else -math.inf


def _wrong_map(picture: Picture, p: Any) -> Iterator[str]:
    """Yield the rates that do not stand on the map where the two borders want them."""
    theme = picture.theme
    regions = [
        [one.box for one in picture.fillings(theme.tint(colour)) if one.line == colour]
        for colour in (theme.goal, theme.weight, theme.error)
    ]
    marks = [(theme.muted, alpha) for alpha in dict.fromkeys(p.alphas) if alpha != p.alpha]
    marks += [(theme.ink, p.alpha)] if p.alpha > 0 else []
    if not 1e-150 < abs(p.input) < 1e150:
        if any(regions) or len(picture.dots(theme.ink)) != (p.alpha > 0):
            yield "the map of an input that changes nothing has regions"
        return
    if [len(region) for region in regions] != [1, 1, 1]:
        yield f"there are {[len(region) for region in regions]} regions"
        return
    (slides,), (settles,), (diverges,) = regions
    for one, other in ((slides, settles), (settles, diverges)):
        if abs(one[1] - other[0]) > OFF:
            yield "the regions of the map do not meet"
    lands = -2 * Fraction(math.log10(abs(p.input)))
    a, b = settles[:2]
    middle = (slides[2] + slides[3]) / 2
    for colour, alpha in marks:
        share = (math.log10(alpha) - float(lands)) / math.log10(2)
        due = min(max(a + share * (b - a), slides[0]), diverges[1])
        if not any(abs(x - due) < 2 * OFF and abs(y - middle) < OFF for x, y in picture.dots(colour)):
            yield f"no dot for alpha {alpha} where the map has it"
    if len([1 for c in (theme.ink, theme.muted) for _ in picture.dots(c)]) != len(marks):
        yield "there are other dots on the map than of the rates"
    for x, name in ((a, "lands"), (b, "bounces")):
        lines = [one for up, one in level_and_upright(picture.segments) if up and one.colour == theme.ink]
        if not any(abs(one.start[0] - x) < OFF for one in lines):
            yield f"no line marks the border where it {name}"
