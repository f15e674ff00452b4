"""From the record of a file to the command line that makes it again."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from lecture.catalog import own_lesson
from lecture.declarations import as_toml
from lecture.options import TITLE
from lecture.requests import Request
from lecture.sizes import USUAL, size_of
from scenes import SCENES
from scenes.stage.errors import ParameterError
from scenes.stage.sources import OPTION

_COMMANDS = {"video": "render", "clips": "clips", "still": "still", "storyboard": "storyboard", "film": "film"}


class Record(BaseModel):
    """What a record says of how its file was made; see `Job` for what it means."""

    model_config = ConfigDict(frozen=True)

    scene: str
    file: str | None
    parameters: dict[str, Any] | None
    kind: Literal["video", "clips", "still", "storyboard", "film"]
    quality: Annotated[str, AfterValidator(lambda text: size_of(text, "quality").quality)]
    theme: Literal["dark", "light"]
    format: Literal["mp4", "gif", "webm"]
    transparent: bool
    section: str | None
    digest: str | None = None
    versions: dict[str, str] = {}
    megabytes: float | None = None
    title: str = ""
    scenes: tuple[dict[str, Any], ...] = ()


def read(record: Mapping[str, Any]) -> Record:
    """Return a record with everything in its place.

    Raises:
        ParameterError: It is not complete, or says what is never said.
    """
    try:
        return Record.model_validate(record)
    except ValidationError as error:
        where = ".".join(map(str, error.errors()[0]["loc"]))
        raise ParameterError(f"{record.get('scene')}: what is said of {where} is not right") from None


def command_of(record: Mapping[str, Any]) -> str:
    """Return the command line that makes a file again from its record, fit to be pasted into a shell.

    It says what differs from what is declared, and so counts on a folder without a parameter file. All parameters
    of a scene of the user's own are in it: its file is not run for the sake of a text. That file is named as seen
    from the working directory, if it is below it.

    Raises:
        ParameterError: The record is not complete, or the scene is no more what it was.
    """
    made, usual = read(record), Request()
    if made.kind == "film":
        parts = [read(one) for one in made.scenes]
        words = ["lecture", "film", *_scenes(parts)]
        words += ["--title", made.title] if made.title not in ("", TITLE) else []
        values = [f"{one.scene}.{pair}" for one in parts for pair in _pairs(one)]
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
    return record.file or next((one["file"] for one in record.scenes if one.get("file")), None)


def _scenes(records: Sequence[Record]) -> list[str]:
    """Return the words that name the scenes of a film; none stands for all of the lecture's."""
    if all(one.file is None for one in records) and [one.scene for one in records] == [*SCENES]:
        return []
    if not records:
        raise ParameterError("film: what is said of its scenes is not right")
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
