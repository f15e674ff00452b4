"""The lecture: one file a lesson, which offers its scene and its parameters."""

import importlib
from typing import Any

from scenes.settings import lessons

SCENES = lessons.found()
"""The scenes of the lecture, in the order of the lessons, each with the module that holds it."""

__all__ = ["SCENES", *SCENES]


def __getattr__(name: str) -> Any:
    """Import a scene when it is first asked for: Manim itself takes seconds to import."""
    if name not in SCENES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{SCENES[name]}"), name)


def __dir__() -> list[str]:
    return [*globals(), *SCENES]
