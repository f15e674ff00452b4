"""The plain `manim` command renders the lecture, with the parameters that are in force."""

import json
import os
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import pytest
import srt

import scenes
from tests.scenes.manim_command import ROOT, SMALL, frames, manim, written
from tests.scenes.truth import TRUTHS

BOWL = ROOT / "scenes" / "bowl_descent.py"

READS_IN_UPDATER = """
from manim import Dot
from scenes.bowl_descent import BowlDescentParams
from scenes.stage.direction.scene import LectureScene

class Follows(LectureScene):
    params = BowlDescentParams()

    def construct(self):
        dot = Dot(radius=1)
        dot.add_updater(lambda it, dt: it.move_to((self.params.input, 0, 0)))
        self.add(dot)
        self.wait(1)
"""


def test_new_parameters_give_new_frames(tmp_path: Path) -> None:
    """BowlDescent rendered twice into one folder shows the input that it was given each time."""
    videos = []
    for setting in ("input=2 iterations=2", "input=.5 iterations=2"):
        done = manim(*SMALL, "--media_dir", tmp_path, BOWL, "BowlDescent", cwd=tmp_path, LECTURE_SET=setting)
        assert done.returncode == 0, done.stderr
        videos.append(frames(written(tmp_path, "BowlDescent.mp4")))
    assert _differ(videos[0][-1], videos[1][-1])


def test_parameters_read_inside_an_updater_give_new_frames(tmp_path: Path) -> None:
    """A scene whose code says nothing of its data is not served from a cache of old data."""
    file = tmp_path / "follows.py"
    file.write_text(READS_IN_UPDATER, encoding="utf-8")
    columns = []
    for value in (-4, 4):
        done = manim(*SMALL, "--media_dir", tmp_path, file, "Follows", cwd=tmp_path, LECTURE_SET=f"input={value}")
        assert done.returncode == 0, done.stderr
        last = frames(written(tmp_path, "Follows.mp4"))[-1]
        columns.append(last.astype(float).sum(axis=(0, 2)).argmax())
    assert columns[0] < 64 < columns[1]


def _differ(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two pictures differ by more than their encoding."""
    return bool(np.abs(one.astype(int) - other.astype(int)).max() > 60)


def test_the_root_folder_renders_below_renders(tmp_path: Path) -> None:
    """The command of the README writes below `renders`, and exits 0 where there is no desktop to preview on."""
    shutil.copy(ROOT / "manim.cfg", tmp_path)
    shutil.copytree(ROOT / "scenes", tmp_path / "scenes", ignore=shutil.ignore_patterns("__pycache__"))
    nothing = tmp_path / "no_programs"
    nothing.mkdir()
    done = manim(
        "-p", *SMALL, "scenes/bowl_descent.py", "BowlDescent", cwd=tmp_path,
        PATH=str(nothing), DISPLAY="", WAYLAND_DISPLAY="", LECTURE_SET="iterations=1",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    video = written(tmp_path / "renders", "BowlDescent.mp4")
    assert len(frames(video)) > 20
    captions = video.with_suffix(".srt").read_text(encoding="utf-8")
    assert "-->" in captions
    assert not (tmp_path / "media").exists()


SKIPS = """
from scenes.bowl_descent import BowlDescent

class Cut(BowlDescent):
    def next_section(self, name="unnamed", *args, **kwargs):
        super().next_section(name, skip_animations=name == "first_step")
"""


def test_captions_of_a_skipped_section_are_left_out(tmp_path: Path) -> None:
    """It takes no time in the video: its captions are gone, and those after it move up."""
    file = tmp_path / "cut.py"
    file.write_text(SKIPS, encoding="utf-8")
    done = manim(*SMALL, "--media_dir", tmp_path, file, "Cut", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    video = written(tmp_path, "Cut.mp4")
    captions = list(srt.parse(video.with_suffix(".srt").read_text(encoding="utf-8")))
    said = [caption.content.replace("\n", " ") for caption in captions]
    assert not any("the slope is" in text for text in said)
    assert any(text.startswith("Step 2") for text in said)
    seconds = _seconds(video)
    assert 70 < seconds < 95
    assert seconds - 1 < captions[-1].end.total_seconds() <= seconds + 0.3
    assert all(a.end <= b.start for a, b in pairwise(captions))


@pytest.mark.slow
@pytest.mark.parametrize("name", scenes.SCENES)
def test_a_full_render_has_its_sections_and_captions(tmp_path: Path, name: str) -> None:
    """A clip for each section, together as long as the video, and captions that end with it."""
    file = ROOT / "scenes" / f"{scenes.SCENES[name]}.py"
    done = manim(
        "-ql", "--save_sections", "--progress_bar", "none", "--media_dir", tmp_path, file, name, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr
    video = written(tmp_path, f"{name}.mp4")
    sections = json.loads((video.parent / "sections" / f"{name}.json").read_text(encoding="utf-8"))
    assert [section["name"] for section in sections] == TRUTHS[name].SECTIONS
    seconds = _seconds(video)
    assert 45 <= seconds <= 110
    assert sum(float(section["duration"]) for section in sections) == pytest.approx(seconds, abs=0.5)
    captions = list(srt.parse(video.with_suffix(".srt").read_text(encoding="utf-8")))
    assert seconds - 5 < captions[-1].end.total_seconds() <= seconds + 0.3


def _seconds(video: Path) -> float:
    with av.open(str(video)) as container:
        return float(container.duration / av.time_base)


NO_PROGRAMS = """
import sys, os

def refuse(event, arguments):
    if event in ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn"):
        sys.stderr.write(f"asked for {arguments[:2]}")
        sys.stderr.flush()
        os._exit(86)

sys.addaudithook(refuse)
from manim.__main__ import main
main(sys.argv[1:])
"""


def test_no_latex_is_asked_for(tmp_path: Path) -> None:
    """With no `latex` on the PATH a scene renders without starting any program at all."""
    assert shutil.which("latex", path=str(tmp_path)) is None
    command = [
        sys.executable,
        "-c",
        NO_PROGRAMS,
        "render",
        *SMALL,
        "-s",
        "--media_dir",
        tmp_path,
        BOWL,
        "BowlDescent",
    ]
    environment = {**os.environ, "PATH": str(tmp_path)}
    done = subprocess.run(
        list(map(str, command)),
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    assert written(tmp_path, "BowlDescent*.png").stat().st_size > 0


def test_asking_for_latex_would_be_noticed(tmp_path: Path) -> None:
    """The test above fails for a scene that uses LaTeX."""
    file = tmp_path / "tex.py"
    file.write_text(
        "from manim import *\nclass Tex(Scene):\n    def construct(self):\n        self.add(MathTex('x'))\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-c", NO_PROGRAMS, "render", *SMALL, "-s", "--media_dir", tmp_path, file, "Tex"]
    done = subprocess.run(
        list(map(str, command)), cwd=tmp_path, capture_output=True, text=True, check=False, timeout=300,
        env={**os.environ, "PATH": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 86
    assert "latex" in done.stderr


@pytest.mark.parametrize(
    ("setting", "table", "expected"),
    [
        ("inptu=2", "", "did you mean input?"),
        ("input=5000", "", "input = 5000: it should be less than or equal to 1000"),
        ("", "[BowlDescent]\niterations = -1\n", "iterations = -1"),
        ("", "[BowlDescent]\niterations = \n", "lecture.toml"),
        ("", "[BowlDecent]\n", "did you mean BowlDescent?"),
    ],
)
def test_bad_parameters_are_refused_in_a_line(tmp_path: Path, setting: str, table: str, expected: str) -> None:
    """The message, no traceback, exit code 2, and nothing rendered."""
    (tmp_path / "lecture.toml").write_text(table, encoding="utf-8")
    done = manim(*SMALL, "--media_dir", tmp_path / "out", BOWL, "BowlDescent", cwd=tmp_path, LECTURE_SET=setting)
    assert done.returncode == 2
    assert expected in done.stderr
    assert "Traceback" not in done.stderr + done.stdout
    assert len(done.stderr.strip().splitlines()) <= 2
    assert not list(tmp_path.rglob("*.mp4"))


def test_an_unknown_theme_is_refused(tmp_path: Path) -> None:
    """The theme comes from the environment and is checked like a parameter."""
    done = manim(*SMALL, "-s", BOWL, "BowlDescent", cwd=tmp_path, LECTURE_THEME="lihgt")
    assert done.returncode == 2
    assert "did you mean light?" in done.stderr


OWN_SCENES = """
from scenes import BowlDescent as FromPackage
from scenes.bowl_descent import BowlDescent, BowlDescentParams

class Steep(BowlDescent):
    params = BowlDescentParams(input=2, iterations=1)

assert FromPackage.__name__ == "BowlDescent"
"""


@pytest.mark.parametrize("called_from", ["its folder", "above"])
def test_a_file_called_scenes_does_not_hide_the_package(tmp_path: Path, called_from: str) -> None:
    """A user's own scenes.py may import from the package `scenes` and subclass a scene of it."""
    folder = tmp_path / "lessons"
    folder.mkdir()
    (folder / "scenes.py").write_text(OWN_SCENES, encoding="utf-8")
    (tmp_path / "lecture.toml").write_text("[Steep]\nweight = 1\n", encoding="utf-8")
    cwd, file = (folder, "scenes.py") if called_from == "its folder" else (tmp_path, "lessons/scenes.py")
    done = manim(*SMALL, "-s", "--media_dir", tmp_path / "out", file, "Steep", cwd=cwd)
    assert done.returncode == 0, done.stderr + done.stdout
    assert written(tmp_path / "out", "Steep*.png").exists()
