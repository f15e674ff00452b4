"""Several misses by every measure."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gdcore import MEASURES, measured
from tests.gdcore.draws import fractions

several = st.lists(fractions, min_size=1, max_size=6)


def test_the_labs_misses_by_every_measure() -> None:
    misses = measured([1000, -1000])
    assert [misses.errors(name) for name in MEASURES] == [(1000, -1000), (1000, 1000), (1_000_000, 1_000_000)]
    assert [misses.mean(name) for name in MEASURES] == [0, 1000, 1_000_000]
    assert misses.cancel
    assert misses.cancel_in_part
    assert misses.are_alike


@pytest.mark.parametrize(
    ("values", "largest", "alike", "cancel", "in_part"),
    [
        ([0, 0], 0, True, False, False),
        ([2], 2, True, False, False),
        ([2, 0], 2, False, False, False),
        ([-1, -3], 3, False, False, False),
        ([3, -1], 3, False, False, True),
        ([1, 2, -3], 3, False, True, True),
        ([Fraction("0.1"), Fraction("0.2"), Fraction("-0.3")], Fraction("0.3"), False, True, True),
    ],
    ids=str,
)
def test_what_cancels_is_told(values, largest, alike, cancel, in_part) -> None:
    misses = measured(values)
    assert misses.largest == largest
    assert (misses.are_alike, misses.cancel, misses.cancel_in_part) == (alike, cancel, in_part)


@given(several)
def test_misses_cancel_in_part_when_they_lie_on_both_sides(values) -> None:
    misses = measured(values)
    assert misses.cancel_in_part == (min(values) < 0 < max(values))
    assert misses.cancel == (sum(values) == 0 and any(values))


@given(several)
def test_the_mean_of_the_squares_is_the_square_of_the_mean_and_the_spread_around_it(values) -> None:
    misses = measured(values)
    spread = sum((miss - misses.mean("signed")) ** 2 for miss in values) / len(values)
    assert misses.mean("squared") == misses.mean("signed") ** 2 + spread


@given(several)
def test_tip_to_tail_each_miss_begins_where_the_one_before_ended(values) -> None:
    misses = measured(values)
    tails = (0, *misses.sums[:-1])
    assert tuple(tip - tail for tail, tip in zip(tails, misses.sums, strict=True)) == misses.signed
    assert misses.sums[-1] == len(values) * misses.mean("signed")


@given(several)
def test_the_square_on_the_root_mean_square_is_the_mean_of_the_squares(values) -> None:
    misses = measured(values)
    with localcontext(prec=40):
        mean = misses.mean("squared")
        root = (Decimal(mean.numerator) / Decimal(mean.denominator)).sqrt()
    assert misses.root_mean_square == pytest.approx(float(root), rel=1e-14)


def test_a_root_mean_square_does_not_vanish_where_squares_do() -> None:
    assert measured([Fraction(1, 10**300)]).root_mean_square == pytest.approx(1e-300, rel=1e-15)
    assert measured([0]).root_mean_square == 0


def test_misses_do_not_change() -> None:
    with pytest.raises(AttributeError):
        measured([1]).signed = (2,)  # type: ignore[misc]


@pytest.mark.parametrize("bad", [[], [float("nan")], "12", [[1]], [True]], ids=repr)
def test_what_is_no_flat_sequence_of_numbers_is_refused(bad) -> None:
    with pytest.raises(ValueError, match="allowed is"):
        measured(bad)
