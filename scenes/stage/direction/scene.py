"""The base of every scene: parameters, theme, beats with captions, and what Manim needs to be told."""

import textwrap
from collections.abc import Callable
from typing import Any, ClassVar

from manim import Animation, Mobject, Scene, Wait, config

from fastcairo import fast_renderer
from scenes.settings.door import settings_of
from scenes.settings.manim_config import configure
from scenes.settings.parameters import Parameters
from scenes.settings.settings import Settings
from scenes.stage.direction.moves import Appear, Hold, Leave, Redraw
from scenes.stage.type.text import Words

LEFT_EDGE, RIGHT_EDGE = -6.65, 6.65
TITLE_HEIGHT, CONTEXT_HEIGHT = 3.3, 2.83
FLOOR = -3.2
"""Below this height stands nothing: it is for subtitles."""

LETTERS_A_SECOND = 17
LINE_LENGTH = 42


class LectureScene(Scene):
    """A scene of the lecture.

    A scene declares `params`, its parameters, and `title`; `setup` builds what it shows and `construct` tells the
    story, a method a beat. Every beat begins with `beat`, which may say what is to be seen; captions are said with
    `say`.

    Attributes:
        params: The declared parameters; in an instance those that are in force.
        title: The markup of the title.
        sections: The names of its beats in their order, the same at any parameters. A subclass that tells another
            story declares its own, or none: then they are found when it is drawn.
        theme: The colours in force.
        seen: What is to be seen in each section so far, by its name: a sentence for those who cannot see it.
    """

    params: Parameters = Parameters()
    title: ClassVar[str] = ""
    sections: ClassVar[tuple[str, ...]] = ()

    def __init__(self, *args: Any, settings: Settings | None = None, **kwargs: Any) -> None:
        settings = settings or settings_of(type(self))
        self.params, self.theme = settings.parameters, settings.theme
        configure(self.theme.ground)
        if settings.quick and not args and kwargs.get("renderer") is None:
            camera, skip = kwargs.get("camera_class"), kwargs.get("skip_animations", False)
            kwargs["renderer"] = fast_renderer(camera, skip_animations=skip)
        super().__init__(*args, **kwargs)
        self._caption: tuple[str, float] | None = None
        self._skipped = 0.0
        self.seen: dict[str, str] = {}
        self.context_text: Words | None = None

    def setup(self) -> None:
        """Put the title in its place."""
        if self.title:
            self.add(Words(self.title, size=0.45, colour=self.theme.ink, at=(LEFT_EDGE, TITLE_HEIGHT)))

    def beat(self, name: str, seen: str = "") -> None:
        """Begin a beat, a section of the video; `seen` says in a sentence what is to be seen in it."""
        self.hush()
        if seen:
            self.seen[name] = seen
        self.next_section(name)

    def say(self, text: str) -> None:
        """Caption what follows; the caption before ends here, once it can have been read."""
        self.hush()
        self._caption = (text, self.clock)

    def hush(self) -> None:
        """End the caption that is running, once it can have been read."""
        if self._caption is None:
            return
        text, start = self._caption
        unread = start + len(text) / LETTERS_A_SECOND - self.clock
        if unread > 0:
            self._play(Wait(unread + 1 / config.frame_rate))  # reading takes as long at any pace
        self._caption = None
        if self.clock > start:
            lines = textwrap.wrap(text, LINE_LENGTH)
            pages = ["\n".join(lines[i : i + 2]) for i in range(0, len(lines), 2)]
            letter = (self.clock - start) / sum(map(len, pages))
            for page in pages:
                self.add_subcaption(page, duration=len(page) * letter, offset=start - self.time)
                start += len(page) * letter

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

    def tell(self, markup: str) -> list[Animation]:
        """Return the animations that change the line of context below the title."""
        old = self.context_text
        self.context_text = Words(
            markup,
            size=0.29,
            colour=self.theme.muted,
            at=(LEFT_EDGE, CONTEXT_HEIGHT),
            fit=RIGHT_EDGE - LEFT_EDGE,
        )
        leaving: list[Animation] = [] if old is None else [Leave(old)]
        return [*leaving, Appear(self.context_text)]

    def tear_down(self) -> None:
        """End the last caption."""
        self.hush()
        super().tear_down()
