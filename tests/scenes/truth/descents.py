"""What the pictures of a descent must show: computed as the lab's loop does, and where it is a curve, exactly."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

from tests.gdcore.lab_logs import Line, descent_lines
from tests.legibility import parts
from tests.scenes.reading.axes import Axes, axes_in
from tests.scenes.reading.graphs import (
    OFF,
    Function,
    Place,
    wrong_chain,
    wrong_drop,
    wrong_error_curve,
    wrong_graph,
    wrong_hops,
    wrong_places,
    wrong_tangent,
)
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.reading.picture import Picture
from tests.scenes.reading.tables import logged, steps_told

SMALLEST = 1e-300
"""Of what is smaller, doubles do not hold all digits."""


def states_of(p: Any, alpha: float = 1) -> list[Line]:
    """Return the states that the lab's loop goes through, up to the last one that a double holds."""
    weight, states = p.weight, list[Line]()
    for _ in range(p.iterations + 1):
        try:
            (line,) = descent_lines(weight, p.input, p.goal_pred, 1)
        except OverflowError:
            break
        if not all(map(math.isfinite, (*line, 2 * line.weight_delta))):
            break
        states.append(line)
        weight -= alpha * line.weight_delta
    return states


def error_of(input: float, goal_pred: float) -> Function:
    """Return the squared error over the weight, exactly."""
    return lambda weight: (weight * Fraction(input) - Fraction(goal_pred)) ** 2


def goal_weight(input: float, goal_pred: float) -> Fraction | None:
    """Return the weight at the goal, exactly; None where no double comes near."""
    goal = Fraction(goal_pred) / Fraction(input) if input else None
    return goal if goal is not None and abs(goal) < Fraction(2) ** 1024 else None


def only_axes(picture: Picture) -> tuple[Axes | None, list[str]]:
    """Return the axes of a picture with one pair, and what is wrong with them."""
    found = axes_in(picture)
    if len(found) != 1:
        return None, [f"there are {len(found)} pairs of axes with numbers"]
    return found[0], list(found[0].uneven())


def wrong_bowl(
    picture: Picture, input: float, goal_pred: float, at: Place, hops: Sequence[tuple[Place, Place]] | None = None
) -> Iterator[str]:
    """Yield what is wrong in a bowl: the curve, the goal, the dot with its error, the hops if they are known."""
    axes, wrong = only_axes(picture)
    yield from wrong
    if axes is None:
        return
    if abs(input) > SMALLEST or not input:
        yield from wrong_error_curve(picture, axes, error_of(input, goal_pred))
    yield from wrong_ring(picture, axes, goal_weight(input, goal_pred), lambda _: Fraction(0))
    yield from wrong_places(axes, picture.dots(picture.theme.weight, within=axes.box), [at], "dot")
    yield from wrong_drop(picture, axes, at)
    if picture.strokes(picture.theme.slope, width=4, within=axes.box):
        yield "a tangent is left"
    if hops is not None:
        yield from wrong_hops(picture, axes, hops)


def wrong_ring(
    picture: Picture,
    axes: Axes,
    goal: Fraction | None,
    height: Callable[[Fraction], Fraction],
    *,
    most: float = 0.2,
) -> Iterator[str]:
    """Yield what is wrong with the ring at the goal, which is drawn where the axes show the weight there."""
    found = picture.rings(picture.theme.goal, within=axes.box, most=most)
    place = -math.inf if goal is None else axes.x.place(goal)
    if min(abs(place - axes.x.low), abs(place - axes.x.high)) < OFF:
        return  # on the edge, drawn or not
    due = [(goal, height(goal))] if goal is not None and axes.x.low < place < axes.x.high else []
    yield from wrong_places(axes, found, due, "ring of the goal")


def wrong_moment(scene: Any, input: float, goal_pred: float, *, width: float = 4) -> Iterator[str]:
    """Yield what is wrong with a tangent that is new in the picture: it touches the curve where the dot is."""
    drawn = [part.points.tobytes() for part in parts(scene) if _like_a_tangent(part, scene.theme.slope, width)]
    known, scene.tangents_read = getattr(scene, "tangents_read", []), drawn
    if not drawn or drawn == known or 0 < abs(input) < SMALLEST:
        return
    picture = Picture(scene)
    axes = axes_in(picture)
    if len(axes) != 1 or not picture.strokes(picture.theme.slope, width=width, within=axes[0].box):
        return
    dots = picture.dots(picture.theme.weight, within=axes[0].box)
    if len(dots) != 1:
        yield f"{len(dots)} dots stand at a tangent"
        return
    weight = axes[0].x.value(dots[0][0])
    delta = weight * Fraction(input) - Fraction(goal_pred)
    yield from wrong_tangent(picture, axes[0], (weight, delta**2), 2 * Fraction(input) * delta, width=width)


def _like_a_tangent(part: Any, colour: str, width: float) -> bool:
    return (
        len(part.points) == 4 and part.get_stroke_width() == width and part.get_stroke_color().to_hex() == colour
    )


def wrong_cobweb(picture: Picture, p: Any, alpha: float, states: Sequence[Line]) -> Iterator[str]:
    """Yield what is wrong in a cobweb of these states: the update, the diagonal, the path, its start, the goal."""
    axes, wrong = only_axes(picture)
    yield from wrong
    if axes is None:
        return
    input, goal_pred, theme = Fraction(p.input), Fraction(p.goal_pred), picture.theme
    lines: tuple[tuple[str, str, float, Function], ...] = (
        ("update", theme.slope, 4, lambda w: w - Fraction(alpha) * input * (w * input - goal_pred)),
        ("diagonal", theme.ink, 2, lambda weight: weight),
    )
    for name, colour, width, function in lines:
        found = picture.strokes(colour, width=width, within=axes.box)
        if len(found) != 1:
            yield f"there are {len(found)} lines like the {name}"
        for one in found:
            yield from wrong_graph(axes, one, function, f"the {name}")
    weights = [state.weight for state in states]
    corners: list[Place] = [(weights[0], weights[0])]
    for before, after in pairwise(weights):
        corners += [(before, after), (after, after)]
    paths = picture.strokes(theme.weight, width=3, within=axes.box)
    if len(paths) != 1 and len(set(weights)) > 1:
        yield f"there are {len(paths)} paths"
    for one in paths:
        yield from wrong_chain(axes, one, corners, "the path")
    yield from wrong_places(axes, picture.dots(theme.weight, within=axes.box), corners[:1], "start")
    yield from wrong_ring(picture, axes, goal_weight(p.input, p.goal_pred), lambda goal: goal)


def place_of(state: Line) -> Place:
    """Return the weight and the error of a state."""
    return state.weight, state.error


def hops_of(states: Sequence[Line], steps: Sequence[int]) -> list[tuple[Place, Place]]:
    """Return from where to where these steps hop."""
    return [(place_of(states[step - 1]), place_of(states[step])) for step in steps]


def wrong_log(
    picture: Picture,
    states: Sequence[Line],
    p: Any,
    quantities: Sequence[str] = ("weight", "prediction", "error"),
) -> Iterator[str]:
    """Yield the cells of a log that differ from the printout of the loop, and the lines that are missing."""
    overflowed = len(states) <= p.iterations
    lines = logged(picture)
    names = [name for name, _ in lines]
    if not overflowed and "after" not in names:
        yield "the log does not tell the state after the loop"
    if overflowed and "after" in names:
        yield "the log tells a state that no computer holds"
    if names[:1] != ["after"] and names[:1] != ["1"] and len(states) > 1:
        yield f"the log begins with {names[:1]}"
    for name, cells in lines:
        state = states[len(states) - 1 if name == "after" else int(number_in(name)) - 1]
        for quantity, cell in zip(quantities, cells, strict=True):
            if not shows(cell, getattr(state, quantity)):
                yield f"line {name} of the log reads {quantity} {cell}, not {getattr(state, quantity)}"


def wrong_misses(picture: Picture, p: Any, alpha: float, states: Sequence[Line]) -> Iterator[str]:
    """Yield what is wrong in the table beside a cobweb: how far each weight is off the goal, or off the start."""
    told, more = steps_told(picture)
    if not told or more != len(states) - len(told):
        yield f"{len(told)} states are told, and {more} steps that follow, of {len(states)} states"
    if 1 - alpha * p.input**2 == 1:
        return  # nothing moves, as far as doubles can tell
    goal = Fraction(p.goal_pred) / Fraction(p.input)
    for k, (text, state) in enumerate(zip(told, states, strict=False)):
        slack = Fraction(1e-9) * max(abs(Fraction(state.weight)), Fraction(1e-300))  # nearly equal weights
        miss = Fraction(state.weight) - goal
        if not any(shows(text, miss + part) for part in (0, slack, -slack)):
            yield f"state {k} of the table reads {text}, not {float(miss)}"
