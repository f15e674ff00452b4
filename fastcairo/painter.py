"""The frames of a scene, painted in two layers: what stands still during an animation, and what moves over it."""

from collections.abc import Iterable
from typing import Any

import numpy as np
from manim import Mobject
from manim.camera.camera import Camera

from fastcairo.cameras import WatchedCamera, WatchedMovingCamera, WatchedThreeDCamera
from fastcairo.drawing import View
from fastcairo.families import Drawable, drawable, family_of
from fastcairo.layer import Layer
from fastcairo.rectangles import Pixels, Rectangle

_CAMERAS = (WatchedCamera, WatchedMovingCamera, WatchedThreeDCamera)
"""Cameras whose drawing is known; those derived from them may draw in ways of their own."""


class Painter:
    """Paints frames on the pixels of a camera.

    Args:
        camera: The camera.
    """

    def __init__(self, camera: Camera) -> None:
        self.camera: Any = camera
        self._changed_below: list[Rectangle] = []
        self._ground: Pixels | None = None
        self._lay_out(camera.pixel_array)

    @property
    def drawn(self) -> int:
        """How many mobjects have been handed to Cairo so far."""
        return self._still.drawn + self._moving.drawn

    @property
    def still_image(self) -> Pixels:
        """What stands still, over the background."""
        return self._still.pixels

    def stands_still(self, mobjects: Iterable[Mobject]) -> bool:
        """Paint what will stand still; tell whether that was possible here."""
        seen = self._look_at(mobjects)
        if seen is None:
            return False
        changed = self._still.update(seen[0], self._background(), [], seen[1], self._moving)
        self._changed_below += changed
        return True

    def paint(self, mobjects: Iterable[Mobject], below: Pixels | None) -> list[Rectangle] | None:
        """Paint a frame, and return where its pixels may have changed; None if that is not possible here.

        Args:
            mobjects: What is to be seen.
            below: The picture of what stands still; None for the background alone.
        """
        seen = self._look_at(mobjects)
        if seen is None or (below is None and not self.stands_still([])):
            return None
        if self.camera.touched:
            self._moving.forget()
            self.camera.touched = False
        ours = below is None or below is self._still.pixels
        changed_below = self._changed_below if ours else []
        below = self._still.pixels if ours else below
        assert below is not None
        changed = self._moving.update(seen[0], below, changed_below, seen[1], self._still)
        self._changed_below = []
        return changed

    def _background(self) -> Pixels:
        """Return a copy of the camera's background, the same one as long as nobody writes into that."""
        background = self.camera.background
        if self._ground is None or not _equal(self._ground, background):
            self._ground = background.copy()
        return self._ground

    def _look_at(self, mobjects: Iterable[Mobject]) -> tuple[View, list[Drawable]] | None:
        """Return what the camera does to mobjects, and those to draw; None if more may be drawn than is known."""
        camera = self.camera
        if type(camera) not in _CAMERAS:
            return None
        family = drawable(family_of(mobjects, by_z_index=camera.use_z_index))
        if family is None:
            return None
        pixels = camera.pixel_array
        if pixels is not self._moving.pixels:
            self._lay_out(pixels)
        used = camera.get_cached_cairo_context(pixels) is not None
        matrix = camera.get_cairo_context(pixels).get_matrix()
        if not family and not used:  # a camera that does not move stays as it is when it first draws something
            camera.pixel_array_to_cairo_context.pop(id(pixels), None)
        camera.look()
        size = camera.pixel_width, camera.pixel_height
        return View(matrix, camera.cairo_line_width_multiple, size, camera), family

    def _lay_out(self, pixels: Any) -> None:
        """Begin anew with pixels of another shape."""
        scratch = np.empty_like(pixels)
        self._still = Layer(np.empty_like(pixels), scratch)
        self._moving = Layer(pixels, scratch)
        self._changed_below = []


def _equal(one: Pixels, other: Pixels) -> bool:
    """Tell whether two pictures are the same; eight bytes at a time are compared in a third of the time."""
    if one.shape != other.shape or one.dtype != other.dtype:
        return False
    if one.nbytes % 8 or not (one.flags.c_contiguous and other.flags.c_contiguous):
        return np.array_equal(one, other)
    return np.array_equal(one.reshape(-1).view(np.uint64), other.reshape(-1).view(np.uint64))
