"""Checks of the installation: what is there, and what to do where something is missing.

The libraries are imported by the checks, not here, so that a broken one becomes a finding.
"""

import functools
import importlib.metadata
import os
import platform
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec

PROJECT = "gradient-descent-lecture"
PYTHON = (3, 11)
ENCODERS = (("libx264",), ("libvpx-vp9",), ("gif",), ("qtrle", "png"))
"""What writes mp4, webm, GIF and a transparent mov: one of each group is enough."""
SPACE = 1e9
"""The bytes that have to be free for videos."""
ROOT = Path(__file__).resolve().parents[2]
PIP = f"{shlex.quote(sys.executable)} -m pip install"
PROJECT_ANEW = f"Install the project: {PIP} --no-deps -e {shlex.quote(str(ROOT))}"

P = ParamSpec("P")


@dataclass(frozen=True)
class Finding:
    """What a check has found.

    Attributes:
        what: What was looked at, such as `Python`.
        well: Whether it can be used as it is.
        found: What was found, such as a version, or what is wrong with it.
        remedy: What to do, with the command if there is one; empty if all is well.
    """

    what: str
    well: bool
    found: str
    remedy: str


class _AmissError(Exception):
    """Something that a check has found wanting: what was found, and the remedy if it is not the usual one."""

    def __init__(self, found: str, remedy: str | None = None) -> None:
        super().__init__(found)
        self.remedy = remedy


def _check(what: str, remedy: str) -> Callable[[Callable[P, str]], Callable[P, Finding]]:
    """Make a function that says what it finds a check: whatever it raises is a finding that needs the remedy."""

    def decorate(look: Callable[P, str]) -> Callable[P, Finding]:
        @functools.wraps(look)
        def check(*args: P.args, **kwargs: P.kwargs) -> Finding:
            try:
                return Finding(what, True, look(*args, **kwargs), "")
            except _AmissError as error:
                return Finding(what, False, str(error), error.remedy or remedy)
            except Exception as error:  # a broken library raises what it likes
                return Finding(what, False, _told(error), remedy)

        return check

    return decorate


def _told(error: Exception) -> str:
    """Return an error in a line: its kind and the first line of its text."""
    return ": ".join([type(error).__name__, *str(error).splitlines()[:1]])


def examine(out: Path) -> list[Finding]:
    """Return what the checks find, in the order in which things are needed.

    Args:
        out: The folder that videos are written to; it need not be there yet and is not made.
    """
    return [
        python(),
        manim(),
        pillow(),
        drawing(),
        fonts(),
        encoders(),
        plugin(),
        disk(out),
        player(),
    ]


@_check(
    "Python",
    "Install Python 3.11 or newer, and make the environment with it: PYTHON=/path/to/python3 ./run python -V",
)
def python() -> str:
    """Look at the version of Python."""
    version = platform.python_version()
    if tuple(int(part) for part in platform.python_version_tuple()[:2]) < PYTHON:
        raise _AmissError(version)
    return version


def required(package: str) -> str:
    """Return what the installed project requires of a package, such as `pillow<13`."""
    listed: list[str] = []
    with suppress(importlib.metadata.PackageNotFoundError):
        listed = importlib.metadata.requires(PROJECT) or []
    for one in listed:
        if re.match(rf"{package}\b", one):
            return one
    raise _AmissError("no installed project says which version it needs", PROJECT_ANEW)


def _installed(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        raise _AmissError("not installed", _remedy(package)) from None


def _remedy(package: str) -> str:
    return f'Install the version that the scenes are made for: {PIP} "{required(package)}"'


@_check("Manim", PROJECT_ANEW)
def manim() -> str:
    """Look at the version of Manim, without importing it."""
    version = _installed("manim")
    if version != required("manim").partition("==")[2]:
        raise _AmissError(version, _remedy("manim"))
    return version


@_check("Pillow", PROJECT_ANEW)
def pillow() -> str:
    """Look at the version of Pillow: Manim cannot draw with one that is too new."""
    version = _installed("pillow")
    if int(version.partition(".")[0]) >= int(required("pillow").partition("<")[2]):
        raise _AmissError(version, _remedy("pillow"))
    return version


@_check(
    "Cairo and Pango",
    "Install both (Debian: libcairo2-dev and libpango1.0-dev, macOS: brew install cairo pango), then "
    f"their bindings: {PIP} --force-reinstall --no-cache-dir pycairo manimpango",
)
def drawing() -> str:
    """Look at the libraries that Manim draws with, and their bindings."""
    import cairo
    import manimpango  # type: ignore[import-untyped] # it comes without types

    return (
        f"Cairo {cairo.cairo_version_string()} (pycairo {cairo.version}), "
        f"Pango {manimpango.pango_version()} (ManimPango {manimpango.__version__})"
    )


@_check("fonts", f'Reinstall Typst, which brings them along: {PIP} --force-reinstall "typst>=0.14"')
def fonts() -> str:
    """Have Typst set a letter in each font of the scenes: it warns where it has to take another."""
    import typst

    try:
        from scenes.stage.type.outlines import MONO_FONT, WORDS_FONT
    except Exception as error:  # it imports Manim, which raises what it likes
        advice = "Follow the advice above, if there is any; else reinstall Manim"
        found = f"Manim cannot be imported ({_told(error)})"
        raise _AmissError(found, f'{advice}: {PIP} --force-reinstall "{required("manim")}"') from None
    names = (WORDS_FONT, MONO_FONT)
    document = "\n".join(f'#text(font: "{name}")[a]' for name in names)
    _, warnings = typst.compile_with_warnings(document.encode(), format="svg")
    if warnings:
        raise _AmissError("; ".join(warning.message for warning in warnings))
    return f"{', '.join(names)} (Typst {importlib.metadata.version('typst')})"


@_check("encoders", f"Reinstall PyAV, which brings them along: {PIP} --force-reinstall av")
def encoders() -> str:
    """Look for the encoders of every kind of video."""
    import av

    def usable(name: str) -> bool:
        try:
            av.codec.Codec(name, "w")
        except ValueError:  # what PyAV raises for an unknown codec
            return False
        return True

    missing = [" or ".join(group) for group in ENCODERS if not any(map(usable, group))]
    if missing:
        raise _AmissError(f"PyAV {av.__version__} without {', '.join(missing)}")
    return f"{', '.join(name for group in ENCODERS for name in group if usable(name))} (PyAV {av.__version__})"


@_check("plug-in", PROJECT_ANEW)
def plugin() -> str:
    """Look for the plug-in of Manim without which a user's own `scenes.py` hides the scenes of the project."""
    for point in importlib.metadata.entry_points(group="manim.plugins"):
        if point.value == "lecture.plugin":
            return point.name
    raise _AmissError("not installed: next to a file of yours called scenes.py, the scenes would not be found")


@_check("disk", "Choose another folder for the videos: one that you may write to, on a disk with 1 GB free.")
def disk(out: Path) -> str:
    """Write something where videos go, or where their folder would be made, and look at the space there."""
    folder = out.absolute()
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    if not folder.is_dir():
        raise _AmissError(f"{folder} is not a folder")
    try:
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(b"a")
    except OSError as error:
        raise _AmissError(f"{folder} cannot be written to ({error.strerror or error})") from None
    free = shutil.disk_usage(folder).free
    if free < SPACE:
        raise _AmissError(f"only {free / 1e6:,.0f} MB free in {folder}")
    return f"{free / 1e9:.0f} GB free in {folder}"


def player() -> Finding:
    """Look for something to show a video with; without it videos are written all the same, so all is well."""
    try:
        from scenes.settings.manim_config import has_desktop

        found = "videos can be shown" if has_desktop() else "no desktop to show videos on; they are written anyway"
    except Exception as error:  # Manim is broken, which the other checks tell
        found = f"unknown ({_told(error)})"
    return Finding("player", True, found, "")
