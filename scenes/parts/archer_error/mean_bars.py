"""Errors as bars with their values, and below a rule their mean."""

from collections.abc import Sequence

import numpy as np
from manim import Line, VGroup, VMobject

from gdcore import MEASURES, Misses
from scenes.parts.archer_error.counting import mean_so_far
from scenes.parts.archer_error.shot_lanes import FORMULAS
from scenes.parts.archer_error.words import forms_of, verdicts
from scenes.settings.theme import Theme
from scenes.stage.axes.window import Box
from scenes.stage.direction.scene import LEFT_EDGE
from scenes.stage.type.text import Figures, Words, common_size

_WIDTH, _GUTTER = 3.9, 0.8
_BARS = 0.58  # the part of the width that the bars have; the values have the rest
_FOOT = 1.75  # the height of what stands below the rule
_MEAN = 3.1  # the room for the mean, beside its name
_LEAST = 0.04
_MOST = 0.42


class MeanBars(VGroup):
    """A column of bars, to the right for plus and to the left for minus, and below it their mean.

    Args:
        theme: The colours.
        box: Where it stands.
        title: Markup of the name of the measure.
        formula: Markup of what it computes.
        forms: How the errors are written, one a bar.
        mean: How their mean is written.
        size: The em of the mean.
        verdict: Markup of what the mean says.
        errors: The errors, one a bar.
        colour: The colour of bars and values.
        both_ways: Whether there is room for bars to the left.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        *,
        title: str,
        formula: str,
        forms: Sequence[str],
        mean: str,
        size: float,
        verdict: str,
        errors: Sequence[float],
        colour: str,
        both_ways: bool,
    ) -> None:
        super().__init__()
        self.errors = errors
        width = _BARS * (box.right - box.left)
        self.zero = box.left + width / 2 if both_ways else box.left
        largest = max(abs(error) for error in errors) or 1.0
        self.scale_of_bars = (width / 2 if both_ways else width) / largest
        rule, top = box.bottom + _FOOT, box.top - 0.5
        pitch = min(1.0, (top - rule - 0.1) / len(errors))
        first = (top + rule + 0.05 + (len(errors) - 1) * pitch) / 2
        self.thick = min(_MOST, 0.62 * pitch)
        self.rows = [first - i * pitch for i in range(len(errors))]
        self.mean_row = rule - 0.42

        name = Words(title, size=0.33, colour=colour, at=(box.left, box.top))
        self.heading = VGroup(
            name, Words(formula, size=0.25, colour=theme.muted, at=(box.left + name.advance + 0.25, box.top))
        )
        self.axis = Line((self.zero, top, 0), (self.zero, rule - 0.75, 0), color=theme.muted, stroke_width=2)
        self.bars = [VMobject(stroke_width=0, fill_color=colour, fill_opacity=1) for _ in errors]
        room = box.right - box.left - width - 0.2
        small = common_size(forms, 0.27, fit=room)
        self.values = [
            Figures(form, size=small, colour=colour, at=(box.right, y), align="right", middle=True)
            for form, y in zip(forms, self.rows, strict=True)
        ]
        self.rule = Line((box.left, rule, 0), (box.right, rule, 0), color=theme.muted, stroke_width=2)
        self.mean_bar = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        foot = box.bottom + 0.5
        label = Words("mean", size=0.27, colour=theme.muted, at=(box.left, foot))
        self.mean = Figures(mean, size=size, colour=colour, at=(box.right, foot), align="right")
        self.mean_label = label
        self.verdict = Words(
            verdict, size=0.27, colour=theme.ink, at=(box.left, box.bottom), fit=box.right - box.left
        )
        self.show_bars(0)
        self.show_mean(0)

    def show_bars(self, part: float) -> None:
        """Draw the bars, as long as `part` of what they will be."""
        for bar, error, y in zip(self.bars, self.errors, self.rows, strict=True):
            self._draw(bar, part * error, y)

    def show_mean(self, mean: float) -> None:
        """Draw the bar of the mean."""
        self._draw(self.mean_bar, mean, self.mean_row)

    def count_in(self, time: float) -> None:
        """Let the bar of the mean follow the errors, counted in one after another, at a time from 0 to 1."""
        self.show_mean(mean_so_far(self.errors, time))

    def _draw(self, bar: VMobject, error: float, y: float) -> None:
        """Draw a bar of this length; one that is too short to be seen as a line on the axis."""
        long, half = error * self.scale_of_bars, self.thick / 2
        left, right = sorted((self.zero, self.zero + long))
        if right - left < _LEAST:
            left, right = self.zero - _LEAST / 2, self.zero + _LEAST / 2
        corners = [(left, y - half), (right, y - half), (right, y + half), (left, y + half), (left, y - half)]
        bar.set_points_as_corners(np.array([(*corner, 0.0) for corner in corners]))


def mean_panels(theme: Theme, misses: Misses) -> dict[str, MeanBars]:
    """Return the errors by every measure as bars, side by side, by the name of the measure."""
    panels: dict[str, MeanBars] = {}
    forms_by_name = {name: forms_of(misses, name) for name in MEASURES}
    size = common_size((forms[-1] for forms in forms_by_name.values()), 0.45, fit=_MEAN)
    for i, name in enumerate(MEASURES):
        left = LEFT_EDGE + i * (_WIDTH + _GUTTER)
        errors, (*forms, mean) = misses.errors(name), forms_by_name[name]
        panels[name] = MeanBars(
            theme,
            Box(left, left + _WIDTH, bottom=-3.0, top=1.95),
            title=name,
            formula=FORMULAS[name],
            forms=forms,
            mean=mean,
            size=size,
            verdict=verdicts(misses)[name],
            errors=[float(error) for error in errors],
            colour=theme.error if name == "squared" else theme.ink,
            both_ways=name == "signed",
        )
    return panels
