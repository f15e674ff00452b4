"""What one step of a descent does, as a value."""

import math
from enum import StrEnum, auto

import numpy as np

from gdcore.arguments import refuse, whole_number
from gdcore.descent import Descent
from gdcore.outcome import BORDER


class StepKind(StrEnum):
    """Where one update takes the prediction, seen from the goal."""

    STAYS = auto()
    LANDS = auto()
    """On the goal."""
    APPROACHES = auto()
    """Nearer, on the same side."""
    OVERSHOOTS = auto()
    """Past the goal, yet nearer."""
    BOUNCES = auto()
    """Past the goal, as far as before."""
    FLIES_OUT = auto()
    """Past the goal, and farther."""
    RETREATS = auto()
    """Farther, on the same side."""


def step_kind(descent: Descent, step: int) -> StepKind:
    """Return what step `step` (1..n), the update from state step - 1 to state step, does.

    Distances within 1e-9 of each other count as equal, and so does one within 1e-9 of none.

    Raises:
        ValueError: The descent has no such step.

    Source: lab, part 5 (overshooting) and part 7 (divergence).
    """
    last = len(descent.delta) - 1
    allowed = f"a whole number from 1 to {last}"
    if not 1 <= whole_number("step", step, allowed) <= last:
        raise refuse("step", step, allowed)
    before, after = descent.delta[step - 1], descent.delta[step]
    if before == after:
        return StepKind.STAYS
    border = BORDER * abs(before)
    if abs(after) <= border:
        return StepKind.LANDS
    farther = abs(after) - abs(before)
    if (before > 0) == (after > 0):
        if abs(farther) <= border:
            return StepKind.STAYS
        return StepKind.RETREATS if farther > 0 else StepKind.APPROACHES
    if abs(farther) <= border:
        return StepKind.BOUNCES
    return StepKind.FLIES_OUT if farther > 0 else StepKind.OVERSHOOTS


def share_left(descent: Descent, state: int) -> float:
    """Return how large the miss of `state` (0..n) is compared with the first one: 1 at the start, 0 at the goal.

    A descent that starts at its goal has nothing left anywhere; a ratio too large for a double is inf.

    Raises:
        ValueError: The descent has no such state.
    """
    last = len(descent.delta) - 1
    if whole_number("state", state) > last:
        raise refuse("state", state, f"0 to {last}")
    first = descent.delta[0]
    if not first:
        return 0.0
    try:
        with np.errstate(over="ignore"):
            return float(abs(descent.delta[state] / first))
    except OverflowError:  # a Fraction beyond a double
        return math.inf
