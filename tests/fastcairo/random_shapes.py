"""Shapes of every kind that Cairo may be asked to draw, and changes of them."""

import random

import numpy as np
import numpy.typing as npt
from manim import CapStyleType, LineJointType, Mobject, VGroup, VMobject

WIDTHS = (0, 0.4, 2, 4, 4, 30, 120)
SIZES = (0.002, 0.3, 0.3, 1, 1, 4)
FAR = (20, 4e4, 1e6, 1e9)


def some_points(draw: random.Random) -> npt.NDArray[np.float64]:
    """Return points of up to a dozen curves or lines: some are pointed, degenerate, far away or not numbers."""
    count = draw.choice((1, 2, 3, 3, 5, 12))
    middle = np.array([draw.uniform(-8, 8), draw.uniform(-5, 5), 0])
    size = draw.choice(SIZES)
    corners = middle + np.array(
        [[draw.gauss(0, size), draw.gauss(0, size), draw.gauss(0, 1)] for _ in range(count + 1)]
    )
    kind = draw.random()
    if kind < 0.25:  # there and back, at a small angle
        corners[1::2] = middle + [draw.uniform(-0.4, 0.4), draw.uniform(-0.4, 0.4), 0]
        corners[::2] = middle + size * np.array([[4, draw.gauss(0, 0.4), 0] for _ in corners[::2]])
    elif kind < 0.3:
        corners[:] = middle
    elif kind < 0.35:
        corners[draw.randrange(count + 1)] *= draw.choice(FAR)
    elif kind < 0.4:
        corners += draw.choice((-1, 1)) * draw.choice(FAR)
    if draw.random() < 0.4:
        corners[-1] = corners[0]
    shape = VMobject()
    shape.set_points_as_corners(corners)
    if draw.random() < 0.5:
        points = shape.points
        for i in range(0, len(points), 4):
            points[i + 1 : i + 3] += np.array([[draw.gauss(0, size), draw.gauss(0, size), 0] for _ in range(2)])
    if draw.random() < 0.15 and len(shape.points) >= 8:  # two paths
        shape.points[4:] += [draw.uniform(-1, 1), 0, 0]
    if draw.random() < 0.04:
        shape.points[draw.randrange(len(shape.points)), draw.randrange(3)] = draw.choice((np.nan, np.inf))
    if draw.random() < 0.04:
        shape.points = shape.points[: draw.randrange(1, 6)]
    return shape.points


def some_colours(draw: random.Random) -> npt.NDArray[np.float64]:
    """Return one colour or a gradient's, opaque or not."""
    count = draw.choice((1, 1, 1, 2, 3))
    opacity = draw.choice((0, 0.3, 0.7, 1, 1))
    return np.array([[draw.random(), draw.random(), draw.random(), opacity] for _ in range(count)])


def some_shape(draw: random.Random) -> VMobject:
    """Return a shape, in a tenth of all cases with others below it."""
    shape = VMobject()
    for _ in range(3 * len(_CHANGES)):
        change(shape, draw)
    shape.points = some_points(draw)
    if draw.random() < 0.1:
        shape.add(some_shape(draw))
    return shape


def change(shape: VMobject, draw: random.Random) -> None:
    """Change something of a shape."""
    draw.choice(_CHANGES)(shape, draw)


def tame(mobject: Mobject) -> None:
    """Take gradients and light from shapes for which Manim cannot make them: for want of points, or of numbers."""
    for shape in mobject.get_family():
        if any(len(one.points) % 4 or not np.isfinite(one.points).all() for one in shape.get_family()):
            for name in ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas"):
                if hasattr(shape, name):
                    setattr(shape, name, getattr(shape, name)[:1])
            shape.shade_in_3d = False


def _path(shape: VMobject, draw: random.Random) -> None:
    shape.points = some_points(draw)


def _place(shape: VMobject, draw: random.Random) -> None:
    shape.points = shape.points + [draw.uniform(-2, 2), draw.uniform(-2, 2), 0]


def _one_point(shape: VMobject, draw: random.Random) -> None:
    if len(shape.points):
        shape.points[draw.randrange(len(shape.points))] += [0.2, 0.1, 0]  # in place


def _fill(shape: VMobject, draw: random.Random) -> None:
    shape.fill_rgbas = some_colours(draw)


def _stroke(shape: VMobject, draw: random.Random) -> None:
    shape.stroke_rgbas = some_colours(draw)


def _behind(shape: VMobject, draw: random.Random) -> None:
    shape.background_stroke_rgbas = some_colours(draw)


def _opacity(shape: VMobject, draw: random.Random) -> None:
    shape.stroke_rgbas[:, 3] = draw.random()  # in place


def _width(shape: VMobject, draw: random.Random) -> None:
    shape.stroke_width = draw.choice(WIDTHS)


def _width_behind(shape: VMobject, draw: random.Random) -> None:
    shape.background_stroke_width = draw.choice((0, *WIDTHS))


def _joint(shape: VMobject, draw: random.Random) -> None:
    shape.joint_type = draw.choice(list(LineJointType))


def _cap(shape: VMobject, draw: random.Random) -> None:
    shape.cap_style = draw.choice(list(CapStyleType))


def _sheen(shape: VMobject, draw: random.Random) -> None:
    shape.sheen_direction = np.array([draw.choice((-1, 0, 1)), draw.choice((-1, 1)), 0])


def _tolerance(shape: VMobject, draw: random.Random) -> None:
    shape.tolerance_for_point_equality = draw.choice((1e-6, 0.1, 1))


def _height(shape: VMobject, draw: random.Random) -> None:
    shape.z_index = draw.choice((0, 0, 1, -1, 3))


_CHANGES = (
    *(_path, _place, _one_point, _fill, _stroke, _behind, _opacity, _width, _width_behind),
    *(_joint, _cap, _sheen, _tolerance, _height),
)


def rearrange(mobjects: list[Mobject], draw: random.Random) -> None:
    """Add, remove, put elsewhere, group or ungroup some mobjects."""
    kind = draw.randrange(6)
    if kind == 0 or not mobjects:
        mobjects.insert(draw.randrange(len(mobjects) + 1), some_shape(draw))
    elif kind == 1:
        mobjects.pop(draw.randrange(len(mobjects)))
    elif kind == 2:
        mobjects.append(mobjects.pop(draw.randrange(len(mobjects))))
    elif kind == 3:
        mobjects.insert(0, mobjects.pop())
    elif kind == 4:
        mobjects.append(VGroup(*draw.sample(mobjects, min(2, len(mobjects)))))
    elif draw.random() < 0.1:
        mobjects.clear()
