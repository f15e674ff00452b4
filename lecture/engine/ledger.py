"""Who wrote what, and where: a command replaces and removes only what it wrote and nobody has changed."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from scenes.settings.reading import json_of
from scenes.settings.whole_files import clear_unfinished, write_whole

_FILE = "written.json"


class Ledger:
    """Remembers which files were written, by whom, and with which content.

    A file is noted before it is put in its place, along with what was noted of it before: whenever a run is
    killed, the next one knows what is there.

    Args:
        folder: The folder that it is kept in; whoever uses it makes sure that nobody else does at the same time.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE
        clear_unfinished(self._file)
        self._digests: dict[str, dict[str, list[str]]] = {}
        for writer, place, digests in _noted(self._file):
            self._digests.setdefault(writer, {})[place] = digests

    def places(self, writer: str) -> list[Path]:
        """Return where a writer has written what is still there, changed or not."""
        return [Path(place) for place in self._digests.get(writer, {}) if os.path.lexists(place)]

    def gone(self) -> list[Path]:
        """Return the places of files that are not there: somebody removed them, or they never came."""
        return [Path(place) for noted in self._digests.values() for place in noted if not os.path.lexists(place)]

    def is_as_written(self, writer: str, place: Path) -> bool | None:
        """Tell whether a file is as a writer has written it; None if it has written none there."""
        digests = self._digests.get(writer, {}).get(_key(place))
        return None if digests is None else digest_of(place) in digests

    def is_only(self, writer: str, place: Path) -> bool:
        """Tell whether a file is as a writer has written it, and nobody else has written the same there."""
        others = (other for other in self._digests if other != writer)
        return bool(self.is_as_written(writer, place)) and not any(
            self.is_as_written(other, place) for other in others
        )

    def expect(self, writer: str, digests: Mapping[Path, str]) -> None:
        """Take note of files that are about to be written, and forget those of this writer that are gone."""
        noted = self._digests.get(writer, {})
        known = {place: noted[place] for place in noted if os.path.lexists(place)}
        for place, digest in digests.items():
            known[_key(place)] = [*known.get(_key(place), []), digest]
        self._digests[writer] = known
        self._write()

    def settle(self, writer: str, digests: Mapping[Path, str]) -> None:
        """Take note of files that have been written."""
        self._digests.setdefault(writer, {}).update({_key(place): [digest] for place, digest in digests.items()})
        self._write()

    def _write(self) -> None:
        write_whole(self._file, json.dumps(self._digests, indent=1).encode())


def _noted(file: Path) -> Iterator[tuple[str, str, list[str]]]:
    """Yield the writers, places and digests that a file lists.

    Earlier versions did not note writers: what they wrote belongs to nobody, so it is kept.
    """
    try:
        found = json_of(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return
    for writer, places in found.items() if isinstance(found, dict) else ():
        for place, digests in places.items() if isinstance(places, dict) else ():
            if isinstance(digests, list):
                yield writer, place, digests


def _key(place: Path) -> str:
    """Return the name of a place, by whatever path it is reached; a link there is a file of its own."""
    return str(Path(os.path.realpath(place.parent), place.name))


def digest_of(file: Path) -> str | None:
    """Return the SHA-256 of a file; None if there is none, or something that is not a file."""
    if not file.is_file():
        return None
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def digest_of_bytes(content: bytes) -> str:
    """Return the SHA-256 that a file of this content has."""
    return hashlib.sha256(content).hexdigest()
