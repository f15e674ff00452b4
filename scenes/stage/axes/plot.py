"""A pair of axes whose window may change during an animation."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

import numpy as np
from manim import Animation, Line, VGroup, VMobject, smooth

from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch
from scenes.stage.axes.ticks import Ticks, roomy_ticks, ticks
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Align, Figures, Words, advance_of, common_size

TICK_SIZE = 0.22
LABEL_SIZE = 0.27
MOST_TICKS = 5
TICK = 0.06
"""How far a tick reaches to either side of its axis."""
_GAP = 0.3


@dataclass(frozen=True)
class PlotStyle:
    """How the axes of a plot are written.

    Attributes:
        tick, name, power: The em of the numbers along the axes, of the names, and of powers of ten beside them.
        colour: The colour of axes and ticks.
        room: What the widest number at the left axis may take.
        across: Where the name of the horizontal axis ends, from the lower right corner.
        up: Where the name of the vertical axis begins, from the upper left corner.
        drop: How far below the axis the numbers stand.
        shares_row: Whether the name of the horizontal axis stands among its numbers, of which some make room.
    """

    tick: float
    name: float
    power: float
    colour: str
    room: float
    across: tuple[float, float]
    up: tuple[float, float]
    drop: float
    shares_row: bool = False


def small(theme: Theme) -> PlotStyle:
    """Return axes that are written small, with the names in rows of their own."""
    return PlotStyle(TICK_SIZE, LABEL_SIZE, TICK_SIZE, theme.muted, 0.8, (0, -0.7), (-0.55, 0.22), 0.37)


def large(theme: Theme, layout: Layout) -> PlotStyle:
    """Return axes that are read in a hall; the name of the lower one stands in the row of its numbers."""
    u = layout.unit
    return PlotStyle(
        layout.tick,
        layout.word,
        layout.word,
        theme.quiet,
        1.05 * u,
        (0.15 * u, -0.5 * u),
        (-0.35 * u, 0.22 * u),
        0.5 * u,
        shares_row=True,
    )


class Plot(VGroup):
    """Axes with ticks and names along the left and lower edges of a box; their window may change.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show.
        names: Markup of the names of the horizontal and the vertical quantity.
        colours: The colours of these names.
        style: How the axes are written; small by default.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        window: Window,
        *,
        names: tuple[str, str],
        colours: tuple[str, str],
        style: PlotStyle | None = None,
    ) -> None:
        super().__init__()
        self.theme, self.box, self.window = theme, box, window
        self.style = style or small(theme)
        corner = (box.left, box.bottom, 0)
        line: dict[str, Any] = {"color": self.style.colour, "stroke_width": 2.5}
        self.axes = VGroup(
            Line(corner, (box.right, box.bottom, 0), **line), Line(corner, (box.left, box.top, 0), **line)
        )
        size, (dx, dy), (ax, ay) = self.style.name, self.style.across, self.style.up
        right, above = (box.right + dx, box.bottom + dy), (box.left + ax, box.top + ay)
        across = Words(names[0], size=size, colour=colours[0], at=right, align="right")
        up = Words(names[1], size=size, colour=colours[1], at=above)
        self.names = VGroup(across, up)
        # Until an animation ends, Manim goes on drawing what was in the picture when it began. So ticks are never
        # replaced while the window changes, only moved and rewritten.
        self.ticks = VGroup(*(self._slot("center") for _ in range(MOST_TICKS)))
        self.ticks.add(*(self._slot("right") for _ in range(MOST_TICKS)))
        self.scales = VGroup(
            self._figures(*self._lower_scale(across), self.style.power),
            self._figures(up.get_right()[0] + 0.15, up.at[1], "left", self.style.power),
        )
        self.add(self.axes, self.names, self.scales, self.ticks)
        self._mark()

    def point(self, x: float, y: float) -> Point:
        """Return where (x, y) of the quantities stands in the picture, shape (3,)."""
        box, window = self.box, self.window
        across = (float(x) - window.left) / (window.right - window.left)
        up = (float(y) - window.bottom) / (window.top - window.bottom)
        return np.array(
            [box.left + across * (box.right - box.left), box.bottom + up * (box.top - box.bottom), 0.0]
        )

    def value(self, point: Any) -> tuple[float, float]:
        """Return the quantities (x, y) that a point of the picture stands for."""
        box, window = self.box, self.window
        across = (point[0] - box.left) / (box.right - box.left)
        up = (point[1] - box.bottom) / (box.top - box.bottom)
        return (
            window.left + across * (window.right - window.left),
            window.bottom + up * (window.top - window.bottom),
        )

    def show_window(self, window: Window) -> None:
        """Show `window` from now on; whatever else is in the plot is redrawn by its owner."""
        self.window = window
        self._mark()

    def _mark(self) -> None:
        """Put the ticks where the window needs them."""
        window, box = self.window, self.box
        across = self._lower_ticks()
        up = ticks(window.bottom, window.top, MOST_TICKS)
        lower, left = self.ticks.submobjects[:MOST_TICKS], self.ticks.submobjects[MOST_TICKS:]
        for slot, value, label in zip_longest(lower, across.values, across.labels):
            x = 0 if value is None else self.point(value, window.bottom)[0]
            ends = (x, box.bottom - TICK, 0), (x, box.bottom + TICK, 0)
            _rewrite(slot, label, ends, (x, box.bottom - self.style.drop), self.style.tick)
        size = common_size(up.labels, self.style.tick, fit=self.style.room)
        for slot, value, label in zip_longest(left, up.values, up.labels):
            y = 0 if value is None else self.point(window.left, value)[1]
            ends = (box.left - TICK, y, 0), (box.left + TICK, y, 0)
            _rewrite(slot, label, ends, (box.left - 0.16, y - 0.33 * self.style.tick), size)
        for scale, found in zip(self.scales, (across, up), strict=True):
            scale.write(f"×10^{found.exponent}".replace("-", "−") if found.exponent else "")

    def _slot(self, align: Align) -> VGroup:
        """Return an empty tick: its line and its label."""
        line = VMobject(stroke_color=self.style.colour, stroke_width=2)
        return VGroup(line, self._figures(0, 0, align, self.style.tick))

    def _figures(self, x: float, y: float, align: Align, size: float) -> Figures:
        return Figures("", size=size, colour=self.style.colour, at=(x, y), align=align)

    def _lower_ticks(self) -> Ticks:
        """Return as many ticks as have room for their labels along the horizontal axis, and beside its name."""
        window, size = self.window, self.style.tick
        length = self.box.right - self.box.left
        found = roomy_ticks(window.left, window.right, MOST_TICKS, length=length, size=size, gap=_GAP)
        if not self.style.shares_row:
            return found
        widest = max((advance_of(label, mono=False) for label in found.labels), default=0.0) * size
        low = self.box.left - (0 if found.exponent else widest)
        high = float(self.names[0].get_left()[0]) - _GAP / 2 - widest / 2
        places = [self.point(value, self.window.bottom)[0] for value in found.values]
        kept = [i for i, place in enumerate(places) if low + widest / 2 <= place <= high]
        values, labels = tuple(found.values[i] for i in kept), tuple(found.labels[i] for i in kept)
        return Ticks(values, labels, found.exponent)

    def _lower_scale(self, name: Words) -> tuple[float, float, Align]:
        """Return where the power of ten of the lower axis stands: before its numbers, or before its name."""
        if self.style.shares_row:
            return self.box.left - 0.1, name.at[1], "right"
        return float(name.get_left()[0]) - 0.15, name.at[1], "right"


def _rewrite(slot: Any, label: str | None, ends: Any, at: tuple[float, float], size: float) -> None:
    """Draw a tick with a label of this size, or nothing if there is no label."""
    line, figures = slot
    figures.at, figures.size = at, size
    figures.write(label or "")
    if label is None:
        line.points = np.zeros((0, 3))
    else:
        stretch(line, *ends)


class ChangeWindow(Animation):
    """Turns the window of a plot into another; `show_window` of the plot redraws it on the way."""

    def __init__(
        self, plot: Any, window: Window, *, run_time: float = 2, rate_func: Callable[..., float] = smooth
    ):
        self.start, self.end = plot.window, window
        super().__init__(plot, run_time=run_time, rate_func=rate_func)

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the window at the time `alpha` between 0 and 1."""
        part = self.rate_func(alpha)
        self.mobject.show_window(self.end if part == 1 else self.start.towards(self.end, part))  # type: ignore[attr-defined]


def parabola(
    plot: Plot, start: tuple[float, float], middle: tuple[float, float], end: tuple[float, float]
) -> list[Point]:
    """Return the four Bézier points of a parabola from its ends and the point where the tangents there meet."""
    a, m, b = (plot.point(*one) for one in (start, middle, end))
    return [a, a + (m - a) * 2 / 3, b + (m - b) * 2 / 3, b]
