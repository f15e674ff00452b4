"""What Cairo draws of one mobject: a snapshot that tells whether it would draw the same again, and where."""

from dataclasses import dataclass
from math import isfinite
from typing import Any

import cairo
import numpy as np
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP, Camera

from fastcairo.rectangles import Rectangle

_MITER_LIMIT = 10.0
"""Cairo's own: how far a pointed corner may reach, in widths of the line."""
_EDGE = 2
"""Pixels around a shape that antialiasing may touch, with one to spare."""
_FAR = 2.0**22
"""Further away than so many pixels Cairo's coordinates wrap around, and nobody knows where it draws."""

Key = tuple[Any, ...]


@dataclass(frozen=True)
class View:
    """What a camera does to every mobject.

    Attributes:
        matrix: From the scene's units to pixels.
        line: The scene's units in a unit of line width.
        size: Width and height of the frame in pixels.
    """

    matrix: cairo.Matrix
    line: float
    size: tuple[int, int]


class Drawing:
    """A mobject as it was when it was looked at.

    Args:
        mobject: The mobject.
        key: All that decides how it is drawn.
        view: What the camera does to it.
        like: An earlier drawing of the mobject in that view: it lends its path where that has not changed.
    """

    __slots__ = ("_path", "box", "key", "mobject")

    def __init__(self, mobject: VMobject, key: Key, view: View, like: "Drawing | None") -> None:
        self.mobject = mobject
        self.key = key
        same_shape = like is not None and like.key[0] == key[0]
        self._path: cairo.Path | None = like._path if like and same_shape else None
        same_reach = like is not None and same_shape and like.key[1] == key[1]
        self.box: Rectangle | None = like.box if like and same_reach else _box(mobject, key, view)

    def draw(self, camera: Camera, context: "cairo.Context[Any]") -> None:
        """Draw the mobject, which still is as it was, as `camera` would."""
        context.new_path()
        if self._path is None:
            _trace(self.mobject, camera, context)
            self._path = context.copy_path()
        else:
            context.append_path(self._path)
        camera.apply_stroke(context, self.mobject, background=True)
        camera.apply_fill(context, self.mobject)
        camera.apply_stroke(context, self.mobject)


def key_of(mobject: VMobject) -> Key:
    """Return all that decides how Cairo draws a mobject, as values that later changes of it leave alone.

    The first is its path, the second its lines, the others its colours.
    """
    fill = mobject.get_fill_rgbas()
    stroke = mobject.get_stroke_rgbas()
    behind = mobject.get_stroke_rgbas(True)
    gradient = (
        b"".join(point.tobytes() for point in mobject.get_gradient_start_and_end_points())
        if len(fill) > 1 or len(stroke) > 1 or len(behind) > 1
        else b""
    )
    return (
        (mobject.points.tobytes(), mobject.tolerance_for_point_equality),
        (mobject.get_stroke_width(), mobject.get_stroke_width(True), mobject.joint_type, mobject.cap_style),
        fill.tobytes(),
        stroke.tobytes(),
        behind.tobytes(),
        gradient,
    )


def _box(mobject: VMobject, key: Key, view: View) -> Rectangle | None:
    """Return the pixels that drawing a mobject may touch; None where there are none."""
    points = mobject.points
    if len(points) < mobject.n_points_per_cubic_curve:
        return None
    coordinates = np.ascontiguousarray(points.T)  # several times as quick as along the other axis
    x0, y0, z0 = coordinates.min(axis=1).tolist()
    x1, y1, z1 = coordinates.max(axis=1).tolist()
    if not all(map(isfinite, (x0, y0, z0, x1, y1, z1))):
        return None  # Manim draws nothing of it
    (x0, y0), (x1, y1) = view.matrix.transform_point(x0, y0), view.matrix.transform_point(x1, y1)
    left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    if max(-left, right, -top, bottom) > _FAR:
        return 0, 0, *view.size
    reach = _reach(mobject, max(key[1][:2]), view) + _EDGE
    box = (
        max(0, int(left - reach)),
        max(0, int(top - reach)),
        min(view.size[0], int(right + reach) + 1),
        min(view.size[1], int(bottom + reach) + 1),
    )
    return box if box[0] < box[2] and box[1] < box[3] else None


def _reach(mobject: VMobject, width: float, view: View) -> float:
    """Return how far the line of a mobject reaches beyond its points, in pixels."""
    half = width * view.line * max(abs(view.matrix.xx), abs(view.matrix.yy)) / 2
    pointed = LINE_JOIN_MAP[mobject.joint_type] == cairo.LineJoin.MITER
    square = CAP_STYLE_MAP[mobject.cap_style] == cairo.LineCap.SQUARE
    return half * (_MITER_LIMIT if pointed else 2**0.5 if square else 1.0)


def _trace(mobject: VMobject, camera: Camera, context: "cairo.Context[Any]") -> None:
    """Make the path of a mobject as Manim's camera does, from plain floats: reading arrays one by one is slow."""
    if mobject.n_points_per_cubic_curve != 4 or len(mobject.points) % 4:
        camera.set_cairo_context_path(context, mobject)
        return
    curve_to, equal = context.curve_to, mobject.consider_points_equals_2d
    start: tuple[float, float] | None = None
    end = (0.0, 0.0)
    for x0, y0, x1, y1, x2, y2, x3, y3 in mobject.points[:, :2].reshape(-1, 8).tolist():
        if start is None or (end != (x0, y0) and not equal(end, (x0, y0))):
            if start and equal(start, end):
                context.close_path()
            context.new_sub_path()
            context.move_to(x0, y0)
            start = x0, y0
        curve_to(x1, y1, x2, y2, x3, y3)
        end = x3, y3
    if start and equal(start, end):
        context.close_path()
