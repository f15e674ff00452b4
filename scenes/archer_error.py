"""Measuring a miss: signed errors cancel, absolute and squared ones do not, and the square sets priorities."""

from collections.abc import Sequence
from typing import ClassVar

from scenes.parts.archer_error import alt_texts, mean_words, words
from scenes.parts.archer_error.numbers import numbers_of
from scenes.parts.archer_error.parameters import ArcherErrorParams
from scenes.parts.archer_error.square_plot import window_to
from scenes.parts.archer_error.squares_moves import SquaresMoves
from scenes.parts.archer_error.squares_scene import MAGNIFIED_BELOW
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.moves import Appear, Leave

__all__ = ["ArcherError", "ArcherErrorParams"]


class ArcherError(SquaresMoves):
    """Arrows high and low average to a perfect shot, so the error that a network learns from is squared."""

    params: ArcherErrorParams = ArcherErrorParams()
    title: ClassVar[str] = "Measuring a miss"
    sections: ClassVar[tuple[str, ...]] = (
        *("shots", "signed", "unsigned", "curves", "priorities"),
        *("network", "cancelling"),
    )

    def setup(self) -> None:
        """Measure the misses."""
        super().setup()
        self.numbers = numbers_of(self.params)

    def beats(self) -> Sequence[Beat]:
        """Return the story: shots and their three measures, what squaring does, a network's miss, three means."""
        n, shots = self.numbers, self.numbers.shots
        return (
            Beat("shots", alt_texts.shots_seen(shots), self.place_range, self.show_shots),
            Beat("signed", alt_texts.signed_seen(shots), self.place_shots, self.show_signed),
            Beat("unsigned", alt_texts.unsigned_seen(shots), self.place_signed, self.show_unsigned),
            Beat("curves", alt_texts.curves_seen(), self.place_unsigned, self.show_curves),
            Beat("priorities", alt_texts.priorities_seen(n.priorities), self.place_curves, self.show_priorities),
            Beat("network", alt_texts.network_seen(n.network), self.place_priorities, self.show_network),
            Beat("cancelling", alt_texts.cancelling_seen(n.cancelling), self.place_network, self.show_cancelling),
        )

    def show_shots(self) -> None:
        """Shoot the arrows; each leaves its miss in a lane. What is the average?"""
        self.name_shots()
        self.say(words.HOW_GOOD)
        for i in range(len(self.range.shots)):
            self.shoot(i)
        new = Appear(self.lanes.border, self.unknown, self.mean_word)
        self.ask(words.average_asked(self.misses), new)
        self.guess()

    def show_signed(self) -> None:
        """Lay the arrows tip to tail, and take the mean: where would the average shot be?"""
        self.sign()
        self.add_up()
        if self.keeps_target:
            self.say_and_tell(words.average_shot(self.misses))
            self.stick(self.range.average)
        self.wait(0.6)

    def show_unsigned(self) -> None:
        """Turn the arrows to lengths, then make each the side of a square, whose cells are counted."""
        self.drop_signs()
        self.square()
        self.wait(1)

    def show_curves(self) -> None:
        """Stand a square on the miss axis, pile up its cells, and let both trace their curves."""
        self.stand_square()
        self.pile_up()
        self.trace()
        self.wait(0.7)

    def show_priorities(self) -> None:
        """Go to where the curves meet, to the small miss, and to the big one."""
        plot, two = self.plot, self.numbers.priorities
        big, small = map(float, two.signed)
        self.build_rows()
        self.say_and_tell(words.CLOSER, Leave(self.names))
        self.go_to(1.0, window_to(plot.box, 1.0))
        self.reveal(words.MEETING, Appear(self.head, self.rows[0]))
        plot.show_unit = True
        self.ask(words.small_asked(two))
        self.guess()
        self.go_to(small, plot.window)
        glass = [self.magnifier()] if small < MAGNIFIED_BELOW else []
        self.reveal(words.small_squared(two), Appear(self.rows[1], *glass))
        self.wait(2)
        self.say_and_tell(words.big_asked(two), *map(Leave, glass))
        self.go_to(big, window_to(plot.box, big))
        self.count_cells()
        self.top = self.name_top()
        self.reveal(words.big_squared(two), Appear(self.rows[2], self.top))
        self.say_and_tell(words.weighed(self.numbers))
        self.wait(1)

    def show_network(self) -> None:
        """Measure the miss of a network in the same way."""
        self.set_on_machine()
        self.say_and_tell(words.network_error(self.numbers.network), Appear(self.error))
        self.wait(1.2)

    def show_cancelling(self) -> None:
        """Take three means of the same misses at one scale: who is fooled?"""
        misses = self.numbers.cancelling
        self.build_means()
        self.lay_lines(mean_words.taken(misses))
        self.play(Appear(self.list, *self.heads.values(), *self.unknowns.values()))
        self.guess()
        for name, line in mean_words.adding_up(misses).items():
            self.average(name, line)
        self.wait(2)
        self.compose_poster()
        self.wait(2)
