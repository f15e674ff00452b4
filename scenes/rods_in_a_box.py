"""Rods in a box: the derivative, as a machine that turns one change into another."""

from typing import ClassVar

from manim import DOWN, Animation, FadeIn, LaggedStart

from scenes.parts.rods_in_a_box import words
from scenes.parts.rods_in_a_box.change_table import ChangeTable
from scenes.parts.rods_in_a_box.numbers import numbers_of
from scenes.parts.rods_in_a_box.parameters import RodsInABoxParams
from scenes.parts.rods_in_a_box.rod_box import RodBox
from scenes.parts.rods_in_a_box.rod_motion import NARROW, RodMotion
from scenes.parts.rods_in_a_box.wiring_plot import WiringPlot, window_over
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE
from scenes.stage.type.text import Words

__all__ = ["RodsInABox", "RodsInABoxParams"]

WIDE = 4.6
"""Where the rulers end, alone in the picture."""
PLOT = Box(left=1.95, right=5.4, bottom=-2.2, top=1.75)


class RodsInABox(RodMotion):
    """A closed box turns a push of the blue rod into a move of the red one; the derivative says how far."""

    params: RodsInABoxParams = RodsInABoxParams()
    title: ClassVar[str] = "Rods in a box"
    sections: ClassVar[tuple[str, ...]] = ("box", "push", "pull", "ratio", "graph", "other_wirings")

    def setup(self) -> None:
        """Push the rods, and build the box, the table of what has changed, and the plot."""
        super().setup()
        self.numbers = n = numbers_of(self.params)
        theme, self.now = self.theme, n.start
        self.rods = RodBox(theme, n.start, WIDE)
        self.table = ChangeTable(theme, n.moves, n.wiring.name)
        question = words.puzzle(n.moves[0])
        self.puzzle = Words(question, size=0.36, colour=theme.ink, at=(LEFT_EDGE, -2.45), fit=WIDE - LEFT_EDGE)
        self.show_wiring(n.wiring)
        self.plot = WiringPlot(theme, PLOT, window_over([*n.wiring.reach, n.end]), n.wirings)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_box()
        self.show_push()
        self.show_pull()
        self.show_ratio()
        self.show_graph()
        self.show_other_wirings()

    def show_box(self) -> None:
        """Show the box, and how far the rods stick out."""
        self.beat("box", words.box_seen(self.numbers.start))
        self.say(words.TWO_RODS)
        self.play(*self.tell(words.WHATEVER_JOINS_THEM), Appear(self.rods, self.rods.question), run_time=2)
        self.say(words.lengths(self.numbers.start))
        self.wait(2)
        if len(set(self.rods.most)) > 1:
            self.say(words.TWO_SCALES)
            self.wait(2)
        self.say(words.NOBODY_CAN_SEE)
        self.play(Appear(self.puzzle))
        self.wait(2)

    def show_push(self) -> None:
        """Push blue, and watch red; the changes are noted below."""
        first = self.numbers.moves[0]
        self.beat("push", words.push_seen(first))
        self.play(Leave(self.puzzle))  # the table takes its place
        self.make(first, Appear(self.table.heading), self.note(0))
        self.say(words.SIGNS)
        self.wait(2)

    def show_pull(self) -> None:
        """Make the other pushes; by default they bring both rods back."""
        first, *others = self.numbers.moves
        self.beat("pull", words.pull_seen(self.numbers.moves))
        for i, move in enumerate(others, 1):
            self.make(move, self.note(i))
        if self.numbers.end == first.before:
            self.say(words.BACK_AGAIN)
        self.wait(2)

    def show_ratio(self) -> None:
        """Divide red's change by blue's, and name what comes out."""
        table, wiring = self.table, self.numbers.wiring
        self.beat("ratio", words.ratio_seen(wiring))
        self.say(words.DIVIDE)
        self.play(*self.tell(words.DIVIDED), Appear(table.ratio_heading))
        self.play(LaggedStart(*(Appear(ratio) for ratio in table.ratios), lag_ratio=0.7, run_time=2.5))
        self.say(words.ratios(self.numbers))
        self.wait(2.5)
        self.say(words.derivative(wiring))
        self.play(
            *self.tell(words.derivative_context(wiring)),
            Leave(self.rods.question),
            FadeIn(self.wiring, scale=0.8),
        )
        self.say(words.BETWEEN_TWO)
        self.wait(3)

    def show_graph(self) -> None:
        """Slide along the line that red's length makes against blue's."""
        plot, wiring, start = self.plot, self.numbers.wiring, self.numbers.start
        self.beat("graph", words.graph_seen(wiring))
        self.say(words.ONE_POINT)
        self.rods.show_rods(self.now)
        self.play(*self.tell(words.LENGTH_OVER_LENGTH), Leave(self.table))
        self.make_room([*wiring.reach, self.now], NARROW)
        plot.show_rods(self.now)
        self.play(Appear(plot))
        self.draw_line()
        self.make_room([start], NARROW)
        plot.show_rods(start)
        first, last = wiring.on_the_line
        self.say(words.along_the_line(first.change_to(last)))
        self.play(Appear(plot.draw_steps(first, last)))
        self.wait(1)
        self.say(words.slope(wiring))
        self.play(Appear(self.formula))
        self.wait(3)

    def show_other_wirings(self) -> None:
        """Wire the box differently, and push blue as before."""
        plot, others = self.plot, self.numbers.others
        self.beat("other_wirings", words.other_wirings_seen(others))
        if not others:
            self.say(words.WHATEVER_JOINS)
            self.wait(4)
            return
        pushed = [self.numbers.start, *(wiring.push.after for wiring in others)]
        states = [*pushed, *(rods for wiring in others for rods in wiring.reach)]
        window = plot.window if plot.suits(states) else window_over(states)
        self.say(words.WIRED_DIFFERENTLY)
        self.play(*self.tell(words.SAME_BOX), Leave(plot.steps))
        self.make_room(pushed, NARROW, ChangeWindow(plot, window))
        self.play(Appear(*plot.names_of_lines[0]))
        for i, wiring in enumerate(others, 1):
            self.join(i)
            self.make(wiring.push)
            self.wait(1)
        self.say(words.SIGN_AND_SIZE)
        self.wait(3)

    def note(self, i: int) -> Animation:
        """Return the animation that notes a move in the table."""
        return FadeIn(self.table.rows[i], shift=0.3 * DOWN)
