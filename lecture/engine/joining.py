"""Joins videos into one, with chapters, without encoding them again; sound is joined before it is encoded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np

from lecture.engine.sound import INTERLEAVED, SILENCE, Samples, add_track, encoded, place_of, read_lossless
from scenes.settings.errors import ParameterError
from scenes.settings.renderer import renderer_in_force

_LONGEST = 255
"""So many bytes of a chapter's title fit into an mp4."""


class FilmError(Exception):
    """A film cannot be made."""


@dataclass(frozen=True)
class Part:
    """A video to join with others.

    Attributes:
        file: The video.
        frames: How many frames it has.
        name: What to call it.
        sound: A file with its sound as it was mixed; None if it is silent.
    """

    file: Path
    frames: int
    name: str
    sound: Path | None = None


@dataclass(frozen=True)
class Chapter:
    """A chapter: its title, and the frames at which it starts and ends."""

    title: str
    start: int
    end: int


def join(
    parts: Sequence[Part],
    target: Path,
    rate: Fraction,
    chapters: Iterable[Chapter],
    metadata: Mapping[str, str],
) -> None:
    """Join videos into an mp4 that can be played while it loads; its frames follow each other at a fixed rate.

    It has a track for sound if one of them has sound.

    Args:
        parts: The videos, encoded alike.
        target: The file to write.
        rate: The frames per second.
        chapters: The chapters.
        metadata: What the file says of itself.

    Raises:
        ParameterError: They are not encoded alike.
        FilmError: One of them is damaged.
    """
    _check_alike(parts)
    # the scale of the times of chapters: in thousandths of a second, as it is by itself, they begin beside a frame
    options = {"movflags": "faststart", "movie_timescale": str(round(1000 * rate)), **INTERLEAVED}
    with av.open(str(target), "w", options=options) as film:
        film.metadata.update(metadata)
        film.set_chapters([_as_av(chapter, rate) for chapter in chapters])
        with av.open(str(parts[0].file)) as first:
            stream = film.add_stream_from_template(first.streams.video[0])
        stream.time_base = 1 / rate
        track = add_track(film, target.suffix) if any(part.sound for part in parts) else None
        start = 0
        for part in parts:
            if track is not None:
                film.mux(encoded(track, _sound_of(part, start, rate), place_of(start, rate)))
            for packet in _numbered(part, start):
                packet.stream, packet.time_base, packet.duration = stream, 1 / rate, 1
                film.mux(packet)
            start += part.frames
        if track is not None:
            film.mux(track.encode(None))


def _as_av(chapter: Chapter, rate: Fraction) -> Any:
    title = _shortened(chapter.title)
    return {
        "id": chapter.start,
        "start": chapter.start,
        "end": chapter.end,
        "time_base": 1 / rate,
        "metadata": {"title": title},
    }


def _check_alike(parts: Sequence[Part]) -> None:
    """Refuse videos whose decoders need different settings."""
    first, *others = parts
    wanted = _settings(first)
    for part in others:
        if _settings(part) != wanted:
            plain = "; LECTURE_RENDERER=plain has Manim's own renderer draw both, which encodes them alike"
            raise ParameterError(
                f"film: {part.name} and {first.name} are encoded differently, so they cannot be joined"
                + (plain if renderer_in_force() == "fast" else "")
            )


def _settings(part: Part) -> tuple[str, bytes | None]:
    """Return everything a decoder needs to know: size, profile and rate are in it."""
    try:
        with av.open(str(part.file)) as source:
            decoder = source.streams.video[0].codec_context
            return decoder.name, decoder.extradata
    except (av.error.InvalidDataError, IndexError):
        raise _damaged(part) from None


def _numbered(part: Part, start: int) -> "Iterator[av.Packet[av.VideoStream]]":
    """Yield the packets of a video in the order in which they are decoded; their time is the number of a frame."""
    try:
        with av.open(str(part.file)) as source:
            packets = [(packet.pts, packet) for packet in source.demux(video=0) if packet.pts is not None]
    except av.error.InvalidDataError:
        raise _damaged(part) from None
    places = {pts: i for i, pts in enumerate(sorted(pts for pts, _ in packets), start)}
    if len(places) != part.frames:
        raise _damaged(part)
    for pts, packet in packets:
        packet.pts, packet.dts = places[pts], None  # when to decode it is left to the muxer, as Manim does
        yield packet


def _sound_of(part: Part, start: int, rate: Fraction) -> Samples:
    """Return the sound of a video that begins at a frame, exactly as long as its frames."""
    wanted = place_of(start + part.frames, rate) - place_of(start, rate)
    try:
        found = SILENCE if part.sound is None else read_lossless(part.sound)[:wanted]
    except (av.error.InvalidDataError, IndexError):
        raise _damaged(part) from None
    # where a frame is no whole number of samples, one may be missing: none that is silent, or it would click
    return np.pad(found, ((0, wanted - len(found)), (0, 0)), mode="edge" if len(found) else "constant")


def _damaged(part: Part) -> FilmError:
    return FilmError(f"{part.file}: it is damaged; delete it, and the next run will make it again")


def _shortened(title: str) -> str:
    """Return a title that fits into an mp4."""
    if len(title.encode()) <= _LONGEST:
        return title
    return title.encode()[: _LONGEST - 3].decode(errors="ignore") + "…"
