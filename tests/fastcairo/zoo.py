"""Small scenes that show each family of mobjects and animations of Manim, none of which needs LaTeX."""

from typing import Any

import manim as m
import numpy as np
from manim import DOWN, LEFT, ORIGIN, OUT, PI, RIGHT, UL, UP, UR

SHORT: dict[str, Any] = {"run_time": 0.4}
"""Six frames."""
COLOURS = (m.RED, m.ORANGE, m.YELLOW, m.GREEN, m.BLUE)


def _picture(height: int = 24, width: int = 32) -> Any:
    """Return the pixels of a picture."""
    rows, columns = np.mgrid[:height, :width]
    red, green = rows * 255 // height, columns * 255 // width
    return np.stack([red, green, 255 - red, 155 + green // 3], axis=2).astype(np.uint8)


def _row(*mobjects: m.Mobject, **style: Any) -> m.VGroup:
    return m.VGroup(*mobjects).arrange(RIGHT, **style)


# Transforms


class Transforms(m.Scene):
    """Shapes become others."""

    def construct(self) -> None:
        square, circle, star = _row(m.Square(color=m.BLUE), m.Circle(fill_opacity=0.5), m.Star())
        self.add(m.NumberLine(), square, circle)
        self.play(m.Transform(square, star), **SHORT)
        self.play(m.ReplacementTransform(circle, m.Triangle().shift(2 * UP)), **SHORT)
        self.play(m.TransformFromCopy(square, m.Dot(3 * LEFT)), **SHORT)
        self.play(m.ClockwiseTransform(square, m.Annulus()), **SHORT)
        self.play(m.CounterclockwiseTransform(square, m.Ellipse(3, 1).shift(DOWN)), **SHORT)
        self.wait(0.2)


class TransformsOfOneself(m.Scene):
    """Mobjects go to a target, back to a state, or through a function."""

    def construct(self) -> None:
        shapes = _row(m.Square(), m.RegularPolygon(5, color=m.TEAL), m.Circle(fill_opacity=1), m.Cross())
        self.add(shapes)
        shapes[0].generate_target().shift(UP).set_fill(m.RED, 0.4)
        shapes[1].save_state()
        shapes[1].scale(0.3).shift(DOWN)
        self.play(m.MoveToTarget(shapes[0]), m.Restore(shapes[1]), **SHORT)
        self.play(m.ScaleInPlace(shapes[2], 1.5), m.ShrinkToCenter(shapes[3]), **SHORT)
        self.play(m.FadeToColor(shapes[0], m.GREEN), m.ApplyMatrix([[1, 0.3], [0, 1]], shapes[1]), **SHORT)
        self.play(m.ApplyPointwiseFunction(lambda p: p + 0.3 * np.sin(3 * p[::-1]), shapes), **SHORT)
        self.play(m.ApplyFunction(lambda one: one.scale(0.5).rotate(1), shapes), **SHORT)
        self.play(m.ApplyComplexFunction(lambda z: z**2 / 3, shapes), **SHORT)


class ManyTransforms(m.Scene):
    """Several mobjects change places or parts."""

    def construct(self) -> None:
        shapes = _row(m.Square(), m.Circle(color=m.RED, fill_opacity=0.7), m.Triangle(), buff=1)
        self.add(shapes)
        self.play(m.CyclicReplace(*shapes), **SHORT)
        self.play(m.Swap(shapes[0], shapes[2]), **SHORT)
        self.play(m.FadeTransform(shapes[0], m.Star(fill_opacity=1).shift(2 * UP)), **SHORT)
        self.play(m.FadeTransformPieces(_row(*shapes[1:]), _row(m.Dot(), m.Line()).shift(2 * DOWN)), **SHORT)
        words = m.Text("renal"), m.Text("learn").shift(UP)
        self.play(m.TransformMatchingShapes(*words), **SHORT)


class AnimateSyntax(m.Scene):
    """`.animate` in all its ways."""

    def construct(self) -> None:
        square, line = m.Square(), m.Line(2 * LEFT, 2 * RIGHT, color=m.YELLOW)
        self.add(line, square)
        self.play(square.animate.shift(RIGHT).set_fill(m.BLUE, 0.6), **SHORT)
        self.play(square.animate(rate_func=m.there_and_back).rotate(PI / 3), line.animate.scale(0.2), **SHORT)
        self.play(square.animate(path_arc=2).move_to(2 * UL), **SHORT)
        self.play(square.animate.set_z_index(3).move_to(line), **SHORT)


# Writing, fading, growing, pointing out


class Writes(m.Scene):
    """Lines are drawn and words are written."""

    def construct(self) -> None:
        word = m.Text("Write 12", color=m.YELLOW).shift(2 * UP)
        shapes = _row(m.Square(fill_opacity=0.4), m.Circle(), m.Star())
        self.play(m.Write(word), m.Create(shapes), **SHORT)
        self.play(m.Unwrite(word), m.Uncreate(shapes[0]), **SHORT)
        self.play(m.DrawBorderThenFill(m.Sector(fill_opacity=1).shift(DOWN)), **SHORT)
        self.play(m.ShowIncreasingSubsets(shapes), **SHORT)
        self.play(m.ShowSubmobjectsOneByOne(shapes.copy().shift(2 * DOWN)), **SHORT)
        self.play(m.SpiralIn(m.VGroup(m.Dot(), m.Square()).shift(LEFT)), **SHORT)


class Typing(m.Scene):
    """Text comes and goes by letters and words."""

    def construct(self) -> None:
        text = m.Text("a few words")
        self.play(m.AddTextLetterByLetter(text), **SHORT)
        self.play(m.RemoveTextLetterByLetter(text), **SHORT)
        cursor = m.Rectangle(color=m.GREY_A, fill_color=m.GREY_A, fill_opacity=1, height=1, width=0.3)
        typed = m.Text("typed").shift(UP)
        self.play(m.TypeWithCursor(typed, cursor), run_time=0.6)
        self.play(m.Blink(cursor, blinks=1, time_on=0.2, time_off=0.2))
        self.play(m.UntypeWithCursor(typed, cursor), run_time=0.6)


class Fades(m.Scene):
    """Mobjects fade in and out."""

    def construct(self) -> None:
        shapes = _row(m.Square(fill_opacity=1), m.Dot(), m.Text("fade"), buff=1)
        self.add(m.Rectangle(height=0.4, width=12, fill_opacity=0.3, color=m.RED))
        self.play(m.FadeIn(shapes[0], shift=UP), m.FadeIn(shapes[1], scale=3), m.FadeIn(shapes[2]), **SHORT)
        self.wait(0.2)
        self.play(m.FadeOut(shapes, target_position=2 * UR), **SHORT)
        self.play(m.FadeIn(shapes, target_position=3 * LEFT, rate_func=m.rush_from), **SHORT)
        self.wait(0.2)


class Growing(m.Scene):
    """Mobjects grow."""

    def construct(self) -> None:
        shapes = _row(m.Square(), m.Circle(), m.Triangle(fill_opacity=1), m.Arrow(LEFT, RIGHT), m.Star())
        self.play(
            m.GrowFromCenter(shapes[0]),
            m.GrowFromPoint(shapes[1], 2 * UP, point_color=m.RED),
            m.GrowFromEdge(shapes[2], DOWN),
            m.GrowArrow(shapes[3]),
            m.SpinInFromNothing(shapes[4]),
            run_time=0.6,
        )


class Indications(m.Scene):
    """Mobjects are pointed out."""

    def construct(self) -> None:
        square, word = m.Square(fill_opacity=0.3).shift(2 * LEFT), m.Text("look").shift(2 * RIGHT)
        self.add(square, word)
        self.play(m.FocusOn(square), m.Indicate(word), **SHORT)
        self.play(m.Flash(word), m.Wiggle(square), **SHORT)
        self.play(m.Circumscribe(word, fade_out=True), m.Circumscribe(square, m.Circle), **SHORT)
        self.play(m.ApplyWave(word), m.ShowPassingFlash(square.copy().set_color(m.RED)), **SHORT)
        passing = m.FunctionGraph(np.sin, color=m.PINK)
        self.play(m.ShowPassingFlashWithThinningStrokeWidth(passing), m.Broadcast(m.Circle(1)), **SHORT)


class Movements(m.Scene):
    """Mobjects move along paths and flows."""

    def construct(self) -> None:
        circle, square, dot = m.Circle(radius=2), m.Square(color=m.BLUE, fill_opacity=0.3), m.Dot(color=m.RED)
        self.add(circle, square, dot)
        self.play(m.MoveAlongPath(dot, circle), m.Rotate(square, PI / 2), **SHORT)
        self.play(m.Rotating(square, angle=PI, about_point=UP), **SHORT)
        self.play(m.Homotopy(lambda x, y, z, t: (x + t * np.sin(y), y, z), square), **SHORT)
        self.play(m.ComplexHomotopy(lambda z, t: z * (1 + 0.3j * t), square), **SHORT)
        self.play(m.PhaseFlow(lambda p: np.array([p[1], -p[0], 0]), circle, virtual_time=0.4), **SHORT)


# Groups of animations


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


# Updaters and time


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
        shapes = _row(m.Square(2), m.Circle(), m.Text("sheen"), m.Star()).set_fill(opacity=0.8)
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


# Who stands in the frame, and in which order


class ComingAndGoing(m.Scene):
    """Mobjects are added, removed, added again, replaced and cleared between plays."""

    def construct(self) -> None:
        shapes = [m.Square(fill_opacity=0.8, color=c).shift(0.5 * i * UR) for i, c in enumerate(COLOURS[:4])]
        self.add(*shapes)
        self.wait(0.2)
        self.remove(shapes[1])
        self.wait(0.2)
        self.add(shapes[1])
        self.play(shapes[0].animate.shift(0.3 * DOWN), **SHORT)
        self.replace(shapes[2], m.Circle(fill_opacity=1))
        self.bring_to_back(shapes[3])
        self.wait(0.2)
        self.bring_to_front(shapes[0])
        self.play(m.Create(m.Line(3 * LEFT, 3 * RIGHT)), **SHORT)
        self.clear()
        self.wait(0.2)
        self.play(m.FadeIn(shapes[0]), **SHORT)
        self.clear()
        self.play(m.Wait(0.2))


class Foregrounds(m.Scene):
    """Foreground mobjects stay in front of what moves."""

    def construct(self) -> None:
        front = m.Square(1, color=m.RED, fill_opacity=0.7)
        dot = m.Dot(2 * LEFT, radius=0.5)
        self.add_foreground_mobject(front)
        self.add(m.NumberPlane(), dot)
        self.play(dot.animate.shift(4 * RIGHT), **SHORT)
        self.wait(0.2)
        self.remove_foreground_mobject(front)
        self.play(dot.animate.shift(2 * LEFT), **SHORT)


class Heights(m.Scene):
    """`z_index` decides what lies above, and changes."""

    def construct(self) -> None:
        squares = [m.Square(fill_opacity=0.9, color=c).shift(0.4 * i * RIGHT) for i, c in enumerate(COLOURS[:5])]
        for square, height in zip(squares, (2, -1, 0, 5, 0), strict=True):
            square.set_z_index(height)
        self.add(*squares)
        self.play(squares[1].animate.shift(UP), **SHORT)
        squares[1].set_z_index(9)
        self.wait(0.2)
        self.play(squares[2].animate.shift(DOWN), squares[0].animate.set_z_index(-7), **SHORT)
        inner = m.VGroup(m.Circle(fill_opacity=1).set_z_index(1), m.Dot()).set_z_index(3, family=False)
        self.play(m.FadeIn(inner), **SHORT)


class Families(m.Scene):
    """Mobjects stand in several groups, and groups change while they move."""

    def construct(self) -> None:
        shared = m.Circle(fill_opacity=1, color=m.RED)
        one, other = (
            m.VGroup(m.Square(3, fill_opacity=0.5), shared),
            m.VGroup(shared, m.Triangle(fill_opacity=0.8)),
        )
        self.add(one, other)
        self.play(one.animate.shift(RIGHT), **SHORT)
        other.add(m.Dot(UP))
        one.remove(shared)
        self.wait(0.2)
        self.play(other.animate.shift(LEFT), **SHORT)
        one.submobjects.reverse()
        other.submobjects.reverse()
        self.play(shared.animate.scale(0.5), **SHORT)
        one.become(m.Star(color=m.YELLOW))
        self.wait(0.2)


class StillWaits(m.Scene):
    """In a still wait Manim draws all once more over what stands still."""

    def construct(self) -> None:
        self.add(m.Circle(fill_opacity=0.3), m.Line(3 * LEFT, 3 * UR), m.Text("still"))
        self.wait(0.3)
        self.wait(0.3)
        self.wait(0.2, frozen_frame=False)
        self.pause(0.2)
        self.add(m.Square(color=m.GREEN))
        self.wait(0.3)
        self.play(m.Wait(0.2), m.Create(m.Dot(2 * UP)))


class SkippedSections(m.Scene):
    """A section in the middle is skipped."""

    def construct(self) -> None:
        square = m.Square(fill_opacity=0.5)
        self.play(m.Create(square), **SHORT)
        self.next_section("unseen", skip_animations=True)
        self.play(square.animate.shift(2 * RIGHT), **SHORT)
        self.play(m.FadeIn(m.Circle()), **SHORT)
        self.wait(0.2)
        self.next_section("seen")
        self.play(square.animate.set_fill(m.RED), **SHORT)
        self.wait(0.2)


class Backgrounds(m.Scene):
    """The background changes, as do the pixels, by hand."""

    def construct(self) -> None:
        self.add(m.Square(fill_opacity=0.5))
        self.play(m.Create(m.Circle()), **SHORT)
        self.camera.background_color = m.ManimColor("#204060")
        self.play(m.Create(m.Dot(UP)), **SHORT)
        self.camera.background_opacity = 0.5
        self.clear()
        self.play(m.Create(m.Square(3)), **SHORT)
        self.renderer.camera.capture_mobjects([m.Star(fill_opacity=1)])
        self.wait(0.2)
        frame = self.renderer.get_frame()
        frame[100:200, 50:90] = 255
        self.renderer.add_frame(frame, 2)
        self.play(m.Create(m.Line(LEFT, 2 * UR)), **SHORT)
        self.renderer.camera.reset()
        self.wait(0.2)


class ZoomBeforeTheFirstMobject(m.Scene):
    """The frame of a camera that does not move is what it was when something was first drawn."""

    def construct(self) -> None:
        self.wait(0.2)
        self.camera.frame_width, self.camera.frame_height = 20, 11.25
        self.play(m.Create(m.Square()), **SHORT)
        self.camera.frame_center = UP
        self.wait(0.2)


# Mobjects


class Shapes(m.Scene):
    """Shapes, tips and dashes."""

    def construct(self) -> None:
        shapes = m.VGroup(
            m.Arc(),
            m.CurvedArrow(LEFT, RIGHT),
            m.CurvedDoubleArrow(LEFT, RIGHT),
            m.LabeledDot(m.Text("a")),
            m.AnnotationDot(),
            m.AnnularSector(),
            m.CubicBezier(LEFT, UP, DOWN, RIGHT),
            m.ArcPolygon(LEFT, UP, RIGHT),
            m.TangentialArc(m.Line(LEFT, RIGHT), m.Line(DOWN, UP), 0.5),
            m.DashedLine(LEFT, RIGHT, stroke_width=9),
            m.DashedVMobject(m.Circle(), num_dashes=9),
            m.TangentLine(m.Circle(), 0.2),
            m.Elbow(),
            m.DoubleArrow(LEFT, RIGHT, tip_shape_end=m.StealthTip, tip_shape_start=m.ArrowCircleTip),
            m.Vector(UR),
            m.Angle(m.Line(ORIGIN, RIGHT), m.Line(ORIGIN, UR)),
            m.RightAngle(m.Line(ORIGIN, RIGHT), m.Line(ORIGIN, UP)),
            m.RegularPolygram(7),
            m.RoundedRectangle(),
            m.Cutout(m.Square(fill_opacity=1), m.Dot()),
            m.ConvexHull(LEFT, UP, RIGHT, DOWN, ORIGIN),
            m.BackgroundRectangle(m.Dot(), color=m.GREY, buff=0.3),
            m.Underline(m.Square()),
            m.Brace(m.Line(LEFT, RIGHT)),
            m.ArcBrace(m.Arc()),
            m.LabeledLine(m.Text("x"), start=2 * LEFT, end=2 * RIGHT),
            m.ManimBanner().scale(0.3),
        ).arrange_in_grid(4, 7)
        shapes.scale_to_fit_width(12)
        self.add(shapes)
        self.wait(0.1)
        self.play(shapes.animate.rotate(0.2), m.Rotate(shapes[9], 1), **SHORT)
        self.play(m.Create(m.SurroundingRectangle(shapes[3], corner_radius=0.1)), **SHORT)


class BooleanOperations(m.Scene):
    """Shapes made of others."""

    def construct(self) -> None:
        square, circle = m.Square(fill_opacity=0.3), m.Circle(fill_opacity=0.3).shift(0.7 * UR)
        made = [
            kind(square, circle, color=colour, fill_opacity=0.6)
            for kind, colour in zip((m.Union, m.Intersection, m.Difference, m.Exclusion), COLOURS, strict=False)
        ]
        self.add(square, circle)
        self.play(*(one.animate.shift(2 * i * RIGHT + 3 * LEFT) for i, one in enumerate(made)), **SHORT)
        self.play(
            m.always_redraw(lambda: m.Intersection(square, circle, fill_opacity=1)).animate.shift(UP), **SHORT
        )


class Tables(m.Scene):
    """Tables of text."""

    def construct(self) -> None:
        table = m.Table([["1", "2"], ["3", "4"]], row_labels=[m.Text("a"), m.Text("b")], include_outer_lines=True)
        table.scale(0.6).to_edge(LEFT)
        entries = _row(m.Text("1"), m.Square(0.3), m.Dot()).to_edge(RIGHT)
        self.play(table.create(), run_time=0.6)
        self.add(entries)
        table.add_highlighted_cell((2, 2), color=m.GREEN)
        self.wait(0.2)
        self.play(table.get_entries((2, 3)).animate.set_color(m.RED), entries.animate.shift(LEFT), **SHORT)


class Codes(m.Scene):
    """Code, paragraphs and markup."""

    def construct(self) -> None:
        code = m.Code(code_string="for k in range(3):\n    weight -= alpha * slope", language="python")
        markup = m.MarkupText('one <span foreground="red">red</span> <b>bold</b>').to_edge(DOWN)
        paragraph = m.Paragraph("two", "lines", alignment="center").to_edge(UP)
        self.play(m.FadeIn(code), m.Write(markup), m.FadeIn(paragraph), **SHORT)
        self.play(code.code_lines[1].animate.set_color(m.YELLOW), paragraph.animate.shift(DOWN), **SHORT)


class Numbers(m.Scene):
    """Numbers that change, in Typst."""

    def construct(self) -> None:
        number = m.DecimalNumber(1.5, mob_class=m.MathTypst)
        count = m.Integer(7, mob_class=m.MathTypst).shift(UP)
        formula = m.MathTypst("sum_(k=1)^n k^2").shift(2 * UP)
        self.add(number, count, formula)
        self.play(m.ChangeDecimalToValue(number, 2.5), **SHORT)
        self.play(m.ChangingDecimal(count, lambda alpha: 7 + 3 * alpha), m.Write(formula), **SHORT)


class Graphs(m.Scene):
    """Graphs of vertices and edges."""

    def construct(self) -> None:
        graph = m.Graph([1, 2, 3, 4], [(1, 2), (2, 3), (3, 4), (1, 3)], layout="circular")
        directed = m.DiGraph([1, 2, 3], [(1, 2), (2, 3)], layout="circular").shift(4 * RIGHT)
        self.play(m.Create(graph), m.FadeIn(directed), **SHORT)
        self.play(graph[1].animate.shift(UP), directed[2].animate.shift(DOWN), **SHORT)
        self.play(graph.animate.add_vertices(5, positions={5: 3 * LEFT}), **SHORT)
        self.play(graph.animate.remove_vertices(2), **SHORT)


class Plots(m.Scene):
    """Axes, curves, areas and bars."""

    def construct(self) -> None:
        axes = m.Axes(x_range=(-3, 3), y_range=(-1, 5), x_length=6, y_length=4, tips=True).to_edge(LEFT)
        curve = axes.plot(lambda x: x**2 / 2, color=m.YELLOW)
        bars = m.BarChart(
            [1, 3, 2], y_range=[0, 4, 1], x_length=4, y_length=3, y_axis_config={"include_numbers": False}
        )
        bars.to_edge(RIGHT)
        self.add(axes, bars)
        self.play(m.Create(curve), **SHORT)
        self.play(m.FadeIn(axes.get_area(curve, (0, 2), color=(m.BLUE, m.GREEN))), **SHORT)
        self.play(m.Create(axes.get_riemann_rectangles(curve, (-2, 2), dx=0.5)), **SHORT)
        self.play(bars.animate.change_bar_values([3, 1, 2]), **SHORT)
        self.add(m.ImplicitFunction(lambda x, y: x * y - 1, color=m.RED, max_quads=200), m.UnitInterval())
        self.play(m.Create(m.ParametricFunction(lambda t: (np.cos(t), np.sin(3 * t), 0), t_range=(0, 6))), **SHORT)


class Planes(m.Scene):
    """Number planes are transformed."""

    def construct(self) -> None:
        plane = m.NumberPlane()
        self.play(m.Create(plane), **SHORT)
        self.play(plane.animate.apply_matrix([[1, 0.5], [0, 1]]), **SHORT)
        plane.prepare_for_nonlinear_transform(10)
        self.play(plane.animate.apply_function(lambda p: p + 0.2 * np.sin(p[[1, 0, 2]])), **SHORT)
        self.play(m.FadeIn(m.PolarPlane(size=4)), m.FadeOut(plane), **SHORT)
        self.add(m.ComplexPlane(x_range=(-2, 2), y_range=(-2, 2)).set_opacity(0.4), m.SampleSpace())
        self.wait(0.1)


class VectorFields(m.Scene):
    """Fields of arrows and streams."""

    def construct(self) -> None:
        def field(p: Any) -> Any:
            return np.array([p[1], -p[0], 0]) / 3

        arrows = m.ArrowVectorField(field, x_range=[-6, 6, 1.5], y_range=[-3, 3, 1.5])
        dot = m.Dot(UP, radius=0.3)
        self.add(arrows, dot)
        dot.add_updater(arrows.get_nudge_updater())
        self.wait(0.3)
        streams = m.StreamLines(
            field, x_range=[-3, 3, 1], y_range=[-2, 2, 1], stroke_width=3, max_anchors_per_line=10
        )
        self.add(streams)
        streams.start_animation(warm_up=False, flow_speed=2)
        self.wait(0.4)


class Vectors(m.VectorScene):
    """Manim's own scene of vectors."""

    def construct(self) -> None:
        self.add_plane(animate=False)
        vector = self.add_vector([2, 1], animate=False)
        self.play(m.GrowArrow(m.Vector([1, 2])), vector.animate.set_color(m.RED), **SHORT)


class Linear(m.LinearTransformationScene):
    """Manim's own scene of linear maps."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(show_coordinates=False, leave_ghost_vectors=True, **kwargs)

    def construct(self) -> None:
        self.add_vector([1, 1], animate=False)
        self.apply_matrix([[1, 1], [0, 1]], run_time=0.4)


# Images and points: Manim draws these frames


class Images(m.Scene):
    """Images come, move among shapes, and go."""

    def construct(self) -> None:
        image = m.ImageMobject(_picture()).scale_to_fit_height(2)
        square, dot = m.Square(3, fill_opacity=0.4, color=m.RED), m.Dot(2 * LEFT)
        self.play(m.Create(square), **SHORT)
        self.add(image)
        self.play(dot.animate.shift(RIGHT), **SHORT)
        self.play(image.animate.shift(RIGHT).rotate(0.4), **SHORT)
        self.play(m.FadeOut(image), square.animate.rotate(1), **SHORT)
        self.play(m.Group(dot, m.ImageMobject(_picture()).shift(UP)).animate.shift(UP), **SHORT)
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
    Image.fromarray(_picture(480, 854)).save(folder / "picture.png")
    return str(folder / "picture.png")


# Cameras


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


class Solids(m.ThreeDScene):
    """Solids, lit and turned, and a text that stays in the frame."""

    def construct(self) -> None:
        self.set_camera_orientation(phi=1.2, theta=-0.8)
        cube, words = m.Cube(fill_opacity=0.7), m.Text("fixed").to_corner(UL)
        self.add(m.Line3D(LEFT, UR + OUT, resolution=3), cube)
        self.add_fixed_in_frame_mobjects(words)
        self.play(m.Rotate(cube, 0.5, axis=OUT), **SHORT)
        self.move_camera(phi=0.6, theta=0.2, run_time=0.2)
        self.begin_ambient_camera_rotation(rate=1)
        self.wait(0.2)
        self.stop_ambient_camera_rotation()
        self.play(m.FadeIn(m.Sphere(resolution=(3, 4)).shift(2 * RIGHT)), run_time=0.2)
        self.add(m.Dot3D(2 * UP, resolution=(3, 3)))
        self.wait(0.1)


class SolidsInAPlane(m.Scene):
    """Mobjects of three dimensions before the usual camera."""

    def construct(self) -> None:
        surface = m.Surface(lambda u, v: np.array([u, v, u * v]), u_range=(-1, 1), v_range=(-1, 1), resolution=3)
        self.add(surface)
        self.play(surface.animate.rotate(1, RIGHT), **SHORT)
        self.play(m.Create(m.Tetrahedron().shift(2 * RIGHT)), m.FadeOut(surface), **SHORT)


# Odd ones


class OutOfFrame(m.Scene):
    """Mobjects leave the frame, are far away, huge, tiny or nowhere."""

    def construct(self) -> None:
        square, line = m.Square(fill_opacity=0.5), m.Line(1e6 * LEFT, 1e6 * RIGHT + UP, stroke_width=8)
        huge, nowhere = m.Circle(radius=1e5, fill_opacity=0.2, color=m.BLUE), m.Square()
        nowhere.points = np.full_like(nowhere.points, np.nan)
        self.add(huge, square, line, nowhere, m.Dot(radius=1e-9), m.VectorizedPoint(), m.VMobject())
        self.play(square.animate.shift(9 * RIGHT), **SHORT)
        self.play(line.animate.rotate(0.3), **SHORT)
        self.play(square.animate.shift(10 * LEFT + 4 * UP), huge.animate.shift(1e5 * UP), **SHORT)
        self.play(line.animate.shift(1e7 * RIGHT), square.animate.shift(1e9 * LEFT), **SHORT)
        nowhere.points = m.Square(2).points
        self.wait(0.2)


ZOO: dict[str, type[m.Scene]] = {
    name: one for name, one in globals().items() if isinstance(one, type) and one.__module__ == __name__
}
"""All of them."""
