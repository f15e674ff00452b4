"""Scenes of other kinds than the lecture's, as anybody may write them; nothing in them was made to be quick.

Each lasts about 15 seconds, with pauses of a second or two between its steps, as where somebody explains them.
"""

from typing import Any

import manim as m
import numpy as np
from manim import DOWN, LEFT, RIGHT, TAU, UL, UP


class VectorField(m.Scene):
    """Arrows come, bend with a parameter, and a dot is carried along."""

    def construct(self) -> None:
        turn = m.ValueTracker(0.0)

        def flow(place: Any) -> Any:
            x, y, _ = place
            return np.array([-y, x, 0]) * np.cos(turn.get_value()) + np.array([x, y, 0]) * np.sin(turn.get_value())

        field = m.ArrowVectorField(flow, x_range=[-6, 6, 1], y_range=[-3, 3, 1])
        title = m.Text("Where does it flow?").to_edge(UP)
        self.play(m.Write(title))
        self.play(m.FadeOut(title), m.Create(field), run_time=2)
        self.wait(1.5)
        field.add_updater(lambda one: one.become(m.ArrowVectorField(flow, x_range=[-6, 6, 1], y_range=[-3, 3, 1])))
        self.add(field)
        self.play(turn.animate.set_value(1.2), run_time=3)
        field.clear_updaters()
        self.wait(1.5)
        dot = m.Dot(RIGHT, color=m.YELLOW)
        self.play(m.GrowFromCenter(dot))
        self.play(m.Rotate(dot, TAU, about_point=m.ORIGIN), run_time=3, rate_func=m.linear)
        self.wait(2)


class PlaneUnderAMatrix(m.Scene):
    """All lines of a plane move at once."""

    def construct(self) -> None:
        plane, title = m.NumberPlane(), m.Text("A shear", font_size=60).to_corner(UL).set_z_index(1)
        self.play(m.Create(plane), m.Write(title), run_time=2)
        self.wait()
        self.play(plane.animate.apply_matrix([[1, 1], [0, 1]]), run_time=3)
        self.wait(1.5)
        self.play(plane.animate.apply_matrix([[1, -1], [0.5, 0.5]]), run_time=3)
        self.wait(1.5)
        self.play(plane.animate.apply_matrix([[0, -1], [1, 0]]), run_time=2)
        self.wait()


class ManyDots(m.Scene):
    """Hundreds of dots find their places."""

    def construct(self) -> None:
        draw = np.random.default_rng(1)
        dots = m.VGroup(*(m.Dot([*draw.uniform((-6, -3.5), (6, 3.5)), 0], 0.05, color=m.BLUE) for _ in range(400)))
        self.play(m.LaggedStart(*(m.FadeIn(dot) for dot in dots), lag_ratio=0.01), run_time=3)
        self.wait()
        self.play(dots.animate.arrange_in_grid(16, 25, buff=0.25), run_time=3)
        self.wait(1.5)
        self.play(dots.animate.set_color_by_gradient(m.RED, m.YELLOW), run_time=2)
        self.wait(1.5)
        self.play(dots.animate.rotate(m.PI / 2).scale(0.8), run_time=2)
        self.wait()


class TextWriting(m.Scene):
    """Lines of text are written, marked and exchanged."""

    def construct(self) -> None:
        lines = ("A computer learns", "by making mistakes,", "and by asking of each one", "which way is down.")
        text = m.VGroup(*(m.Text(line, font_size=64) for line in lines)).arrange(DOWN)
        for line in text:
            self.play(m.Write(line), run_time=1.5)
            self.wait(0.8)
        self.wait()
        self.play(m.Indicate(text[3], color=m.YELLOW))
        self.play(m.FadeOut(text[:3]), text[3].animate.move_to(2 * UP))
        self.play(m.AddTextLetterByLetter(m.Text("down, down, down", font_size=72)), run_time=2)
        self.wait()


class MovingCamera(m.MovingCameraScene):
    """The camera follows a dot on a curve, and returns."""

    def construct(self) -> None:
        frame: Any = self.camera.frame
        axes = m.Axes(x_range=[-5, 5], y_range=[-3, 3])
        curve = axes.plot(lambda x: 2 * np.sin(x), color=m.TEAL)
        dot, along = m.Dot(color=m.YELLOW), m.ValueTracker(-5.0)
        dot.add_updater(lambda one: one.move_to(axes.c2p(along.get_value(), 2 * np.sin(along.get_value()))))
        self.play(m.Create(axes), m.Create(curve), run_time=2)
        self.wait()
        self.add(dot)
        frame.save_state()
        self.play(frame.animate.scale(0.4).move_to(dot), run_time=2)
        self.wait()
        frame.add_updater(lambda one: one.move_to(dot))
        self.play(along.animate.set_value(5), run_time=5, rate_func=m.linear)
        frame.clear_updaters()
        self.play(m.Restore(frame))
        self.play(m.Write(m.Text("2 sin x", color=m.TEAL).to_corner(UL)))
        self.wait(1.5)


class TracedPath(m.Scene):
    """A wheel rolls, and a point of it leaves a trace; a number counts the turns."""

    def construct(self) -> None:
        line = m.Line(7 * LEFT, 7 * RIGHT).shift(2 * DOWN)
        wheel = m.VGroup(m.Circle(0.8), m.Line(m.ORIGIN, 0.8 * DOWN), m.Dot(0.8 * DOWN, color=m.YELLOW))
        wheel.move_to(1.2 * DOWN + 5.5 * LEFT, aligned_edge=m.ORIGIN)
        turns = m.DecimalNumber(0, mob_class=m.Text, num_decimal_places=2).to_corner(UL)
        rolled = m.ValueTracker(0.0)
        turns.add_updater(lambda one: one.set_value(rolled.get_value() / TAU))
        self.play(m.Create(line), m.FadeIn(wheel, shift=DOWN), m.Write(turns))
        self.wait()
        self.add(m.TracedPath(wheel[2].get_center, stroke_color=m.YELLOW, stroke_width=5))

        def roll(one: m.Mobject, dt: float) -> None:
            one.rotate(-1.3 * dt, about_point=wheel[0].get_center()).shift(1.3 * 0.8 * dt * RIGHT)

        wheel.add_updater(roll)
        self.play(rolled.animate.set_value(13), run_time=10, rate_func=m.linear)
        wheel.clear_updaters()
        self.wait()
        self.play(m.Write(m.Text("a cycloid").to_edge(UP)))
        self.wait(1.5)


class Table(m.Scene):
    """A table is drawn, and its rows are lit one after the other."""

    def construct(self) -> None:
        rows = [[f"{10 * i + j}" for j in range(5)] for i in range(6)]
        table = m.Table(rows, include_outer_lines=True).scale(0.7)
        self.play(table.create(), run_time=3)
        self.wait(1.5)
        for row in table.get_rows()[:4]:
            self.play(row.animate.set_color(m.YELLOW), run_time=0.7)
            self.wait()
        self.play(table.animate.scale(0.5).to_edge(LEFT))
        self.play(m.Write(m.Text("ten more\nfrom row to row")))
        self.wait(1.5)


class GraphOfFunctions(m.Scene):
    """Curves, an area under one of them, and a tangent that slides along."""

    def construct(self) -> None:
        axes = m.Axes(x_range=[0, 10], y_range=[-2, 2])
        sine, other = axes.plot(np.sin, color=m.BLUE), axes.plot(lambda x: np.cos(x) / 2, color=m.RED)
        self.play(m.Create(axes))
        self.play(m.Create(sine), m.Create(other), run_time=2)
        self.wait()
        self.play(m.FadeIn(axes.get_area(sine, x_range=(0, 3), color=m.BLUE, opacity=0.4)))
        self.wait(1.5)
        at = m.ValueTracker(1.0)

        def tangent() -> Any:
            return m.TangentLine(sine, alpha=at.get_value() / 10, length=4, color=m.YELLOW)

        self.add(m.always_redraw(tangent))
        self.play(at.animate.set_value(9), run_time=5)
        self.wait()
        self.play(m.Write(m.Text("How steep is it?").to_edge(UP)))
        self.wait(1.5)


class Image(m.Scene):
    """A picture comes, grows and turns under a caption."""

    def construct(self) -> None:
        y, x = np.mgrid[:400, :600]
        pixels = np.stack([x * 255 // 600, y * 255 // 400, (x + y) % 256, np.full_like(x, 255)], 2)
        image = m.ImageMobject(pixels.astype(np.uint8)).scale_to_fit_height(3)
        caption = m.Text("A picture").next_to(image, DOWN)
        self.play(m.FadeIn(image), m.Write(caption))
        self.wait()
        self.play(image.animate.scale(1.5).shift(UP), run_time=2)
        self.wait()
        self.play(image.animate.rotate(0.5), run_time=2)
        self.wait(1.5)
        self.play(m.Circumscribe(caption), run_time=2)
        self.wait()
        self.play(image.animate.rotate(-0.5).scale(0.7), run_time=2)
        self.wait(1.5)


class ThreeDimensions(m.ThreeDScene):
    """A surface over axes, and a camera that goes round it."""

    def construct(self) -> None:
        def height(u: float, v: float) -> Any:
            return np.array([u, v, np.exp(-u * u - v * v) * 2])

        surface = m.Surface(height, u_range=(-2, 2), v_range=(-2, 2), resolution=(16, 16))
        self.set_camera_orientation(phi=1.1, theta=0.6)
        self.add(m.ThreeDAxes())
        title = m.Text("A hill").to_corner(UL)
        self.add_fixed_in_frame_mobjects(title)
        self.play(m.Write(title))
        self.play(m.Create(surface), run_time=2)
        self.wait()
        self.begin_ambient_camera_rotation(rate=0.3)
        self.wait(5)
        self.stop_ambient_camera_rotation()
        self.wait(1.5)
        self.move_camera(phi=0.4, run_time=2)
        self.wait(2)


class LongRest(m.Scene):
    """Little happens, and then nothing for long."""

    def construct(self) -> None:
        text = m.Text("Which way is down?", font_size=72)
        self.play(m.FadeIn(text, shift=UP))
        self.wait(8)
        self.play(text.animate.set_color(m.YELLOW))
        self.wait(5)


class FullFrameFade(m.Scene):
    """A full picture fades into another one."""

    def construct(self) -> None:
        squares = m.VGroup(*(m.Square(0.9, fill_opacity=0.8) for _ in range(112))).arrange_in_grid(8, 14, buff=0.1)
        squares.set_color_by_gradient(m.BLUE, m.GREEN, m.YELLOW)
        circles = m.VGroup(*(m.Circle(0.45, fill_opacity=0.8) for _ in range(112))).arrange_in_grid(
            8, 14, buff=0.1
        )
        self.play(m.FadeIn(squares), run_time=2)
        self.wait(1.5)
        self.play(m.FadeOut(squares), m.FadeIn(circles), run_time=3)
        self.wait(1.5)
        self.play(circles.animate.set_color(m.GREEN), run_time=2)
        self.wait(1.5)
        self.play(m.FadeOut(circles), run_time=2)
        self.wait()
