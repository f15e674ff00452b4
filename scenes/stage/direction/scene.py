"""The base of every scene: parameters, theme, beats with captions, and what Manim needs to be told."""

import atexit
import logging
import os
import platform
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Callable
from functools import cache
from typing import Any, ClassVar

from manim import Animation, Mobject, Scene, Wait, config, logger

from fastcairo import fast_renderer
from scenes import SCENES
from scenes.settings.errors import ParameterError
from scenes.settings.parameters import Parameters
from scenes.settings.renderer import renderer_in_force
from scenes.settings.sources import surroundings
from scenes.settings.theme import chosen_theme
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
        given: Parameters that are final; where there are some, neither files nor the environment are asked.
        theme: The colours in force.
        seen: What is to be seen in each section so far, by its name: a sentence for those who cannot see it.
    """

    params: Parameters = Parameters()
    title: ClassVar[str] = ""
    sections: ClassVar[tuple[str, ...]] = ()
    given: ClassVar[Parameters | None] = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        try:
            self.params = self.given or self._resolved()
            self.theme = chosen_theme()
            fast = renderer_in_force() == "fast"
        except ParameterError as error:
            print(error, file=sys.stderr)
            raise SystemExit(2) from None
        configure(self.theme.ground)
        if fast and not args and kwargs.get("renderer") is None:
            camera, skip = kwargs.get("camera_class"), kwargs.get("skip_animations", False)
            kwargs["renderer"] = fast_renderer(camera, skip_animations=skip)
        super().__init__(*args, **kwargs)
        self._caption: tuple[str, float] | None = None
        self._skipped = 0.0
        self.seen: dict[str, str] = {}
        self.context_text: Words | None = None

    def _resolved(self) -> Parameters:
        scene = type(self)
        return surroundings(known_scenes(scene)).resolve(scene.params, scene.__name__, chosen_scenes(scene))

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


def configure(ground: str) -> None:
    """Tell Manim what holds for every scene of the lecture; the command line restores it after the scene."""
    config.background_color = ground
    # Manim's cache of clips looks at code, not at what the code reads: it would show the frames of old parameters.
    config.disable_caching = True
    # Two processes that share this folder delete each other's files.
    config.tex_dir = _tex_folder()
    if not has_desktop() and not config.preview_command and (config.preview or config.show_in_file_browser):
        logger.info("There is no desktop to show the video on; the file is written all the same.")
        config.preview = config.show_in_file_browser = False


def has_desktop() -> bool:
    """Tell whether a file can be opened for the user to see."""
    if platform.system() != "Linux":
        return True
    return bool(shutil.which("xdg-open") and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")))


@cache
def _tex_folder() -> str:
    """Return a folder for Typst's files that no other process uses, gone with this process."""
    folder = tempfile.mkdtemp(prefix="lecture-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _scenes_beside(scene: type[LectureScene]) -> dict[str, type[LectureScene]]:
    """Return the scenes of the lecture's kind that are defined in the file of `scene`, by their names."""
    module = sys.modules.get(scene.__module__)
    found = {
        name: one
        for name, one in (vars(module) if module else {}).items()
        if isinstance(one, type) and issubclass(one, LectureScene) and one.__module__ == scene.__module__
    }
    return {**found, scene.__name__: scene}


def chosen_scenes(scene: type[LectureScene]) -> dict[str, type[Parameters]]:
    """Return the parameters of the scenes that Manim was told to render along with `scene`."""
    beside = _scenes_beside(scene)
    names = beside if config.write_all else config.scene_names or []
    chosen = {name: beside[name] for name in names if name in beside}
    return {name: type(one.params) for name, one in {**chosen, scene.__name__: scene}.items()}


def known_scenes(scene: type[LectureScene]) -> list[str]:
    """Return the scenes that a parameter file may have tables for: the project's, and those of the same file."""
    return [*dict.fromkeys([*SCENES, *_scenes_beside(scene)])]


def _tells(record: logging.LogRecord) -> bool:
    return record.getMessage() != "Caching disabled."


logger.addFilter(_tells)  # Manim says so at every animation
