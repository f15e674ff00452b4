"""How numbers are written: how many digits, when with a power of ten, and how a column keeps its digits in place.

Forms are strings in the notation of `scenes.stage.type.text.Figures`: `^` raises what follows it.
"""

import math
import sys
from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from fractions import Fraction

from gdcore.arguments import Number, Scalar

MINUS = "−"
NAME = 12
"""So many digits a number may have that is a name; what differs beyond them has one name."""
_NO_DIGITS = str.maketrans("", "", ",+…")
_FULL = sys.float_info.min  # a smaller double has lost digits
_MANY = Context(prec=40)
_SUPERSCRIPTS = str.maketrans("0123456789−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


def short(value: Number, digits: int = 3, *, signed: bool = False) -> str:
    """Return `value` to `digits` significant digits: 0.8, 0.0282, 5.49×10^−5, −2.32×10^8.

    Zeros at the end are left out where nothing was rounded away: 0.4, but 0.400 for 0.40003. Whole numbers up to a
    million keep all their digits, and 0.0001 is written out; `signed` puts a plus before what is positive.
    """
    exact = _digits_of(value)
    sign, size = _sign(exact, signed), abs(exact)
    if size <= 1_000_000 and size == int(size):
        return f"{sign}{int(size):,}"
    exponent = int(f"{size:.{digits - 1}e}".split("e")[1])
    scientific = _scientific(size, digits - 1, trim=_is(size, f"{size:.{digits - 1}e}"))
    if not -3 <= exponent < 6 and not (-5 <= exponent < 0 and scientific[1] == "×"):
        return sign + scientific
    text = f"{size:,.{max(0, digits - 1 - exponent)}f}"
    return sign + (_trimmed(text) if _is(size, text.replace(",", "")) else text)


def in_node(value: Number) -> str:
    """Return `value` as a network shows it: to four digits, or three if a power of ten follows."""
    form = short(value, 4)
    return short(value) if "×" in form else form


def full(value: Number, digits: int = 3, *, signed: bool = False) -> str:
    """Return `value` with all its digits if they are few, as in 0.3025 and 0.0001, else as `short` does."""
    size = abs(float(value))
    if value and not size:
        return "0.000…"  # an exact value that is too small for a double
    text = _trimmed(f"{size:.4f}")
    if "." in text and len(text) <= 6 and size < 1000 and float(text) == size:
        return _sign(float(value), signed) + text
    return short(value, digits, signed=signed)


def plain(form: str) -> str:
    """Return a form as running text: its exponent in superscript characters."""
    before, raised, exponent = form.partition("^")
    return before + exponent.translate(_SUPERSCRIPTS) if raised else form


def written(value: Number) -> str:
    """Return `value` as captions write it."""
    return plain(short(value))


def listed(forms: Iterable[str]) -> str:
    """Return forms, at least one, as a sentence lists them: 10, 1 and 0.1."""
    *before, last = forms
    return f"{', '.join(before)} and {last}" if before else last


def counted(count: int, noun: str) -> str:
    """Return a count with its noun: 1 step, 1,000 steps."""
    return f"{count:,} {noun if count == 1 else f'{noun}s'}"


def apart(
    values: Iterable[Number],
    *,
    digits: int = 6,
    most: int = 9,
    form: Callable[..., str] = short,
    signed: bool = False,
) -> list[str]:
    """Return the forms of `values`, with enough digits, from `digits` to `most`, to tell their sizes apart."""
    numbers: list[Scalar] = list(values)
    best: list[str] = []
    for count in range(digits, most + 1):
        forms = [form(value, count, signed=signed) for value in numbers]
        if not best or len(set(map(_size, forms))) > len(set(map(_size, best))):
            best = forms
        if len(set(map(_size, best))) == len(set(map(abs, numbers))):
            break
    return best


def names_of(values: Iterable[Number], *, form: Callable[..., str] = short) -> dict[Number, str]:
    """Return the forms of values that are compared, by value: each is a name that no other value has."""
    numbers = list(values)
    return dict(zip(numbers, apart(numbers, digits=3, most=NAME, form=form), strict=True))


def typst(form: str) -> str:
    """Return a form as Typst markup."""
    before, raised, exponent = form.partition("^")
    return f"{before}#super[{exponent}]" if raised else form


class Column:
    """Numbers below one another, or one that rolls: with equally many decimals, so that digits stay in place.

    Args:
        values: All the values that the column will rest at; they decide how many decimals there are.
        signed: Whether to put a plus before what is positive.
        digits: How many digits a number may have and still be written out.
    """

    def __init__(self, values: Iterable[Number], *, signed: bool = False, digits: int = 9) -> None:
        self.signed, self.limit = signed, 10.0 ** (digits - 2)
        self.values = [float(value) for value in values]
        sizes = [abs(value) for value in self.values]
        written_out = [size for size in sizes if 1e-3 <= size < self.limit]
        smallest, largest = min(written_out, default=1.0), max(written_out, default=1.0)
        room = digits - max(1, math.floor(math.log10(largest)) + 1)
        self.decimals = min(max(4, 2 - math.floor(math.log10(smallest))), room)

    def form(self, value: Number, *, rolling: bool = False) -> str:
        """Return the form of `value`; a number that is rolling stays written out, however small it gets."""
        value = float(value)
        size = abs(value)
        if size >= self.limit or (0 < size < 1e-3 and not rolling):
            exact = _digits_of(size)
            held = 3 if size >= _FULL else len(exact.as_tuple().digits)
            return _sign(value, self.signed) + _scientific(exact, min(3, held) - 1)
        text = f"{size:,.{self.decimals}f}"
        return _sign(value if text.strip("0.") else 0.0, self.signed) + text


def times(ratio: Number) -> str:
    """Return how many times something is magnified: ×4.76, and of what is large or small only the power of ten."""
    power = math.log10(float(ratio))
    return f"×{short(ratio)}" if -3 <= power < 4 else f"×10^{round(power)}".replace("-", MINUS)


class Steady:
    """How a number is written while it rolls: neither its decimals nor its power of ten change.

    Args:
        values: Those that it rolls between; the largest decides.
        digits: How many significant digits the largest has.
    """

    def __init__(self, values: Iterable[Number], digits: int = 3) -> None:
        largest = max((abs(float(value)) for value in values), default=0.0)
        power = math.floor(math.log10(largest)) if largest >= _FULL else 0
        self.exponent = 0 if -3 <= power < 5 else power
        self.decimals = max(0, digits - 1 - power + self.exponent)

    def form(self, value: Number) -> str:
        """Return the form of a value."""
        size = abs(float(value))
        text = f"{_digits_of(size).scaleb(-self.exponent):,.{self.decimals}f}"
        sign = _sign(float(value) if text.strip("0.,") else 0.0, False)
        return f"{sign}{text}×10^{self.exponent}".replace("-", MINUS) if self.exponent else sign + text


def _digits_of(value: Number) -> Decimal:
    """Return a number with its digits: for a double, no more than tell it from its neighbours."""
    if isinstance(value, Fraction):
        return _MANY.divide(Decimal(value.numerator), Decimal(value.denominator))
    return Decimal(repr(float(value)))


def _size(form: str) -> Decimal:
    """Return the size of the number that a form shows."""
    mantissa, _, exponent = form.replace(MINUS, "-").translate(_NO_DIGITS).partition("×10^")
    return abs(Decimal(mantissa).scaleb(int(exponent or 0)))


def _sign(value: Scalar, signed: bool) -> str:
    if value < 0:
        return MINUS
    return "+" if signed and value > 0 else ""


def _is(size: Decimal, text: str) -> bool:
    """Tell whether a text is all of a number, except for the rounding of floats."""
    return abs(Decimal(text) - size) <= size.scaleb(-9)


def _scientific(size: Scalar, decimals: int, *, trim: bool = False) -> str:
    mantissa, exponent = f"{size:.{decimals}e}".split("e")
    raised = str(int(exponent)).replace("-", MINUS)
    return f"{_trimmed(mantissa) if trim else mantissa}×10^{raised}"


def _trimmed(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
