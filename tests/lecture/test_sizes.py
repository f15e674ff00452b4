"""Sizes and frame rates: the user's manim.cfg says them for scenes of the user's own, unless -q is given."""

import json
import shlex
import subprocess
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from manim import tempconfig
from manim.constants import QUALITIES
from PIL import Image

from lecture.command_line.requests import Request, jobs_of
from lecture.engine.provenance import read
from lecture.engine.remake_command import command_of
from lecture.engine.sizes import size_of
from scenes.settings.errors import ParameterError
from tests.fastcairo.test_video import frames, written
from tests.lecture.lecture_command import COMMAND, lecture, made

SCENE = """\
from manim import *
class Own(Scene):
    def construct(self):
        self.add(Circle(2, color=WHITE, fill_opacity=1), Square(0.5, color=WHITE, fill_opacity=1).to_edge(LEFT))
        self.wait(0.5)
"""
CONFIG = """\
[CLI]
notify_outdated_version = False
pixel_width = 320
pixel_height = 240
frame_rate = 10
background_color = #204060
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a scene of Manim alone, and a manim.cfg."""
    (tmp_path / "own.py").write_text(SCENE)
    (tmp_path / "manim.cfg").write_text(CONFIG)
    return tmp_path


def measured(video: Path) -> tuple[int, int, float]:
    """Return the size and the frame rate of a video."""
    with av.open(str(video)) as container:
        stream = container.streams.video[0]
        return stream.width, stream.height, float(stream.average_rate or 0)


def record_of(video: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(video.with_suffix(".json").read_text())
    return found


def is_round(picture: np.ndarray, pixels: int) -> bool:
    """Tell whether the circle in a picture is as wide and as high as so many pixels."""
    white = picture.min(axis=2) > 200
    middle = white.shape[0] // 2, white.shape[1] // 2
    wide = white[middle[0], middle[1] - pixels : middle[1] + pixels].sum()
    high = white[:, middle[1]].sum()
    return bool(abs(int(wide) - pixels) <= 2 and abs(int(high) - pixels) <= 2)


def test_a_scene_of_the_users_is_as_manim_is_configured(folder: Path) -> None:
    """The video shows what Manim's shows, to the edges; a still is as large."""
    made("render own.py", folder)
    video = folder / "renders" / "Own.mp4"
    assert measured(video) == (320, 240, 10)
    made("still own.py Own --section autocreated", folder)
    still = np.asarray(Image.open(folder / "renders" / "Own-still-autocreated.png").convert("RGB"), dtype=int)
    assert is_round(still, 120)
    command = [Path(COMMAND).with_name("manim"), "--progress_bar", "none", "own.py", "Own"]
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    theirs = frames(written(folder, ".mp4"))[-1].astype(int)
    for ours in (still, frames(video)[-1].astype(int)):
        assert np.abs(ours - theirs).mean() < 3
        assert ours[5, 5] == pytest.approx([0x20, 0x40, 0x60], abs=4)


def test_the_option_wins(folder: Path) -> None:
    """Circles stay round in its size, whatever the ratio of the other."""
    made("render own.py -q l", folder)
    assert measured(folder / "renders" / "Own.mp4") == (854, 480, 15)
    assert is_round(frames(folder / "renders" / "Own.mp4")[-1], 240)
    assert record_of(folder / "renders" / "Own.mp4")["quality"] == "l"


def test_the_same_again_elsewhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a record says is enough where there is no manim.cfg: for --like, and for the command line."""
    made("render own.py", folder)
    record = record_of(folder / "renders" / "Own.mp4")
    assert record["quality"] == "320x240@10"
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    made(f"render --like {folder / 'renders' / 'Own.mp4'} --out like", elsewhere)
    made(shlex.join([*shlex.split(command_of(read(record, "Own.json")))[1:], "--out", "again"]), elsewhere)
    for one in ("like", "again"):
        assert measured(elsewhere / one / "Own.mp4") == (320, 240, 10)
        assert is_round(frames(elsewhere / one / "Own.mp4")[-1], 120)
        assert record_of(elsewhere / one / "Own.mp4")["quality"] == "320x240@10"


def test_the_scenes_of_the_lecture_stay_as_they_are() -> None:
    """At 1080p60, and with a frame as wide as ever."""
    with tempconfig({"pixel_width": 320, "pixel_height": 240, "frame_rate": 10.0}):
        (job,) = jobs_of(["BowlDescent"], Request()).values()
    assert job.quality == "h"


def test_where_manim_is_configured_to_put_files(folder: Path) -> None:
    """Or to make none: that is for its own command, and jobs of one scene would write into one folder."""
    config = f"{CONFIG}video_dir = out\npartial_movie_dir = parts\ndry_run = True\n"
    (folder / "manim.cfg").write_text(config)
    made("render own.py", folder)
    assert not (folder / "out").exists()
    assert not (folder / "parts").exists()
    assert {file.name for file in (folder / "renders").glob("*")} >= {"Own.mp4", "Own.json"}


@pytest.mark.slow
def test_a_film_of_such_scenes(folder: Path) -> None:
    """Its cards are as large as its clips, and complete."""
    made("film own.py", folder)
    film = folder / "renders" / "film.mp4"
    assert measured(film) == (320, 240, 10)
    cards = frames(film)
    line = np.abs(cards[25].astype(int) - cards[25][5, 5]).sum(axis=2) > 60
    columns = np.flatnonzero(line.any(axis=0))
    assert columns.min() > 4
    assert columns.max() < 315


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("pixel_width = 321", "manim.cfg: 321x240 pixels: each must be an even number from 2 to 16384"),
        ("frame_rate = 2000", "manim.cfg: 2000 frames a second: it must be a number above 0 and up to 1000"),
    ],
)
def test_what_cannot_be_drawn(line: str, said: str, folder: Path) -> None:
    """It is refused in a line."""
    key = line.partition(" ")[0]
    text = [line if one.startswith(key) else one for one in CONFIG.splitlines()]
    (folder / "manim.cfg").write_text("\n".join(text))
    done = lecture("render", "own.py", cwd=folder)
    assert (done.returncode, done.stderr) == (2, f"{said}\n")


def test_letters_are_manims() -> None:
    """They stand for the same sizes and rates."""
    for one in QUALITIES.values():
        if one["flag"]:
            size = size_of(one["flag"], "here")
            assert (size.width, size.height) == (one["pixel_width"], one["pixel_height"])
            assert (size.rate, size.quality) == (one["frame_rate"], one["flag"])


@pytest.mark.parametrize("text", ["1000x1000@24", "1080x1920@29.97", "640x360@12.5", "2x16384@1000"])
def test_a_size_is_written_as_it_is_read(text: str) -> None:
    """Of a size that has no letter, to the last digit of its rate."""
    assert size_of(text, "here").quality == text
    assert size_of("1920x1080@60", "here").quality == "h"


@pytest.mark.parametrize("text", ["", "x", "lm", "0x10@1", "10x10", "10x10@0", "1000x1000@", "2x2@1e3", "٢x٢@١"])
def test_what_is_no_size(text: str) -> None:
    """It is refused, with where it was found."""
    with pytest.raises(ParameterError, match=r"^here: "):
        size_of(text, "here")
