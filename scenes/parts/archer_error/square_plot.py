"""A miss, its length and its square in one plot with equal units: the corner of the square traces the length.

The square stands on the miss axis. Its corner is as high as the miss is long; its cells, put on top of each other,
are as high as its area: so the corner traces a V, and the pile of cells a parabola.
"""

from itertools import pairwise

import numpy as np
from manim import Dot, VGroup, VMobject

from gdcore import ErrorCurve
from scenes.parts.archer_error.cell_square import CellSquare, cells_of
from scenes.parts.archer_error.shapes import NOTHING, rectangle, together
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import Point, stretch, stretch_dashed
from scenes.stage.axes.plot import Plot, large, parabola
from scenes.stage.axes.window import Box, Window
from scenes.stage.type.layout import Layout

SQUARED = ErrorCurve(1, 0)
"""The squared error over the miss: the bowl of a network whose prediction is its weight and whose goal is 0."""
TAKEN = 2
"""The miss whose cells are put on top of each other."""
HIGH = 5.0
"""How much error the first window shows."""
SWEPT = 2.2
"""So far out the curves are traced."""
FAR = 1e4
"""A window that is so many times as large as another is not zoomed to."""

_LEAST_UNIT = 0.05  # a unit cell that is drawn smaller than this is a speck like any other
_PIECES = 24
_ASIDE = 0.4  # the share of the width that lies left of no miss, in the first window


def first_window(box: Box) -> Window:
    """Return the window in which curves are traced, with equal units along both axes."""
    wide = HIGH * box.width / box.height
    return Window(-_ASIDE * wide, (1 - _ASIDE) * wide, 0.0, HIGH)


def window_to(box: Box, miss: float) -> Window:
    """Return a window with equal units in which a square with this side is as large as can be."""
    high = 1.4 * miss
    wide = high * box.width / box.height
    return Window(-0.1 * wide, 0.9 * wide, 0.0, high)


class SquarePlot(Plot):
    """Axes with equal units, the two curves as far as they are traced, and a square that stands on its miss.

    Args:
        theme: The colours.
        layout: The frame.
        box: Where the axes stand.
        window: What they show.
    """

    def __init__(self, theme: Theme, layout: Layout, box: Box, window: Window) -> None:
        super().__init__(
            theme,
            box,
            window,
            names=("miss", "error"),
            colours=(theme.ink, theme.error),
            style=large(theme, layout),
        )
        self.length = VMobject(stroke_color=theme.ink, stroke_width=5)
        self.parabola = VMobject(stroke_color=theme.error, stroke_width=6)
        self.curve = VGroup(self.length, self.parabola)
        self.square = CellSquare(theme)
        self.drop = VMobject(stroke_color=theme.error, stroke_width=3)
        radius = 0.12 * layout.unit
        self.corner, self.dot = Dot(radius=radius, color=theme.ink), Dot(radius=radius, color=theme.error)
        self.pile = VGroup(
            VMobject(stroke_width=0, fill_color=theme.error, fill_opacity=0.45),
            VMobject(stroke_color=theme.error, stroke_width=3),
        )
        self.traced = (-np.inf, np.inf)
        self.miss, self.lit = 0.0, 0.0
        self.unit_cell = VMobject(stroke_color=theme.ink, stroke_width=3)
        self.show_unit = False
        self.add(self.pile, self.square, self.unit_cell, self.curve, self.drop, self.corner, self.dot)
        self.show_miss(0)

    @property
    def scale_now(self) -> float:
        """How long 1 is in the picture."""
        return self.box.height / (self.window.top - self.window.bottom)

    def show_window(self, window: Window) -> None:
        """Show `window` from now on, everything in it redrawn."""
        super().show_window(window)
        self.show_miss(self.miss)

    def show_miss(self, miss: float) -> None:
        """Let the square stand on this miss, and the dots on the curves."""
        self.miss = miss
        x, y = self.point(0, 0)[:2]
        self.square.draw(x, y, self.scale_now, abs(miss), lit=self.lit, to=1 if miss >= 0 else -1)
        for dot, error in ((self.corner, abs(miss)), (self.dot, miss * miss)):
            inside = error <= self.window.top
            dot.set_opacity(1 if inside else 0)
            dot.move_to(self.point(miss, error) if inside else self.point(0, 0))
        self.drop.points = NOTHING
        top = min(miss * miss, self.window.top)
        if abs(miss) > 1 and self.scale_now * top > 0.3:
            stretch_dashed(self.drop, self.point(miss, 0), self.point(miss, top), dash=0.08)
        self.unit_cell.points = NOTHING
        if self.show_unit and miss != 1 and self.scale_now >= _LEAST_UNIT:
            sides = [to * self.scale_now for to in (1, -1) if to > self.window.left]  # the curves meet at both
            self.unit_cell.points = together([rectangle(x, y, side, self.scale_now) for side in sides])
        self.trace(*self.traced)

    def trace(self, low: float, high: float) -> None:
        """Draw the curves between two misses, as far as the window shows them."""
        self.traced = (low, high)
        window, top = self.window, self.window.top
        self.length.points = self.parabola.points = NOTHING
        a, b = max(low, window.left, -top), min(high, window.right, top)
        if a < b:
            ends = (a, 0.0, b) if a < 0 < b else (a, b)
            self.length.points = np.concatenate(
                [np.linspace(self.point(m, abs(m)), self.point(n, abs(n)), 4) for m, n in pairwise(ends)]
            )
        far = SQUARED.weights_at(top)
        reach = far[1] if far else top
        a, b = max(low, window.left, -reach), min(high, window.right, reach)
        if a < b:
            pieces: list[Point] = []
            for m, n in pairwise(np.linspace(a, b, _PIECES + 1)):
                middle = (m + n) / 2
                pieces += parabola(self, (m, m * m), (middle, m * n), (n, n * n))
            self.parabola.points = np.array(pieces)

    def put_up(self, time: float) -> None:
        """Put the cells of the square on top of each other, right of the miss, at a time from 0 to 1."""
        cells, scale = cells_of(TAKEN), self.scale_now
        x, y = self.point(0, 0)[:2]
        pieces = []
        for i, (left, bottom, _, _) in enumerate(cells):
            own = min(1.0, max(0.0, time * (1 + 0.35 * (len(cells) - 1)) - 0.35 * i))
            eased = own * own * (3 - 2 * own)
            across, up = left + (TAKEN - left) * eased, bottom + (i - bottom) * eased
            pieces.append(rectangle(x + across * scale, y + up * scale, scale, scale))
        for part in self.pile:
            part.points = together(pieces)

    def take_down(self) -> None:
        """Leave no pile."""
        for part in self.pile:
            part.points = NOTHING


class Magnifier(VGroup):
    """A window of its own onto a miss that is too small to see: both curves up to about twice as much.

    Args:
        theme: The colours.
        layout: The frame.
        box: Where it stands.
        miss: The miss.
        plot: The picture that it is in.

    Attributes:
        times: How many times as large as in the picture all is drawn, a number of two digits.
    """

    def __init__(self, theme: Theme, layout: Layout, box: Box, miss: float, plot: SquarePlot) -> None:
        super().__init__()
        self.box, speck = box, plot.point(miss, miss)
        self.times = float(f"{box.width / (2 * miss) / plot.scale_now:.1e}")
        reach = box.width / (self.times * plot.scale_now)
        frame = VMobject(stroke_color=theme.quiet, stroke_width=3, fill_color=theme.ground, fill_opacity=1)
        frame.points = rectangle(box.left, box.bottom, box.width, box.height)
        leads = VGroup(*(VMobject(stroke_color=theme.muted, stroke_width=2) for _ in range(2)))
        for lead, y in zip(leads, (box.bottom, box.top), strict=True):
            stretch(lead, speck, (box.left, y, 0))
        length, squared = (VMobject(stroke_color=colour, stroke_width=5) for colour in (theme.ink, theme.error))
        corner, high = np.array([box.left, box.bottom, 0.0]), np.array([box.width, box.height, 0.0])
        stretch(length, corner, corner + high)
        ends = [corner, corner + high * (0.5, 0, 0), corner + high * (1, reach, 0)]
        squared.points = np.array([ends[0], ends[0] / 3 + ends[1] * 2 / 3, ends[2] / 3 + ends[1] * 2 / 3, ends[2]])
        dots = [
            Dot(corner + high * (miss / reach, error / reach, 0), radius=0.12 * layout.unit, color=colour)
            for error, colour in ((miss, theme.ink), (miss * miss, theme.error))
        ]
        self.add(leads, frame, length, squared, *dots)
