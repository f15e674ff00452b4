"""What RodsInABox must show, from other sources than the scene, and the parameters to try it with."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import strategies as st

from tests.scenes.reading.arrows import arrows, bars
from tests.scenes.reading.axes import Axes, Axis, axes_in, axis_lines
from tests.scenes.reading.graphs import OFF, Function, wrong_graph, wrong_places
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.reading.picture import Picture
from tests.scenes.samples import floats
from tests.scenes.truth.descents import only_axes

LEAST_ARROW = 0.06
"""A change that is shorter in the picture has no arrow."""

SECTIONS = ["box", "push", "pull", "ratio", "graph", "other_wirings"]

EXTREMES: list[dict[str, Any]] = [
    {},
    *({"derivative": value} for value in (0, -3.5, 7.25, 1e-3, 1e-300, 5e-324, 1000)),
    {"blue": 1000},
    {"red": 0.01},
    {"blue": 0.01, "red": 1000, "other_derivatives": (1000, -1000, 1e-3, 0)},
    {"blue": 1000, "red": 0.01, "derivative": -1000},
    {"blue": 1000, "red": 1000, "derivative": 1000, "pushes": (1000,)},
    *({"pushes": value} for value in ((1,), (1e-300,), (-0.001, 0.001), (-1, -1, -1, -1))),
    {"pushes": (1000, -1000, 1e-9, 0.5)},
    {"pushes": (1, -2.345678, 7, -3.3333), "derivative": -3.5},
    *({"other_derivatives": value} for value in ((), (2, 2, 2, 2), (-1, -2, -3, -7.25))),
    {"derivative": 1000, "other_derivatives": (1e-3, -1e-3, 0, -1000)},
    {
        "blue": 12.3456,
        "red": 0.0123,
        "derivative": -123.456,
        "pushes": (-1.23456, 2.3456, -999, 999),
        "other_derivatives": (-123.456, 987.654, 0.001234, -0.00123),
    },
]


def far_from_underflow(number: float) -> bool:
    return not number or abs(number) > 1e-100


LENGTHS = st.one_of(st.sampled_from([0.01, 1, 2, 1000]), floats(0.01, 20), floats(0.01, 1000))
DERIVATIVES = st.one_of(st.sampled_from([0, 1, -1, 7.25, 1e-3, 1000]), floats(-5, 5), floats(-1000, 1000)).filter(
    far_from_underflow
)
PUSHES = st.one_of(st.sampled_from([1, -1, 0.5, -1000]), floats(-3, 3), floats(-1000, 1000)).filter(
    lambda push: push and far_from_underflow(push)
)
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "blue": LENGTHS,
        "red": LENGTHS,
        "derivative": DERIVATIVES,
        "pushes": st.lists(PUSHES, min_size=1, max_size=4).map(tuple),
        "other_derivatives": st.lists(DERIVATIVES, max_size=4).map(tuple),
    },
)

State = tuple[Fraction, Fraction]


# the lengths, by another road than gdcore's ---------------------------------------------------------------------


def exactly(number: float) -> Fraction:
    return Fraction(Decimal(repr(number)))


def pushed(state: State, derivative: Fraction, inches: Fraction) -> State:
    """Return the lengths after the largest share of a push that leaves none below 0."""
    changes = inches, derivative * inches
    shares = [length / -change for length, change in zip(state, changes, strict=True) if length + change < 0]
    share = min([Fraction(1), *shares])
    return state[0] + share * changes[0], state[1] + share * changes[1]


def states_of(p: Any) -> list[State]:
    """Return the lengths before the first push and after every push that the scene makes."""
    states = [(exactly(p.blue), exactly(p.red))]
    for push in p.pushes:
        states.append(pushed(states[-1], exactly(p.derivative), exactly(push)))
    return states if len(states) > 2 else [*states, states[0]]


def at_the_end_of(section: str, p: Any) -> tuple[State | None, State, Fraction]:
    """Return where the arrows begin (None where there are none), the lengths, and the derivative in force."""
    states, derivative = states_of(p), exactly(p.derivative)
    if section == "other_wirings" and p.other_derivatives:
        derivative = exactly(p.other_derivatives[-1])
        return states[0], pushed(states[0], derivative, exactly(p.pushes[0])), derivative
    if section in ("box", "graph", "other_wirings"):
        return None, states[0], derivative
    if section == "push":
        return states[0], states[1], derivative
    return states[-2], states[-1], derivative


# what is told and shown ---------------------------------------------------------------------------------------


def told(p: Any, section: str) -> list[Fraction]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    states = states_of(p)
    changes = [after[i] - before[i] for before, after in pairwise(states) for i in (0, 1)]
    if section == "push":
        return changes[:2]
    if section == "pull":  # of a single move without its sign, which words tell
        return changes[2:] if len(states) > 3 else [abs(change) for change in changes[2:] if change]
    if section == "ratio":
        return [exactly(p.derivative)]
    if section == "other_wirings":
        return [exactly(derivative) for derivative in p.other_derivatives]
    return [*states[0], *([exactly(p.derivative)] if section == "graph" else [])]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the rods do."""
    since, now, derivative = at_the_end_of(section, p)
    rulers = _rulers(picture)
    if len(rulers) != 2:
        yield f"there are {len(rulers)} rulers"
        return
    colours = picture.theme.blue_rod, picture.theme.red_rod
    for i, (ruler, colour) in enumerate(zip(rulers, colours, strict=True)):
        yield from _wrong_rod(picture, f"rod {i}", colour, ruler, None if since is None else since[i], now[i])
    if section in ("ratio", "graph", "other_wirings"):
        wall = rulers[0].low
        factors = [one.says[2:] for one in picture.texts if one.says.startswith("× ") and one.x < wall]
        if len(factors) != 1 or not shows(factors[0], derivative):
            yield f"the box reads {factors}, not {derivative}"
    if section in ("push", "pull", "ratio"):
        yield from _wrong_table(picture, p, section, rulers[1].at - 0.7)
    if section in ("graph", "other_wirings"):
        yield from _wrong_plot(picture, p, section, now)


def _rulers(picture: Picture) -> list[Axis]:
    """Return the rulers, blue's and red's: level axes without upright ones; the wall stands for the 0."""
    plots = axes_in(picture)
    alone = [one for one in axis_lines(picture) if not one.upright and not any(one == axes.x for axes in plots)]
    return sorted((one.starting_at_zero() for one in alone), key=lambda one: -one.at)


def _wrong_rod(
    picture: Picture, name: str, colour: str, ruler: Axis, since: Fraction | None, now: Fraction
) -> Iterator[str]:
    yield from ruler.uneven()
    above = [bar for bar in bars(picture, colour) if ruler.at < bar[2] and bar[3] < ruler.at + 1.2]
    tip = max(bar[1] for bar in above)
    if abs(tip - ruler.place(now)) > OFF:
        yield f"{name} ends at {float(ruler.value(tip))}, not {float(now)}"
    if tip > ruler.high + 1e-6:
        yield f"{name} is longer than its ruler"
    band = ruler.at, ruler.at + 1.4
    numbers = [
        one
        for one in picture.texts
        if one.figures and one.colour == colour and band[0] < one.y < band[1] and one.x < ruler.high + 1.6
    ]
    middle = (above[0][2] + above[0][3]) / 2
    values = [one for one in numbers if abs(one.y - middle) < 0.1 and one.x > ruler.high]
    changes = [one for one in numbers if one.y > middle + 0.3]
    if len(values) != 1 or not shows(values[0].says, now):
        yield f"{name} reads {[one.says for one in values]}, not {float(now)}"
    drawn = [one for one in arrows(picture, colour) if band[0] < one.y < band[1]]
    marks = [one for one in picture.strokes(picture.theme.faded(colour), width=2.5) if one.is_straight]
    if since is None:
        if drawn or changes or marks:
            yield f"{name} has an arrow, but nothing has changed"
        return
    if len(changes) != 1 or not shows(changes[0].says, now - since):
        yield f"the arrow of {name} reads {[one.says for one in changes]}, not {float(now - since)}"
    if len(drawn) != (abs(ruler.place(now) - ruler.place(since)) >= LEAST_ARROW):
        yield f"{name} has {len(drawn)} arrows"
    for arrow in drawn:
        if abs(arrow.tail[0] - ruler.place(since)) > OFF or abs(arrow.head[0] - ruler.place(now)) > OFF:
            ends = [float(ruler.value(end[0])) for end in (arrow.tail, arrow.head)]
            yield f"the arrow of {name} leads from {ends[0]} to {ends[1]}, not from {float(since)} to {float(now)}"
    for mark in marks:
        if abs(mark.box[0] - ruler.place(since)) > OFF:
            yield f"{name} was marked at {float(ruler.value(mark.box[0]))}, not at {float(since)}"


def _wrong_table(picture: Picture, p: Any, section: str, top: float) -> Iterator[str]:
    """Yield the numbers and arrows of the table that differ from the changes, and what is in it too early."""
    states = states_of(p)
    count = 1 if section == "push" else len(states) - 1
    units = []
    largest = max(abs(after[i] - before[i]) for before, after in pairwise(states) for i in (0, 1))
    for i, colour in enumerate((picture.theme.blue_rod, picture.theme.red_rod)):
        texts = [one for one in picture.texts if one.figures and one.colour == colour and one.y < top]
        texts.sort(key=lambda one: -one.y)
        if len(texts) != count:
            yield f"the table has {len(texts)} rows, not {count}"
        drawn = [one for one in arrows(picture, colour) if one.y < top]
        for text, before, after in zip(texts, states, states[1:], strict=False):
            change = after[i] - before[i]
            if not shows(text.says, change):
                yield f"a row reads {text.says}, not {float(change)}"
            beside = [one for one in drawn if abs(one.y - text.y) < 0.1]
            units += [Fraction(float(one.head[0] - one.tail[0])) / change for one in beside if change]
            if (beside and not change) or (not beside and abs(change) > largest / 10):
                yield f"a row has {len(beside)} arrows for a change of {float(change)}"
    if units and not 0 < max(units) <= Fraction(1001, 1000) * min(units):
        yield "the arrows of the table are not of one scale"
    yield from _wrong_ratios(picture, p, states if section == "ratio" else [], top)


def _wrong_ratios(picture: Picture, p: Any, states: list[State], top: float) -> Iterator[str]:
    """Yield the divisions that are not those of the changes of both rods, and those that come too early."""
    found = [one for one in picture.texts if " / " in one.says or one.says == "nothing moved"]
    found.sort(key=lambda one: -one.y)
    if len(found) != max(0, len(states) - 1):
        yield f"{len(found)} ratios are told"
    for text, before, after in zip(found, states, states[1:], strict=False):
        blue, red = (end - start for start, end in zip(before, after, strict=True))
        if not blue or text.says == "nothing moved":
            if blue or text.says != "nothing moved":
                yield f"{text.says} where blue has moved by {float(blue)}"
            continue
        wanted = red, blue, exactly(p.derivative)
        if not all(shows(one, value) for one, value in zip(re.split(" [/=] ", text.says), wanted, strict=True)):
            yield f"a ratio reads {text.says}"


def _wrong_plot(picture: Picture, p: Any, section: str, now: State) -> Iterator[str]:
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
