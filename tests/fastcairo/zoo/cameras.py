"""Images, clouds of points and cameras."""

from typing import Any

import manim as m
import numpy as np
from manim import LEFT, RIGHT, UP, UR, Mobject

from tests.fastcairo.zoo.shared import SHORT, picture


class Images(m.Scene):
    """Images come, move among shapes, and go."""

    def construct(self) -> None:
        image = m.ImageMobject(picture()).scale_to_fit_height(2)
        square, dot = m.Square(3, fill_opacity=0.4, color=m.RED), m.Dot(2 * LEFT)
        self.play(m.Create(square), **SHORT)
        self.add(image)
        self.play(dot.animate.shift(RIGHT), **SHORT)
        self.play(image.animate.shift(RIGHT).rotate(0.4), **SHORT)
        self.play(m.FadeOut(image), square.animate.rotate(1), **SHORT)
        self.play(m.Group(dot, m.ImageMobject(picture()).shift(UP)).animate.shift(UP), **SHORT)
        self.clear()
        self.play(m.Create(square), **SHORT)


class Clouds(m.Scene):
    """Clouds of points."""

    def construct(self) -> None:
        cloud = m.PointCloudDot(radius=1, density=10, color=m.BLUE)
        square = m.Square(color=m.YELLOW)
        self.add(square)
        self.wait(0.2)
        self.add(cloud)
        self.play(square.animate.rotate(1), **SHORT)
        self.play(cloud.animate.shift(RIGHT), **SHORT)
        self.remove(cloud)
        self.play(square.animate.shift(UP), **SHORT)


class ColouredByAnImage(m.Scene):
    """A shape shows a picture."""

    def construct(self) -> None:
        circle, square = m.Circle(fill_opacity=1, radius=2), m.Square(fill_opacity=0.5, color=m.RED)
        self.add(square)
        self.wait(0.2)
        m.Circle.color_using_background_image(circle, _background())
        self.add(circle)
        self.play(square.animate.shift(2 * RIGHT), **SHORT)
        self.play(circle.animate.shift(RIGHT), **SHORT)


def _background() -> str:
    """Store a picture in the media folder and return its name."""
    from PIL import Image

    folder = m.config.get_dir("media_dir")
    folder.mkdir(parents=True, exist_ok=True)
    Image.fromarray(picture(480, 854)).save(folder / "picture.png")
    return str(folder / "picture.png")


class ExchangedCamera(m.Scene):
    """Another camera takes over between two animations."""

    def construct(self) -> None:
        square = m.Square(fill_opacity=0.5)
        self.add(m.NumberPlane(), square)
        self.play(square.animate.shift(RIGHT), **SHORT)
        self.renderer.camera = m.Camera(background_color=m.GRAY, frame_width=20)
        self.play(square.animate.shift(RIGHT), **SHORT)
        self.renderer.camera = m.MovingCamera()
        self.play(square.animate.shift(UP), **SHORT)


class WrittenBackground(m.Scene):
    """Somebody writes into the background of the camera: between animations, and in every frame of one."""

    def construct(self) -> None:
        square, dot, ground = m.Square(fill_opacity=0.5), m.Dot(2 * LEFT), self.camera.background
        self.add(square, dot)
        self.wait(0.2)
        ground[:100, :200] = (200, 40, 90, 255)
        self.wait(0.2)
        ground[50:300, 150:400, 1] = 120
        self.play(dot.animate.shift(RIGHT), **SHORT)

        def write(_: Mobject) -> None:
            ground[:, :, 2] += 9

        self.remove(square)
        self.play(m.UpdateFromFunc(dot, write), **SHORT)
        self.add(square)
        self.play(m.UpdateFromFunc(dot, write), **SHORT)
        self.camera.background = ground // 2
        self.wait(0.2)


class MovingCameras(m.MovingCameraScene):
    """The camera moves and zooms, with and without other movements."""

    def construct(self) -> None:
        frame: Any = self.camera.frame
        square, circle = m.Square(fill_opacity=0.5), m.Circle(color=m.RED).shift(3 * RIGHT)
        self.add(m.NumberPlane(), square, circle)
        self.play(square.animate.rotate(0.5), **SHORT)
        frame.save_state()
        self.play(frame.animate.scale(0.5).move_to(circle), **SHORT)
        self.play(square.animate.shift(RIGHT), **SHORT)
        self.play(frame.animate.shift(UP), circle.animate.shift(UP), **SHORT)
        frame.scale(1.7)
        self.wait(0.2)
        self.play(m.Restore(frame), **SHORT)
        frame.add_updater(lambda one: one.move_to(circle))
        self.play(circle.animate.shift(LEFT), **SHORT)
        self.add(frame)
        self.play(self.camera.auto_zoom([square], margin=1), **SHORT)
        frame.stretch(2, 0)
        self.wait(0.2)


class ZoomedCameras(m.ZoomedScene):
    """A part of the scene is shown magnified in a corner."""

    def construct(self) -> None:
        dot, square = m.Dot(), m.Square(fill_opacity=0.3)
        self.add(square, dot)
        self.play(m.Create(m.Circle()), **SHORT)
        self.activate_zooming(animate=False)
        self.play(dot.animate.shift(0.3 * UR), **SHORT)
        self.play(self.zoomed_camera.frame.animate.shift(0.5 * LEFT).scale(2), **SHORT)


class MoreClouds(m.Scene):
    """Points on lines and areas, in groups."""

    def construct(self) -> None:
        line, area = m.Mobject1D(density=20), m.Mobject2D(density=15)
        line.add_line(LEFT, UP)
        area.add_points(np.random.default_rng(0).uniform(-1, 1, (50, 3)), color=m.RED)
        self.add(m.Circle(fill_opacity=0.3), m.PGroup(line, area), m.Point(2 * LEFT))
        self.play(line.animate.shift(RIGHT), **SHORT)
