"""A painter that draws what has changed shows what a camera shows that draws everything."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Circle, Dot, ImageMobject, Line, Mobject, PointCloudDot, Square, ThreeDCamera, VMobject
from manim.camera.camera import Camera
from manim.camera.moving_camera import MovingCamera
from manim.constants import RESAMPLING_ALGORITHMS
from PIL import Image

from fastcairo.boxes import find_boxes
from fastcairo.cameras import watched
from fastcairo.drawing import Drawing, key_of
from fastcairo.painter import Painter
from fastcairo.rectangles import Rectangle
from tests.fastcairo.random_shapes import change, rearrange, some_shape, tame
from tests.fastcairo.recording import Pixels, difference

SIZE = {"pixel_width": 256, "pixel_height": 144}


class Pair:
    """A camera of Manim's and a painted one, which must show the same."""

    def __init__(self, camera_class: type[Camera] = Camera, **settings: Any) -> None:
        self.plain: Any = camera_class(**settings)
        self.fast: Any = watched(camera_class)(**settings)
        self.painter = Painter(self.fast)
        self.below: tuple[Pixels, Pixels] | None = None
        self.shadow = self.fast.pixel_array.copy()

    def stand_still(self, mobjects: list[Mobject]) -> None:
        """Let mobjects be what stands still from now on."""
        self.below = None
        if mobjects:
            self.plain.reset()
            self.plain.capture_mobjects(mobjects)
            assert self.painter.stands_still(mobjects)
            self.below = self.plain.pixel_array.copy(), self.painter.still_image
            self.assert_same(*self.below, "what stands still")

    def paint(self, mobjects: list[Mobject], told: object = "") -> list[Rectangle]:
        """Paint a frame with both, compare them, and return what the painter says has changed."""
        if self.below:
            self.plain.set_frame_to_background(self.below[0])
        else:
            self.plain.reset()
        self.plain.capture_mobjects(mobjects)
        changed = self.painter.paint(mobjects, self.below and self.below[1])
        assert changed is not None
        for left, top, right, bottom in changed:
            self.shadow[top:bottom, left:right] = self.fast.pixel_array[top:bottom, left:right]
        self.assert_same(self.plain.pixel_array, self.fast.pixel_array, told)
        self.assert_same(self.shadow, self.fast.pixel_array, (told, "unreported"))
        return changed

    def assert_same(self, one: Pixels, other: Pixels, told: object) -> None:
        assert np.array_equal(one, other), (told, difference(one, other))


def play_at_random(pair: Pair, draw: random.Random, plays: int, frames: int) -> None:
    """Change mobjects between and during plays, as scenes do."""
    mobjects: list[Mobject] = [some_shape(draw) for _ in range(draw.randrange(10))]
    for play in range(plays):
        for _ in range(draw.randrange(4)):
            rearrange(mobjects, draw)
        still = draw.choice((0, 0, len(mobjects), draw.randrange(len(mobjects) + 1)))
        for mobject in mobjects:
            tame(mobject)
        if draw.random() < 0.2:  # a skipped animation is not painted
            pair.stand_still(draw.sample(mobjects, len(mobjects) // 2))
        pair.stand_still(mobjects[:still])
        moving = mobjects[still:] or mobjects
        for frame in range(frames):
            for _ in range(draw.randrange(3)):
                if moving:
                    change(draw.choice(draw.choice(moving).get_family()), draw)
            if draw.random() < 0.05:
                rearrange(moving, draw)
            if isinstance(pair.plain, MovingCamera) and draw.random() < 0.3:
                _move_cameras(pair, draw)
            if isinstance(pair.plain, ThreeDCamera) and draw.random() < 0.4:
                _turn_cameras(pair, moving, draw)
            if draw.random() < 0.05:
                _draw_by_hand(pair, draw)
            for mobject in moving:
                tame(mobject)
            pair.paint(moving, (play, frame))


def _draw_by_hand(pair: Pair, draw: random.Random) -> None:
    """Write to the pixels of the cameras, past the painter."""
    by_hand = draw.choice(
        (lambda camera: camera.capture_mobjects([Circle(fill_opacity=1)]), lambda camera: camera.reset())
    )
    for camera in (pair.plain, pair.fast):
        by_hand(camera)


def _move_cameras(pair: Pair, draw: random.Random) -> None:
    by, width, height = [draw.uniform(-1, 1), draw.uniform(-1, 1), 0], draw.uniform(5, 20), draw.uniform(3, 12)
    for camera in (pair.plain, pair.fast):
        camera.frame.shift(by).stretch_to_fit_width(width).stretch_to_fit_height(height)


def _turn_cameras(pair: Pair, mobjects: list[Mobject], draw: random.Random) -> None:
    """Turn cameras, and change what they do to some mobjects."""
    kind, angle = draw.randrange(10), draw.uniform(-3, 3)
    shape = draw.choice([*mobjects, Circle()])
    for camera in (pair.plain, pair.fast):
        if kind < 4:
            camera.set_phi(angle)
            camera.set_theta(angle / 2)
        elif kind == 4:
            camera.set_zoom(abs(angle))
            camera.set_focal_distance(2 + 9 * abs(angle))
        elif kind == 5:
            camera.frame_center = (angle / 9, 0, angle)
        elif kind == 6:
            camera.light_source.move_to((3 * angle, 1, 2))
        elif kind == 7:
            camera.add_fixed_in_frame_mobjects(shape)
        elif kind == 8:
            camera.add_fixed_orientation_mobjects(
                shape, center_func=lambda: np.array([*shape.points, np.zeros(3)])[0]
            )
        else:
            camera.exponential_projection = not camera.exponential_projection
            camera.should_apply_shading = angle > -2
    for one in shape.get_family():
        one.shade_in_3d = not one.shade_in_3d


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("camera_class", [Camera, MovingCamera, ThreeDCamera])
@pytest.mark.parametrize("seed", range(8))
def test_random_scenes(camera_class: type[Camera], seed: int) -> None:
    """Shapes of every kind change, come, go and change places."""
    draw = random.Random(seed)
    play_at_random(Pair(camera_class, **SIZE), draw, plays=12, frames=6)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("camera_class", [Camera, MovingCamera, ThreeDCamera])
@pytest.mark.parametrize("seed", range(100, 110))
def test_many_random_scenes(camera_class: type[Camera], seed: int) -> None:
    draw = random.Random(seed)
    play_at_random(Pair(camera_class, pixel_width=854, pixel_height=480), draw, plays=30, frames=8)


@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning", "ignore:overflow:RuntimeWarning")
def test_boxes_hold_what_is_drawn() -> None:
    """No pixel outside of a drawing's box is touched by it."""
    draw = random.Random(1)
    camera: Any = watched(Camera)(**SIZE)
    painter = Painter(camera)
    background = camera.background.copy()
    for number in range(600):
        shape = some_shape(draw)
        shape.submobjects = []
        tame(shape)
        seen = painter._look_at([shape])
        assert seen
        drawing = Drawing(shape, key_of(shape, camera), seen[0], None)
        find_boxes([drawing], seen[0])
        box = drawing.box
        camera.reset()
        camera.capture_mobjects([shape])
        if box:
            left, top, right, bottom = box
            camera.pixel_array[top:bottom, left:right] = background[top:bottom, left:right]
        assert np.array_equal(camera.pixel_array, background), (number, difference(background, camera.pixel_array))


@pytest.mark.parametrize("angle", [5, 11.4, 11.6, 12, 15, 30, 90])
@pytest.mark.parametrize("width", [4, 40, 100])
def test_pointed_corners_reach_far(angle: float, width: float) -> None:
    """The tip of a thick, pointed corner may lie ten half widths from its point."""
    pair = Pair(**SIZE)
    spike = VMobject(stroke_width=width).set_points_as_corners(
        [(-9, 0, 0), (-2, 0, 0), (-2 - 7 * np.cos(np.radians(angle)), 7 * np.sin(np.radians(angle)), 0)]
    )
    others: list[Mobject] = [Dot((x, y, 0)) for x in range(-6, 7) for y in (-1, 0, 1)]
    pair.paint([*others, spike])
    spike.shift([0.4, 0.1, 0])
    pair.paint([*others, spike])
    pair.paint(others)


@pytest.mark.filterwarnings("ignore:'mode' parameter:DeprecationWarning")  # of Pillow, at Manim's images
@pytest.mark.parametrize("camera_class", [Camera, MovingCamera, ThreeDCamera])
def test_images_among_shapes(camera_class: type[Camera]) -> None:
    """They move, turn, tilt, fade, leave the frame, become lines and points, and are read in all ways."""
    pair, draw = Pair(camera_class, **SIZE), np.random.default_rng(4)
    image = ImageMobject(draw.integers(0, 256, (9, 14, 4), dtype=np.uint8)).scale(9)
    square, dot = Square(3, fill_opacity=0.5, color="#3D405B"), Dot(radius=0.3, fill_opacity=0.7)
    corners = image.points.copy()
    changes: list[Callable[[], Any]] = [
        lambda: image.shift((0.31, 0.17, 0)),
        lambda: image.rotate(0.4),
        lambda: image.set_opacity(0.4),
        lambda: setattr(image, "shade_in_3d", True),
        lambda: image.rotate(1, axis=np.array((1.0, 0.3, 0))),
        lambda: image.pixel_array.__iadd__(9),
        lambda: image.set_resampling_algorithm(RESAMPLING_ALGORITHMS["nearest"]),
        lambda: image.set_resampling_algorithm(RESAMPLING_ALGORITHMS["linear"]),
        lambda: image.points.__imul__(draw.uniform(0.6, 1.3, image.points.shape)),
        lambda: image.shift((6, 3, 0)),
        lambda: image.shift((-30, 0, 0)),
        lambda: image.points.__imul__(0),
        lambda: image.points.__iadd__(corners),
        lambda: image.stretch(0.001, 1),
        lambda: image.points.__setitem__(slice(None), corners[[0, 0, 1, 1]]),
        lambda: image.points.__setitem__(slice(None), corners[[0, 1, 1, 3]]),
    ]
    for number, make in enumerate(changes):
        pair.stand_still([square, image] if number % 3 else [])
        pair.paint([image, dot], number)
        make()
        pair.paint([square, image, dot], number)
        dot.shift((0.1, 0, 0))
        pair.paint([square, image, dot], number)


def test_one_change_at_a_time() -> None:
    """Whatever alone decides how a mobject is drawn is seen when it alone changes, in place or not."""
    pair = Pair(**SIZE)
    shape = Square(fill_opacity=0.5, stroke_width=20).set_fill(["#ff0000", "#00ff00"]).stretch(2, 0)
    shape.points = shape.points[:12]  # open: it has caps
    other = Circle(fill_opacity=1)
    changes = {
        "points": lambda: shape.points.__iadd__([0.1, 0, 0]),
        "tolerance_for_point_equality": lambda: setattr(shape, "tolerance_for_point_equality", 5),
        "stroke_width": lambda: setattr(shape, "stroke_width", 30),
        "background_stroke": lambda: shape.set_stroke("#0000ff", 0, background=True),
        "background_stroke_width": lambda: setattr(shape, "background_stroke_width", 50),
        "background_stroke_rgbas": lambda: shape.background_stroke_rgbas.__imul__(0.5),
        "fill_rgbas": lambda: shape.fill_rgbas.__imul__(0.5),
        "stroke_rgbas": lambda: shape.stroke_rgbas.__imul__(0.5),
        "sheen_direction": lambda: setattr(shape, "sheen_direction", np.array([0, 1, 0])),
        "gradient by a part": lambda: shape.add(VMobject().set_points_as_corners([(5, 3, 0), (6, 3, 0)])),
        "joint_type": lambda: setattr(shape, "joint_type", type(shape.joint_type).BEVEL),
        "points that open": lambda: setattr(shape, "tolerance_for_point_equality", 1e-6),
        "cap_style": lambda: setattr(shape, "cap_style", type(shape.cap_style).ROUND),
        "z_index": lambda: setattr(shape, "z_index", -1),
    }
    pair.paint([other, shape])
    for name, make in changes.items():
        before = pair.plain.pixel_array.copy()
        make()
        changed = pair.paint([other, shape], name)
        seen = name != "background_stroke"  # which has no width
        assert bool(changed) == seen, name
        assert np.array_equal(before, pair.plain.pixel_array) != seen, f"{name}: this tests nothing"


def test_a_change_of_the_background_is_seen() -> None:
    pair = Pair(**SIZE)
    for camera in (pair.plain, pair.fast):
        camera.background_color = "#123456"
    pair.paint([Square()])
    for camera in (pair.plain, pair.fast):
        camera.background_opacity = 0.3
    pair.stand_still([Square()])
    pair.paint([Dot()])


def test_a_picture_may_be_the_background(tmp_path: Path) -> None:
    """It fills the frame or is larger; where it is transparent, so is the frame."""
    pixels = np.random.default_rng(0).integers(0, 256, (150, 260, 4), dtype=np.uint8)
    Image.fromarray(pixels).save(tmp_path / "picture.png")
    pair = Pair(background_image=str(tmp_path / "picture.png"), **SIZE)
    play_at_random(pair, random.Random(0), plays=4, frames=4)


def test_other_pixels_are_laid_out_anew() -> None:
    """A camera may get another size."""
    pair = Pair(**SIZE)
    pair.paint([Square()])
    for camera in (pair.plain, pair.fast):
        camera.reset_pixel_shape(90, 160)
    pair.shadow = pair.fast.pixel_array.copy()
    pair.paint([Square(), Dot()])
    assert pair.fast.pixel_array.shape == (90, 160, 4)


def test_what_manim_must_draw_itself_is_refused() -> None:
    """Clouds of points, and cameras of unknown kinds."""

    class Own(Camera):
        pass

    cloud = PointCloudDot()
    painter = Painter(watched(Camera)(**SIZE))
    assert painter.paint([Square(), cloud], None) is None
    assert not painter.stands_still([cloud])
    assert painter.paint([Square()], None) is not None
    assert Painter(watched(Own)(**SIZE)).paint([Square()], None) is None


@pytest.mark.parametrize("camera_class", [Camera, ThreeDCamera])
def test_nothing_is_drawn_for_what_stays(camera_class: type[Camera]) -> None:
    """The same frame again draws and reports nothing, a small change little."""
    pair = Pair(camera_class, **SIZE)
    dot = Dot((-6, 3, 0))
    others: list[Mobject] = [Line((x, -3, 0), (x, -2, 0)) for x in range(-6, 7)]
    pair.paint([dot, *others])
    drawn = pair.painter.drawn
    assert pair.paint([dot, *others]) == []
    assert pair.painter.drawn == drawn
    dot.shift((0.5, 0, 0))
    ((left, top, right, bottom),) = pair.paint([dot, *others])
    assert pair.painter.drawn == drawn + 1
    assert (right - left) * (bottom - top) < 0.02 * 256 * 144
