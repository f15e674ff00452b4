"""The divergence spiral: a step that is too long for a steep bowl, seen in four pictures."""

from typing import ClassVar

from manim import Create, FadeIn, LaggedStart, VGroup, linear

from gdcore import ErrorCurve
from scenes.parts.divergence_spiral import words
from scenes.parts.divergence_spiral.numbers import DivergenceSpiralNumbers, numbers_of
from scenes.parts.divergence_spiral.parameters import DivergenceSpiralParams
from scenes.parts.divergence_spiral.update_line import UpdateLine
from scenes.stage.bowl.cobweb import cobweb_picture, follow_end
from scenes.stage.bowl.cobweb_words import how_to_read, shape_of_cobweb
from scenes.stage.bowl.descent_scene import DescentScene
from scenes.stage.bowl.outcome_words import growth
from scenes.stage.direction.moves import Appear, Leave

__all__ = ["DivergenceSpiral", "DivergenceSpiralParams"]


class DivergenceSpiral(DescentScene):
    """A bowl grows steep, every step overcorrects, and the path winds out in a square spiral."""

    params: DivergenceSpiralParams = DivergenceSpiralParams()
    title: ClassVar[str] = "The divergence spiral"
    sections: ClassVar[tuple[str, ...]] = ("narrow", "overshoot", "line", "spiral", "log")
    numbers: DivergenceSpiralNumbers

    def setup(self) -> None:
        """Compute the numbers and build the first picture, with the gentle bowl."""
        super().setup()
        self.numbers = numbers_of(self.params)
        self.build(curve=self.numbers.gentle, window=self.numbers.gentle_window)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_narrowing()
        self.show_overshoot()
        self.show_line()
        self.show_spiral()
        self.show_log()

    # beats --------------------------------------------------------------------------------------------------

    def show_narrowing(self) -> None:
        """Let the gentle bowl become the one of the input, the weight held, both in one window for that time."""
        n, bowl = self.numbers, self.bowl
        self.beat("narrow", words.turned_seen(n))
        line = words.gentle_bowl(n)
        self.play(*self.tell(line.context), Appear(self.network, self.readout))
        self.say(line)
        self.play(Appear(bowl.axes, bowl.names, bowl.ticks, bowl.scales), Create(bowl.curve), run_time=2)
        self.add(bowl)
        if n.gentle.goal_weight is not None:
            self.play(FadeIn(bowl.show_goal(), scale=0.4))
        if n.wide_window != n.gentle_window:
            self.say(words.PULL_BACK)
            self.change_window(n.wide_window)
        self.say_and_tell(words.narrowing(n))
        picture = (bowl.curve, bowl.dot, bowl.drop, bowl.ring, self.network, self.readout)
        self.play(*self.redraw(self.turn_input, *picture), run_time=4)
        bowl.show_goal()
        self.turn_input(1)
        if n.first_window != n.wide_window:
            self.say_and_tell(words.closer(n))
            self.change_window(n.first_window)
        self.say(words.goals(n))
        self.wait(3)

    def show_overshoot(self) -> None:
        """Take the steps that are drawn: what was needed, and what the rule took."""
        n, bowl = self.numbers, self.bowl
        self.beat("overshoot", words.overshoot_seen(n))
        self.say_and_tell(words.same_rule(n))
        bowl.show_tangent(n.start)
        self.play(Create(bowl.tangent))
        self.say(words.need(n, 1, sentence=True))
        self.wait(1)
        for leg in n.legs:
            if leg.start:
                line = words.step(n, leg.end)
                self.say(line)
                bowl.show_tangent(n.descent.weight[leg.start])
                self.play(*self.tell(line.context), Appear(bowl.tangent))
            self.show_step(leg.end)
            self.hop(leg, bowl.tangent, run_time=1.5)
            self.wait(0.3)
        self.say(growth(n.descent))
        self.wait(2)

    def show_line(self) -> None:
        """Plot weight_delta over the weight: the states lie on a straight line."""
        n = self.numbers
        self.beat("line", words.line_seen(n))
        line = self.line = UpdateLine(self.theme, n)
        plot, states = line.plot, zip(line.dots, line.table.rows, strict=True)
        self.say_and_tell(words.ON_A_LINE, Leave(self.bowl, self.network, self.readout))
        around = Appear(plot.axes, plot.names, plot.ticks, plot.scales, plot.ring)
        self.play(around, Create(plot.curve), Appear(line.rule))
        self.add(plot)
        self.say(words.along_the_line(n))
        self.play(LaggedStart(*(Appear(VGroup(dot, row)) for dot, row in states), lag_ratio=0.8, run_time=4))
        self.wait(2)

    def show_spiral(self) -> None:
        """Draw the cobweb, next weight over weight, and name the multiplier behind it."""
        n, line = self.numbers, self.line
        self.beat("spiral", words.spiral_seen(n))
        self.web, self.table, self.why = cobweb_picture(self.theme, n.descent, n.drawn, "1 - #[input]^2")
        web = self.web
        self.say(words.COBWEB_NAMED)
        self.play(Leave(line.plot, line.dots, line.table, line.rule), *self.tell(how_to_read(self.theme)))
        around = Appear(web.axes, web.names, web.ticks, web.scales, web.ring)
        self.play(around, Create(web.curve), Create(web.diagonal))
        self.play(Appear(web.start), Appear(self.table))
        if across := words.across_the_cobweb(n):
            self.say(across)
        dot = web.start.copy()
        self.play(Create(web.path), *follow_end(self, dot, web.path), run_time=6, rate_func=linear)
        self.remove(dot)
        self.add(web)
        self.say(words.multiplier(n))
        self.play(Appear(self.why))
        self.say(shape_of_cobweb(n.descent))
        self.wait(2)

    def show_log(self) -> None:
        """Show what the loop printed, down to its last line."""
        n = self.numbers
        log = self.log = self.standing_log()
        self.beat("log", words.log_seen(n))
        line = words.loop(n)
        self.say(line)
        self.show_numbers(float(n.descent.weight[-1]), rolling=False)
        self.play(Leave(self.table, self.why), Appear(self.network), *self.tell(line.context))
        self.play(Appear(log.header))
        self.play(LaggedStart(*(Appear(row) for row in log.rows), lag_ratio=0.6, run_time=3))
        self.say(words.end(n))
        self.play(Appear(log.rule, log.after))
        self.add(log)
        self.wait(3)

    # motion -------------------------------------------------------------------------------------------------

    def turn_input(self, time: float) -> None:
        """Show the bowl and the network on the way from the gentle input to the other."""
        n, bowl = self.numbers, self.bowl
        start, end = n.gentle.input, n.curve.input
        now = start * (end / start) ** time if start * end > 0 else (1 - time) * start + time * end
        bowl.error_curve = n.curve if time == 1 else ErrorCurve(now, n.curve.goal_pred)
        bowl.redraw()
        self.network.knob.show_range(bowl.window.left, bowl.window.right, bowl.error_curve.goal_weight)
        self.show_numbers(n.start, rolling=0 < time < 1)
