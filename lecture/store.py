"""The folder of finished files: each appears there whole, and what is unfinished lies in `.work` below it."""

import errno
import fcntl
import itertools
import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from lecture.names import CAPTIONS, ENDINGS, parted
from lecture.provenance import facts_of
from scenes.stage.errors import ParameterError

WORK = ".work"
_LOCK = "lock"
SHOWS = ("scene", "file", "parameters", "kind", "theme", "transparent", "section")
"""What a record says of what is to be seen."""


class StoreError(Exception):
    """Files could not be put into their folder."""


class Store:
    """A folder of finished files.

    Args:
        folder: The folder; it is made when it is first written to.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @contextmanager
    def work(self) -> Iterator[Path]:
        """Lend a folder for what is unfinished, empty and nobody else's; what dead runs have left is cleared away.

        Raises:
            ParameterError: The folder cannot be made.
        """
        try:
            (self.folder / WORK).mkdir(parents=True, exist_ok=True)
            with self.alone():
                self._clear()
                mine, lock = self._claim()
        except OSError as error:
            raise ParameterError(f"{self.folder}: it cannot be written to ({error.strerror})") from None
        with lock:
            try:
                yield mine
            finally:
                with suppress(OSError), self.alone():  # or another run would find it half gone
                    shutil.rmtree(mine, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Let nobody else arrange files here for a moment."""
        with (self.folder / WORK / _LOCK).open("w") as gate:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield

    def _claim(self) -> tuple[Path, Any]:
        """Make a folder and hold its lock: the system lets go of it when this process ends, however it does."""
        mine = Path(tempfile.mkdtemp(prefix="run-", dir=self.folder / WORK))
        lock = (mine / _LOCK).open("w")
        fcntl.flock(lock, fcntl.LOCK_EX)
        return mine, lock

    def _clear(self) -> None:
        """Remove the folders whose runs are dead."""
        for folder in (self.folder / WORK).glob("run-*"):
            with suppress(BlockingIOError), (folder / _LOCK).open("a") as lock:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(folder, ignore_errors=True)

    def put(self, name: str, files: Mapping[str, bytes], work: Path) -> list[Path]:
        """Put files, by their endings, into the folder under one name, each whole or not at all.

        Files of that name that show something else are kept under a name of their own. Wherever it is cut short,
        no file lies beside the record of another.

        Raises:
            StoreError: The disk is full, or the folder cannot be written to.
        """
        *_, record = endings = sorted(files, key=ENDINGS.index)
        try:
            for ending, content in files.items():
                (work / f"{name}{ending}").write_bytes(content)
            with self.alone():
                self._keep_others(name, endings, json.loads(files[record]))
                (self.folder / f"{name}{record}").unlink(missing_ok=True)
                return [(work / f"{name}{ending}").replace(self.folder / f"{name}{ending}") for ending in endings]
        except OSError as error:
            for ending in files:
                (work / f"{name}{ending}").unlink(missing_ok=True)
            why = "the disk is full" if error.errno == errno.ENOSPC else error.strerror
            raise StoreError(f"{self.folder}: {name} cannot be written ({why})") from None

    def _keep_others(self, name: str, endings: Sequence[str], now: Mapping[str, Any]) -> None:
        """Rename the files of this name if they show something else; other files are none of our business.

        So are captions that the new files have none in place of: somebody may have written them by hand.
        """
        parts = {file: parted(file.name) for file in self.folder.iterdir()}
        present = [
            file for file, (stem, ending) in parts.items() if ending and _alike(stem, name) and file.is_file()
        ]
        if all(_made_alike(file, now) for file in present if file.suffix != CAPTIONS):
            present = [file for file in present if file.suffix == CAPTIONS and CAPTIONS not in endings]
        taken = [stem for file, (stem, _) in parts.items() for stem in (stem, file.stem)]
        number = next(
            i for i in itertools.count(1) if not any(_alike(stem, f"{name}-before-{i}") for stem in taken)
        )
        for old in present:
            old.rename(self.folder / f"{name}-before-{number}{parts[old][1]}")


def _alike(one: str, other: str) -> bool:
    """Tell whether some system takes two names for the same."""
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()


def _made_alike(file: Path, now: Mapping[str, Any]) -> bool:
    """Tell whether a file says that it shows the same; in which quality and format does not matter."""
    with suppress(ParameterError):
        before = facts_of(file)
        return all(before.get(key) == now[key] for key in SHOWS)
    return False
