"""Galleries and talks whose command is killed: nothing is lost or half there, and the next call completes them."""

import itertools
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.lecture.lecture_command import Done, contents
from tests.lecture.slides.finished_files import a_job, facts, put_current_clips, put_file

ADDRESS = re.compile(r"""(?:src|href|poster)="([^"#:]+)"|\]\(([^)]+)\)""")
COMMANDS = {
    "gallery -o page": "page/index.html",
    "deck BowlDescent -q l -o page/talk.md": "page/talk.md",
    "deck BowlDescent -q l -o page/talk.html": "page/talk.html",
}


def filled(folder: Path, seconds: float, *videos: str) -> None:
    """Fill the folder of finished files anew: clips that are up to date, and videos; what was noted stays."""
    out = folder / "renders"
    for file in out.iterdir() if out.exists() else ():
        if file.name != ".work":
            shutil.rmtree(file) if file.is_dir() else file.unlink()
    clips = put_current_clips(out, seconds)
    for name in videos:
        put_file(out, name, out / "clips" / clips.clips[0].files[".mp4"], facts(a_job()))


def whole(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder that are not hidden."""
    return {name: content for name, content in contents(folder).items() if content and "/." not in f"/{name}"}


def points_at(file: Path) -> set[str]:
    """Return the files that a page or a talk in Markdown points at; there are none where it is not there."""
    text = file.read_text() if file.exists() else ""
    return {unquote(one or other) for one, other in ADDRESS.findall(text)} if file.name != "talk.html" else set()


@pytest.mark.parametrize(
    ("command", "step"),
    [
        *(pytest.param(command, 5, marks=pytest.mark.slow) for command in COMMANDS),
        pytest.param("gallery -o page", 20, id="gallery"),
    ],
)
@pytest.mark.parametrize("again", [False, True], ids=["the first call", "a later call"])
def test_wherever_it_is_killed(
    command: str, step: int, again: bool, tmp_path: Path, warm: Callable[..., Done]
) -> None:
    """What stood there is there, each file is whole, and the next call leaves what it would have left alone.

    There is something else to show by then; nothing is taken for somebody else's.
    """
    page, file, saved = tmp_path / "page", tmp_path / COMMANDS[command], tmp_path.with_suffix(".saved")

    def call(seconds: float, *videos: str, killed_at: int | None = None) -> int:
        filled(tmp_path, seconds, *videos)
        return warm(*command.split(), cwd=tmp_path, killed_at=killed_at).returncode

    def begin() -> None:
        shutil.rmtree(tmp_path)
        shutil.copytree(saved, tmp_path)

    (page / "media").mkdir(parents=True)
    (page / "media" / "mine.mp4").write_text("mine")
    if again:
        assert call(0.1, "one", "two") == 0
    shutil.copytree(tmp_path, saved)
    before = whole(page)
    assert call(0.3, "two", "four") == 0
    latest = contents(page)
    begin()
    assert call(0.2, "two", "three") == 0
    after = contents(page)
    for moment in itertools.count(step=step):
        begin()
        code = call(0.2, "two", "three", killed_at=moment)
        if code == 0:
            break
        assert code == -9
        left = whole(page)
        assert all(content in (before.get(name), after.get(name)) for name, content in left.items())
        assert {*before} - {*left} <= {*before} - {*after}
        assert all((page / name).is_file() for name in points_at(file))
        assert call(0.3, "two", "four") == 0
        assert contents(page) == latest
    assert moment > 20
