"""The numbers of RodsInABox: the pushes of the rods, and the first of them in boxes that are wired differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from gdcore import LinkedRods, RodMove
from gdcore.arguments import Number, Scalar
from scenes.parts.rods_in_a_box.parameters import RodsInABoxParams
from scenes.parts.rods_in_a_box.spans import TOGETHER, Spans, spans_of
from scenes.settings.parameters import as_written
from scenes.stage.tables.table import Table, table_of
from scenes.stage.type.numbers import names_of

_CHANGES = ("change_of_blue", "change_of_red")
_SEEN = 0.05
"""A ruler that shows a move as a smaller share of its length gives way to one made for that move."""
_TURN = 0.2
"""The share of its ruler that a rod moves by where the box is of glass: its bent bar has no more room in it."""
_APART = Fraction(1, 8)
"""Guesses that are compared differ by this share of the largest."""


@dataclass(frozen=True)
class Wiring:
    """A way to join the rods.

    Attributes:
        push: The first push, made with rods that are joined so.
        name: How their derivative is written, apart from the others of the lesson.
        reach: The rods farthest in and farthest out that the plot shows.
    """

    push: RodMove
    name: str
    reach: tuple[LinkedRods, LinkedRods]

    @property
    def rods(self) -> LinkedRods:
        """The rods at the start."""
        return self.push.before

    @property
    def on_the_line(self) -> tuple[LinkedRods, LinkedRods]:
        """Two states of the rods, a quarter of their way from either end of it."""
        low, high = self.reach
        way = Fraction(low.change_to(high).blue)
        return low.push(way / 4), low.push(way * 3 / 4)


@dataclass(frozen=True)
class RodsInABoxNumbers:
    """What the lesson shows, without any rounding.

    Attributes:
        wiring: How the rods are joined.
        moves: The pushes made one after the other; where only one is asked for, the way back follows.
        other: The first push, made from another start of red.
        others: Other ways to join them.
    """

    wiring: Wiring
    moves: tuple[RodMove, ...]
    other: RodMove
    others: tuple[Wiring, ...]

    @property
    def start(self) -> LinkedRods:
        """The rods at the start."""
        return self.wiring.rods

    @property
    def end(self) -> LinkedRods:
        """The rods after all moves."""
        return self.moves[-1].after

    @property
    def wirings(self) -> tuple[Wiring, ...]:
        """All ways to join the rods."""
        return (self.wiring, *self.others)

    @property
    def states(self) -> tuple[LinkedRods, ...]:
        """All states that the rods rest in."""
        moves = (*self.moves, self.other, *(wiring.push for wiring in self.others))
        return tuple(rods for move in moves for rods in (move.before, move.after))

    @cached_property
    def guesses(self) -> tuple[Scalar, ...]:
        """Changes of red that one may expect of the first push, the true one among them, from in to out."""
        blue, red = Fraction(self.moves[0].change.blue), Fraction(self.moves[0].change.red)
        length, found = Fraction(self.start.red), [red]
        for other in (blue, -blue, 2 * blue, -red, red / 2, Fraction(0), -2 * blue):
            least = _APART * max(abs(guess) for guess in [*found, other])
            if len(found) < 3 and length + other >= 0 and all(abs(other - guess) > least for guess in found):
                found.append(other)
        return tuple(sorted(found))

    @cached_property
    def _all_spans(self) -> Spans:
        moves = (*self.moves, self.other)
        return spans_of([*self._guessed, *(rods for move in moves for rods in (move.before, move.after))])

    @property
    def _guessed(self) -> list[LinkedRods]:
        """Where the rods would be if red did what one may expect of it."""
        rods = self.start
        return [LinkedRods(rods.blue, rods.red + guess, rods.derivative) for guess in self.guesses]

    def spans(self, move: RodMove) -> Spans:
        """Return what the rulers show while a push is made: the same all the time, unless it could not be seen."""
        spans, change = self._all_spans, move.change
        shares = [
            abs(float(inches)) / span.width
            for inches, span in ((change.blue, spans.blue), (change.red, spans.red))
        ]
        if change.blue and max(shares) < _SEEN:
            return spans_of([move.before, move.after, *(self._guessed if move == self.moves[0] else [])])
        return spans

    @cached_property
    def glass_spans(self) -> Spans:
        """What the rulers show while the first push is made in a box of glass."""
        move = self.moves[0]
        spans = self.spans(move)
        inches = ((float(move.change.blue), spans.blue), (float(move.change.red), spans.red))
        wider = [max(1.0, abs(change) / span.width / _TURN) for change, span in inches]
        if spans.same_scale:
            wider = [min(wider)] * 2  # the rod that moves farther has a straight bar
        return Spans(*(span.widened(span.width * w) for (_, span), w in zip(inches, wider, strict=True)))

    @property
    def equal_inches(self) -> bool:
        """Whether an inch is as long along both axes of the plot: not where one change would be out of sight."""
        size: Scalar = abs(self.start.derivative)
        return not size or bool(TOGETHER * size >= 1 and size <= TOGETHER)

    @property
    def drawn(self) -> tuple[LinkedRods, ...]:
        """The rods that the plot shows first."""
        return (*self.wiring.reach, self.start)

    @property
    def drawn_with_others(self) -> tuple[LinkedRods, ...]:
        """The rods that the plot shows when they are joined otherwise, too."""
        return (*self.drawn, *(wiring.push.after for wiring in self.others))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The numbers as tables."""
        others = ((one.rods.derivative, one.push.change.blue, one.push.change.red) for one in self.others)
        columns = ("asked", "made", *_CHANGES, "blue_after", "red_after", "ratio")
        return (
            table_of("pushes", columns, map(_row, self.moves)),
            table_of("other start", ("red_before", *columns), [(self.other.before.red, *_row(self.other))]),
            table_of("other wirings", ("derivative", *_CHANGES), others),
        )


def numbers_of(parameters: RodsInABoxParams) -> RodsInABoxNumbers:
    """Return what the lesson shows with these parameters."""
    p = parameters
    blue, red, other, pushes = (
        as_written(p.blue),
        as_written(p.red),
        as_written(p.other_start),
        [as_written(push) for push in p.pushes],
    )
    derivatives = [as_written(derivative) for derivative in (p.derivative, *p.other_derivatives)]
    joined = [LinkedRods(blue, red, derivative) for derivative in derivatives]
    names = names_of(derivatives)
    moves = _moves(joined[0], pushes)
    farthest = max(blue / 2, *(abs(Fraction(joined[0].change_to(move.after).blue)) for move in moves))
    wiring, *others = (
        Wiring(rods.move(pushes[0]), names[derivative], _reach(rods, farthest))
        for rods, derivative in zip(joined, derivatives, strict=True)
    )
    elsewhere = LinkedRods(blue, other, derivatives[0]).move(pushes[0])
    return RodsInABoxNumbers(wiring, tuple(moves), elsewhere, tuple(others))


def _moves(rods: LinkedRods, pushes: Sequence[Fraction]) -> list[RodMove]:
    """Return pushes made one after the other; where there is only one, the way back follows."""
    moves = [rods.move(pushes[0])]
    for push in pushes[1:]:
        moves.append(moves[-1].after.move(push))
    if len(moves) == 1:
        moves.append(moves[0].after.move(-moves[0].change.blue))
    return moves


def _reach(rods: LinkedRods, farthest: Scalar) -> tuple[LinkedRods, LinkedRods]:
    """Return the rods pushed in and pulled out as far as `farthest` and the box allow."""
    return rods.push(rods.allowed(-farthest)), rods.push(rods.allowed(farthest))


def _row(move: RodMove) -> tuple[Number | None, ...]:
    change, after = move.change, move.after
    return move.asked, change.blue, change.blue, change.red, after.blue, after.red, change.ratio
