"""Files that appear whole: each is first written under another name, and then takes its place in one step."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

Content = bytes | Path
"""What is to stand in a file, or the file to copy."""


@contextmanager
def unfinished(place: Path, content: Content, aside: Path | None = None) -> Iterator[Path]:
    """Write what is to take a place, and lend the file that it is in; what is left of it in the end is removed.

    Args:
        place: The place; whoever borrows the file gives it that name.
        content: What is to stand there.
        aside: A folder of the caller's own for what is unfinished; else it lies beside its place.
    """
    written = aside / place.name if aside else place.with_name(f".{place.name}.{os.urandom(4).hex()}.unfinished")
    try:
        if isinstance(content, Path):
            shutil.copyfile(content, written)
        else:
            written.write_bytes(content)
        yield written
    finally:
        with suppress(OSError):
            written.unlink()


def write_whole(place: Path, content: bytes, aside: Path | None = None, *, safe: bool = False) -> None:
    """Give a file its content in one step; its permissions stay.

    Args:
        place: The file.
        content: What is to stand in it.
        aside: As in `unfinished`.
        safe: Whether it is to survive if the machine stops: then it is on the disk before it takes its place.
    """
    with unfinished(place, content, aside) as written:
        if safe:
            with written.open("rb") as file:
                os.fsync(file.fileno())
        if place.exists():
            shutil.copymode(place, written)
        written.replace(place)


def clear_unfinished(place: Path) -> None:
    """Remove what runs that were killed have left beside a place; nobody else may be writing there."""
    for left in place.parent.glob(f".{glob.escape(place.name)}.*.unfinished"):
        left.unlink(missing_ok=True)
