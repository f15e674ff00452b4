"""What ArcherError must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.scenes.reading.picture import Picture
from tests.scenes.samples import floats
from tests.scenes.truth.archer_shots import wrong_shots, wrong_squares, wrong_sum
from tests.scenes.truth.archer_squares import wrong_big_square, wrong_curves, wrong_means, wrong_network
from tests.scenes.truth.misses import expected

SECTIONS = ["shots", "signed", "unsigned", "curves", "priorities", "network", "cancelling"]

EXTREMES: list[dict[str, Any]] = [
    {},
    {"misses": (0,), "big_miss": 1, "small_miss": 0.999, "cancelling": (0, 0)},
    {"misses": (2.5,), "big_miss": 1e6, "small_miss": 1e-300, "cancelling": (0.1, 0.2, -0.3)},
    {"misses": (0, 0, 0), "big_miss": 123456.789, "small_miss": 0.5, "cancelling": (5, 5, 5)},
    {"misses": (2,) * 6, "cancelling": (1e12, -1e12, 1, 2, 3, -123456789012.3)},
    {"misses": (2, 2.001, 2.0005), "big_miss": 1.01, "small_miss": 1e-12, "cancelling": (1e-300, -1e12)},
    {"misses": (3, 2.9, 3, -3, 2.5, -2.7)},
    {"misses": (3.0000001, -3)},
    {"misses": (1e9, -1e9, 123456789.123, -0.001, 1e-300, 0)},
    {"misses": (-123456789.1,) * 3 + (123456789.1,) * 3, "cancelling": (-123456789012.3,) * 6},
    {"misses": (0.5, -0.2)},
    {"misses": (1e-300,)},
    {"misses": (0.1, 0.2, -0.3), "cancelling": (-3, 7)},
    *({"misses": value} for value in ((1,), (-1,), (1, -1), (0.99,), (1.06,), (1.1, -1.2), (6.4e-12,))),
]


def numbers(size: float, fewest: int) -> st.SearchStrategy[Any]:
    """Return a strategy for misses up to a size, small ones and equal ones among them."""
    one = st.one_of(
        st.sampled_from([0, 1, -1, 2, -2, 0.01, size, -size]),
        floats(-3, 3),
        floats(-size, size),
    )
    return st.one_of(
        st.lists(one, min_size=fewest, max_size=6).map(tuple), one.map(lambda miss: (miss,) * max(fewest, 3))
    )


PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "misses": numbers(1e9, 1),
        "big_miss": st.one_of(st.sampled_from([1, 2, 10]), floats(1, 1e6)),
        "small_miss": st.one_of(st.sampled_from([0.5, 0.1]), floats(1e-9, 0.999)),
        "cancelling": numbers(1e12, 2),
    },
)


def told(p: Any, section: str) -> list[Fraction]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    rows = expected(p.misses)
    if section in ("shots", "signed"):
        return rows["signed"][: None if section == "signed" else -1]
    if section == "unsigned":
        return [rows["absolute"][-1], rows["squared"][-1]]
    if section == "curves":
        return [Fraction(2), Fraction(4)]
    if section == "network":
        return [Fraction(number) for number in ("0.25", "0.8", "-0.55", "0.3025")]
    if section == "priorities":
        return [x for miss in (p.big_miss, p.small_miss) for x in (Fraction(miss), expected([miss])["squared"][0])]
    rows = expected(p.cancelling)
    return [*rows["signed"], rows["absolute"][-1], rows["squared"][-1]]


CHECKS: dict[str, Callable[[Picture, Any], Iterator[str]]] = {
    "shots": wrong_shots,
    "signed": wrong_sum,
    "unsigned": wrong_squares,
    "curves": wrong_curves,
    "priorities": wrong_big_square,
    "network": wrong_network,
    "cancelling": wrong_means,
}


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from the numbers."""
    yield from CHECKS[section](picture, p)
