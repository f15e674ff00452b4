"""Several learning rates, and where the outcome changes between them."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import AlphaBorders, Outcome, Verdict, alpha_borders, gradient_descent, sweep, verdict
from tests.gdcore.draws import fractions

LAB = (10, 1, 0.1, 0.01, 0.001, 0.0001)


def test_the_lanes_of_the_lab() -> None:
    """10 and 1 explode, .1 is good, and what is smaller creeps."""
    lanes = sweep(gradient_descent(0.5, 2, 0.8, alpha=3), alphas=LAB)
    assert [verdict(lane) for lane in lanes] == [
        Verdict.EXPLODES, Verdict.EXPLODES, Verdict.GOOD, Verdict.CREEPS, Verdict.CREEPS, Verdict.CREEPS,
    ]  # fmt: skip
    assert lanes[2].error[19] == pytest.approx(1.48527717099e-10, rel=1e-9)
    assert np.array_equal(lanes[1].weight, gradient_descent(0.5, 2, 0.8).weight)


def test_all_but_the_rate_stays() -> None:
    """The start, the problem, the iterations and the convention are those of the descent, exact ones too."""
    path = gradient_descent([Fraction(1), 2], [3, 4], 5, alpha=Fraction(1, 7), iterations=3, slope_factor=2)
    half, same = sweep(path, alphas=[Fraction(1, 2), Fraction(1, 7)])
    assert same.weight.tolist() == path.weight.tolist()
    assert half.weight[1].tolist() == [1 - Fraction(1, 2) * 2 * 3 * 6, 2 - Fraction(1, 2) * 2 * 4 * 6]
    assert (half.alpha, half.iterations, half.slope_factor, half.problem) == (Fraction(1, 2), 3, 2, path.problem)


def test_the_borders_of_the_lab() -> None:
    """At input 2 a rate of 1/4 lands and one of 1/2 bounces."""
    assert alpha_borders(2) == AlphaBorders(0.25, 0.5)
    assert alpha_borders(Fraction(3), slope_factor=2) == (Fraction(1, 18), Fraction(1, 9))


@given(x=fractions.filter(bool), share=st.fractions(Fraction(1, 100), Fraction(99, 100), max_denominator=100))
def test_outcomes_change_at_the_borders(x, share) -> None:
    """What a descent does on either side of the borders, and on them."""
    lands, bounces = alpha_borders(Fraction(x))
    expected = {
        lands * share: Outcome.SLIDES,
        lands: Outcome.LANDS,
        lands + (bounces - lands) * share: Outcome.OVERSHOOTS,
        bounces: Outcome.BOUNCES,
        bounces * (1 + share): Outcome.DIVERGES,
    }
    for alpha, outcome in expected.items():
        assert gradient_descent(Fraction(1), x, 2 * x, alpha=alpha, iterations=1).outcome is outcome


def test_no_rate_matters_without_an_input() -> None:
    """Nor is there a border that no double holds."""
    assert alpha_borders(0) is None
    assert alpha_borders(Fraction(0)) is None
    assert alpha_borders(1e-200) is None
    assert alpha_borders(9.1e-155) is None  # the nearer border is a double, the farther one is none


@pytest.mark.parametrize(
    ("alpha", "expected"),
    [
        (0.5, Verdict.BOUNCES),
        (0, Verdict.STANDS_STILL),
        (-0.1, Verdict.EXPLODES),
        (0.25, Verdict.GOOD),
        (0.45, Verdict.GOOD),
    ],
)
def test_other_verdicts(alpha: float, expected: Verdict) -> None:
    """At input 2, over 20 iterations."""
    assert verdict(gradient_descent(0.5, 2, 0.8, alpha=alpha)) is expected


def test_a_start_at_the_goal_is_good_at_any_rate() -> None:
    assert verdict(gradient_descent(Fraction(2, 5), 2, Fraction(4, 5), alpha=100)) is Verdict.GOOD


def test_bad_arguments_are_told() -> None:
    with pytest.raises(ValueError, match="alphas"):
        sweep(gradient_descent(0.5, 2, 0.8), alphas=())
    with pytest.raises(ValueError, match="alpha=nan"):
        sweep(gradient_descent(0.5, 2, 0.8), alphas=(1, float("nan")))
    with pytest.raises(ValueError, match="input='x'"):
        alpha_borders("x")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="slope_factor=3"):
        alpha_borders(2, slope_factor=3)
