"""How a scene gets its settings when it is called without any, as Manim calls it.

Whoever draws scenes with settings of their own holds the door with `handing`; plain Manim does not know of it, and
its scenes get what files and the environment say.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from manim import config

from scenes.settings import lessons
from scenes.settings.errors import ParameterError
from scenes.settings.parameters import Parameters
from scenes.settings.renderer import renderer_in_force
from scenes.settings.settings import Settings
from scenes.settings.sources import surroundings
from scenes.settings.theme import chosen_theme

_handed: ContextVar[Settings | None] = ContextVar("settings", default=None)


@contextmanager
def handing(settings: Settings) -> Iterator[None]:
    """Hand these settings to every scene that is made meanwhile; nothing else is asked then."""
    token = _handed.set(settings)
    try:
        yield
    finally:
        _handed.reset(token)


def settings_of(scene: type) -> Settings:
    """Return what is handed to a scene, or else what is set around the call.

    Raises:
        SystemExit: Something is unknown or out of bounds; it has been said. Manim lets the exit pass.
    """
    if (handed := _handed.get()) is not None:
        return handed
    try:
        return _resolved(scene)
    except ParameterError as error:
        print(error, file=sys.stderr)
        raise SystemExit(2) from None


def known_scenes(scene: type) -> list[str]:
    """Return the scenes that a parameter file may have tables for: the project's, and those of the same file."""
    return [*dict.fromkeys([*lessons.found(), *_beside(scene)])]


def chosen_scenes(scene: type) -> dict[str, type[Parameters]]:
    """Return the parameters of the scenes that Manim was told to render along with `scene`."""
    beside = _beside(scene)
    names = beside if config.write_all else config.scene_names or []
    chosen = {name: beside[name] for name in names if name in beside}
    return {name: type(_declared(one)) for name, one in {**chosen, scene.__name__: scene}.items()}


def _resolved(scene: type) -> Settings:
    sources = surroundings(known_scenes(scene))
    parameters = sources.resolve(_declared(scene), scene.__name__, chosen_scenes(scene))
    return Settings(parameters, chosen_theme(), renderer_in_force() == "fast")


def _declared(scene: type) -> Parameters:
    """Return the parameters that a lecture scene declares."""
    declared: Parameters = scene.params  # type: ignore[attr-defined]
    return declared


def _beside(scene: type) -> dict[str, type]:
    """Return the lecture scenes that are defined in the file of `scene`, by their names."""
    module = sys.modules.get(scene.__module__)
    found = {
        name: one
        for name, one in (vars(module) if module else {}).items()
        if isinstance(one, type)
        and isinstance(getattr(one, "params", None), Parameters)
        and one.__module__ == scene.__module__
    }
    return {**found, scene.__name__: scene}
