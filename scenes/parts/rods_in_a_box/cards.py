"""The poster: each box of glass beside its line."""

from collections.abc import Sequence

import numpy as np
from manim import Dot, Mobject, RoundedRectangle, VGroup, VMobject

from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.gear_box import GearBox
from scenes.parts.rods_in_a_box.numbers import Wiring
from scenes.settings.theme import Theme
from scenes.stage.axes.line_plot import clipped
from scenes.stage.axes.marks import stretch
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.text import Figures, Words, common_size, common_size_of_words

_WIDEST = 4.6


class Cards(VGroup):
    """A card for each way to join the rods: the wheels, the line, the derivative and what it does.

    Args:
        theme: The colours.
        layout: The frame.
        room: The room for all of them.
        wirings: The ways to join the rods.

    Attributes:
        lines: The line of each.
        frames: The cards as they are when empty.
    """

    def __init__(self, theme: Theme, layout: Layout, room: Box, wirings: Sequence[Wiring]) -> None:
        super().__init__()
        self.lines: list[VMobject] = []
        self.frames = VGroup()
        self.add(self.frames)
        unit, count = layout.unit, len(wirings)
        boxes = room.across([1] * count, 0.3 * unit)
        spare = max(0.0, boxes[0].width - _WIDEST * unit)
        told = [words.card(wiring) for wiring in wirings]
        width = boxes[0].width - spare - 0.4 * unit
        size = common_size([wiring.name for wiring in wirings], 0.9 * unit, fit=width)
        words_size = common_size_of_words([line for pair in told for line in pair], layout.number, fit=width)
        for k, (box, wiring, pair) in enumerate(zip(boxes, wirings, told, strict=True)):
            x = room.centre[0] + (k - (count - 1) / 2) * (boxes[0].width - spare + 0.3 * unit)
            half = (boxes[0].width - spare) / 2
            card = Box(x - half, x + half, box.bottom, box.top - 0.15 * unit)
            self._frame(theme, card, unit)
            inner = card.within(left=0.2 * unit, right=0.2 * unit, top=0.2 * unit, bottom=2.3 * unit)
            parts = (
                inner.across([1, 1], 0.25 * unit) if inner.width > inner.height else inner.down([1, 1], 0.2 * unit)
            )
            self._machine(theme, parts[0], wiring)
            self._line(theme, parts[1], wiring, unit)
            name = Figures(
                wiring.name, size=size, colour=theme.ink, at=(x, card.bottom + 1.42 * unit), align="center"
            )
            lines = [
                Words(text, size=words_size, colour=theme.ink, at=(x, card.bottom + y * unit), align="center")
                for text, y in zip(pair, (0.75, 0.25), strict=True)
            ]
            self.add(name, *lines)

    @property
    def rest(self) -> list[Mobject]:
        """What stands on the cards beside the lines."""
        return [part for part in self if part not in self.lines and part is not self.frames]

    def _frame(self, theme: Theme, box: Box, unit: float) -> None:
        frame = RoundedRectangle(
            corner_radius=0.15 * unit,
            width=box.width,
            height=box.height,
            stroke_color=theme.hairline,
            stroke_width=4,
            fill_color=theme.tint(theme.muted),
            fill_opacity=0.35,
        )
        self.frames.add(frame.move_to((*box.centre, 0)))

    def _machine(self, theme: Theme, box: Box, wiring: Wiring) -> None:
        height = min(box.height, 0.92 * box.width)
        y = box.centre[1]
        shell = Box(box.left, box.right, y - height / 2, y + height / 2)
        self.add(GearBox(theme, shell, (y - 0.29 * height, y + 0.29 * height), wiring.rods.derivative))

    def _line(self, theme: Theme, box: Box, wiring: Wiring, unit: float) -> None:
        side = min(box.width, box.height)
        (x, y), half = box.centre, side / 2
        axes = VMobject(stroke_color=theme.quiet, stroke_width=3)
        axes.set_points_as_corners(
            np.array([(x - half, y + half, 0), (x - half, y - half, 0), (x + half, y - half, 0)])
        )
        slope = float(wiring.rods.derivative)
        run = side / max(1.0, abs(slope))
        centre = np.array([x, y, 0.0])
        ends = (centre - (run, slope * run, 0), centre + (run, slope * run, 0))
        kept = clipped(*ends, Box(x - half, x + half, y - half, y + half))
        line = VMobject(stroke_color=theme.ink, stroke_width=5)
        if kept:
            stretch(line, *kept)
        self.lines.append(line)
        self.add(axes, line, Dot(centre, radius=0.1 * unit, color=theme.ink))
