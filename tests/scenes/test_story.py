"""Questions, guesses, answers, light and posters: what the scenes of the second cut have in common."""

from typing import Any

import numpy as np
import pytest
from manim import Circle, Dot, Mobject, Square, VGroup, linear

from lecture.engine.walk import walk
from scenes.settings.theme import THEMES
from scenes.stage.direction.headline import GuessDots, Headline
from scenes.stage.direction.moves import Appear, Shade, exchange
from scenes.stage.direction.script import Line
from scenes.stage.direction.story import StoryScene
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.text import DIGIT_HEIGHT, Words

FRAMES = {"wide": (128 / 9, 8.0), "old": (128 / 9, 32 / 3), "tall": (128 / 9, 128 * 16 / 81)}
"""16:9, 4:3 and 9:16, as scenes are drawn in them."""


@pytest.mark.parametrize("size", FRAMES.values(), ids=FRAMES)
def test_text_is_large_enough_for_a_hall(size: tuple[float, float]) -> None:
    """At 1080 pixels along the shorter side, digits are as high as the tenth row needs."""
    layout = Layout(*size)
    pixels = 1080 / min(size) * DIGIT_HEIGHT[False]
    assert layout.question * pixels > layout.title * pixels >= 40
    assert layout.number * pixels >= 36
    assert layout.word * pixels >= 28
    assert layout.tick * pixels >= 24
    assert layout.word * pixels * 0.7 >= 20, "exponents"


@pytest.mark.parametrize("size", FRAMES.values(), ids=FRAMES)
def test_parts_share_the_room_without_touching(size: tuple[float, float]) -> None:
    """Beside each other in a wide frame, below in a tall one; all of them inside."""
    layout = Layout(*size)
    room, (one, other) = layout.room, layout.parts(2, 1)
    assert -layout.width / 2 < room.left < room.right < layout.width / 2
    assert -layout.height / 2 < room.bottom < room.top < layout.headline[1]
    if layout.is_wide:
        assert one.right + 0.5 * layout.unit == pytest.approx(other.left)
        assert one.width == pytest.approx(2 * other.width)
        assert (one.left, other.right) == pytest.approx((room.left, room.right))
    else:
        assert one.bottom - 0.5 * layout.unit == pytest.approx(other.top)
        assert (one.top, other.bottom) == pytest.approx((room.top, room.bottom))


def test_a_box_is_parted_and_cut() -> None:
    """Boxes know their size and their middle."""
    box = Box(0, 4, 0, 2)
    assert (box.width, box.height, box.centre) == (4, 2, (2, 1))
    assert box.within(left=1, top=0.5) == Box(1, 4, 0, 1.5)
    assert box.down([1, 1], 0) == [Box(0, 4, 1, 2), Box(0, 4, 0, 1)]


def opacity(mobject: Mobject) -> float:
    return max(float(part.get_fill_opacity()) for part in mobject.family_members_with_points())  # type: ignore[attr-defined]


def test_old_text_leaves_before_new_comes() -> None:
    """At no time are both seen."""
    old, new = (Words(text, size=1, colour="#FFFFFF", at=(0, 0)) for text in ("old", "new"))
    animations = exchange(old, new)
    for animation in animations:
        animation.begin()
    seen = []
    for time in np.linspace(0, 1, 41):
        for animation in animations:
            animation.interpolate(time)
        seen.append((opacity(old), opacity(new)))
    assert all(min(pair) == 0 for pair in seen)
    assert seen[0] == (1, 0)
    assert seen[-1] == (0, 1)


class Story(StoryScene):
    """A question with a guess, its answer, something in the light, and a poster."""

    def construct(self) -> None:
        self.beat("asked")
        self.circle, self.square, self.dot = Circle(fill_opacity=0.5), Square(), Dot()
        self.pair = VGroup(self.circle, self.square)
        self.add(self.pair, self.dot)
        self.place_question("A statement.\nA question?")
        self.ask(Line("What is it?", context="Another question?"))
        self.guess()
        self.beat("revealed")
        self.reveal(Line("It is this.", context="An answer"))
        self.play(*self.spotlight(self.circle))
        self.wait(1)
        self.beat("lit")
        self.play(*self.spotlight())
        self.wait(1)
        self.beat("poster")
        self.poster(Line("So it is.", context="A takeaway"), Appear(Square()))
        self.wait(2)


def shown(scene: Any) -> tuple[list[str], list[float]]:
    """Return the lines at the top, and how opaque the circle, the square and the dot are."""
    lines = [words.markup for words in scene.context_text]
    return lines, [float(part.get_stroke_opacity()) for part in (scene.circle, scene.square)] + [
        float(scene.dot.get_fill_opacity())
    ]


def test_a_story_shows_one_line_at_a_time_and_keeps_its_light() -> None:
    """Each takes the place of the one before, dots of a guess go, and what was dimmed comes back as it was."""
    found: dict[str, Any] = {}

    def look(scene: Any, section: str) -> None:
        found[section] = shown(scene)
        assert not [one for one in scene.mobjects if isinstance(one, GuessDots)]
        assert [one for one in scene.mobjects if isinstance(one, Headline)] == [scene.context_text]

    walk(Story, look)
    assert found == {
        "asked": (["Another question?"], [1, 1, 1]),
        "revealed": (["An answer"], [1, 0.4, 0.4]),
        "lit": (["An answer"], [1, 1, 1]),
        "poster": (["A takeaway"], [1, 1, 1]),
    }


def test_shade_goes_from_where_it_is() -> None:
    """Dimmed halfway, something may be dimmed on or brought back, and it keeps what it has of its own."""
    circle = Circle(fill_opacity=0.5)
    for share, seen in ((0.4, 0.2), (0.6, 0.3), (1, 0.5)):
        animation = Shade(circle, share, rate_func=linear)
        animation.begin()
        animation.interpolate(0.5)
        animation.interpolate(1)
        assert circle.get_fill_opacity() == pytest.approx(seen)


def test_dots_of_a_guess_fill_one_after_the_other() -> None:
    """First, second, third; all are full at the end."""
    layout = Layout(*FRAMES["wide"])
    dots = GuessDots(THEMES["dark"], layout)
    rows = []
    for time in (0, 0.25, 0.5, 1):
        dots.fill(time)
        rows.append([round(float(dot.get_fill_opacity()), 1) for dot in dots])
    assert rows == [[0, 0, 0], [0.9, 0, 0], [1, 0.8, 0], [1, 1, 1]]
    assert dots.get_right()[0] <= layout.right + 0.03
    assert dots.get_bottom()[1] >= layout.floor


@pytest.mark.parametrize("size", FRAMES.values(), ids=FRAMES)
def test_a_line_that_is_too_wide_is_broken(size: tuple[float, float]) -> None:
    """It stays in the frame, and hardly gets smaller."""
    layout, theme = Layout(*size), THEMES["dark"]
    text = "Each step overshoots, and each of them lands nearer to the goal than the one before it"
    for centred in (False, True):
        line = Headline((text,), layout, layout.title, (theme.ink,), centred=centred)
        assert line.get_left()[0] >= layout.left - 0.05
        assert line.get_right()[0] <= layout.right + 0.05
        assert line[0].height > 1.2 * layout.title
