"""Numbers on screen are rounded right, in a form that fits their size."""

import itertools
import math
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from scenes.stage.axes.ticks import ticks
from scenes.stage.type.numbers import Column, in_node, plain, short, typst
from scenes.stage.type.text import sides_of
from tests.scenes.reading.numbers import number_in, shows

DOUBLES = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (0.8, "0.8"), (0.028224, "0.0282"), (0.00005489031744, "5.49×10^−5"), (-232452292.6, "−2.32×10^8"),
        (0, "0"), (-0.0, "0"), (1000, "1,000"), (1e6, "1,000,000"), (-1101, "−1,101"), (0.0012446784, "0.00124"),
        (0.9996, "1.00"), (0.40003, "0.400"), (0.1 + 0.2, "0.3"),
        (12.5, "12.5"), (909090.909, "909,091"), (999999.7, "1.00×10^6"), (1e7, "1×10^7"),
        (1e300, "1×10^300"), (5e-324, "5×10^−324"), (Fraction("5e-324"), "5×10^−324"), (1.5e-323, "1.5×10^−323"),
        (Fraction(1, 3), "0.333"),
        (0.0001, "0.0001"), (0.00005, "0.00005"), (0.000005, "5×10^−6"), (0.00012, "1.2×10^−4"),
    ],
)  # fmt: skip
def test_short_forms(value: float, form: str) -> None:
    """The forms of the storyboard, and those at the borders."""
    assert short(value) == form


def test_a_node_shows_four_digits_or_three_and_a_power_of_ten() -> None:
    """Enough to tell 1.601 from 1.6, and short enough for a ring."""
    forms = [in_node(value) for value in (1.601, 1.6, 0.004225, 2361.96, 5.3549e-11)]
    assert forms == ["1.601", "1.6", "0.004225", "2,362", "5.35×10^−11"]


def test_a_sign_where_it_says_something() -> None:
    """A signed form has a plus, but zero has none."""
    assert [short(value, signed=True) for value in (0.5, -0.5, 0)] == ["+0.5", "−0.5", "0"]


@given(DOUBLES)
def test_short_forms_are_true_to_half_a_unit_of_their_last_digit(value: float) -> None:
    """Read back, a form is the value, rounded; trailing zeros that are left out are zeros."""
    form = short(value)
    relative = abs(Fraction(number_in(form)) - Fraction(value))
    assert relative <= Fraction(abs(value)) / 199
    assert (number_in(form) == 0) == (value == 0)


@given(st.lists(DOUBLES, min_size=1, max_size=8), st.booleans())
def test_columns_are_true_and_keep_their_decimals(values: list[float], signed: bool) -> None:
    """Every number that is written out has as many decimals, and all are right."""
    column = Column(values, signed=signed)
    forms = [column.form(value) for value in values]
    assert all(shows(form, value) for form, value in zip(forms, values, strict=True))
    assert len({len(form.partition(".")[2]) for form in forms if "×" not in form}) <= 1


def test_a_column_shows_three_digits_of_its_smallest_number() -> None:
    """The lab's errors: the third needs five decimals, the fourth a power of ten."""
    column = Column([0.64, 0.028224, 0.0012446784, 0.00005489031744])
    assert [column.form(v) for v in column.values] == ["0.64000", "0.02822", "0.00124", "5.49×10^−5"]


def test_a_column_shows_no_digits_that_a_double_has_lost() -> None:
    """The smallest double is one digit."""
    assert [Column([value]).form(value) for value in (5e-324, 1.5e-323, 3e-300)] == [
        "5×10^−324", "1.5×10^−323", "3.00×10^−300",
    ]  # fmt: skip


def test_a_rolling_number_does_not_change_its_form_on_the_way_through_zero() -> None:
    """Only at rest does a tiny number get a power of ten."""
    column = Column([-1, 1])
    assert column.form(1e-5, rolling=True) == "0.0000"
    assert column.form(1e-5) == "1.00×10^−5"
    assert column.form(-1e-5, rolling=True) == "0.0000"


def test_decimal_points_stand_below_one_another() -> None:
    """What stands before the point is as wide as its digits, whatever follows."""
    fronts = [sides_of([text])[0] for text in ("0.8800", "5.49×10^−5", "7")]
    assert fronts == pytest.approx([fronts[0]] * 3, abs=1e-6)


def test_exponents_in_captions_and_in_markup() -> None:
    """The same form as running text, and as Typst markup."""
    assert plain("−2.32×10^−8") == "−2.32×10⁻⁸"
    assert plain("0.8") == typst("0.8") == "0.8"
    assert typst("2×10^11") == "2×10#super[11]"


@given(st.floats(-1e9, 1e9), st.floats(1e-6, 1e12), st.integers(2, 8))
def test_ticks_are_few_round_and_inside(low: float, span: float, count: int) -> None:
    """At most as many as asked for, at least one, inside the window, and labelled with what they are."""
    assume(span > 1e-6 * abs(low))
    high = low + span
    found = ticks(low, high, count)
    assert 1 <= len(found.values) <= count
    assert all(low - span * 1e-6 <= value <= high + span * 1e-6 for value in found.values)
    read = [number_in(label).scaleb(found.exponent) for label in found.labels]
    assert [float(value) for value in read] == list(found.values)
    steps = {b - a for a, b in itertools.pairwise(read)}
    assert len(steps) <= 1
    for step in steps:
        mantissa = step.scaleb(-step.adjusted()).normalize()
        assert mantissa in (1, 2, Decimal("2.5"), 5)


@pytest.mark.parametrize("size", [1e-300, 1e-18, 1e5, 1e12, 1e300])
def test_labels_stay_short_at_any_size(size: float) -> None:
    """The power of ten goes to the name of the axis."""
    found = ticks(0, size, 5)
    assert all(len(label) <= 5 for label in found.labels)
    assert math.isclose(float(number_in(found.labels[-1]).scaleb(found.exponent)), found.values[-1])
