"""A pair of axes whose window may change during an animation."""

from collections.abc import Callable
from itertools import zip_longest
from typing import Any

import numpy as np
from manim import Animation, Line, VGroup, VMobject, smooth

from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch
from scenes.stage.axes.ticks import roomy_ticks, ticks
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.text import Align, Figures, Words, common_size

TICK_SIZE = 0.22
LABEL_SIZE = 0.27
MOST_TICKS = 5
TICK = 0.06
"""How far a tick reaches to either side of its axis."""
_GAP = 0.3
_LEFT = 0.8  # the room for the labels at the left


class Plot(VGroup):
    """Axes with ticks and names along the left and lower edges of a box; their window may change.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show.
        names: Markup of the names of the horizontal and the vertical quantity.
        colours: The colours of these names.
    """

    def __init__(
        self, theme: Theme, box: Box, window: Window, *, names: tuple[str, str], colours: tuple[str, str]
    ) -> None:
        super().__init__()
        self.theme, self.box, self.window = theme, box, window
        corner = (box.left, box.bottom, 0)
        style: dict[str, Any] = {"color": theme.muted, "stroke_width": 2.5}
        self.axes = VGroup(
            Line(corner, (box.right, box.bottom, 0), **style), Line(corner, (box.left, box.top, 0), **style)
        )
        across = Words(
            names[0], size=LABEL_SIZE, colour=colours[0], at=(box.right, box.bottom - 0.7), align="right"
        )
        up = Words(names[1], size=LABEL_SIZE, colour=colours[1], at=(box.left - 0.55, box.top + 0.22))
        self.names = VGroup(across, up)
        # Until an animation ends, Manim goes on drawing what was in the picture when it began. So ticks are never
        # replaced while the window changes, only moved and rewritten.
        self.ticks = VGroup(*(self._slot("center") for _ in range(MOST_TICKS)))
        self.ticks.add(*(self._slot("right") for _ in range(MOST_TICKS)))
        self.scales = VGroup(
            self._figures(across.get_left()[0] - 0.15, across.at[1], "right"),
            self._figures(up.get_right()[0] + 0.15, up.at[1], "left"),
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

    def value(self, point: Point) -> tuple[float, float]:
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
        across = roomy_ticks(
            window.left, window.right, MOST_TICKS, length=box.right - box.left, size=TICK_SIZE, gap=_GAP
        )
        up = ticks(window.bottom, window.top, MOST_TICKS)
        lower, left = self.ticks.submobjects[:MOST_TICKS], self.ticks.submobjects[MOST_TICKS:]
        for slot, value, label in zip_longest(lower, across.values, across.labels):
            x = 0 if value is None else self.point(value, window.bottom)[0]
            ends = (x, box.bottom - TICK, 0), (x, box.bottom + TICK, 0)
            _rewrite(slot, label, ends, (x, box.bottom - 0.37), TICK_SIZE)
        size = common_size(up.labels, TICK_SIZE, fit=_LEFT)
        for slot, value, label in zip_longest(left, up.values, up.labels):
            y = 0 if value is None else self.point(window.left, value)[1]
            ends = (box.left - TICK, y, 0), (box.left + TICK, y, 0)
            _rewrite(slot, label, ends, (box.left - 0.16, y - 0.33 * TICK_SIZE), size)
        for scale, found in zip(self.scales, (across, up), strict=True):
            scale.write(f"×10^{found.exponent}".replace("-", "−") if found.exponent else "")

    def _slot(self, align: Align) -> VGroup:
        """Return an empty tick: its line and its label."""
        line = VMobject(stroke_color=self.theme.muted, stroke_width=2)
        return VGroup(line, self._figures(0, 0, align))

    def _figures(self, x: float, y: float, align: Align) -> Figures:
        return Figures("", size=TICK_SIZE, colour=self.theme.muted, at=(x, y), align=align)


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
