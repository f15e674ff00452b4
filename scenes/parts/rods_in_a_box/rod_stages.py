"""The first picture of each beat of RodsInABox, placed from its numbers alone."""

from typing import Any

from manim import Create, Mobject, ReplacementTransform, VGroup, smooth, squish_rate_func

from gdcore import LinkedRods
from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.cards import Cards
from scenes.parts.rods_in_a_box.guesses import Guesses
from scenes.parts.rods_in_a_box.lane import units
from scenes.parts.rods_in_a_box.length_plot import LengthPlot
from scenes.parts.rods_in_a_box.numbers import Wiring
from scenes.parts.rods_in_a_box.places import Lanes
from scenes.parts.rods_in_a_box.rod_motion import RodMotion
from scenes.parts.rods_in_a_box.rod_pair import ClosedBox, sign_of
from scenes.parts.rods_in_a_box.spans import Spans, spans_of
from scenes.parts.rods_in_a_box.strip import Strip, wheels_told
from scenes.stage.direction.moves import Appear, Leave, Shade, exchange
from scenes.stage.direction.script import Line
from scenes.stage.direction.story import DIMMED
from scenes.stage.type.text import Words


class RodStages(RodMotion):
    """What stands in the picture when a beat begins.

    Attributes:
        closed: The front of the closed box.
        around: What the rulers count, and whether they have one scale.
        strip: Changes, noted below the rods.
        guesses: Where red may go.
        front: What lies over the wheels.
        told: What is said of the wheels below them.
        names, triangle: The names of the axes, and what shows the slope of the line.
    """

    closed: ClosedBox
    around: VGroup
    strip: Strip
    guesses: Guesses
    front: VGroup
    told: VGroup
    names: VGroup
    triangle: VGroup

    def place_rods(self, spans: Spans, rods: LinkedRods, *, behind: Mobject | None = None) -> None:
        """Place the rods and their rulers, and behind them what is given, or else the closed box."""
        self.build(self.places.lanes(spans), rods)
        self.around = self.around_of(spans)
        self.add(*([behind] if behind else []), self.pair, self.around)

    def around_of(self, spans: Spans) -> VGroup:
        """Return what stands around the rulers that show this."""
        places, layout = self.places, self.layout
        group = units(self.theme, layout, self.pair.blue, self.pair.red)
        if not spans.same_scale:
            at = places.right - 0.3 * layout.unit, places.red + 0.9 * layout.unit
            group.add(Words(words.OWN_RULERS, size=layout.word, colour=self.theme.ink, at=at, align="right"))
        return group

    def rule(self, spans: Spans) -> None:
        """Let the rulers show this, and say so where their scales differ from now on."""
        old, self.around = self.around, self.around_of(spans)
        changes = [] if len(old) == len(self.around) else exchange(old, self.around)
        if not changes:
            self.around = old
        elif not spans.same_scale:
            self.say(words.TWO_SCALES)
        self.fit(self.places.lanes(spans), *changes)

    def reset(self, to: LinkedRods, spans: Spans) -> None:
        """Move the rods to where they are at `to`, for rulers that show this in the end."""
        rods, start = self.pair.rods, self.numbers.start
        if not all(spans.show(one) for one in (rods, start, to)):
            self.rule(spans_of([rods, start, to]))
            self.slide(to, run_time=1)
            self.rule(spans)
            return
        self.rule(spans)
        if to != rods:
            self.slide(to, run_time=1)

    def place_closed(self, spans: Spans, rods: LinkedRods, sign: str) -> None:
        """Place the rods, and the closed box with a sign on it."""
        self.closed = ClosedBox(self.theme, self.places, sign)
        self.place_rods(spans, rods, behind=self.closed)

    @property
    def factor(self) -> str:
        """What stands on the box when the ratio is known."""
        return f"× {self.numbers.wiring.name}"

    # beats --------------------------------------------------------------------------------------------------

    def place_box(self) -> None:
        """Place the closed box, its rods, and the question."""
        n = self.numbers
        self.place_closed(n.spans(n.moves[0]), n.start, "?")
        self.place_question(words.puzzle(n.moves[0]))
        change = n.moves[0].change
        self.guesses = Guesses(self.theme, self.layout, self.pair.red, self.pair.blue, n.guesses, change.blue)

    def place_guesses(self) -> None:
        """Place the box and the guesses."""
        self.place_box()
        self.add(self.guesses)

    def place_changes(self) -> None:
        """Place the rods after the pushes, and the changes below them."""
        n = self.numbers
        self.place_closed(n.spans(n.moves[-1]), n.end, "?")
        self.place_context(words.SIGNS.context)
        self.strip = self.strip_of_moves()
        self.add(self.strip.heading, self.strip.tops, self.strip.bottoms)

    def strip_of_moves(self) -> Strip:
        """Return the changes of all pushes."""
        n = self.numbers
        return Strip(self.theme, self.layout, self.places.strip, n.moves, n.wiring.name)

    def place_ratio(self) -> None:
        """Place the rods after the pushes, and the factor on the box."""
        n = self.numbers
        self.place_closed(n.spans(n.moves[-1]), n.end, self.factor)
        self.place_context(words.derivative(n.wiring).context)

    def strip_of_other(self) -> Strip:
        """Return the changes of the push from another start."""
        n = self.numbers
        return Strip(self.theme, self.layout, self.places.strip, [n.other], n.wiring.name)

    def place_other_start(self) -> None:
        """Place the rods after the push from another start."""
        n = self.numbers
        self.place_closed(n.spans(n.other), n.other.after, self.factor)
        self.place_context(words.changes_not_lengths(n).context)
        self.strip = strip = self.strip_of_other()
        self.add(strip.heading, strip.tops, strip.bottoms, strip.lines, strip.ratios)

    def place_wheels(self) -> None:
        """Place the box of glass."""
        n = self.numbers
        self.build(self.places.lanes(n.glass_spans), n.start)
        self.box, self.front = self.glass_box(n.wiring)
        self.around = self.around_of(n.glass_spans)
        self.told = self.told_of_wheels()
        self.place_context(words.wheel_against_wheel(n.wiring).context)
        self.add(self.box, self.pair, self.around, self.front, self.told)

    def told_of_wheels(self) -> VGroup:
        """Return what is said of the wheels."""
        wiring, strip = self.numbers.wiring, self.places.strip
        return wheels_told(self.theme, self.layout, strip, words.radii(wiring), words.bars(wiring))

    def axes_for(self, states: tuple[LinkedRods, ...]) -> Lanes:
        """Return the axes that show these states of the rods."""
        equal = self.numbers.equal_inches
        return self.places.axes(spans_of(states, one_scale=False), equal=equal)

    def plot_on(self, lanes: Lanes) -> None:
        """Let there be a plot over the rods that lie along the axes, and names for these."""
        n, layout = self.numbers, self.layout
        self.plot = LengthPlot(self.theme, layout, lanes, n.wirings)
        self.plot.show_rods(self.pair.rods)
        self.names = self.plot.axis_names(*words.AXES)
        if not n.equal_inches:
            at = self.places.inset.left, self.places.strip.bottom + 0.14 * layout.unit
            self.names.add(Words(words.OWN_AXES, size=layout.word, colour=self.theme.ink, at=at))

    def place_graph(self) -> None:
        """Place the line that the rods move along, and its slope."""
        n = self.numbers
        lanes = self.axes_for(n.drawn)
        self.build(lanes, n.start)
        self.plot_on(lanes)
        self.box, self.front = self.glass_box(n.wiring, inset=True)
        assert self.plot is not None
        self.plot.guided = False
        self.show(n.start)
        self.triangle = self.plot.triangle(*n.wiring.on_the_line)
        self.place_context(words.slope(n.wiring).context)
        self.add(self.box, self.pair, self.front, self.plot, self.names, self.plot.lines[0])
        self.add(self.triangle, self.plot.names[0])

    @property
    def plotted(self) -> LengthPlot:
        """The plot, of which there is one."""
        assert self.plot is not None
        return self.plot

    # moves that change what stands in the picture -----------------------------------------------------------

    def turn_up(self, lanes: Lanes) -> None:
        """Turn the red rod up, so that both lie along axes, while the box gets out of the way."""
        old, pair, places = self.pair.lanes, self.pair, self.places
        seen: Any = VGroup(*(one for one in (self.box, self.front) if one))
        shift = [b - a for a, b in zip(places.shell.centre, places.inset.centre, strict=True)]
        aside = seen.animate(run_time=1.5).scale(places.smaller).shift((*shift, 0))
        self.play(aside, *self.redraw(lambda time: pair.lie(old.towards(lanes, time)), pair, run_time=3.5))
        self.remove(seen, *seen)
        self.box, self.front = self.glass_box(self.numbers.wiring, inset=True)
        self.add(self.box, self.front)
        self.bring_to_back(self.box)

    def join(self, i: int, wiring: Wiring) -> None:
        """Join the rods in way `i`, ask where the point will go, and push blue."""
        plot, start = self.plotted, self.numbers.start
        if self.pair.rods != start:
            self.say(words.AGAIN)
            self.slide(start, run_time=1)
        old, (self.box, _) = self.box, self.glass_box(wiring, inset=True)
        earlier = [Shade(plot.lines[i - 1], DIMMED), Shade(plot.names[i - 1], DIMMED)]
        self.ask(words.other_wiring(wiring), *exchange(old, self.box), *earlier)
        self.bring_to_back(self.box)
        self.guess()
        self.reveal(words.answer(wiring))
        self.slide(wiring.push.after, run_time=2)
        self.play(Create(plot.lines[i]), Appear(plot.names[i]))
        self.wait(0.5)

    def fly_into_box(self, strip: Strip) -> None:
        """Let what comes out of every division fly into the box, where the question mark was."""
        closed, first = self.closed, strip.ratios[0]
        sign = sign_of(self.theme, self.places, self.factor, self.places.shell.centre)
        self.play(Leave(closed.sign, strip.heading, strip.tops, strip.bottoms, strip.lines, *strip.ratios[1:]))
        closed.remove(closed.sign)
        below = self.places.shell.centre[0], first.get_center()[1], 0
        self.play(first.animate.move_to(below), run_time=0.8)
        self.play(*exchange(first, sign))
        self.remove(sign, *closed)
        closed.add(sign)
        self.add(closed)
        self.bring_to_back(closed)

    def compose(self, cards: Cards, line: Line) -> None:
        """Compose the poster: the lines go to their cards, while all else gives way to these."""
        lines = self.plotted.lines[: len(cards.lines)]
        going = [one for one in self.mobjects if one is not self.context_text and one not in lines]
        early, late = squish_rate_func(smooth, 0, 0.45), squish_rate_func(smooth, 0.45, 1)
        self.play(*(Shade(one, 1, run_time=0.5) for one in lines))
        self.bring_to_back(cards.frames)
        self.poster(
            line,
            *(ReplacementTransform(a, b) for a, b in zip(lines, cards.lines, strict=True)),
            Leave(*going, rate_func=early),
            Appear(cards.frames, rate_func=squish_rate_func(smooth, 0.2, 0.7)),
            Appear(*cards.rest, rate_func=late),
        )
