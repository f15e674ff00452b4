"""The windows in which a bowl is shown, so that what happens in it can be seen; none of it needs Manim."""

import math
from collections.abc import Iterable, Sequence
from itertools import accumulate

from gdcore import ErrorCurve
from scenes.stage.axes.window import Window

MARGIN = 1.07
"""How much wider than the path the window is, seen from the middle of the bowl."""
_VISIBLE = 0.12  # the least share of the window that a hop or a bowl must span to be seen
_LEAST_SHARE = 0.04  # the least share that keeps a dot apart from the axis, or from the goal


def visible_until(curve: ErrorCurve, weights: Sequence[float], state: int) -> int:
    """Return the last state that a window may reach so that the hop from `state` can still be seen in it.

    Only a descent that runs away needs more than one window: in any other no later hop is larger.
    """
    hop = abs(weights[state + 1] - weights[state])
    extent = list(zip(accumulate(weights, min), accumulate(weights, max), strict=True))
    for later in range(state + 2, len(weights)):
        if abs(weights[later] - weights[later - 1]) > hop:
            window = window_around(curve, (weights[0], *extent[later]))
            if hop < _VISIBLE * (window.right - window.left):
                return later - 1
    return len(weights) - 1


def first_window(curve: ErrorCurve, weights: Sequence[float]) -> Window:
    """Return a window to begin a descent in: wide enough to see its first hop, with its start off the axis."""
    until = visible_until(curve, weights, 0) if len(weights) > 1 else 0
    lows, highs = (list(accumulate(weights, furthest)) for furthest in (min, max))
    windows = (window_around(curve, (weights[0], lows[k], highs[k])) for k in range(until, -1, -1))
    return next(
        (one for one in windows if _off_the_axis(curve, one, weights[0])), window_around(curve, weights[:1])
    )


def is_legible(curve: ErrorCurve, window: Window, weight: float) -> bool:
    """Tell whether a window shows a bowl as one, and a weight that has an error off the axis and off the goal."""
    goal = curve.goal_weight
    if goal is not None:
        low, high = curve.weights_at(window.top) or (window.left, window.right)
        low, high = max(low, window.left), min(high, window.right)
        rises = max(float(curve.error(end)) for end in (low, high)) >= _VISIBLE * window.top
        if high - low < _VISIBLE * window.width or not rises:
            return False
        if curve.error(weight) and abs(weight - float(goal)) < _LEAST_SHARE * window.width:
            return False
    return _off_the_axis(curve, window, weight)


def _off_the_axis(curve: ErrorCurve, window: Window, weight: float) -> bool:
    """Tell whether a window shows that a weight has an error, if it has one."""
    error = float(curve.error(weight))
    return error == 0 or error >= _LEAST_SHARE * window.top


def window_around(curve: ErrorCurve, weights: Iterable[float]) -> Window:
    """Return a window with the middle of the bowl in its middle and all `weights` inside."""
    path_weights = [float(weight) for weight in weights]
    goal = curve.goal_weight
    middle = path_weights[0] if goal is None else float(goal)
    reach = max(abs(weight - middle) for weight in path_weights)
    half = reach * MARGIN if reach > abs(middle) * 1e-6 else max(abs(middle) / 2, 1.0)
    top = float(curve.error(middle + half))
    if not math.isfinite(top):  # the last state before overflow stands in the corner
        half, top = reach, float(curve.error(middle + reach))
    if goal is None:
        top *= 1.5
    return Window(middle - half, middle + half, 0.0, top or 1.0)
