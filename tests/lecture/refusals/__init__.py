"""Calls that are refused, and what is said of them: a module for each kind of what is wrong."""

from collections.abc import Mapping
from typing import NamedTuple

ALL = "RodsInABox, ArcherError, HotColdWiggles, BowlDescent, DivergenceSpiral, AlphaDamping"
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
