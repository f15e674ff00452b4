"""What the plot of the rods must show: a line for each wiring, the dot, the steps, the formula."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from tests.scenes.reading.axes import Axes
from tests.scenes.reading.graphs import OFF, Function, wrong_graph, wrong_places
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.reading.picture import Picture
from tests.scenes.truth.descents import only_axes
from tests.scenes.truth.rods_states import State, exactly


def wrong_plot(picture: Picture, p: Any, section: str, now: State) -> Iterator[str]:
    """Yield what is wrong in the plot: the dot, a line for each wiring and its name, the steps, the formula."""
    axes, wrong = only_axes(picture)
    yield from wrong
    if axes is None:
        return
    theme = picture.theme
    yield from wrong_places(axes, picture.dots(theme.ink, within=axes.box), [now], "dot")
    wirings = [p.derivative, *(p.other_derivatives if section == "other_wirings" else ())]
    lines = [
        one for colour in (theme.ink, theme.muted) for one in picture.strokes(colour, width=4, within=axes.box)
    ]
    if len(lines) != len(wirings):
        yield f"{len(lines)} lines for {len(wirings)} wirings"
    names = [one for one in picture.texts if one.says.startswith("× ") and one.x > axes.x.high]
    leaders = [one for one in picture.strokes(theme.muted, width=2) if one.is_straight]
    for derivative in wirings:
        whole, line = section == "other_wirings" and bool(p.other_derivatives), _wiring(p, derivative)
        found = [one for one in lines if not [*wrong_graph(axes, one, line, "a line", whole=whole)]]
        if not found:
            yield f"no line has the slope {derivative} and runs through the start"
        if section == "other_wirings" and p.other_derivatives:
            ends = [line.points[line.points[:, 0].argmax()] for line in found]
            named = [
                name
                for name in names
                for leader in leaders
                if abs(leader.points[-1][1] - name.y) < 0.06
                and any(np.hypot(*(leader.points[0] - end)) < 0.1 for end in ends)
            ]
            if not any(shows(name.says[2:], derivative) for name in named):
                yield f"{[name.says for name in named]} names the line of slope {derivative}"
    yield from _wrong_formula(picture, p, wirings[-1])
    yield from _wrong_sides(picture, p, axes, section)


def _wiring(p: Any, derivative: float) -> Function:
    return lambda blue: exactly(p.red) + exactly(derivative) * (blue - exactly(p.blue))


def _wrong_formula(picture: Picture, p: Any, derivative: float) -> Iterator[str]:
    formulas = [_numbers(one.says) for one in picture.texts if not one.figures and one.says.startswith("$#[#text")]
    numbers = [number_in(text) for found in formulas for text in found]
    shown = exactly(p.red), exactly(derivative), exactly(p.blue)
    if len(numbers) != 3 or not all(_close(number, value) for number, value in zip(numbers, shown, strict=True)):
        yield f"the formula reads {numbers}"


def _wrong_sides(picture: Picture, p: Any, axes: Axes, section: str) -> Iterator[str]:
    """Yield what is wrong with the triangle at the line: its sides run as far as they say, and meet the line."""
    theme = picture.theme
    sides = [
        one
        for colour in (theme.blue_rod, theme.red_rod)
        for one in picture.strokes(colour, width=4, within=axes.box)
        if one.is_straight
    ]
    if section != "graph" and p.other_derivatives:
        if sides:
            yield "a triangle is left"
        return
    if len(sides) not in (0, 2):
        yield f"the triangle has {len(sides)} sides"
        return
    for i, side in enumerate(sides):
        (x0, y0), (x1, y1) = axes.read(side.points[0]), axes.read(side.points[-1])
        value = (x1 - x0, y1 - y0)[i]
        colour = (theme.blue_rod, theme.red_rod)[i]
        inside = [one for one in picture.texts if one.colour == colour and one.figures and one.x > axes.x.low]
        if len(inside) != 1 or abs(float(number_in(inside[0].says)) - value) > 0.006 * abs(value) + 1e-9:
            yield f"a side of the triangle reads {[one.says for one in inside]}, not {value}"
        end = axes.read(side.points[(0, -1)[i]])
        if abs(axes.y.place(_wiring(p, p.derivative)(Fraction(end[0]))) - axes.y.place(end[1])) > 2 * OFF:
            yield f"the triangle does not meet the line at {end}"


def _numbers(markup: str) -> list[str]:
    """Return the numbers of a formula, in the notation of figures."""
    written = re.sub(r"#super\[(.*?)\]", r"^\1", markup)
    return re.findall(r"#\[(−?[\d.,]+(?:×10\^−?\d+)?)\]", written)


def _close(number: Decimal, value: Fraction) -> bool:
    return abs(Fraction(number) - value) <= abs(value) * Fraction(6, 1000)
