"""Reads numbers off the picture as a student does: from the labels of ticks, and from the text of a readout."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from manim import Mobject

from scenes.stage.axes.plot import Plot
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.machine.network import Network
from scenes.stage.tables.readout import Readout
from scenes.stage.type.text import Figures

QUANTITIES = ("weight", "prediction", "error", "delta", "weight_delta")


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


def read_off(plot: Plot, mobject: Mobject) -> tuple[float, float]:
    """Return the coordinates of a mobject by the tick labels of the axes around it."""
    x, y = mobject.get_center()[:2]
    marks = [tuple(mark) for mark in plot.ticks if mark[1].text]
    lower = [(line.get_center()[0], label) for line, label in marks if line.height > line.width]
    left = [(line.get_center()[1], label) for line, label in marks if line.width > line.height]
    across, up = (Decimal(1).scaleb(exponent) for exponent in _exponents(plot))
    return _between(lower, x, across), _between(left, y, up)


def _exponents(plot: Plot) -> tuple[int, int]:
    """Return the powers of ten beside the names of the axes: the lower one stands below the axes."""
    below, above = 0, 0
    for scale in (scale for scale in plot.scales if scale.text):
        exponent = int(scale.text.replace("−", "-").partition("^")[2])
        if scale.get_center()[1] < plot.box.bottom:
            below = exponent
        else:
            above = exponent
    return below, above


def _between(marks: list[tuple[float, Figures]], place: float, unit: Decimal) -> float:
    """Return the value at a place along an axis, from its first and its last tick."""
    (a, first), (b, last) = marks[0], marks[-1]
    low, high = (number_in(label.text) * unit for label in (first, last))
    return float(low + (high - low) * Decimal((place - a) / (b - a)))


def wrong_dot(bowl: Bowl, weight: float, error: float) -> Iterator[str]:
    """Yield in which direction the dot of a bowl is not where it should be."""
    window = bowl.window
    sizes = {"weight": window.right - window.left, "error": window.top - window.bottom}
    for (name, size), read, true in zip(sizes.items(), read_off(bowl, bowl.dot), (weight, error), strict=True):
        if abs(read - true) > 1e-6 * size:
            yield f"the dot is at {name} {read}, not {true}"


def wrong_network(network: Network, input: float, weight: float, prediction: float, error: float) -> Iterator[str]:
    """Yield the numbers in a network that are not those expected."""
    shown = {
        "input": (network.input.value.text, input),
        "weight": (network.knob.value.text, weight),
        "prediction": (network.prediction.value.text, prediction),
        "error": (network.error.value.text, error),
    }
    for name, (text, value) in shown.items():
        if not shows(text, value):
            yield f"{name} of the network reads {text}, not {value}"


def wrong_readout(readout: Readout, expected: Mapping[str, float]) -> Iterator[str]:
    """Yield the lines of a readout that are not the numbers expected."""
    for name, value in expected.items():
        text = readout.values[name].text
        if not shows(text, value):
            yield f"{name} reads {text}, not {value}"
