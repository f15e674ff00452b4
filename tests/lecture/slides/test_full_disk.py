"""A disk that fills up while something is written to it: a line says where, and all is as it was."""

import errno
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import click
import pytest

from lecture.command_line.slide_files import failures
from tests.lecture.lecture_command import COMMAND, contents, environment
from tests.lecture.slides.finished_files import a_job, facts, put_current_clips, put_file

COMMANDS = {
    "gallery -o small/page": "page/index.html",
    "deck BowlDescent -q l -o small/talk.md": "talk.md",
    "deck BowlDescent -q l -o small/talk.html": "talk.html",
    "deck BowlDescent -q l -o small/talk.pptx": "talk.pptx",
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_is_an_error_in_a_line(command: str, tmp_path: Path) -> None:
    """It names the file; the exit code is 1, what was there is as it was, and nothing else is."""
    clips = put_current_clips(tmp_path / "renders")
    video = tmp_path / "renders" / "clips" / clips.clips[0].files[".mp4"]
    put_file(tmp_path / "renders", "one", video, facts(a_job()))
    former = tmp_path / "former" / COMMANDS[command]
    former.parent.mkdir(parents=True)
    former.write_text("mine")
    (tmp_path / "small").mkdir()
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    mount = "mount -t tmpfs -o size=12k none small"
    if not shutil.which("unshare") or subprocess.run([*inside, mount], cwd=tmp_path, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    script = f"{mount} && cp -r former/* small && {shlex.quote(COMMAND)} {command}; echo $?; cp -r small after"
    done = subprocess.run(
        [*inside, script], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "1\n", done.stderr
    assert re.fullmatch(r"small/[\w./=,+-]+: it cannot be written \(the disk is full\)\n", done.stderr)
    assert contents(tmp_path / "after") == contents(tmp_path / "former")


@pytest.mark.parametrize("files", [(), ("work/film.mp4",), ("clips/1.mp4", None, "work/1.mp4")], ids=len)
def test_wherever_a_film_or_a_talk_finds_no_room(
    files: tuple[str | None, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Its place is named, if the system does not say what it was that found none."""
    with pytest.raises(click.exceptions.Exit) as end, failures(Path("film.mp4")):
        raise OSError(errno.ENOSPC, "No space left on device", *files)
    assert end.value.exit_code == 1
    where = files[-1] if files else "film.mp4"
    assert capsys.readouterr().err == f"{where}: it cannot be written (the disk is full)\n"
