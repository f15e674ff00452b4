"""The folder of finished files: each appears there whole; unfinished ones are in `.work` below it."""

import errno
import itertools
import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from lecture.engine.file_names import CAPTIONS, ENDINGS, SHOWN, parted
from lecture.engine.ledger import Ledger, digest_of_bytes
from lecture.engine.provenance import facts_of
from scenes.settings.errors import ParameterError, why
from scenes.settings.whole_files import unfinished

WORK = ".work"
_LOCK = "lock"
SHOWS = ("scene", "file", "parameters", "kind", "theme", "transparent", "section")
"""What a record says of what can be seen."""
_WRITER = "render"


class StoreError(Exception):
    """Files could not be put into their folder."""


class Store:
    """A folder of finished files.

    Args:
        folder: The folder; it is made when it is first written to.

    Attributes:
        kept: A line for each file that made room for another, and now has another name.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[str] = []

    @property
    def ledger(self) -> Ledger:
        """What was written here and from here; only for who is `alone`."""
        return Ledger(self.folder / WORK)

    @contextmanager
    def work(self) -> Iterator[Path]:
        """Lend an empty folder for unfinished files to this caller alone; what dead runs have left is removed.

        Raises:
            ParameterError: The folder cannot be made.
            StoreError: The disk is full.
        """
        try:
            (self.folder / WORK).mkdir(parents=True, exist_ok=True)
            with self.alone():
                self._clear()
                mine, lock = self._claim()
        except OSError as error:
            kind = StoreError if error.errno == errno.ENOSPC else ParameterError
            raise kind(f"{self.folder}: it cannot be written to ({why(error)})") from None
        try:
            yield mine
        finally:
            with suppress(OSError), self.alone():  # or another run would find it half gone
                lock.release()  # Windows removes no file that is in use
                shutil.rmtree(mine, ignore_errors=True)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep others from arranging files here for a moment."""
        with _lock_in(self.folder / WORK):
            yield

    def _claim(self) -> tuple[Path, FileLock]:
        """Make a folder and hold its lock: the system lets go of it when this process ends, however it does."""
        mine = Path(tempfile.mkdtemp(prefix="run-", dir=self.folder / WORK))
        lock = _lock_in(mine)
        lock.acquire()
        return mine, lock

    def _clear(self) -> None:
        """Remove the folders whose runs are dead."""
        for folder in (self.folder / WORK).glob("run-*"):
            with suppress(Timeout):
                _lock_in(folder).acquire(blocking=False).lock.release()
                shutil.rmtree(folder, ignore_errors=True)

    def put(self, name: str, files: Mapping[str, bytes], work: Path) -> list[Path]:
        """Put files, by their endings, into the folder under one name, each whole or not at all.

        Files of that name that show something else, or that somebody has changed, are kept under a name of their
        own. Wherever it is cut short, no file lies beside the record of another.

        Raises:
            StoreError: The disk is full, or the folder cannot be written to.
        """
        *_, record = endings = sorted(files, key=ENDINGS.index)
        places = {ending: self.folder / f"{name}{ending}" for ending in endings}
        digests = {place: digest_of_bytes(files[ending]) for ending, place in places.items()}
        try:
            with ExitStack() as stack:
                ready = {
                    place: stack.enter_context(unfinished(place, files[ending], work))
                    for ending, place in places.items()
                }
                stack.enter_context(self.alone())
                ledger = self.ledger
                self._keep_others(name, endings, json.loads(files[record]), ledger)
                ledger.expect(_WRITER, digests)
                places[record].unlink(missing_ok=True)
                put = [written.replace(place) for place, written in ready.items()]
                ledger.settle(_WRITER, digests)
                return put
        except OSError as error:
            raise StoreError(f"{self.folder}: {name} cannot be written ({why(error)})") from None

    def _keep_others(self, name: str, endings: Sequence[str], now: Mapping[str, Any], ledger: Ledger) -> None:
        """Rename the files of this name that are not to be replaced; other files do not concern us."""
        parts = {file: parted(file.name) for file in self.folder.iterdir()}
        present = {
            file: ending
            for file, (_, ending) in parts.items()
            if ending and file.is_file() and takes_place_of(file, self.folder / f"{name}{ending}")
        }
        kept = sorted(_kept(present, endings, now, ledger), key=lambda file: ENDINGS.index(present[file]))
        if not kept:
            return
        taken = [stem for file, (stem, _) in parts.items() for stem in (stem, file.stem)]
        numbered = (f"{name}-before-{i}" for i in itertools.count(1))
        free = next(one for one in numbered if not any(_alike(stem, one) for stem in taken))
        for old in kept:
            old.rename(self.folder / f"{free}{present[old]}")
        self.kept.append(said_of_kept(kept[0], f"{free}{present[kept[0]]}"))


def _lock_in(folder: Path) -> FileLock:
    """Return the lock that is kept in a folder; nobody holds it yet."""
    return FileLock(folder / _LOCK, poll_interval=0.01)


def _kept(
    present: Mapping[Path, str], endings: Sequence[str], now: Mapping[str, Any], ledger: Ledger
) -> Sequence[Path]:
    """Return which of the files of a name are kept: all, if one shows something else than the new ones.

    If none does, those that would be replaced are, if somebody has changed one. Captions alone are, if somebody
    may have written them: they were changed, or belong to no video, or the new files have none in their place.
    """
    others = [file for file, ending in present.items() if ending != CAPTIONS]
    captions = [file for file, ending in present.items() if ending == CAPTIONS]
    if not all(_made_alike(file, now) for file in others):
        return [*present]
    written = {file: ledger.is_as_written(_WRITER, file) for file, end in present.items() if end in endings}
    if any(written.get(file) is False for file in others):
        return [*written]
    if CAPTIONS in endings and any(present[file] in SHOWN for file in others):
        return [file for file in captions if written[file] is False]
    return [file for file in captions if not written.get(file)]


def said_of_kept(place: Path, name: str) -> str:
    """Return the line that says under which name something is kept that has made room."""
    return f"{place}: what was there is kept as {name}"


def takes_place_of(there: Path, place: Path) -> bool:
    """Tell whether something stands in a place, perhaps under a name that the system takes for the same."""
    if there.name == place.name:
        return True
    return _alike(there.name, place.name) and there.exists() and place.exists() and there.samefile(place)


def _alike(one: str, other: str) -> bool:
    """Tell whether some system takes two names for the same."""
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()


def _made_alike(file: Path, now: Mapping[str, Any]) -> bool:
    """Tell whether a file says that it shows the same; in which quality and format does not matter."""
    with suppress(ParameterError):
        before = facts_of(file)
        return all(before.get(key) == now[key] for key in SHOWS)
    return False
