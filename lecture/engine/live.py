"""Pictures for whoever turns a knob: only the newest that was asked for matters."""

import threading
from concurrent.futures import Future
from typing import Self

from lecture.engine.job import Job, Made
from lecture.engine.workers import Worker, Workers


class Live:
    """Draws the newest of the jobs that it is asked for, in a process that stays; leaving it ends that.

    If the process crashes, what came of its job says so, and the next job begins a new one.

    Args:
        work: The folder in which to put what is unfinished; the system's own by default.
    """

    def __init__(self, work: str | None = None) -> None:
        self._workers = Workers(work)
        self._changed = threading.Condition()
        self._next: tuple[Job, Future[Made]] | None = None
        self._now: tuple[Worker, Future[Made]] | None = None
        self._leaving = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._changed:
            self._leaving = True
            self._drop()
            self._changed.notify()
        self._thread.join()

    def ask(self, job: Job) -> "Future[Made]":
        """Have a job drawn in place of those that are waiting or being drawn; their futures are cancelled."""
        future: Future[Made] = Future()
        with self._changed:
            self._drop()
            self._next = job, future
            self._changed.notify()
        return future

    def _drop(self) -> None:
        """Cancel what was asked for before."""
        if self._next is not None:
            self._next[1].cancel()
            self._next = None
        if self._now is not None and self._now[1].cancel():
            self._now[0].drop()

    def _serve(self) -> None:
        """Draw what is asked for until nothing will be."""
        with self._workers:
            while self._begin():
                assert self._now is not None
                worker, future = self._now
                made = worker.answer()
                with self._changed:
                    self._now = None
                    if not future.cancelled():
                        future.set_result(made)
                self._workers.take_back(worker)

    def _begin(self) -> bool:
        """Wait for a job and hand it over; return False when there will be none."""
        with self._changed:
            while True:
                self._changed.wait_for(lambda: self._next is not None or self._leaving)
                if self._next is None:
                    return False
                (job, future), self._next = self._next, None
                try:
                    self._now = self._workers.begin(job), future
                    return True
                except OSError as error:  # no process can be started
                    future.set_exception(error)
