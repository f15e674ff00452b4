"""Where red may go: an arrow for each guess, one below the other."""

from collections.abc import Sequence

from manim import Circle, VGroup

from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.change_arrow import ChangeArrow
from scenes.parts.rods_in_a_box.lane import Lane
from scenes.settings.theme import Theme
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Words

_FIRST, _PITCH = 0.52, 0.42
"""How far below the middle of the rod the first one stands, and from one to the next, in a frame 8 high."""


class Guesses(VGroup):
    """An arrow from the tip of the red rod for each change that one may expect, named at its right.

    Args:
        theme: The colours.
        layout: The frame.
        lane, blue: The red rod, and the blue one.
        changes: The changes of red.
        push: The change of blue that is asked about.

    Attributes:
        push: An arrow for the change of blue.
        arrows: The guesses.
    """

    def __init__(
        self, theme: Theme, layout: Layout, lane: Lane, blue: Lane, changes: Sequence[Scalar], push: Scalar
    ) -> None:
        super().__init__()
        self.push = ChangeArrow(theme.blue_rod, layout.unit)
        self.push.point(
            float(blue.tip(blue.length)[0]),
            float(blue.tip(blue.length + push)[0]),
            float(blue.point(0, blue.place.edge + _FIRST * layout.unit)[1]),
        )
        self.arrows = VGroup()
        unit = layout.unit
        colour = theme.faded(theme.red_rod)
        tips = [float(lane.tip(lane.length + change)[0]) for change in changes]
        start, middle = float(lane.tip(lane.length)[0]), float(lane.point(0, lane.place.edge)[1])
        x = max(start, *tips) + 0.25 * unit
        for i, (change, tip) in enumerate(zip(changes, tips, strict=True)):
            y = middle - (_FIRST + i * _PITCH) * unit
            arrow = ChangeArrow(colour, unit, width=5)
            arrow.point(start, tip, y)
            if not arrow.sees(tip - start):
                arrow.add(Circle(0.09 * unit, color=colour, stroke_width=4).move_to((start, y, 0)))
            at = (x, y - 0.11 * unit)
            self.arrows.add(VGroup(arrow, Words(words.guess(change), size=layout.word, colour=theme.ink, at=at)))
        self.add(self.push, self.arrows)
