"""Where a file comes from: its scene, its parameters, the versions that drew it, and a digest of its numbers."""

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictBool, ValidationError, model_validator

from lecture.engine.file_names import SHOWN, record_ending
from lecture.engine.job import Job
from lecture.engine.sizes import known_quality
from lecture.tables import digest, tables_of
from scenes import SCENES
from scenes.settings.errors import ParameterError
from scenes.settings.parameters import explained
from scenes.settings.reading import json_of

COMMENT = "comment"
"""The key of a video's metadata that holds the record."""


class Record(BaseModel):
    """How a file was made; `Job` explains most of it. It may come from anybody.

    Attributes:
        name: The name of the clips that a film was made from; empty elsewhere.
        source_digest: The SHA-256 of the content of `file`.
        digest: The SHA-256 of the numbers that the scene shows.
        versions, host: What it was drawn with, and on which machine.
        megabytes: How large each gif might be; None elsewhere.
        title, scenes: Of a film: its title, and the records of its scenes.
    """

    model_config = ConfigDict(frozen=True)

    name: str = ""
    scene: Annotated[str, Field(pattern="^[^-]")]  # it becomes a word of a command line
    file: Annotated[str, Field(pattern=r"\.py$")] | None
    source_digest: str | None = None
    parameters: dict[str, Any] | None
    kind: Literal["video", "clips", "still", "storyboard", "film"]
    quality: Annotated[str, AfterValidator(known_quality)]
    theme: Literal["dark", "light"]
    format: Literal["mp4", "gif", "webm"]
    transparent: StrictBool
    section: str | None
    digest: str | None = None
    versions: dict[str, str] = {}
    host: str = ""
    megabytes: Annotated[float, Field(gt=0, strict=True, allow_inf_nan=False)] | None = None
    title: str = ""
    scenes: tuple["Record", ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.kind == "still" and self.section is None:
            raise ValueError("a still has a section")
        return self

    @property
    def facts(self) -> dict[str, Any]:
        """What it says, as plain values."""
        return self.model_dump(mode="json", exclude_unset=True)


def record(job: Job, scene_class: type) -> Record:
    """Return what is known about what a job has drawn."""
    settings = {name: getattr(job, name) for name in ("quality", "theme", "format", "transparent", "section")}
    if job.kind == "clips" and job.format == "gif":
        settings["megabytes"] = job.megabytes
    return Record(
        scene=job.scene,
        file=job.file,
        source_digest=source_digest(job.source),
        parameters=job.parameters,
        kind="clips" if job.kind == "cards" else job.kind,
        **settings,
        digest=digest_of(job, scene_class),
        versions={
            "lecture": version("gradient-descent-lecture"),
            **{package: version(package) for package in ("manim", "numpy")},
            "python": platform.python_version(),
        },
        host=platform.node(),
    )


def metadata(title: str, made: Record) -> dict[str, str]:
    """Return what a video says about itself."""
    return {"title": title, COMMENT: as_text(made)}


def with_record(files: dict[str, str], made: Record, folder: Path, seconds: float) -> dict[str, Any]:
    """Put the record beside the files that were made, and return what to say of them."""
    (folder / "facts.json").write_text(as_text(made, indent=2) + "\n", encoding="utf-8")
    (shown,) = (ending for ending in files if ending in SHOWN)
    return {"files": {**files, record_ending(shown): "facts.json"}, "seconds": seconds}


def read(facts: Any, source: str) -> Record:
    """Return a record, checked; `source` says in errors where it comes from.

    Raises:
        ParameterError: It is incomplete, or has values that no record has.
    """
    try:
        return Record.model_validate(facts)
    except ValidationError as error:
        raise ParameterError(f"{source}: it cannot be made again from its record: {explained(error)}") from None


def digest_of(job: Job, scene_class: type) -> str | None:
    """Return the digest of the numbers that a scene shows; None if it shows none of the lecture's."""
    ours = next((base.__name__ for base in scene_class.__mro__ if base.__name__ in SCENES), None)
    parameters = job.parameters_for(scene_class) if ours else None
    tables = tables_of(ours, parameters) if ours and parameters is not None else ()
    return digest(tables) if tables else None


def source_digest(source: str | None) -> str | None:
    """Return the SHA-256 of the content of a scene file; None if the scene is the project's."""
    return None if source is None else hashlib.sha256(source.encode(errors="surrogateescape")).hexdigest()


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return what has changed since a file was made, as far as its record tells."""
    found = []
    if before.get("source_digest") not in (None, now["source_digest"]):
        found.append(f"from a {Path(now['file']).name if now['file'] else 'scene file'} that has changed since")
    if before.get("digest") not in (None, now["digest"]):
        found.append("with other numbers")
    versions = before.get("versions")
    for name, here in now["versions"].items():
        if isinstance(versions, dict) and versions.get(name) not in (None, here):
            found.append(f"with {name} {versions[name]}, this is {here}")
    return found


def as_text(made: Record, indent: int | None = None) -> str:
    """Return a record as JSON."""
    return json.dumps(made.facts, indent=indent, ensure_ascii=False, allow_nan=False)


def facts_of(file: Path) -> dict[str, Any]:
    """Return what the record of a file says, in its metadata or beside it; the file may be a record itself.

    Raises:
        ParameterError: There is no such file, or it does not say where it comes from.
    """
    if not file.is_file():
        raise ParameterError(f"{file}: there is no such file")
    try:
        text = file.read_text(encoding="utf-8") if file.suffix == ".json" else _comment(file)
        beside = file.with_name(f"{file.stem}{record_ending(file.suffix)}")
        if not text and beside.is_file():
            text = beside.read_text(encoding="utf-8")
        facts = json_of(text)
        if not isinstance(facts, dict):
            raise ValueError("it is not a table")
        return facts
    except (OSError, ValueError):
        raise ParameterError(
            f"{file}: this file does not say how it was made; was it made by `lecture render`?"
        ) from None


def _comment(file: Path) -> str:
    import av  # late: it takes a moment to import

    try:
        with av.open(str(file)) as container:
            found = {key.lower(): value for key, value in container.metadata.items()}
            return str(found.get(COMMENT, ""))
    except (av.error.FFmpegError, OSError):
        return ""
