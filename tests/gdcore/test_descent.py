"""Gradient descent on floats, against the lab's own loop and against the figures it prints."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import Descent, Outcome, gradient_descent
from tests.gdcore.draws import modest
from tests.gdcore.lab_logs import column, descent_lines, printed, several_weights, within_an_ulp

LAB_RUNS = [
    pytest.param(0.5, 0.5, 0.8, None, 20, id="part 4: direction and amount"),
    pytest.param(0.0, 1.1, 0.8, None, 4, id="part 5: several steps"),
    pytest.param(0.5, 2.0, 0.8, None, 20, id="part 7: breaking it"),
    pytest.param(0.5, 2.0, 0.8, 0.1, 20, id="part 8: alpha"),
    pytest.param(0.1, 8.5, 1.0, 0.01, 1, id="part 4: one iteration on the network"),
]


def run(weight: float, input: float, goal_pred: float, alpha: float | None, iterations: int) -> Descent:
    if alpha is None:
        return gradient_descent(weight, input, goal_pred, iterations=iterations)
    return gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=iterations)


@pytest.mark.parametrize(("weight", "input", "goal_pred", "alpha", "iterations"), LAB_RUNS)
def test_meets_the_lab_to_the_last_bit(weight, input, goal_pred, alpha, iterations) -> None:
    path = run(weight, input, goal_pred, alpha, iterations)
    log = descent_lines(weight, input, goal_pred, iterations + 1, alpha)
    for name in ("weight", "prediction", "delta", "weight_delta"):
        assert getattr(path, name).tolist() == column(log, name), name


@pytest.mark.parametrize(("weight", "input", "goal_pred", "alpha", "iterations"), LAB_RUNS)
def test_errors_are_the_labs_within_one_ulp(weight, input, goal_pred, alpha, iterations) -> None:
    path = run(weight, input, goal_pred, alpha, iterations)
    log = descent_lines(weight, input, goal_pred, iterations + 1, alpha)
    assert within_an_ulp(path.error.tolist(), column(log, "error"))


@given(modest, modest, modest, modest)
def test_meets_the_loop_to_the_last_bit_for_any_parameters(weight, input, goal_pred, alpha) -> None:
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=8)
    log = descent_lines(weight, input, goal_pred, 9, alpha)
    assert path.weight.tolist() == column(log, "weight")
    assert path.prediction.tolist() == column(log, "prediction")


@given(st.lists(st.tuples(modest, modest), min_size=1, max_size=5), modest, modest)
def test_several_inputs_are_summed_one_after_the_other(pairs, goal_pred, alpha) -> None:
    weight, input = map(list, zip(*pairs, strict=True))
    path = gradient_descent(weight, input, goal_pred, alpha=alpha, iterations=4)
    assert path.weight.tolist() == several_weights(weight, input, goal_pred, 5, alpha)


def test_the_weights_use_the_prediction_that_is_shown() -> None:
    """1e16 + 1 - 1e16 is 0 one after the other, and 1 for Python's `sum` from 3.12 on."""
    path = gradient_descent([1e16, 1.0, -1e16], [1.0, 1.0, 1.0], 4.0, alpha=1e16, iterations=1)
    assert path.prediction[0] == 0
    assert path.weight[1].tolist() == [5e16, 4e16, 3e16]


def test_part_4_prints_these_figures() -> None:
    path = gradient_descent(0.5, 0.5, 0.8, iterations=20)
    assert [(printed(e), printed(p)) for e, p in zip(path.error[:2], path.prediction[:2], strict=True)] == [
        ("0.3025", "0.25"),
        ("0.17015625", "0.3875"),
    ]
    assert (printed(path.error[19]), printed(path.prediction[19])) == ("5.40820802026e-06", "0.797674444578")
    assert path.outcome is Outcome.SLIDES


def test_part_4_prints_these_figures_of_one_iteration() -> None:
    path = gradient_descent(0.1, 8.5, 1, alpha=0.01, iterations=1)
    start = [path.prediction[0], path.error[0], path.delta[0], path.weight_delta[0]]
    assert [printed(number) for number in start] == ["0.85", "0.0225", "-0.15", "-1.275"]
    assert printed(path.weight[1]) == "0.11275"


def test_part_5_prints_this_table() -> None:
    table = """
        0       0         .64               -.8       -.88
        .88     .968      .028224           .168      .1848
        .6952   .76472    .0012446784       -.03528   -.038808
        .734008 .8074088  .00005489031744   .0074088  .00814968
    """
    rows = [[Fraction(figure) for figure in row.split()] for row in table.split("\n") if row.strip()]
    exact = gradient_descent(0, Fraction("1.1"), Fraction("0.8"), iterations=4)
    floats = gradient_descent(0, 1.1, 0.8, iterations=4)
    for name, figures in zip(
        ("weight", "prediction", "error", "delta", "weight_delta"), zip(*rows, strict=True), strict=True
    ):
        assert getattr(exact, name)[:4].tolist() == list(figures), name
        assert getattr(floats, name)[:4] == pytest.approx([float(f) for f in figures], rel=1e-12), name
    assert exact.weight[4] == Fraction("0.72585832")
    assert f"{floats.error[4]:.3g}" == "2.42e-06"
    assert floats.outcome is Outcome.OVERSHOOTS


def test_part_7_prints_these_figures() -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=20)
    assert [printed(p) for p in path.prediction[:5]] == ["1", "0.2", "2.6", "-4.6", "17"]
    assert [printed(e) for e in path.error[:4]] == ["0.04", "0.36", "3.24", "29.16"]
    assert (printed(path.prediction[19]), printed(path.error[19])) == ("-232452292.6", "5.40340687069e+16")
    assert path.multiplier == -3
    assert path.outcome is Outcome.DIVERGES


def test_part_8_prints_these_figures() -> None:
    path = gradient_descent(0.5, 2, 0.8, alpha=0.1, iterations=20)
    assert [printed(p) for p in path.prediction[:3]] == ["1", "0.92", "0.872"]
    assert (printed(path.prediction[19]), printed(path.error[19])) == ("0.800012187195", "1.48527717099e-10")
    assert printed(path.multiplier) == "0.6"
    assert path.outcome is Outcome.SLIDES


@pytest.mark.parametrize(
    ("alpha", "rises"), [(10, True), (1, True), (0.1, False), (0.01, False), (0.001, False), (0.0001, False)]
)
def test_the_error_rises_only_with_the_two_largest_alphas_that_the_lab_tries(alpha, rises) -> None:
    path = gradient_descent(0.5, 2, 0.8, alpha=alpha, iterations=20)
    assert bool(path.error[20] > path.error[0]) is rises


def test_the_slides_step_by_the_full_slope() -> None:
    path = gradient_descent(2, 3, 10, alpha=0.01, iterations=1, slope_factor=2)
    assert (path.prediction[0], path.delta[0], path.slope[0], path.weight_delta[0]) == (6, -4, -24, -24)
    assert printed(path.weight[1]) == "2.24"


def test_the_slides_with_two_inputs() -> None:
    path = gradient_descent([1, 2], [3, 4], 6, alpha=0.01, iterations=1, slope_factor=2)
    assert (path.prediction[0], path.delta[0]) == (11, 5)
    assert path.weight_delta[0].tolist() == [30, 40]
    assert [printed(w) for w in path.weight[1]] == ["0.7", "1.6"]
    assert (printed(path.prediction[1]), printed(path.delta[1])) == ("8.5", "2.5")


def test_no_iterations_leave_the_start_alone() -> None:
    path = gradient_descent(0.5, 2, 0.8, iterations=0)
    assert path.weight.tolist() == [0.5]
    assert path.outcome is Outcome.DIVERGES


def test_the_lab_stops_at_twenty_iterations_and_an_alpha_of_one_unless_told() -> None:
    assert gradient_descent(0.5, 0.5, 0.8).prediction.tolist() == column(
        descent_lines(0.5, 0.5, 0.8, 21), "prediction"
    )
