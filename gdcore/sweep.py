"""The same descent with several learning rates, and the rates where its outcome changes."""

from collections.abc import Sequence
from enum import StrEnum, auto
from fractions import Fraction
from typing import NamedTuple

from gdcore.arguments import Number, converted, factor_of, is_exact, one_number, refuse
from gdcore.arrays import Array
from gdcore.descent import Descent, gradient_descent
from gdcore.outcome import Outcome
from gdcore.steps import share_left

CREEPING_SHARE = 0.1
"""A descent that ends with more than this share of its first miss has been too slow."""


class Verdict(StrEnum):
    """What to say of a learning rate."""

    EXPLODES = auto()
    BOUNCES = auto()
    GOOD = auto()
    CREEPS = auto()
    STANDS_STILL = auto()


class AlphaBorders(NamedTuple):
    """The learning rates at which the behaviour of a descent changes.

    Attributes:
        lands: The rate that lands in one step; below it the weight slides down one side.
        bounces: The rate that bounces for ever; between the two every step overshoots, above it diverges.
    """

    lands: Number
    bounces: Number


def sweep(descent: Descent, *, alphas: Sequence[Number] | Array) -> tuple[Descent, ...]:
    """Return descents that differ from this one only in their learning rate, in the order of `alphas`.

    Raises:
        ValueError: As in `gradient_descent`, or `alphas` is empty.

    Source: lab, part 8.
    """
    if not len(alphas):
        raise refuse("alphas", alphas, "a non-empty sequence of finite numbers")
    return tuple(
        gradient_descent(
            descent.weight[0],
            descent.problem.input,
            descent.problem.goal_pred,
            alpha=alpha,
            iterations=descent.iterations,
            slope_factor=descent.slope_factor,
        )
        for alpha in alphas
    )


def alpha_borders(input: Number, *, slope_factor: float = 1) -> AlphaBorders | None:
    """Return the rates 1 / (c input^2) and 2 / (c input^2) where the multiplier is 0 and -1; c is slope_factor.

    None if no rate changes anything (input 0), or if doubles cannot hold them.

    Raises:
        ValueError: `input` is not a finite number, or `slope_factor` is neither 1 nor 2.

    Source: lab, part 8; slides for the factor 2.
    """
    number = one_number("input", input)
    factor = int(factor_of(slope_factor))
    x = converted("input", number, is_exact(number))
    try:
        lands = 1 / x / x / factor
    except ZeroDivisionError:
        return None
    if not isinstance(lands, Fraction) and not 0 < 2 * lands < float("inf"):
        return None
    return AlphaBorders(lands, 2 * lands)


def verdict(descent: Descent) -> Verdict:
    """Return what to say of the learning rate of a descent: rising errors mean too high, a slow fall too low.

    Source: lab, part 8.
    """
    if descent.outcome in (Outcome.DIVERGES, Outcome.MOVES_AWAY):
        return Verdict.EXPLODES
    if descent.outcome is Outcome.BOUNCES:
        return Verdict.BOUNCES
    if descent.outcome is Outcome.CANNOT_MOVE:
        return Verdict.STANDS_STILL
    left = share_left(descent, len(descent.delta) - 1)
    return Verdict.CREEPS if left > CREEPING_SHARE else Verdict.GOOD
