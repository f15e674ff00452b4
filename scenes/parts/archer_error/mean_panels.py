"""Three means of the same misses side by side, all at one scale: tip to tail, as lengths, as squares."""

from dataclasses import dataclass

import numpy as np
from manim import VGroup, VMobject

from gdcore import MEASURES, Misses
from scenes.parts.archer_error.cell_square import CellSquare
from scenes.parts.archer_error.poses import Values
from scenes.parts.archer_error.shapes import Points, upright_arrow
from scenes.parts.archer_error.words import forms_of
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import stretch
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Figures, Words, common_size

_THICK = 0.22  # how thick the shaft of an arrow is, by how far apart arrows are
_LIST = 1.9  # the room for the list of the misses
_GUTTER = 0.7  # between two panels
_PITCH, _ARROWS = 0.6, 2.0  # from arrow to arrow, and how wide a panel of arrows is at most
_BESIDE, _GAPS = 0.2, 0.7  # from square to square, and all such gaps together at most
_LEAST_SCALE = 1e-300


@dataclass(frozen=True)
class Standing:
    """Where arrows stand in a panel, in scene units."""

    x: Values
    foot: Values
    tip: Values


class MeanPanels(VGroup):
    """The misses in three panels on one line, each with their mean.

    Args:
        theme: The colours.
        layout: The frame.
        misses: The misses.
    """

    def __init__(self, theme: Theme, layout: Layout, misses: Misses) -> None:
        super().__init__()
        self.theme, self.layout, self.misses = theme, layout, misses
        unit, room = layout.unit, layout.room_below(2)
        count = len(misses.signed) + 1
        self.heads_at, self.rows = room.top - 0.55 * unit, (room.bottom + 0.72 * unit, room.bottom + 0.08 * unit)
        zone = room.within(left=_LIST * unit, top=0.9 * unit, bottom=1.35 * unit)
        self.sums = np.array([0.0, *(float(value) for value in misses.sums)])
        self.sides = [*(float(size) for size in misses.absolute), misses.root_mean_square]
        self.pitch, self.beside = min(_PITCH, _ARROWS / count) * unit, min(_BESIDE, _GAPS / count) * unit
        self.scale_of_all = self._scale(zone.width, zone.height, count)
        low = min(0.0, float(self.sums.min()))
        high = max(float(self.sums.max()), max(self.sides))
        spare = zone.height - self.scale_of_all * (high - low)
        self.line_at = zone.bottom + spare / 2 - self.scale_of_all * low
        widths = [count * self.pitch] * 2 + [self.scale_of_all * sum(self.sides) + count * self.beside]
        gutter = (zone.width - sum(widths)) / 3
        lefts = zone.left + gutter / 2 + np.cumsum([0, *widths[:-1]]) + gutter * np.arange(3)
        self.middles = [float(left + width / 2) for left, width in zip(lefts, widths, strict=True)]
        self.spans = [(float(left), float(left + width)) for left, width in zip(lefts, widths, strict=True)]
        self.room_of_each = min(b - a for a, b in self.spans) + gutter - 0.3
        self.baselines = VGroup(*(VMobject(stroke_color=theme.goal, stroke_width=3) for _ in self.spans))
        self.lay_lines(np.zeros(3), 1)
        self.poses = dict(zip(MEASURES, (self._chain(), self._lengths(), self._sides()), strict=True))
        self.arrows = {name: self._arrows() for name in MEASURES}
        self.squares = [CellSquare(theme) for _ in self.sides]

    def _scale(self, width: float, height: float, count: int) -> float:
        """Return how long 1 is in all panels."""
        free = width - 3 * _GUTTER * self.layout.unit - 2 * count * self.pitch - count * self.beside
        extent = max(float(self.sums.max()), max(self.sides)) - min(0.0, float(self.sums.min()))
        return min(free / max(sum(self.sides), _LEAST_SCALE), height / max(extent, _LEAST_SCALE), 1e300)

    def _places(self, panel: int) -> Values:
        left, right = self.spans[panel]
        return left + (np.arange(len(self.sides)) + 0.5) * (right - left) / len(self.sides)

    def _chain(self) -> Standing:
        ends = self.line_at + self.scale_of_all * self.sums
        mean = self.line_at + self.scale_of_all * float(self.misses.mean("signed"))
        return Standing(self._places(0), np.array([*ends[:-1], self.line_at]), np.array([*ends[1:], mean]))

    def _lengths(self) -> Standing:
        long = np.array([float(size) for size in (*self.misses.absolute, self.misses.mean("absolute"))])
        feet = np.full(len(long), self.line_at)
        return Standing(self._places(1), feet, feet + self.scale_of_all * long)

    def _sides(self) -> Standing:
        drawn = self.scale_of_all * np.array(self.sides)
        x = self.spans[2][0] + self.beside / 2 + np.array([0.0, *np.cumsum(drawn + self.beside)[:-1]])
        feet = np.full(len(drawn), self.line_at)
        return Standing(x, feet, feet + drawn)

    def _arrows(self) -> list[VMobject]:
        colours = [self.theme.error] * len(self.misses.signed) + [self.theme.ink]
        return [VMobject(stroke_width=0, fill_color=colour, fill_opacity=1) for colour in colours]

    # arrows -------------------------------------------------------------------------------------------------

    def lay_lines(self, start: Points, time: float) -> None:
        """Let the lines that arrows stand on grow out of a point, at a time from 0 to 1."""
        for line, (left, right) in zip(self.baselines, self.spans, strict=True):
            ends = (np.array([x, self.line_at, 0.0]) for x in (left - 0.1, right + 0.1))
            stretch(line, *(start + (end - start) * time for end in ends))

    def misses_of(self, name: str) -> list[VMobject]:
        """Return the arrows of the misses in a panel."""
        return self.arrows[name][:-1]

    def lay(self, time: float) -> None:
        """Lay the arrows tip to tail, one after another, at a time from 0 to 1."""
        pose, count = self.poses["signed"], len(self.misses.signed)
        for i, arrow in enumerate(self.misses_of("signed")):
            own = min(1.0, max(0.0, time * count - i))
            self._draw(arrow, pose.x[i], pose.foot[i], pose.foot[i] + own * (pose.tip[i] - pose.foot[i]), own)

    def carry(self, start: str, end: str, time: float) -> None:
        """Carry the arrows of one panel over to the next, at a time from 0 to 1; those they come from stay."""
        a, b = self.poses[start], self.poses[end]
        for i, arrow in enumerate(self.misses_of(end)):
            x, foot, tip = (
                one[i] + time * (other[i] - one[i])
                for one, other in ((a.x, b.x), (a.foot, b.foot), (a.tip, b.tip))
            )
            self._draw(arrow, x, foot, tip, 1)

    def widen(self, time: float, *, mean: bool) -> None:
        """Let the squares of the misses, or that of their mean, grow out of the arrows."""
        pose = self.poses["squared"]
        chosen = [len(self.sides) - 1] if mean else range(len(self.sides) - 1)
        for i in chosen:
            self.squares[i].draw(pose.x[i], pose.foot[i], self.scale_of_all, self.sides[i], wide=time)

    def take_mean(self, name: str, time: float) -> None:
        """Let the arrow of a mean grow, at a time from 0 to 1."""
        pose = self.poses[name]
        foot, tip = pose.foot[-1], pose.tip[-1]
        self._draw(self.arrows[name][-1], pose.x[-1], foot, foot + time * (tip - foot), 1)

    def _draw(self, arrow: VMobject, x: float, foot: float, tip: float, seen: float) -> None:
        arrow.points = upright_arrow(x, foot, tip, _THICK * self.pitch) if seen else np.zeros((0, 3))

    # words --------------------------------------------------------------------------------------------------

    def listed(self, head: str) -> VGroup:
        """Return the misses in a column at the left."""
        layout, unit = self.layout, self.layout.unit
        forms = forms_of(self.misses, "signed")[:-1]
        size = common_size(forms, layout.number, fit=(_LIST - 0.1) * unit)
        high, low = self.heads_at - 0.55 * unit, self.rows[0] + 0.75 * unit
        pitch = min(0.75 * unit, (high - low) / max(1, len(forms) - 1))
        top = (high + low) / 2 + pitch * (len(forms) - 1) / 2
        column = VGroup(Words(head, size=layout.word, colour=self.theme.ink, at=(layout.left, self.heads_at)))
        for i, form in enumerate(forms):
            at = (layout.left, top - i * pitch)
            column.add(Figures(form, size=size, colour=self.theme.error, at=at, middle=True))
        return column

    def row_name(self, text: str) -> Words:
        """Return the name of the row of means."""
        return Words(text, size=self.layout.word, colour=self.theme.ink, at=(self.layout.left, self.rows[0]))

    def head(self, name: str, text: str) -> Words:
        """Return the name of a panel."""
        at = (self.middles[MEASURES.index(name)], self.heads_at)
        return Words(text, size=self.layout.word, colour=self.theme.ink, at=at, align="center")

    def mean(self, name: str) -> Figures:
        """Return the number below a panel, the mean."""
        forms = {measure: forms_of(self.misses, measure)[-1] for measure in MEASURES}
        size = common_size(forms.values(), 1.3 * self.layout.number, fit=self.room_of_each)
        colour = self.theme.error if name == "squared" else self.theme.ink
        at = (self.middles[MEASURES.index(name)], self.rows[0])
        return Figures(forms[name], size=size, colour=colour, at=at, align="center")

    def unknown(self, name: str) -> Words:
        """Return a question mark in the place of a mean."""
        at, size = (self.middles[MEASURES.index(name)], self.rows[0]), 1.2 * self.layout.number
        return Words("?", size=size, colour=self.theme.weight, at=at, align="center")

    def below(self, name: str, text: str) -> Words:
        """Return words below the mean of a panel."""
        at = (self.middles[MEASURES.index(name)], self.rows[1])
        return Words(
            text, size=self.layout.word, colour=self.theme.ink, at=at, align="center", fit=self.room_of_each
        )
