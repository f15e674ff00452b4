"""Animations in groups, updaters, and styles that change."""

import manim as m
from manim import DOWN, LEFT, ORIGIN, RIGHT, UP, UR

from tests.fastcairo.zoo.shared import SHORT, row


class LaggedStarts(m.Scene):
    """Animations start one after another."""

    def construct(self) -> None:
        dots = m.VGroup(*(m.Dot(radius=0.2) for _ in range(20))).arrange_in_grid(4, 5)
        self.play(m.LaggedStart(*(m.FadeIn(dot, shift=UP) for dot in dots), lag_ratio=0.1), run_time=0.6)
        self.play(m.LaggedStartMap(m.Indicate, dots[:6]), **SHORT)
        self.play(m.AnimationGroup(m.Create(m.Square()), dots[3].animate.shift(2 * UP), lag_ratio=0.5), **SHORT)
        self.play(m.Succession(m.FadeOut(dots[0]), m.Create(m.Circle()), m.Wait(0.2)), run_time=0.6)
        self.play(
            m.ChangeSpeed(dots.animate.shift(RIGHT), speedinfo={0.3: 0.5, 0.6: 1}, affects_speed_updaters=False)
        )
        self.play(m.Succession(m.Add(m.Square(0.4)), m.Create(m.Circle())), **SHORT)


class RunTimes(m.Scene):
    """Run times shorter than a frame, rate functions that go too far and back."""

    def construct(self) -> None:
        square = m.Square(fill_opacity=1)
        self.play(m.FadeIn(square), run_time=1 / 60)
        self.play(square.animate.shift(RIGHT), rate_func=m.there_and_back_with_pause, **SHORT)
        self.play(square.animate.shift(RIGHT), rate_func=m.rate_functions.ease_out_elastic, **SHORT)
        self.play(square.animate.shift(LEFT), rate_func=m.linear, run_time=0.37)
        self.wait(1 / 60)
        self.wait(0.31)


class Updaters(m.Scene):
    """Mobjects follow others, time and trackers."""

    def construct(self) -> None:
        tracker = m.ValueTracker(0.2)
        dot = m.always_redraw(lambda: m.Dot(tracker.get_value() * RIGHT, color=m.YELLOW))
        label = m.Text("x").add_updater(lambda one: one.next_to(dot, UP))
        clock = m.Line(ORIGIN, UP).add_updater(lambda one, dt: one.rotate(dt, about_point=ORIGIN))
        self.add(m.Axes(), dot, label, clock)
        self.play(tracker.animate.set_value(3), **SHORT)
        self.wait(0.3)
        clock.suspend_updating()
        self.wait(0.2)
        self.play(m.UpdateFromFunc(label, lambda one: one.scale(0.9)), tracker.animate.set_value(1), **SHORT)
        self.play(m.UpdateFromAlphaFunc(clock, lambda one, alpha: one.set_stroke(width=10 * alpha)), **SHORT)
        self.play(m.MaintainPositionRelativeTo(label, clock), clock.animate.shift(RIGHT), **SHORT)


class UpdatersOfTheScene(m.Scene):
    """The scene itself has updaters, and waits until something has happened."""

    def construct(self) -> None:
        square, circle = m.Square(), m.Circle(color=m.BLUE)
        self.add(square, circle)
        self.time_passed = 0.0

        def pass_time(dt: float) -> None:
            self.time_passed += dt
            square.rotate(dt)

        self.add_updater(pass_time)
        self.wait_until(lambda: self.time_passed > 0.4, max_time=1)
        self.remove_updater(pass_time)
        m.turn_animation_into_updater(m.Rotating(circle, angle=1, about_point=LEFT, run_time=0.3))
        self.wait(0.5)
        m.cycle_animation(m.FadeToColor(square, m.RED, run_time=0.2))
        self.wait(0.5)
        self.wait(0.2, frozen_frame=True)


class Traces(m.Scene):
    """Paths grow behind what moves, and boundaries change for ever."""

    def construct(self) -> None:
        dot = m.Dot(2 * LEFT)
        trace = m.TracedPath(dot.get_center, stroke_width=6, dissipating_time=0.3, stroke_opacity=[0, 1])
        boundary = m.AnimatedBoundary(m.Square(3), colors=[m.RED, m.GREEN, m.BLUE], cycle_rate=3)
        self.add(trace, dot, boundary)
        self.play(m.MoveAlongPath(dot, m.ArcBetweenPoints(2 * LEFT, 2 * RIGHT)), run_time=0.6)
        self.wait(0.3)


class StrokesInTime(m.Scene):
    """Strokes change their width, colour, opacity, joints and caps."""

    def construct(self) -> None:
        star, line = m.Star(7, color=m.BLUE), m.Line(3 * LEFT, 3 * RIGHT)
        self.add(line, star)
        self.play(star.animate.set_stroke(m.RED, 40), line.animate.set_stroke(width=0), **SHORT)
        self.play(star.animate.set_stroke(opacity=0.2), line.animate.set_stroke(width=25, opacity=0.5), **SHORT)
        star.set_stroke(width=30, background=True)
        self.play(star.animate.set_stroke(m.GREEN, 12), **SHORT)
        for joint, cap in zip(m.LineJointType, m.CapStyleType, strict=True):
            star.joint_type = joint
            line.set_cap_style(cap)
            self.play(star.animate.rotate(0.1), line.animate.shift(0.2 * UP), run_time=0.2)


class ColoursInTime(m.Scene):
    """Colours, gradients and sheen change."""

    def construct(self) -> None:
        shapes = row(m.Square(2), m.Circle(), m.Text("sheen"), m.Star()).set_fill(opacity=0.8)
        shapes[0].set_color_by_gradient(m.RED, m.BLUE, m.YELLOW)
        shapes[1].set_sheen(-0.5, UR)
        shapes[2].set_color_by_gradient(m.RED, m.GREEN)
        shapes[3].set_stroke(color=[m.RED, m.WHITE, m.BLUE], width=12).set_sheen_direction(UP)
        self.add(shapes)
        self.play(shapes.animate.set_sheen_direction(DOWN), **SHORT)
        self.play(shapes[0].animate.set_color([m.GREEN, m.PURPLE]), shapes[1].animate.shift(UP), **SHORT)
        self.play(shapes.animate.set_opacity(0.3), **SHORT)
        shapes[0].add(m.Dot(3 * UP))  # widens what the gradient spans
        self.wait(0.2)
        self.play(shapes[0][0].animate.shift(2 * LEFT), **SHORT)
