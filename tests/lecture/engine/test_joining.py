"""Videos are joined frame by frame, as they are encoded."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from lecture.engine.joining import Chapter, FilmError, Part, join
from scenes.settings.errors import ParameterError

RATE = Fraction(25)
RNG = np.random.default_rng(1)


def part(file: Path, shades: list[int], **options: str) -> Part:
    """Write a video whose frames have these shades."""
    with av.open(str(file), "w") as container:
        stream: Any = container.add_stream("libx264", rate=25, options={"qp": "0", **options})
        stream.width, stream.height, stream.pix_fmt = 64, 48, "yuv420p"
        for shade in shades:
            picture = RNG.integers(0, 2, (72, 64), dtype=np.uint8) + np.uint8(shade)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="yuv420p")))
        container.mux(stream.encode())
    return Part(file, len(shades), file.stem)


def joined(parts: list[Part], folder: Path) -> Path:
    total = sum(one.frames for one in parts)
    join(parts, folder / "joined.mp4", RATE, [Chapter("all", 0, total)], {"title": "joined"})
    return folder / "joined.mp4"


@pytest.mark.parametrize("lengths", [(1,), (1, 1, 1), (30, 1, 2, 3, 40), (2, 50), (50, 7)])
@pytest.mark.parametrize("options", [{}, {"bf": "0"}, {"bf": "8", "b-pyramid": "normal"}], ids=str)
def test_every_frame_has_its_place(lengths: tuple[int, ...], options: dict[str, str], tmp_path: Path) -> None:
    """Whatever the order in which frames are encoded, they are shown one after the other at a fixed rate."""
    shades = [[40 + 5 * (i + sum(lengths[:k])) % 160 for i in range(n)] for k, n in enumerate(lengths)]
    parts = [part(tmp_path / f"{k}.mp4", one, **options) for k, one in enumerate(shades)]
    with av.open(str(joined(parts, tmp_path))) as container:
        stream = container.streams.video[0]
        found = [(frame.time, round(frame.to_ndarray()[:48].mean())) for frame in container.decode(stream)]
        assert stream.average_rate == RATE
        assert container.duration == sum(lengths) * 40_000
    assert [time for time, _ in found] == pytest.approx([i / 25 for i in range(sum(lengths))])
    assert [shade for _, shade in found] == pytest.approx([one for some in shades for one in some], abs=1)


def test_what_needs_another_decoder_is_refused(tmp_path: Path) -> None:
    """The message says how to have them encoded alike, unless they are meant to be so already."""
    parts = [part(tmp_path / "one.mp4", [50] * 5), part(tmp_path / "other.mp4", [50] * 5, preset="ultrafast")]
    with pytest.raises(ParameterError, match=r"other and one are encoded differently.*LECTURE_RENDERER=plain"):
        joined(parts, tmp_path)


def test_the_way_out_is_not_told_to_those_who_took_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Manim's own renderer draws already, there is none."""
    monkeypatch.setenv("LECTURE_RENDERER", "plain")
    parts = [part(tmp_path / "one.mp4", [50] * 5), part(tmp_path / "other.mp4", [50] * 5, preset="ultrafast")]
    with pytest.raises(ParameterError, match=r"cannot be joined$"):
        joined(parts, tmp_path)


def test_a_damaged_clip_is_named(tmp_path: Path) -> None:
    """One that is no video, one that is cut short, and one that is shorter than it should be."""
    whole = part(tmp_path / "whole.mp4", [50] * 30)
    text = tmp_path / "text.mp4"
    text.write_text("no video")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.file.read_bytes()[:-200])
    for damaged in (Part(text, 30, "text"), Part(cut, 30, "cut"), Part(whole.file, 31, "shorter")):
        with pytest.raises(FilmError, match=f"{damaged.file.name}: it is damaged"):
            joined([whole, damaged], tmp_path)
