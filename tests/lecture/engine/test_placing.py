"""How files of talks come into their place: whole, the first last, and nothing of anybody else's is lost."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from lecture.engine import placing
from lecture.engine.store import Store, StoreError
from tests.lecture.lecture_command import contents


def put(files: Mapping[str, bytes | Path], folder: Path, store: Store, *, forget: bool = False) -> list[str]:
    """Put files into a folder, always as the same command does; return what is said of those that made room."""
    store.kept.clear()
    placing.put(files, folder, store, "page", forget=forget)
    return store.kept


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
    with pytest.raises(StoreError, match=r"/gone: it cannot be read \(no such file or directory\)$"):
        put({"talk.md": tmp_path / "gone"}, tmp_path, store)
    assert {one.name for one in tmp_path.iterdir()} == {"talk.md", "renders"}
    assert (tmp_path / "talk.md").read_bytes() == b"former"


def files(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, but for what is remembered."""
    return {name: content for name, content in contents(folder).items() if content and ".work" not in name}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("index.html", "media/index.html"),
        ("index.html", "media/deep/index.html"),
        ("index.html", "talk.html"),
        ("media/index.html", "index.html"),
    ],
)
def test_one_page_lies_in_the_folder_of_another(one: str, other: str, store: Store, tmp_path: Path) -> None:
    """Each forgets what it showed itself, and nothing else."""
    place, neighbour = tmp_path / one, tmp_path / other
    put({neighbour.name: b"other", "media/a": b"other a"}, neighbour.parent, store, forget=True)
    before = files(tmp_path)
    put({place.name: b"1", "shown/a": b"a", "shown/b": b"b"}, place.parent, store, forget=True)
    assert put({place.name: b"2", "shown/b": b"b"}, place.parent, store, forget=True) == []
    shown = place.parent.relative_to(tmp_path) / "shown" / "b"
    assert files(tmp_path) == {**before, one: b"2", str(shown): b"b"}
    put({neighbour.name: b"none"}, neighbour.parent, store, forget=True)
    assert files(tmp_path) == {other: b"none", one: b"2", str(shown): b"b"}


@pytest.mark.parametrize("kind", ["page", "film"])
def test_what_another_has_written_in_the_same_place_is_kept(kind: str, store: Store, tmp_path: Path) -> None:
    """A line says so. What they share stays until nobody shows it any more."""
    film = {"film.mp4": b"film", "talk.txt": b"contents", "same.txt": b"same"}
    placing.put(film, tmp_path, store, kind)
    said = put({"talk.txt": b"a talk", "same.txt": b"same", "mine.txt": b"mine"}, tmp_path, store)
    assert said == [f"{tmp_path}/talk.txt: what was there is kept as talk-before-1.txt"]
    put({"talk.txt": b"a talk"}, tmp_path, store, forget=True)
    expected = {**film, "talk.txt": b"a talk", "talk-before-1.txt": b"contents"}
    assert files(tmp_path) == expected


def test_a_file_of_the_users_is_not_claimed(store: Store, tmp_path: Path) -> None:
    """It was there before, as it would have been written; so it is there when it is not shown any more."""
    (tmp_path / "a").write_bytes(b"a")
    put({"index.html": b"1", "a": b"a"}, tmp_path, store, forget=True)
    put({"index.html": b"2"}, tmp_path, store, forget=True)
    assert files(tmp_path) == {"index.html": b"2", "a": b"a"}


def test_what_belongs_together_is_kept_under_one_number(store: Store, tmp_path: Path) -> None:
    """Be it a folder in the place of a file, or a link that leads nowhere."""
    (tmp_path / "film-before-1.srt").write_bytes(b"older")
    (tmp_path / "film-before-2.mp4").symlink_to("nowhere")
    (tmp_path / "film.mp4").write_bytes(b"mine")
    (tmp_path / "film.srt").mkdir()
    (tmp_path / "film.srt" / "words").write_bytes(b"mine")
    put({"film.mp4": b"film", "film.srt": b"words"}, tmp_path, store)
    former = {"film-before-3.mp4": b"mine", "film-before-3.srt/words": b"mine", "film-before-1.srt": b"older"}
    assert files(tmp_path) == {"film.mp4": b"film", "film.srt": b"words", **former}
    assert (tmp_path / "film-before-2.mp4").is_symlink()


NOTED = [
    "[]",
    "{",
    "null",
    '{"a": 1}',
    '{"page": {"talk.md": 1}}',
    '{"page": {"talk.md": ["b", 2]}}',
    b"\xff",
    "[" * 3000,
]


@pytest.mark.parametrize("noted", ["earlier", *NOTED], ids=lambda noted: str(noted)[:40])
def test_what_nobody_is_known_to_have_written_is_kept(noted: str | bytes, store: Store, tmp_path: Path) -> None:
    """Earlier versions did not note who wrote what; and what was noted may be damaged."""
    former = {"talk.md": b"former", "media/a": b"former a"}
    for name, content in former.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    if noted == "earlier":
        digests = {str(tmp_path / name): sha256(content).hexdigest() for name, content in former.items()}
        noted = json.dumps(digests, indent=1)
    (store.folder / ".work").mkdir(parents=True)
    (store.folder / ".work" / "written.json").write_bytes(noted if isinstance(noted, bytes) else noted.encode())
    put({"talk.md": b"new"}, tmp_path, store, forget=True)
    assert put({"talk.md": b"newer"}, tmp_path, store, forget=True) == []
    assert files(tmp_path) == {"talk.md": b"newer", "talk-before-1.md": b"former", "media/a": b"former a"}


def test_what_is_written_through_links_is_its_own(store: Store, tmp_path: Path) -> None:
    """A folder elsewhere gets the files, and the link stays."""
    (tmp_path / "disk").mkdir()
    (tmp_path / "page").symlink_to("disk")
    (tmp_path / "disk" / "index.html").symlink_to("page.html")
    for page in (b"1", b"2"):
        assert put({"index.html": page, "media/a": page}, tmp_path / "page", store, forget=True) == []
    assert (tmp_path / "disk" / "index.html").is_symlink()
    assert files(tmp_path / "disk") == {"index.html": b"2", "page.html": b"2", "media/a": b"2"}


WRITING = """
import sys
from collections.abc import Mapping
from pathlib import Path
from lecture.engine.placing import put
from lecture.engine.store import Store
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
