"""A process of its own for each job: Manim's configuration is global."""

import json
import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any, ClassVar

from lecture.engine.job import Job, Made, Report

_CHILDREN = {"PYTHONIOENCODING": "utf-8:backslashreplace"}
"""The environment in which the processes of jobs can print any text; `-X utf8` does the rest."""


def start_ahead() -> None:
    """Start the process of a job to come: while the job is being prepared, it imports what it will need.

    If no job comes, it is ended.
    """
    while _ahead:
        process, log = _ahead.pop()
        with log, _Running(process):
            process.kill()
    _ahead.append(_start())


def _start() -> tuple["subprocess.Popen[bytes]", IO[bytes]]:
    """Start a process for a job, and return it with the file for what it prints."""
    log = tempfile.TemporaryFile()  # noqa: SIM115 - whoever runs a job closes it
    process = subprocess.Popen(
        # -P: no file in the folder of the call can take the place of a package
        [sys.executable, "-P", "-X", "utf8", "-m", "lecture.engine.worker"],
        env={**os.environ, **_CHILDREN},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        start_new_session=True,  # an interrupt reaches the process by the end of its input only
    )
    return process, log


_ahead: list[tuple["subprocess.Popen[bytes]", IO[bytes]]] = []


def run_job(job: Job, work: str | None = None, report: Report | None = None) -> Made:
    """Draw a job in a process of its own.

    Args:
        job: What to draw.
        work: The folder in which to put what is unfinished; the system's own by default.
        report: Is told how far it is.
    """
    # The process makes the folder, and takes it away if this one is killed, however early.
    folder = Path(work or tempfile.gettempdir(), f"job-{secrets.token_hex(8)}")
    process, log = _ahead.pop() if _ahead else _start()
    try:
        with log, _Running(process):
            said = _converse(process, folder, job, report)
            log.seek(0)
            text = log.read().decode(errors="replace")
        if "error" not in said and "files" not in said:
            last = text.strip().splitlines()[-1:]
            said["error"] = ": ".join([f"its process ended with {_ending(process.returncode)}", *last])
        if "error" in said:
            return Made(error=said["error"], refused=said.get("refused", False))
        files = {ending: (folder / name).read_bytes() for ending, name in said["files"].items()}
        return Made(files, said["seconds"], note=said.get("note", ""))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


class _Running:
    """Ends a process when the block is left: it ends by itself when its input does."""

    alive: ClassVar[set["subprocess.Popen[bytes]"]] = set()
    lock: ClassVar[threading.Lock] = threading.Lock()
    stopping: ClassVar[threading.Event] = threading.Event()

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self.process = process

    def __enter__(self) -> None:
        with self.lock:
            self.alive.add(self.process)
        if self.stopping.is_set():  # it was begun while all were being ended
            self.process.kill()

    def __exit__(self, *_: object) -> None:
        with self.lock:
            self.alive.discard(self.process)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe:
                with suppress(BrokenPipeError):
                    pipe.close()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def stop_all() -> None:
    """End the processes of all jobs that are running here, for good."""
    _Running.stopping.set()
    with _Running.lock:
        for process in _Running.alive:
            process.kill()


def _converse(process: "subprocess.Popen[bytes]", folder: Path, job: Job, report: Report | None) -> dict[str, Any]:
    """Hand a process its job and return the last that it says; what it says before goes to `report`."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(json.dumps([str(folder), asdict(job)]).encode() + b"\n")
        process.stdin.flush()
    except BrokenPipeError:
        return {}
    for line in process.stdout:
        try:
            said: dict[str, Any] = json.loads(line)
        except ValueError:
            break  # it ended in the middle of a line
        if "files" in said or "error" in said:
            return said
        if report:
            report(said)
    process.wait()
    return {}


def _ending(code: int | None) -> str:
    """Return what an exit code means."""
    if code is not None and code < 0:
        return "the signal 9 (was the memory full?)" if code == -9 else f"the signal {-code}"
    return f"exit code {code}"
