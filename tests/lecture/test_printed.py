"""What the command `lecture` prints, where nothing is drawn."""

import csv
import io
import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from lecture.engine.toml_text import as_toml
from scenes import SCENES
from scenes.bowl_descent import BowlDescentParams
from tests.lecture.lecture_command import COMMAND, contents, environment, made

COMMANDS = ("list", "params", "table", "render", "sweep", "still", "storyboard", "new", "doctor")


def test_list_names_every_scene_with_its_idea(tmp_path: Path) -> None:
    """As text and as JSON, in the order of the lessons; nothing is written."""
    ideas = {one["scene"]: one["idea"] for one in json.loads(made("list --json", tmp_path))}
    assert [*ideas] == [*SCENES]
    lines = [line.rstrip().split(maxsplit=1) for line in made("list", tmp_path).splitlines()]
    assert lines == [["scene", "idea"], *([name, idea] for name, idea in ideas.items())]
    assert all(idea.endswith(".") for idea in ideas.values())
    assert not contents(tmp_path)


def test_params_are_those_of_the_model(tmp_path: Path) -> None:
    """The JSON is the schema of the model; the text has a line a parameter, with default, unit and help."""
    schema = json.loads(made("params BowlDescent --json", tmp_path))
    assert schema == BowlDescentParams.model_json_schema()
    heading, *lines = made("params BowlDescent", tmp_path).splitlines()
    names = heading.split()
    assert names == ["parameter", "default", "allowed", "unit", "help"]
    starts = [heading.index(name) for name in names]
    for line, (name, one) in zip(lines, schema["properties"].items(), strict=True):
        cells = [line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)]
        default = as_toml(one["default"])
        assert cells == [name, default, cells[2], one.get("unit", ""), one["description"]]
    assert any("unit" in one for one in schema["properties"].values())
    assert "0 to 10,000" in lines[-1]


@pytest.mark.parametrize("form", ["", "--csv", "--json"])
def test_tables_show_the_trajectory_of_these_parameters(form: str, tmp_path: Path) -> None:
    """The distance to the goal weight shrinks by 1 - alpha · input² at every step, in all three forms."""
    text = made(f"table BowlDescent {form} --set input=2 alpha=.1 --set iterations=3 weight=1", tmp_path)
    if form == "--json":
        (table,) = json.loads(text)
        columns, rows = table["columns"], table["rows"]
    else:
        read = csv.reader(io.StringIO(text)) if form else (line.split() for line in text.splitlines())
        (columns, *rows) = [row[1:] if form else row for row in read if row != ["trajectory"]]
    at = columns.index("weight")
    assert [float(row[at]) for row in rows] == pytest.approx([0.4 + 0.6 * 0.6**k for k in range(4)])
    assert not contents(tmp_path)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_comes_without_what_takes_long_to_import(command: str, tmp_path: Path) -> None:
    """Help is there at once: neither Manim nor numpy nor the like is imported for it."""
    heavy = (
        "manim",
        "numpy",
        "pydantic",
        "rich",
        "av",
        "PIL",
        "distributed",
        *(f"scenes.{one}" for one in SCENES.values()),
    )
    code = f"""
import sys
from lecture.cli import main
sys.argv = ["lecture", *{command.split()!r}, "--help"]
try:
    main()
finally:
    print([name for name in {heavy!r} if name in sys.modules])
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True
    )
    usage, *_, imported = done.stdout.splitlines()
    assert usage.startswith(f"Usage: lecture {command}".rstrip())
    assert imported == "[]"


def test_doctor_is_content(tmp_path: Path) -> None:
    """Where the tests run all is there; the exit code says so."""
    assert "MISSING" not in made("doctor", tmp_path)
    assert not contents(tmp_path)


def test_new_writes_a_table_and_then_adds_another(tmp_path: Path) -> None:
    """What is in lecture.toml stays as it is."""
    made("new BowlDescent", tmp_path)
    before = (tmp_path / "lecture.toml").read_text()
    assert "[BowlDescent]" in before
    made("new AlphaDamping", tmp_path)
    after = (tmp_path / "lecture.toml").read_text()
    assert after.startswith(before)
    assert "[AlphaDamping]" in after.removeprefix(before)
    assert [*contents(tmp_path)] == ["lecture.toml"]


def test_a_reader_who_leaves_early_is_no_error(tmp_path: Path) -> None:
    """`lecture table … --csv | head -1` shows no traceback."""
    command = f"{shlex.quote(COMMAND)} table HotColdWiggles --csv --set iterations=20000 | head -1"
    done = subprocess.run(
        ["sh", "-c", command], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.stdout.startswith("table,")
    assert done.stderr == ""
