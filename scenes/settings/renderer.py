"""Which renderer draws the scenes: the fast one, or Manim's own."""

import os

from scenes.settings.errors import ParameterError, echoed
from scenes.settings.parameters import did_you_mean

VARIABLE = "LECTURE_RENDERER"
RENDERERS = ("fast", "plain")


def renderer_in_force() -> str:
    """Return the renderer that the environment names; the fast one where it names none.

    Raises:
        ParameterError: There is no such renderer.
    """
    name = os.environ.get(VARIABLE) or RENDERERS[0]
    if name not in RENDERERS:
        unknown = f"{VARIABLE}={echoed(name)}: there is no such renderer"
        raise ParameterError(f"{unknown}{did_you_mean(name, RENDERERS)}")
    return name
