"""The command line that makes a file again, from its record."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lecture.engine.catalog import own_lesson
from lecture.engine.job import TITLE, Job
from lecture.engine.provenance import Record
from lecture.engine.sizes import USUAL
from lecture.engine.toml_text import as_toml
from scenes import SCENES
from scenes.settings.errors import ParameterError
from scenes.settings.sources import OPTION

_COMMANDS = {"video": "render", "clips": "clips", "still": "still", "storyboard": "storyboard", "film": "film"}
LONGEST = 400
"""So long may a path or a command line be in a message."""


def to_type(made: Record) -> str:
    """Return the command line that makes a file again, as far as it fits into a message."""
    try:
        command = command_of(made)
    except ParameterError:
        if made.file is None:
            raise
        command = ""
    if command and command.isprintable() and len(command) <= LONGEST:
        return command
    return f"lecture {_COMMANDS[made.kind]} {'SCENE' if made.file is None else 'FILE.py SCENE'} …"


def command_of(made: Record) -> str:
    """Return the command line that makes a file again from its record, fit to be pasted into a shell.

    It says what differs from what is declared, and so counts on a folder without a parameter file. All parameters
    of a scene of the user's own are in it: its file is not run for the sake of a text. That file is named as seen
    from the working directory, if it is below it.

    Raises:
        ParameterError: The scene is no longer what it was.
    """
    if made.kind == "film":
        words = ["lecture", "film", *_scenes(made.scenes)]
        words += ["--title", made.title] if made.title not in ("", TITLE) else []
        values = [f"{one.scene}.{pair}" for one in made.scenes for pair in _pairs(one)]
    else:
        words = ["lecture", _COMMANDS[made.kind], *_scene(made)]
        values = list(_pairs(made))
    if made.kind == "still":
        words += ["--section", made.section or ""]
    if values:
        words += [OPTION, " ".join(values)]
    if made.quality != USUAL or _file_of(made) is not None:  # whose size may be another one elsewhere
        words += ["-q", made.quality]
    if made.theme != Job.theme:
        words += ["--theme", made.theme]
    if made.format != Job.format:
        words += ["--format", made.format]
    if made.megabytes not in (None, Job.megabytes):
        words += ["--max-size", f"{made.megabytes:g}"]
    if made.transparent:
        words += ["--transparent"]
    return shlex.join(words)


def changed(record: Record) -> dict[str, Any]:
    """Return the parameters that are not as the scene declares them; all, where the scene is the user's own.

    Raises:
        ParameterError: The scene is no longer what it was.
    """
    declared = None if record.file is not None else own_lesson(record.scene).declared
    if declared is None or record.parameters is None:
        return record.parameters or {}
    before = declared.model_dump(mode="json")
    now = declared.updated(record.parameters, record.scene).model_dump(mode="json")
    return {key: value for key, value in now.items() if value != before[key]}


def _pairs(record: Record) -> Iterator[str]:
    """Yield the parameters that are to be set, as they are written on the command line."""
    for key, value in changed(record).items():
        yield f"{key}={_written(record, key, value)}"


def _file_of(record: Record) -> str | None:
    """Return the file that defines the scene, or the scenes of a film, if it is the user's own."""
    return record.file or next((one.file for one in record.scenes if one.file), None)


def _scenes(records: Sequence[Record]) -> list[str]:
    """Return the words that name the scenes of a film; none stands for all of the lecture's."""
    if all(one.file is None for one in records) and [one.scene for one in records] == [*SCENES]:
        return []
    if not records:
        raise ParameterError("its record does not name any scenes")
    first, *others = records
    return [*_scene(first), *(one.scene for one in others)]


def _scene(record: Record) -> list[str]:
    """Return the words that name a scene."""
    if record.file is None:
        return [record.scene]
    file = Path(record.file)
    if file.is_relative_to(Path.cwd()):
        file = file.relative_to(Path.cwd())
    name = str(file)
    return [f"./{name}" if name.startswith("-") else name, record.scene]


def _written(record: Record, key: str, value: Any) -> str:
    """Return a value as it is written on the command line."""
    try:
        return as_toml(value)
    except (TypeError, ValueError):
        raise ParameterError(f"{record.scene}: {key} cannot be given on a command line") from None
