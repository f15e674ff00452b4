"""Outlines that are kept on the disk are those that were made, whatever becomes of the files."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import tempconfig

from scenes.stage.type import outline_cache, outlines
from scenes.stage.type.outline_cache import kept

MADE = {"points": np.linspace(0, 1 / 3, 12).reshape(4, 3), "colours": np.array(["", "#ff0000"])}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep files in a folder of this test."""
    monkeypatch.setattr(outline_cache, "_folder", lambda: tmp_path / "kept")
    return tmp_path / "kept"


def same(one: Any, other: Any) -> bool:
    """Tell whether two dictionaries of arrays are the same, to the last bit."""
    return one.keys() == other.keys() and all(
        one[key].dtype == other[key].dtype and one[key].tobytes() == other[key].tobytes() for key in one
    )


def made_elsewhere() -> Any:
    raise AssertionError("it should not have been made again")


def test_what_was_made_is_made_once(folder: Path) -> None:
    """The second time it comes from the disk."""
    assert same(kept("name", lambda: MADE), MADE)
    assert same(kept("name", made_elsewhere), MADE)
    assert [file.suffix for file in folder.iterdir()] == [".npz"]


def test_another_name_or_another_version_is_made_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was made by other packages or other code is not taken."""
    kept("name", lambda: MADE)
    other = {"points": np.zeros(3)}
    assert same(kept("other name", lambda: other), other)
    monkeypatch.setattr(outline_cache, "_makers", lambda: "another version")
    assert same(kept("name", lambda: other), other)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"\x93NUMPY"])
def test_a_damaged_file_is_made_anew(content: bytes, folder: Path) -> None:
    """It is replaced by a whole one."""
    kept("name", lambda: MADE)
    (file,) = folder.iterdir()
    file.write_bytes(content)
    assert same(kept("name", lambda: MADE), MADE)
    assert same(kept("name", made_elsewhere), MADE)


def test_a_folder_that_cannot_be_written_is_no_obstacle(folder: Path) -> None:
    """Everything is made each time."""
    folder.write_text("a file in its place")
    assert same(kept("name", lambda: MADE), MADE)
    assert folder.read_text() == "a file in its place"


def test_the_oldest_files_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their number has a bound."""
    monkeypatch.setattr(outline_cache, "_MOST", 3)
    for i in range(6):
        outline_cache._make_room.cache_clear()
        kept(str(i), lambda: MADE)
    outline_cache._make_room.cache_clear()
    assert len([*folder.iterdir()]) == 4
    assert same(kept("5", made_elsewhere), MADE)


@pytest.mark.usefixtures("folder")
def test_outlines_from_the_disk_are_those_from_typst(tmp_path: Path) -> None:
    """Words of several colours and glyphs, to the last bit."""
    code = "#text(fill: red)[x] $times$ y"
    with tempconfig({"media_dir": str(tmp_path)}):
        first, again = (outlines.outline.__wrapped__(code) for _ in range(2))
        table, table_again = (outlines.glyphs.__wrapped__(False) for _ in range(2))
    assert [colour for colour, _ in first.parts] == [colour for colour, _ in again.parts]
    assert None in [colour for colour, _ in first.parts]
    assert len(first.parts) == 2
    assert first.advance == again.advance
    assert all(np.array_equal(a[1], b[1]) for a, b in zip(first.parts, again.parts, strict=True))
    assert table.keys() == table_again.keys()
    for letter, glyph in table.items():
        assert np.array_equal(glyph.points, table_again[letter].points)
        assert glyph.advance == table_again[letter].advance
