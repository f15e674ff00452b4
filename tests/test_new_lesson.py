"""A lesson is added as CONTRIBUTING.md says: its own example, in a copy of the project."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from tests.manual import ROOT

PACKAGES = ("fastcairo", "gdcore", "lecture", "scenes")


def files_of_the_example() -> dict[str, str]:
    """Return the code blocks of the example, by the files that the text before them names."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    blocks = re.findall(
        r"^\*\*[^\n]*?`((?:tests/)?scenes/[\w/]+\.py)`.*?^```python\n(.*?)^```", text, flags=re.M | re.S
    )
    return dict(blocks)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project with the lesson in it."""
    folder = tmp_path_factory.mktemp("project")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__", "*.png"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name, content in files_of_the_example().items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def run(project: Path, *words: str) -> str:
    """Run a module of Python in the copy, find that it ends well, and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=project,
        env=os.environ | {"PYTHONPATH": str(project)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_found_in_its_place(project: Path) -> None:
    """It is listed with its idea, between the lessons that its place is between."""
    listed = json.loads(run(project, "lecture.cli", "list", "--json"))
    names = [one["scene"] for one in listed]
    place = names.index("OneMiss")
    assert names[place - 1 : place + 2] == ["ArcherError", "OneMiss", "HotColdWiggles"]
    assert listed[place]["idea"] == "A shot misses, and its error is the square of the miss."


def test_its_parameters_and_its_table(project: Path) -> None:
    """The parameter is listed and can be set, and the table has the numbers that follow from it."""
    schema = json.loads(run(project, "lecture.cli", "params", "OneMiss", "--json"))
    assert set(schema["properties"]) == {"pace", "miss"}
    printed = run(project, "lecture.cli", "table", "OneMiss", "--csv", "--set", "miss=-4")
    assert [*csv.DictReader(printed.splitlines())] == [{"table": "miss", "miss": "-4.0", "squared": "16.0"}]


def test_its_beats_are_drawn(project: Path) -> None:
    """Each of its sections is a still in which something is to be seen, and they differ."""
    pictures = []
    for section in ("miss", "squared"):
        run(project, "lecture.cli", "still", "OneMiss", "--section", section, "-q", "l", "--set", "miss=5")
        picture = Image.open(project / f"renders/OneMiss-miss=5-still-{section}.png").convert("RGB")
        assert picture.size == (854, 480)
        assert len(set(picture.getcolors(1 << 20) or ())) > 10
        pictures.append(picture.tobytes())
    assert pictures[0] != pictures[1]


@pytest.mark.slow
def test_it_is_legible_and_true(project: Path) -> None:
    """The tests of all lessons find nothing at its extremes, in its samples, and between its beats."""
    tests = ("tests/scenes/test_any_parameters.py", "tests/scenes/test_beats.py")
    done = run(project, "pytest", "-n", "0", "-q", "-m", "not slow", "-k", "OneMiss", *tests)
    assert re.search(r"(\d+) passed", done)


BARE = """
from scenes.stage.direction.scene import LectureScene


class BareWords(LectureScene):
    \"\"\"Words alone.\"\"\"

    title = "Words alone"

    def construct(self):
        self.beat("only", "The title.")
        self.wait(1)
"""


def test_a_lesson_may_need_nothing_but_its_story(project: Path) -> None:
    """One without parts comes last, is drawn, and has no tables."""
    story = project / "scenes/bare_words.py"
    story.write_text(BARE, encoding="utf-8")
    try:
        assert json.loads(run(project, "lecture.cli", "list", "--json"))[-1]["scene"] == "BareWords"
        run(project, "lecture.cli", "still", "BareWords", "--section", "only", "-q", "l")
        assert (project / "renders/BareWords-still-only.png").exists()
        with pytest.raises(AssertionError, match="BareWords shows no numbers, so there is no table"):
            run(project, "lecture.cli", "table", "BareWords")
    finally:
        story.unlink()


def test_its_code_keeps_the_habits(project: Path) -> None:
    """Ruff finds nothing in it."""
    files = [*files_of_the_example()]
    assert len(files) == 6
    run(project, "ruff", "check", *files)
    run(project, "ruff", "format", "--check", *files)
