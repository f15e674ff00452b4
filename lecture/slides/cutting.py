"""Draws a scene once and cuts it into clips, a section each, with posters, captions and words."""

import itertools
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
from manim import Scene
from PIL import Image

from fastcairo.remux import copy_video
from lecture.catalog import Lesson
from lecture.drawing import Tell, metadata, quality, rendered, title_of
from lecture.jobs import Job
from lecture.names import DEFAULT
from lecture.provenance import Record, record
from lecture.slides.captions import as_srt, as_vtt, captions_between, transcript_of
from lecture.slides.clip import INDEX, Clip, SceneClips
from lecture.slides.gif import write_gif
from lecture.slides.plain import plain, stem_of
from scenes.stage.scene import LectureScene


def clips(scene_class: type[Scene], job: Job, folder: Path, report: Tell) -> Any:
    """Render a scene and return the files of its sections, and its length in seconds."""
    film = replace(job, format="mp4") if job.format == "gif" else job
    scene = rendered(scene_class, film, folder, report)
    made = record(job, scene_class)
    found = list(_cut(scene, title_of(scene_class), made, folder))
    if not found:
        return {"error": "it plays no animation, so there are no clips of it"}
    if job.format == "gif":
        found = [_as_gif(clip, folder, job.megabytes) for clip in found]
    size = quality(job.quality)
    all_clips = SceneClips(
        name="",
        scene=job.scene,
        title=plain(title_of(scene_class)),
        idea=plain(Lesson(job.scene, scene_class).idea),
        width=size["pixel_width"],
        height=size["pixel_height"],
        frame_rate=size["frame_rate"],
        made_from=None,
        record=made.facts,
        clips=tuple(found),
    )
    (folder / INDEX).write_text(all_clips.model_dump_json(), encoding="utf-8")
    files = {name: name for clip in found for name in clip.files.values()}
    return {"files": {**files, INDEX: INDEX}, "seconds": sum(clip.seconds for clip in found)}


def _cut(scene: Any, title: str, made: Record, folder: Path) -> Iterator[Clip]:
    """Yield the clips of a scene that has been rendered, with their files in a folder."""
    writer = scene.renderer.file_writer
    parts = [(one.name, files) for one in writer.sections if (files := one.get_clean_partial_movie_files())]
    seen = scene.seen if isinstance(scene, LectureScene) else {}
    start = 0.0
    for number, (name, files) in enumerate(parts, 1):
        joined = folder / f"joined{Path(files[0]).suffix}"
        writer.combine_files(files, joined)
        section = plain(name)
        stem = stem_of(number, len(parts), section)
        about = metadata(f"{title}: {section}", made.model_copy(update={"section": section}))
        copy_video(joined, folder / f"{stem}{joined.suffix}", **about)
        frames, rate = _length(joined)
        seconds = frames / rate
        captions = captions_between(writer.subcaptions, start, start + seconds, 1 / rate)
        transcript = transcript_of(captions)
        clip = Clip(
            number=number,
            section=section,
            alt=plain(seen.get(name) or (f"{title}." if name == DEFAULT else f"{title}: {section}.")),
            transcript=transcript,
            start=start,
            seconds=seconds,
            frames=frames,
            captions=captions,
            files={joined.suffix: f"{stem}{joined.suffix}"},
        )
        yield _with_texts(clip, last_frame(joined), folder / stem)
        start += seconds


def _with_texts(clip: Clip, poster: Image.Image, stem: Path) -> Clip:
    """Write a clip's poster and words, and return the clip with these files."""
    poster.save(stem.with_name(f"{stem.name}.png"))
    texts = {
        ".vtt": as_vtt(clip.captions),
        ".srt": as_srt(clip.captions),
        ".alt.txt": f"{clip.alt}\n",
        ".txt": f"{clip.transcript}\n",
    }
    for ending, text in texts.items():
        stem.with_name(f"{stem.name}{ending}").write_text(text, encoding="utf-8")
    names = {ending: f"{stem.name}{ending}" for ending in (".png", *texts)}
    return clip.model_copy(update={"files": {**clip.files, **names}})


def _as_gif(clip: Clip, folder: Path, megabytes: float) -> Clip:
    """Return a clip with a gif in place of its video."""
    video = folder / clip.files[".mp4"]
    gif = video.with_suffix(".gif")
    write_gif(video, gif, megabytes)
    others = {ending: name for ending, name in clip.files.items() if ending != ".mp4"}
    return clip.model_copy(update={"files": {".gif": gif.name, **others}})


def _length(video: Path) -> tuple[int, float]:
    """Return how many frames a video has, and how many a second."""
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        frames = sum(packet.dts is not None for packet in container.demux(stream))
        return frames, float(stream.average_rate or stream.base_rate or 1)


def last_frame(video: Path) -> Image.Image:
    """Return the last frame of a video, with its transparency if it has any."""
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        decoder = stream.codec_context
        if stream.codec_context.name == "vp9":  # of the decoders, only this one sees the transparency
            decoder = av.CodecContext.create("libvpx-vp9", "r")
            decoder.extradata = stream.codec_context.extradata
        packets = (packet for packet in container.demux(stream) if packet.dts is not None)
        frames = (frame for packet in itertools.chain(packets, [None]) for frame in decoder.decode(packet))
        (last,) = deque(frames, maxlen=1)
        layout = "rgba" if last.format.name == "yuva420p" else "rgb24"
        return Image.fromarray(last.to_ndarray(format=layout))
