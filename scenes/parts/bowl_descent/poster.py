"""The poster: the same bowl in up to three magnifications, with the hops."""

from manim import VGroup

from scenes.parts.bowl_descent import words
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.settings.theme import Theme
from scenes.stage.bowl.mini_bowl import MiniBowl
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Words


class Poster(VGroup):
    """Panels with the bowl and its hops, what each is magnified by, and what the steps come to.

    Args:
        theme: The colours.
        layout: The frame.
        n: The numbers.
    """

    def __init__(self, theme: Theme, layout: Layout, n: BowlDescentNumbers) -> None:
        super().__init__()
        u, word = layout.unit, layout.word
        room = layout.room.within(bottom=0.8 * u, top=0.35 * u)
        weights = [float(n.descent.weight[state]) for state in n.told]
        boxes = layout.parts(*(1 for _ in n.panels), room=room, gap=0.4)
        for view, box in zip(n.panels, boxes, strict=True):
            inner = box.within(bottom=0.6 * u)
            if len(boxes) == 1:
                spare = max(0.0, (inner.width - 1.9 * inner.height) / 2)
                inner = inner.within(left=spare, right=spare)
            self.add(MiniBowl(theme, layout, inner, n.curve, view.window, weights))
            at = (box.centre[0], box.bottom + 0.1 * u)
            self.add(Words(words.panel(n, view), size=word, colour=theme.quiet, at=at, align="center"))
        at = (0.0, layout.floor + 0.25 * u)
        width = layout.right - layout.left
        self.add(
            Words(words.below_poster(n), size=layout.number, colour=theme.ink, at=at, align="center", fit=width)
        )
