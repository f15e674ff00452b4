"""Outlines are kept on the disk once made: Typst and Manim take longer for a text than all its frames do.

The folder is the system's cache folder; its contents may be deleted at any time.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import platformdirs

from scenes.settings.whole_files import write_whole

Arrays = dict[str, npt.NDArray[Any]]

_MOST = 5000
"""How many files are kept; each is some ten kilobytes large."""


def kept(name: str, make: Callable[[], Arrays]) -> Arrays:
    """Return arrays by name: those kept under `name`, or else those that `make` returns.

    Args:
        name: Everything they are made from, except the versions of the packages that make them.
        make: Makes them.
    """
    file = _folder() / f"{hashlib.sha256(f'{_makers()} {name}'.encode()).hexdigest()}.npz"
    with suppress(Exception), file.open("rb") as stream:  # it may not be there, or damaged
        return dict(np.load(stream, allow_pickle=False))
    arrays = make()
    with suppress(OSError):  # no room, or no permission: it is made again next time
        _keep(file, arrays)
    return arrays


def _keep(file: Path, arrays: Arrays) -> None:
    """Write arrays to a file that only appears once it is complete."""
    file.parent.mkdir(parents=True, exist_ok=True)
    _make_room(file.parent)
    content = BytesIO()
    np.savez(content, **arrays)  # type: ignore[arg-type]
    write_whole(file, content.getvalue())


@cache
def _make_room(folder: Path) -> None:
    """Remove the oldest files if there are too many, once in each process."""
    files = sorted(folder.iterdir(), key=lambda file: file.stat().st_mtime)
    for file in files[: max(0, len(files) - _MOST)]:
        file.unlink(missing_ok=True)


@cache
def _folder() -> Path:
    return platformdirs.user_cache_path("gradient-descent-lecture") / "outlines"


@cache
def _makers() -> str:
    """Return what decides how arrays are made: the versions of packages, and our own code."""
    code = Path(__file__).with_name("outlines.py").read_bytes() + Path(__file__).read_bytes()
    versions = [version(package) for package in ("manim", "typst", "svgelements", "numpy")]
    return f"{' '.join(versions)} {hashlib.sha256(code).hexdigest()}"
