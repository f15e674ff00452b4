"""Manim's cameras, taking note of who writes to their pixels."""

from collections.abc import Iterable
from typing import Any

from manim import Mobject
from manim.camera.camera import Camera
from manim.camera.moving_camera import MovingCamera


class _Watched(Camera):
    """Attributes: `touched`: whether something was drawn through the camera, and not by a painter, of late."""

    touched = False

    def capture_mobjects(self, mobjects: Iterable[Mobject], **kwargs: Any) -> None:
        """Draw mobjects as ever."""
        self.touched = True
        super().capture_mobjects(mobjects, **kwargs)

    def set_pixel_array(self, *args: Any, **kwargs: Any) -> None:
        """Set the pixels as ever."""
        self.touched = True
        super().set_pixel_array(*args, **kwargs)


class WatchedCamera(_Watched, Camera):
    """Manim's camera."""


class WatchedMovingCamera(_Watched, MovingCamera):
    """Manim's camera that moves."""


def watched(camera_class: type[Camera]) -> type[Camera]:
    """Return the watched kind of a camera class; the class itself if it may draw in ways of its own."""
    return {Camera: WatchedCamera, MovingCamera: WatchedMovingCamera}.get(camera_class, camera_class)
