"""Title cards: what comes before a scene of a film, and before the film itself."""

import math
import re
import unicodedata

from manim import LaggedStart, Line, Mobject, VGroup
from pydantic import BaseModel, ConfigDict

from scenes.settings.parameters import Parameters
from scenes.settings.theme import Theme
from scenes.stage.direction.clock import LETTERS_A_SECOND
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE, LectureScene
from scenes.stage.type.text import Words

SHORTEST, LONGEST = 3.5, 6.0
"""How long a card stands, in seconds; between these it depends on how much there is to read."""
MOST_ENTRIES = 8
"""So many titles are listed; of more, only the number is told."""

_WIDTH = RIGHT_EDGE - LEFT_EDGE
_MIDDLE = 0.25
_MOST_LETTERS = 300
_LETTER, _LEADING = 0.46, 1.2  # how wide a letter is, more or less, and how high a line, in em
_TITLE = (0.95, 0.75, 0.6, 0.48, 0.38, 0.3)
_IDEA = (0.4, 0.34, 0.28, 0.24)
_IDEA_WIDTH = 10.0  # a line of an idea that is as wide as the frame leaves a word or two to the next
_ENTRY, _PITCH, _INDENT = 0.36, 0.52, 0.55
_APPEARING, _LEAVING, _EMPTY = 1.2, 0.6, 0.1


class Card(BaseModel):
    """What a card says, as plain text; what is empty is left out.

    Attributes:
        title: The title.
        number: Stands before the title.
        idea: What it is about, in a sentence.
        contents: The titles of what follows.
    """

    model_config = ConfigDict(frozen=True)

    title: str
    number: str = ""
    idea: str = ""
    contents: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """How long it stands, appears and leaves."""
        letters = sum(map(len, (self.idea, *self.contents[:MOST_ENTRIES])))
        return min(max(letters / LETTERS_A_SECOND, SHORTEST), LONGEST)


class TitleCardsParams(Parameters):
    """The parameters of TitleCards."""

    cards: tuple[Card, ...] = (Card(title="Title"),)


class TitleCards(LectureScene):
    """Shows title cards, each in a section of its own."""

    params: TitleCardsParams = TitleCardsParams()

    def construct(self) -> None:
        """Show the cards, one after the other."""
        for i, card in enumerate(self.params.cards, 1):
            self.beat(f"card {i}")
            shown = stacked(self.theme, card)
            if shown:
                self.play(LaggedStart(*map(Appear, shown), lag_ratio=0.3, run_time=_APPEARING))
            self.wait(card.seconds - _APPEARING - _LEAVING - _EMPTY)
            self.take_away(shown)
            self.wait(_EMPTY)

    def take_away(self, shown: list[Mobject]) -> None:
        """Leave the frame empty for what follows."""
        if shown:
            self.play(Leave(*shown, run_time=_LEAVING))


def stacked(theme: Theme, card: Card) -> list[Mobject]:
    """Return what a card shows, from top to bottom, around the middle of the frame."""
    below: list[Mobject] = []
    if len(card.contents) > MOST_ENTRIES:
        below = [_words(f"{len(card.contents)} scenes", _ENTRY, theme.muted)]
    elif card.contents:
        below = [_list(theme, card.contents)]
    elif card.idea:
        below = _paragraph(card.idea, _IDEA, _IDEA_WIDTH, 1.5, theme.muted)
    above: list[Mobject] = [_words(card.number, 0.5, theme.muted)] if card.number else []
    above += _paragraph(card.title, _TITLE, _WIDTH, 1.6 if card.contents else 2.9, theme.ink)
    rule = [Line((LEFT_EDGE, 0, 0), (RIGHT_EDGE, 0, 0), color=theme.hairline, stroke_width=2)]
    shown = [*above, *(rule if above and below else []), *below]
    gaps = [0.4] * (len(above) - 1) + [0.42] * (len(shown) - len(above))
    for upper, lower, gap in zip(shown, shown[1:], gaps, strict=False):
        lower.shift((0, upper.get_bottom()[1] - gap - lower.get_top()[1], 0))
    if shown:
        middle = (shown[0].get_top()[1] + shown[-1].get_bottom()[1]) / 2
        for mobject in shown:
            mobject.shift((0, _MIDDLE - middle, 0))
    return shown


def _list(theme: Theme, titles: tuple[str, ...]) -> VGroup:
    """Return a table of contents."""
    rows = VGroup()
    for i, title in enumerate(titles):
        at = (LEFT_EDGE, -i * _PITCH)
        rows.add(Words(str(i + 1), size=_ENTRY, colour=theme.muted, at=at))
        if text := _drawn(title, 80):
            at = (LEFT_EDGE + _INDENT, at[1])
            rows.add(Words(_literal(text), size=_ENTRY, colour=theme.ink, at=at, fit=_WIDTH - _INDENT))
    return rows


def _words(text: str, size: float, colour: str) -> Words:
    return Words(_literal(text), size=size, colour=colour, at=(LEFT_EDGE, 0), fit=_WIDTH)


def _paragraph(text: str, sizes: tuple[float, ...], wide: float, high: float, colour: str) -> list[Mobject]:
    """Return a text in as many lines as it takes, in the largest of several sizes that is not too high.

    It is empty if nothing of the text can be drawn.
    """
    text = _drawn(text, _MOST_LETTERS)
    if not text:
        return []
    size = next((size for size in sizes if _height(text, size, wide) <= high), sizes[-1])
    # a word that is as long as a line may be parted anywhere
    parted = re.sub(r"\S{25,}", lambda word: "\u200b".join(word[0]), text)
    markup = f"#box(width: {wide / size:.3f}em)[#set par(leading: {_LEADING}em)\n{_literal(parted)}]"
    words = Words(markup, size=size, colour=colour, at=(LEFT_EDGE, 0))
    excess = max(words.height / high, words.width / wide)  # letters may be wider and higher than most are
    if excess > 1:
        words.scale(1 / excess, about_point=(LEFT_EDGE, 0, 0))
    return [words]


def _height(text: str, size: float, wide: float) -> float:
    """Return roughly how high a text is when it is broken into lines."""
    return math.ceil(len(text) * _LETTER * size / wide) * _LEADING * size


def _drawn(text: str, most: int) -> str:
    """Return the part of a text that is drawn: nothing without a shape, and no emoji (few fonts outline them)."""
    shown = "".join(sign for sign in text if unicodedata.category(sign)[0] != "C" and not _is_emoji(sign))
    shown = re.sub(r"(?<=\w)'(?=\w)", "’", " ".join(shown.split()))  # an apostrophe, and no mark of an inch
    return shown if len(shown) <= most else f"{shown[: most - 1].rstrip()}…"


def _is_emoji(sign: str) -> bool:
    return "\U0001f000" <= sign < "\U00020000" or "\ufe00" <= sign <= "\ufe0f"


def _literal(text: str) -> str:
    """Return Typst markup that shows a text as it is."""
    escaped = text.replace("\\", r"\\").replace('"', r"\"")
    return f'#"{escaped}"'
