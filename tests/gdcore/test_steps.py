"""What one step does, and how much of the miss is left."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdcore import Outcome, StepKind, gradient_descent, share_left, step_kind
from tests.gdcore.draws import fractions

KINDS = {
    "1": "STAYS",
    "0": "LANDS",
    "0.5": "APPROACHES",
    "-0.5": "OVERSHOOTS",
    "-1": "BOUNCES",
    "-1.5": "FLIES_OUT",
    "1.5": "RETREATS",
}


@pytest.mark.parametrize(("ratio", "kind"), KINDS.items())
@given(weight=fractions, goal_pred=fractions, step=st.integers(1, 3))
def test_a_step_is_told_by_the_ratio_of_the_misses(ratio, kind, weight, goal_pred, step) -> None:
    """With an input of 1 the miss after a step is 1 - alpha times the one before."""
    assume(weight != goal_pred)
    path = gradient_descent(weight, 1, goal_pred, alpha=1 - Fraction(ratio), iterations=3)
    if kind == "LANDS" and step > 1:
        kind = "STAYS"
    assert step_kind(path, step) is StepKind[kind]


def test_the_four_steps_of_the_lab_overshoot() -> None:
    path = gradient_descent(0, 1.1, 0.8, iterations=4)
    assert [step_kind(path, step) for step in range(1, 5)] == [StepKind.OVERSHOOTS] * 4


def test_the_steps_of_the_broken_lab_fly_out() -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=20)
    assert {step_kind(path, step) for step in range(1, 21)} == {StepKind.FLIES_OUT}


def test_the_steps_of_the_gentle_lab_approach() -> None:
    path = gradient_descent(0.5, 2, 0.8, alpha=0.1, iterations=20)
    assert {step_kind(path, step) for step in range(1, 21)} == {StepKind.APPROACHES}


@pytest.mark.parametrize(
    ("border", "below", "at", "above"),
    [
        (-1, "FLIES_OUT", "BOUNCES", "OVERSHOOTS"),
        (0, "OVERSHOOTS", "LANDS", "APPROACHES"),
        (1, "APPROACHES", "STAYS", "RETREATS"),
    ],
)
def test_a_distance_within_a_billionth_counts_as_equal(border, below, at, above) -> None:
    def kind(offset: str) -> str:
        path = gradient_descent(0, 1, 1, alpha=1 - border - Fraction(offset), iterations=1)
        return step_kind(path, 1).name

    assert [kind("-1.1e-9"), kind("-0.9e-9"), kind("0")] == [below, at, at]
    assert [kind("0.9e-9"), kind("1.1e-9")] == [at, above]


def test_a_start_at_the_goal_stays() -> None:
    path = gradient_descent(1, 3, 3, iterations=2)
    assert [step_kind(path, step) for step in (1, 2)] == [StepKind.STAYS] * 2


def test_several_inputs_step_by_their_one_prediction() -> None:
    path = gradient_descent([1, 2], [3, 4], 6, alpha=0.01, iterations=1, slope_factor=2)
    assert step_kind(path, 1) is StepKind.APPROACHES


@pytest.mark.parametrize("step", [0, 4, -1, 1.0, "1", True, None], ids=repr)
def test_there_are_the_steps_one_to_n(step) -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=3)
    with pytest.raises(ValueError, match=r"allowed is a whole number from 1 to 3$") as caught:
        step_kind(path, step)
    assert str(caught.value).startswith(f"step={step!r}: ")


def test_an_overflowed_descent_has_fewer_steps() -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=1_000)
    last = len(path.weight) - 1
    assert step_kind(path, last) is StepKind.FLIES_OUT
    with pytest.raises(ValueError, match=f"allowed is a whole number from 1 to {last}$"):
        step_kind(path, last + 1)


@given(st.integers(-20, 20), st.integers(0, 5))
def test_the_share_left_is_the_multiplier_to_the_power_of_the_steps(tenths, state) -> None:
    ratio = Fraction(tenths, 10)
    path = gradient_descent(7, 1, 2, alpha=1 - ratio, iterations=5)
    assert share_left(path, state) == pytest.approx(float(abs(ratio) ** state), rel=1e-15)


@pytest.mark.parametrize("kind", [float, Fraction])
def test_nothing_is_left_of_no_miss(kind) -> None:
    assert share_left(gradient_descent(kind(1), 3, 3, iterations=2), 0) == 0.0


@pytest.mark.parametrize("state", [-1, 4, 1.0, True, "0"], ids=repr)
def test_there_are_the_states_zero_to_n(state) -> None:
    with pytest.raises(ValueError, match="allowed is") as caught:
        share_left(gradient_descent(0.5, 2, 0.8, iterations=3), state)
    assert str(caught.value).startswith(f"state={state!r}: ")


def test_outcomes_and_kinds_are_all_different_and_complete() -> None:
    """Two members of an enum with one value would be one member; a value is a name, never a sentence."""
    assert set(Outcome.__members__) == {outcome.name for outcome in Outcome} >= {"ALREADY_THERE", "NOT_THERE_YET"}
    assert len(Outcome.__members__) == 9
    assert {str(outcome) for outcome in Outcome} == {name.lower() for name in Outcome.__members__}
    assert set(StepKind.__members__) == set(KINDS.values())


def test_a_share_beyond_a_double_is_infinite() -> None:
    """Fractions go on where doubles end."""
    path = gradient_descent(Fraction(1), 2, 0, iterations=700)
    assert share_left(path, 700) == float("inf")
    assert share_left(path, 1) == 3
