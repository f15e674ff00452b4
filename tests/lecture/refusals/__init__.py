"""Calls that are refused, and what is said of them: a module for each kind of what is wrong."""

import shlex
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tests.lecture.lecture_command import Done, contents, lecture

ALL = "RodsInABox, ArcherError, HotColdWiggles, BowlDescent, DivergenceSpiral, AlphaDamping"
SECTIONS = "point, bowl, first_step, steps, log, poster"
NAME = "a name is made of letters, digits and _ . = , + -, and does not begin with . or -"
NOT_OURS = "this file does not say how it was made; was it made by `lecture render`?"
ONCE = "give only one, and run the command again for the other"


class Case(NamedTuple):
    """A call that is refused.

    Attributes:
        command: The arguments, as in a shell.
        error: What stands on stderr.
        files: What is in the folder: texts, bytes, and None for a folder.
        variables: The environment.
    """

    command: str
    error: str
    files: Mapping[str, str | bytes | None] = {}
    variables: Mapping[str, str] = {}


def toml(command: str, text: str | bytes | None, error: str) -> Case:
    """Return a case of a parameter file."""
    return Case(command, error, {"lecture.toml": text})


def code(command: str, text: str | bytes, error: str) -> Case:
    """Return a case of a scene file, `own.py`."""
    return Case(command, error, {"own.py": text})


def refused(case: Case, folder: Path, run: Callable[..., Done] = lecture) -> str:
    """Make a call, find that it is refused and that the folder is as it was, and return what was said."""
    for name, content in case.files.items():
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = contents(folder)
    done = run(*shlex.split(case.command), cwd=folder, PYTHONDONTWRITEBYTECODE="1", **case.variables)
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert contents(folder) == before
    return done.stderr
