"""Numbers as texts show them, and whether a text is a number, rounded."""

from decimal import Decimal
from fractions import Fraction


def number_in(text: str) -> Decimal:
    """Return the number that a text shows: 1,101 or −2.32×10^8 or +0.5."""
    mantissa, _, exponent = text.replace("−", "-").replace(",", "").partition("×10^")
    return Decimal(mantissa).scaleb(int(exponent or 0))


def half_unit(text: str) -> Decimal:
    """Return half a unit of the last digit that a text shows."""
    mantissa, _, exponent = text.replace("−", "-").replace(",", "").partition("×10^")
    decimals = len(mantissa.partition(".")[2])
    return Decimal(5).scaleb(int(exponent or 0) - decimals - 1)


def shows(text: str, value: float | Fraction) -> bool:
    """Tell whether a text is `value`, rounded to the digits that it shows."""
    exact = Fraction(value)
    return abs(Fraction(number_in(text)) - exact) <= Fraction(half_unit(text)) * (1 + Fraction(1, 10**9))
