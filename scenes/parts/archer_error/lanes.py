"""Misses side by side: an upright arrow for each and one for the mean, their squares, and numbers below."""

import numpy as np
from manim import Line, VGroup, VMobject

from gdcore import Misses
from scenes.parts.archer_error.cell_square import CellSquare
from scenes.parts.archer_error.numbers import RADIUS
from scenes.parts.archer_error.poses import Pose, Poses
from scenes.parts.archer_error.shapes import upright_arrow
from scenes.parts.archer_error.words import forms_of
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import stretch_dashed
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Figures, Words, common_size, common_size_of_words

THICK = 0.13
"""How thick the shaft of an arrow is."""
_DASH, _FREE = 0.09, 0.13  # of the level lines: how long a dash is, and how far they end from the arrows


class Lanes(VGroup):
    """A lane for each miss and one for the mean.

    Args:
        theme: The colours.
        layout: The frame.
        misses: The misses of the shots.
    """

    def __init__(self, theme: Theme, layout: Layout, misses: Misses) -> None:
        super().__init__()
        self.theme, self.layout, self.misses, self.poses = theme, layout, misses, Poses(layout, misses)
        colours = [theme.error] * len(misses.signed) + [theme.ink]
        self.squares = [CellSquare(theme) for _ in colours]
        self.arrows = [VMobject(stroke_width=0, fill_color=colour, fill_opacity=1) for colour in colours]
        self.links = VGroup(*(VMobject(stroke_color=theme.quiet, stroke_width=2.5) for _ in misses.signed))
        between = self._between(self.poses.lanes)
        self.border = Line(*between, color=theme.hairline, stroke_width=3)
        self.wide_border = Line(*self._between(self.poses.wide_lanes), color=theme.hairline, stroke_width=3)
        self.pose = self.poses.shot()
        self.show_pose(self.pose)

    def _between(self, lanes: list[float]) -> tuple[tuple[float, float, float], tuple[float, float, float]]:
        x = (lanes[-2] + lanes[-1]) / 2
        return (x, self.poses.rows[1] - 0.05, 0), (x, self.layout.room.top - 0.3 * self.layout.unit, 0)

    # arrows -------------------------------------------------------------------------------------------------

    def show_pose(self, pose: Pose, *, broken: bool = False) -> None:
        """Let the arrows stand as in a pose; `broken` are those that are not to scale beside the target."""
        self.pose = pose
        misses = (*map(float, self.misses.signed), 0.0)
        for arrow, x, foot, tip, miss in zip(self.arrows, pose.x, pose.foot, pose.tip, misses, strict=True):
            apart = broken and abs(miss) > RADIUS
            arrow.points = upright_arrow(x, foot, tip, THICK * self.layout.unit, broken=apart)

    def grow(self, lane: int, time: float) -> None:
        """Let the arrow of a shot grow to its miss, at a time from 0 to 1."""
        pose, broken = self.poses.shot(), abs(float(self.misses.signed[lane])) > RADIUS
        tip = pose.foot[lane] + time * (pose.tip[lane] - pose.foot[lane])
        thick = THICK * self.layout.unit
        self.arrows[lane].points = upright_arrow(pose.x[lane], pose.foot[lane], tip, thick, broken=broken)

    def link(self) -> None:
        """Draw the level lines from each tip to the next tail, and from the last to the mean."""
        pose = self.pose
        for i, line in enumerate(self.links):
            y = float(pose.tip[i])
            start, end = (np.array([pose.x[i + k] + side * _FREE, y, 0]) for k, side in ((0, 1), (1, -1)))
            stretch_dashed(line, start, end, dash=_DASH)
            if abs(y - self.poses.base) < _FREE / 2:
                line.points = line.points[:0]  # the line of the goal is there

    def widen(self, time: float) -> None:
        """Let the squares grow out of the arrows, at a time from 0 to 1."""
        pose, poses = self.pose, self.poses
        for square, side, x, foot in zip(self.squares, poses.sides(), pose.x, pose.foot, strict=True):
            square.draw(x, foot, poses.large, side, wide=time)

    def count(self, time: float) -> None:
        """Let the cells of the squares be counted, at a time from 0 to 1."""
        pose, poses = self.pose, self.poses
        for square, side, x, foot in zip(self.squares, poses.sides(), pose.x, pose.foot, strict=True):
            square.draw(x, foot, poses.large, side, lit=time)

    # numbers ------------------------------------------------------------------------------------------------

    def numbers(self, measure: str, *, wide: bool = False, row: int = 0) -> list[Figures]:
        """Return the errors by a measure below the lanes, and last their mean."""
        lanes, pitch = self._lanes(wide)
        forms = forms_of(self.misses, measure)
        size = common_size(forms, self.layout.number, fit=pitch - 0.25 * self.layout.unit)
        colour = self.theme.error if measure == "squared" else self.theme.ink
        y = self.poses.rows[row]
        return [
            Figures(form, size=size, colour=colour, at=(x, y), align="center")
            for form, x in zip(forms, lanes, strict=True)
        ]

    def words(self, texts: list[str]) -> list[Words]:
        """Return words below the numbers."""
        lanes, pitch = self._lanes(False)
        size = common_size_of_words(texts, self.layout.word, fit=pitch - 0.15 * self.layout.unit)
        at = [(x, self.poses.rows[1]) for x in lanes]
        pairs = zip(texts, at, strict=False)
        return [Words(text, size=size, colour=self.theme.ink, at=place, align="center") for text, place in pairs]

    def mean_word(self, text: str, *, wide: bool = False) -> Words:
        """Return a word below the number of the mean."""
        at = (self._lanes(wide)[0][-1], self.poses.rows[1])
        return Words(text, size=self.layout.word, colour=self.theme.ink, at=at, align="center")

    def mean_head(self, text: str) -> Words:
        """Return the word above the lane of the mean, once the lanes have the frame to themselves."""
        poses, unit = self.poses, self.layout.unit
        at = (poses.wide_lanes[-1], poses.floor + poses.large * float(self.misses.largest) + 0.35 * unit)
        return Words(text, size=self.layout.word, colour=self.theme.ink, at=at, align="center")

    def unknown(self, *, wide: bool = False) -> Words:
        """Return a question mark in the place of the mean."""
        at = (self._lanes(wide)[0][-1], self.poses.rows[0])
        return Words("?", size=1.2 * self.layout.number, colour=self.theme.weight, at=at, align="center")

    def row_name(self, text: str, row: int, colour: str) -> Words:
        """Return the name of a row of numbers."""
        return Words(text, size=self.layout.word, colour=colour, at=(self.layout.left, self.poses.rows[row]))

    def _lanes(self, wide: bool) -> tuple[list[float], float]:
        poses = self.poses
        return (poses.wide_lanes, poses.wide_pitch) if wide else (poses.lanes, poses.pitch)
