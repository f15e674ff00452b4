"""The numbers of RodsInABox: the pushes of the rods, and the first of them in boxes that are wired differently."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from gdcore import LinkedRods, RodMove
from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box.parameters import RodsInABoxParams
from scenes.settings.parameters import as_written
from scenes.stage.tables.table import Table, table_of
from scenes.stage.type.numbers import names_of

_CHANGES = ("change_of_blue", "change_of_red")


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
        others: Other ways to join them.
    """

    wiring: Wiring
    moves: tuple[RodMove, ...]
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
    def tables(self) -> tuple[Table, ...]:
        """The numbers as tables."""
        pushes = (
            (move.asked, change.blue, change.blue, change.red, after.blue, after.red, change.ratio)
            for move, change, after in ((move, move.change, move.after) for move in self.moves)
        )
        others = ((one.rods.derivative, one.push.change.blue, one.push.change.red) for one in self.others)
        return (
            table_of("pushes", ("asked", "made", *_CHANGES, "blue_after", "red_after", "ratio"), pushes),
            table_of("other wirings", ("derivative", *_CHANGES), others),
        )


def numbers_of(parameters: RodsInABoxParams) -> RodsInABoxNumbers:
    """Return what the lesson shows with these parameters."""
    p = parameters
    blue, red, pushes = as_written(p.blue), as_written(p.red), [as_written(push) for push in p.pushes]
    derivatives = [as_written(derivative) for derivative in (p.derivative, *p.other_derivatives)]
    joined = [LinkedRods(blue, red, derivative) for derivative in derivatives]
    names = names_of(derivatives)
    moves = _moves(joined[0], pushes)
    farthest = max(blue / 2, *(abs(Fraction(joined[0].change_to(move.after).blue)) for move in moves))
    wiring, *others = (
        Wiring(rods.move(pushes[0]), names[derivative], _reach(rods, farthest))
        for rods, derivative in zip(joined, derivatives, strict=True)
    )
    return RodsInABoxNumbers(wiring, tuple(moves), tuple(others))


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
