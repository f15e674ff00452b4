"""Where a job's process puts what is unfinished, and what it leaves when nobody waits for it any more."""

import json
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import NoReturn

import pytest

from lecture.engine import workers
from lecture.engine.job import Job


def drawn_for_nobody(handed: str) -> int:
    """Hand a process a text and wait for nothing more; return its exit code."""
    command = [sys.executable, "-P", "-m", "lecture.engine.worker"]
    return subprocess.run(command, input=handed, text=True, capture_output=True, timeout=60).returncode


def handed(folder: Path) -> str:
    """Return the line with which a job is handed over, to be drawn in a folder."""
    folders = str(folder), str(folder.with_name("aside"))
    return json.dumps([*folders, asdict(Job("BowlDescent", quality="l"))]) + "\n"


def test_a_folder_is_made_only_by_the_process_that_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who starts the process may be killed before it has handed the job over: by then there is nothing."""

    def start() -> NoReturn:
        assert list(tmp_path.iterdir()) == []
        raise OSError("no process")

    monkeypatch.setattr(workers, "Worker", start)
    with pytest.raises(OSError, match="no process"):
        workers.run_job(Job("BowlDescent"), str(tmp_path))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("share", [0.0, 0.5], ids=["nothing", "half"])
def test_a_job_that_does_not_come_leaves_nothing(share: float, tmp_path: Path) -> None:
    """Its sender was killed while it wrote, or before."""
    line = handed(tmp_path / "job")
    drawn_for_nobody(line[: int(len(line) * share)])
    assert list(tmp_path.iterdir()) == []


def test_a_job_that_nobody_waits_for_ends_and_leaves_nothing(tmp_path: Path) -> None:
    """Its sender was killed as soon as it had handed the job over."""
    assert drawn_for_nobody(handed(tmp_path / "job")) == 130
    end = time.monotonic() + 20
    while list(tmp_path.iterdir()):
        assert time.monotonic() < end
        time.sleep(0.02)
