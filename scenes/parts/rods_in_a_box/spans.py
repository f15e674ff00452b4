"""What the rulers show: how many inches, from where on, and in which digits lengths are written along them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gdcore import LinkedRods
from gdcore.arguments import Number
from scenes.stage.type.numbers import MINUS

TOGETHER = 12
"""Both rulers have one scale, unless one would show this many times as many inches as the other."""
FAR = 8
"""A ruler is broken where lengths are this many times as long as they change."""
LEAST = 1e-4
"""It is not broken for a change that is a smaller share of a length: no tick could tell."""
BEYOND = 1.2
"""How many times as long as the rods a ruler is that begins at the wall."""


@dataclass(frozen=True)
class Span:
    """What one ruler shows, in inches.

    Attributes:
        low: Where it begins; it is broken between the wall and there, unless that is 0.
        high: Where it ends.
    """

    low: float
    high: float

    @property
    def width(self) -> float:
        """How many inches it shows."""
        return self.high - self.low

    @property
    def broken(self) -> bool:
        """Whether a part of it is left out."""
        return self.low > 0

    def widened(self, width: float) -> "Span":
        """Return a span that shows so many inches, from the same one on."""
        return Span(self.low, self.low + width)


@dataclass(frozen=True)
class Spans:
    """What blue's and red's ruler show."""

    blue: Span
    red: Span

    def show(self, rods: LinkedRods) -> bool:
        """Tell whether the rulers show these rods."""
        pairs = (self.blue, float(rods.blue)), (self.red, float(rods.red))
        return all(span.low <= length <= span.high for span, length in pairs)

    @property
    def same_scale(self) -> bool:
        """Whether an inch is as long along both."""
        return math.isclose(self.blue.width, self.red.width)


def spans_of(states: Sequence[LinkedRods], *, one_scale: bool | None = None) -> Spans:
    """Return rulers for all these states of the rods, with one scale where they do not differ too much.

    Args:
        states: What they must show.
        one_scale: Whether they have one scale; by default where it serves both.
    """
    blue, red = _span([float(rods.blue) for rods in states]), _span([float(rods.red) for rods in states])
    small, large = sorted((blue.width, red.width))
    if one_scale or (one_scale is None and large <= TOGETHER * small):
        return Spans(blue.widened(large), red.widened(large))
    return Spans(blue, red)


def _span(values: Sequence[float]) -> Span:
    low, high = min(values), max(values)
    change = high - low
    if high > FAR * change >= FAR * LEAST * high:
        start = low - 0.5 * change
        return Span(start, start + 2.2 * change)
    return Span(0, BEYOND * high if high > 0 else 1)


class Digits:
    """Lengths as they are written while they roll: the same decimals, and the same power of ten, in every frame.

    Args:
        values: All that they rest at.
    """

    def __init__(self, values: Iterable[Number]) -> None:
        sizes = {abs(float(value)) for value in values}
        largest = max(sizes)
        self.exponent = math.floor(math.log10(largest)) if largest >= 1e6 else 0
        scaled = {size / 10**self.exponent for size in sizes}
        least, otherwise = (2, 2) if self.exponent else (1, 3)
        self.decimals = next((n for n in range(least, 6) if self._tells_apart(scaled, n)), otherwise)

    def form(self, value: Number) -> str:
        """Return the form of a value."""
        size = abs(float(value)) / 10**self.exponent
        text = f"{size:,.{self.decimals}f}"
        sign = MINUS if value < 0 and text.strip("0.,") else ""
        return f"{sign}{text}×10^{self.exponent}" if self.exponent else sign + text

    @staticmethod
    def _tells_apart(sizes: set[float], decimals: int) -> bool:
        """Tell whether so many decimals write each size apart from the others, and to three digits."""
        shown = {size: round(size, decimals) for size in sizes}
        exact = all(abs(size - near) <= 0.005 * size for size, near in shown.items())
        return exact and len(set(shown.values())) == len(sizes)
