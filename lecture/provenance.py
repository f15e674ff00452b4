"""Where a file comes from: its scene, its parameters, the versions that drew it, and a digest of its numbers."""

import hashlib
import json
import platform
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from lecture.jobs import Job
from lecture.names import record_ending
from lecture.tables import digest, tables_of
from scenes import SCENES
from scenes.stage.errors import ParameterError

COMMENT = "comment"
"""The key of a video's metadata that holds the record."""
_SETTINGS = ("kind", "quality", "theme", "format", "transparent", "section")


def record(job: Job, scene_class: type) -> dict[str, Any]:
    """Return what is to be known of what a job has drawn, as plain values."""
    return {
        "scene": job.scene,
        "file": job.file,
        "source_digest": source_digest(job.source),
        "parameters": job.parameters,
        **{name: getattr(job, name) for name in _SETTINGS},
        "digest": digest_of(job, scene_class),
        "versions": {
            "lecture": version("gradient-descent-lecture"),
            **{package: version(package) for package in ("manim", "numpy")},
            "python": platform.python_version(),
        },
        "host": platform.node(),
    }


def digest_of(job: Job, scene_class: type) -> str | None:
    """Return the digest of the numbers that a scene shows; None where it shows none of the lecture's."""
    ours = next((base.__name__ for base in scene_class.__mro__ if base.__name__ in SCENES), None)
    given = getattr(scene_class, "given", None)
    return digest(tables_of(ours, given)) if ours and given is not None else None


def source_digest(source: str | None) -> str | None:
    """Return the SHA-256 of what stands in a scene file; None where the scene is the project's."""
    return None if source is None else hashlib.sha256(source.encode(errors="surrogateescape")).hexdigest()


def differences(before: Mapping[str, Any], now: Mapping[str, Any]) -> list[str]:
    """Return how what a file was made from differs from what it is made from now, as far as its record says."""
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


def as_text(facts: dict[str, Any], indent: int | None = None) -> str:
    """Return a record as JSON."""
    return json.dumps(facts, indent=indent, ensure_ascii=False, allow_nan=False)


def facts_of(file: Path) -> dict[str, Any]:
    """Return the record of a file: from its metadata, or from the record beside it; a record is its own.

    Raises:
        ParameterError: There is no such file, or it does not say where it comes from.
    """
    if not file.is_file():
        raise ParameterError(f"{file}: there is no such file")
    try:
        text = file.read_text(encoding="utf-8") if file.suffix == ".json" else _comment(file)
        beside = file.with_name(f"{file.stem}{record_ending(file.suffix)}")
        if not text and beside.exists():
            text = beside.read_text(encoding="utf-8")
        facts = json.loads(text)
        return {**facts, "scene": str(facts["scene"])}
    except (OSError, ValueError, KeyError, TypeError):
        raise ParameterError(
            f"{file}: this does not say where it comes from; was it made by `lecture render`?"
        ) from None


def _comment(file: Path) -> str:
    import av  # late: it takes a moment to import

    try:
        with av.open(str(file)) as container:
            found = {key.lower(): value for key, value in container.metadata.items()}
            return str(found.get(COMMENT, ""))
    except (av.error.FFmpegError, OSError):
        return ""
