"""`lecture render --like FILE`: it says what has changed since; a scene file that has changed is not run."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.lecture.lecture_command import QUICK, finished, lecture, made

STILL = ("still", "quick.py", "--section", "curve", "-q", "l")
NAME = "Quick-still-curve"
HERE = "; ".join(f"with {name} 0.0.1, this is {{{name}}}" for name in ("lecture", "manim", "numpy", "python"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drawn")
    (folder / "quick.py").write_text(QUICK)
    done = lecture(*STILL, cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def folder(drawn: Path, tmp_path: Path) -> Iterator[Path]:
    """A folder with the scene file quick.py, and a picture that was made from it; it is afterwards as it was."""
    shutil.copytree(drawn, tmp_path / "before")
    yield drawn
    shutil.rmtree(drawn)
    shutil.copytree(tmp_path / "before", drawn)


def record(folder: Path) -> Path:
    """Return the record of the picture."""
    (found,) = (folder / "renders").glob("*.json")
    return found


def again(folder: Path) -> str:
    """Make the picture again, find it where it belongs, and return what was said of it."""
    done = lecture("render", "--like", f"renders/{NAME}.png", "--out", "again", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert set(finished(folder / "again")) == {f"{NAME}.png", record(folder).name}
    started, *said = done.stderr.splitlines(keepends=True)
    assert started == f"{NAME}: started\n"
    return "".join(said)


def change(folder: Path, **facts: Any) -> dict[str, Any]:
    """Change what the record says, and return what it said; None takes a key away."""
    before: dict[str, Any] = json.loads(record(folder).read_text())
    after = {key: value for key, value in {**before, **facts}.items() if value is not None}
    record(folder).write_text(json.dumps(after))
    return before


def test_where_nothing_has_changed_nothing_is_said(folder: Path) -> None:
    """The record holds the SHA-256 of the scene file; an old one without versions and digest is read, too."""
    before = change(folder)
    assert before["source_digest"] == hashlib.sha256(QUICK.encode()).hexdigest()
    assert again(folder) == ""
    change(folder, versions=None, digest=None)
    assert again(folder) == ""


def test_a_scene_file_that_has_changed_is_not_run(folder: Path) -> None:
    """Were it only by a comment. It is named, with the command that draws the same of it as it is now."""
    (folder / "quick.py").write_text(QUICK + "# and so on\n")
    done = lecture("render", "--like", f"renders/{NAME}.png", "--out", "again", cwd=folder)
    assert done.returncode == 2
    told, command = done.stderr.strip().split("; if you trust it, type: ")
    assert told == (f"renders/{NAME}.png: {folder / 'quick.py'} is not what this was made from, so it was not run")
    assert not (folder / "again").exists()
    made(f"{command.removeprefix('lecture ')} --out again", folder)
    assert set(finished(folder / "again")) == {f"{NAME}.png", record(folder).name}


def test_other_versions_and_numbers_are_told(folder: Path) -> None:
    """Each with the version that it was, and the one that is here, in one line."""
    versions = change(folder)["versions"]
    change(folder, digest="0" * 64, versions=dict.fromkeys(versions, "0.0.1"))
    expected = f"{NAME}.png was made with other numbers; {HERE.format(**versions)}: its pictures may differ\n"
    assert again(folder) == expected


def test_what_a_terminal_would_obey_is_escaped(folder: Path) -> None:
    """A record may come from anybody."""
    change(folder, versions={"manim": "0.1\x1b[8m"})
    said = again(folder)
    assert r"with manim 0.1\x1b[8m, this is" in said
    assert "\x1b" not in said


def test_a_scene_file_that_is_gone_is_refused(folder: Path) -> None:
    """It is named; nothing is drawn."""
    (folder / "quick.py").unlink()
    done = lecture("render", "--like", f"renders/{NAME}.png", "--out", "again", cwd=folder)
    assert done.returncode == 2
    told = f"its scene Quick was in {folder / 'quick.py'}: there is no such file; put it back there"
    assert done.stderr == f"renders/{NAME}.png: {told}\n"
    assert not (folder / "again").exists()
