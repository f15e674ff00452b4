"""The files that the fast renderer writes: ordinary videos, and all else that Manim offers."""

import struct
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

SCENE = """
from manim import *
class Own(Scene):
    def construct(self):
        dot = Dot(color=YELLOW).shift(2 * LEFT)
        self.next_section("first")
        self.play(Create(Square()), FadeIn(dot))
        self.play(dot.animate.shift(RIGHT), subcaption="It moves.")
        self.wait(0.5)
        self.next_section("second")
        self.play(dot.animate.shift(2 * RIGHT))
        self.wait(6)
        self.play(FadeOut(dot), run_time=0.5)
"""
FRAMES = 15 * (1 + 1) + 7 + 15 + 90 + 8
"""Of the scene at 15 frames a second; of the last, half a frame is rounded up, of the first still, down."""

with_sound = SCENE.replace("dot = ", 'self.add_sound("beep.wav"); dot = ', 1)


def manim(folder: Path, *options: str, fast: bool = True, scene: str = SCENE) -> subprocess.CompletedProcess[str]:
    """Render the scene below a folder with the command `manim`."""
    (folder / "own.py").write_text(scene)
    listed = "plugins = fastcairo\n" if fast else ""
    (folder / "manim.cfg").write_text(f"[CLI]\nnotify_outdated_version = False\n{listed}")
    words = ["-r", "320,180", "--fps", "15", "--progress_bar", "none", *options, "own.py", "Own"]
    command = [str(Path(sys.executable).with_name("manim")), *words]
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0, done.stderr + done.stdout
    return done


def written(folder: Path, ending: str) -> Path:
    """Return the finished file with an ending."""
    (found,) = [
        file for file in folder.rglob(f"*{ending}") if "media" in file.parts and "partial" not in str(file)
    ]
    return found


def frames(file: Path, form: str = "rgb24") -> Any:
    """Return all frames of a video."""
    with av.open(str(file)) as container:
        return np.array([frame.to_ndarray(format=form) for frame in container.decode(video=0)])


def boxes(file: Path) -> Iterator[str]:
    """Yield the names of the outermost boxes of an mp4."""
    with file.open("rb") as stream:
        while header := stream.read(8):
            size, name = struct.unpack(">I4s", header)
            yield name.decode()
            stream.seek(size - 8, 1)


def test_the_video_is_an_ordinary_one(tmp_path: Path) -> None:
    """H.264 High, yuv420p, a constant rate, the index in front, keyframes at sections and every five seconds."""
    manim(tmp_path)
    video = written(tmp_path, ".mp4")
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.profile, stream.pix_fmt) == ("h264", "High", "yuv420p")
        assert not container.streams.audio
        assert stream.average_rate == stream.base_rate == 15
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
    times = sorted(float(packet.pts * packet.time_base) for packet in packets)
    assert np.allclose(np.diff(times), 1 / 15, atol=1e-4)
    assert len(times) == FRAMES
    keys = [round(float(packet.pts * packet.time_base) * 15) for packet in packets if packet.is_keyframe]
    assert {0, 37} <= set(keys)
    assert max(np.diff([*keys, FRAMES])) <= 75
    order = [name for name in boxes(video) if name in ("moov", "mdat")]
    assert order == ["moov", "mdat"]


def test_it_shows_what_manims_shows(tmp_path: Path) -> None:
    """As many frames, and each of them nearly the same, after encoding."""
    for name in ("fast", "plain"):
        (tmp_path / name).mkdir()
        manim(tmp_path / name, fast=name == "fast")
    fast, plain = (frames(written(tmp_path / name, ".mp4")).astype(int) for name in ("fast", "plain"))
    assert fast.shape == plain.shape
    assert np.abs(fast - plain).mean(axis=(1, 2, 3)).max() < 1.0


def test_sections_are_cut_where_they_begin(tmp_path: Path) -> None:
    """Each has its own file, with all its frames."""
    manim(tmp_path, "--save_sections")
    found = {file.stem: len(frames(file)) for file in tmp_path.rglob("sections/*.mp4")}
    assert found == {"Own_0000_first": 37, "Own_0001_second": FRAMES - 37}


def test_cached_animations_are_taken_over(tmp_path: Path) -> None:
    """With Manim's cache a second run encodes nothing, and the video is the same."""
    manim(tmp_path)
    first = frames(written(tmp_path, ".mp4"))
    done = manim(tmp_path, "-v", "INFO")
    assert (done.stdout + done.stderr).count("Using cached") == 6
    assert np.array_equal(frames(written(tmp_path, ".mp4")), first)


@pytest.mark.parametrize(
    ("options", "ending"),
    [(["--format", "gif"], ".gif"), (["--format", "webm"], ".webm"), (["--format", "mov"], ".mov")],
)
def test_other_formats(options: list[str], ending: str, tmp_path: Path) -> None:
    """They have all frames."""
    manim(tmp_path, "--disable_caching", *options)
    assert len(frames(written(tmp_path, ending))) == FRAMES


def test_a_transparent_video_is_manims(tmp_path: Path) -> None:
    """Where frames have an alpha channel, they are encoded whole."""
    for name in ("fast", "plain"):
        (tmp_path / name).mkdir()
        manim(tmp_path / name, "--transparent", fast=name == "fast")
    fast, plain = (frames(written(tmp_path / name, ".mov"), "rgba") for name in ("fast", "plain"))
    assert (fast[..., 3] == 0).any()
    assert np.array_equal(fast, plain)


def test_pictures_are_manims(tmp_path: Path) -> None:
    """The last frame, and a sequence of all frames."""
    for name in ("fast", "plain"):
        for kind, options in (("last", ["-s"]), ("all", ["--format", "png"])):
            (tmp_path / f"{name}-{kind}").mkdir()
            manim(tmp_path / f"{name}-{kind}", *options, fast=name == "fast")
    for kind in ("last", "all"):
        folders = [tmp_path / f"{name}-{kind}" for name in ("fast", "plain")]
        both = [{file.name: file for file in folder.rglob("*.png")} for folder in folders]
        assert both[0].keys() == both[1].keys()
        assert len(both[0]) >= 1
        for name in both[0]:
            assert np.array_equal(frames(both[0][name], "rgba"), frames(both[1][name], "rgba"))


def test_a_part_of_the_animations(tmp_path: Path) -> None:
    """Only those that were asked for are in the video."""
    manim(tmp_path, "-n", "1,2")
    assert len(frames(written(tmp_path, ".mp4"))) == 15 + 7


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It only goes through the scene."""
    manim(tmp_path, "--dry_run")
    assert not [*tmp_path.rglob("*.mp4")]


def test_frames_between_animations_are_in_no_video(tmp_path: Path) -> None:
    """Manim writes none of them; what follows shows what it should."""
    between = 'self.renderer.freeze_current_frame(1)\n        self.next_section("second")'
    scene = SCENE.replace('self.next_section("second")', between).replace("self.wait(6)", between.split("\n")[0])
    for name in ("fast", "plain"):
        (tmp_path / name).mkdir()
        manim(tmp_path / name, "--disable_caching", fast=name == "fast", scene=scene)
    fast, plain = (frames(written(tmp_path / name, ".mp4")).astype(int) for name in ("fast", "plain"))
    assert fast.shape == plain.shape
    assert np.abs(fast - plain).mean(axis=(1, 2, 3)).max() < 1.0


def test_a_frame_that_is_frozen_for_no_time_ends_the_run(tmp_path: Path) -> None:
    """As with Manim, in a line that says so."""
    freeze = (
        "lambda m: (self.renderer.update_frame(self), self.renderer.freeze_current_frame(0.01), m.shift(0.1 * UP))"
    )
    scene = SCENE.replace("self.wait(6)", f"dot.add_updater({freeze}); self.wait(1)")
    with pytest.raises(AssertionError, match="Frame repeat must be a positive integer"):
        manim(tmp_path, scene=scene)


def test_sound_is_kept_and_the_index_is_in_front(tmp_path: Path) -> None:
    """Manim adds the sound to the finished video."""
    with wave.open(str(tmp_path / "beep.wav"), "wb") as beep:
        beep.setnchannels(1)
        beep.setsampwidth(2)
        beep.setframerate(8000)
        beep.writeframes(bytes(8000))
    manim(tmp_path, "--disable_caching", scene=with_sound)
    video = written(tmp_path, ".mp4")
    with av.open(str(video)) as container:
        assert len(container.streams.audio) == 1
    assert [name for name in boxes(video) if name in ("moov", "mdat")] == ["moov", "mdat"]
    assert len(frames(video)) == FRAMES
    assert "It moves." in written(tmp_path, ".srt").read_text()
