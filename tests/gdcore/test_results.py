"""The results as values: shapes, immutability, memory."""

import gc
import tracemalloc
from collections.abc import Callable
from dataclasses import FrozenInstanceError, fields
from fractions import Fraction

import numpy as np
import pytest

from gdcore import Descent, HotAndCold, gradient_descent, hot_and_cold

HALF = Fraction(1, 2)
RESULTS = [
    pytest.param(lambda n: gradient_descent(0.5, 0.5, 0.8, iterations=n), id="descent of floats"),
    pytest.param(lambda n: gradient_descent(HALF, HALF, 1, iterations=n), id="descent of fractions"),
    pytest.param(lambda n: gradient_descent([1, 2], [3, 4.0], 6, alpha=0.01, iterations=n), id="two inputs"),
    pytest.param(lambda n: gradient_descent([HALF, 2], [0, 1], 6, iterations=n), id="two inputs, fractions"),
    pytest.param(lambda n: hot_and_cold(0.5, 0.5, 0.8, step_amount=0.001, iterations=n), id="search of floats"),
    pytest.param(lambda n: hot_and_cold(HALF, HALF, 1, step_amount=HALF, iterations=n), id="search of fractions"),
]
Run = Callable[[int], Descent | HotAndCold]


def arrays_of(result: Descent | HotAndCold) -> dict[str, np.ndarray]:
    """Return the fields of a result that are arrays."""
    named = {field.name: getattr(result, field.name) for field in fields(result)}
    return {name: value for name, value in named.items() if isinstance(value, np.ndarray)}


@pytest.mark.parametrize("iterations", [0, 1, 7])
@pytest.mark.parametrize("run", RESULTS)
def test_n_iterations_make_n_plus_one_states(run: Run, iterations: int) -> None:
    result = run(iterations)
    arrays = arrays_of(result)
    arrays.pop("goal_weight", None)
    assert len(arrays) == {Descent: 6, HotAndCold: 9}[type(result)]
    assert {len(array) for array in arrays.values()} == {iterations + 1}
    assert not result.overflowed


@pytest.mark.parametrize("iterations", [0, 1, 7])
@pytest.mark.parametrize("d", [1, 2, 5])
def test_several_inputs_have_an_axis_where_each_has_a_number_of_its_own(d: int, iterations: int) -> None:
    path = gradient_descent([0.5] * d, [0.25] * d, 1, iterations=iterations)
    shapes = {name: array.shape for name, array in arrays_of(path).items()}
    states = iterations + 1
    assert shapes == {
        "weight": (states, d),
        "prediction": (states,),
        "error": (states,),
        "delta": (states,),
        "weight_delta": (states, d),
        "slope": (states, d),
        "goal_weight": (d,),
    }


@pytest.mark.parametrize("run", RESULTS)
def test_one_input_has_one_axis(run: Run) -> None:
    result = run(3)
    if np.ndim(result.weight[0]) == 0:
        assert {array.ndim for array in arrays_of(result).values()} == {1}
    else:
        assert {array.ndim for array in arrays_of(result).values()} == {1, 2}


@pytest.mark.parametrize("run", RESULTS)
def test_arrays_are_read_only_and_own_their_memory(run: Run) -> None:
    for name, array in arrays_of(run(3)).items():
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 7
        assert array.base is None, name


@pytest.mark.parametrize("run", RESULTS)
def test_fields_are_frozen(run: Run) -> None:
    result = run(1)
    for field in fields(result):
        with pytest.raises(FrozenInstanceError):
            setattr(result, field.name, None)


def test_arrays_of_the_caller_are_neither_kept_nor_changed() -> None:
    weight, input = np.array([1.0, 2.0]), np.array([3.0, 4.0])
    path = gradient_descent(weight, input, 6, alpha=0.01, iterations=5)
    assert (weight.tolist(), input.tolist()) == ([1, 2], [3, 4])
    weight[:] = input[:] = 9
    assert path.weight[0].tolist() == [1, 2]


def test_the_arrays_of_a_start_at_the_goal_are_separate_too() -> None:
    weight = np.array([1.0, 1.0])
    path = gradient_descent(weight, [1.0, 1.0], 2, iterations=0)
    weight[0] = 5
    assert path.goal_weight.tolist() == [1, 1]
    with pytest.raises(ValueError, match="read-only"):
        path.goal_weight[0] = 5


@pytest.mark.parametrize(
    ("weight", "input"),
    [
        ([1.0, 2.0], (3, 4)),
        ((1, 2), np.array([3, 4])),
        (np.array([1, 2]), np.array([3.0, 4.0], dtype=np.float32)),
    ],
)
def test_lists_tuples_and_arrays_are_alike(weight, input) -> None:
    path = gradient_descent(weight, input, np.float64(6), alpha=0.01, iterations=np.int64(1), slope_factor=2)
    assert path.weight[1] == pytest.approx([0.7, 1.6])


def test_numbers_in_arrays_without_axes_are_numbers() -> None:
    assert gradient_descent(np.array(0.5), np.array(2), 0.8).weight.shape == (21,)


def test_the_moves_of_a_search_are_whole_numbers() -> None:
    for one in (0.5, HALF):
        search = hot_and_cold(one, one, 1, step_amount=one, iterations=5)
        assert search.move.dtype.kind == "i"
        assert search.move.tolist() == [1, 1, 1, 0, 0, 0]


def bytes_kept(run: Run, iterations: int) -> int:
    """Return how much memory a result holds on to."""
    run(1)  # whatever is made once is there already
    gc.collect()
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        result = run(iterations)
        gc.collect()
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(result.weight) == iterations + 1
    return after - before


@pytest.mark.parametrize(
    ("run", "numbers"), [(RESULTS[0].values[0], 6), (RESULTS[2].values[0], 9), (RESULTS[4].values[0], 9)]
)
def test_a_state_costs_eight_bytes_a_number_and_no_more_in_long_runs(run: Run, numbers: int) -> None:
    """Two inputs have three numbers of their own twice: 3 + 3 * 2 = 9."""
    short, long = 1_000, 6_000
    per_state = (bytes_kept(run, long) - bytes_kept(run, short)) / (long - short)
    assert per_state == pytest.approx(8 * numbers, rel=0.05)
