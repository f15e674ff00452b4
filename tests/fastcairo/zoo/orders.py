"""Who stands in the frame, and in which order."""

import manim as m
import numpy as np
from manim import DOWN, LEFT, RIGHT, UP, UR, Mobject

from tests.fastcairo.zoo.shared import COLOURS, SHORT


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


class _Shy(m.VGroup):
    """Keeps its submobjects to itself."""

    def get_family(self, recurse: bool = True) -> list[Mobject]:
        return [self]


class OwnFamilies(m.Scene):
    """Mobjects say by themselves what their families are: whole classes, and single ones."""

    def construct(self) -> None:
        hidden = _Shy(m.Circle(fill_opacity=1, color=m.RED))
        single = m.VGroup(m.Square(), m.Square(fill_opacity=1).shift(UP))
        dot = m.Dot(3 * LEFT)
        self.add(hidden, m.VGroup(_Shy(m.Triangle()), m.Line(LEFT, RIGHT)), single, dot)
        self.wait(0.2)
        single.get_family = lambda recurse=True: [single, single.submobjects[1]]
        self.play(dot.animate.shift(RIGHT), **SHORT)
        del single.get_family
        self.play(dot.animate.shift(UP), **SHORT)


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
