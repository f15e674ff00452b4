"""How a descent ends, by its multiplier, and what its errors do then."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdcore import Descent, Outcome, gradient_descent
from tests.gdcore.draws import factors, fractions, positive_fractions


def between(low: int, high: int) -> st.SearchStrategy[Fraction]:
    """Return Fractions strictly between two whole numbers."""
    return st.integers(1, 60 * (high - low) - 1).map(lambda part: low + Fraction(part, 60))


def on(border: int) -> st.SearchStrategy[Fraction]:
    return st.just(Fraction(border))


def falls(numbers: list) -> bool:
    return all(later < earlier for earlier, later in pairwise(numbers))


def rises(numbers: list) -> bool:
    return falls(numbers[::-1])


def stays_on_one_side(path: Descent) -> bool:
    return len({delta > 0 for delta in path.delta}) == 1


def changes_sides(path: Descent) -> bool:
    return all((a > 0) != (b > 0) for a, b in pairwise(path.delta))


BEHAVIOUR = {
    Outcome.SLIDES: lambda p: falls(p.error.tolist()) and stays_on_one_side(p),
    Outcome.LANDS: lambda p: p.error[0] > 0 and not p.error[1:].any(),
    Outcome.OVERSHOOTS: lambda p: falls(p.error.tolist()) and changes_sides(p),
    Outcome.BOUNCES: lambda p: len(set(p.error)) == 1 and len(set(p.weight)) == 2 and changes_sides(p),
    Outcome.DIVERGES: lambda p: rises(p.error.tolist()) and changes_sides(p),
    Outcome.CANNOT_MOVE: lambda p: len(set(p.weight)) == 1 and p.error[0] > 0,
    Outcome.MOVES_AWAY: lambda p: rises(p.error.tolist()) and stays_on_one_side(p),
}
REGIMES = [
    pytest.param(between(0, 1), Outcome.SLIDES, id="0 < r < 1"),
    pytest.param(on(0), Outcome.LANDS, id="r = 0"),
    pytest.param(between(-1, 0), Outcome.OVERSHOOTS, id="-1 < r < 0"),
    pytest.param(on(-1), Outcome.BOUNCES, id="r = -1"),
    pytest.param(between(-6, -1), Outcome.DIVERGES, id="r < -1"),
    pytest.param(on(1), Outcome.CANNOT_MOVE, id="r = 1"),
    pytest.param(between(1, 6), Outcome.MOVES_AWAY, id="r > 1"),
]


@pytest.mark.parametrize(("ratios", "outcome"), REGIMES)
@given(data=st.data())
def test_each_regime_of_the_multiplier_has_its_outcome(ratios, outcome, data) -> None:
    """Alpha is chosen so that r comes out as drawn; the errors then do what the outcome says."""
    ratio, factor = data.draw(ratios), data.draw(factors)
    weight, input, goal_pred = data.draw(fractions), data.draw(fractions), data.draw(fractions)
    assume(input and input * weight != goal_pred)
    path = gradient_descent(
        weight,
        input,
        goal_pred,
        alpha=(1 - ratio) / (factor * input**2),
        iterations=5,
        slope_factor=factor,
    )
    assert path.multiplier == ratio
    assert path.outcome is outcome
    assert BEHAVIOUR[outcome](path)


@pytest.mark.parametrize(
    ("input", "alpha", "outcome"),
    [
        (0.5, 1.0, Outcome.SLIDES),
        (0.5, 4.0, Outcome.LANDS),
        (0.5, 6.0, Outcome.OVERSHOOTS),
        (0.5, 8.0, Outcome.BOUNCES),
        (0.5, 9.0, Outcome.DIVERGES),
        (0.5, 0.0, Outcome.CANNOT_MOVE),
        (0.0, 1.0, Outcome.CANNOT_MOVE),
        (0.5, -1.0, Outcome.MOVES_AWAY),
    ],
)
def test_floats_have_the_same_outcomes(input, alpha, outcome) -> None:
    path = gradient_descent(0.5, input, 0.75, alpha=alpha, iterations=5)
    assert path.outcome is outcome
    assert BEHAVIOUR[outcome](path)


@pytest.mark.parametrize(("steps", "exact", "outcome"), [(1, 0, Outcome.LANDS), (2, -1, Outcome.BOUNCES)])
def test_a_border_missed_by_rounding_still_counts(steps, exact, outcome) -> None:
    """In floating point .3 times .3 is not quite .09."""
    path = gradient_descent(0.5, 0.3, 0.8, alpha=steps / (0.3 * 0.3), iterations=2)
    assert path.multiplier != exact
    assert path.outcome is outcome


@pytest.mark.parametrize(
    ("border", "below", "at", "above"),
    [
        (-1, "DIVERGES", "BOUNCES", "OVERSHOOTS"),
        (0, "OVERSHOOTS", "LANDS", "SLIDES"),
        (1, "SLIDES", "CANNOT_MOVE", "MOVES_AWAY"),
    ],
)
@pytest.mark.parametrize("kind", [float, Fraction])
def test_a_multiplier_within_a_billionth_of_a_border_counts_as_on_it(border, below, at, above, kind) -> None:
    def outcome(offset: str) -> str:
        ratio = border + Fraction(offset)
        return gradient_descent(0, 1, 1, alpha=kind(1 - ratio), iterations=1).outcome.name

    assert [outcome("-1.1e-9"), outcome("-0.9e-9"), outcome("0")] == [below, at, at]
    assert [outcome("0.9e-9"), outcome("1.1e-9")] == [at, above]


@given(fractions, fractions, fractions, factors)
def test_stopping_an_input_of_zero_teaches_nothing(weight, goal_pred, alpha, factor) -> None:
    path = gradient_descent(weight, 0, goal_pred, alpha=alpha, iterations=4, slope_factor=factor)
    assert path.weight.tolist() == [weight] * 5
    assert not path.weight_delta.any()
    assert path.outcome is (Outcome.CANNOT_MOVE if goal_pred else Outcome.ALREADY_THERE)


@pytest.mark.parametrize("slope_factor", [1, 2])
def test_no_alpha_is_so_large_that_an_input_of_zero_moves(slope_factor) -> None:
    path = gradient_descent(0.5, 0, 0.8, alpha=1.7e308, slope_factor=slope_factor)
    assert path.multiplier == 1
    assert path.outcome is Outcome.CANNOT_MOVE


@given(st.floats(-3, 3), st.floats(-3, 3), st.floats(-3, 3), st.floats(-2, 2))
def test_negative_reversal_mirrors_the_weights_of_a_mirrored_input(weight, input, goal_pred, alpha) -> None:
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=6)
    mirrored = gradient_descent(-weight, -input, goal_pred, alpha=alpha, iterations=6)
    assert mirrored.weight.tolist() == (-path.weight).tolist()
    assert mirrored.error.tolist() == path.error.tolist()
    assert mirrored.outcome is path.outcome


@given(fractions, positive_fractions, fractions)
def test_negative_reversal_still_moves_towards_the_goal(weight, size, goal_pred) -> None:
    input = -size
    assume(input * weight != goal_pred)
    path = gradient_descent(weight, input, goal_pred, alpha=Fraction(1, 4000), iterations=1)
    assert (path.weight[1] > weight) is (goal_pred / input > weight)
    assert path.error[1] < path.error[0]


@given(fractions, fractions, fractions)
def test_a_start_at_the_goal_is_already_there_whatever_alpha(weight, input, alpha) -> None:
    path = gradient_descent(weight, input, weight * input, alpha=alpha, iterations=3)
    assert path.outcome is Outcome.ALREADY_THERE
    assert path.weight.tolist() == [weight] * 4


def test_a_start_at_the_goal_but_for_rounding_is_already_there() -> None:
    path = gradient_descent(0.1, 3, 0.3, alpha=0.01, iterations=20)
    assert path.delta[0] != 0
    assert path.outcome is Outcome.ALREADY_THERE


def test_rounding_that_grows_is_told_as_divergence() -> None:
    path = gradient_descent(0.1, 3, 0.3, alpha=1, iterations=20)
    assert abs(path.delta[20]) > 1
    assert path.outcome is Outcome.DIVERGES


def test_a_small_miss_is_a_miss() -> None:
    path = gradient_descent(Fraction(1), Fraction(1), 1 + Fraction(1, 10**30), iterations=1)
    assert path.outcome is Outcome.LANDS
    assert gradient_descent(1.0, 1.0, 1 + 1e-14, iterations=1).outcome is Outcome.LANDS
