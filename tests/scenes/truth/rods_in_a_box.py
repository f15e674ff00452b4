"""What RodsInABox must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from tests.scenes.reading.arrows import arrows
from tests.scenes.reading.axes import Axes, Axis, axis_lines
from tests.scenes.reading.graphs import wrong_graph, wrong_places
from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.reading.picture import Picture
from tests.scenes.reading.wheels import wrong_wheels
from tests.scenes.samples import floats

OFF = 0.01
"""So far off its place may a rod end, in scene units."""

SECTIONS = ["box", "pushes", "ratio", "other_start", "wheels", "graph", "other_wirings"]

EXTREMES: list[dict[str, Any]] = [
    {},
    *({"derivative": value} for value in (0, -3.5, 7.25, 1e-3, 1e-300, 5e-324, 1000)),
    {"blue": 1000},
    {"red": 0.01},
    {"other_start": 4},
    {"other_start": 1000, "pushes": (0.3, -1, 2)},
    {"other_start": 0.01, "derivative": -2},
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
        "other_start": 3.21,
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
        "other_start": LENGTHS,
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


def other_states(p: Any) -> list[State]:
    """Return the lengths before and after the push from another start."""
    start = exactly(p.blue), exactly(p.other_start)
    return [start, pushed(start, exactly(p.derivative), exactly(p.pushes[0]))]


def at_the_end_of(section: str, p: Any) -> State:
    """Return the lengths at the end of a section that shows rods."""
    states = states_of(p)
    if section == "other_start":
        return other_states(p)[1]
    return states[-1] if section in ("pushes", "ratio") else states[0]


def changes_of(states: list[State]) -> list[State]:
    return [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(states)]


def told(p: Any, section: str) -> list[Fraction]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    states, derivative = states_of(p), exactly(p.derivative)
    if section == "pushes":
        return [inches for change in changes_of(states) for inches in change]
    if section == "ratio":
        return [derivative]
    if section == "other_start":
        return [exactly(p.other_start), *changes_of(other_states(p))[0], derivative]
    if section == "wheels":
        return [abs(derivative)]
    if section == "other_wirings":
        return [exactly(derivative) for derivative in p.other_derivatives]
    return [*states[0], *([derivative] if section == "graph" else [])]


# what is read off the picture -----------------------------------------------------------------------------------


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the rods do."""
    derivative = exactly(p.derivative)
    if section == "other_wirings":
        yield from _wrong_cards(picture, [derivative, *map(exactly, p.other_derivatives)])
        return
    rulers = rulers_of(picture)
    if len(rulers) != 2:
        yield f"there are {len(rulers)} rulers"
        return
    theme = picture.theme
    for name, colour, ruler, length in zip(
        ("blue", "red"), (theme.blue_rod, theme.red_rod), rulers, at_the_end_of(section, p), strict=True
    ):
        yield from _wrong_rod(picture, name, colour, ruler, length, plotted=rulers[1].upright)
    states = other_states(p) if section == "other_start" else states_of(p)
    if section == "box":
        yield from _wrong_guesses(picture, rulers, changes_of(states)[0])
    elif arrows(picture, theme.blue_rod) or arrows(picture, theme.red_rod):
        yield "an arrow is left"
    if section in ("ratio", "other_start"):
        factors = [one.says[2:] for one in picture.texts if one.says.startswith("× ") and one.x < rulers[0].low]
        if len(factors) != 1 or not shows(factors[0], derivative):
            yield f"the box reads {factors}, not {float(derivative)}"
    if section in ("pushes", "other_start"):
        yield from _wrong_changes(picture, rulers[0].at - 0.6, changes_of(states))
    ratios = [one.says[2:] for one in picture.texts if one.says.startswith("= ")]
    if len(ratios) != (section == "other_start" and bool(changes_of(states)[0][0])):
        yield f"{len(ratios)} ratios are told"
    if not all(shows(ratio, derivative) for ratio in ratios):
        yield f"a ratio reads {ratios}, not {float(derivative)}"
    if section in ("wheels", "graph"):
        yield from wrong_wheels(picture, derivative, (-8, rulers[0].low))
    if section == "wheels":
        yield from _wrong_radii(picture, derivative, rulers[0].at - 0.6)
    if section == "graph":
        yield from _wrong_plot(picture, p, *rulers)


def rulers_of(picture: Picture) -> list[Axis]:
    """Return blue's ruler and red's, which lies above it or is upright; the wall stands for an untold 0."""
    found = [one if len(one.ticks) > 1 else one.starting_at_zero() for one in axis_lines(picture)]
    return sorted(found, key=lambda one: (one.upright, one.at))


def _wrong_rod(
    picture: Picture, name: str, colour: str, ruler: Axis, now: Fraction, *, plotted: bool
) -> Iterator[str]:
    """Yield what is wrong with a rod along its ruler, and with the number beside it."""
    yield from ruler.uneven()
    k, near = (2, 0) if ruler.upright else (0, 2)
    bodies = [
        one.box
        for one in picture.fillings(colour)
        if abs(one.box[k] - ruler.low) < 0.8
        and abs((one.box[near] + one.box[near + 1]) / 2 - ruler.at) < 0.5
        and one.box[k + 1] > ruler.low - 0.3
    ]
    bodies = [box for box in bodies if box[k + 1] - box[k] > 1e-4]
    if not bodies:
        yield f"there is no {name} rod"
        return
    tip = max(box[k + 1] for box in bodies)
    if abs(tip - ruler.place(now)) > OFF and tip > ruler.low + 0.01:
        yield f"the {name} rod ends at {float(ruler.value(tip))}, not {float(now)}"
    if tip > ruler.high + 1e-6:
        yield f"the {name} rod is longer than its ruler"
    numbers = [one for one in picture.texts if one.figures and one.colour == colour]
    if ruler.upright:
        beside = [one for one in numbers if one.x < ruler.at and abs(one.y - tip) < 0.1]
    else:
        near_tip = [one for one in numbers if abs(one.y - ruler.at) < 1.1 and one.x > tip - 0.3]
        beside = [one for one in near_tip if not plotted or one.y < ruler.at]
    beside = [one for one in beside if "in" not in one.says]
    if len(beside) != 1 or not shows(beside[0].says, now):
        yield f"the {name} rod reads {[one.says for one in beside]}, not {float(now)}"


def _wrong_guesses(picture: Picture, rulers: list[Axis], change: State) -> Iterator[str]:
    """Yield the guesses that are not drawn as they are named, and whether the true one is among them."""
    blue, red = rulers
    names = [one for one in picture.texts if one.says.startswith(("not at all", "in by ", "out by "))]
    drawn = arrows(picture, picture.theme.faded(picture.theme.red_rod))
    told = []
    for name in names:
        way, _, number = name.says.replace("#super[", "^").replace("]", "").partition(" by ")
        says = (
            Fraction(0) if name.says == "not at all" else Fraction(number_in(number)) * (-1 if way == "in" else 1)
        )
        told.append((number, says))
        beside = [one for one in drawn if abs(one.y - name.y) < 0.15]
        found = [float(red.value(one.head[0]) - red.value(one.tail[0])) for one in beside]
        slack = float(red.value(red.low + 0.03) - red.value(red.low)) + 0.006 * abs(float(says))
        if len(found) > 1 or any(abs(one - float(says)) > slack for one in found):
            yield f"the guess {name.says} is drawn as {found}"
        if not found and abs(float(says)) > 4 * slack:
            yield f"the guess {name.says} has no arrow"
    if len({says for _, says in told}) < 2:
        yield f"there is nothing to guess between: {[one.says for one in names]}"
    if not any(
        (says < 0) == (change[1] < 0) and (shows(number, abs(change[1])) if says else not change[1])
        for number, says in told
    ):
        yield f"the true change {float(change[1])} is not among {[one.says for one in names]}"
    for arrow in arrows(picture, picture.theme.blue_rod):
        asked = float(blue.value(arrow.head[0]) - blue.value(arrow.tail[0]))
        if abs(asked - float(change[0])) > 0.01 * abs(float(change[0])) + 1e-9:
            yield f"blue is asked to move by {asked}, not {float(change[0])}"


def _wrong_changes(picture: Picture, top: float, changes: list[State]) -> Iterator[str]:
    """Yield the changes below the rods that are not those of the moves."""
    for i, colour in enumerate((picture.theme.blue_rod, picture.theme.red_rod)):
        found = [one for one in picture.texts if one.figures and one.colour == colour and one.y < top]
        found.sort(key=lambda one: one.x)
        if len(found) != len(changes):
            yield f"{len(found)} changes are noted, not {len(changes)}"
        for text, change in zip(found, changes, strict=False):
            if not shows(text.says, change[i]):
                yield f"a change reads {text.says}, not {float(change[i])}"


def _wrong_radii(picture: Picture, derivative: Fraction, top: float) -> Iterator[str]:
    """Yield the radii below the wheels that are wrong."""
    for colour, radius in ((picture.theme.blue_rod, Fraction(1)), (picture.theme.red_rod, abs(derivative))):
        found = [one.says for one in picture.texts if one.colour == colour and one.y < top and one.x > -4.3]
        if len(found) != 1 or not (shows(found[0], radius) if radius else found[0] == "none"):
            yield f"a radius reads {found}, not {float(radius)}"
    said = bool(picture.said("wheels not to scale"))
    if said is bool(not derivative or Fraction(1, 8) <= abs(derivative) <= 8):
        yield "wheels that are to scale are said not to be, or the other way round"


def _wrong_plot(picture: Picture, p: Any, level: Axis, upright: Axis) -> Iterator[str]:
    """Yield what is wrong in the plot: its axes, the dot, the line, its name, and the triangle at it."""
    theme, derivative = picture.theme, exactly(p.derivative)
    axes = Axes(level, upright)
    inches = [
        float((one.ticks[-1][0] - one.ticks[0][0]) / float(one.ticks[-1][1] - one.ticks[0][1]))
        for one in (level, upright)
    ]
    if (not derivative or Fraction(1, 12) <= abs(derivative) <= 12) and abs(inches[0] / inches[1] - 1) > 1e-3:
        yield f"an inch is {inches[0]} long across, and {inches[1]} up"
    yield from wrong_places(
        axes, picture.dots(theme.ink, within=axes.box), [(exactly(p.blue), exactly(p.red))], "dot"
    )
    lines = [one for one in picture.strokes(theme.ink, width=5, within=axes.box) if one.is_straight]

    def wired(blue: Fraction) -> Fraction:
        return exactly(p.red) + derivative * (blue - exactly(p.blue))

    if len(lines) != 1 or any(True for _ in wrong_graph(axes, lines[0], wired, "the line", whole=False)):
        yield f"no line has the slope {float(derivative)} and runs through the start"
    names = [one.says for one in picture.texts if one.figures and one.colour == theme.ink and one.x > level.high]
    if len(names) != 1 or not shows(names[0], derivative):
        yield f"the line is named {names}, not {float(derivative)}"
    for i, colour in enumerate((theme.blue_rod, theme.red_rod)):
        sides = [one for one in picture.strokes(colour, width=6, within=axes.box) if one.is_straight]
        numbers = [
            one.says
            for one in picture.texts
            if one.colour == colour and one.figures and one.x > level.low and one.y > upright.low
        ]
        if len(sides) != len(numbers) or len(sides) > 1:
            yield f"the triangle has {len(sides)} sides and the numbers {numbers}"
        for side, number in zip(sides, numbers, strict=False):
            start, end = axes.read(side.points[0]), axes.read(side.points[-1])
            if abs(float(number_in(number)) - (end[i] - start[i])) > 0.006 * abs(end[i] - start[i]):
                yield f"a side of the triangle reads {number}, not {end[i] - start[i]}"


def _wrong_cards(picture: Picture, derivatives: list[Fraction]) -> Iterator[str]:
    """Yield what is wrong on the cards: names, lines and wheels, from left to right."""
    ink = picture.theme.ink
    names = sorted((one for one in picture.texts if one.figures and one.colour == ink), key=lambda one: one.x)
    lines = [one for one in picture.strokes(ink, width=5) if one.is_straight]
    lines.sort(key=lambda one: one.box[0] + one.box[1])
    if not len(names) == len(lines) == len(derivatives):
        yield f"{len(names)} names and {len(lines)} lines for {len(derivatives)} boxes"
        return
    half = (names[-1].x - names[0].x) / 2 / max(1, len(names) - 1) or 8
    for name, line, derivative in zip(names, lines, derivatives, strict=True):
        if not shows(name.says, derivative):
            yield f"a card reads {name.says}, not {float(derivative)}"
        run, rise = (float(x) for x in line.points[-1] - line.points[0])
        if abs(rise - float(derivative) * run) > 1e-6 * (1 + abs(float(derivative))):
            yield f"the line of a card has not the slope {float(derivative)}"
        yield from wrong_wheels(picture, derivative, (name.x - half, name.x + half))
