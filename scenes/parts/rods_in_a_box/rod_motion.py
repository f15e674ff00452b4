"""A scene in which rods are pushed and pulled, while a dot in a plot follows them."""

from collections.abc import Callable, Sequence
from fractions import Fraction

from manim import Animation, Create, VGroup, linear, smooth

from gdcore import LinkedRods, RodMove
from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.line_formula import LineFormula
from scenes.parts.rods_in_a_box.numbers import RodsInABoxNumbers, Wiring
from scenes.parts.rods_in_a_box.rod_box import RodBox
from scenes.parts.rods_in_a_box.wiring_plot import WiringPlot
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE, LectureScene

NARROW = -1.0
"""Where the rulers end beside the plot."""


class RodMotion(LectureScene):
    """What it takes to move the rods.

    Attributes:
        numbers: What is shown.
        now: The rods as they are.
        rods, plot: The box with the rods, and the plot with the dot.
        wiring, formula: What joins the rods, for all to see, and the line that they move along.
    """

    numbers: RodsInABoxNumbers
    now: LinkedRods
    rods: RodBox
    plot: WiringPlot
    wiring: VGroup
    formula: LineFormula

    def make(self, move: RodMove, *then: Animation) -> None:
        """Make a move, while arrows show both changes; then run other animations."""
        *before, result = words.captions_of(move)
        for caption in before:
            self.say(caption)
            self.wait(1)
        self.make_room([move.before, move.after], self.rods.right)
        self.rods.tell_apart([move.before, move.after])
        self.say(result)
        self.slide(move.after, since=move.before, run_time=2.5)
        self.play(*self.tell(words.changes_of(move)), *then)
        unseen = self.rods.unseen(move.change)
        if unseen:
            self.say(words.moved_too_little(unseen))
            self.wait(1)

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

        def show(time: float) -> None:
            now = start.push(Fraction(time) * way)
            self.rods.show_rods(now, since)
            plot.show_rods(now, guides=guides)
            if drawn_from:
                plot.draw(0, drawn_from.blue, now.blue)

        shown = [plot] if plot in self.mobjects else []
        self.play(*self.redraw(show, self.rods, *shown), run_time=run_time, rate_func=rate_func)
        self.now = to
        show(1)

    def draw_line(self) -> None:
        """Let the rods go from one end of their way to the other, the dot drawing the line, and back."""
        low, high = self.numbers.wiring.reach
        self.slide(low, guides=True, run_time=1.5)
        self.say(words.ALONG_A_LINE)
        self.plot.show_line(0)
        self.slide(high, drawn_from=low, guides=True, run_time=4, rate_func=linear)
        self.slide(self.numbers.start, guides=True, run_time=1.5)

    def make_room(self, states: Sequence[LinkedRods], right: float, *others: Animation) -> None:
        """Let the rulers end at `right` and show all these states, while other animations run."""
        most = self.rods.rulers_for(states)
        if (most, right) != (self.rods.most, self.rods.right):
            others += tuple(self.redraw(self.rods.towards(most, right), self.rods))
        if others:
            self.play(*others, run_time=1.5)
        self.rods.show_rulers(most, right)

    def join(self, i: int) -> None:
        """Join the rods in way `i`, and draw the line that they now move along."""
        plot, wiring = self.plot, self.numbers.wirings[i]
        if self.now != self.numbers.start:
            self.slide(self.now.push(self.numbers.start.blue - self.now.blue), run_time=1)
        old_wiring, old_formula = self.wiring, self.formula
        self.show_wiring(wiring)
        self.say(words.derivative_here(wiring))
        self.play(Leave(old_wiring, old_formula))
        self.now = wiring.rods
        self.play(
            Appear(self.wiring, self.formula, *plot.names_of_lines[i]),
            Create(plot.show_line(i)),
            plot.lines[i - 1].animate.set_stroke(self.theme.muted),
        )

    def show_wiring(self, wiring: Wiring) -> None:
        """Let this be the wiring in the box, and the formula below it."""
        self.wiring = self.rods.wiring(wiring.name)
        self.formula = LineFormula(self.theme, wiring, left=LEFT_EDGE, right=NARROW + 1, baseline=-2.15)
