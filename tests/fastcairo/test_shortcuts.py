"""What Manim computes in every frame: computed sooner, and the same to the last bit."""

import random
from typing import Any

import manim as m
import numpy as np
import pytest
from manim import LEFT, OUT, RIGHT, UP, Mobject, VMobject
from manim.utils import space_ops

from fastcairo.shortcuts import shortcuts
from tests.fastcairo.random_shapes import some_shape


def same(one: Any, other: Any) -> bool:
    """Tell whether two values have the same bits."""
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same, one, other))
    one, other = np.asarray(one), np.asarray(other)
    return one.shape == other.shape and one.dtype == other.dtype and one.tobytes() == other.tobytes()


def assert_same(ask: Any) -> None:
    """Fail unless Manim's answer is ours."""
    expected = ask()
    with shortcuts():
        found = ask()
    assert same(expected, found)


def shapes(seed: int, count: int = 60) -> list[VMobject]:
    """Return shapes of whole curves, alone and in groups, some of them twice in one."""
    draw = random.Random(seed)
    single = [one for one in (some_shape(draw) for _ in range(count)) if not len(one.points) % 4]
    groups = [m.VGroup(*draw.sample(single, 3)) for _ in range(20)]
    tangled = [m.VGroup(draw.choice(groups), *draw.sample(groups, 2), *draw.sample(single, 2)) for _ in range(9)]
    return [*single, *groups, *tangled, VMobject(), m.VectorizedPoint(UP)]


@pytest.mark.filterwarnings("ignore::RuntimeWarning")  # some points are no numbers
def test_boxes_are_manims() -> None:
    """The nine points of the box around a shape, and the families that it goes round."""
    for shape in shapes(1):
        shape.points = shape.points * draw_signs(shape.points)
        assert_same(shape.get_points_defining_boundary)
        for direction in (UP, RIGHT + UP, np.zeros(3), (-1, 0, 1), [0.0, -0.0, -2]):
            assert_same(lambda shape=shape, direction=direction: shape.get_critical_point(direction))
        expected = shape.get_family()
        with shortcuts():
            found = shape.get_family()
        assert list(map(id, found)) == list(map(id, expected))


def draw_signs(points: Any) -> Any:
    """Return factors that make some coordinates zero, of both signs."""
    return np.random.default_rng(len(points)).choice([1.0, 1.0, 0.0, -0.0], points.shape)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_curves_are_as_long_as_manims() -> None:
    """Few and many curves at once, and points at proportions of them."""
    draw = np.random.default_rng(2)
    for count in (1, 2, 3, 4, 7, 8, 9, 31, 100, 1000):
        shape = VMobject()
        shape.points = draw.normal(size=(4 * count, 3)) * 10.0 ** draw.integers(-9, 9)
        for samples in (None, 2, 10, 23):
            assert_same(
                lambda shape=shape, samples=samples: [
                    (curve(0.3), length)
                    for curve, length in shape.get_curve_functions_with_lengths(sample_points=samples)
                ]
            )
        for part in (0, 0.2, 0.77, 1):
            assert_same(lambda shape=shape, part=part: shape.point_from_proportion(part))
        assert_same(shape.get_arc_length)


def test_rotations_are_manims() -> None:
    """Asked for once and again; what the caller writes into a matrix stays there."""
    draw = np.random.default_rng(3)
    for angle in (0.0, -0.0, 1.3, np.pi, np.float64(-0.7), 2, 1e-9):
        for axis in (OUT, UP + LEFT, draw.normal(size=3), np.array((0.0, -0.0, 0.0)), (0, 0, 1), [0.0, 1.0, 0.0]):
            for more in ({}, {"homogeneous": True}):
                ask = lambda angle=angle, axis=axis, more=more: space_ops.rotation_matrix(angle, axis, **more)  # noqa: E731
                assert_same(ask)
                with shortcuts():
                    ask()[:] = 7
                assert_same(ask)
        assert_same(lambda angle=angle: space_ops.rotate_vector(RIGHT, angle))
        assert_same(lambda angle=angle: m.Square().rotate(angle, axis=UP).points)


def test_colours_are_manims() -> None:
    """One or several, with and without an opacity and a sheen."""
    several = [m.RED, "#00ff00"]
    for color in (m.RED, None, "#123456", "blue", several, tuple(several), m.HSV((0.3, 0.4, 0.5)), 0xFF8800):
        for opacity in (None, 1, 0.3, np.float64(0.7), True, [0.2, 0.4], np.array(0.5).reshape(1)):
            for sheen in (0, 0.4):
                shape = VMobject(sheen_factor=sheen)
                assert_same(lambda s=shape, c=color, o=opacity: s.generate_rgbas_array(c, o))
                for before in (m.BLUE, several):
                    assert_same(lambda s=shape, b=before, c=color, o=opacity: updated(s.copy(), b, c, o))
    for value in (np.array((0.1, 0.2, 0.3)), np.array((0.1, 0.2, 0.3, 0.4)), np.array((1, 2, 3)), "#102030"):
        assert_same(lambda value=value: m.ManimColor(value, 0.5).to_rgba())


def updated(shape: VMobject, before: Any, color: Any, opacity: Any) -> Any:
    """Return the colours of a shape that had others before."""
    shape.set_fill(before, 0.8)
    shape.update_rgbas_array("fill_rgbas", color, opacity)
    shape.update_rgbas_array("new_rgbas", color, opacity)
    return [shape.fill_rgbas, shape.new_rgbas]


class _Own(m.Line):
    """Says by itself how it is measured."""

    def get_nth_curve_length_pieces(self, n: int, sample_points: Any = None) -> Any:
        return np.ones(3)

    def get_extremum_along_dim(self, points: Any = None, dim: int = 0, key: int = 0) -> float:
        return 5.0

    def get_anchors(self) -> Any:
        return self.points[:1]

    def get_sheen_factor(self) -> float:
        return 0.2

    def _iter_family(self, active_path: Any) -> Any:
        yield from (self, VMobject(), *super()._iter_family(active_path))


def test_mobjects_say_how_they_are_measured() -> None:
    """A class that overrides what Manim asks of it is asked as ever, alone and among others."""
    own = _Own()
    for one in (own, m.VGroup(m.Square(), own)):
        assert_same(lambda one=one: one.get_points_defining_boundary())
        assert_same(lambda one=one: one.get_center())
        assert_same(lambda one=one: len(one.get_family()))
    assert_same(lambda: [length for _, length in own.get_curve_functions_with_lengths()])
    assert_same(lambda: own.generate_rgbas_array(m.RED, 0.5))
    assert_same(lambda: updated(_Own(), m.BLUE, m.RED, 0.5))


def test_a_mobject_that_holds_itself_is_measured() -> None:
    """Manim goes round such a circle once."""
    one, other = m.VGroup(m.Square()), m.VGroup(m.Circle())
    one.submobjects.append(other)
    other.submobjects.append(one)
    assert list(map(id, Mobject.get_family(one))) == [id(part) for part in _within(one.get_family)]


def _within(ask: Any) -> Any:
    with shortcuts():
        return ask()


def test_manim_is_left_as_it_was() -> None:
    """Also where a play ends with an error."""
    before = VMobject.get_curve_functions_with_lengths, Mobject.get_family, space_ops.rotation_matrix
    with pytest.raises(ZeroDivisionError), shortcuts():
        raise ZeroDivisionError
    assert before == (
        VMobject.get_curve_functions_with_lengths,
        Mobject.get_family,
        space_ops.rotation_matrix,
    )
