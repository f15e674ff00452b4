"""Manim's cameras, taking note of who writes to their pixels, and telling what they do to a mobject."""

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

import numpy as np
from manim import Mobject, ThreeDCamera
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

    def look(self) -> None:
        """Bring what the camera does up to date, before mobjects are drawn."""

    def place_of(self, mobject: Mobject) -> Any:
        """Return what the camera does to the points of a mobject, as a value; None if nothing."""
        return None

    def light_on(self, mobject: Mobject) -> Any:
        """Return what changes the colours of a mobject, besides its points, as a value; None if nothing does."""
        return None

    def in_order(self, drawings: Sequence[Any]) -> list[Any]:
        """Return drawings of mobjects in the order in which they are drawn."""
        return list(drawings)


class WatchedCamera(_Watched, Camera):
    """Manim's camera."""


class WatchedMovingCamera(_Watched, MovingCamera):
    """Manim's camera that moves."""


class WatchedThreeDCamera(_Watched, ThreeDCamera):
    """Manim's camera for three dimensions."""

    _lens: Any = None

    def look(self) -> None:
        """Turn the camera to where it is to look."""
        self.reset_rotation_matrix()
        distance, zoom = self.get_focal_distance(), self.get_zoom()
        turned, at = self.get_rotation_matrix().tobytes(), np.asarray(self.frame_center).tobytes()
        self._lens = turned, at, distance, zoom, self.exponential_projection

    def project_points(self, points: Any) -> Any:
        """Return points as they are seen; the factor for both coordinates is one."""
        if self.exponential_projection:
            return super().project_points(points)
        distance = self.get_focal_distance()
        points = np.dot(points - self.frame_center, self.get_rotation_matrix().T)
        away = distance - points[:, 2]
        factor = distance / away
        factor[away < 0] = 10**6
        points[:, :2] *= (factor * self.get_zoom())[:, np.newaxis]
        return points

    def place_of(self, mobject: Mobject) -> Any:
        """Return how the mobject is projected."""
        if mobject in self.fixed_in_frame_mobjects:
            return None
        if mobject in self.fixed_orientation_mobjects:
            centre = self.fixed_orientation_mobjects[mobject]()
            return (self.project_point(centre) - centre).tobytes()
        return self._lens

    def light_on(self, mobject: Mobject) -> Any:
        """Return where the light is, if it falls on the mobject."""
        if self.should_apply_shading and mobject.shade_in_3d:
            return self.light_source.points[0].tobytes()
        return None

    def in_order(self, drawings: Sequence[Any]) -> list[Any]:
        """Return what is in space from the back to the front, then what is not."""
        turned = self.get_rotation_matrix().T

        def depth(drawing: Any) -> float:
            if not getattr(drawing.mobject, "shade_in_3d", False):
                return inf
            return float(np.dot(drawing.centre(), turned)[2])

        return sorted(drawings, key=depth)


def watched(camera_class: type[Camera]) -> type[Camera]:
    """Return the watched kind of a camera class; the class itself if it may draw in ways of its own."""
    kinds: dict[type[Camera], type[Camera]] = {
        Camera: WatchedCamera,
        MovingCamera: WatchedMovingCamera,
        ThreeDCamera: WatchedThreeDCamera,
    }
    return kinds.get(camera_class, camera_class)
