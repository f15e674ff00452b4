"""Time and memory of the two solvers: ./run python benchmarks/solvers.py."""

import time
import tracemalloc
from collections.abc import Callable

from gdcore import gradient_descent, hot_and_cold

ITERATIONS = 10**6


def descend(iterations: int) -> object:
    """Run the lab's descent, in float."""
    return gradient_descent(0.5, 0.5, 0.8, iterations=iterations)


def search(iterations: int) -> object:
    """Run the lab's hot and cold search, in float."""
    return hot_and_cold(0.5, 0.5, 0.8, step_amount=0.001, iterations=iterations)


def seconds(run: Callable[[int], object]) -> float:
    """Return the best of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run(ITERATIONS)
        times.append(time.perf_counter() - start)
    return min(times)


def peak_bytes(run: Callable[[int], object], iterations: int) -> int:
    """Return the most memory that a run holds at once."""
    tracemalloc.start()
    run(iterations)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print a line for each solver."""
    for name, run in (("gradient_descent", descend), ("hot_and_cold", search)):
        sizes = [peak_bytes(run, iterations) / iterations for iterations in (10**4, 10**5)]
        print(
            f"{name}: {ITERATIONS:,} iterations in {seconds(run):.2f} s; peak memory "
            f"{sizes[0]:.0f} bytes a state over 10,000 iterations, {sizes[1]:.0f} over 100,000"
        )


if __name__ == "__main__":
    main()
