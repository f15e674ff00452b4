"""The numbers of a descent as scenes tell it, leg by leg; none of it needs Manim."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from gdcore import Descent, ErrorCurve, resolved
from scenes.stage.axes.window import Window
from scenes.stage.bowl.windows import first_window, visible_until, window_around
from scenes.stage.type.numbers import plain, short


@dataclass(frozen=True)
class Leg:
    """A part of the way that is shown in one go.

    Attributes:
        start, end: The states that it begins and ends with.
        window: What the axes show meanwhile.
        speck: The smaller window of an earlier leg, which is framed in this one; None if there was none.
        lapse: Whether it runs in time-lapse; else it is a step, drawn as a hop.
    """

    start: int
    end: int
    window: Window
    speck: Window | None = None
    lapse: bool = False


@dataclass(frozen=True, eq=False)
class DescentNumbers:
    """A descent and how it is told.

    Attributes:
        computed: The trajectory as doubles hold it.
        one_by_one: How many of the first steps are drawn one by one; so is the last, and what lies between runs in
            time-lapse.
    """

    computed: Descent
    one_by_one: int

    @cached_property
    def descent(self) -> Descent:
        """The trajectory, as far as doubles can tell."""
        return resolved(self.computed)

    @cached_property
    def curve(self) -> ErrorCurve:
        """The error curve that it descends."""
        return self.computed.curve

    @cached_property
    def first_window(self) -> Window:
        """What the axes show at the start."""
        return first_window(self.curve, self.descent.weight.tolist())

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """What is shown of it, in order."""
        return legs_of(self.descent, self.first_window, one_by_one=self.one_by_one)

    @property
    def shown(self) -> int:
        """The last state that is shown."""
        return self.legs[-1].end if self.legs else 0

    def form(self, name: str, state: int) -> str:
        """Return the form of a quantity of a state, and in its place words for what doubles cannot tell from 0."""
        value = getattr(self.descent, name)[state]
        return short(value) if value == getattr(self.computed, name)[state] else "almost 0"

    def said(self, name: str, state: int) -> str:
        """Return a quantity of a state as captions write it, and what doubles cannot tell from 0 in words."""
        return plain(self.form(name, state))


def legs_of(
    descent: Descent,
    first: Window,
    *,
    one_by_one: int,
    last: int | None = None,
    at_once: bool = False,
) -> tuple[Leg, ...]:
    """Return a descent in legs: the first steps and the last one by one, what lies between in time-lapse.

    If a leg would leave the window, the axes pull back for it, and the window before is framed.

    Args:
        descent: The descent.
        first: The window at the start.
        one_by_one: How many of the first steps are drawn one by one.
        last: The last state that is shown; the last of all by default.
        at_once: Whether to pull back only once, as far as the last state needs.
    """
    curve, weights, errors = descent.curve, descent.weight.tolist(), descent.error.tolist()
    last = descent.last if last is None else last
    window, speck = first, None
    legs: list[Leg] = []
    for start, end in parts_of(one_by_one, last):
        lapse = start == one_by_one < last - 1
        if lapse:
            until = end + 1  # so that the hop after it needs no other window
            farthest = max(range(start, until + 1), key=lambda k: abs(weights[k] - weights[0]))
        else:
            until, farthest = visible_until(curve, weights, start), end
        inside = window.left <= weights[farthest] <= window.right and errors[farthest] <= window.top
        if not inside:
            window, speck = window_around(curve, weights[: (last if at_once else until) + 1]), window
        legs.append(Leg(start, end, window, speck, lapse))
    return tuple(legs)


def parts_of(one_by_one: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last state of each leg."""
    first = min(one_by_one, last)
    yield from ((step - 1, step) for step in range(1, first + 1))
    if last > first + 1:
        yield first, last - 1
    if last > first:
        yield last - 1, last
