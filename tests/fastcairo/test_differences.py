"""Outside of the rectangles that differ, two sequences of drawings give the same picture."""

import random
from typing import Any

from fastcairo.layer import differences
from fastcairo.rectangles import Rectangle

WIDTH, HEIGHT = 24, 16


class Card:
    """A drawing of which only its place is known."""

    def __init__(self, draw: random.Random) -> None:
        x, y = draw.randrange(WIDTH), draw.randrange(HEIGHT)
        self.box: Rectangle | None = (x, y, x + draw.randrange(1, 7), y + draw.randrange(1, 7))
        if draw.random() < 0.1:
            self.box = None


def seen_at(cards: list[Card], x: int, y: int) -> list[Card]:
    """Return the cards that cover a pixel, from the back to the front: all that its colour can depend on."""
    return [c for c in cards if c.box and c.box[0] <= x < c.box[2] and c.box[1] <= y < c.box[3]]


def changed_cards(cards: list[Card], draw: random.Random) -> list[Card]:
    """Return some of the cards, perhaps in another order, with others among them."""
    kept = [card for card in cards if draw.random() < 0.8]
    for _ in range(draw.choice((0, 0, 1, 2, 9))):
        kept.insert(draw.randrange(len(kept) + 1), Card(draw))
    for _ in range(draw.choice((0, 0, 1, 3))):
        if kept:
            kept.insert(draw.randrange(len(kept)), kept.pop(draw.randrange(len(kept))))
    if draw.random() < 0.1:
        draw.shuffle(kept)
    return kept


def test_nothing_else_has_changed() -> None:
    draw = random.Random(11)
    for _ in range(60):
        before: list[Any] = [Card(draw) for _ in range(draw.randrange(12))]
        for _ in range(8):
            now: list[Any] = changed_cards(before, draw)
            boxes = list(differences(before, now))
            for x in range(WIDTH):
                for y in range(HEIGHT):
                    if not any(left <= x < right and top <= y < bottom for left, top, right, bottom in boxes):
                        assert seen_at(before, x, y) == seen_at(now, x, y)
            before = now


def test_what_stays_is_not_drawn_again() -> None:
    """Cards that come, go and move to the front leave nothing but their own places."""
    draw = random.Random(3)
    cards: list[Any] = [Card(draw) for _ in range(30)]
    first, other, new = cards[7], cards[20], Card(draw)
    first.box, other.box, new.box = (0, 0, 1, 1), (2, 2, 3, 3), (4, 4, 5, 5)
    assert list(differences(cards, cards)) == []
    assert list(differences(cards, [*cards[:7], *cards[8:]])) == [first.box]
    assert list(differences(cards, [*cards[:12], new, *cards[12:]])) == [new.box]
    assert set(differences(cards, [*cards[:20], *cards[21:], other])) == {other.box}
