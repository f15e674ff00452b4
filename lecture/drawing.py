"""Draws what a job asks for, in the process of the job: a video, the end of one section, or those of all."""

import math
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import av
import numpy as np
from manim import Scene, tempconfig
from PIL import Image, ImageDraw, ImageFont

from fastcairo.remux import copy_video
from lecture.catalog import no_section
from lecture.jobs import Job
from lecture.markup import as_plain
from lecture.names import CAPTIONS, SHOWN, record_ending
from lecture.provenance import COMMENT, Record, as_text, record
from lecture.rendering import Tell, rendered
from lecture.sizes import size_of
from lecture.sound import put_to
from lecture.walk import frame_for, frame_of, walk
from scenes.settings.theme import chosen_theme
from scenes.stage.direction.scene import LectureScene

_MARGIN, _LINE = 0.012, 0.024
"""Around the frames of a storyboard and for the names below them, as shares of its width."""


def video(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Any:
    """Render a scene and return its files by their endings, and its length in seconds."""
    drawn = rendered(scene_class, job, folder, report)
    written, sounds = Path(drawn.writer.final_file_path), drawn.sounds
    made = record(job, scene_class)
    about = metadata(title_of(scene_class), made)
    finished = folder / f"finished{written.suffix}"
    if written.suffix == ".gif":
        shutil.move(written, finished)
    elif sounds is None:
        copy_video(written, finished, **about)
    else:
        put_to(written, np.concatenate(sounds), finished, **about)
    files = {written.suffix: finished.name}
    captions = written.with_suffix(CAPTIONS)
    if captions.exists():
        shutil.move(captions, folder / "captions.srt")
        files[CAPTIONS] = "captions.srt"
    return {**_answer(files, made, folder, seconds_of(finished)), "note": drawn.note(job.format)}


def title_of(scene_class: type[Scene]) -> str:
    """Return the title of a scene as it is seen, or its name where it has none."""
    title = str(getattr(scene_class, "title", ""))
    return (as_plain(title) if issubclass(scene_class, LectureScene) else title) or scene_class.__name__


def metadata(title: str, made: Record) -> dict[str, str]:
    """Return what a video says of itself."""
    return {"title": title, COMMENT: as_text(made)}


def seconds_of(file: Path) -> float:
    """Return how long a video is."""
    with av.open(str(file)) as container:
        return float(container.duration or 0) / av.time_base


def pictures(scene_class: type[Scene], job: Job, folder: Path) -> Any:
    """Draw the end of a section, or of all of them on one sheet; return the file by its ending."""
    frames: list[tuple[str, Image.Image]] = []
    seen: list[str] = []

    def look(scene: Scene, section: str) -> bool:
        seen.append(section)
        if job.section in (None, section):
            frames.append((section, frame_of(scene)))
        return job.section == section

    size = size_of(job.quality, job.scene)
    with tempconfig({"background_opacity": float(not job.transparent)}):
        frame = frame_for(scene_class, size)
        walk(scene_class, look, pixels=(size.width, size.height), frame=frame)
    if not frames:
        raise no_section(job.scene, str(job.section), seen)
    picture = frames[0][1] if job.section is not None else sheet(frames)
    picture.save(folder / "picture.png")
    return _answer({".png": "picture.png"}, record(job, scene_class), folder, 0.0)


def _answer(files: dict[str, str], made: Record, folder: Path, seconds: float) -> dict[str, Any]:
    """Put the record beside the files that were made, and return what to say of them."""
    (folder / "facts.json").write_text(as_text(made, indent=2) + "\n", encoding="utf-8")
    (shown,) = (ending for ending in files if ending in SHOWN)
    return {"files": {**files, record_ending(shown): "facts.json"}, "seconds": seconds}


def sheet(frames: Sequence[tuple[str, Image.Image]]) -> Image.Image:
    """Return frames on one sheet as wide as one of them, each with its name below."""
    columns = 2 if len(frames) <= 4 else 3
    wide, high = frames[0][1].size
    margin, line = round(_MARGIN * wide), round(_LINE * wide)
    width = (wide - margin * (columns + 1)) // columns
    height = width * high // wide
    theme = chosen_theme()
    rows = math.ceil(len(frames) / columns)
    paper = Image.new("RGB", (wide, margin + rows * (height + line + margin)), theme.faded(theme.hairline))
    pen, font = ImageDraw.Draw(paper), ImageFont.load_default(0.6 * line)
    for i, (name, frame) in enumerate(frames):
        x = margin + i % columns * (width + margin)
        y = margin + i // columns * (height + line + margin)
        paper.paste(frame.convert("RGB").resize((width, height), Image.Resampling.LANCZOS), (x, y))
        pen.text((x, y + height + line / 2), f"{i + 1}  {name}", theme.ink, font, anchor="lm")
    return paper
