"""The base of every scene: parameters, theme, beats with captions, and what Manim needs to be told."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from manim import Animation, Mobject, Scene, Wait, config

from fastcairo import fast_renderer
from scenes.settings.door import settings_of
from scenes.settings.manim_config import configure
from scenes.settings.parameters import Parameters
from scenes.settings.settings import Settings
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.clock import Clock, ReadingClock, Span, pages
from scenes.stage.direction.moves import Hold, Redraw, exchange
from scenes.stage.direction.script import Line, as_line
from scenes.stage.type.text import Words

LEFT_EDGE, RIGHT_EDGE = -6.65, 6.65
TITLE_HEIGHT, CONTEXT_HEIGHT = 3.3, 2.83
FLOOR = -3.2
"""Below this height stands nothing: it is for subtitles."""


class LectureScene(Scene):
    """A scene of the lecture.

    A scene declares `params`, its parameters, and `title`; `setup` computes its numbers, and `beats` is the story:
    what can be seen in each beat, how its first picture is placed from the numbers, and how it is told, captions
    by `say`. So any beat can be told without those before it. A scene that needs no such thing may have a
    `construct` of its own, in which each section begins with `beat`.

    Attributes:
        params: The declared parameters; in an instance those that are in force.
        title: The markup of the title.
        sections: The names of its beats in their order, the same at any parameters. A subclass that tells another
            story declares its own, or none: then they are found when it is drawn.
        only: The only beat to tell; all are told if it is empty, or if there is no such beat.
        times: Tells how long a line takes.
        theme: The colours in force.
        seen: What can be seen in each section so far, by its name: a sentence for those who cannot see it.
    """

    params: Parameters = Parameters()
    title: ClassVar[str] = ""
    sections: ClassVar[tuple[str, ...]] = ()
    only: ClassVar[str] = ""
    times: ClassVar[Clock] = ReadingClock()

    def __init__(self, *args: Any, settings: Settings | None = None, **kwargs: Any) -> None:
        settings = settings or settings_of(type(self))
        self.params, self.theme = settings.parameters, settings.theme
        configure(self.theme.ground)
        if settings.quick and not args and kwargs.get("renderer") is None:
            camera, skip = kwargs.get("camera_class"), kwargs.get("skip_animations", False)
            kwargs["renderer"] = fast_renderer(camera, skip_animations=skip)
        super().__init__(*args, **kwargs)
        self._line: Line | None = None
        self._span = Span(0, 0)
        self._section = ""
        self._standing: list[Mobject] | None = None
        self._skipped = 0.0
        self.seen: dict[str, str] = {}
        self.context_text: Mobject | None = None

    def setup(self) -> None:
        """Put the title in its place."""
        if self.title:
            self.add(Words(self.title, size=0.45, colour=self.theme.ink, at=(LEFT_EDGE, TITLE_HEIGHT)))

    # beats --------------------------------------------------------------------------------------------------

    def beats(self) -> Sequence[Beat]:
        """Return the beats of the story in their order, which are the `sections`; none here."""
        return ()

    def construct(self) -> None:
        """Tell the beats; if there is one that is called `only`, nothing but that one."""
        beats = self.beats()
        for beat in [beat for beat in beats if beat.name == self.only] or beats:
            self.begin(beat)
            beat.tell()

    def begin(self, beat: Beat) -> None:
        """Begin a beat with its first picture; what was in the frame before any beat stays."""
        self.beat(beat.name, beat.seen)
        if self._standing is None:
            self._standing = [*self.mobjects]
        self.mobjects = [*self._standing]
        self.context_text = None
        beat.place()

    def beat(self, name: str, seen: str = "") -> None:
        """Begin a section of the video; `seen` says in a sentence what can be seen in it."""
        self.hush()
        if seen:
            self.seen[name] = seen
        self._section = name
        self.next_section(name)

    # words --------------------------------------------------------------------------------------------------

    def say(self, said: Line | str) -> Span:
        """Caption what follows, and return the time it takes; the line before ends here, once it can be read."""
        self.hush()
        line = as_line(said)
        self._line, self._span = line, self.times.span(line, self.clock)
        if line.seen:
            self.seen[self._section] = " ".join(filter(None, (self.seen.get(self._section), line.seen)))
        return self._span

    def hush(self) -> None:
        """End the line that is running, once it can have been read."""
        if self._line is None:
            return
        line, span = self._line, self._span
        unread = span.end - self.clock
        if unread > 0:
            self._play(Wait(unread + 1 / config.frame_rate))  # reading takes as long at any pace
        self._line = None
        if self.clock > span.start:
            for page in pages(line.caption, span.start, self.clock):
                self.add_subcaption(page.text, duration=page.length, offset=page.start - self.time)

    def tell(self, markup: str) -> list[Animation]:
        """Return the animations that change the line of context below the title."""
        old, self.context_text = self.context_text, self._context(markup)
        return exchange(old, self.context_text)

    def say_and_tell(self, line: Line, *animations: Animation) -> Span:
        """Say a line and change the line of context to that of it, beside other animations."""
        span = self.say(line)
        self.play(*self.tell(line.context), *animations)
        return span

    def place_context(self, markup: str) -> None:
        """Put a line of context below the title."""
        self.context_text = self._context(markup)
        self.add(self.context_text)

    def _context(self, markup: str) -> Mobject:
        return Words(
            markup,
            size=0.29,
            colour=self.theme.muted,
            at=(LEFT_EDGE, CONTEXT_HEIGHT),
            fit=RIGHT_EDGE - LEFT_EDGE,
        )

    # time ---------------------------------------------------------------------------------------------------

    @property
    def clock(self) -> float:
        """The seconds of video so far: what is skipped does not count."""
        return float(self.time) - self._skipped

    def play(self, *args: Any, **kwargs: Any) -> None:
        """Play animations as Manim does, at the pace that the parameters set."""
        captions = {key: kwargs.pop(key) for key in [*kwargs] if key.startswith("subcaption")}
        animations = self.compile_animations(*args, **kwargs)
        for animation in animations:
            animation.run_time *= self.params.pace
        self._play(*animations, **captions)

    def _play(self, *animations: Animation, **captions: Any) -> None:
        """Play animations as they are, and keep the clock of what is in the video."""
        before = self.time
        super().play(*animations, **captions)
        if self.renderer.skip_animations and not self.session_spec.output.is_still:
            self._skipped += self.time - before

    def redraw(self, show: Callable[[float], Any], *mobjects: Mobject, **style: Any) -> list[Animation]:
        """Return the animations that call `show` with the time from 0 to 1; it redraws these `mobjects`."""
        first, *others = mobjects
        return [
            Redraw(first, show, **style),
            *(Hold(other, **style) for other in others),
        ]

    def tear_down(self) -> None:
        """End the last caption."""
        self.hush()
        super().tear_down()
