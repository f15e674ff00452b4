"""Files that appear whole, whatever comes between."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from scenes.settings.whole_files import clear_unfinished, unfinished, write_whole

KILLED = """
import os, sys
from pathlib import Path
from scenes.settings.whole_files import write_whole
os.replace = lambda *_: os.kill(os.getpid(), 9)
write_whole(Path(sys.argv[1]), b"new")
"""


def test_a_file_gets_its_content_and_keeps_its_permissions(tmp_path: Path) -> None:
    """Nothing else is left in its folder."""
    place = tmp_path / "file"
    write_whole(place, b"old")
    place.chmod(0o600)
    write_whole(place, b"new", safe=True)
    assert (place.read_bytes(), place.stat().st_mode & 0o777) == (b"new", 0o600)
    assert [*tmp_path.iterdir()] == [place]


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else is left in its folder."""
    place = tmp_path / "file"
    write_whole(place, b"old")

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(KeyboardInterrupt):
        write_whole(place, b"new")
    assert place.read_bytes() == b"old"
    assert [*tmp_path.iterdir()] == [place]


def test_what_a_killed_run_has_left_can_be_cleared(tmp_path: Path) -> None:
    """The file is as it was; what is unfinished beside it goes, and nobody else's does."""
    place, other = tmp_path / "file[1]", tmp_path / ".file1.0.unfinished"
    write_whole(place, b"old")
    other.write_text("mine")
    killed = subprocess.run([sys.executable, "-c", KILLED, str(place)], check=False)
    assert killed.returncode == -9
    assert place.read_bytes() == b"old"
    assert len([*tmp_path.iterdir()]) == 3
    clear_unfinished(place)
    assert {*tmp_path.iterdir()} == {place, other}


def test_what_is_unfinished_can_lie_in_another_folder(tmp_path: Path) -> None:
    """A file that is copied is there until it is taken, and gone in the end if nobody has."""
    source, place = tmp_path / "source", tmp_path / "there" / "file"
    source.write_text("new")
    (tmp_path / "aside").mkdir()
    with unfinished(place, source, tmp_path / "aside") as written:
        assert written.parent == tmp_path / "aside"
        assert written.read_text() == "new"
    assert not written.exists()
    assert source.exists()
