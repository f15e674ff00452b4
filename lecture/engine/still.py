"""Draws the end of one section of a scene, or the ends of all on one sheet, in the process of a job."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from manim import Scene, tempconfig
from PIL import Image, ImageDraw, ImageFont

from lecture.engine.catalog import no_section
from lecture.engine.job import Job, Report
from lecture.engine.provenance import record, with_record
from lecture.engine.sizes import size_of
from lecture.engine.walk import frame_for, frame_of, walk
from scenes.settings.theme import THEMES, Theme
from scenes.stage.direction.scene import LectureScene

_MARGIN, _LINE = 0.012, 0.024
"""Around the frames of a storyboard and for the names below them, as shares of its width."""


def pictures(scene_class: type[Scene], job: Job, folder: Path, report: Report) -> Any:
    """Draw the end of a section, or the ends of all on one sheet; return the file by its ending."""
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
        entered = {"only": job.section or ""} if issubclass(scene_class, LectureScene) else {}
        pixels = size.width, size.height
        walk(scene_class, look, pixels=pixels, frame=frame, step=lambda: report({}), **entered)
    if not frames:
        raise no_section(job.scene, str(job.section), seen)
    picture = frames[0][1] if job.section is not None else sheet(frames, THEMES[job.theme])
    picture.save(folder / "picture.png")
    return with_record({".png": "picture.png"}, record(job, scene_class), folder, 0.0)


def sheet(frames: Sequence[tuple[str, Image.Image]], theme: Theme) -> Image.Image:
    """Return frames on one sheet as wide as one of them, each with its name below."""
    columns = 2 if len(frames) <= 4 else 3
    wide, high = frames[0][1].size
    margin, line = round(_MARGIN * wide), round(_LINE * wide)
    width = (wide - margin * (columns + 1)) // columns
    height = width * high // wide
    rows = math.ceil(len(frames) / columns)
    paper = Image.new("RGB", (wide, margin + rows * (height + line + margin)), theme.faded(theme.hairline))
    pen, font = ImageDraw.Draw(paper), ImageFont.load_default(0.6 * line)
    for i, (name, frame) in enumerate(frames):
        x = margin + i % columns * (width + margin)
        y = margin + i // columns * (height + line + margin)
        paper.paste(frame.convert("RGB").resize((width, height), Image.Resampling.LANCZOS), (x, y))
        pen.text((x, y + height + line / 2), f"{i + 1}  {name}", theme.ink, font, anchor="lm")
    return paper
