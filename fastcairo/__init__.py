"""A drop-in renderer for Manim scenes: the same pixels as Manim's own, several times sooner.

`activate` gives it to every scene that is made from then on; `plugins = fastcairo` in a `manim.cfg` does the same;
a scene of one's own hands what `fast_renderer` returns to `Scene`. Importing this package changes nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastcairo.activation import activate, deactivate, fast_renderer

__all__ = ["activate", "deactivate", "fast_renderer"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: Manim is heavy."""
    if name in __all__:
        from fastcairo import activation

        return getattr(activation, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
