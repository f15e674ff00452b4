"""Rolling numbers: quicker, and the same in every respect."""

from typing import Any

import numpy as np
import pytest
from manim import DOWN, RIGHT, DecimalNumber, Integer, MathTypst, Mobject, tempconfig

from fastcairo.rolling import clone, quick_numbers

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
    with quick_numbers():
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
