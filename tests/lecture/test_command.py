"""The command `lecture` on good paths: the videos that it draws, and under which names."""

import hashlib
import json
import platform
import shlex
from importlib.metadata import version
from pathlib import Path

import av
import numpy as np
import pytest
import srt

from tests.lecture.drawn import boxes, facts, names, picture, three
from tests.lecture.lecture_command import QUICK, contents, finished, lecture, made
from tests.scenes.manim_command import frames

PLAIN = """\
from manim import Circle, Scene


class Plain(Scene):
    def construct(self):
        self.add(Circle())
        self.wait(0.2)
"""
FAILING = """

class Failing(Quick):
    def construct(self):
        self.beat("curve")
        raise RuntimeError("no bowl today")
"""
CHEAP = ("-q", "l", "--set", "iterations=0", "pace=.1")


@pytest.mark.parametrize(
    ("word", "scene", "caption"),
    [
        ("quick.py", "Quick", "A bowl."),
        pytest.param(
            "BowlDescent",
            "BowlDescent",
            "One weight, one error. Which way is down,\nand how far?",
            marks=pytest.mark.slow,
        ),
    ],
)
def test_a_video_says_where_it_comes_from_and_can_be_made_again(
    word: str, scene: str, caption: str, folder: Path
) -> None:
    """Its index is in front; its metadata and the `.json` say all there is to say, and the mp4 alone is enough."""
    printed = made(shlex.join(["render", word, *CHEAP]), folder)
    name = f"{scene}-pace=0.1-iterations=0"
    assert names(folder) == three(name)
    heading, line = (one.split() for one in printed.splitlines())
    assert heading == ["file", "seconds", "of", "video", "seconds", "taken"]
    assert line[0] == f"renders/{name}.mp4"
    assert [*contents(folder / "renders" / ".work")] == ["lock", "written.json"]

    video = folder / "renders" / f"{name}.mp4"
    found = boxes(video)
    assert found.index("moov") < found.index("mdat")
    with av.open(str(video)) as container:
        said = json.loads(container.metadata["comment"])
        stream = container.streams.video[0]
        assert (stream.width, stream.height, stream.average_rate) == (854, 480, 15)
    assert said == facts(folder, name)
    assert said["scene"] == scene
    parameters = {"pace": 0.1, "weight": 0, "input": 1.1, "goal_pred": 0.8, "alpha": 1, "iterations": 0}
    assert said["parameters"] == parameters
    packages = {"manim": version("manim"), "numpy": version("numpy"), "python": platform.python_version()}
    assert said["versions"] == {"lecture": version("gradient-descent-lecture"), **packages}
    table = made("table BowlDescent --json --set iterations=0 pace=.1", folder).strip()
    assert said["digest"] == hashlib.sha256(table.encode()).hexdigest()
    assert said["quality"] == "l"
    captions = [*srt.parse(video.with_suffix(".srt").read_text())]
    assert captions[0].content == caption

    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    alone = elsewhere / "from_a_friend.mp4"
    alone.write_bytes(video.read_bytes())
    made("render --like from_a_friend.mp4", elsewhere)
    assert names(elsewhere) == three("from_a_friend")
    assert np.array_equal(frames(elsewhere / "renders" / "from_a_friend.mp4"), frames(video))
    assert facts(elsewhere, "from_a_friend") == said


@pytest.mark.parametrize(
    ("command", "names_of_files"),
    [
        pytest.param("quick.py", three("Quick"), id="defaults"),
        pytest.param(
            "quick.py --theme light --set input=2 alpha=.5", three("Quick-input=2-alpha=0.5-light"), id="set"
        ),
        pytest.param("quick.py Quick --variant steep", three("Quick-steep"), id="variant"),
        pytest.param("quick.py --variant steep --set input=3", three("Quick-steep-input=3"), id="variant and set"),
        pytest.param("quick.py --name mine --set input=3", three("mine"), id="name"),
        pytest.param("plain.py", {"Plain.mp4", "Plain.json"}, id="a scene that knows nothing of lectures"),
        pytest.param("quick.py --format gif", three("Quick", "gif"), id="gif"),
        pytest.param("quick.py --transparent", three("Quick-transparent", "mov"), id="transparent"),
        pytest.param("quick.py --transparent --format webm", three("Quick-transparent", "webm"), id="webm"),
    ],
)
@pytest.mark.slow
def test_files_are_called_after_what_they_show(command: str, names_of_files: set[str], folder: Path) -> None:
    """The name has the scene, the variant, and what else is not as declared."""
    (folder / "plain.py").write_text(PLAIN)
    if "--variant" in command:
        (folder / "lecture.toml").write_text("[Quick.variants.steep]\ninput = 2\n")
    made(f"render -q l {command}", folder)
    assert names(folder) == names_of_files
    (video,) = (folder / "renders" / name for name in names_of_files if not name.endswith((".srt", ".json")))
    with av.open(str(video)) as container:
        pictures = [frame.to_ndarray(format="rgba") for frame in container.decode(video=0)]
    assert pictures[-1].std() > 0
    if video.suffix == ".mov":
        assert pictures[-1][0, 0, 3] == 0


@pytest.mark.slow
def test_a_scene_that_knows_nothing_of_lectures_can_be_made_again(tmp_path: Path) -> None:
    """It has no parameters and no digest, but a record; its file has to be where it was."""
    (tmp_path / "plain.py").write_text(PLAIN)
    made("render -q l plain.py", tmp_path)
    said = facts(tmp_path, "Plain")
    assert (said["scene"], said["parameters"], said["digest"]) == ("Plain", None, None)
    made("render --like renders/Plain.mp4 --out again", tmp_path)
    assert set(finished(tmp_path / "again")) == {"Plain.mp4", "Plain.json"}


def test_a_scene_that_fails_leaves_the_others_alone(folder: Path) -> None:
    """The other's files are there; the error names the line of the user's file; the exit code is 1."""
    (folder / "quick.py").write_text(QUICK + FAILING)
    done = lecture("render", "quick.py", "Failing", "Quick", "-q", "l", cwd=folder)
    assert done.returncode == 1
    line = (QUICK + FAILING).splitlines().index('        raise RuntimeError("no bowl today")') + 1
    assert f"Failing: RuntimeError: no bowl today (quick.py, line {line})\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert names(folder) == three("Quick")
    assert [line.split()[0] for line in done.stdout.splitlines()] == ["file", "renders/Quick.mp4"]


@pytest.mark.parametrize(("asked", "renderer"), [("", "FastRenderer"), ("plain", "CairoRenderer")])
def test_the_fast_renderer_draws_anybodys_scene(asked: str, renderer: str, tmp_path: Path) -> None:
    """Unless the environment leaves it to Manim's own; here the scene fails with the name of its renderer."""
    (tmp_path / "plain.py").write_text(PLAIN + "        raise RuntimeError(type(self.renderer).__name__)\n")
    done = lecture("render", "plain.py", "-q", "l", cwd=tmp_path, LECTURE_RENDERER=asked)
    assert done.stderr.splitlines()[-1] == f"Plain: RuntimeError: {renderer} (plain.py, line 8)"


@pytest.mark.parametrize("command", ["render", "clips"])
@pytest.mark.parametrize("body", ["self.add(Dot())", 'self.next_section("a", "b", True); self.wait()'])
def test_a_scene_that_plays_nothing(command: str, body: str, tmp_path: Path) -> None:
    """It is said in a line what makes a video of it, and what draws it as it is."""
    text = f"from manim import *\nclass Dots(Scene):\n    def construct(self):\n        {body}\n"
    (tmp_path / "my dots.py").write_text(text)
    done = lecture(command, "my dots.py", "Dots", "-q", "l", cwd=tmp_path)
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()[1:]
    said, _, still = line.partition(" or draw a picture of it: ")
    assert said == "Dots: it plays no animation, so there is no video: add self.wait() to the scene,"
    made(f"{still.removeprefix('lecture ')} -q l", tmp_path)
    assert [file.suffix for file in (tmp_path / "renders").glob("*.png")] == [".png"]


def test_files_of_the_user_take_the_place_of_nothing(folder: Path) -> None:
    """A scenes.py, a lecture.py or a random.py in the folder of the call does not get in the way of a render."""
    for name in ("scenes", "lecture", "gdcore", "random", "json"):
        (folder / f"{name}.py").write_text("raise RuntimeError('not this one')\n")
    made("still BowlDescent --section bowl -q l --set iterations=0 pace=.1", folder)


@pytest.mark.slow
def test_a_scene_file_in_another_encoding_is_read_as_python_reads_it(folder: Path) -> None:
    """A declared encoding holds."""
    text = "# -*- coding: latin-1 -*-\n" + QUICK.replace('"numbers"', '"größe"')
    (folder / "quick.py").write_bytes(text.encode("latin-1"))
    made("still quick.py --section größe -q l", folder)
    assert names(folder) == {"Quick-still-größe.png", "Quick-still-größe.png.json"}


THEMES = (
    PLAIN
    + """

class Dyed(Plain):
    def construct(self):
        self.camera.background_color = chosen_theme().ground
        super().construct()
"""
)


@pytest.mark.parametrize("scene", ["Plain", "Quick", "Dyed"])
def test_a_scene_without_themes_is_not_called_light(scene: str, folder: Path) -> None:
    """A line says so, and nothing else says light; those that read the theme have one, whatever they are."""
    (folder / "plain.py").write_text(PLAIN)
    (folder / "dyed.py").write_text(f"from scenes.settings.theme import chosen_theme\n{THEMES}")
    section = "curve" if scene == "Quick" else "autocreated"
    words = (f"{scene.lower()}.py", scene, "--section", section, "--theme", "light", "-q", "l")
    done = lecture("still", *words, cwd=folder)
    assert done.returncode == 0, done.stderr
    said = "Plain has no themes: it is drawn in its own colours, not in the light ones\n"
    assert done.stderr.startswith(said) == (scene == "Plain")
    light = "" if scene == "Plain" else "-light"
    assert names(folder) == {f"{scene}-still-{section}{light}.{end}" for end in ("png", "png.json")}
    assert facts(folder, f"{scene}-still-{section}{light}.png")["theme"] == ("light" if light else "dark")
    ground = picture(folder / "renders" / f"{scene}-still-{section}{light}.png")[5, 5]
    assert all(ground > 250) == bool(light)
