"""The members of families come in Manim's order."""

import random

import numpy as np
import pytest
from manim import Circle, Group, ImageMobject, Mobject, PointCloudDot, Square, ValueTracker, VGroup, VMobject
from manim.utils.family import extract_mobject_family_members

from fastcairo.families import drawable, family_of


def tangle(draw: random.Random) -> list[VMobject]:
    """Return mobjects that hold others, some of them the same ones, with and without points and heights."""
    nodes: list[VMobject] = []
    for _ in range(draw.randrange(1, 14)):
        node = VMobject()
        if draw.random() < 0.7:
            node.points = np.zeros((4, 3))
        if draw.random() < 0.3:
            node.z_index = draw.choice((-2, -0.5, 0, 1, 1, 7))
        node.submobjects = draw.sample(nodes, draw.randrange(min(len(nodes), 4) + 1))
        nodes.append(node)
    return draw.choices(nodes, k=draw.randrange(9))


@pytest.mark.parametrize("by_z_index", [True, False])
def test_the_order_is_manims(by_z_index: bool) -> None:
    """Mobjects that stand in several families are drawn where they come last, and heights count."""
    draw = random.Random(5)
    for _ in range(200):
        mobjects = tangle(draw)
        expected = extract_mobject_family_members(mobjects, use_z_index=by_z_index, only_those_with_points=True)
        found = family_of(iter(mobjects), by_z_index=by_z_index)
        assert list(map(id, found)) == list(map(id, expected))


def test_what_is_not_drawn_as_a_path_is_told() -> None:
    """Trackers are not drawn; of clouds of points and shapes that show an image Manim takes care."""
    square, circle = Square(), Circle()
    picture = ImageMobject(np.zeros((2, 2, 4), np.uint8))
    assert drawable([square, ValueTracker(), Mobject(), picture, circle]) == [square, picture, circle]
    circle.background_image = "picture.png"
    strange = ImageMobject(np.zeros((2, 2, 4), np.uint8))
    strange.pixel_array = strange.pixel_array.astype(np.uint16)
    for other in (strange, PointCloudDot(), circle):
        assert drawable([square, other]) is None
    assert drawable(family_of([Group(square, strange)], by_z_index=True)) is None


def test_shapes_with_paths_of_their_own_are_left_to_manim() -> None:
    """A class may decide otherwise where its path begins and ends."""

    class Open(Square):
        def consider_points_equals_2d(self, *_: object) -> bool:
            return False

    assert drawable([Square(), Open()]) is None
    assert drawable([*VGroup(Square())]) is not None
