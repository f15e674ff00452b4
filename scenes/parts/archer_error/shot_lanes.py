"""Misses side by side: an upright arrow for each, its square, and below a table of what they measure."""

from typing import Any

import numpy as np
from manim import Dot, Line, VGroup, VMobject

from gdcore import MEASURES, Misses
from scenes.parts.archer_error.counting import mean_so_far
from scenes.parts.archer_error.miss_plot import SQUARED
from scenes.parts.archer_error.numbers import can_be_squared, is_on_target
from scenes.parts.archer_error.target import INCH, drawn_at
from scenes.parts.archer_error.words import forms_of, side_of
from scenes.settings.theme import Theme
from scenes.stage.direction.scene import LEFT_EDGE
from scenes.stage.type.text import Figures, Words, common_size

SIZE = 0.27
"""The em of the table."""
HEAD = -1.62
"""The baseline of the names of its columns."""
ROWS = dict(zip(MEASURES, (-2.1, -2.55, -3.0), strict=True))
"""The baselines of its rows."""
FORMULAS = {"signed": "delta", "absolute": "|delta|", "squared": "delta#super[2]"}
"""Markup of what the measures compute."""

_WIDEST = 3.2
_TIP = 0.19
_GAP = 0.09  # of the break in an arrow that is not to scale


class ShotLanes(VGroup):
    """A line at the height of the centre with a lane for each shot and one for the mean, each over a column.

    All numbers below have one size; `forms` holds them by measure, the mean last.

    Args:
        theme: The colours.
        misses: The misses of the shots.
        left, right: Where the lanes stand.
        centre: The height of the line.
    """

    def __init__(self, theme: Theme, misses: Misses, *, left: float, right: float, centre: float) -> None:
        super().__init__()
        self.theme, self.misses, self.centre = theme, misses, centre
        names = [*(f"shot {i + 1}" for i in range(len(misses.signed))), "mean"]
        self.pitch = min(_WIDEST, (right - left) / len(names))
        margin = (right - left - self.pitch * len(names)) / 2
        self.places = [left + margin + (i + 0.5) * self.pitch for i in range(len(names))]
        start = self.places[0] - min(0.9, self.pitch / 2)
        self.line = Line((start, centre, 0), (right, centre, 0), color=theme.muted, stroke_width=1.5)
        self.forms = {name: forms_of(misses, name) for name in MEASURES}
        self.size = common_size((form for row in self.forms.values() for form in row), SIZE, fit=self.pitch - 0.24)
        self.heads = [self._head(name, x) for name, x in zip(names, self.places, strict=True)]
        border = self.places[-1] - self.pitch / 2
        ends = (border, centre + 1.7, 0), (border, ROWS["squared"] - 0.05, 0)
        self.border = Line(*ends, color=theme.hairline, stroke_width=2)
        self.arrows = [self._arrow(x) for x in self.places]
        style: dict[str, Any] = {"color": theme.error, "stroke_width": 3, "fill_opacity": 0.2}
        self.squares = [VMobject(**style) for _ in self.places]

    def _arrow(self, x: float) -> VGroup:
        """Return an arrow without length: its foot, its shaft, its tip."""
        ink = self.theme.ink
        shaft, tip = VMobject(color=ink, stroke_width=5), VMobject(stroke_width=0, fill_color=ink, fill_opacity=1)
        return VGroup(Dot((x, self.centre, 0), radius=0.06, color=ink), shaft, tip)

    def grow(self, lane: int, time: float) -> None:
        """Let the arrow of a shot grow to its signed error, at a time from 0 to 1."""
        miss = float(self.misses.signed[lane])
        self.show_arrow(lane, time * drawn_at(miss), to_scale=is_on_target(miss))

    def count_in(self, time: float) -> None:
        """Let the arrow of the mean follow the signed errors, counted in one after another."""
        mean = mean_so_far(self.misses.signed, time)
        self.show_arrow(-1, drawn_at(mean), to_scale=is_on_target(mean))

    def turn_up(self, time: float) -> None:
        """Turn the arrows from the signed errors to the absolute ones; the mean follows."""
        signed, absolute = ([*self.misses.errors(name), self.misses.mean(name)] for name in MEASURES[:2])
        for lane, (before, after) in enumerate(zip(signed, absolute, strict=True)):
            start, end = drawn_at(float(before)), drawn_at(float(after))
            self.show_arrow(lane, (1 - time) * start + time * end, to_scale=is_on_target(float(after)))

    def widen(self, time: float) -> None:
        """Let the arrows widen into squares, where these can be drawn; the mean has the square of mean area."""
        sides = [float(miss) for miss in self.misses.absolute]
        mean = SQUARED.weights_at(float(self.misses.mean("squared")))
        for lane, side in enumerate([*sides, mean[1] if mean else 0.0]):
            if can_be_squared(side):
                self.show_square(lane, INCH * side, time * INCH * side)

    def show_arrow(self, lane: int, height: float, *, to_scale: bool = True) -> None:
        """Let the arrow of a lane reach `height`, in scene units; one that is not to scale is broken."""
        _, shaft, tip = self.arrows[lane]
        foot = np.array([self.places[lane], self.centre, 0.0])
        head, up = foot + (0, height, 0), np.sign(height)
        size = min(_TIP, 0.6 * abs(height))
        neck = head - (0, up * size * 0.9, 0)
        lines = [(foot, neck)]
        if not to_scale and abs(height) > 4 * _GAP:
            below, above = (foot + (0, share * height, 0) for share in (0.6, 0.6 + _GAP / abs(height)))
            slant = np.array([0.11, 0.05, 0.0])
            lines = [(foot, below), (above, neck), *((at - slant, at + slant) for at in (below, above))]
        shaft.points = np.concatenate([np.linspace(*line, 4) for line in lines])
        wing = np.array([0.5 * size, 0.0, 0.0])
        base = head - (0, up * size, 0)
        tip.set_points_as_corners(np.array([head, base + wing, base - wing, head]))

    def show_square(self, lane: int, side: float, width: float) -> None:
        """Draw what is `side` high and `width` wide on the line, in scene units."""
        x, y = self.places[lane], self.centre
        left, right, top = x - width / 2, x + width / 2, y + side
        corners = [(left, y, 0), (right, y, 0), (right, top, 0), (left, top, 0), (left, y, 0)]
        self.squares[lane].set_points_as_corners(np.array(corners, dtype=float))

    # the table ----------------------------------------------------------------------------------------------

    def cell(self, lane: int, text: str, baseline: float, colour: str | None = None) -> Figures:
        """Return a number in the column of a lane."""
        return self._figures(self.places[lane], text, baseline, colour or self.theme.ink)

    def word(self, lane: int, text: str, baseline: float) -> Words:
        """Return a word in the column of a lane."""
        return Words(text, size=0.25, colour=self.theme.muted, at=(self.places[lane], baseline), align="center")

    def size_and_side(self, lane: int) -> tuple[Figures, Words]:
        """Return how far a shot is off, and on which side, in the column of its lane."""
        size, side = self.forms["absolute"][lane], side_of(self.misses.signed[lane])
        return self.cell(lane, size, ROWS["signed"]), self.word(lane, side, ROWS["absolute"])

    def question(self) -> Words:
        """Return a question mark in the place of the mean."""
        at = (self.places[-1], ROWS["signed"] - 0.05)
        return Words("?", size=0.42, colour=self.theme.ink, at=at, align="center")

    def row(self, measure: str) -> list[Figures]:
        """Return the errors by a measure, and last their mean, as a row of the table."""
        colour, y = self._colour(measure), ROWS[measure]
        return [self.cell(i, form, y, colour) for i, form in enumerate(self.forms[measure])]

    def row_name(self, name: str, baseline: float, colour: str | None = None) -> Words:
        """Return the name of a row."""
        return Words(name, size=SIZE, colour=colour or self.theme.ink, at=(LEFT_EDGE, baseline))

    def name_measure(self, measure: str) -> VGroup:
        """Return the name of the row of a measure, and what it computes."""
        name = self.row_name(measure, ROWS[measure], self._colour(measure))
        at = (LEFT_EDGE + 1.2, ROWS[measure])
        return VGroup(name, Words(FORMULAS[measure], size=0.25, colour=self.theme.muted, at=at))

    def network_column(self, x: float, miss: Misses) -> VGroup:
        """Return a column with the one miss of a network by all measures."""
        column = VGroup(self._head("network", x))
        edge = self.places[0] - self.pitch / 2
        ends = (edge, HEAD + 0.25, 0), (edge, ROWS["squared"] - 0.05, 0)
        column.add(Line(*ends, color=self.theme.hairline, stroke_width=2))
        for measure, y in ROWS.items():
            column.add(self._figures(x, forms_of(miss, measure)[0], y, self._colour(measure)))
        return column

    def _colour(self, measure: str) -> str:
        return self.theme.error if measure == "squared" else self.theme.ink

    def _head(self, name: str, x: float) -> Words:
        return Words(name, size=0.25, colour=self.theme.muted, at=(x, HEAD), align="center")

    def _figures(self, x: float, text: str, y: float, colour: str) -> Figures:
        return Figures(text, size=self.size, colour=colour, at=(x, y), align="center")
