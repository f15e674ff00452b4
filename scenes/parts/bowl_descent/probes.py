"""The question in the picture: this way or that way?"""

from typing import Any

from manim import VGroup

from scenes.settings.theme import Theme
from scenes.stage.axes.pointer import Pointer
from scenes.stage.bowl.step_bowl import StepBowl
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Words


class Probes(VGroup):
    """An arrow to either side of the dot, each with a question mark.

    Args:
        theme: The colours.
        layout: The frame.
        bowl: Whose dot it is.
    """

    def __init__(self, theme: Theme, layout: Layout, bowl: StepBowl) -> None:
        super().__init__()
        u = layout.unit
        at: Any = bowl.dot.get_center()
        for side in (-1, 1):
            arrow = Pointer(theme.slope, 0.07 * u)
            start, end = (0.35 * u * side, 0, 0), (1.15 * u * side, 0, 0)
            arrow.point(at + start, at + end)
            place = (float(at[0]) + 0.75 * u * side, float(at[1]) + 0.28 * u)
            self.add(arrow, Words("?", size=layout.question, colour=theme.slope, at=place, align="center"))
