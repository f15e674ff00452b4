"""The parameters that scenes declare, with some of them changed."""

from typing import Any

import scenes


def parameters(scene: str, **values: Any) -> Any:
    """Return the parameters of a scene with these values."""
    return getattr(scenes, scene).params.updated(values, "test")
