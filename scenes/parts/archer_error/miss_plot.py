"""Absolute and squared error over the miss: two straight lines and a parabola."""

from itertools import pairwise

import numpy as np
from manim import Circle, Dot, Line, VGroup, VMobject

from gdcore import ErrorCurve, absolute_error, squared_error
from gdcore.arguments import Number
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch_dashed
from scenes.stage.axes.plot import Plot, parabola
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.numbers import full
from scenes.stage.type.text import Figures, Words

MARGIN = 1.07
LEAST = 1e-9
"""A miss that is smaller does not decide on the window."""

_PIECES = 16
_RADIUS = 0.09
_LEAST_FRAME = 0.12
_LARGEST_FRAME = 0.75  # as a share of the height of the axes; what a larger one shows is not magnified
_BELOW = 1.32  # from the axis down to what is written below a plot

SQUARED = ErrorCurve(1, 0)
"""The squared error over the miss: the bowl of a network whose prediction is its weight and whose goal is 0."""


def window_out_to(miss: float) -> Window:
    """Return a window that shows both curves out to a miss of this size, on both sides."""
    half = abs(miss) * MARGIN if abs(miss) > LEAST else 1.0
    return Window(-half, half, 0.0, max(float(absolute_error(half, 0)), float(squared_error(half, 0))))


class MissPlot(Plot):
    """Axes with the absolute and the squared error over the miss, and misses marked on both.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show.
    """

    def __init__(self, theme: Theme, box: Box, window: Window) -> None:
        super().__init__(theme, box, window, names=("miss", "error"), colours=(theme.ink, theme.error))
        self.absolute = VMobject(stroke_color=theme.ink, stroke_width=3)
        self.squared = VMobject(stroke_color=theme.error, stroke_width=4)
        self.curve = VGroup(self.absolute, self.squared)
        self.frame = VMobject(stroke_color=theme.muted, stroke_width=2)
        self.framed: Window | None = None
        self.misses: list[float] = []
        self.marks = VGroup()
        self.add(self.frame, self.curve, self.marks)
        self.redraw()

    def show_window(self, window: Window) -> None:
        """Show `window` from now on, everything in it redrawn."""
        super().show_window(window)
        self.redraw()

    def mark(self, miss: float) -> VGroup:
        """Mark a miss on both curves; returns what was drawn: a dash between two dots."""
        theme = self.theme
        dash = VMobject(stroke_color=theme.muted, stroke_width=2)
        drawn = VGroup(dash, *(Dot(radius=_RADIUS, color=colour) for colour in (theme.ink, theme.error)))
        self.misses.append(miss)
        self.marks.add(drawn)
        self.move_mark(len(self.misses) - 1, miss)
        return drawn

    def move_mark(self, index: int, miss: float) -> None:
        """Mark another miss than before; one outside of the window is not drawn."""
        self.misses[index] = miss
        dash, *dots = self.marks[index]
        dash.points = np.zeros((0, 3))
        errors = absolute_error(miss, 0), squared_error(miss, 0)
        inside = self.window.left <= miss <= self.window.right and max(errors) <= self.window.top
        places = [self.point(miss, error) for error in errors]
        for dot, place in zip(dots, places, strict=True):
            dot.set_opacity(1 if inside else 0)
            dot.move_to(place if inside else self.point(0, 0))
        low, high = sorted(places, key=lambda place: float(place[1]))
        up = np.array([0, _RADIUS, 0])
        if inside and high[1] - low[1] > 4 * _RADIUS:
            stretch_dashed(dash, low + up, high - up, dash=0.07)

    def redraw(self) -> None:
        """Draw everything anew in the present window."""
        low, high = self._drawn_misses()
        ends = (low, 0.0, high) if low < 0 else (low, high)
        corners = [self.point(x, absolute_error(x, 0)) for x in ends]
        self.absolute.points = np.concatenate([np.linspace(a, b, 4) for a, b in pairwise(corners)])
        pieces: list[Point] = []
        for a, b in pairwise(np.linspace(low, high, _PIECES + 1)):
            touching = SQUARED.tangent(middle := a + (b - a) / 2, at=a)
            pieces += parabola(self, (a, squared_error(a, 0)), (middle, touching), (b, squared_error(b, 0)))
        self.squared.points = np.array(pieces)
        for i, miss in enumerate(self.misses):
            self.move_mark(i, miss)
        self.frame_window(self.framed)

    def frame_window(self, window: Window | None) -> bool:
        """Frame what another window shows, where it can be seen that this is a part; tells whether it can."""
        self.framed = window
        self.frame.points = np.zeros((0, 3))
        if window is None or not window.lies_in(self.window):
            return False
        low, high = self.point(window.left, window.bottom), self.point(window.right, window.top)
        if not _LEAST_FRAME <= high[1] - low[1] <= _LARGEST_FRAME * (self.box.top - self.box.bottom):
            return False
        corners = [low, (high[0], low[1], 0.0), high, (low[0], high[1], 0.0), low]
        self.frame.set_points_as_corners(np.array(corners))
        return True

    def _drawn_misses(self) -> tuple[float, float]:
        """Return the misses between which both errors are in the window."""
        window, top = self.window, self.window.top
        far = SQUARED.weights_at(top)
        reach = min(top, far[1] if far else top)
        return max(window.left, -reach), min(window.right, reach)

    def show_crossing(self) -> VGroup:
        """Return a ring where the curves cross, with words."""
        at = self.point(1, 1)
        ring = Circle(0.17, color=self.theme.ink, stroke_width=3).move_to(at)
        beside = (at[0] - 0.35, at[1] + 0.05)
        return VGroup(ring, Words("1 stays 1", size=0.25, colour=self.theme.ink, at=beside, align="right"))


class Squaring:
    """A mark that runs from a miss of 1 out to another, its numbers below the plot, and what that means.

    Args:
        theme: The colours.
        plot: The plot; the last miss marked in it is the one that runs.
        miss: Where it runs to.
        verdict: Markup of what it means.
    """

    def __init__(self, theme: Theme, plot: MissPlot, miss: Number, verdict: str) -> None:
        self.plot, self.miss = plot, miss
        middle, y = (plot.box.left + plot.box.right) / 2, plot.box.bottom - _BELOW
        words = Words("squared is", size=0.27, colour=theme.muted, at=(middle, y), align="center")
        room = (plot.box.right - plot.box.left - words.advance) / 2 - 0.2
        left, right = words.get_left()[0] - 0.2, words.get_right()[0] + 0.2
        self.before = Figures("", size=0.4, colour=theme.ink, at=(left, y), align="right", fit=room)
        self.after = Figures("", size=0.4, colour=theme.error, at=(right, y), fit=room)
        self.numbers = VGroup(words, self.before, self.after)
        self.verdict = Words(verdict, size=0.27, colour=theme.ink, at=(middle, y - 0.5), align="center")

    def mark_1(self) -> VGroup:
        """Mark the miss of 1 that runs from now on; returns what was drawn."""
        mark = self.plot.mark(1.0)
        self.roll(0)
        return mark

    def roll(self, time: float) -> None:
        """Show the mark and the numbers on their way, at a time from 0 to 1."""
        miss = 1 + time * (float(self.miss) - 1)
        self.plot.move_mark(len(self.plot.misses) - 1, miss)
        for figures, value, end in self._numbers(miss):
            decimals = max(0, 3 - len(str(int(end)))) if self.miss > 1 else 4
            figures.write(f"{value:,.{decimals}f}")

    def rest(self) -> None:
        """Show the mark and the numbers where they come to rest."""
        self.plot.move_mark(len(self.plot.misses) - 1, float(self.miss))
        for figures, _, end in self._numbers(float(self.miss)):
            figures.write(full(end))

    def _numbers(self, miss: float) -> list[tuple[Figures, float, Number]]:
        """Return the figures, what they show at a miss, and what they will show at last."""
        return [(self.before, miss, self.miss), (self.after, squared_error(miss, 0), squared_error(self.miss, 0))]


def below(theme: Theme, plot: Plot, markup: str) -> Words:
    """Return words in the middle below a plot."""
    at = ((plot.box.left + plot.box.right) / 2, plot.box.bottom - _BELOW)
    return Words(markup, size=0.27, colour=theme.ink, at=at, align="center", fit=plot.box.right - plot.box.left)


def legend(theme: Theme, box: Box) -> VGroup:
    """Return which curve is which, in the middle at the top of a box, where neither curve comes."""
    rows, centre = VGroup(), (box.left + box.right) / 2
    for i, (name, colour, width) in enumerate((("squared", theme.error, 4), ("absolute", theme.ink, 3))):
        y = box.top - 0.2 - 0.38 * i
        line = Line((centre - 0.75, y + 0.08, 0), (centre - 0.35, y + 0.08, 0), color=colour, stroke_width=width)
        rows.add(VGroup(line, Words(name, size=0.25, colour=colour, at=(centre - 0.22, y))))
    return rows
