"""The folder of clips: formats join, what shows something else is kept, and a run may be cut short."""

import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from lecture.engine.clip_index import INDEX, Clip, SceneClips, index_of
from lecture.engine.clip_store import ClipStore
from lecture.engine.job import Job
from lecture.engine.store import StoreError

NAME, OTHER = "Own", "own"
FACTS = {"file": "own.py", "source_digest": "a", "digest": None, "versions": {"manim": "0.22"}, "parameters": None}


def made(
    shelf: ClipStore, ending: str, sections: tuple[str, ...] = ("one", "two"), name: str = NAME, **facts: Any
) -> list[str]:
    """Put clips with a poster into the folder; return the files that are there then."""
    job = shelf.jobs[name]
    record = {**asdict(job), "kind": "clips", **FACTS, **facts}
    clips, files = [], {}
    for number, section in enumerate(sections, 1):
        names = {end: f"{number}-{section}{end}" for end in (ending, ".png")}
        files |= {name: f"{ending} {facts}".encode() for name in names.values()}
        clips.append(
            Clip(
                number=number, section=section, alt="", transcript="", start=0, seconds=1, frames=1, captions=(),
                files=names,
            )
        )  # fmt: skip
    scene = SceneClips(
        name="", scene=NAME, title="", idea="", width=2, height=2, frame_rate=1, made_from=None, record=record,
        clips=tuple(clips),
    )  # fmt: skip
    with shelf.work() as work:
        shelf.put(name, {**files, INDEX: scene.model_dump_json().encode()}, work)
    return there(shelf, name)


def there(shelf: ClipStore, name: str = NAME) -> list[str]:
    """Return the files of the clips."""
    return sorted(file.name for file in (shelf.folder / name).iterdir())


def listed(shelf: ClipStore) -> dict[str, list[str]]:
    """Return the files that the index lists, by the names of their scenes."""
    return {
        one.name: sorted(Path(file).name for clip in one.clips for file in clip.files.values())
        for one in index_of(shelf.folder).scenes
    }


@pytest.fixture
def shelf(tmp_path: Path) -> ClipStore:
    """An empty folder for the clips of a scene of the user's own."""
    return ClipStore(
        tmp_path / "clips", {name: Job(NAME, "clips", file="own.py", source="") for name in (NAME, OTHER)}
    )


VIDEOS = ["1-one.mp4", "1-one.png", "2-two.mp4", "2-two.png"]
BOTH = sorted([*VIDEOS, "1-one.gif", "2-two.gif"])


def test_another_format_joins(shelf: ClipStore) -> None:
    """From the same file: all are there, and listed."""
    assert made(shelf, ".mp4") == VIDEOS
    assert made(shelf, ".gif") == BOTH
    assert listed(shelf) == {NAME: BOTH}


@pytest.mark.parametrize("change", [{"source_digest": "b"}, {"quality": "m"}], ids=str)
def test_what_may_show_something_else_is_not_listed_with_it(shelf: ClipStore, change: dict[str, str]) -> None:
    """From a file that has changed since, or in another quality; it is not lost either."""
    made(shelf, ".mp4")
    assert made(shelf, ".gif", **change) == BOTH
    assert listed(shelf) == {NAME: [file for file in BOTH if not file.endswith(".mp4")]}


def test_files_of_sections_that_are_no_more_go(shelf: ClipStore) -> None:
    """Those that would have been made anew."""
    made(shelf, ".mp4", source_digest="b")
    assert made(shelf, ".mp4", ("one", "other")) == ["1-one.mp4", "1-one.png", "2-other.mp4", "2-other.png"]


def test_an_index_cannot_have_other_files_removed(shelf: ClipStore) -> None:
    """Anybody may have written it."""
    made(shelf, ".mp4")
    mine = shelf.folder / "mine.mp4"
    mine.write_text("mine")
    index = shelf.folder / INDEX
    index.write_text(index.read_text().replace("Own/2-two.mp4", "Own/../mine.mp4"))
    made(shelf, ".mp4", ("one",), source_digest="b")
    assert mine.read_text() == "mine"


def cut_short(shelf: ClipStore, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Put other clips there, and be stopped when so many files have moved."""
    moved = 0
    replace = Path.replace

    def counting(self: Path, target: Path) -> Path:
        nonlocal moved
        if self.parent.name == NAME:
            moved += 1
            if moved > after:
                raise KeyboardInterrupt
        return replace(self, target)

    with monkeypatch.context() as patches:
        patches.setattr(Path, "replace", counting)
        with pytest.raises(KeyboardInterrupt):
            made(shelf, ".mp4", quality="m")


@pytest.mark.parametrize("after", [0, 2])
def test_a_run_that_is_cut_short_lists_nothing_and_is_followed_by_another(
    shelf: ClipStore, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    """No folder stays behind under another name."""
    made(shelf, ".mp4")
    cut_short(shelf, monkeypatch, after)
    assert listed(shelf) == {NAME: []}
    made(shelf, ".mp4", quality="m")
    assert listed(shelf) == {NAME: VIDEOS}
    assert sorted(one.name for one in shelf.folder.iterdir()) == [".work", NAME, INDEX]


def test_what_shows_something_else_is_kept_and_listed(shelf: ClipStore) -> None:
    """Under a name of its own."""
    made(shelf, ".mp4", parameters={"input": 1})
    made(shelf, ".mp4", parameters={"input": 2})
    assert listed(shelf) == {NAME: VIDEOS, f"{NAME}-before-1": VIDEOS}
    assert (shelf.folder / f"{NAME}-before-1" / "1-one.mp4").read_text() == ".mp4 {'parameters': {'input': 1}}"


def test_what_others_have_put_beside_clips_stays(shelf: ClipStore) -> None:
    """Be it clips that get another name, or clips that are made again."""
    made(shelf, ".mp4", parameters=1)
    (shelf.folder / NAME / "page").mkdir()
    for name in ("notes.txt", "page/index.html"):
        (shelf.folder / NAME / name).write_text("mine")
    made(shelf, ".mp4", parameters=2)
    assert there(shelf) == [*VIDEOS, "notes.txt", "page"]
    assert there(shelf, f"{NAME}-before-1") == VIDEOS
    made(shelf, ".mp4", ("one",), parameters=2)
    assert there(shelf) == ["1-one.mp4", "1-one.png", "notes.txt", "page"]
    assert (shelf.folder / NAME / "page" / "index.html").read_text() == "mine"


def test_a_file_that_somebody_has_changed_is_kept(shelf: ClipStore) -> None:
    """One that would be replaced, and one that would go; a line says so."""
    made(shelf, ".mp4")
    for name in ("1-one.png", "2-two.png"):
        (shelf.folder / NAME / name).write_text("mine")
    for _ in range(2):
        files = made(shelf, ".mp4", ("one",), source_digest="b")
        assert files == ["1-one-before-1.png", "1-one.mp4", "1-one.png", "2-two.png"]
    for name in ("1-one-before-1.png", "2-two.png"):
        assert (shelf.folder / NAME / name).read_text() == "mine"
    place = shelf.folder / NAME / "1-one.png"
    assert shelf.kept == [f"{place}: what was there is kept as 1-one-before-1.png"]
    assert listed(shelf) == {NAME: ["1-one.mp4", "1-one.png"]}


def test_a_folder_of_somebodys_is_left_alone(shelf: ClipStore) -> None:
    """Only what would be replaced gets another name."""
    (shelf.folder / NAME).mkdir(parents=True)
    for name in ("notes.txt", "1-one.mp4"):
        (shelf.folder / NAME / name).write_text("mine")
    assert made(shelf, ".mp4") == [*VIDEOS, "notes.txt"]
    assert there(shelf, f"{NAME}-before-1") == ["1-one.mp4"]
    assert (shelf.folder / f"{NAME}-before-1" / "1-one.mp4").read_text() == "mine"


def test_names_that_differ_by_case_are_two_names(shelf: ClipStore) -> None:
    """Each has its folder, and stays what it is."""
    for name in (NAME, OTHER, NAME, OTHER):
        made(shelf, ".mp4", name=name, parameters=name)
    if (shelf.folder / NAME).samefile(shelf.folder / OTHER):
        pytest.skip("this system takes them for the same")
    assert listed(shelf) == {NAME: VIDEOS, OTHER: VIDEOS}
    for name in (NAME, OTHER):
        assert (shelf.folder / name / "1-one.mp4").read_text() == f".mp4 {{'parameters': '{name}'}}"


def test_clips_that_are_gone_are_in_nobodys_way(shelf: ClipStore) -> None:
    """Though the index lists them, and under a name that differs by case only."""
    made(shelf, ".mp4", parameters=1)
    shutil.rmtree(shelf.folder / NAME)
    (shelf.folder / OTHER).mkdir()
    made(shelf, ".mp4", name=OTHER, parameters=2)
    assert there(shelf, OTHER) == VIDEOS
    assert shelf.kept == []


def test_where_names_do_not_differ_by_case_no_clip_is_taken_for_another(shelf: ClipStore) -> None:
    """The former clips are listed under another name. Here a link to their folder stands for such a system."""
    made(shelf, ".mp4", parameters=NAME)
    (shelf.folder / OTHER).symlink_to(NAME)
    made(shelf, ".mp4", name=OTHER, parameters=OTHER)
    assert listed(shelf) == {OTHER: VIDEOS, f"{OTHER}-before-1": VIDEOS}
    for one in index_of(shelf.folder).scenes:
        for clip in one.clips:
            assert str(one.record["parameters"]) in (shelf.folder / clip.files[".mp4"]).read_text()


def test_a_run_that_is_cut_short_while_clips_move_loses_none(
    shelf: ClipStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before their folder has another name, or after; the next run lists them where they are."""
    for parameters, step in (("old", 0), ("new", 1)):
        made(shelf, ".mp4", parameters=parameters)

        def stopping(self: Path, target: Path, rename: Any = Path.rename, step: int = step) -> None:
            if step:
                rename(self, target)
            raise KeyboardInterrupt

        with monkeypatch.context() as patches:
            patches.setattr(Path, "rename", stopping)
            with pytest.raises(KeyboardInterrupt):
                made(shelf, ".mp4", parameters="newer")
        made(shelf, ".mp4", parameters="newer")
        found = {one.name: one.record["parameters"] for one in index_of(shelf.folder).scenes if one.clips}
        assert listed(shelf) == dict.fromkeys(found, VIDEOS)
        for name, which in found.items():
            assert which in (shelf.folder / name / "1-one.mp4").read_text()
        assert parameters in found.values()


def test_clips_that_are_lent_stay_as_they_are(shelf: ClipStore, tmp_path: Path) -> None:
    """Whatever another run does meanwhile."""
    made(shelf, ".mp4", quality="h")
    (lent,) = shelf.lend([NAME], tmp_path / "lent")
    made(shelf, ".mp4", quality="h", source_digest="b")
    for clip in lent.clips:
        for file in clip.files.values():
            assert "source_digest" not in (tmp_path / "lent" / file).read_text()


@pytest.mark.parametrize(
    "meanwhile",
    [
        lambda shelf: made(shelf, ".mp4", quality="l"),
        lambda shelf: (shelf.folder / NAME / "1-one.mp4").unlink(),
        lambda shelf: (shelf.folder / INDEX).unlink(),
    ],
    ids=["another quality", "a file gone", "the index gone"],
)
def test_clips_that_another_run_has_changed_are_not_lent(
    shelf: ClipStore, tmp_path: Path, meanwhile: Callable[[ClipStore], object]
) -> None:
    """A talk never shows what was not asked for."""
    made(shelf, ".mp4", quality="h")
    meanwhile(shelf)
    with pytest.raises(StoreError, match="another run has changed these clips; run the command again"):
        shelf.lend([NAME], tmp_path / "lent")
