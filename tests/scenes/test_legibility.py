"""The geometric check finds each fault that it is there to find."""

from collections.abc import Callable

import numpy as np
import pytest
from manim import Arrow, Circle, DashedLine, Dot, Line, Rectangle, Square, VMobject

from gdcore import ErrorCurve
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.direction.scene import LectureScene
from scenes.stage.machine.network import Network
from scenes.stage.type.text import Figures, Words
from tests.legibility import walk


def words(text: str, x: float, y: float, size: float = 0.3) -> Words:
    return Words(text, size=size, colour="#FFFFFF", at=(x, y))


def bowl(scene: LectureScene) -> Bowl:
    return Bowl(scene.theme, Box(-5, 0, -2, 2), ErrorCurve(1, 1), Window(-1, 3, 0, 4), 0)


def not_finite(scene: LectureScene) -> None:
    line = VMobject()
    line.points = np.array([[0, 0, 0], [1, 0, 0], [2, np.nan, 0], [3, 0, 0.0]])
    scene.add(line)


def off_the_frame(scene: LectureScene) -> None:
    scene.add(words("much too far to the right", 6.5, 0))


def in_the_subtitles(scene: LectureScene) -> None:
    scene.add(words("low", 0, -3.5))


def text_on_text(scene: LectureScene) -> None:
    scene.add(words("one", 0, 0), words("other", 0.2, 0.1))


def text_touching_text(scene: LectureScene) -> None:
    first = words("one", 0, 0)
    scene.add(first, Figures("1", size=0.3, colour="#FFFFFF", at=(first.get_right()[0], 0)))


def text_on_node(scene: LectureScene) -> None:
    scene.add(Network(scene.theme, (-2, 0)), words("over", -1.9, 0.3))


def text_on_dot(scene: LectureScene) -> None:
    scene.add(Dot((1, 0.1, 0)), words("over", 0.9, 0))


def text_on_curve(scene: LectureScene) -> None:
    plot = bowl(scene)
    scene.add(plot, words("bottom", plot.on_curve(1)[0], plot.on_curve(1)[1] - 0.05))


def line_through_text(scene: LectureScene) -> None:
    scene.add(Line((-1, 0.3, 0), (1, -0.1, 0)), words("struck out", -0.5, 0))


def line_beside_text_that_is_too_wide(scene: LectureScene) -> None:
    text = words("text", 0, 0)
    x = text.get_right()[0] + 0.05
    scene.add(text, Line((x, -1, 0), (x, 1, 0), stroke_width=20))


def side_of_a_square_through_text(scene: LectureScene) -> None:
    scene.add(Square(2), words("inside and out", 0.5, 0))


def circle_through_text(scene: LectureScene) -> None:
    scene.add(Circle(1), words("inside and out", 0.3, 0))


def dashes_through_text(scene: LectureScene) -> None:
    scene.add(DashedLine((0.1, -1, 0), (0.1, 1, 0)), words("words", 0, 0))


def tip_of_an_arrow_on_text(scene: LectureScene) -> None:
    text = words("goal", 0, 0)
    scene.add(text, Arrow((-2, 0.1, 0), (text.get_left()[0] + 0.1, 0.1, 0), buff=0))


def axis_through_text(scene: LectureScene) -> None:
    plot = bowl(scene)
    scene.add(plot, words("below and above", -3, plot.box.bottom - 0.1))


def tick_through_text(scene: LectureScene) -> None:
    scene.add(bowl(scene), words("high", -3.95, -2.2, size=0.2))  # between the tick at 0 and its name


def edge_of_a_filling_through_text(scene: LectureScene) -> None:
    panel = Rectangle(width=2, height=1, stroke_width=0, fill_color="#333333", fill_opacity=0.5)
    scene.add(panel, words("too long for its panel", -0.8, 0))


def panel_over_text(scene: LectureScene) -> None:
    scene.add(words("behind", -0.3, 0), Rectangle(width=4, height=2, stroke_width=0, fill_opacity=0.5))


def line_behind_what_is_not_opaque(scene: LectureScene) -> None:
    scene.add(
        Line((-1, 0.1, 0), (1, 0.1, 0)),
        Rectangle(width=3, height=1, fill_color="#000000", fill_opacity=0.5),
        words("text", -0.3, 0),
    )


def curve_out_of_axes(scene: LectureScene) -> None:
    plot = bowl(scene)
    plot.curve.points = plot.curve.points + (0, 0.5, 0)
    scene.add(plot)


def bowl_flat_on_the_axis(scene: LectureScene) -> None:
    scene.add(Bowl(scene.theme, Box(-5, 0, -2, 2), ErrorCurve(1, 1), Window(-1, 3, 0, 400), -1))


def bowl_as_thin_as_the_axis(scene: LectureScene) -> None:
    scene.add(Bowl(scene.theme, Box(-5, 0, -2, 2), ErrorCurve(1000, 1), Window(-100, 100, 0, 4), 0.002))


def hops_flat_on_the_axis(scene: LectureScene) -> None:
    plot = bowl(scene)
    for start, end in ((1.3, 0.7), (0.7, 1.2)):
        plot.leave(start, end)
    plot.show_weight(1.2)
    scene.add(plot)


def column_of_two_sizes(scene: LectureScene) -> None:
    for text, y in (("1", 0), ("123,456,789", -0.5)):
        scene.add(Figures(text, size=0.3, colour="#FFFFFF", at=(1, y), align="right", fit=1))


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (not_finite, "not finite"),
        (off_the_frame, "out of the frame"),
        (in_the_subtitles, "into the subtitles"),
        (text_on_text, "meets"),
        (text_touching_text, "meets"),
        (text_on_node, "lies on Node"),
        (text_on_dot, "lies on Dot"),
        (text_on_curve, "VMobject runs through Words 'bottom'"),
        (line_through_text, "Line runs through Words 'struck out'"),
        (line_beside_text_that_is_too_wide, "Line runs through"),
        (side_of_a_square_through_text, "Square runs through"),
        (circle_through_text, "Circle runs through"),
        (dashes_through_text, "Line runs through"),
        (tip_of_an_arrow_on_text, "runs through Words 'goal'"),
        (axis_through_text, "Line runs through Words 'below and above'"),
        (tick_through_text, "VMobject runs through Words 'high'"),
        (edge_of_a_filling_through_text, "Rectangle runs through"),
        (panel_over_text, "Rectangle lies over Words 'behind'"),
        (line_behind_what_is_not_opaque, "Line runs through"),
        (curve_out_of_axes, "leaves the axes"),
        (bowl_flat_on_the_axis, "the curve is squeezed"),
        (bowl_as_thin_as_the_axis, "the curve is squeezed"),
        (hops_flat_on_the_axis, "lies on the axis"),
        (column_of_two_sizes, "Figures '123,456,789' is set smaller than Figures '1'"),
    ],
)
def test_a_planted_fault_is_found(fault: Callable[[LectureScene], None], sentence: str) -> None:
    """A scene with one fault gets a sentence about it."""

    class Faulty(LectureScene):
        def construct(self) -> None:
            self.beat("only")
            fault(self)
            self.wait(1)

    assert any(sentence in problem for problem in walk(Faulty))


def test_what_is_hidden_or_around_a_text_is_no_fault() -> None:
    """A text may stand on a panel, beside lines, over what an opaque panel hides, and over what has faded away."""

    class Clean(LectureScene):
        def construct(self) -> None:
            self.beat("only")
            self.add(
                Line((-3, 0.1, 0), (-0.6, 0.1, 0)),
                Line((-1, 0.6, 0), (1, 1.6, 0)),
                Line((-1, 1.1, 0), (1, 1.1, 0), stroke_opacity=0),
                Rectangle(width=2, height=1, fill_color="#000000", fill_opacity=1).move_to((0, 1.1, 0)),
                words("hidden", -0.3, 1),
                words("beside", -0.4, 0),
            )
            self.wait(1)

    assert walk(Clean) == []


@pytest.mark.parametrize(
    ("curve", "weight"), [(ErrorCurve(0, 1), 0), (ErrorCurve(1, 1), 1), (ErrorCurve(1, 1), 2)]
)
def test_what_is_level_or_at_its_goal_is_not_squeezed(curve: ErrorCurve, weight: float) -> None:
    """A level line, and a dot that has no error, may lie as they are."""

    class Level(LectureScene):
        def construct(self) -> None:
            self.beat("only")
            self.add(Bowl(self.theme, Box(-5, 0, -2, 2), curve, Window(-1, 3, 0, 4), weight))
            self.wait(1)

    assert walk(Level) == []
