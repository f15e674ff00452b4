"""From the record of a file to the job that makes it again."""

import hashlib
from pathlib import Path

from lecture.command_line.requests import Request, job_of
from lecture.engine.catalog import Lesson, content_of, lessons_of, own_lesson
from lecture.engine.file_names import parted
from lecture.engine.job import Job
from lecture.engine.provenance import Record
from lecture.engine.remake_command import LONGEST, to_type
from scenes.settings.errors import ParameterError, echoed
from scenes.settings.parameters import Parameters


def jobs_like(file: Path, made: Record) -> dict[str, Job]:
    """Return the job that makes a file again, under its name.

    Args:
        file: The file.
        made: Its record.

    Raises:
        ParameterError: The scene is no longer what it was, or the file is made by another command.
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
        raise ParameterError(f"a {made.kind.removesuffix('s')} can be made again with: {to_type(made)}")
    if made.file is not None:
        _check_source(made.file, made)
    lesson = own_lesson(made.scene) if made.file is None else lessons_of([made.file, made.scene])[0]
    if lesson.declared is None:
        return lesson, None
    if made.parameters is None:
        raise ParameterError("its record does not mention parameters")
    return lesson, lesson.declared.updated(made.parameters, "its parameters")


def _check_source(source: str, made: Record) -> None:
    """Refuse a scene file that is not what it was: drawing runs it, and a record may come from anybody."""
    try:
        digest = hashlib.sha256(content_of(Path(source))).hexdigest()
    except ParameterError as error:
        raise ParameterError(f"its scene {echoed(made.scene)} was in {error}; put it back there") from None
    if digest != made.source_digest:
        raise ParameterError(
            f"{echoed(source, LONGEST)} is not what this was made from, so it was not run; "
            f"if you trust it, type: {to_type(made)}"
        )
