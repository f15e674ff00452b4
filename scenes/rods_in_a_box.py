"""Rods in a box: the derivative, as a machine that turns one change into another."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import ClassVar

from manim import DOWN, Animation, Create, FadeIn, LaggedStart, linear, smooth

from gdcore import LinkedRods, RodMove
from gdcore.arguments import Scalar
from scenes.parts.rods_in_a_box.change_table import ChangeTable
from scenes.parts.rods_in_a_box.line_formula import LineFormula
from scenes.parts.rods_in_a_box.parameters import RodsInABoxParams
from scenes.parts.rods_in_a_box.rod_box import RodBox
from scenes.parts.rods_in_a_box.wiring_plot import WiringPlot, window_over
from scenes.parts.rods_in_a_box.words import (
    inches,
    markup_of,
    other_wirings_seen,
    pull_seen,
    push_seen,
    puzzle_of,
    sentence_of_line,
    sentence_of_ratios,
    sentences_of,
    verb,
)
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE, LectureScene
from scenes.stage.type.numbers import names_of, plain, typst, written
from scenes.stage.type.text import Words

__all__ = ["RodsInABox", "RodsInABoxParams"]

WIDE, NARROW = 4.6, -1.0
"""Where the rulers end: alone in the picture, and beside the plot."""
PLOT = Box(left=1.95, right=5.4, bottom=-2.2, top=1.75)


class RodsInABox(LectureScene):
    """A closed box turns a push of the blue rod into a move of the red one: how far, is the derivative."""

    params: RodsInABoxParams = RodsInABoxParams()
    title: ClassVar[str] = "Rods in a box"
    sections: ClassVar[tuple[str, ...]] = ("box", "push", "pull", "ratio", "graph", "other_wirings")

    def setup(self) -> None:
        """Push the rods, and build the box and the table of what has changed."""
        super().setup()
        p, theme = self.params, self.theme
        self.start = LinkedRods(as_written(p.blue), as_written(p.red), as_written(p.derivative))
        self.moves = moves_of(self.start, [as_written(push) for push in p.pushes])
        self.now = self.start
        self.rods = RodBox(theme, self.start, WIDE)
        self.others = [LinkedRods(self.start.blue, self.start.red, as_written(d)) for d in p.other_derivatives]
        self.names = names_of([rods.derivative for rods in (self.start, *self.others)])
        verbs, changes = [verb(move.asked) for move in self.moves], [move.change for move in self.moves]
        self.table = ChangeTable(theme, verbs, changes, self.named(self.start))
        self.puzzle = Words(
            puzzle_of(self.moves[0]), size=0.36, colour=theme.ink, at=(LEFT_EDGE, -2.45), fit=WIDE - LEFT_EDGE
        )
        self.wiring = self.rods.wiring(self.named(self.start))
        self.formula = self.formula_of(self.start)
        states = self.sweep_of(self.start)
        wirings = [self.start, *self.others]
        window = window_over([*states, self.moves[-1].after])
        self.plot = WiringPlot(theme, PLOT, window, wirings, [self.named(rods) for rods in wirings])

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_box()
        self.show_push()
        self.show_pull()
        self.show_ratio()
        self.show_graph()
        self.show_other_wirings()

    # beats --------------------------------------------------------------------------------------------------

    def show_box(self) -> None:
        """Show the box, and how far the rods stick out."""
        self.beat(
            "box",
            f"Out of a closed box with a question mark on it stick a blue rod, {inches(self.start.blue)} long, "
            f"and below it a red one, {inches(self.start.red)} long, each over a ruler.",
        )
        self.say("A closed box, and two rods that stick out of it.")
        self.play(
            *self.tell("two rods, and whatever joins them"), Appear(self.rods, self.rods.question), run_time=2
        )
        self.say(f"Blue sticks out {inches(self.start.blue)}, red {inches(self.start.red)}.")
        self.wait(2)
        if len(set(self.rods.most)) > 1:
            self.say("They differ so much that each ruler has a scale of its own.")
            self.wait(2)
        self.say("Something inside joins them, and nobody can see what.")
        self.play(Appear(self.puzzle))
        self.wait(2)

    def show_push(self) -> None:
        """Push blue, and watch red; the changes are noted below."""
        self.beat("push", push_seen(self.moves[0]))
        self.play(Leave(self.puzzle))  # the table takes its place
        self.make(self.moves[0], Appear(self.table.heading), *self.note(0))
        self.say("In counts minus, out counts plus.")
        self.wait(2)

    def show_pull(self) -> None:
        """Make the other pushes; by default they bring both rods back."""
        self.beat("pull", pull_seen(self.moves))
        for i in range(1, len(self.moves)):
            self.make(self.moves[i], *self.note(i))
        if self.now == self.start:
            self.say("Both rods are back where they began.")
        self.wait(2)

    def show_ratio(self) -> None:
        """Divide red's change by blue's, and name what comes out."""
        table, derivative = self.table, plain(self.named(self.start))
        self.beat(
            "ratio",
            "A new column of the table divides red's change by blue's, row by row, and in the box "
            f"the question mark gives way to the factor {derivative}.",
        )
        self.say("Divide red's change by blue's.")
        self.play(*self.tell("red's change over blue's"), Appear(table.ratio_heading))
        self.play(LaggedStart(*(Appear(ratio) for ratio in table.ratios), lag_ratio=0.7, run_time=2.5))
        self.say(sentence_of_ratios(self.moves, self.named(self.start)))
        self.wait(2.5)
        self.say(f"This is the derivative of red with respect to blue: {derivative}.")
        self.play(
            *self.tell(f"the derivative of red with respect to blue is {typst(self.named(self.start))}"),
            Leave(self.rods.question),
            FadeIn(self.wiring, scale=0.8),
        )
        self.say("A derivative is always between two variables.")
        self.wait(3)

    def show_graph(self) -> None:
        """Slide along the line that red's length makes against blue's."""
        blue, red = written(self.start.blue), written(self.start.red)
        derivative = plain(self.named(self.start))
        self.beat(
            "graph",
            "As the rods move, a dot slides along a straight line, red's length over blue's; "
            f"below the box stands its formula, red − {red} = {derivative} · (blue − {blue}).",
        )
        plot, start, (low, high) = self.plot, self.start, self.sweep_of(self.start)
        self.say("Blue's length across, red's length up: one point shows both rods.")
        self.rods.show_rods(self.now)
        self.play(*self.tell("red's length over blue's"), Leave(self.table))
        self.make_room([low, high, self.now], NARROW)
        plot.show_rods(self.now)
        self.play(Appear(plot))
        self.slide(low, guides=True, run_time=1.5)
        self.say("As the rods move, the point slides along a straight line.")
        plot.show_line(0)
        self.slide(high, drawn_from=low, guides=True, run_time=4, rate_func=linear)
        self.slide(start, guides=True, run_time=1.5)
        self.make_room([start], NARROW)
        plot.show_rods(start)
        way = Fraction(low.change_to(high).blue)
        first, last = low.push(way / 4), low.push(way * 3 / 4)
        self.say(sentence_of_line(first.change_to(last)))
        self.play(Appear(plot.draw_steps(first, last)))
        self.wait(1)
        self.say(f"The slope of the line is the derivative, {derivative}.")
        self.play(Appear(self.formula))
        self.wait(3)

    def show_other_wirings(self) -> None:
        """Join the rods otherwise, and push blue as before."""
        self.beat("other_wirings", other_wirings_seen([self.named(rods) for rods in self.others], self.moves[0]))
        if not self.others:
            self.say("Whatever joins the rods, the derivative tells how red follows blue.")
            self.wait(4)
            return
        plot, moves = self.plot, [rods.move(self.moves[0].asked) for rods in self.others]
        pushed = [self.start, *(move.after for move in moves)]
        states = [*pushed, *(state for rods in self.others for state in self.sweep_of(rods))]
        window = plot.window if plot.suits(states) else window_over(states)
        self.say("The same box may be joined otherwise inside.")
        self.play(*self.tell("the same box, joined otherwise"), Leave(plot.steps))
        self.make_room(pushed, NARROW, ChangeWindow(plot, window))
        self.play(Appear(*plot.names_of_lines[0]))
        for i, move in enumerate(moves, 1):
            self.join(i, move.before)
            self.make(move)
            self.wait(1)
        self.say("The sign says whether red moves with blue or against it, the size how far.")
        self.wait(3)

    # moves --------------------------------------------------------------------------------------------------

    def make(self, move: RodMove, *then: Animation) -> None:
        """Make a move, while arrows show both changes; then run other animations."""
        captions = sentences_of(move)
        for caption in captions[:-1]:
            self.say(caption)
            self.wait(1)
        self.make_room([move.before, move.after], self.rods.right)
        self.rods.tell_apart([move.before, move.after])
        self.say(captions[-1])
        self.slide(move.after, since=move.before, run_time=2.5)
        self.play(*self.tell(markup_of(move)), *then)
        unseen = self.rods.unseen(move.change)
        if unseen:
            self.say(f"{' and '.join(unseen).capitalize()} moved too little to see here.")
            self.wait(1)

    def note(self, i: int) -> list[Animation]:
        """Return the animations that note a move in the table."""
        return [FadeIn(self.table.rows[i], shift=0.3 * DOWN)]

    def slide(
        self,
        to: LinkedRods,
        *,
        since: LinkedRods | None = None,
        drawn_from: LinkedRods | None = None,
        guides: bool = False,
        run_time: float,
        rate_func: Callable[[float], float] = smooth,
    ) -> None:
        """Move the rods to where they are at `to`, and in the plot the dot along with them.

        Args:
            to: The rods after it.
            since: Where arrows begin that show what has changed.
            drawn_from: Where the line begins that the dot draws.
            guides: Whether lines lead from the dot to the axes.
            run_time: The seconds that it takes.
            rate_func: The pace of it.
        """
        start, plot = self.now, self.plot
        way = start.change_to(to).blue

        def show(alpha: float) -> None:
            now = start.push(Fraction(alpha) * way)
            self.rods.show_rods(now, since)
            plot.show_rods(now, guides=guides)
            if drawn_from:
                plot.draw(0, drawn_from.blue, now.blue)

        shown = [plot] if plot in self.mobjects else []
        self.play(*self.redraw(show, self.rods, *shown), run_time=run_time, rate_func=rate_func)
        self.now = to
        show(1)

    def make_room(self, states: Sequence[LinkedRods], right: float, *others: Animation) -> None:
        """Let the rulers end at `right` and show all these states, while other animations run."""
        most = self.rods.rulers_for(states)
        if (most, right) != (self.rods.most, self.rods.right):
            others += tuple(self.redraw(self.rods.towards(most, right), self.rods))
        if others:
            self.play(*others, run_time=1.5)
        self.rods.show_rulers(most, right)

    def join(self, i: int, rods: LinkedRods) -> None:
        """Join the rods otherwise, and draw the line that they now move along."""
        plot, theme = self.plot, self.theme
        if self.now != self.start:
            self.slide(self.now.push(self.start.blue - self.now.blue), run_time=1)
        old_wiring, old_formula = self.wiring, self.formula
        self.wiring, self.formula = self.rods.wiring(self.named(rods)), self.formula_of(rods)
        self.say(f"Here the derivative is {plain(self.named(rods))}.")
        self.play(Leave(old_wiring, old_formula))
        self.now = rods
        self.play(
            Appear(self.wiring, self.formula, *plot.names_of_lines[i]),
            Create(plot.show_line(i)),
            plot.lines[i - 1].animate.set_stroke(theme.muted),
        )

    def named(self, rods: LinkedRods) -> str:
        """Return how the derivative of rods is written, apart from that of the others."""
        return self.names[rods.derivative]

    def formula_of(self, rods: LinkedRods) -> LineFormula:
        """Return the formula of the line that the rods move along, below the box."""
        return LineFormula(self.theme, rods, self.named(rods), left=LEFT_EDGE, right=NARROW + 1, baseline=-2.15)

    # what the pushes come to --------------------------------------------------------------------------------

    def sweep_of(self, rods: LinkedRods) -> tuple[LinkedRods, LinkedRods]:
        """Return the rods farthest in and farthest out of the plot."""
        offsets: list[Scalar] = [self.start.change_to(move.after).blue for move in self.moves]
        half: Scalar = self.start.blue / 2
        inwards, outwards = (rods.allowed(way * max(half, *map(abs, offsets))) for way in (-1, 1))
        return rods.push(inwards), rods.push(outwards)


def as_written(value: float) -> Fraction:
    """Return a parameter as it is written, without the rounding of a double: lengths then meet the box exactly."""
    return Fraction(str(value))


def moves_of(rods: LinkedRods, pushes: Sequence[Fraction]) -> list[RodMove]:
    """Return pushes made one after the other; where there is only one, the way back follows."""
    moves = [rods.move(pushes[0])]
    for push in pushes[1:]:
        moves.append(moves[-1].after.move(push))
    if len(moves) == 1:
        moves.append(moves[0].after.move(moves[0].before.blue - moves[0].after.blue))
    return moves
