"""Title cards show any text, and all of it inside the frame."""

from typing import Any

import pytest
from manim import Mobject

from scenes.stage.direction.clock import LINE_LENGTH
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.direction.title_card import LONGEST, MOST_ENTRIES, SHORTEST, Card, TitleCards
from scenes.stage.type.text import Words
from tests.legibility import parts, rectangle, texts, walk, walk_sections

SENTENCE = "Alpha shortens every step: the spiral becomes a staircase, and a map shows which alphas do that. "
NASTY = """It's "a" #b $c$ *d* _e_ @f <g> \\h \\" & `i` [j]] // /* = + - ~ {k} #panic("l") \\u{6d} 🎉"""


class Standing(TitleCards):
    """A card that stays."""

    def take_away(self, shown: list[Mobject]) -> None:
        """Leave it where it is."""


def problems(**says: Any) -> list[str]:
    """Return what is wrong with a card."""

    def beyond(scene: Any, _: str) -> Any:
        for text in texts(scene):
            left, right, *_ = rectangle(text)
            if left < LEFT_EDGE - 0.15 or right > RIGHT_EDGE + 0.15:
                yield f"{text} is beyond the edges"

    return walk(Standing, beyond, cards=(Card(**says),))


def drawn(**says: Any) -> Any:
    """Return the scene of a card."""
    return walk_sections(Standing, lambda *_: None, cards=(Card(**says),))


@pytest.mark.parametrize("theme", ["dark", "light"])
@pytest.mark.parametrize("letters", [1, 45, 90, 301])
def test_titles_of_any_length_can_be_read(theme: str, letters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With as long an idea, and above a contents list."""
    monkeypatch.setenv("LECTURE_THEME", theme)
    text = (SENTENCE * 11)[:letters]
    assert problems(title=text, number="12", idea=text) == []
    assert problems(title=text, contents=[text] * MOST_ENTRIES) == []


@pytest.mark.parametrize("sign", ["W", "勾", '"'])
def test_words_without_an_end_are_parted(sign: str) -> None:
    """However wide their letters are."""
    assert problems(title=sign * 300, number="1", idea=sign * 300) == []


@pytest.mark.parametrize(
    "text", [NASTY, "🎉", "🎉 party", "", " ", "\u200b\ufeff\u202e", "a\u0301", "שלום", "\x00"]
)
def test_any_text_may_stand_on_a_card(text: str) -> None:
    """Markup is shown as it is; what has no shape is left out, and so is all that is empty."""
    assert problems(title=text) == []
    assert problems(title=text, number="1", idea=text) == []
    assert problems(title=text, contents=(text, "two")) == []


def test_markup_is_not_obeyed() -> None:
    """What is shown is as wide as the same letters between letters."""
    (shown,) = texts(drawn(title="$x^2$ *b*"))
    plain = Words(r"\$x\^2\$ \*b\*", size=0.95, colour="#FFFFFF", at=(0, 0))
    assert shown.width == pytest.approx(plain.width, rel=0.01)


def test_the_longer_a_title_the_smaller_it_is() -> None:
    """A short one is large, on one line; one that fills the card has several lines."""
    short, middle, long = (texts(drawn(title=f"x{'l' * 9} " * words))[0] for words in (1, 9, 30))
    assert short.height > 0.6
    assert 2 * short.height < middle.height < long.height < 3
    assert middle.width > 8


def test_many_scenes_are_counted() -> None:
    """A list that is too long for a card is no list."""
    assert len(texts(drawn(title="Film", contents=["x"] * MOST_ENTRIES))) == 1 + 2 * MOST_ENTRIES
    (_, count) = texts(drawn(title="Film", contents=["x"] * (MOST_ENTRIES + 1)))
    assert isinstance(count, Words)
    assert count.markup == f'#"{MOST_ENTRIES + 1} scenes"'


@pytest.mark.parametrize("idea", ["", SENTENCE[:LINE_LENGTH], SENTENCE, SENTENCE * 3])
def test_a_card_stands_as_long_as_it_says(idea: str) -> None:
    """Longer where there is more to read, between two bounds."""
    card = Card(title="Title", idea=idea)
    assert SHORTEST <= card.seconds <= LONGEST
    assert drawn(title="Title", idea=idea).clock == pytest.approx(card.seconds, abs=0.7)


def test_cards_leave_nothing_behind() -> None:
    """Each is a section, which ends with an empty frame."""
    left: list[tuple[str, int]] = []
    cards = (Card(title="One", contents=("a", "b")), Card(title="Two", idea="b"), Card(title=""))

    def look(scene: Any, section: str) -> None:
        left.append((section, sum(len(part.points) for part in parts(scene))))

    walk_sections(TitleCards, look, cards=cards)
    assert left == [("card 1", 0), ("card 2", 0), ("card 3", 0)]
