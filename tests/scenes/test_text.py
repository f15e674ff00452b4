"""Text stands on its baseline, and digits keep their places."""

import itertools

import numpy as np
import pytest
from manim import Typst, tempconfig

from scenes.stage.type.outlines import MONO_FONT, WORDS_FONT, glyphs
from scenes.stage.type.text import DIGIT_HEIGHT, Figures, Words, compose


@pytest.fixture(autouse=True)
def own_folder(tmp_path: object) -> object:
    with tempconfig({"media_dir": str(tmp_path)}):
        yield


def bottom(markup: str) -> float:
    return float(Words(markup, size=1, colour="#FFFFFF", at=(0, 0)).get_bottom()[1])


def figures(text: str, **style: object) -> Figures:
    return Figures(text, size=1, colour="#FFFFFF", at=(2, 1), **style)  # type: ignore[arg-type]


@pytest.mark.parametrize("markup", ["x", "Hi", "the bowl", "$x = 1$", "delta $<- x$"])
def test_letters_without_descenders_stand_on_the_baseline(markup: str) -> None:
    """Words and mathematics alike, but for the overshoot of round letters."""
    assert bottom(markup) == pytest.approx(0, abs=0.03)


@pytest.mark.parametrize("markup", ["p", "gx", "$y = p$", "weight $<- x$ g"])
def test_descenders_hang_below_the_baseline(markup: str) -> None:
    """They do not lift the rest."""
    assert bottom(markup) < -0.15


def test_markup_may_colour_a_part() -> None:
    """Own colours stay, everything else takes the colour of the text."""
    words = Words('a #text(fill: rgb("#F2B705"))[b]', size=1, colour="#112233", at=(0, 0))
    assert {part.fill_color.to_hex() for part in words} == {"#112233", "#F2B705"}


@pytest.mark.parametrize("mono", [False, True])
def test_composed_numbers_are_set_as_typst_sets_them(mono: bool) -> None:
    """Glyph by glyph, a number is where Typst puts it."""
    preamble = f'#set text(font: "{MONO_FONT if mono else WORDS_FONT}", kerning: false)'
    for text in ("0.8800", "1,101", "−23.5"):
        whole = Typst(text, typst_preamble=preamble)
        points = compose(text, mono=mono)[0]
        assert np.ptp(points[:, 0]) / np.ptp(points[:, 1]) == pytest.approx(whole.width / whole.height, rel=0.01)


@pytest.mark.parametrize("mono", [False, True])
def test_digits_are_equally_wide(mono: bool) -> None:
    """So that a number that rolls does not tremble."""
    assert len({round(glyphs(mono)[digit].advance, 6) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("align", ["left", "right", "center", "point"])
def test_a_digit_that_changes_moves_no_other(align: str) -> None:
    """With as many digits every glyph stays where it is."""
    number = figures("0.1111", align=align, mono=True)
    before = number.points.copy()
    number.write("0.1118")
    same = len(before) - len(glyphs(True)["1"].points)
    assert np.allclose(number.points[:same], before[:same], atol=1e-7)


def test_the_decimal_point_stays_while_digits_come_and_go() -> None:
    """Whatever is written, the point is right of its place."""
    number = figures("", align="point", mono=True)
    ends = []
    for text in ("9.5", "10.25", "−123.5"):
        number.write(text)
        point = compose(text.partition(".")[0], mono=True)[0]
        ends.append(number.points[: len(point), 0].max())
    assert max(ends) - min(ends) < 0.2  # the widths of 9, 0 and 3 differ a little inside their advance
    assert max(ends) < 2


def test_text_is_set_smaller_where_it_would_not_fit() -> None:
    """`fit` bounds the width and keeps the proportions."""
    wide, fitted = figures("123456789"), figures("123456789", fit=2)
    assert fitted.width < 2.001 < wide.width
    assert fitted.height / fitted.width == pytest.approx(wide.height / wide.width)
    words = Words("a long line of words", size=1, colour="#FFFFFF", at=(0, 0), fit=3)
    assert words.width <= 3


@pytest.mark.parametrize("mono", [False, True])
def test_the_middle_of_the_digits_is_known(mono: bool) -> None:
    """A value in a node is centred on its digits, and the height they are said to have is theirs."""
    number = figures("1", mono=mono, middle=True)
    assert number.get_center()[1] == pytest.approx(1, abs=0.01)
    assert figures("1", mono=mono).height == pytest.approx(DIGIT_HEIGHT[mono], abs=0.02)


def test_exponents_are_raised_and_smaller() -> None:
    """They stand above the digits and end with the next blank."""
    points, advance, _ = compose("10^5", mono=False)
    plain_points, plain_advance, _ = compose("105", mono=False)
    assert points[:, 1].max() > plain_points[:, 1].max()
    assert advance < plain_advance


def test_texts_are_built_once_and_not_shared() -> None:
    """Two texts of the same words move apart."""
    one, other = (Words("same", size=1, colour="#FFFFFF", at=(0, 0)) for _ in range(2))
    one.shift((1, 0, 0))
    for a, b in itertools.product(one, other):
        assert not np.shares_memory(a.points, b.points)
    assert other.get_left()[0] < 0.1
