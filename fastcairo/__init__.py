"""A drop-in renderer for Manim scenes: the same pixels as Manim's own, several times sooner.

`activate` gives it to every scene that Manim makes from then on; `plugins = fastcairo` in a `manim.cfg` does the
same; a scene of one's own hands a `FastRenderer` to `Scene`. Importing this package changes nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fastcairo.activation import activate
    from fastcairo.renderer import FastRenderer

__all__ = ["FastRenderer", "activate"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: Manim is heavy."""
    if name == "activate":
        from fastcairo.activation import activate

        return activate
    if name == "FastRenderer":
        from fastcairo.renderer import FastRenderer

        return FastRenderer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
