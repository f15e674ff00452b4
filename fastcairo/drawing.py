"""What Cairo draws of one mobject: a snapshot that tells whether it would draw the same again, and where."""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

import cairo
import numpy as np
from manim import VMobject
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from fastcairo.rectangles import Pixels, Rectangle

_ENDS = ("get_gradient_start_and_end_points", "get_sheen_direction", "get_center", "get_edge_center")
"""Methods of VMobject that decide where a gradient begins and ends."""

_CENTRE = (
    "get_z_index_reference_point",
    "get_center",
    "get_critical_point",
    "get_extremum_along_dim",
    "get_anchors",
)
"""Methods of VMobject that decide where its centre is."""

Context = Any
Colours = list[list[float]]


@dataclass(frozen=True)
class View:
    """What a camera does to every mobject.

    Attributes:
        matrix: From the scene's units, as the camera projects them, to pixels.
        line: The scene's units in a unit of line width.
        size: Width and height of the frame in pixels.
        camera: The camera.
    """

    matrix: cairo.Matrix
    line: float
    size: tuple[int, int]
    camera: Any = field(compare=False)


class Key(NamedTuple):
    """All that decides how Cairo draws a mobject, as values that later changes of it leave alone.

    Attributes:
        path: Its points, and which of them are one.
        place: What the camera does to these.
        lines: Widths of both lines, their corners and ends.
        paints: Its colours and what they depend on, besides the points.
    """

    path: tuple[bytes, float]
    place: Any
    lines: tuple[float, float, Any, Any]
    paints: tuple[Any, ...]


class Drawing:
    """A mobject as it was when it was looked at.

    Args:
        mobject: The mobject.
        key: All that decides how it is drawn.
        view: What the camera does to it.
        like: An earlier drawing of the mobject in that view: it lends whatever has not changed.

    Attributes:
        box: The pixels that it may touch; None where there are none, and as long as they are not known.
        has_box: Whether they are known.
    """

    __slots__ = (
        "_centre",
        "_colours",
        "_ends",
        "_path",
        "_points",
        "_shown",
        "_view",
        "box",
        "has_box",
        "key",
        "mobject",
    )

    def __init__(self, mobject: VMobject, key: Key, view: View, like: "Drawing | None") -> None:
        self.mobject = mobject
        self.key = key
        self._view = view
        self._points: Any = None
        same_path = like is not None and like.key.path == key.path
        same_place = like is not None and same_path and like.key.place == key.place
        same_paints = like is not None and same_path and like.key.paints == key.paints
        self._colours: dict[str, Colours] = like._colours if like and same_paints else {}
        self._shown: list[float] | None = None
        self._ends: Any = like._ends if like and same_paints else None
        self._centre: Any = like._centre if like and same_path else None
        self._path: cairo.Path | None = like._path if like and same_place else None
        self.has_box: bool = same_place and like is not None and like.has_box and like.key.lines == key.lines
        self.box: Rectangle | None = like.box if like and self.has_box else None

    def draw(self, context: Context, pixels: Pixels) -> None:
        """Draw the mobject, which still is as it was, as the camera would.

        Args:
            context: Draws on the pixels.
            pixels: The pixels of a frame.
        """
        context.new_path()
        if self._path is None:
            _trace(self.mobject, self._projected(), self._view, context)
            self._path = context.copy_path()
        else:
            context.append_path(self._path)
        width, width_behind, joint, cap = self.key.lines
        if width or width_behind:
            context.set_line_join(LINE_JOIN_MAP[joint])
            context.set_line_cap(CAP_STYLE_MAP[cap])
        if width_behind:
            self._stroke(context, "behind", width_behind)
        if self._paint(context, "fill"):
            context.fill_preserve()
        if width:
            self._stroke(context, "stroke", width)

    def _stroke(self, context: Context, part: str, width: float) -> None:
        if self._paint(context, part):
            context.set_line_width(width * self._view.line)
            context.stroke_preserve()

    def _paint(self, context: Context, part: str) -> bool:
        """Take the colours of a part, red for blue as Manim has it; tell whether they show anything."""
        colours = self._colours.get(part)
        if colours is None:
            colours = self._colours[part] = self._colours_of(part)
        if len(colours) == 1:
            red, green, blue, opacity = colours[0]
            context.set_source_rgba(blue, green, red, opacity)
            return opacity != 0
        gradient = cairo.LinearGradient(*self._ends_shown())
        for (red, green, blue, opacity), at in zip(colours, _spread(len(colours)), strict=True):
            gradient.add_color_stop_rgba(at, blue, green, red, opacity)
        context.set_source(gradient)
        return True

    def _colours_of(self, part: str) -> Colours:
        camera = self._view.camera
        if part == "fill":
            colours: Colours = camera.get_fill_rgbas(self.mobject).tolist()
        else:
            colours = camera.get_stroke_rgbas(self.mobject, background=part == "behind").tolist()
        return colours

    def _ends_shown(self) -> list[float]:
        """Return where gradients begin and end, as the camera shows it."""
        if self._shown is None:
            if self._ends is None:
                self._ends = np.array(self.mobject.get_gradient_start_and_end_points())
            ends = self._view.camera.transform_points_pre_display(self.mobject, self._ends)
            self._shown = ends[:, :2].ravel().tolist()
        return self._shown

    def centre(self) -> Any:
        """Return what tells how far from the camera the mobject is."""
        if self._centre is None or not self._is_alone():
            self._centre = self.mobject.get_z_index_reference_point()
        return self._centre

    def _is_alone(self) -> bool:
        """Tell whether the mobject's points alone decide where its centre is."""
        mobject: Any = self.mobject
        return (
            not mobject.submobjects
            and not hasattr(mobject, "z_index_group")
            and _has_usual_centre(mobject.__class__)
        )

    def _projected(self) -> Any:
        """Return the points as the camera shows them."""
        if self.key.place is None:
            return self.mobject.points
        if self._points is None:
            self._points = self._view.camera.transform_points_pre_display(self.mobject, self.mobject.points)
        return self._points

    def curves(self) -> Any:
        """Return the points as the camera shows them; None where they are not enough for a curve."""
        least = self.mobject.n_points_per_cubic_curve
        if len(self.mobject.points) < least or len(self._projected()) < least:
            return None
        return self._projected()


def key_of(mobject: VMobject, camera: Any) -> Key:
    """Return all that decides how a camera draws a mobject."""
    fill = mobject.get_fill_rgbas()
    stroke = mobject.get_stroke_rgbas()
    behind = mobject.get_stroke_rgbas(True)
    light = camera.light_on(mobject)
    shaded = light or len(fill) > 1 or len(stroke) > 1 or len(behind) > 1
    return Key(
        (mobject.points.tobytes(), mobject.tolerance_for_point_equality),
        camera.place_of(mobject),
        (mobject.get_stroke_width(), mobject.get_stroke_width(True), mobject.joint_type, mobject.cap_style),
        (fill.tobytes(), stroke.tobytes(), behind.tobytes(), light, _ends_of(mobject) if shaded else b""),
    )


def _ends_of(mobject: VMobject) -> Any:
    """Return what decides, besides its points, where the gradients of a mobject begin and end."""
    kind: Any = mobject.__class__
    if mobject.shade_in_3d and _has_usual_ends(kind):
        return True
    if not mobject.submobjects and _has_usual_ends(kind):
        return np.asarray(mobject.sheen_direction).tobytes()
    return b"".join(np.asarray(point).tobytes() for point in mobject.get_gradient_start_and_end_points())


@cache
def _spread(count: int) -> list[float]:
    """Return the places of so many colours in a gradient."""
    places: list[float] = np.linspace(0, 1, count).tolist()
    return places


@cache
def _has_usual_ends(kind: Any) -> bool:
    return all(getattr(kind, name) is getattr(VMobject, name) for name in _ENDS)


@cache
def _has_usual_centre(kind: Any) -> bool:
    return all(getattr(kind, name) is getattr(VMobject, name) for name in _CENTRE)


def _trace(mobject: VMobject, points: Any, view: View, context: Context) -> None:
    """Make the path of a mobject as Manim's camera does, from plain floats: reading arrays one by one is slow."""
    if mobject.n_points_per_cubic_curve != 4 or len(points) % 4:
        view.camera.set_cairo_context_path(context, mobject)
        return
    curve_to, equal = context.curve_to, mobject.consider_points_equals_2d
    start: tuple[float, float] | None = None
    end = (0.0, 0.0)
    for x0, y0, x1, y1, x2, y2, x3, y3 in points[:, :2].reshape(-1, 8).tolist():
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
