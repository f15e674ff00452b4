"""Draws what a job asks for, in the process of the job: a video, the end of one section, or those of all."""

import math
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
from manim import Scene, tempconfig
from manim.constants import QUALITIES
from manim.manager import Manager
from PIL import Image, ImageDraw, ImageFont

from fastcairo.remux import copy_video
from lecture.catalog import no_section
from lecture.jobs import Job
from lecture.names import CAPTIONS, SHOWN, record_ending
from lecture.provenance import COMMENT, Record, as_text, record
from lecture.walk import frame_of, walk
from scenes.stage.scene import LectureScene
from scenes.stage.theme import chosen_theme

Tell = Callable[[dict[str, Any]], None]
"""Is told how far a scene is."""

_MARGIN, _LINE = 0.012, 0.024
"""Around the frames of a storyboard and for the names below them, as shares of its width."""


def quality(letter: str) -> dict[str, Any]:
    """Return the width, the height and the frame rate that a letter of Manim's stands for."""
    found = next(one for one in QUALITIES.values() if one["flag"] == letter)
    return {key: found[key] for key in ("pixel_width", "pixel_height", "frame_rate")}


def video(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Any:
    """Render a scene and return its files by their endings, and its length in seconds."""
    written = Path(rendered(scene_class, job, folder, report).renderer.file_writer.final_file_path)
    made = record(job, scene_class)
    finished = folder / f"finished{written.suffix}"
    if written.suffix == ".gif":
        shutil.move(written, finished)
    else:
        copy_video(written, finished, **metadata(title_of(scene_class), made))
    files = {written.suffix: finished.name}
    captions = written.with_suffix(CAPTIONS)
    if captions.exists():
        shutil.move(captions, folder / "captions.srt")
        files[CAPTIONS] = "captions.srt"
    return _answer(files, made, folder, seconds_of(finished))


def rendered(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Any:
    """Render a scene into a folder and return it: its `file_writer` knows the files."""
    total = walk(scene_class, lambda *_: None).clock if issubclass(scene_class, LectureScene) else 0.0
    settings = {
        **quality(job.quality),
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
        scene.render()
    return scene


def title_of(scene_class: type[Scene]) -> str:
    """Return the title of a scene, or its name where it has none."""
    return str(getattr(scene_class, "title", "") or scene_class.__name__)


def metadata(title: str, made: Record) -> dict[str, str]:
    """Return what a video says of itself."""
    return {"title": title, COMMENT: as_text(made)}


def _reporting(scene: Any, total: float, report: Tell) -> None:
    """Let a scene report after each of its animations."""
    play = scene.play

    def reporting(*args: Any, **kwargs: Any) -> None:
        play(*args, **kwargs)
        sections = scene.renderer.file_writer.sections
        report({"seconds": float(scene.time), "total": total, "section": sections[-1].name if sections else ""})

    scene.play = reporting


def seconds_of(file: Path) -> float:
    """Return how long a video is."""
    with av.open(str(file)) as container:
        return float(container.duration or 0) / av.time_base


def pictures(scene_class: type[Scene], job: Job, folder: Path) -> Any:
    """Draw the end of a section, or of all of them on one sheet; return the file by its ending."""
    frames: dict[str, Image.Image] = {}
    seen: list[str] = []

    def look(scene: Scene, section: str) -> bool:
        seen.append(section)
        if job.section in (None, section):
            frames[section] = frame_of(scene)
        return job.section == section

    size = quality(job.quality)
    with tempconfig({"background_opacity": float(not job.transparent)}):
        walk(scene_class, look, pixels=(size["pixel_width"], size["pixel_height"]))
    if not frames:
        raise no_section(job.scene, str(job.section), seen)
    picture = frames[job.section] if job.section else sheet(frames)
    picture.save(folder / "picture.png")
    return _answer({".png": "picture.png"}, record(job, scene_class), folder, 0.0)


def _answer(files: dict[str, str], made: Record, folder: Path, seconds: float) -> dict[str, Any]:
    """Put the record beside the files that were made, and return what to say of them."""
    (folder / "facts.json").write_text(as_text(made, indent=2) + "\n", encoding="utf-8")
    (shown,) = (ending for ending in files if ending in SHOWN)
    return {"files": {**files, record_ending(shown): "facts.json"}, "seconds": seconds}


def sheet(frames: dict[str, Image.Image]) -> Image.Image:
    """Return frames on one sheet as wide as one of them, each with its name below."""
    columns = 2 if len(frames) <= 4 else 3
    wide, high = next(iter(frames.values())).size
    margin, line = round(_MARGIN * wide), round(_LINE * wide)
    width = (wide - margin * (columns + 1)) // columns
    height = width * high // wide
    theme = chosen_theme()
    rows = math.ceil(len(frames) / columns)
    paper = Image.new("RGB", (wide, margin + rows * (height + line + margin)), theme.faded(theme.hairline))
    pen, font = ImageDraw.Draw(paper), ImageFont.load_default(0.6 * line)
    for i, (name, frame) in enumerate(frames.items()):
        x = margin + i % columns * (width + margin)
        y = margin + i // columns * (height + line + margin)
        paper.paste(frame.convert("RGB").resize((width, height), Image.Resampling.LANCZOS), (x, y))
        pen.text((x, y + height + line / 2), f"{i + 1}  {name}", theme.ink, font, anchor="lm")
    return paper
