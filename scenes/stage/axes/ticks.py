"""Round numbers along an axis, and the power of ten they share."""

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from scenes.stage.type.numbers import MINUS
from scenes.stage.type.text import advance_of

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True)
class Ticks:
    """Ticks of an axis.

    Attributes:
        values: Where they stand.
        labels: Their labels, in units of 10^exponent.
        exponent: The power of ten that all labels leave out; 0 if they leave out none.
    """

    values: tuple[float, ...]
    labels: tuple[str, ...]
    exponent: int


def ticks(low: float, high: float, count: int) -> Ticks:
    """Return one to `count` ticks at round numbers from `low` to `high`, which are apart by 1e-6 of their size."""
    raw = (high - low) / max(1, count)
    power = math.floor(math.log10(raw))
    places = [Decimal(0)]
    for mantissa in _STEPS:
        step = mantissa.scaleb(power)
        places = _multiples(step, low, high)
        if len(places) <= count:
            break
    largest = max(abs(place) for place in places) if places else Decimal(0)
    exponent = 0
    if largest and not -4 < largest.adjusted() < 5:
        exponent = largest.adjusted()
    labels = tuple(_label(place, step, exponent) for place in places)
    return Ticks(tuple(float(place) for place in places), labels, exponent)


def roomy_ticks(low: float, high: float, most: int, *, length: float, size: float, gap: float) -> Ticks:
    """Return as many ticks, at most so many, as have room for their labels along an axis.

    Args:
        low: The value at the beginning of the axis.
        high: The value at its end.
        most: The most ticks.
        length: How long the axis is, in scene units.
        size: The em of the labels.
        gap: What is left free between two of them.
    """
    for count in range(most, 1, -1):
        found = ticks(low, high, count)
        widest = max((advance_of(label, mono=False) for label in found.labels), default=0.0) * size
        if all((b - a) / (high - low) * length >= widest + gap for a, b in pairwise(found.values)):
            break
    return found


def _multiples(step: Decimal, low: float, high: float) -> list[Decimal]:
    first = math.ceil(low / float(step) - 1e-9)
    last = math.floor(high / float(step) + 1e-9)
    return [step * i for i in range(first, last + 1)]


def _label(place: Decimal, step: Decimal, exponent: int) -> str:
    decimals = max(0, -int(step.normalize().as_tuple().exponent) + exponent)
    text = f"{abs(place.scaleb(-exponent)):,.{decimals}f}"
    return (MINUS if place < 0 else "") + text
