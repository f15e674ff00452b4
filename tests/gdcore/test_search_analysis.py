"""What a search costs and comes to, against the lab's loop, and on Fractions against searches that run on."""

from fractions import Fraction
from itertools import count

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gdcore import (
    Outcome,
    Trial,
    arrival,
    cycle,
    hot_and_cold,
    moves_to_goal,
    predictions_made,
    search_until_known,
    tries,
)
from tests.gdcore.draws import fractions, modest, positive_fractions
from tests.gdcore.lab_logs import hot_and_cold_lines, printed

LAB = (0.5, 0.5, 0.8)


def moves_from(weight, input, goal_pred, step_amount):
    """Return the moves to the goal that a search counts at its start."""
    return moves_to_goal(hot_and_cold(weight, input, goal_pred, step_amount=step_amount, iterations=0))


@given(modest, modest, modest, st.floats(0.001, 2))
def test_tries_are_what_the_loop_tries(weight, input, goal_pred, step) -> None:
    (line,) = hot_and_cold_lines(weight, input, goal_pred, step, 1)
    assert tries(hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=0)) == (
        Trial(weight - step, line.down_prediction, pytest.approx(line.down_error, rel=1e-15)),
        Trial(weight, line.prediction, pytest.approx(line.error, rel=1e-15)),
        Trial(weight + step, line.up_prediction, pytest.approx(line.up_error, rel=1e-15)),
    )


def test_the_tries_of_the_lab_print_these_figures() -> None:
    found = tries(hot_and_cold(0.1, 8.5, 1, step_amount=0.01, iterations=2))
    assert [(printed(one.weight), printed(one.prediction), printed(one.error)) for one in found] == [
        ("0.09", "0.765", "0.055225"),
        ("0.1", "0.85", "0.0225"),
        ("0.11", "0.935", "0.004225"),
    ]


def test_tries_of_fractions_are_exact() -> None:
    half = Fraction(1, 2)
    down, stay, up = tries(hot_and_cold(1, half, 3, step_amount=half, iterations=0))
    assert (down.weight, stay.weight, up.weight) == (half, 1, Fraction(3, 2))
    assert (down.error, up.error) == (Fraction(121, 16), Fraction(81, 16))


def test_later_moves_have_tries_too() -> None:
    """Of the last state as well, which nothing has left yet."""
    search = hot_and_cold(*LAB, step_amount=0.2, iterations=3)
    for state in range(4):
        there = hot_and_cold(search.weight[state], 0.5, 0.8, step_amount=0.2, iterations=0)
        assert tries(search, state) == tries(there)


def test_moves_are_counted_from_any_state() -> None:
    """Each move brings the goal one nearer, until it is passed."""
    search = hot_and_cold(*LAB, step_amount=0.2, iterations=7)
    assert [moves_to_goal(search, state) for state in range(8)] == [6, 5, 4, 3, 2, 1, 1, 1]


@pytest.mark.parametrize(("moves", "predictions"), [(0, 0), (1, 3), (1101, 3303)])
def test_a_move_costs_three_predictions(moves, predictions) -> None:
    assert predictions_made(moves) == predictions


@pytest.mark.parametrize("moves", [-1, 1.5, True], ids=repr)
def test_moves_are_whole_numbers(moves) -> None:
    with pytest.raises(ValueError, match=r"^moves="):
        predictions_made(moves)


@pytest.mark.parametrize(("step", "moves"), [(0.001, 1100), (0.2, 6), (10, 1), (1.1, 1), (1e-6, 1_100_000)])
def test_the_lab_needs_so_many_moves(step, moves) -> None:
    assert moves_from(*LAB, step_amount=step) == moves


@given(fractions, fractions, fractions, positive_fractions)
def test_moves_are_counted_as_a_search_makes_them(weight, input, goal_pred, step) -> None:
    """A walk, one move at a time, until the miss is none or has changed its sign."""
    assume(input)
    assume(abs(goal_pred - input * weight) <= 200 * abs(input * step))
    miss = weight * input - goal_pred
    towards = -1 if (miss > 0) == (input > 0) else 1
    walked = next(k for k in count() if (input * (weight + towards * k * step) - goal_pred) * miss <= 0)
    assert moves_from(weight, input, goal_pred, step_amount=step) == walked
    search = hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=walked + 3)
    assert arrival(search) == walked
    if walked:
        short = hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=walked - 1)
        assert arrival(short) is None
        assert cycle(short) is None


@pytest.mark.parametrize(("input", "step"), [(0, 1), (0.5, 0), (1e-300, 1e-300)])
def test_what_cannot_move_has_no_moves_to_the_goal(input, step) -> None:
    assert moves_from(1, input, 3, step_amount=step) is None
    search = hot_and_cold(1, input, 3, step_amount=step, iterations=4)
    assert search.outcome is Outcome.CANNOT_MOVE
    assert (arrival(search), cycle(search)) == (None, None)


@pytest.mark.parametrize("kind", [float, Fraction])
def test_a_start_at_the_goal_has_arrived(kind) -> None:
    assert moves_from(kind(2), kind(3), kind(6), step_amount=kind(1)) == 0
    assert arrival(hot_and_cold(kind(2), kind(3), kind(6), step_amount=kind(1), iterations=2)) == 0


def test_the_long_run_of_the_lab_arrives_at_state_1100_in_floats() -> None:
    search = hot_and_cold(*LAB, step_amount=0.001, iterations=1101)
    assert arrival(search) == 1100
    assert cycle(search) is None


def test_a_step_of_a_fifth_bounces_between_these() -> None:
    one, other = cycle(hot_and_cold(*LAB, step_amount=0.2, iterations=6))
    assert [printed(one.weight), printed(other.weight)] == ["1.5", "1.7"]


def test_a_step_of_ten_bounces_between_these() -> None:
    one, other = cycle(hot_and_cold(*LAB, step_amount=10, iterations=1))
    assert [printed(value) for value in (one.prediction, one.error)] == ["0.25", "0.3025"]
    assert [printed(value) for value in (other.prediction, other.error)] == ["5.25", "19.8025"]


@given(fractions, fractions, fractions, positive_fractions)
def test_the_cycle_is_where_a_long_search_spends_its_time(weight, input, goal_pred, step) -> None:
    search = hot_and_cold(weight, input, goal_pred, step_amount=step, iterations=120)
    pair, last = cycle(search), search.weight[-4:].tolist()
    assume(search.outcome is not Outcome.NOT_THERE_YET)
    if pair is None:
        assert len(set(last)) == 1
        return
    assert [trial.weight for trial in pair] == sorted(set(last))
    assert last[:2] == last[2:]
    for trial in pair:
        assert trial.prediction == input * trial.weight
        assert trial.error == (trial.prediction - goal_pred) ** 2


@pytest.mark.parametrize("step", [1e6, 0.2, 1 / 3])
def test_in_floats_the_cycle_is_what_the_search_repeats(step) -> None:
    """The first round of -2.00001 with a step of 1e6 rounds; what is for ever is what follows it."""
    moves = moves_from(-2.00001, 0.5, 0.8, step_amount=step)
    search = hot_and_cold(-2.00001, 0.5, 0.8, step_amount=step, iterations=moves + 20)
    assert {trial.weight for trial in cycle(search)} == set(search.weight[moves + 1 :].tolist())


@pytest.mark.parametrize(
    ("step", "states", "outcome"),
    [
        (0.2, 6 + 4, Outcome.BOUNCES),  # 0.5, 0.7 ... 1.7 passes 1.6; four more jump to and fro
        (10, 1 + 4, Outcome.BOUNCES),
        (1.1, 1, Outcome.LANDS),
        (0.001, 1100, Outcome.LANDS),
        (1e-6, 1000, Outcome.NOT_THERE_YET),
    ],
)
def test_a_search_until_known_stops_when_it_is_seen_what_it_comes_to(
    step: float, states: int, outcome: Outcome
) -> None:
    """At the goal where it lands, a few moves past it where it bounces, and at the limit."""
    search = search_until_known(
        hot_and_cold(*LAB, step_amount=0.3, iterations=2), step_amount=step, most=1000 if step == 1e-6 else 100_000
    )
    assert (len(search.weight) - 1, search.outcome) == (states, outcome)


def test_a_search_that_cannot_move_is_followed_for_a_few_tries() -> None:
    """At input 0 no side is better, however long one tries."""
    assert (
        len(search_until_known(hot_and_cold(0.5, 0, 0.8, step_amount=1, iterations=0), step_amount=1).weight) - 1
        == 4
    )
