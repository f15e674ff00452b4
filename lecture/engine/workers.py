"""The processes that draw, as they are seen from outside.

Manim's configuration is global, so jobs that are drawn at the same time need a process each. It takes a second to
import Manim: a process that has drawn a job waits for the next.
"""

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
from typing import Any, Self

from lecture.engine.job import Job, Made, Report

_CHILDREN = {"PYTHONIOENCODING": "utf-8:backslashreplace"}
"""The environment in which the processes of jobs can print any text; `-X utf8` does the rest."""


class Worker:
    """A process that draws one job at a time.

    Attributes:
        ready: Whether it can be given a job: it draws none, and those before have left no traces in it.
    """

    def __init__(self) -> None:
        self.ready = True
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - `end` closes it
        self._logged = 0
        self._folder, self._aside = Path(), Path()
        self._process = subprocess.Popen(
            # -P: no file in the folder of the call can take the place of a package
            [sys.executable, "-P", "-X", "utf8", "-m", "lecture.engine.worker"],
            env={**os.environ, **_CHILDREN},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,  # an interrupt reaches the process by the end of its input only
        )

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def begin(self, job: Job, work: str | None = None) -> None:
        """Hand over a job; `answer` waits for what comes of it.

        Args:
            job: What to draw.
            work: The folder in which to put what is unfinished; the system's own by default.
        """
        # The process makes these folders, and takes them away if this one is killed, however early.
        self._folder = Path(work or tempfile.gettempdir(), f"job-{secrets.token_hex(8)}")
        if self._aside == Path():
            self._aside = self._folder.with_name(f"aside-{secrets.token_hex(8)}")
        self._logged, self.ready = os.fstat(self._log.fileno()).st_size, False
        self._say([str(self._folder), str(self._aside), asdict(job)])

    @property
    def is_alive(self) -> bool:
        """Whether its process still runs."""
        return self._process.poll() is None

    def drop(self) -> None:
        """Let the process know that nobody wants the job any more: it is answered soon, and with an error."""
        self._say(None)

    def answer(self, report: Report | None = None) -> Made:
        """Wait for what comes of the job, and return it; `report` is told how far it is."""
        try:
            said = self._listen(report)
            self.ready = said.get("ready", False)
            if "error" in said:
                return Made(error=said["error"], refused=said.get("refused", False))
            files = {ending: (self._folder / name).read_bytes() for ending, name in said["files"].items()}
            return Made(files, said["seconds"], note=said.get("note", ""))
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def end(self) -> None:
        """End the process: it does so by itself when its input ends."""
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(BrokenPipeError):
                    pipe.close()
        try:
            self._process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.kill()
            self._process.wait()
        self._log.close()
        if self._aside != Path():
            shutil.rmtree(self._aside, ignore_errors=True)  # it is still there if the process was killed

    def kill(self) -> None:
        """End the process at once; `end` clears up after it."""
        self._process.kill()

    def _say(self, what: Any) -> None:
        assert self._process.stdin is not None
        with suppress(BrokenPipeError):  # it has ended, which the answer tells
            self._process.stdin.write(json.dumps(what).encode() + b"\n")
            self._process.stdin.flush()

    def _listen(self, report: Report | None) -> dict[str, Any]:
        """Return the last that the process says of a job; what it says before goes to `report`."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            try:
                said: dict[str, Any] = json.loads(line)
            except ValueError:
                break  # it ended in the middle of a line
            if "files" in said or "error" in said:
                return said
            if report:
                report(said)
        self._process.wait()
        self._log.seek(self._logged)
        last = self._log.read().decode(errors="replace").strip().splitlines()[-1:]
        return {"error": ": ".join([f"its process ended with {_ending(self._process.returncode)}", *last])}


def _ending(code: int | None) -> str:
    """Return what an exit code means."""
    if code is not None and code < 0:
        return "the signal 9 (was the memory full?)" if code == -9 else f"the signal {-code}"
    return f"exit code {code}"


class Workers:
    """The workers that draw the jobs of somebody, as many as are drawn at the same time; leaving it ends them.

    Args:
        work: The folder in which to put what is unfinished; the system's own by default.
    """

    def __init__(self, work: str | None = None) -> None:
        self._work = work
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._lock = threading.Lock()
        self._stopped = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        while self._idle:
            self._idle.pop().end()

    def draw(self, job: Job, report: Report | None = None) -> Made:
        """Draw a job in a process in which nothing else is being drawn; `report` is told how far it is."""
        worker = self.begin(job)
        try:
            return worker.answer(report)
        finally:
            self.take_back(worker)

    def begin(self, job: Job) -> Worker:
        """Hand a job to a worker, and lend it; `take_back` is to follow."""
        with self._lock:
            # a file of the user's is imported where nothing has been drawn
            worker = self._idle_one() if job.file is None else None
            worker = worker or _fresh()
            self._busy.add(worker)
            if self._stopped:  # it was begun while all were being ended
                worker.kill()
        worker.begin(job, self._work)
        return worker

    def _idle_one(self) -> Worker | None:
        """Return a worker that waits for a job; those whose processes have gone meanwhile are left."""
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive:
                return worker
            worker.end()
        return None

    def take_back(self, worker: Worker) -> None:
        """Keep a worker for the next job, or end it."""
        with self._lock:
            self._busy.discard(worker)
            if worker.ready and not self._stopped:
                self._idle.append(worker)
                return
        worker.end()

    def stop(self) -> None:
        """End what is being drawn, for good."""
        with self._lock:
            self._stopped = True
            for worker in self._busy:
                worker.kill()


def start_ahead() -> None:
    """Start the worker of a job to come: while the job is being prepared, it imports what it will need.

    If no job comes, it is ended.
    """
    while _ahead:
        worker = _ahead.pop()
        worker.kill()
        worker.end()
    _ahead.append(Worker())


def _fresh() -> Worker:
    """Return a worker that has drawn nothing."""
    return _ahead.pop() if _ahead else Worker()


_ahead: list[Worker] = []


def run_job(job: Job, work: str | None = None, report: Report | None = None) -> Made:
    """Draw a job in a process of its own.

    Args:
        job: What to draw.
        work: The folder in which to put what is unfinished; the system's own by default.
        report: Is told how far it is.
    """
    with Workers(work) as workers:
        return workers.draw(job, report)
