"""The folder of finished files: which files belong together, what is kept, and what a kill leaves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lecture.engine.store import SHOWS, Store
from tests.lecture.lecture_command import QUICK, finished, lecture

RECORDS = {"mp4": "json", "gif": "gif.json", "png": "png.json"}


def record(parameters: object, **others: object) -> bytes:
    """Return a record of a scene with these parameters."""
    return json.dumps({**dict.fromkeys(SHOWS), "scene": "Bowl", "parameters": parameters, **others}).encode()


def put(folder: Path, name: str, files: dict[str, bytes]) -> list[str]:
    """Put files into a folder, and return what is said of those that were there."""
    store = Store(folder)
    with store.work() as work:
        store.put(name, files, work)
    return store.kept


def test_each_format_has_a_record_of_its_own(tmp_path: Path) -> None:
    """A GIF beside an mp4 of the same name leaves the record of that alone; both can be made again."""
    (tmp_path / "quick.py").write_text(QUICK)
    for options in (("-q", "l"), ("-q", "m", "--format", "gif")):
        done = lecture("render", "quick.py", *options, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
    files = finished(tmp_path / "renders")
    assert [*files] == ["Quick.gif", "Quick.gif.json", "Quick.json", "Quick.mp4", "Quick.srt"]
    said = [json.loads(files[name]) for name in ("Quick.json", "Quick.gif.json")]
    assert [(one["format"], one["quality"]) for one in said] == [("mp4", "l"), ("gif", "m")]
    for like, out in (("Quick.gif", "one"), ("Quick.gif.json", "other")):
        done = lecture("render", "--like", f"renders/{like}", "--out", out, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        again = finished(tmp_path / out)
        assert [*again] == ["Quick.gif", "Quick.gif.json", "Quick.srt"]
        assert json.loads(again["Quick.gif.json"]) == said[1]


def test_captions_of_a_former_video_do_not_stay(tmp_path: Path) -> None:
    """A scene that has none any more has none beside it; those that were there, perhaps by hand, are kept."""
    put(tmp_path, "Bowl", {".gif": b"old", ".srt": b"words", ".gif.json": record(1)})
    put(tmp_path, "Bowl", {".gif": b"new", ".gif.json": record(1)})
    expected = {"Bowl.gif": b"new", "Bowl.gif.json": record(1), "Bowl-before-1.srt": b"words"}
    assert finished(tmp_path) == expected
    put(tmp_path, "Bowl", {".gif": b"newer", ".srt": b"more words", ".gif.json": record(1)})
    assert finished(tmp_path) == {**expected, "Bowl.gif": b"newer", "Bowl.srt": b"more words"}


STEEP = {
    "bowl-steep": {".gif": b"one", ".gif.json": record(2)},
    "Bowl-Steep": {".gif": b"two", ".gif.json": record(3)},
}
"""Two clips whose names differ by the case of letters only."""


def test_names_that_differ_by_case_are_two_names(tmp_path: Path) -> None:
    """Each stays what it is, however often the other is made; so do slides of that name."""
    (tmp_path / "A").touch()
    if (tmp_path / "a").exists():
        pytest.skip("this system takes them for the same")
    (tmp_path / "Bowl-Steep.pptx").write_text("slides")
    for name in [*STEEP, *STEEP]:
        assert put(tmp_path, name, STEEP[name]) == []
    expected = {f"{name}{ending}": one for name, files in STEEP.items() for ending, one in files.items()}
    assert finished(tmp_path) == {"A": b"", "Bowl-Steep.pptx": b"slides", **expected}


def test_where_names_do_not_differ_by_case_the_former_file_is_kept(tmp_path: Path) -> None:
    """A line says under which name. Here a second name of the same file stands for such a system."""
    put(tmp_path, "bowl-steep", STEEP["bowl-steep"])
    for ending in STEEP["bowl-steep"]:
        (tmp_path / f"Bowl-Steep{ending}").hardlink_to(tmp_path / f"bowl-steep{ending}")
    kept = put(tmp_path, "Bowl-Steep", STEEP["Bowl-Steep"])
    assert kept == [f"{tmp_path}/bowl-steep.gif: what was there is kept as Bowl-Steep-before-1.gif"]
    for name, which in (("Bowl-Steep", "Bowl-Steep"), ("Bowl-Steep-before-1", "bowl-steep")):
        assert {ending: (tmp_path / f"{name}{ending}").read_bytes() for ending in STEEP[which]} == STEEP[which]


CHANGES: list[tuple[dict[str, bytes], set[str]]] = [
    ({}, set()),
    ({".srt": b"mine"}, {".srt"}),
    ({".mp4": b"with sound"}, {".mp4", ".srt", ".json"}),
    ({".json": record(1, note="mine")}, {".mp4", ".srt", ".json"}),
    ({".gif": b"of mine", ".gif.json": record(1)}, set()),
]


@pytest.mark.parametrize(("changed", "kept"), CHANGES, ids=lambda one: " ".join(sorted(one)))
def test_what_somebody_has_changed_is_kept(changed: dict[str, bytes], kept: set[str], tmp_path: Path) -> None:
    """Together with what belongs to it; what would not be replaced stays where it is."""
    made = {".mp4": b"old", ".srt": b"words", ".json": record(1)}
    put(tmp_path, "Bowl", made)
    for ending, content in changed.items():
        (tmp_path / f"Bowl{ending}").write_bytes(content)
    before = {**made, **changed}
    for _ in range(2):
        put(tmp_path, "Bowl", {".mp4": b"new", ".srt": b"new words", ".json": record(1)})
    left = finished(tmp_path)
    assert {name for name in left if "before" in name} == {f"Bowl-before-1{ending}" for ending in kept}
    assert all(left[f"Bowl-before-1{ending}"] == before[ending] for ending in kept)
    assert (left["Bowl.mp4"], left["Bowl.srt"]) == (b"new", b"new words")
    assert left.get("Bowl.gif") == changed.get(".gif")


def test_captions_without_a_video_are_somebodys(tmp_path: Path) -> None:
    """A video of that name does not replace them."""
    (tmp_path / "Bowl.srt").write_bytes(b"mine")
    put(tmp_path, "Bowl", {".mp4": b"new", ".srt": b"words", ".json": record(1)})
    assert (tmp_path / "Bowl-before-1.srt").read_bytes() == b"mine"


class Killed(BaseException):
    """What nothing but the end of a process is like."""


@pytest.mark.parametrize("parameters", ["same", "other"])
@pytest.mark.parametrize("shown", RECORDS)
def test_a_kill_leaves_no_file_beside_the_record_of_another(
    shown: str, parameters: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever between two steps it comes: what lies beside a record is what the record was written for."""

    def files(which: str, parameters: str) -> dict[str, bytes]:
        facts = record(parameters, host=which)
        return {f".{shown}": which.encode(), ".srt": which.encode(), f".{RECORDS[shown]}": facts}

    steps = 0
    for last in range(20):
        folder = tmp_path / str(last)
        folder.mkdir()
        for ending, content in files("old", "same").items():
            (folder / f"Bowl{ending}").write_bytes(content)
        steps = last

        def counted(step: Callable[..., Any]) -> Callable[..., Any]:
            def stepping(path: Path, *args: Any, **kwargs: Any) -> Any:
                nonlocal steps
                if steps == 0:
                    raise Killed
                steps -= 1
                return step(path, *args, **kwargs)

            return stepping

        store = Store(folder)
        with store.work() as work, monkeypatch.context() as patches:
            for name in ("replace", "rename", "unlink"):
                patches.setattr(Path, name, counted(getattr(Path, name)))
            try:
                store.put("Bowl", files("new", parameters), work)
                whole = True
            except Killed:
                whole = False
        left = finished(folder)
        for name in {"Bowl", "Bowl-before-1"} & {Path(one).stem for one in left if one.endswith(f".{shown}")}:
            facts = left.get(f"{name}.{RECORDS[shown]}")
            assert facts is None or json.loads(facts)["host"] == left[f"{name}.{shown}"].decode()
        if whole:
            assert left["Bowl.srt"] == b"new"
            assert len(left) == (3 if parameters == "same" else 6)
            return
    pytest.fail("it takes too many steps")
