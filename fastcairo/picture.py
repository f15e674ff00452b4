"""What is drawn of one image: a snapshot like that of a shape."""

from typing import Any

import numpy as np
import numpy.typing as npt
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.utils.space_ops import cross2d
from PIL import Image

from fastcairo.drawing import View
from fastcairo.rectangles import Pixels, within

_THIN = 0.5
"""Manim leaves out an image that is not as high in pixels."""

Floats = npt.NDArray[np.float64]
Key = tuple[Any, ...]


class Picture:
    """An image as it was when it was looked at.

    Args:
        mobject: The image.
        key: All that decides how it is drawn.
        view: What the camera does to it.

    Attributes:
        box: The pixels that it may touch; None where there are none.
    """

    __slots__ = ("_corners", "_place", "_warped", "box", "key", "mobject")

    def __init__(self, mobject: AbstractImageMobject, key: Key, view: View) -> None:
        self.mobject = mobject
        self.key = key
        corners = view.camera.points_to_subpixel_coords(mobject, mobject.points)
        whole = corners.astype(np.int64)
        self._place = (*whole.min(axis=0).tolist(), *whole.max(axis=0).tolist())
        self._corners = corners - self._place[:2]
        self.box = None if _is_thin(self._corners) else within(self._place, view.size)
        self._warped: Image.Image | None = None

    def draw(self, context: Any, pixels: Pixels) -> None:
        """Lay the image, which still is as it was, over pixels, as the camera would."""
        left, top, right, bottom = self.box or (0, 0, 0, 0)
        if self._warped is None:
            self._warped = self._warp()
        part = self._warped.crop(
            (left - self._place[0], top - self._place[1], right - self._place[0], bottom - self._place[1])
        )
        surface = context.get_target()
        surface.flush()
        below = Image.fromarray(np.ascontiguousarray(pixels[top:bottom, left:right]))
        pixels[top:bottom, left:right] = np.asarray(Image.alpha_composite(below, part))
        surface.mark_dirty()

    def centre(self) -> Any:
        """Return what tells how far from the camera the image is."""
        return self.mobject.get_z_index_reference_point()

    def _warp(self) -> Image.Image:
        """Return the image in the perspective of its corners; an empty one if there is no such perspective."""
        image = Image.fromarray(self.mobject.get_pixel_array())
        size = self._place[2] - self._place[0], self._place[3] - self._place[1]
        flat = np.array([[0, 0], [image.width, 0], [0, image.height], [image.width, image.height]])
        equations = []
        for (x, y), (u, v) in zip(self._corners, flat, strict=True):
            equations.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
            equations.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        try:
            terms = np.linalg.solve(np.array(equations, dtype=np.float64), flat.reshape(8).astype(np.float64))
        except np.linalg.LinAlgError:
            return Image.new("RGBA", size)
        resample: Any = self.mobject.resampling_algorithm
        return image.transform(size, Image.Transform.PERSPECTIVE, terms.tolist(), resample=resample)


def picture_key(mobject: AbstractImageMobject, camera: Any) -> Key:
    """Return all that decides how a camera draws an image, as values that later changes of it leave alone."""
    pixels = mobject.get_pixel_array()
    return (
        mobject.points.tobytes(),
        camera.place_of(mobject),
        mobject.resampling_algorithm,
        pixels.shape,
        pixels.tobytes(),
    )


def is_usual(mobject: AbstractImageMobject) -> bool:
    """Tell whether an image has pixels of red, green, blue and opacity."""
    pixels = mobject.get_pixel_array()
    return pixels.dtype == np.uint8 and pixels.ndim == 3 and pixels.shape[2] == 4 and pixels.size > 0


def _is_thin(corners: Floats) -> bool:
    """Tell whether Manim finds that a warped image contains no pixels."""
    around = [corners[i] for i in (0, 1, 3, 2)]
    sides = [around[(i + 1) % 4] - around[i] for i in range(4)]
    lengths = np.linalg.norm(sides, axis=1)
    longest = int(np.argmax(lengths))
    if lengths[longest] == 0:
        return True
    return bool(abs(cross2d(sides[longest], sides[(longest - 1) % 4])) / lengths[longest] < _THIN)
