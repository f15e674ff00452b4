"""The geometric check finds each fault that it is there to find."""

from collections.abc import Callable

import numpy as np
import pytest
from manim import Dot, VMobject

from gdcore import ErrorCurve
from scenes.stage.bowl import Bowl
from scenes.stage.network import Network
from scenes.stage.plot import Box, Window
from scenes.stage.scene import LectureScene
from scenes.stage.text import Figures, Words
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


def badge_on_its_parents_text(scene: LectureScene) -> None:
    network = Network(scene.theme, (-2, 0))
    network.prediction.value.write("12345")
    network.delta.at = (0.4, 0.0)
    network.delta.write(0.5)
    scene.add(network, network.delta)


def text_on_dot(scene: LectureScene) -> None:
    scene.add(Dot((1, 0.1, 0)), words("over", 0.9, 0))


def text_on_curve(scene: LectureScene) -> None:
    plot = bowl(scene)
    scene.add(plot, words("bottom", plot.on_curve(1)[0], plot.on_curve(1)[1] - 0.05))


def curve_out_of_axes(scene: LectureScene) -> None:
    plot = bowl(scene)
    plot.curve.points = plot.curve.points + (0, 0.5, 0)
    scene.add(plot)


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (not_finite, "not finite"),
        (off_the_frame, "out of the frame"),
        (in_the_subtitles, "into the subtitles"),
        (text_on_text, "meets"),
        (text_touching_text, "meets"),
        (text_on_node, "lies on Node"),
        (badge_on_its_parents_text, "lies on Badge"),
        (text_on_dot, "lies on Dot"),
        (text_on_curve, "lies on the curve"),
        (curve_out_of_axes, "leaves the axes"),
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


def test_a_badge_may_cover_the_rim_of_its_parent() -> None:
    """Badges where the network puts them are no fault."""

    class Badged(LectureScene):
        def construct(self) -> None:
            self.beat("only")
            network = Network(self.theme, (-2, 0))
            network.show_values(0.88, 1.1, 0.968, 0.0282)
            network.delta.write(0.168)
            network.weight_delta.write(0.1848)
            self.add(network, network.delta, network.weight_delta)
            self.wait(1)

    assert walk(Badged) == []
