"""Draws a scene once and cuts it into clips, one per section, with posters, captions and words."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
from manim import Scene

from fastcairo.remux import copy_video
from lecture.engine.captions import as_srt, as_vtt, captions_between, transcript_of
from lecture.engine.catalog import Lesson, title_of
from lecture.engine.clip_index import INDEX, LOSSLESS, Clip, SceneClips
from lecture.engine.file_names import DEFAULT, stem_of
from lecture.engine.gif import write_gif
from lecture.engine.job import Job
from lecture.engine.plain_text import plain
from lecture.engine.provenance import Record, metadata, record
from lecture.engine.rendering import Rendered, Tell, rendered
from lecture.engine.sizes import size_of
from lecture.engine.sound import Samples, put_to, write_lossless
from scenes.stage.direction.scene import LectureScene


def clips(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Any:
    """Render a scene and return the files of its sections, and its length in seconds."""
    film = replace(job, format="mp4") if job.format == "gif" else job
    drawn = rendered(scene_class, film, folder, report)
    made = record(job, scene_class)
    found = list(_cut(drawn, job, title_of(scene_class), made, folder))
    if job.format == "gif":
        found = [_as_gif(clip, folder, job.megabytes) for clip in found]
    size = size_of(job.quality, job.scene)
    all_clips = SceneClips(
        name="",
        scene=job.scene,
        title=plain(title_of(scene_class)),
        idea=plain(Lesson(job.scene, scene_class).idea),
        width=size.width,
        height=size.height,
        frame_rate=size.rate,
        made_from=None,
        record=made.facts,
        clips=tuple(found),
    )
    (folder / INDEX).write_text(all_clips.model_dump_json(), encoding="utf-8")
    files = {name: name for clip in found for name in clip.files.values()}
    seconds = sum(clip.seconds for clip in found)
    return {"files": {**files, INDEX: INDEX}, "seconds": seconds, "note": drawn.note(job.format)}


def _cut(drawn: Rendered, job: Job, title: str, made: Record, folder: Path) -> Iterator[Clip]:
    """Yield the clips of a scene that has been rendered, with their files in a folder."""
    seen = drawn.scene.seen if isinstance(drawn.scene, LectureScene) else {}
    sounds = (drawn.sounds if job.format != "gif" else None) or itertools.repeat(None)
    start = 0.0
    for number, (one, sound) in enumerate(zip(drawn.sections, sounds, strict=False), 1):
        joined = folder / f"joined{Path(one.files[0]).suffix}"
        drawn.writer.combine_files([*one.files], joined)
        section = plain(one.name)
        stem = folder / stem_of(number, len(drawn.sections), section)
        about = metadata(f"{title}: {section}", made.model_copy(update={"section": section}))
        files = _with_sound(joined, sound, stem, about)
        frames, rate = _length(joined)
        seconds = frames / rate
        captions = captions_between(drawn.writer.subcaptions, start, start + seconds, 1 / rate)
        one.picture.rename(stem.with_name(f"{stem.name}.png"))
        clip = Clip(
            number=number,
            section=section,
            alt=plain(seen.get(one.name) or (f"{title}." if one.name == DEFAULT else f"{title}: {section}.")),
            transcript=transcript_of(captions),
            start=start,
            seconds=seconds,
            frames=frames,
            captions=captions,
            files={**files, ".png": f"{stem.name}.png"},
        )
        yield _with_texts(clip, stem)
        start += seconds


def _with_sound(joined: Path, sound: Samples | None, stem: Path, about: dict[str, str]) -> dict[str, str]:
    """Write the video of a clip, and its sound as it was mixed, for films; return the files by their endings."""
    video = stem.with_name(f"{stem.name}{joined.suffix}")
    if sound is None:
        copy_video(joined, video, **about)
        return {joined.suffix: video.name}
    put_to(joined, sound, video, **about)
    kept = stem.with_name(f"{stem.name}{LOSSLESS}")
    write_lossless(sound, kept)
    return {joined.suffix: video.name, LOSSLESS: kept.name}


def _with_texts(clip: Clip, stem: Path) -> Clip:
    """Write a clip's words, and return the clip with these files."""
    texts = {
        ".vtt": as_vtt(clip.captions),
        ".srt": as_srt(clip.captions),
        ".alt.txt": f"{clip.alt}\n",
        ".txt": f"{clip.transcript}\n",
    }
    for ending, text in texts.items():
        stem.with_name(f"{stem.name}{ending}").write_text(text, encoding="utf-8")
    names = {ending: f"{stem.name}{ending}" for ending in texts}
    return clip.model_copy(update={"files": {**clip.files, **names}})


def _as_gif(clip: Clip, folder: Path, megabytes: float) -> Clip:
    """Return a clip with a gif in place of its video."""
    video = folder / clip.files[".mp4"]
    gif = video.with_suffix(".gif")
    write_gif(video, gif, megabytes)
    others = {ending: name for ending, name in clip.files.items() if ending != ".mp4"}
    return clip.model_copy(update={"files": {".gif": gif.name, **others}})


def _length(video: Path) -> tuple[int, float]:
    """Return how many frames a video has, and how many per second."""
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        frames = sum(packet.dts is not None for packet in container.demux(stream))
        return frames, float(stream.average_rate or stream.base_rate or 1)
