"""Draws the video of a whole scene, in the process of a job."""

import shutil
from pathlib import Path
from typing import Any

import av
import numpy as np
from manim import Scene

from fastcairo.remux import copy_video
from lecture.engine.catalog import title_of
from lecture.engine.file_names import CAPTIONS
from lecture.engine.job import Job
from lecture.engine.provenance import metadata, record, with_record
from lecture.engine.rendering import Tell, rendered
from lecture.engine.sound import put_to


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
    return {**with_record(files, made, folder, seconds_of(finished)), "note": drawn.note(job.format)}


def seconds_of(file: Path) -> float:
    """Return how long a video is."""
    with av.open(str(file)) as container:
        return float(container.duration or 0) / av.time_base
