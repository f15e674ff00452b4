"""Misses by every measure, exactly, and whether a text shows one."""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from fractions import Fraction

from tests.scenes.reading.numbers import shows


def expected(misses: Sequence[float]) -> dict[str, list[Fraction]]:
    """Return errors by every measure and their means, in decimal arithmetic that rounds nothing but the mean."""
    with localcontext() as context:
        context.prec = 2500
        signed = [Decimal(str(miss)) for miss in misses]
        rows = {"signed": signed, "absolute": [max(x, -x) for x in signed], "squared": [x * x for x in signed]}
        return {name: [Fraction(x) for x in row] + [Fraction(sum(row) / len(row))] for name, row in rows.items()}


def right(text: str, value: Fraction) -> bool:
    """Tell whether a text shows a value; what is too small for a double ends in an ellipsis."""
    return 0 < abs(value) < Fraction(1, 10**300) if text.endswith("…") else shows(text, value)
