"""Mobjects become others, come, go and are pointed out."""

import manim as m
import numpy as np
from manim import DOWN, LEFT, PI, RIGHT, UL, UP, UR

from tests.fastcairo.zoo.shared import SHORT, row


class Transforms(m.Scene):
    """Shapes become others."""

    def construct(self) -> None:
        square, circle, star = row(m.Square(color=m.BLUE), m.Circle(fill_opacity=0.5), m.Star())
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
        shapes = row(m.Square(), m.RegularPolygon(5, color=m.TEAL), m.Circle(fill_opacity=1), m.Cross())
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
        shapes = row(m.Square(), m.Circle(color=m.RED, fill_opacity=0.7), m.Triangle(), buff=1)
        self.add(shapes)
        self.play(m.CyclicReplace(*shapes), **SHORT)
        self.play(m.Swap(shapes[0], shapes[2]), **SHORT)
        self.play(m.FadeTransform(shapes[0], m.Star(fill_opacity=1).shift(2 * UP)), **SHORT)
        self.play(m.FadeTransformPieces(row(*shapes[1:]), row(m.Dot(), m.Line()).shift(2 * DOWN)), **SHORT)
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


class Writes(m.Scene):
    """Lines are drawn and words are written."""

    def construct(self) -> None:
        word = m.Text("Write 12", color=m.YELLOW).shift(2 * UP)
        shapes = row(m.Square(fill_opacity=0.4), m.Circle(), m.Star())
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
        shapes = row(m.Square(fill_opacity=1), m.Dot(), m.Text("fade"), buff=1)
        self.add(m.Rectangle(height=0.4, width=12, fill_opacity=0.3, color=m.RED))
        self.play(m.FadeIn(shapes[0], shift=UP), m.FadeIn(shapes[1], scale=3), m.FadeIn(shapes[2]), **SHORT)
        self.wait(0.2)
        self.play(m.FadeOut(shapes, target_position=2 * UR), **SHORT)
        self.play(m.FadeIn(shapes, target_position=3 * LEFT, rate_func=m.rush_from), **SHORT)
        self.wait(0.2)


class Growing(m.Scene):
    """Mobjects grow."""

    def construct(self) -> None:
        shapes = row(m.Square(), m.Circle(), m.Triangle(fill_opacity=1), m.Arrow(LEFT, RIGHT), m.Star())
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


class OtherChanges(m.Scene):
    """Rarer ways to change."""

    def construct(self) -> None:
        square, circle = m.Square(fill_opacity=0.4), m.Circle().shift(2 * RIGHT)
        self.add(square, circle)
        self.play(m.ApplyMethod(square.shift, 2 * LEFT), **SHORT)
        self.play(m.AddTextWordByWord(m.Paragraph("two words").shift(2 * UP)), **SHORT)
