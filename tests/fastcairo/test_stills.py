"""Pictures that rest: their frames are packets made before, and nobody who plays the video can tell."""

from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import av
import numpy as np
import pytest
from manim._config.video_encoder import VideoEncoderSpec

from fastcairo.canvas import patches
from fastcairo.encoder import SegmentEncoder
from fastcairo.rectangles import Pixels
from fastcairo.stills import Stills
from fastcairo.x264 import AT_A_TIME, context_of, moving, quick

WIDTH, HEIGHT, RATE = 320, 180, 30
MANIMS = VideoEncoderSpec("mp4", "libx264", "yuv420p", WIDTH, HEIGHT, Fraction(RATE), (("crf", "23"),))
GROUP = 5 * RATE
"""How many frames lie between keyframes at most."""


def pictures(count: int) -> list[Pixels]:
    """Return pictures of a bright square on its way over a pattern."""
    y, x = np.mgrid[:HEIGHT, :WIDTH]
    ground = np.stack([x % 251, y % 241, (x + y) % 239, np.full_like(x, 255)], axis=-1).astype(np.uint8)
    result = []
    for i in range(count):
        picture = ground.copy()
        picture[20 + 3 * i : 60 + 3 * i, 30 + 5 * i : 80 + 5 * i, :3] = 250
        result.append(picture)
    return result


def encoded(file: Path, rests: list[int], monkeypatch: pytest.MonkeyPatch | None = None) -> int:
    """Encode pictures, each with so many frames at rest after it; return how many frames x264 got."""
    spec = quick(MANIMS)
    assert spec
    encoder = SegmentEncoder(target=file, spec=spec)
    seen = []
    if monkeypatch:
        frame = SegmentEncoder._frame
        monkeypatch.setattr(SegmentEncoder, "_frame", lambda self: (seen.append(1), frame(self))[1])
    for picture, rest in zip(pictures(len(rests)), rests, strict=True):
        encoder.write_frame(patches(picture, [(0, 0, WIDTH, HEIGHT)]), repeat=1 + rest // 2)
        for _ in range(rest - rest // 2):
            encoder.write_frame([])
    encoder.finish()
    return len(seen)


def read(file: Path) -> tuple[list[Any], Any]:
    """Return the packets of a video, and its frames, decoded by a reader that forgives nothing."""
    with av.open(str(file)) as container:
        packets = [packet for packet in container.demux(video=0) if packet.size]
    with av.open(str(file)) as container:
        container.streams.video[0].codec_context.options = {"err_detect": "explode"}
        return packets, np.array([frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)])


@pytest.mark.parametrize(
    "rests",
    [
        [0, 0, 0, 0],
        [40, 0, 0, 30, 0],
        [0, 3, 14, 15, 16, 17, 1],
        [GROUP - 2, 0, 2],
        [GROUP - 1, 0, 2],
        [GROUP, 1, 0],
        [0, 0, 3 * GROUP + 7, 0],
        [GROUP + 14, 5, 2 * GROUP],
        [GROUP // 2, GROUP // 2, GROUP // 2, GROUP // 2],
    ],
    ids=str,
)
def test_each_picture_lasts_as_long_as_it_should(rests: list[int], tmp_path: Path) -> None:
    encoded(tmp_path / "a.mp4", rests)
    packets, frames = read(tmp_path / "a.mp4")
    expected = np.repeat(np.arange(len(rests)), [1 + rest for rest in rests])
    assert len(frames) == len(packets) == len(expected)
    planes = [
        av.VideoFrame.from_ndarray(p, format="rgba").reformat(format="yuv420p") for p in pictures(len(rests))
    ]
    wanted = np.array([plane.to_ndarray() for plane in planes])
    for frame, number in zip(frames, expected, strict=True):
        error = np.abs(wanted.astype(int) - frame).mean(axis=(1, 2))
        assert error.argmin() == number
        assert error[number] < 3


@pytest.mark.parametrize("rests", [[40, 0, 30], [2 * GROUP, 0, 0], [0, GROUP // 2, 3 * GROUP]], ids=str)
def test_it_is_an_ordinary_video(rests: list[int], tmp_path: Path) -> None:
    """A frame has one packet and lasts as long as all others, and no keyframe is more than five seconds off."""
    encoded(tmp_path / "a.mp4", rests)
    packets, _ = read(tmp_path / "a.mp4")
    times = [packet.pts * packet.time_base for packet in packets]
    assert times == [Fraction(i, RATE) for i in range(len(packets))]
    assert [packet.dts for packet in packets] == [packet.pts for packet in packets]
    assert {packet.duration * packet.time_base for packet in packets} == {Fraction(1, RATE)}
    keyframes = [i for i, packet in enumerate(packets) if packet.is_keyframe]
    assert keyframes[0] == 0
    assert max(np.diff([*keyframes, len(packets)])) <= GROUP
    with av.open(str(tmp_path / "a.mp4")) as container:
        for second in range(len(packets) // RATE):
            container.seek(second * 1_000_000)
            found = next(f for f in container.decode(video=0) if f.time >= second)
            assert found.time == second


def test_a_picture_at_rest_stays_as_it_is(tmp_path: Path) -> None:
    """Its frames are the same to the last bit."""
    encoded(tmp_path / "a.mp4", [0, 100, 0])
    _, frames = read(tmp_path / "a.mp4")
    assert (frames[2:102] == frames[1]).all()
    assert (frames[102] != frames[1]).any()


def test_rest_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """x264 gets what changes, and a picture at rest once, however long it rests."""
    assert encoded(tmp_path / "a.mp4", [0, 0, 100, 0], monkeypatch) == 4
    assert encoded(tmp_path / "b.mp4", [0, 0, 10 * GROUP - 3, 0], monkeypatch) == 4


def test_a_packet_depends_on_its_number_alone() -> None:
    """Asked for in any order, and made by another encoder."""
    spec = quick(MANIMS)
    assert spec
    one, other = Stills(spec), Stills(spec)
    backwards = [one.packet(i) for i in (90, 20, 1)]
    assert backwards == [other.packet(i) for i in (1, 20, 90)][::-1]
    assert len(set(backwards)) == 3
    assert max(map(len, backwards)) < 40


def test_packets_come_round() -> None:
    """x264 makes a few; all others are what it would have made."""
    spec = quick(MANIMS)
    assert spec
    stills, context = Stills(spec), context_of(spec, moving(spec, AT_A_TIME))
    seen = []
    encode = stills._context.encode
    stills._context = SimpleNamespace(encode=lambda frame: (seen.append(1), encode(frame))[1])
    frame = av.VideoFrame.from_ndarray(np.full((HEIGHT * 3 // 2, WIDTH), 128, np.uint8), format="yuv420p")
    for number in range(GROUP):
        frame.pts = number
        (packet,) = context.encode(frame)
        assert stills.packet(number) == bytes(packet)
    assert len(seen) <= 65


def test_options_of_the_user_are_left_alone(tmp_path: Path) -> None:
    """Of an encoder that looks ahead nothing is known: every frame is its own."""
    options = (("crf", "30"), ("preset", "veryfast"))
    spec = VideoEncoderSpec("mp4", "libx264", "yuv420p", WIDTH, HEIGHT, Fraction(RATE), options)
    encoder = SegmentEncoder(target=tmp_path / "a.mp4", spec=spec)
    encoder.write_frame(patches(pictures(1)[0], [(0, 0, WIDTH, HEIGHT)]), repeat=100)
    encoder.finish()
    packets, frames = read(tmp_path / "a.mp4")
    assert len(packets) == len(frames) == 100


@pytest.mark.parametrize("repeat", [0, -1])
def test_a_frame_that_is_shown_no_times_is_refused(repeat: int, tmp_path: Path) -> None:
    """As whole pixels, as changes, and where nothing has changed; what was written before is whole."""
    spec = quick(MANIMS)
    assert spec
    encoder = SegmentEncoder(target=tmp_path / "a.mp4", spec=spec)
    (picture,) = pictures(1)
    encoder.write_frame(picture, repeat=3)
    for frame in (picture, patches(picture, [(0, 0, WIDTH, HEIGHT)]), []):
        with pytest.raises(ValueError, match=r"Frame repeat must be a positive integer\."):
            encoder.write_frame(frame, repeat=repeat)
    encoder.finish()
    assert len(read(tmp_path / "a.mp4")[1]) == 3
