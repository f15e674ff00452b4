"""Runs jobs, several at a time, and puts what they make into its folder."""

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Executor, Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Protocol, Self

from lecture.engine.job import Job, Made, Report
from lecture.engine.store import Store, StoreError
from lecture.engine.workers import Workers, run_job


@dataclass(frozen=True)
class Outcome:
    """What became of a job: its files, how long the video is and how long it took, a note, or what went wrong."""

    name: str
    files: tuple[Path, ...] = field(default=())
    seconds: float = 0.0
    took: float = 0.0
    error: str = ""
    refused: bool = False
    note: str = ""


class Watcher(Protocol):
    """Is told how far jobs are, from the moment they start: the progress lines on a terminal, for example."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...

    def tell(self, name: str, said: dict[str, Any]) -> None:
        """Be told that a job has started, or how far it is."""

    def finish(self, name: str, error: str) -> None:
        """Be told that a job is done, or what went wrong."""


def local_executor(at_a_time: int) -> Executor:
    """Return an executor on this machine: every job has its own process, and a thread waits for it."""
    return ThreadPoolExecutor(at_a_time)


def run_all(
    jobs: Mapping[str, Job],
    store: Store,
    watcher: Watcher,
    executor: Executor,
    outcomes: list[Outcome],
    *,
    local: bool,
) -> None:
    """Run jobs, and list what became of each; one that fails does not stop the others.

    Args:
        jobs: The jobs, each under the name of its files.
        store: Where the files belong.
        watcher: Is told how far they are.
        executor: What runs the jobs.
        outcomes: Receives what became of each as soon as it is known, so that an interrupt keeps what was finished
            before.
        local: Whether it does so on this machine, and in this process.

    Raises:
        KeyboardInterrupt: The user has stopped it; no process keeps running.
    """
    futures: dict[Future[tuple[Made, float]], str] = {}
    with store.work() as work, Workers(str(work)) as workers, watcher:
        try:
            for name, job in jobs.items():
                if local:
                    futures[executor.submit(_timed, workers.draw, job, partial(watcher.tell, name))] = name
                else:
                    futures[executor.submit(_timed, run_job, job)] = name
                    watcher.tell(name, {})
            for done in as_completed(futures):
                outcome = _finish(futures[done], done, store, work)
                outcomes.append(outcome)  # before anybody is told: then an interrupt may come
                watcher.finish(outcome.name, outcome.error)
        except BaseException:
            for future in futures:
                future.cancel()
            workers.stop()
            raise


def _timed(draw: Callable[..., Made], job: Job, report: Report | None = None) -> tuple[Made, float]:
    start = time.monotonic()
    if report is None:
        made = draw(job)
    else:
        report({})
        made = draw(job, report=report)
    return made, time.monotonic() - start


def _finish(name: str, future: "Future[tuple[Made, float]]", store: Store, work: Path) -> Outcome:
    """Put the files of a finished job into their place."""
    try:
        made, took = future.result()
        if made.error:
            outcome = Outcome(name, took=took, error=made.error, refused=made.refused)
        else:
            outcome = Outcome(name, tuple(store.put(name, made.files, work)), made.seconds, took, note=made.note)
    except StoreError as error:
        outcome = Outcome(name, error=str(error))
    except Exception as error:  # whatever kept the job from running, the others go on
        outcome = Outcome(name, error=f"{type(error).__name__}: {error}")
    return outcome
