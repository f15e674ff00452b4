"""Runs what a command asks for, and shows what comes of it.

Every command imports this, its `--help` too, so what takes long to import is imported where it is used.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lecture.command_line.interrupts import raise_from_now_on
from lecture.command_line.printing import complain, drop_output, print_table
from lecture.engine.job import Job
from scenes.settings.errors import check_text

if TYPE_CHECKING:
    from lecture.engine.batch import Outcome
    from lecture.engine.store import Store


def run_and_show(
    jobs: Mapping[str, Job],
    out: Path,
    at_a_time: int | None = None,
    cluster: str | None = None,
    like: tuple[Path, Mapping[str, Any]] | None = None,
    store: "Store | None" = None,
) -> int:
    """Run jobs, show what comes of them, and return the exit code.

    Args:
        jobs: The jobs, by the names of their files.
        out: The folder for the files.
        at_a_time: How many jobs run at the same time; as many as there are cores by default.
        cluster: The address of the cluster that runs them, if not this machine.
        like: The file that is made again, and its record as it was before.
        store: What puts the files into the folder, if not as single files.

    Raises:
        ParameterError: Nothing can be drawn into the folder.
    """
    from rich.console import Console

    from lecture.command_line.progress import Display
    from lecture.engine.batch import local_executor, run_all
    from lecture.engine.cluster import executor_on
    from lecture.engine.provenance import facts_of
    from lecture.engine.store import Store, StoreError

    check_text(str(out.absolute()))
    console, store = Console(stderr=True), store or Store(out)
    raise_from_now_on()
    here = min(at_a_time or os.cpu_count() or 1, len(jobs))
    outcomes: list[Outcome] = []
    try:
        with executor_on(cluster) if cluster is not None else local_executor(here) as executor:
            run_all(jobs, store, Display(console, jobs), executor, outcomes, local=cluster is None)
    except KeyboardInterrupt:
        try:
            _show(outcomes, list(jobs), store.kept)
        except OSError:  # an interrupt ends all of a pipe, and who reads this may be gone first
            drop_output()
        raise
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    _show(outcomes, list(jobs), store.kept)
    if like is not None and outcomes[0].files:
        _compare(*like, facts_of(outcomes[0].files[-1]))
    if any(outcome.error and not outcome.refused for outcome in outcomes):
        return 1
    return 2 if any(outcome.refused for outcome in outcomes) else 0


def _show(outcomes: Sequence["Outcome"], names: Sequence[str], kept: Sequence[str]) -> None:
    """Print a table of the files that were made, in the order of their names, and what went wrong."""
    ordered = sorted(outcomes, key=lambda one: names.index(one.name))
    made = [
        (one.files[0], f"{one.seconds:.1f}" if one.seconds else "", f"{one.took:.1f}")
        for one in ordered
        if one.files
    ]
    if made:
        print_table(("file", "seconds of video", "seconds taken"), made)
    for line in kept:
        print(line, file=sys.stderr)
    for one in ordered:
        if one.note:
            print(f"{one.name}: {one.note}", file=sys.stderr)
        if one.error:
            complain(one.error if one.refused else f"{one.name}: {one.error}")


def _compare(file: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    """Say what has changed since a file was made that is now made again."""
    from lecture.engine.provenance import differences

    found = differences(before, now)
    if found:
        complain(f"{file.name} was made {'; '.join(found)}: its pictures may differ")
