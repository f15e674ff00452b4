"""What of a trajectory is measured, and what is but the rounding of doubles."""

from dataclasses import replace
from typing import Any, overload

import numpy as np

from gdcore.arrays import Array, frozen
from gdcore.descent import Descent
from gdcore.hot_and_cold import HotAndCold
from gdcore.outcome import Outcome

KNOWN = 100 * float(np.finfo(float).eps)
"""A prediction is rounded by half an epsilon; of a miss smaller than this beside it not three digits are right."""
LEAST = float(np.finfo(float).tiny)
"""Doubles below it have lost digits."""


@overload
def resolved(states: Descent) -> Descent: ...
@overload
def resolved(states: HotAndCold) -> HotAndCold: ...
def resolved(states: Descent | HotAndCold) -> Descent | HotAndCold:
    """Return a descent or a search as far as doubles can tell: what they cannot is 0.

    A prediction is rounded, so its difference from the goal is known to within that. Where this leaves less than
    three digits of the difference, it is no measurement: delta, error, slope and weight_delta become 0. What is
    too small for all digits of a double becomes 0, too. What has no delta at its start is ALREADY_THERE. In
    Fractions nothing is rounded, and nothing changes.
    """
    if isinstance(states, HotAndCold):
        return _resolved_search(states)
    return _resolved_descent(states)


def _resolved_descent(states: Descent) -> Descent:
    nothing = _is_rounding(states.delta, states.prediction)
    shaped = nothing if states.weight.ndim == 1 else nothing[:, None]
    return replace(
        states,
        delta=_without(states.delta, nothing),
        error=_without(states.error, nothing | _lost(states.error)),
        weight_delta=_without(states.weight_delta, shaped | _lost(states.weight_delta)),
        slope=_without(states.slope, shaped | _lost(states.slope)),
        goal_weight=states.weight[0] if nothing[0] else states.goal_weight,
        outcome=Outcome.ALREADY_THERE if nothing[0] else states.outcome,
    )


def _resolved_search(states: HotAndCold) -> HotAndCold:
    goal = states.prediction - states.delta
    kept: dict[str, Any] = {}
    for side in ("", "up_", "down_"):
        prediction, error = getattr(states, f"{side}prediction"), getattr(states, f"{side}error")
        kept[f"{side}error"] = _without(error, _is_rounding(prediction - goal, prediction) | _lost(error))
    nothing = _is_rounding(states.delta, states.prediction)
    outcome = Outcome.ALREADY_THERE if nothing[0] else states.outcome
    return replace(states, delta=_without(states.delta, nothing), outcome=outcome, **kept)


def way_from_goal(descent: Descent) -> Array:
    """Return how far each weight of a descent with one input is above the goal weight, shape (n + 1,).

    It is 0 where delta is, and counted from the start where no weight reaches the goal.
    """
    goal: Any = descent.weight[0] if descent.goal_weight is None else descent.goal_weight
    way = descent.weight - goal
    return frozen(way if descent.goal_weight is None else np.where(descent.delta == 0, 0 * way, way))


def _is_rounding(delta: Array, prediction: Array) -> Array:
    """Tell which differences of a prediction from its goal are no larger than rounding may have made them."""
    if delta.dtype == object:
        return np.zeros(len(delta), dtype=bool)
    return np.asarray(abs(delta) <= KNOWN * np.maximum(abs(prediction), abs(prediction - delta)))


def _lost(products: Array) -> Array:
    """Tell which products are so small that a double has lost digits of them."""
    return np.zeros(products.shape, dtype=bool) if products.dtype == object else np.asarray(abs(products) < LEAST)


def _without(values: Array, nothing: Array) -> Array:
    """Return values, 0 in place of those that are nothing."""
    return values if values.dtype == object else frozen(np.where(nothing, 0.0, values))
