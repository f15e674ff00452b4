"""What the pictures of a job depend on, as a digest: clips that have another one are out of date."""

import hashlib
import json
from dataclasses import asdict
from functools import cache
from importlib.metadata import version
from pathlib import Path

import fastcairo
import gdcore
import lecture
import scenes
from lecture.engine.job import Job


def made_from(job: Job) -> str | None:
    """Return a digest of everything a job's pictures depend on; None if its scene is not the project's own.

    A scene of the user's own may import anything.
    """
    if job.file is not None:
        return None
    values = {key: value for key, value in asdict(job).items() if key not in ("format", "megabytes")}
    versions = {name: version(name) for name in ("manim", "numpy", "av", "pycairo", "typst")}
    return hashlib.sha256(json.dumps([values, versions, _code()]).encode()).hexdigest()


@cache
def _code() -> str:
    """Return a digest of the project's own code."""
    found = hashlib.sha256()
    for package in (gdcore, fastcairo, scenes, lecture):
        for file in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            found.update(file.read_bytes())
    return found.hexdigest()
