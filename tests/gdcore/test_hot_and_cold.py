"""Hot and cold learning, against the lab's own loop and figures, and on Fractions against a walk on a grid."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdcore import Outcome, hot_and_cold
from tests.gdcore.draws import fractions, modest, positive_fractions
from tests.gdcore.lab_logs import Try, column, hot_and_cold_lines, printed, within_an_ulp

LONG = {"step_amount": 0.001, "iterations": 1101}
LAB_RUNS = [
    (0.5, 0.5, 0.8, 0.001, 1101),
    (0.1, 8.5, 1, 0.01, 1),
    (0.5, 0.5, 0.8, 0.2, 30),
    (0.5, 0.5, 0.8, 10, 30),
]


@pytest.mark.parametrize(("weight", "input", "goal_pred", "step_amount", "iterations"), LAB_RUNS)
def test_meets_the_lab_to_the_last_bit(weight, input, goal_pred, step_amount, iterations) -> None:
    search = hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=iterations)
    log = hot_and_cold_lines(weight, input, goal_pred, step_amount, iterations + 1)
    for name in Try._fields:
        ours, theirs = getattr(search, name).tolist(), column(log, name)
        assert within_an_ulp(ours, theirs) if name.endswith("error") else ours == theirs, name


@given(modest, modest, modest, st.floats(0, 2))
def test_meets_the_loop_to_the_last_bit_for_any_parameters(weight, input, goal_pred, step_amount) -> None:
    search = hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=15)
    log = hot_and_cold_lines(weight, input, goal_pred, step_amount, 16)
    assert search.weight.tolist() == column(log, "weight")
    assert search.down_prediction.tolist() == column(log, "down_prediction")


def test_the_long_run_prints_these_figures() -> None:
    search = hot_and_cold(0.5, 0.5, 0.8, **LONG)
    lines = [(printed(e), printed(p)) for e, p in zip(search.error, search.prediction, strict=True)]
    assert lines[:2] == [("0.3025", "0.25"), ("0.30195025", "0.2505")]
    assert 1e-28 < search.error[1100] < 1e-26
    assert lines[1100][1] == "0.8"
    assert search.outcome is Outcome.LANDS


def test_in_floats_the_state_after_the_loop_has_left_the_goal_again() -> None:
    search = hot_and_cold(0.5, 0.5, 0.8, **LONG)
    assert printed(search.prediction[1101]) == "0.8005"


def test_in_fractions_the_long_run_stays_at_the_goal() -> None:
    half = Fraction(1, 2)
    search = hot_and_cold(half, half, Fraction(4, 5), step_amount=Fraction(1, 1000), iterations=1110)
    assert search.move.tolist() == [1] * 1100 + [0] * 11
    assert set(search.weight[1100:]) == {Fraction(8, 5)}
    assert search.error[1099] > 0
    assert search.outcome is Outcome.LANDS


def test_one_iteration_prints_these_figures() -> None:
    search = hot_and_cold(0.1, 8.5, 1, step_amount=0.01, iterations=1)
    tries = [("prediction", "error"), ("up_prediction", "up_error"), ("down_prediction", "down_error")]
    assert [tuple(printed(getattr(search, name)[0]) for name in names) for names in tries] == [
        ("0.85", "0.0225"),
        ("0.935", "0.004225"),
        ("0.765", "0.055225"),
    ]
    assert (search.move[0], printed(search.weight[1])) == (1, "0.11")


def test_a_step_of_a_fifth_bounces_between_two_weights() -> None:
    search = hot_and_cold(0.5, 0.5, 0.8, step_amount=0.2, iterations=40)
    assert {printed(weight) for weight in search.weight[6:]} == {"1.5", "1.7"}
    assert search.outcome is Outcome.BOUNCES


def test_a_step_of_ten_bounces_between_two_errors() -> None:
    search = hot_and_cold(0.5, 0.5, 0.8, step_amount=10, iterations=9)
    lines = [(printed(e), printed(p)) for e, p in zip(search.error, search.prediction, strict=True)]
    assert lines == [("0.3025", "0.25"), ("19.8025", "5.25")] * 5
    assert search.outcome is Outcome.BOUNCES


@given(fractions, fractions, fractions, positive_fractions, st.integers(0, 12))
def test_walks_to_the_goal_and_then_stays_or_bounces(weight, input, goal_pred, step, iterations) -> None:
    """The goal is `far` steps away; a walk that always faces it has only one way to go."""
    assume(input and input * weight != goal_pred)
    far = (goal_pred / input - weight) / step
    side, whole = (1 if far > 0 else -1), math.ceil(abs(far))
    places = [min(k, whole) for k in range(iterations + 1)]
    if whole != abs(far):
        places = [k if k <= whole else whole - (k - whole) % 2 for k in range(iterations + 1)]
    search = hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=iterations)
    assert search.weight.tolist() == [weight + side * place * step for place in places]
    if iterations < whole:
        assert search.outcome is Outcome.NOT_THERE_YET
    else:
        assert search.outcome is (Outcome.LANDS if whole == abs(far) else Outcome.BOUNCES)


@given(fractions, fractions, fractions, positive_fractions)
def test_every_move_takes_the_better_of_the_two_tries(weight, input, goal_pred, step) -> None:
    search = hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=6)
    for k, (before, after) in enumerate(pairwise(search.weight)):
        assert after - before == search.move[k] * step
        if search.move[k]:
            assert search.error[k + 1] == min(search.up_error[k], search.down_error[k])
        else:
            assert search.up_error[k] == search.down_error[k]


@pytest.mark.parametrize("kind", [float, Fraction])
def test_a_start_at_the_goal_is_already_there(kind) -> None:
    search = hot_and_cold(kind(2), kind(3), kind(6), step_amount=kind(1), iterations=4)
    assert search.outcome is Outcome.ALREADY_THERE
    assert search.weight.tolist() == [2] * 5


@pytest.mark.parametrize(("input", "step_amount"), [(0, 1), (0.5, 0), (0, 0), (Fraction(0), 1), (Fraction(1), 0)])
def test_without_input_or_step_it_cannot_move(input, step_amount) -> None:
    search = hot_and_cold(1, input, 3, step_amount=step_amount, iterations=4)
    assert search.outcome is Outcome.CANNOT_MOVE
    assert not search.move.any()
    assert search.weight.tolist() == [1] * 5


def test_without_input_but_a_goal_of_zero_it_is_already_there() -> None:
    assert hot_and_cold(1, 0, 0, step_amount=1, iterations=4).outcome is Outcome.ALREADY_THERE


@pytest.mark.parametrize(
    ("iterations", "outcome"), [(0, "NOT_THERE_YET"), (1099, "NOT_THERE_YET"), (1100, "LANDS"), (1500, "LANDS")]
)
def test_the_long_run_is_there_after_1100_moves_in_floats_too(iterations, outcome) -> None:
    search = hot_and_cold(0.5, 0.5, 0.8, step_amount=0.001, iterations=iterations)
    assert search.outcome is Outcome[outcome]


def test_one_float_makes_it_all_float_and_ints_beside_fractions_stay_exact() -> None:
    half = Fraction(1, 2)
    exact = hot_and_cold(1, half, 3, step_amount=1, iterations=2)
    assert {type(number) for number in (*exact.weight, *exact.up_error, *exact.delta)} == {Fraction}
    floats = hot_and_cold(1, half, 3, step_amount=1.0, iterations=2)
    assert floats.weight.dtype == floats.down_error.dtype == np.dtype(float)
    assert floats.weight.tolist() == exact.weight.tolist()


@given(modest, modest, modest, st.floats(0.001, 2))
def test_a_mirrored_input_mirrors_the_search(weight, input, goal_pred, step_amount) -> None:
    search = hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=8)
    mirrored = hot_and_cold(-weight, -input, goal_pred, step_amount=step_amount, iterations=8)
    assert mirrored.weight.tolist() == (-search.weight).tolist()
    assert mirrored.move.tolist() == (-search.move).tolist()
    assert mirrored.up_error.tolist() == search.down_error.tolist()
