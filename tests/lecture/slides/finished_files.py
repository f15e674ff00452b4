"""A folder of finished files to try galleries with: one of everything, some of it under odd names."""

import json
import shutil
from pathlib import Path
from typing import Any

import av

from lecture.command_line.requests import Request, job_of, jobs_of
from lecture.engine.captions import as_srt
from lecture.engine.catalog import lessons_of
from lecture.engine.clip_index import INDEX, Caption, Index, SceneClips
from lecture.engine.file_names import record_ending
from lecture.engine.job import Job
from lecture.engine.made_from import made_from
from lecture.engine.provenance import record
from tests.lecture.declared import parameters
from tests.lecture.slides.samples import NASTY, scene_clips

ODD = "50% of a #b?c=d&e;f 'ü 🙂\" – é"
CAPTIONS = (Caption(start=0, end=1.5, text="One --> two"), Caption(start=1.5, end=2, text=f"<b>\n{NASTY}"))


def a_job(scene: str = "BowlDescent", **values: Any) -> Job:
    """Return the job of a scene of the lecture."""
    return job_of(lessons_of([scene])[0], parameters(scene, **values), Request(quality="l"), "video", None)


def facts(job: Job, **others: Any) -> dict[str, Any]:
    """Return the record of a job."""
    return {**record(job, object).facts, **others}


def put_file(out: Path, name: str, source: Path, said: dict[str, Any], captions: bool = False) -> Path:
    """Put a file, its record and captions into a folder of finished files."""
    file = out / f"{name}{source.suffix}"
    shutil.copyfile(source, file)
    (out / f"{name}{record_ending(source.suffix)}").write_text(json.dumps(said))
    if captions:
        (out / f"{name}.srt").write_text(as_srt(CAPTIONS))
    return file


def put_clips(out: Path, *listed: SceneClips) -> None:
    """Write the index of clips."""
    (out / "clips" / INDEX).write_text(Index(scenes=listed).model_dump_json())


def put_current_clips(out: Path, seconds: float = 0.2) -> SceneClips:
    """Put clips into a folder that `BowlDescent -q l` takes for its own, and up to date; nothing is drawn.

    Args:
        out: The folder of finished files.
        seconds: How long each is.
    """
    ((name, job),) = jobs_of(["BowlDescent"], Request(quality="l"), kind="clips").items()
    made = scene_clips(out / "clips", name, ["curve", "log"], text=f"{seconds}", seconds=seconds)
    made = made.model_copy(update={"made_from": made_from(job), "record": facts(job)})
    put_clips(out, made)
    return made


def gif_of(video: Path) -> Path:
    """Make a gif beside a video."""
    gif = video.with_suffix(".gif")
    with av.open(str(video)) as source:
        frames = [frame.to_image() for frame in source.decode(video=0)][::10]
    frames[0].save(gif, save_all=True, append_images=frames[1:], duration=333)
    return gif


def filled(out: Path) -> Path:
    """Fill a folder of finished files with one of everything, some of it under odd names, and return it."""
    clips = out / "clips"
    bowl = scene_clips(clips, "BowlDescent", seconds=2)
    bowl = bowl.model_copy(update={"record": facts(a_job(alpha=0.5), kind="clips")})
    odd = scene_clips(clips, f"Own {ODD}", ["curve", NASTY], text=NASTY, theme="light", seconds=2)
    put_clips(out, bowl, odd)
    video = clips / bowl.clips[0].files[".mp4"]
    put_file(out, "BowlDescent-input=2", video, facts(a_job(input=2)), captions=True)
    put_file(out, ODD, video, facts(a_job(), file=f"/here/{ODD}.py", scene="Steep", theme="light"), captions=True)
    put_file(out, "RodsInABox", gif_of(video), facts(a_job("RodsInABox"), format="gif"))
    picture = clips / bowl.clips[0].files[".png"]
    put_file(out, "BowlDescent-still-log", picture, facts(a_job(), kind="still", section="log"))
    put_file(out, "AlphaDamping-storyboard", picture, facts(a_job("AlphaDamping"), kind="storyboard"))
    shutil.copyfile(video, out / "unknown.mp4")
    put_file(out, "damaged", video, {"scene": 1})
    (out / "cut.json").write_text('{"scene": "Bowl')
    shutil.copyfile(video, out / "cut.mp4")
    (out / "words.srt").write_text("no captions")
    return out
