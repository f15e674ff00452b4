"""Who renders a scene: this package's renderer, or Manim's own."""

from typing import Any

from manim import RendererType, config, logger
from manim.camera.camera import Camera
from manim.scene import scene

from fastcairo.support import obstacle

_told: set[str] = set()


def fast_renderer(camera_class: type[Camera] | None = None, *, skip_animations: bool = False) -> Any:
    """Return a renderer for `Scene(renderer=…)`; None where Manim is to make its own.

    That is so with OpenGL, and on a version of Manim that this package does not know: it says so, once.

    Args:
        camera_class: The class of the scene's camera.
        skip_animations: Whether animations are skipped.
    """
    if config.renderer == RendererType.OPENGL:
        return None
    if obstacle():
        if obstacle() not in _told:
            logger.warning(obstacle())
            _told.add(obstacle())
        return None
    from fastcairo.renderer import FastRenderer

    return FastRenderer(camera_class=camera_class, skip_animations=skip_animations)


def activate() -> None:
    """Render quickly whatever scene is made from now on, if this Manim is known."""
    _scenes.CairoRenderer = _make


def deactivate() -> None:
    """Leave the rendering of scenes that are made from now on to Manim."""
    _scenes.CairoRenderer = _manims_own


def _make(camera_class: type[Camera] | None = None, skip_animations: bool = False, **kwargs: Any) -> Any:
    """Return a renderer as a scene asks Manim for one."""
    renderer = None if kwargs else fast_renderer(camera_class, skip_animations=skip_animations)
    return renderer or _manims_own(camera_class=camera_class, skip_animations=skip_animations, **kwargs)


_scenes: Any = scene
_manims_own = _scenes.CairoRenderer
