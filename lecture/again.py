"""From the record of a file to the job and to the command line that make it again."""

import hashlib
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lecture.catalog import Lesson, content_of, lessons_of, own_lesson
from lecture.declarations import as_toml
from lecture.jobs import Job
from lecture.names import parted
from lecture.options import TITLE
from lecture.provenance import Record
from lecture.requests import Request, job_of
from lecture.sizes import USUAL
from scenes import SCENES
from scenes.settings.errors import ParameterError, echoed
from scenes.settings.parameters import Parameters
from scenes.settings.sources import OPTION

_COMMANDS = {"video": "render", "clips": "clips", "still": "still", "storyboard": "storyboard", "film": "film"}
_LONGEST = 400
"""So long may a path or a command line be in a message."""


def jobs_like(file: Path, made: Record) -> dict[str, Job]:
    """Return the job that makes a file again, under its name.

    Args:
        file: The file.
        made: Its record.

    Raises:
        ParameterError: The scene is no more what it was, or the file is made by another command.
    """
    format_ = file.suffix[1:] if file.suffix in (".mp4", ".gif", ".webm") else made.format
    request = Request(quality=made.quality, theme=made.theme, format=format_, transparent=made.transparent)
    name = parted(file.name)[0] if file.suffix == ".json" else file.stem
    try:
        lesson, parameters = _shown(made)
        return {name: job_of(lesson, parameters, request, made.kind, made.section)}
    except ParameterError as error:
        raise ParameterError(f"{file}: {error}") from None


def _shown(made: Record) -> tuple[Lesson, Parameters | None]:
    """Return the scene that a record names, and its parameters."""
    if made.kind in ("clips", "film"):
        raise ParameterError(f"a {made.kind.removesuffix('s')} is made again by: {_to_type(made)}")
    if made.file is not None:
        _check_source(made.file, made)
    lesson = own_lesson(made.scene) if made.file is None else lessons_of([made.file, made.scene])[0]
    if lesson.declared is None:
        return lesson, None
    if made.parameters is None:
        raise ParameterError("its record says nothing of parameters")
    return lesson, lesson.declared.updated(made.parameters, "its parameters")


def _check_source(source: str, made: Record) -> None:
    """Refuse a scene file that is not what it was: drawing runs it, and a record may come from anybody."""
    try:
        digest = hashlib.sha256(content_of(Path(source))).hexdigest()
    except ParameterError as error:
        raise ParameterError(f"its scene {echoed(made.scene)} was in {error}; put it back there") from None
    if digest != made.source_digest:
        raise ParameterError(
            f"{echoed(source, _LONGEST)} is not what this was made from, so it was not run; "
            f"if you trust it, type: {_to_type(made)}"
        )


def _to_type(made: Record) -> str:
    """Return the command line that makes a file again, as far as it fits into a message."""
    try:
        command = command_of(made)
    except ParameterError:
        if made.file is None:
            raise
        command = ""
    if command and command.isprintable() and len(command) <= _LONGEST:
        return command
    return f"lecture {_COMMANDS[made.kind]} {'SCENE' if made.file is None else 'FILE.py SCENE'} …"


def command_of(made: Record) -> str:
    """Return the command line that makes a file again from its record, fit to be pasted into a shell.

    It says what differs from what is declared, and so counts on a folder without a parameter file. All parameters
    of a scene of the user's own are in it: its file is not run for the sake of a text. That file is named as seen
    from the working directory, if it is below it.

    Raises:
        ParameterError: The scene is no more what it was.
    """
    usual = Request()
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
    if made.theme != usual.theme:
        words += ["--theme", made.theme]
    if made.format != usual.format:
        words += ["--format", made.format]
    if made.megabytes not in (None, usual.megabytes):
        words += ["--max-size", f"{made.megabytes:g}"]
    if made.transparent:
        words += ["--transparent"]
    return shlex.join(words)


def changed(record: Record) -> dict[str, Any]:
    """Return the parameters that are not as the scene declares them; all, where the scene is the user's own.

    Raises:
        ParameterError: The scene is no more what it was.
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
        raise ParameterError("its record names no scenes")
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
