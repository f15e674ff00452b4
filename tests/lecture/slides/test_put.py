"""How files of talks come into their place: whole, the first last, and nothing of anybody else's is lost."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from lecture.slides import placing
from lecture.store import Store, StoreError


def put(files: Mapping[str, bytes | Path], folder: Path, store: Store, *, forget: bool = False) -> list[str]:
    """Put files into a folder, always as the same command does."""
    return placing.put(files, folder, store, "page", forget=forget)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A folder of finished files."""
    return Store(tmp_path / "renders")


def test_the_file_that_shows_the_others_comes_last(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever is stopped in between leaves no talk that points at nothing."""
    order = []
    replace = Path.replace

    def noted(self: Path, target: Path) -> Path:
        order.append(target.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", noted)
    put({"talk.md": b"shows", "media/a.mp4": b"a", "media/b.mp4": b"b"}, tmp_path, store)
    assert [one for one in order if one != "written.json"] == ["a.mp4", "b.mp4", "talk.md"]


def test_what_was_written_is_replaced_and_what_is_somebody_elses_kept(store: Store, tmp_path: Path) -> None:
    """By whatever path the same file is named."""
    (tmp_path / "a").mkdir()
    put({"talk.md": b"first"}, tmp_path / "a", store)
    put({"talk.md": b"second"}, tmp_path / "a" / ".." / "a", store)
    assert [one.name for one in (tmp_path / "a").iterdir()] == ["talk.md"]
    (tmp_path / "a" / "talk.md").write_text("edited")
    put({"talk.md": b"third"}, tmp_path / "a", store)
    assert (tmp_path / "a" / "talk-before-1.md").read_text() == "edited"
    assert (tmp_path / "a" / "talk.md").read_text() == "third"


def test_what_a_killed_run_has_left_goes(store: Store, tmp_path: Path) -> None:
    """With the next that writes there."""
    (tmp_path / ".talk.md.4711.unfinished").write_text("half")
    (tmp_path / ".other.md.unfinished").write_text("somebody else's")
    put({"talk.md": b"whole"}, tmp_path, store)
    assert {one.name for one in tmp_path.iterdir()} == {"talk.md", ".other.md.unfinished", "renders"}


def test_what_is_no_more_is_forgotten_where_that_is_asked_for(store: Store, tmp_path: Path) -> None:
    """But not what somebody has changed, nor what lies elsewhere."""
    page, other = tmp_path / "page", tmp_path / "other"
    put({"a.md": b"a"}, other, store)
    put({"index.html": b"1", "media/a": b"a", "media/b": b"b", "media/c": b"c"}, page, store)
    (page / "media" / "b").write_text("mine")
    put({"index.html": b"2", "media/c": b"c"}, page, store, forget=True)
    assert sorted(str(one.relative_to(page)) for one in page.rglob("*") if one.is_file()) == [
        "index.html", "media/b", "media/c",
    ]  # fmt: skip
    assert (other / "a.md").exists()


def test_a_failure_leaves_the_former_file(store: Store, tmp_path: Path) -> None:
    """Here the file to copy is gone."""
    put({"talk.md": b"former"}, tmp_path, store)
    with pytest.raises(StoreError, match=r"/gone: it cannot be read \(No such file or directory\)$"):
        put({"talk.md": tmp_path / "gone"}, tmp_path, store)
    assert {one.name for one in tmp_path.iterdir()} == {"talk.md", "renders"}
    assert (tmp_path / "talk.md").read_bytes() == b"former"


WRITING = """
import sys
from collections.abc import Mapping
from pathlib import Path
from lecture.slides.placing import put
from lecture.store import Store
sign = sys.argv[1].encode()
for _ in range(20):
    put({"talk.md": sign * 200_000, "media/a": sign}, Path("."), Store(Path("renders")), "deck")
"""


def test_two_runs_at_once_write_whole_files(tmp_path: Path) -> None:
    """Each file is of one of them, and none is taken for somebody else's."""
    path = os.pathsep.join([str(Path(placing.__file__).parents[2]), os.environ.get("PYTHONPATH", "")])
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", WRITING, sign], cwd=tmp_path, env={**os.environ, "PYTHONPATH": path}
        )
        for sign in "xy"
    ]
    assert [run.wait(timeout=60) for run in runs] == [0, 0]
    content = (tmp_path / "talk.md").read_text()
    assert content in ("x" * 200_000, "y" * 200_000)
    assert {one.name for one in tmp_path.iterdir()} == {"talk.md", "media", "renders"}
    assert {one.name for one in (tmp_path / "media").iterdir()} == {"a"}
