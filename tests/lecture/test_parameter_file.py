"""The table of a scene that `lecture new` adds to a parameter file, and what it leaves as it was."""

import errno
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from lecture.command_line.parameter_file import add_table
from scenes.settings.errors import ParameterError
from tests.lecture.hill import Hill, models

IDEA = "A ball rolls down a hill."
OTHER = '# mine\n[ArcherError]\nbig_miss = 3 # "as it was"\n'


def test_a_new_file_says_how_it_is_used(tmp_path: Path) -> None:
    """Where there is no file, it is made, and begins with how to change a parameter."""
    path = tmp_path / "lecture.toml"
    added = add_table(path, "Hill", Hill, IDEA)
    assert path.read_bytes().decode() == added
    assert "take the # away" in added.splitlines()[0]
    assert tomllib.loads(added) == {"Hill": {}}
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.parametrize(
    "before",
    [
        "",
        "\n",
        "# only a comment",
        OTHER,
        OTHER.rstrip(),
        OTHER + "\n",
        OTHER + "\n\n\n",
        "# Grüße, 数\n",
        "  \n\t",
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_what_was_there_stays_as_it_was(tmp_path: Path, before: str, ends: str) -> None:
    """The file begins with its old bytes and ends with the text that is returned; a blank line lies between."""
    path, before = tmp_path / "lecture.toml", before.replace("\n", ends)
    path.write_bytes(before.encode())
    added = add_table(path, "Hill", Hill, IDEA)
    after = path.read_bytes().decode()
    assert after == before + added
    assert tomllib.loads(after) == {**tomllib.loads(before), "Hill": {}}
    lines = after.replace("\r\n", "\n").split("\n")
    start = lines.index(f"# {IDEA}")
    assert start == 0 or lines[start - 1] == ""
    if ends in before:
        assert added.count("\n") == added.count(ends)
        assert added.count("\r") == (added.count("\n") if ends == "\r\n" else 0)


def test_tables_follow_each_other(tmp_path: Path) -> None:
    """Tables of all scenes fit into a file, and say there what they say alone."""
    path = tmp_path / "lecture.toml"
    for name, model in models().items():
        add_table(path, name, model, IDEA)
    assert [*tomllib.loads(path.read_text())] == [*models()]
    used = tomllib.loads(re.sub(r"(?m)^#(?=\S)", "", path.read_text()))
    assert {name: {*values} for name, values in used.items()} == {
        name: {*model.model_fields, "variants"} for name, model in models().items()
    }


def test_a_scene_may_be_named_in_any_language(tmp_path: Path) -> None:
    """A name that TOML takes only in quotes gets them."""
    path = tmp_path / "lecture.toml"
    add_table(path, "Hügel", Hill, IDEA)
    text = re.sub(r"(?m)^#(?=\S)", "", path.read_text(encoding="utf-8"))
    assert tomllib.loads(text)["Hügel"]["variants"] == {"example": {"balls": 4}}


@pytest.mark.parametrize(
    "before",
    [
        "[Hill]\n",
        "  [ Hill ] # mine\nballs = 4\n",
        '["Hill"]\n',
        "Hill = {balls = 4}\n",
        "Hill.balls = 4\n",
        "[Hill.variants.steep]\nballs = 4\n",
        "[[Hill]]\n",
    ],
)
def test_a_table_that_is_there_is_left_alone(tmp_path: Path, before: str) -> None:
    """However the table is written, it is said which file has it, and nothing is written."""
    path = tmp_path / "lecture.toml"
    path.write_text(before)
    with pytest.raises(
        ParameterError, match=r"lecture\.toml: there is already a table \[Hill\]; nothing was written"
    ):
        add_table(path, "Hill", Hill, IDEA)
    assert path.read_text() == before
    assert [*tmp_path.iterdir()] == [path]


def test_a_table_that_is_commented_out_is_none(tmp_path: Path) -> None:
    """What looks like the table but is a comment or a text does not count."""
    path = tmp_path / "lecture.toml"
    path.write_text('# [Hill]\n[BowlDescent]\nx = """\n[Hill]\n"""\n')
    add_table(path, "Hill", Hill, IDEA)
    assert tomllib.loads(path.read_text())["Hill"] == {}


@pytest.mark.parametrize(
    ("before", "complaint"),
    [
        (b"[Hill\n", "this is not TOML"),
        (b"a = 1\na = 2\n", "this is not TOML"),
        (b"# \xff\n", "it cannot be read"),
    ],
)
def test_a_file_that_cannot_be_understood_is_left_alone(tmp_path: Path, before: bytes, complaint: str) -> None:
    """A file that is no TOML is named, with what is wrong, and keeps its bytes."""
    path = tmp_path / "lecture.toml"
    path.write_bytes(before)
    with pytest.raises(ParameterError, match=rf"lecture\.toml: {complaint} \("):
        add_table(path, "Hill", Hill, IDEA)
    assert path.read_bytes() == before


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    """What is no file cannot be read."""
    with pytest.raises(ParameterError, match="it cannot be read"):
        add_table(tmp_path, "Hill", Hill, IDEA)


def test_a_file_without_a_folder_is_refused(tmp_path: Path) -> None:
    """A folder is not made; it is said that the file cannot be written."""
    with pytest.raises(ParameterError, match="it cannot be written"):
        add_table(tmp_path / "missing" / "lecture.toml", "Hill", Hill, IDEA)
    assert not [*tmp_path.iterdir()]


def test_a_folder_that_is_read_only_is_told_in_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Which file was to be written first, and by which number the system knows the error, is nobody's business."""

    def read_only(*_: Any) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), ".lecture.toml.123.tmp")

    monkeypatch.setattr(os, "fsync", read_only)
    with pytest.raises(ParameterError) as refused:
        add_table(tmp_path / "lecture.toml", "Hill", Hill, IDEA)
    assert str(refused.value) == f"{tmp_path / 'lecture.toml'}: it cannot be written (read-only file system)"


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    """It leads to no file that could be written."""
    path = tmp_path / "lecture.toml"
    path.symlink_to(path)
    with pytest.raises(ParameterError, match="it cannot be written"):
        add_table(path, "Hill", Hill, IDEA)


@pytest.mark.parametrize("step", ["fsync", "replace"])
@pytest.mark.parametrize("failure", [OSError("disk full"), KeyboardInterrupt()])
def test_an_interrupted_write_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, failure: BaseException
) -> None:
    """Whatever ends the writing, the file has its old bytes and nothing else lies beside it."""
    path = tmp_path / "lecture.toml"
    path.write_text(OTHER)

    def fail(*_: Any) -> None:
        raise failure

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((ParameterError, KeyboardInterrupt)):
        add_table(path, "Hill", Hill, IDEA)
    assert path.read_text() == OTHER
    assert [*tmp_path.iterdir()] == [path]


ADDS = """
import os, sys
from pathlib import Path
from lecture.command_line.parameter_file import add_table
from scenes.settings.parameters import Parameters
for i in range(int(sys.argv[2])):
    add_table(Path("lecture.toml"), f"{sys.argv[1]}{i}", Parameters, "")
os.replace = lambda *_: os.kill(os.getpid(), 9)
add_table(Path("lecture.toml"), "Killed", Parameters, "")
"""


def test_several_at_a_time_lose_no_table(tmp_path: Path) -> None:
    """Four processes that add to the same file add all; and each is killed in the end, which leaves nothing."""
    runs = [subprocess.Popen([sys.executable, "-c", ADDS, name, "20"], cwd=tmp_path) for name in "ABCD"]
    assert [run.wait(timeout=60) for run in runs] == [-9] * 4
    path = tmp_path / "lecture.toml"
    assert set(tomllib.loads(path.read_text())) == {f"{name}{i}" for name in "ABCD" for i in range(20)}
    assert len([*tmp_path.iterdir()]) == 3  # a lock and what is unfinished
    add_table(path, "Hill", Hill, IDEA)
    assert [*tmp_path.iterdir()] == [path]


@pytest.mark.skipif(os.name == "nt", reason="permissions and links are those of POSIX")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    """The file that a link leads to is written, the link stays, and so do the permissions."""
    path, link = tmp_path / "shared.toml", tmp_path / "lecture.toml"
    path.write_text(OTHER)
    path.chmod(0o640)
    link.symlink_to(path)
    add_table(link, "Hill", Hill, IDEA)
    assert link.is_symlink()
    assert "[Hill]" in path.read_text()
    assert path.stat().st_mode & 0o777 == 0o640
