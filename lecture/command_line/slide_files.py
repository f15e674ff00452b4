"""What the commands for slides do around the making of files: they lend clips, put files and say what failed.

What takes long to import is imported where it is needed, so that help appears at once.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lecture.command_line.interrupts import raise_from_now_on
from lecture.engine.job import Job, Made
from lecture.engine.workers import run_job
from scenes.settings.errors import why

if TYPE_CHECKING:
    from lecture.engine.clip_index import SceneClips
    from lecture.engine.clip_store import ClipStore
    from lecture.engine.film import Draw


def drawn(folder: Path) -> "Draw":
    """Return what draws the title cards of a film, in a folder, and shows how far they are."""
    from rich.console import Console

    from lecture.command_line.progress import Display
    from lecture.engine.film import CARDS

    def draw(job: Job) -> Made:
        with Display(Console(stderr=True), [CARDS]) as display:
            made = run_job(job, str(folder), partial(display.tell, CARDS))
            display.finish(CARDS, made.error)
        return made

    return draw


@contextmanager
def lent(store: "ClipStore") -> Iterator[tuple[tuple["SceneClips", ...], Path]]:
    """Lend the clips of scenes, and the folder that the names of their files are relative to.

    Raises:
        StoreError: Another run has changed them.
    """
    raise_from_now_on()
    with store.work() as folder:
        yield store.lend([*store.jobs], folder), folder


@contextmanager
def failures(place: Path) -> Iterator[None]:
    """Tell in a line what went wrong on the way to a file, and end with exit code 1."""
    from lecture.engine.joining import FilmError
    from lecture.engine.store import StoreError

    try:
        yield
    except (FilmError, StoreError) as error:
        print(error, file=sys.stderr)
    except OSError as error:
        where = error.filename2 or error.filename or place
        print(f"{where}: it cannot be written ({why(error)})", file=sys.stderr)
    else:
        return
    raise click.exceptions.Exit(1)


def write(kind: str, files: Mapping[str, bytes | Path], place: Path, out: Path, *, forget: bool = False) -> None:
    """Put files into the folder of the first of them, and say what has made room for them."""
    from lecture.engine.placing import put
    from lecture.engine.store import Store

    raise_from_now_on()
    store = Store(out)
    try:
        put(files, place.parent, store, kind, forget=forget)
    finally:
        for line in store.kept:
            print(line, file=sys.stderr)
