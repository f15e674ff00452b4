"""Finds what a gallery shows: the files of a folder whose records say how they were made, and its clips."""

import io
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

import av
import srt

import scenes
from lecture.engine.captions import as_vtt, captions_between, transcript_of
from lecture.engine.catalog import Lesson, own_lesson, title_of
from lecture.engine.clip_index import Caption, Clip, index_of, lies_in
from lecture.engine.file_names import CAPTIONS, SHOWN, parted
from lecture.engine.plain_text import plain
from lecture.engine.provenance import Record, facts_of, read
from lecture.engine.video import seconds_of
from lecture.slides.gallery_items import OFFERED, VIDEOS, File, Item, Shown
from scenes.settings.errors import ParameterError, why

_UNREADABLE = (av.error.FFmpegError, OSError, LookupError, ValueError)
"""What damaged files raise."""
_KINDS = ("film", "video", "clips", "storyboard", "still")


def items_of(out: Path) -> list[Item]:
    """Return what is to be shown of a folder of finished files: scene by scene, the lecture's first.

    What does not say where it comes from is left out, and so is what cannot be read.

    Raises:
        ParameterError: The folder or the index of its clips cannot be read.
    """
    found = [*_files(out), *_clips(out / "clips")]
    order = [*scenes.SCENES]

    def place(item: Item) -> tuple[object, ...]:
        made = item.record
        ours = made.file is None and made.scene in order
        rank = -1 if made.kind == "film" else order.index(made.scene) if ours else len(order)
        return rank, made.scene, made.file or "", _KINDS.index(made.kind), item.name

    return sorted(found, key=place)


def _files(out: Path) -> Iterator[Item]:
    """Yield the videos and pictures of a folder."""
    try:
        there = sorted(out.iterdir()) if out.is_dir() else []
    except OSError as error:
        raise ParameterError(f"{out}: it cannot be read ({why(error)})") from None
    for file in there:
        name, ending = parted(file.name)
        if ending in SHOWN and name:
            with suppress(ParameterError, *_UNREADABLE):
                yield _file(file, name, ending)


def _file(file: Path, name: str, ending: str) -> Item:
    """Return a video or a picture."""
    record = read(facts_of(file), file.name)
    width, height, title = _measured(file)
    title, idea = _about(record) or (plain(title or record.scene), "")
    files = {ending: File(f"media/{file.name}", file)}
    captions: tuple[Caption, ...] = ()
    if ending != ".png":
        captions, words = _words(file.with_name(f"{name}{CAPTIONS}"), name)
        files = {**files, **_poster(file, record), **words}
    shown = Shown(
        name=plain(name),
        heading="",
        width=width,
        height=height,
        seconds=0.0 if ending == ".png" else seconds_of(file),
        alt=_alt(record, title),
        captions=captions,
        files=files,
    )
    return Item(plain(name), title, idea, record, (shown,))


def _alt(record: Record, title: str) -> str:
    """Return a sentence on what can be seen."""
    if record.kind == "storyboard":
        return f"{title}: the ends of all sections on one sheet."
    section = plain(record.section or "")
    return f"{title}: the end of {section}." if record.kind == "still" else f"{title}{section and f': {section}'}."


def _measured(file: Path) -> tuple[int, int, str]:
    """Return the width and the height of a video or a picture, and the title that it says it has."""
    with av.open(str(file)) as container:
        stream = container.streams.video[0]
        if not stream.width or not stream.height:
            raise ValueError("it contains no picture")
        return stream.width, stream.height, container.metadata.get("title", "")


def _about(record: Record) -> tuple[str, str] | None:
    """Return the title of a scene of the lecture, and what it is about; None if it is none of them."""
    if record.file is not None or record.scene not in scenes.SCENES:
        return None
    scene = own_lesson(record.scene).scene
    return plain(title_of(scene)), plain(Lesson(record.scene, scene).idea)


def _words(captions: Path, name: str) -> tuple[tuple[Caption, ...], dict[str, File]]:
    """Return the captions that lie beside a video, and the files with its words."""
    try:
        subtitles = list(srt.parse(captions.read_text(encoding="utf-8-sig")))
    except (OSError, ValueError, srt.SRTParseError):
        return (), {}
    found = captions_between(subtitles, 0.0, float("inf"), 0.0)
    return found, {
        ".srt": File(f"media/{captions.name}", captions),
        ".vtt": File(f"made/{name}.vtt", as_vtt(found).encode()),
        ".txt": File(f"made/{name}.txt", f"{transcript_of(found)}\n".encode()),
    }


def _poster(video: Path, record: Record) -> dict[str, File]:
    """Return the last frame of a video: only what comes after its last key frame is decoded for it.

    Players have to find the first frame of what is transparent themselves: not every decoder sees through it.
    """
    if record.transparent:
        return {}
    with av.open(str(video)) as container:
        container.seek(container.duration or 0)
        last: deque[Any] = deque(container.decode(container.streams.video[0]), maxlen=1)
    if not last:
        return {}
    content = io.BytesIO()
    last[0].to_image().save(content, "PNG")
    return {".png": File(f"made/{video.name}.png", content.getvalue())}


def _clips(folder: Path) -> Iterator[Item]:
    """Yield the clips that the index of a folder lists, as far as they are there."""
    for one in index_of(folder).scenes:
        with suppress(ParameterError):
            record = read(one.record, one.name)
            shown = tuple(filter(None, (_clip(folder, one.name, clip) for clip in one.clips)))
            if shown:
                title, idea = _about(record) or (plain(one.title), plain(one.idea))
                yield Item(plain(one.name), title, idea, record, shown)


def _clip(folder: Path, name: str, clip: Clip) -> Shown | None:
    """Return a clip with those of its files that are there; None if nothing is to be seen."""
    files = {
        ending: File(f"media/clips/{PurePosixPath(file)}", folder / file)
        for ending, file in clip.files.items()
        if ending in OFFERED and lies_in(folder, file)
    }
    section = plain(clip.label) or str(clip.number)
    for moving in (ending for ending in (*VIDEOS, ".gif") if ending in files):
        with suppress(*_UNREADABLE):
            width, height, _ = _measured(folder / clip.files[moving])
            return Shown(
                name=f"{plain(name)}, clip {clip.number}: {section}",
                heading=section,
                width=width,
                height=height,
                seconds=clip.seconds,
                alt=plain(clip.alt),
                captions=clip.captions,
                files=files,
            )
    return None
