"""Captions of scenes that say them in any order, and of what cannot be read."""

from datetime import timedelta

import srt

from lecture.engine.captions import as_vtt, captions_between


def said(start: float, end: float, text: str) -> srt.Subtitle:
    """Return a caption as Manim keeps it."""
    return srt.Subtitle(None, timedelta(seconds=start), timedelta(seconds=end), text)


def test_captions_come_in_the_order_of_time() -> None:
    """As WebVTT demands it, although a scene may announce a caption before it says an earlier one."""
    found = captions_between([said(3, 4, "third"), said(1, 2, "first"), said(2, 5, "second")], 1.5, 4, 0.1)
    assert [(one.start, one.end, one.text) for one in found] == [
        (0, 0.5, "first"),
        (0.5, 2.5, "second"),
        (1.5, 2.5, "third"),
    ]


def test_what_cannot_be_read_is_no_caption() -> None:
    """Blanks and control characters would be a cue without a text."""
    found = captions_between([said(0, 1, " \n\x07\n "), said(1, 2, "\n text \n\n")], 0, 2, 0.1)
    assert [one.text for one in found] == ["text"]
    assert as_vtt(found) == "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\ntext\n"
