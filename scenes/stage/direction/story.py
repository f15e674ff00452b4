"""A scene that tells a story in the picture: questions, guesses, answers, one thing in the light, and a poster."""

from collections.abc import Collection, Iterator
from typing import ClassVar

from manim import Animation, Mobject, config, linear

from scenes.stage.direction.clock import Span
from scenes.stage.direction.headline import GuessDots, Headline
from scenes.stage.direction.moves import Appear, Leave, Shade, exchange, shade_of
from scenes.stage.direction.scene import LectureScene
from scenes.stage.direction.script import Line, as_line
from scenes.stage.type.layout import Layout

DIMMED, HIDDEN = 0.4, 0.02
"""What is left of the opacity of what stands back, and of what is not seen for a while."""
GUESS = 2.5
"""How long a guess takes, in seconds."""


class StoryScene(LectureScene):
    """A scene whose words stand in the picture, large; there is nothing else above it.

    The line at the top is the `context` of a line: `ask` makes it a question, `poster` a takeaway, and `tell` (or
    `say_and_tell`) what tells the story. A question may have a statement before it, on a line of its own.

    Attributes:
        layout: The frame, sizes of text, and the room for pictures.
        context_text: The line at the top.
    """

    asked: ClassVar[int] = 2
    """How many lines a question takes at most: the room for a picture below it is `layout.room_below(asked)`."""

    def setup(self) -> None:
        """Find out how large the frame is."""
        self.layout = Layout(float(config.frame_width), float(config.frame_height))

    # the line at the top --------------------------------------------------------------------------------------

    def ask(self, line: Line, *animations: Animation) -> Span:
        """Say a line and show its question, beside other animations."""
        return self._show(line, self._question(line.context), *animations)

    def place_question(self, markup: str) -> None:
        """Put a question into the picture."""
        self._place(self._question(markup))

    def guess(self) -> None:
        """Leave time for a guess: three dots fill, and are gone."""
        dots = GuessDots(self.theme, self.layout)
        self.play(Appear(dots, run_time=0.3))
        self.play(*self.redraw(dots.fill, dots), run_time=GUESS, rate_func=linear)
        self.play(Leave(dots, run_time=0.2))

    def reveal(self, line: Line, *animations: Animation) -> Span:
        """Say a line that answers a question: its own line takes the place of it, beside other animations."""
        return self._show(line, self._context(line.context), *animations)

    def poster(self, line: Line, *animations: Animation) -> Span:
        """Say a takeaway and show it in large words, beside the animations that compose the last picture."""
        return self._show(line, self._takeaway(line.context), *animations)

    def place_poster(self, markup: str) -> None:
        """Put a takeaway into the picture."""
        self._place(self._takeaway(markup))

    def _show(self, line: Line, headline: Headline, *animations: Animation) -> Span:
        span = self.say(as_line(line))
        old, self.context_text = self.context_text, headline
        self.play(*exchange(old, headline), *animations)
        return span

    def _place(self, headline: Headline) -> None:
        self.context_text = headline
        self.add(headline)

    def _context(self, markup: str) -> Headline:
        return Headline((markup,), self.layout, self.layout.title, (self.theme.ink,), centred=False)

    def _question(self, markup: str) -> Headline:
        *before, question = markup.split("\n")
        colours = (*(self.theme.ink for _ in before), self.theme.weight)
        return Headline((*before, question), self.layout, self.layout.question, colours, centred=True)

    def _takeaway(self, markup: str) -> Headline:
        lines = tuple(markup.split("\n"))
        return Headline(lines, self.layout, self.layout.poster, (self.theme.ink,) * len(lines), centred=True)

    # light ------------------------------------------------------------------------------------------------------

    def spotlight(self, *lit: Mobject, hidden: Collection[Mobject] = ()) -> list[Animation]:
        """Return the animations that leave the light on some mobjects, and dim the rest; with none, all is light.

        The line at the top is never dimmed. What is hidden is in the way of something that travels.
        """
        kept = {part for mobject in (*lit, *hidden) for part in mobject.get_family()}
        bright = {self.context_text, *lit} if lit else {*self.mobjects}
        found = [part for mobject in self.mobjects for part in _parted(mobject, kept)]
        dark = {part for mobject in hidden for part in mobject.get_family()}
        shares = [
            (part, HIDDEN if part in dark else 1.0 if part in bright or part in kept else DIMMED) for part in found
        ]
        return [Shade(part, share) for part, share in shares if _differs(part, share)]


def _parted(mobject: Mobject, kept: set[Mobject]) -> Iterator[Mobject]:
    """Yield a mobject, or its parts where only some of them are kept."""
    if mobject in kept or not kept.intersection(mobject.get_family()):
        yield mobject
    else:
        for part in mobject.submobjects:
            yield from _parted(part, kept)


def _differs(mobject: Mobject, share: float) -> bool:
    """Tell whether a part of a mobject is at another share of its opacity."""
    return any(shade_of(part) != share for part in mobject.get_family())
