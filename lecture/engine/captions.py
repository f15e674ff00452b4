"""Captions cut to clips, as SRT and as WebVTT."""

import datetime
from collections.abc import Iterable, Sequence
from html import escape

import srt

from lecture.engine.clip_index import Caption
from lecture.engine.plain_text import plain


def captions_between(
    subtitles: Iterable[srt.Subtitle], start: float, end: float, frame: float
) -> tuple[Caption, ...]:
    """Return the captions shown between two times, in order, with times counted from the first of the two.

    Args:
        subtitles: All captions of a scene.
        start: The first of the two times, in seconds.
        end: The second.
        frame: How long a frame is: the times of captions may be a little off.
    """
    found = []
    for one in sorted(subtitles):
        first, last = max(one.start.total_seconds(), start), min(one.end.total_seconds(), end)
        text = "\n".join(filter(None, map(plain, one.content.splitlines())))
        if text and last - first > frame / 2:
            found.append(Caption(start=first - start, end=last - start, text=text))
    return tuple(found)


def transcript_of(captions: Iterable[Caption]) -> str:
    """Return what captions say, in one line."""
    return " ".join(" ".join(one.text.split()) for one in captions)


def as_srt(captions: Sequence[Caption]) -> str:
    """Return captions as SRT."""
    subtitles = [
        srt.Subtitle(None, datetime.timedelta(seconds=one.start), datetime.timedelta(seconds=one.end), one.text)
        for one in captions
    ]
    return str(srt.compose(subtitles))


def as_vtt(captions: Iterable[Caption]) -> str:
    """Return captions as WebVTT."""
    cues = [f"{_time(one.start)} --> {_time(one.end)}\n{escape(one.text, quote=False)}\n" for one in captions]
    return "\n".join(["WEBVTT\n", *cues])


def _time(seconds: float) -> str:
    """Return a time as WebVTT writes it: 00:01:02.345."""
    minutes, thousandths = divmod(round(seconds * 1000), 60_000)
    return f"{minutes // 60:02}:{minutes % 60:02}:{thousandths // 1000:02}.{thousandths % 1000:03}"
