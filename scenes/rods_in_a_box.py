"""Rods in a box: the derivative, as a machine that turns one change into another."""

from collections.abc import Sequence
from typing import ClassVar

from manim import Create, LaggedStart, linear

from scenes.parts.rods_in_a_box import alt_texts, words
from scenes.parts.rods_in_a_box.cards import Cards
from scenes.parts.rods_in_a_box.numbers import numbers_of
from scenes.parts.rods_in_a_box.parameters import RodsInABoxParams
from scenes.parts.rods_in_a_box.places import Places
from scenes.parts.rods_in_a_box.rod_stages import RodStages
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.moves import Appear, Leave

__all__ = ["RodsInABox", "RodsInABoxParams"]


class RodsInABox(RodStages):
    """A closed box turns a push of the blue rod into a move of the red one; the derivative says how far."""

    params: RodsInABoxParams = RodsInABoxParams()
    title: ClassVar[str] = "Rods in a box"
    sections: ClassVar[tuple[str, ...]] = (
        "box",
        "pushes",
        "ratio",
        "other_start",
        "wheels",
        "graph",
        "other_wirings",
    )

    def setup(self) -> None:
        """Push the rods."""
        super().setup()
        self.numbers, self.places = numbers_of(self.params), Places(self.layout)

    def beats(self) -> Sequence[Beat]:
        """Return the story: changes, their ratio, what makes it, and the line that it is the slope of."""
        n = self.numbers
        return (
            Beat("box", alt_texts.box_seen(n), self.place_box, self.show_box),
            Beat("pushes", alt_texts.pushes_seen(n), self.place_guesses, self.show_pushes),
            Beat("ratio", alt_texts.ratio_seen(n.wiring), self.place_changes, self.show_ratio),
            Beat("other_start", alt_texts.other_start_seen(n), self.place_ratio, self.show_other_start),
            Beat("wheels", alt_texts.wheels_seen(n.wiring), self.place_other_start, self.show_wheels),
            Beat("graph", alt_texts.graph_seen(n.wiring), self.place_wheels, self.show_graph),
            Beat("other_wirings", alt_texts.other_wirings_seen(n.others), self.place_graph, self.show_others),
        )

    # beats --------------------------------------------------------------------------------------------------

    def show_box(self) -> None:
        """Show the box and its rods, and what red may do."""
        n, guesses = self.numbers, self.guesses
        self.say(words.lengths(n.start))
        self.wait(0.7)
        self.play(*self.spotlight(self.pair, self.around))
        self.wait(1.2)
        self.say(words.NOBODY_CAN_SEE)
        self.play(*self.spotlight(self.closed))
        self.wait(0.5)
        self.play(*self.spotlight())
        if not n.spans(n.moves[0]).same_scale:
            self.say(words.TWO_SCALES)
            self.wait(2)
        self.say(words.GUESS)
        self.play(Appear(guesses.push))
        self.play(LaggedStart(*(Appear(one) for one in guesses.arrows), lag_ratio=0.5, run_time=1.5))
        self.guess()

    def show_pushes(self) -> None:
        """Push blue, and watch red; the changes are noted below."""
        n, guesses = self.numbers, self.guesses
        first, *others = n.moves
        self.strip = strip = self.strip_of_moves()
        *before, result = words.captions_of(first)
        for caption in before:
            self.say(caption)
            self.wait(1)
        self.say(result)
        self.play(Leave(guesses.push, run_time=0.5))
        self.slide(first.after, run_time=2)
        self.wait(0.5)
        self.play(Leave(guesses.arrows, run_time=0.6))
        self.make(first, run_time=0.5)
        self.reveal(words.SIGNS)
        self.note(strip, 0, Appear(strip.heading))
        for i, move in enumerate(others, 1):
            self.rule(n.spans(move))
            self.announce(move)
            self.make(move)
            self.wait(0.5)
            self.note(strip, i)
        if n.end == n.start:
            self.say(words.BACK_AGAIN)
            self.wait(1)

    def show_ratio(self) -> None:
        """Divide red's changes by blue's, and name what comes out."""
        n, strip = self.numbers, self.strip
        self.say_and_tell(words.DIVIDE)
        for line, ratio in zip(strip.lines, strip.ratios, strict=True):
            self.play(Create(line, run_time=0.6))
            self.play(Appear(ratio, run_time=0.6))
        self.say(words.ratios(n))
        self.wait(1.5)
        self.say_and_tell(words.derivative(n.wiring))
        self.fly_into_box(strip)
        self.say(words.BETWEEN_TWO)
        self.wait(1.5)

    def show_other_start(self) -> None:
        """Clamp red elsewhere, and make the same push."""
        n = self.numbers
        self.strip = strip = self.strip_of_other()
        self.ask(words.clamp(n))
        self.reset(n.other.before, n.spans(n.other))
        self.wait(0.5)
        self.announce(n.other)
        self.make(n.other)
        self.wait(0.3)
        self.note(strip, 0, Appear(strip.heading))
        self.play(Create(*strip.lines, run_time=0.6))
        self.play(Appear(*strip.ratios, run_time=0.6))
        self.reveal(words.changes_not_lengths(n))
        self.wait(1.8)

    def show_wheels(self) -> None:
        """Turn the box to glass, and push again."""
        n, strip = self.numbers, self.strip
        self.ask(words.WHAT_JOINS, Leave(strip.heading, strip.tops, strip.bottoms, strip.lines, strip.ratios))
        self.reset(n.start, n.glass_spans)
        self.rest = n.start
        self.box, self.front = self.glass_box(n.wiring)
        self.told = self.told_of_wheels()
        self.bring_to_back(self.box)
        self.play(Leave(self.closed), Appear(self.front), run_time=1.5)
        self.reveal(words.wheels(n.wiring))
        self.play(Appear(self.told))
        self.wait(0.5)
        self.say(words.turning(n.wiring))
        self.slide(n.wiring.push.after, run_time=2.5)
        self.say(words.BACK)
        self.slide(n.start, run_time=1.8)
        self.reveal(words.wheel_against_wheel(n.wiring))
        self.wait(1.5)

    def show_graph(self) -> None:
        """Turn red up, and let one point show both rods: it moves along a line."""
        n = self.numbers
        lanes = self.axes_for(n.drawn)
        self.say_and_tell(words.ONE_POINT, Leave(self.told, self.around))
        self.turn_up(lanes)
        self.plot_on(lanes)
        plot = self.plotted
        self.play(Appear(plot, self.names))
        if not n.equal_inches:
            self.say(words.TWO_AXES)
            self.wait(1)
        low, high = n.wiring.reach
        self.slide(low, run_time=1.2)
        self.say(words.ALONG_A_LINE)
        self.add(plot.lines[0])
        self.slide(high, drawn_from=low, run_time=3.5, rate_func=linear)
        plot.draw(0)
        self.slide(n.start, run_time=1.2)
        first, last = n.wiring.on_the_line
        self.triangle = plot.triangle(first, last)
        self.say(words.along_the_line(first.change_to(last)))
        self.play(Leave(plot.guides))
        plot.guided = False
        plot.show_rods(n.start)
        self.play(Appear(self.triangle))
        self.wait(1)
        self.reveal(words.slope(n.wiring), Appear(plot.names[0]))
        self.wait(1.5)

    def show_others(self) -> None:
        """Join the rods otherwise, and push blue as before; in the end each box stands beside its line."""
        n = self.numbers
        lanes = self.axes_for(n.drawn_with_others)
        self.play(Leave(self.triangle))
        self.fit(lanes)
        for i, wiring in enumerate(n.others, 1):
            self.join(i, wiring)
        self.cards = Cards(self.theme, self.layout, self.places.poster, n.wirings)
        self.compose(self.cards, words.takeaway(n))
        self.wait(4)
