"""A scene in which rods are pushed and pulled, and with them the wheels that join them, and a point in a plot."""

from collections.abc import Callable
from fractions import Fraction

from manim import Animation, Mobject, VGroup, smooth

from gdcore import LinkedRods, RodMove
from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.gear_box import GearBox, holes
from scenes.parts.rods_in_a_box.length_plot import LengthPlot
from scenes.parts.rods_in_a_box.numbers import RodsInABoxNumbers, Wiring
from scenes.parts.rods_in_a_box.places import Lanes, Places
from scenes.parts.rods_in_a_box.rod_pair import RodPair
from scenes.parts.rods_in_a_box.strip import Strip
from scenes.stage.direction.moves import Appear, exchange
from scenes.stage.direction.story import StoryScene


class RodMotion(StoryScene):
    """What it takes to move the rods.

    Attributes:
        numbers: What is shown.
        places: Where it stands.
        pair: The rods.
        box: The wheels that join them, where they are seen.
        plot: The plot, where there is one.
    """

    numbers: RodsInABoxNumbers
    places: Places
    pair: RodPair
    box: GearBox | None
    plot: LengthPlot | None

    def build(self, lanes: Lanes, rods: LinkedRods) -> None:
        """Put the rods into the picture."""
        self.pair = RodPair(self.theme, self.places, lanes, self.numbers.states)
        self.box = self.plot = None
        self.rest = rods
        self.pair.show_rods(rods)

    def show(self, rods: LinkedRods, since: LinkedRods | None = None) -> None:
        """Show the rods, and what moves with them."""
        self.pair.show_rods(rods, since)
        way = self.rest.change_to(rods)
        if self.plot:
            self.plot.show_rods(rods)
            if self.box:
                self.box.turn(float(way.blue) * self.inset_inch)
        elif self.box:
            lanes = self.pair.lanes
            self.box.move(float(way.blue) * lanes.blue.inch, float(way.red) * lanes.red.inch)

    def slide(
        self,
        to: LinkedRods,
        *,
        since: LinkedRods | None = None,
        drawn_from: LinkedRods | None = None,
        run_time: float,
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Move the rods to where they are at `to`, and all that moves with them.

        Args:
            to: The rods after it.
            since: Where arrows begin that show what has changed.
            drawn_from: Where the line begins that the point draws.
            run_time: The seconds that it takes.
            rate_func: The pace of it.
        """
        start, plot = self.pair.rods, self.plot
        change = start.change_to(to)
        way = Fraction(change.blue), Fraction(change.red)

        def show(time: float) -> None:
            share = Fraction(time)
            blue, red = Fraction(start.blue) + share * way[0], Fraction(start.red) + share * way[1]
            now = to if time == 1 else LinkedRods(blue, red, to.derivative)
            self.show(now, since)
            if drawn_from and plot:
                plot.draw(0, drawn_from.blue, now.blue)

        moving: list[Mobject] = [self.pair, *(one for one in (self.box, plot) if one)]
        self.play(*self.redraw(show, *moving), run_time=run_time, rate_func=rate_func)
        show(1)

    def make(self, move: RodMove, *, run_time: float = 2, numbers: bool = True) -> None:
        """Make a move that has been announced, while arrows show both changes; the numbers follow."""
        self.slide(move.after, since=move.before, run_time=run_time)
        if numbers:
            self.pair.write_changes(move.change)
            self.play(Appear(*self.pair.change_texts), run_time=0.5)
        unseen = self.pair.unseen(move.change)
        if unseen:
            self.say(words.moved_too_little(unseen))
            self.wait(1)

    def announce(self, move: RodMove) -> None:
        """Say what a move does, and first why it is smaller than asked for."""
        *before, result = words.captions_of(move)
        for caption in before:
            self.say(caption)
            self.wait(1)
        self.say(result)

    def note(self, strip: Strip, i: int, *others: Animation) -> None:
        """Let the changes go from their arrows to their places below."""
        lanes = self.pair.red, self.pair.blue
        arrows = VGroup(*(part for lane in lanes for part in (lane.arrow, lane.mark, lane.change_text)))
        self.play(*exchange(arrows, strip.numbers(i)), *others, run_time=1.2)
        self.pair.write_changes(None)
        self.pair.show_rods(self.pair.rods)
        self.add(self.pair)

    def fit(self, lanes: Lanes, *others: Animation) -> None:
        """Let the rulers show something else, while other animations run."""
        old = self.pair.lanes
        if lanes == old:
            if others:
                self.play(*others)
            return

        def show(time: float) -> None:
            self.pair.lie(old.towards(lanes, time))
            if self.plot:
                self.plot.lie(self.pair.lanes)
            self.show(self.pair.rods, self.pair.since)

        moving: list[Mobject] = [self.pair, *(one for one in (self.box, self.plot) if one)]
        self.play(*self.redraw(show, *moving), *others, run_time=1.5)
        show(1)

    def glass_box(self, wiring: Wiring, *, inset: bool = False) -> tuple[GearBox, VGroup]:
        """Return the wheels, and what lies over them: glass, and holes for the rods."""
        places, change = self.places, wiring.push.change
        box, heights = (places.inset, places.inset_heights) if inset else (places.shell, places.heights)
        lanes = self.pair.lanes
        out = float(change.blue) * lanes.blue.inch, float(change.red) * lanes.red.inch
        if inset:
            out = (0.17 * box.width, 0.17 * box.width)
        gear = GearBox(self.theme, box, heights, wiring.rods.derivative, out=out)
        return gear, VGroup(gear.glass(), holes(self.theme, box, heights))

    @property
    def inset_inch(self) -> float:
        """How far a bar moves for an inch in the box beside the plot."""
        blues = [float(rods.blue) for rods in self.numbers.drawn_with_others]
        return 0.33 * self.places.inset.width / (max(blues) - min(blues))
