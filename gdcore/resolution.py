"""Which numbers of a trajectory are measurements, and which are only the rounding of doubles."""

from dataclasses import replace
from typing import Any, TypeVar

import numpy as np

from gdcore.arrays import Array, frozen
from gdcore.descent import Descent
from gdcore.hot_and_cold import HotAndCold
from gdcore.outcome import Outcome
from gdcore.problem import State

KNOWN = 100 * float(np.finfo(float).eps)
"""A prediction is rounded by half an epsilon; of a miss smaller than this beside it not three digits are right."""
LEAST = float(np.finfo(float).tiny)
"""Doubles below it have lost digits."""


Told = TypeVar("Told", Descent, HotAndCold, State)


def resolved(states: Told) -> Told:
    """Return a descent, a search or a state with 0 in place of what doubles cannot tell from 0.

    A prediction is rounded, so its difference from the goal is only known to within that. If fewer than three
    digits of the difference are left, it is not a measurement: delta, error, slope and weight_delta become 0. So
    does whatever is too small to have all the digits of a double. A start without a delta is ALREADY_THERE.
    Fractions are not rounded, and nothing changes in them.
    """
    nothing = _is_rounding(np.asarray(states.delta), states.prediction)
    kept: dict[str, Any] = {"delta": _without(states.delta, nothing)}
    for name in ("error", "weight_delta", "slope"):
        if hasattr(states, name):
            kept[name] = _measured(getattr(states, name), nothing)
    if isinstance(states, State):
        return replace(states, **kept)
    if isinstance(states, HotAndCold):
        for side in ("up", "down"):
            prediction, error = (getattr(states, f"{side}_{name}") for name in ("prediction", "error"))
            kept[f"{side}_error"] = _measured(
                error, _is_rounding(prediction - states.problem.goal_pred, prediction)
            )
    elif nothing[0]:
        kept["goal_weight"] = states.weight[0]
    return replace(states, outcome=Outcome.ALREADY_THERE if nothing[0] else states.outcome, **kept)


def way_from_goal(descent: Descent) -> Array:
    """Return how far each weight of a descent with one input is above the goal weight, shape (n + 1,).

    It is 0 where delta is 0, and measured from the start if no weight reaches the goal.
    """
    goal: Any = descent.weight[0] if descent.goal_weight is None else descent.goal_weight
    way = descent.weight - goal
    return frozen(way if descent.goal_weight is None else np.where(descent.delta == 0, 0 * way, way))


def _is_rounding(delta: Array, prediction: Any) -> Array:
    """Tell which differences of a prediction from its goal are no larger than rounding may have made them."""
    if delta.dtype == object:
        return np.zeros(delta.shape, dtype=bool)
    return np.asarray(abs(delta) <= KNOWN * np.maximum(abs(prediction), abs(prediction - delta)))


def _measured(products: Any, nothing: Array) -> Any:
    """Return products of the difference, 0 where it is nothing, and where a double has lost digits of them."""
    array = np.asarray(products)
    shaped = nothing if array.ndim == nothing.ndim else nothing[..., None]
    return _without(products, shaped if array.dtype == object else shaped | (abs(array) < LEAST))


def _without(values: Any, nothing: Array) -> Any:
    """Return a number or numbers, 0 in place of those that are nothing."""
    if np.asarray(values).dtype == object:
        return values
    kept = np.where(nothing, 0.0, values)
    return frozen(kept) if kept.ndim else kept[()]
