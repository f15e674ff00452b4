"""Copies of mobjects: made sooner, and the same in every respect."""

from typing import Any

import numpy as np
import pytest
from manim import DOWN, RIGHT, Circle, DecimalNumber, Integer, MathTypst, Mobject, Square, VGroup, tempconfig

from fastcairo.copies import clone, quick_copies

VALUES = (0, 3.14159, -2.5, 1234567.891, -0.0004, 99.995, 10)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Any) -> Any:
    """Let Typst write into a folder of its own."""
    with tempconfig({"media_dir": str(tmp_path)}):
        yield


def rolled(number_class: Any, **style: Any) -> list[Any]:
    """Return all points and colours of a number as it rolls."""
    number = number_class(0.0, mob_class=MathTypst, **style).shift(DOWN + 2 * RIGHT)
    seen = []
    for value in VALUES:
        number.set_value(value)
        number.scale(0.9)
        seen += [
            (part.points.copy(), part.fill_rgbas.copy(), part.stroke_rgbas.copy()) for part in number.get_family()
        ]
    return seen


@pytest.mark.parametrize(
    ("number_class", "style"),
    [
        (DecimalNumber, {"num_decimal_places": 3}),
        (DecimalNumber, {"include_sign": True, "font_size": 30, "color": "#FF8800"}),
        (DecimalNumber, {"edge_to_fix": RIGHT, "group_with_commas": False, "fill_opacity": 0.5}),
        (Integer, {"stroke_width": 2}),
    ],
)
def test_numbers_roll_as_manims_do(number_class: Any, style: dict[str, Any]) -> None:
    """Every point and every colour is the same, to the last bit."""
    expected = rolled(number_class, **style)
    with quick_copies():
        found = rolled(number_class, **style)
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        assert all(np.array_equal(a, b) for a, b in zip(one, other, strict=True))


def test_a_clone_is_a_copy() -> None:
    """It has what Manim's copy has, and nothing that changes is shared."""
    glyph = MathTypst("5")
    twin = clone(glyph, {})
    copied = glyph.copy()
    assert vars(twin).keys() == vars(copied).keys()
    for one, other in zip(twin.get_family(), copied.get_family(), strict=True):
        assert type(one) is type(other)
        assert np.array_equal(one.points, other.points)
    twin.shift(RIGHT).set_color("#FF0000").submobjects.append(Mobject())
    assert all(
        np.array_equal(a.points, b.points) for a, b in zip(glyph.get_family(), copied.get_family(), strict=True)
    )
    assert glyph.submobjects[0].fill_color == copied.submobjects[0].fill_color


def test_a_clone_keeps_what_hangs_together() -> None:
    """A part that is held twice is one part in the clone, too, also where it holds its holder."""
    glyph = MathTypst("5")
    glyph.again = glyph.submobjects[0]
    glyph.again.holder = [glyph]
    twin = clone(glyph, {})
    assert twin.again is twin.submobjects[0]
    assert twin.again.holder[0] is twin
    assert twin is not glyph


class _Counted(Circle):
    """Knows how often it was copied, and sees its attributes being set."""

    def __deepcopy__(self, memo: Any) -> Any:
        twin = super().__deepcopy__(memo)
        twin.copies = getattr(self, "copies", 0) + 1
        return twin


class _Watchful(Square):
    def __setattr__(self, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        super().__setattr__("seen", {*getattr(self, "seen", ()), name})


def test_mobjects_decide_how_they_are_copied() -> None:
    """Those that copy themselves, or watch their attributes, do so as ever, also among others."""
    group = VGroup(_Counted(), _Watchful(), Square())
    group.partner = group[0]
    with quick_copies():
        twin = group.copy().copy()
    assert [type(part) for part in twin] == [_Counted, _Watchful, Square]
    assert twin[0].copies == 2
    assert twin.partner is twin[0]
    assert {"points", "submobjects"} <= twin[1].seen
    assert vars(twin[1]).keys() == vars(group.copy()[1]).keys()
    twin[2].shift(RIGHT)
    assert not np.array_equal(twin[2].points, group[2].points)


def test_an_updater_goes_with_its_copy() -> None:
    """Functions are shared, as Manim shares them; methods belong to the copy."""
    square = Square()
    square.add_updater(lambda one: one.shift(RIGHT))
    square.turn = square.rotate
    with quick_copies():
        twin = square.copy()
    assert twin.updaters == square.updaters
    assert twin.updaters is not square.updaters
    assert twin.turn.__self__ is twin
