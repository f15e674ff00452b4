"""Renders a scene, and notes what Manim's files do not say about its sections."""

import os
import shlex
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import srt
from manim import Scene, tempconfig
from manim.manager import Manager
from manim.scene.scene_file_writer import SceneFileWriter

from fastcairo.writer import quoted
from lecture.engine.job import Job
from lecture.engine.sizes import size_of
from lecture.engine.sound import RATE, Samples, cut, mixed
from lecture.engine.walk import frame_for, frame_of, walk
from scenes.stage.direction.scene import LectureScene

Tell = Callable[[dict[str, Any]], None]
"""Is told how far a scene is."""


_OURS: dict[str, Any] = {
    "video_dir": "{media_dir}/videos",
    "partial_movie_dir": "{video_dir}/parts/{scene_name}",
    "dry_run": False,
    "preview": False,
    "show_in_file_browser": False,
}
"""Settings in which no job follows the user's manim.cfg: its files lie in its folder, and it does make them."""


class RenderingError(Exception):
    """There is no video of a scene."""


@dataclass(frozen=True)
class Section:
    """A section of a scene that has been rendered.

    Attributes:
        name: Its name.
        start, end: When it begins and ends by the scene's clock, in seconds, which skipped sections advance, too.
        files: The files that Manim has made of it; none if it was skipped.
        picture: A file with what is in the picture when it ends. Its video may end before that: Manim's last
            frame of an animation comes before the last state of what it moves.
    """

    name: str
    start: float
    end: float
    files: tuple[str, ...]
    picture: Path


@dataclass(frozen=True)
class Rendered:
    """A scene that has been rendered.

    Attributes:
        scene: The scene.
        sections: Those of its sections that there is a video of.
    """

    scene: Any
    sections: tuple[Section, ...]

    @property
    def writer(self) -> Any:
        """What has written its files."""
        return self.scene.renderer.file_writer

    def note(self, format_: str) -> str:
        """Return what is to be said of files in a format; empty if there is nothing."""
        silent = format_ == "gif" and self.writer.includes_sound
        return "it has sound, which a gif cannot hold; --format mp4 or webm keeps it" if silent else ""

    @property
    def sounds(self) -> list[Samples] | None:
        """The sound of each section, which goes on in the next; None if the scene has none."""
        if not self.writer.includes_sound:
            return None
        whole = mixed(self.writer.audio_segment)
        return [cut(whole, round(one.start * RATE), round(one.end * RATE)) for one in self.sections]


def rendered(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Rendered:
    """Render a scene into a folder.

    Raises:
        RenderingError: It plays no animation.
    """
    size = size_of(job.quality, job.scene)
    frame = frame_for(scene_class, size)
    total = 0.0
    if issubclass(scene_class, LectureScene):
        total = walk(scene_class, lambda *_: None, frame=frame, step=lambda: report({})).clock
    settings = {
        "pixel_width": size.width,
        "pixel_height": size.height,
        "frame_rate": size.rate,
        **frame,
        **_OURS,
        "media_dir": str(folder / "media"),
        "format": job.format if job.format != "mp4" else ("mov" if job.transparent else "mp4"),
        "transparent": job.transparent,
        "disable_caching": True,
        "progress_bar": "none",
        "write_to_movie": True,
        "scene_names": [job.scene],
    }
    with tempconfig(settings):
        scene = scene_class()
        Manager(scene)
        _reporting(scene, total, report)
        _quoting(scene.renderer.file_writer)
        notes = _Notes(scene, job, folder)
        scene.render()
    return Rendered(scene, tuple(one for one in notes.sections if one.files))


def _reporting(scene: Any, total: float, report: Tell) -> None:
    """Let a scene report after each of its animations."""
    play = scene.play

    def reporting(*args: Any, **kwargs: Any) -> None:
        play(*args, **kwargs)
        section = str(scene.renderer.file_writer.sections[-1].name)
        report({"seconds": float(scene.time), "total": total, "section": section})

    scene.play = reporting


def _quoting(writer: Any) -> None:
    """Let Manim's own writer find its segments in a folder whose name has a quote in it; ours does anyway."""
    if type(writer) is SceneFileWriter:
        listed = SceneFileWriter._concat_manifest_bytes
        vars(writer)["_concat_manifest_bytes"] = lambda files: listed(quoted(files))


class _Notes:
    """Notes the sections of a scene as they end.

    Args:
        scene: The scene, before it is rendered.
        job: The job that draws it.
        folder: Where to put pictures.

    Attributes:
        sections: The sections that have ended, and in which something was played.
    """

    def __init__(self, scene: Any, job: Job, folder: Path) -> None:
        self.sections: list[Section] = []
        self._scene, self._job, self._folder, self._start = scene, job, folder, 0.0
        self._next_section, self._tear_down = scene.next_section, scene.tear_down
        scene.next_section, scene.tear_down = self._go_on, self._end

    def _go_on(self, *args: Any, **kwargs: Any) -> None:
        self._note()
        self._next_section(*args, **kwargs)

    def _end(self) -> None:
        self._tear_down()
        self._note()
        if not any(one.files for one in self.sections):
            raise RenderingError(
                "it plays no animation, so there is no video: add self.wait() to the scene, "
                f"or draw a picture of it: {self._still()}"
            )
        if not isinstance(self._scene, LectureScene):  # whose clock leaves out what is skipped
            writer = self._scene.renderer.file_writer
            writer.subcaptions[:] = in_the_video(writer.subcaptions, self.sections)

    def _note(self) -> None:
        """Take note of the section that ends."""
        section = self._scene.renderer.file_writer.sections[-1]
        start, self._start = self._start, float(self._scene.time)
        if section.is_empty():
            return
        files = tuple(section.get_clean_partial_movie_files())
        picture = self._folder / f"end-{len(self.sections)}.png"
        if files and self._job.kind != "video":
            frame = frame_of(self._scene)
            (frame if self._job.transparent else frame.convert("RGB")).save(picture)
        self.sections.append(Section(str(section.name), start, self._start, files, picture))

    def _still(self) -> str:
        """Return the command line that draws what the scene shows in the end."""
        file = [] if self._job.file is None else [os.path.relpath(self._job.file)]
        section = str(self._scene.renderer.file_writer.sections[-1].name)
        return shlex.join(["lecture", "still", *file, self._job.scene, "--section", section])


def in_the_video(captions: Iterable[srt.Subtitle], sections: Iterable[Section]) -> list[srt.Subtitle]:
    """Return the captions that are to be seen in the video of a scene, with the times that they have there.

    Args:
        captions: Captions with the times of the scene's clock.
        sections: The sections of the scene, those that were skipped among them.
    """
    skipped = [(one.start, one.end) for one in sections if not one.files]

    def moved(time: timedelta) -> timedelta:
        seconds = time.total_seconds()
        return time - timedelta(
            seconds=sum(min(seconds, end) - start for start, end in skipped if start < seconds)
        )

    found = [srt.Subtitle(one.index, moved(one.start), moved(one.end), one.content) for one in captions]
    return [one for one in found if one.start < one.end]
