"""How the files of talks, films and galleries are put in place: whole, and without losing anybody else's."""

import errno
import hashlib
import itertools
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from lecture.engine.file_names import LONGEST_ASKED
from lecture.engine.ledger import Ledger, digest_of
from lecture.engine.store import Store, StoreError, said_of_kept
from scenes.settings.errors import ParameterError, why
from scenes.settings.whole_files import Content, clear_unfinished, unfinished


def check_place(place: Path, beside: Path | None = None) -> None:
    """Refuse a place where no file can be written, or no folder with more files beside it.

    Raises:
        ParameterError: It is refused.
    """
    if len(os.fsencode(place.name)) > LONGEST_ASKED:
        raise ParameterError(f"-o {place.name[:20]}…: a name may have at most {LONGEST_ASKED} bytes")
    places = [place] if beside is None else [place, beside / "any file"]
    hindrance = next(filter(None, map(_what_is_in_the_way, places)), "")
    if hindrance:
        raise ParameterError(f"-o {place}: nothing can be written there, {hindrance}")
    if place.is_dir():
        raise ParameterError(f"-o {place}: this is a folder; name a file in it")


def _what_is_in_the_way(place: Path) -> str:
    """Return why nothing can be written in a place, whatever is there now; empty if nothing is in the way."""
    try:
        place.stat()
    except (FileNotFoundError, NotADirectoryError):
        pass
    except OSError as error:
        links = (one for one in (*reversed(place.parents), place) if one.is_symlink() and not one.exists())
        link = next(links, None) if error.errno == errno.ELOOP else None
        return f"the symbolic link {link} leads to itself" if link else str(error.strerror).lower()
    above = next(one for one in Path(os.path.realpath(place)).parents if one.exists())
    if not above.is_dir():
        return f"{above} is not a folder"
    return "" if os.access(above, os.W_OK) else f"{above} is not yours to write to"


def put(files: Mapping[str, Content], folder: Path, store: Store, kind: str, *, forget: bool = False) -> None:
    """Put files into a folder, each whole or not at all, and the first of them last: it shows the others.

    What a command of this kind has written for the same first file is replaced, as long as it is as it was. All
    else is kept under a name of its own, and `store.kept` says so.

    Args:
        files: Contents or files to copy, by their names.
        folder: The folder.
        store: The folder of finished files, which remembers what was written where.
        kind: What they are, such as "gallery".
        forget: Whether what was written before for the same first file, and is none of these files, goes.

    Raises:
        ParameterError: The folder of finished files cannot be made.
        StoreError: The disk is full, or something cannot be read or written.
    """
    places = {name: Path(os.path.realpath(folder / name)) for name in files}
    first, *others = files
    writer = f"{kind} {places[first]}"
    with _telling(folder / first), store.work(), store.alone():  # whoever else writes waits until this is done
        ledger = store.ledger
        for place in {*ledger.gone(), *ledger.places(writer), *places.values()}:
            clear_unfinished(place)
        digests = {name: _digest_of(content) for name, content in files.items()}
        fresh = [name for name in (*others, first) if digest_of(places[name]) != digests[name]]
        with _telling(store.folder):
            ledger.expect(writer, {places[name]: digests[name] for name in fresh})
        with _all_unfinished({name: files[name] for name in fresh}, folder) as written:
            taken = [places[name] for name in fresh if _is_anothers(places[name], ledger, writer)]
            made_room = free_names(taken)
            for name in fresh:
                with _telling(folder / name):
                    if places[name] in made_room:
                        places[name].rename(made_room[places[name]])
                        store.kept.append(said_of_kept(folder / name, made_room[places[name]].name))
                    written[name].replace(places[name])
        if forget:
            _remove({*ledger.places(writer)} - {*places.values()}, ledger, writer, places[first].parent)
        with _telling(store.folder):
            ledger.settle(writer, {places[name]: digests[name] for name in fresh})


def _is_anothers(place: Path, ledger: Ledger, writer: str) -> bool:
    """Tell whether there is something in a place that this writer may not replace."""
    return os.path.lexists(place) and not ledger.is_only(writer, place)


def _remove(places: Iterable[Path], ledger: Ledger, writer: str, folder: Path) -> None:
    """Remove what a writer has written, and the folders that are empty then."""
    for place in places:
        if ledger.is_only(writer, place):
            place.unlink()
            with suppress(OSError):  # something is in it
                for above in itertools.takewhile(lambda one: folder in one.parents, place.parents):
                    above.rmdir()


def _digest_of(content: Content) -> str:
    """Return the SHA-256 of what a file is to contain."""
    if isinstance(content, bytes):
        return hashlib.sha256(content).hexdigest()
    with _telling(content, "read"), content.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


@contextmanager
def _all_unfinished(files: Mapping[str, Content], folder: Path) -> Iterator[dict[str, Path]]:
    """Write files beside their places, all before any comes into its place; remove what is left of them."""
    made: list[Path] = []
    written: dict[str, Path] = {}
    stack = ExitStack()
    try:
        for name, content in files.items():
            with _telling(folder / name):
                place = Path(os.path.realpath(folder / name))
                made += _missing(place.parent)
                place.parent.mkdir(parents=True, exist_ok=True)
                written[name] = stack.enter_context(unfinished(place, content))
        yield written
    finally:
        stack.close()
        for one in reversed(made):
            with suppress(OSError):  # something is in it by now
                one.rmdir()


def _missing(folder: Path) -> list[Path]:
    """Return the folders that have to be made so that a folder exists, the uppermost first."""
    return [*itertools.takewhile(lambda one: not one.exists(), (folder, *folder.parents))][::-1]


def free_names(places: Iterable[Path]) -> dict[Path, Path]:
    """Return names for files that are kept, with the same number for all of them: they may belong together."""
    for i in itertools.count(1):
        names = {place: place.with_name(f"{place.stem}-before-{i}{place.suffix}") for place in places}
        if not any(map(os.path.lexists, names.values())):
            return names
    raise AssertionError("there are endless numbers")


@contextmanager
def _telling(place: Path, verb: str = "written") -> Iterator[None]:
    """Say which file it is that cannot be read or written."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{place}: it cannot be {verb} ({why(error)})") from None
