"""What is said in the picture itself: the line at the top, a question, a takeaway; and the dots of a guess."""

from typing import Any

from manim import Circle, VGroup

from scenes.settings.theme import Theme
from scenes.stage.type.layout import Layout
from scenes.stage.type.outlines import outline
from scenes.stage.type.text import Words

_PITCH = 1.5
"""From one line of a question to the next, in em."""
_LEAST = 0.9
"""How much smaller a line may be set before it is broken."""


class Headline(VGroup):
    """Large lines at the top of the frame.

    Args:
        markup: Typst markup, a line each.
        layout: The frame.
        size: The em.
        colours: The colours of the lines.
        centred: Whether they stand in the middle; else at the left.
    """

    def __init__(
        self, markup: tuple[str, ...], layout: Layout, size: float, colours: tuple[str, ...], *, centred: bool
    ) -> None:
        super().__init__()
        self.markup = markup
        x, y = layout.headline
        width = layout.right - layout.left
        size = min(size, max(_LEAST * size, min(width / outline(line).advance for line in markup)))
        for line, colour in zip(markup, colours, strict=True):
            at, align = ((0, y), "center") if centred else ((x, y), "left")
            words = Words(_broken(line, width / size, centred), size=size, colour=colour, at=at, align=align)  # type: ignore[arg-type]
            self.add(words)
            y = min(y, words.get_bottom()[1] + 0.25 * size) - _PITCH * size


def _broken(markup: str, width: float, centred: bool) -> str:
    """Return markup that is broken into lines where it is wider than so many em."""
    if outline(markup).advance <= width:
        return markup
    aligned = "#set align(center)\n" if centred else ""
    return f"#box(width: {width:.3f}em)[#set par(leading: 0.95em)\n{aligned}{markup}]"


class GuessDots(VGroup):
    """Three dots that fill one after the other, while everybody makes a guess.

    Args:
        theme: The colours.
        layout: The frame; they stand in its lower right corner.
    """

    def __init__(self, theme: Theme, layout: Layout) -> None:
        super().__init__()
        radius, pitch = 0.13 * layout.unit, 0.45 * layout.unit
        for i in range(3):
            dot: Any = Circle(radius, color=theme.quiet, stroke_width=4, fill_color=theme.quiet, fill_opacity=0)
            self.add(dot.move_to((layout.right - radius - (2 - i) * pitch, layout.floor + 1.5 * radius, 0)))

    def fill(self, time: float) -> None:
        """Show them as they are at a time from 0, all empty, to 1, all full."""
        for i, dot in enumerate(self.submobjects):
            dot.set_fill(opacity=min(1.0, max(0.0, 3.6 * time - i)))
