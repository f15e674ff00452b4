"""The folder of finished files: which files belong together, what is kept, and what a kill leaves."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lecture.store import SHOWS, Store
from tests.lecture.lecture_command import QUICK, finished, lecture

RECORDS = {"mp4": "json", "gif": "gif.json", "png": "png.json"}


def record(parameters: object, **others: object) -> bytes:
    """Return a record of a scene with these parameters."""
    return json.dumps({**dict.fromkeys(SHOWS), "scene": "Bowl", "parameters": parameters, **others}).encode()


def put(folder: Path, name: str, files: dict[str, bytes]) -> None:
    """Put files into a folder."""
    store = Store(folder)
    with store.work() as work:
        store.put(name, files, work)


def test_each_format_has_a_record_of_its_own(tmp_path: Path) -> None:
    """A GIF beside an mp4 of the same name leaves the record of that alone; both can be made again."""
    (tmp_path / "quick.py").write_text(QUICK)
    for more in ((), ("--format", "gif", "-q", "m")):
        done = lecture("render", "quick.py", "-q", "l", *more, cwd=tmp_path)
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


def test_other_files_of_that_name_and_other_cases_of_letters(tmp_path: Path) -> None:
    """Slides beside a clip stay what they are; a clip whose name differs by case only is kept."""
    (tmp_path / "Bowl-Steep.pptx").write_text("slides")
    put(tmp_path, "bowl-steep", {".gif": b"old", ".gif.json": record({"input": 2})})
    put(tmp_path, "Bowl-Steep", {".gif": b"new", ".gif.json": record({"input": 3})})
    assert finished(tmp_path) == {
        **{"Bowl-Steep.pptx": b"slides"},
        **{"Bowl-Steep.gif": b"new", "Bowl-Steep.gif.json": record({"input": 3})},
        **{"Bowl-Steep-before-1.gif": b"old", "Bowl-Steep-before-1.gif.json": record({"input": 2})},
    }


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
