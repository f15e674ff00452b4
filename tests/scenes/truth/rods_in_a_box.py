"""What RodsInABox must show, from other sources than the scene, and the parameters to try it with."""

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.scenes.reading.arrows import arrows, bars
from tests.scenes.reading.axes import Axis, axes_in, axis_lines
from tests.scenes.reading.graphs import OFF
from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture
from tests.scenes.samples import floats
from tests.scenes.truth.rods_plot import wrong_plot
from tests.scenes.truth.rods_states import State, at_the_end_of, exactly, states_of

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
        yield from wrong_plot(picture, p, section, now)


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
