"""A render that is interrupted, killed, doubled, or out of space: nothing that was there is damaged."""

import errno
import os
import re
import resource
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lecture.engine.store import Store, StoreError
from tests.lecture.lecture_command import COMMAND, QUICK, beginning, contents, environment, finished, lecture
from tests.scenes.manim_command import frames

SLOW = """\
from manim import RIGHT, Circle, Scene


class Slow(Scene):
    def construct(self):
        self.play(Circle().animate(run_time=1000).shift(RIGHT))
"""
IMPORTING = """\
import time
print("importing", flush=True)
try:
    time.sleep(60)
except KeyboardInterrupt:
    raise TypeError("expected a message argument") from None
"""
"""A library that takes long to import."""
RENDER = "render slow.py -q l --name mine"
"""A render that takes long enough to be interrupted."""
FORMER = {"mine.mp4": b"a former video", "mine.json": b"what it was made from", "mine.srt": b"its captions"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with former files, and the scene files quick.py and slow.py."""
    (tmp_path / "slow.py").write_text(SLOW)
    (tmp_path / "quick.py").write_text(QUICK)
    (tmp_path / "renders").mkdir()
    for name, content in FORMER.items():
        (tmp_path / "renders" / name).write_bytes(content)
    return tmp_path


def children(folder: Path) -> list[str]:
    """Return the processes that draw for a command that was called in a folder."""
    listed = subprocess.run(["ps", "-Awwo", "pid=,args="], capture_output=True, text=True, check=True).stdout
    drawing = [line.split()[0] for line in listed.splitlines() if "lecture.engine.worker" in line]
    return [pid for pid in drawing if working_folder(pid) in (None, str(folder.resolve()))]


def working_folder(pid: str) -> str | None:
    """Return the folder that a process was called in; None where the system does not tell of any."""
    if not Path("/proc/self/cwd").exists():
        return None
    try:
        return str(Path(f"/proc/{pid}/cwd").readlink())
    except OSError:  # it has ended
        return ""


def until(happened: Callable[[], Any], seconds: float = 60) -> None:
    """Wait until something has happened."""
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_drawing(folder: Path) -> bool:
    """Tell whether a render has written its first frames."""
    return any((folder / "renders" / ".work").glob("run-*/job-*/media/**/*.mp4"))


def has_begun(folder: Path) -> bool:
    """Tell whether a render has begun; the process of its first job may just be starting."""
    return any((folder / "renders" / ".work").glob("run-*"))


@pytest.mark.parametrize(
    ("number", "when"), [(signal.SIGINT, has_begun), (signal.SIGTERM, is_drawing)], ids=["SIGINT", "SIGTERM"]
)
def test_an_interrupted_render_leaves_all_as_it_was(
    number: signal.Signals, when: Callable[[Path], bool], folder: Path
) -> None:
    """Exit code 130, the former files, nothing unfinished, and no process."""
    process = beginning(*shlex.split(RENDER), "--out", folder / "renders", cwd=folder)
    until(lambda: when(folder))
    process.send_signal(number)
    _, error = process.communicate(timeout=15)
    assert process.returncode == 130, error
    assert error.endswith("interrupted; what was not finished is as it was\n")
    assert "Traceback" not in error
    assert finished(folder / "renders") == FORMER
    assert [*contents(folder / "renders" / ".work")] == ["lock"]
    assert not children(folder)


def test_an_interrupted_run_tells_what_it_had_finished(folder: Path) -> None:
    """The files that were finished before are there, and stand in the table; the exit code is 130."""
    (folder / "both.py").write_text(QUICK + SLOW)
    process = beginning("render", "both.py", "Slow", "Quick", "-q", "l", "-j", "2", cwd=folder)
    assert process.stderr is not None
    until(lambda: process.stderr.readline() == "Quick: done\n")
    until(lambda: is_drawing(folder))
    process.send_signal(signal.SIGINT)
    table, error = process.communicate(timeout=15)
    assert process.returncode == 130
    assert error.strip() == "interrupted; what was not finished is as it was"
    assert [line.split()[0] for line in table.splitlines()] == ["file", "renders/Quick.mp4"]
    assert set(finished(folder / "renders")) == {*FORMER, "Quick.mp4", "Quick.srt", "Quick.json"}


@pytest.mark.parametrize(("library", "command"), [("click", "--help"), ("manim", "table BowlDescent")])
def test_an_interrupt_of_the_imports_is_told_in_a_line(library: str, command: str, tmp_path: Path) -> None:
    """Exit code 130, though a library makes another error of the interrupt, as some in C do."""
    (tmp_path / f"{library}.py").write_text(IMPORTING)
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    process = beginning(*shlex.split(command), cwd=tmp_path, PYTHONPATH=path)
    assert process.stdout is not None
    assert process.stdout.readline() == "importing\n"
    process.send_signal(signal.SIGINT)
    _, error = process.communicate(timeout=15)
    assert (process.returncode, error) == (130, "interrupted; what was not finished is as it was\n")


def test_what_a_killed_render_has_left_is_cleared_by_the_next(folder: Path) -> None:
    """Its process ends by itself; the former files are as they were."""
    process = beginning(*shlex.split(RENDER), "--out", folder / "renders", cwd=folder)
    until(lambda: is_drawing(folder))
    assert children(folder)
    process.kill()
    process.communicate(timeout=5)
    until(lambda: not children(folder), 10)
    assert finished(folder / "renders") == FORMER
    left = set((folder / "renders" / ".work").glob("run-*"))
    assert left
    done = lecture("still", "quick.py", "--section", "curve", "-q", "l", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert [*contents(folder / "renders" / ".work")] == ["lock", "written.json"]
    assert set(finished(folder / "renders")) == {*FORMER, "Quick-still-curve.png", "Quick-still-curve.png.json"}


def test_a_render_leaves_nothing_in_the_folder_of_temporary_files(folder: Path) -> None:
    """What Manim and Typst put aside goes with the work folder."""
    aside = folder / "aside"
    aside.mkdir()
    done = lecture("still", "quick.py", "--section", "curve", "-q", "l", cwd=folder, TMPDIR=str(aside))
    assert done.returncode == 0, done.stderr
    assert not contents(aside)


def test_two_renders_at_a_time_are_both_well(folder: Path) -> None:
    """The same scene into the same folder twice: both end well, and the video can be played."""
    both = [beginning("render", "quick.py", "-q", "l", cwd=folder) for _ in range(2)]
    for process in both:
        _, error = process.communicate(timeout=120)
        assert process.returncode == 0, error
    assert set(finished(folder / "renders")) == {*FORMER, "Quick.mp4", "Quick.srt", "Quick.json"}
    assert len(frames(folder / "renders" / "Quick.mp4")) > 4
    assert [*contents(folder / "renders" / ".work")] == ["lock", "written.json"]


# full disks -------------------------------------------------------------------------------------------------


def test_a_file_that_may_not_grow_is_an_error_in_a_line(folder: Path) -> None:
    """A limit of the system's for the size of a file ends the render; the former files are as they were."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    process = beginning("render", "quick.py", "-q", "l", "--name", "mine", cwd=folder, preexec_fn=limit)
    _, error = process.communicate(timeout=60)
    assert process.returncode == 1, error
    assert error.splitlines()[-1].startswith("mine: ")
    assert "File too large" in error
    assert "Traceback" not in error
    assert finished(folder / "renders") == FORMER
    assert [*contents(folder / "renders" / ".work")] == ["lock"]


@pytest.mark.parametrize("size", [pytest.param("16k", marks=pytest.mark.slow), "48k"])
def test_a_full_disk_is_an_error_in_a_line(size: str, folder: Path) -> None:
    """On a disk that is too small for the video the render ends with exit code 1, and the former files stay."""
    inside = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]
    mount = f"mount -t tmpfs -o size={size} none renders"
    if not shutil.which("unshare") or subprocess.run([*inside, mount], cwd=folder, check=False).returncode:
        pytest.skip("this system lets nobody mount a small disk")
    command = shlex.join([COMMAND, "render", "quick.py", "-q", "l", "--name", "mine"])
    script = f"cp -r renders former && {mount} && cp former/* renders && {command}; echo $?; cp -r renders after"
    done = subprocess.run(
        [*inside, script], cwd=folder, env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "1\n", done.stderr
    assert re.fullmatch(r"mine: started\nmine: the disk is full \(renders/.work/run-\w+\)\n", done.stderr)
    assert finished(folder / "after") == FORMER
    assert [*contents(folder / "after" / ".work")] == ["lock"]


def test_a_disk_that_fills_up_at_the_end_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Finished files that find no room do not take the place of the former ones."""
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.suffix == ".srt":
            write(path, content[:3])
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    store = Store(folder / "renders")
    with store.work() as work, pytest.raises(StoreError) as told:
        store.put("mine", {".mp4": b"new", ".srt": b"words", ".json": b"{}"}, work)
    assert str(told.value) == f"{folder / 'renders'}: mine cannot be written (the disk is full)"
    assert finished(folder / "renders") == FORMER
    assert [*contents(folder / "renders" / ".work")] == ["lock"]


BORROWS = """
import sys
from pathlib import Path
from lecture.engine.store import Store
for _ in range(100):
    with Store(Path(sys.argv[1])).work() as folder:
        (folder / "file").write_text("x")
"""


def test_many_runs_borrow_folders_at_the_same_time(tmp_path: Path) -> None:
    """Whoever clears away what dead runs have left trips over nobody's folder that is just going."""
    runs = [subprocess.Popen([sys.executable, "-c", BORROWS, str(tmp_path)]) for _ in range(4)]
    assert [run.wait(timeout=120) for run in runs] == [0] * 4
    assert [file.name for file in (tmp_path / ".work").iterdir()] == ["lock"]
