"""What RodsInABox must show, from other sources than the scene, and the parameters to try it with."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st
from manim import Dot

from tests.legibility import parts, rectangle
from tests.scenes.axis_reading import number_in, read_off, shows
from tests.scenes.samples import floats

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


# what is read off the picture -----------------------------------------------------------------------------------


def on_ruler(rod: Any, x: float) -> float:
    """Return the length that a ruler gives to a place, by the mark above its last label."""
    labels = [label for label in rod.ruler.labels if label.text]
    scale = int(rod.ruler.scale_text.text.replace("−", "-").partition("^")[2] or 0)
    middle = labels[-1].get_center()[0]
    wall, last = rectangle(rod.ruler.edge)[0], min(rod.ruler.marks.points[:, 0], key=lambda x: abs(x - middle))
    return (x - wall) / (last - wall) * float(number_in(labels[-1].text).scaleb(scale))


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


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the rods do."""
    since, now, derivative = at_the_end_of(section, scene.params)
    for i, rod in enumerate((scene.rods.blue, scene.rods.red)):
        yield from _true_rod(f"rod {i}", rod, None if since is None else since[i], now[i])
    if section in ("ratio", "graph", "other_wirings") and not shows(scene.wiring[0].text[2:], derivative):
        yield f"the box reads {scene.wiring[0].text}, not {derivative}"
    if section in ("push", "pull", "ratio"):
        yield from _true_table(scene, section)
    if section in ("graph", "other_wirings"):
        yield from _true_plot(scene, section, now)


def _true_rod(name: str, rod: Any, since: Fraction | None, now: Fraction) -> Iterator[str]:
    slack = 1e-6 * rod.most
    tip = on_ruler(rod, rectangle(rod.cap)[1])
    if abs(tip - now) > slack:
        yield f"{name} ends at {tip}, not {float(now)}"
    if rectangle(rod.cap)[1] > rectangle(rod.ruler.edge)[1] + 1e-6:
        yield f"{name} is longer than its ruler"
    if not shows(rod.value.text, now):
        yield f"{name} reads {rod.value.text}, not {float(now)}"
    drawn = [part for part in rod.arrow if len(part.points)]
    if since is None:
        if drawn or rod.arrow_text.text:
            yield f"{name} has an arrow, but nothing has changed"
        return
    if not shows(rod.arrow_text.text, now - since):
        yield f"the arrow of {name} reads {rod.arrow_text.text}, not {float(now - since)}"
    if drawn:
        ends = sorted(on_ruler(rod, x) for x in rectangle(rod.arrow)[:2])
        if any(abs(a - b) > slack for a, b in zip(ends, sorted((since, now)), strict=True)):
            yield f"the arrow of {name} runs over {ends}, not from {float(since)} to {float(now)}"
        apex = on_ruler(rod, rod.arrow.tip.points[0][0])
        if abs(apex - now) > slack:
            yield f"the arrow of {name} points at {apex}, not {float(now)}"
    elif abs(now - since) > 0.02 * rod.most:
        yield f"{name} has no arrow"


def _true_table(scene: Any, section: str) -> Iterator[str]:
    """Yield the numbers of the table that differ from the changes, and what is in it too early."""
    states, table = states_of(scene.params), scene.table
    shown = parts(scene)
    lengths = []
    for i, row in enumerate(table.rows):
        if (row in shown) is (section == "push" and i > 0):
            yield f"row {i} of the table comes at the wrong time"
        changes = [after - before for before, after in zip(states[i], states[i + 1], strict=True)]
        for change, arrow, figures in zip(changes, (row[2], row[5]), (row[3], row[6]), strict=True):
            if not shows(figures.text, change):
                yield f"row {i} reads {figures.text}, not {float(change)}"
            if len(arrow.tip.points):
                apex, base = arrow.tip.points[0][0], arrow.line.points[0][0]
                lengths.append(Fraction(apex - base) / change)
        ratio = table.ratios[i]
        if (ratio in shown) is not (section == "ratio"):
            yield f"ratio {i} comes at the wrong time"
        if not changes[0]:
            if ratio.markup != "nothing moved":
                yield f"ratio {i} divides by 0"
            continue
        red, blue, result = re.split(" [/=] ", ratio.text)
        wanted = changes[1], changes[0], exactly(scene.params.derivative)
        if not all(shows(text, value) for text, value in zip((red, blue, result), wanted, strict=True)):
            yield f"ratio {i} reads {ratio.text}"
    if not lengths or not 0 < max(lengths) <= Fraction(1001, 1000) * min(lengths):
        yield "the arrows of the table are not of one scale"


def _true_plot(scene: Any, section: str, now: State) -> Iterator[str]:
    plot, p = scene.plot, scene.params
    across, up = plot.window.right - plot.window.left, plot.window.top - plot.window.bottom

    def at(point: Any) -> tuple[float, float]:
        return read_off(plot, Dot(point))

    for read, true, size in zip(at(plot.dot.get_center()), now, (across, up), strict=True):
        if abs(read - float(true)) > 1e-6 * size:
            yield f"the dot is at {read}, not {float(true)}"
    wirings = [p.derivative, *(p.other_derivatives if section == "other_wirings" else ())]
    if len(plot.curve) != len(wirings):
        yield f"{len(plot.curve)} lines for {len(wirings)} wirings"
    for i, (line, derivative) in enumerate(zip(plot.curve, wirings, strict=True)):
        (x0, y0), (x1, y1) = at(line.points[0]), at(line.points[-1])
        if abs((y1 - y0) - derivative * (x1 - x0)) > 1e-6 * (up + abs(derivative) * across):
            yield f"a line has not the slope {derivative}"
        if abs(y0 + derivative * (p.blue - x0) - p.red) > 1e-6 * (up + abs(derivative) * across):
            yield f"the line of slope {derivative} misses the start"
        if section == "other_wirings" and p.other_derivatives:
            leader, name = plot.names_of_lines[i]
            if abs(leader.points[0] - line.points[-1]).max() > 0.1 or not shows(name.text[2:], derivative):
                yield f"{name.text} names the line of slope {derivative}"
    numbers = [number_in(text) for text in _numbers(scene.formula[1].markup)]
    shown = exactly(p.red), exactly(wirings[-1]), exactly(p.blue)
    if not all(_close(number, value) for number, value in zip(numbers, shown, strict=True)):
        yield f"the formula reads {numbers}"
    if section == "graph" and plot.steps:
        run, rise, across_text, up_text = plot.steps
        (x0, y0), (x1, y1) = at(run.points[0]), at(rise.points[-1])
        for text, value, size in ((across_text, x1 - x0, across), (up_text, y1 - y0, up)):
            if abs(float(number_in(text.text)) - value) > 0.006 * abs(value) + 1e-6 * size:
                yield f"a side of the triangle reads {text.text}, not {value}"


def _numbers(markup: str) -> list[str]:
    """Return the numbers of a formula, in the notation of figures."""
    written = re.sub(r"#super\[(.*?)\]", r"^\1", markup)
    return re.findall(r"#\[(−?[\d.,]+(?:×10\^−?\d+)?)\]", written)


def _close(number: Decimal, value: Fraction) -> bool:
    return abs(Fraction(number) - value) <= abs(value) * Fraction(6, 1000)
