"""The divergence spiral: a step that is too long for a steep bowl, seen in four pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from manim import Create, FadeIn, LaggedStart, VGroup, linear

from gdcore import ErrorCurve, gradient_descent, way_from_goal
from scenes.parts.divergence_spiral.parameters import DivergenceSpiralParams
from scenes.parts.divergence_spiral.words import across_the_cobweb, along_the_line, line_seen, turned_seen
from scenes.stage.axes.line_plot import LinePlot, named_dots
from scenes.stage.axes.window import Window
from scenes.stage.bowl.alt_texts import cobweb_seen, log_seen, steps_seen
from scenes.stage.bowl.cobweb import cobweb_picture, follow_end, how_to_read
from scenes.stage.bowl.descent_numbers import DescentNumbers, Leg, legs_of
from scenes.stage.bowl.descent_scene import PANEL, PLOT, DescentScene
from scenes.stage.bowl.outcome_words import ending, growth, of_the_weight, shape_of_cobweb
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.bowl.windows import first_window, is_legible, window_around
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.tables.readout import StepTable, step_names
from scenes.stage.type.numbers import written
from scenes.stage.type.text import Words

__all__ = ["DivergenceSpiral", "DivergenceSpiralParams"]

NAMED = 4
"""How many states the line of the derivative shows: Start, Step 1, Step 2, Step 3."""
_FARTHEST = 1e150


@dataclass(frozen=True, eq=False)
class FirstSteps(DescentNumbers):
    """A descent of which the first steps are drawn, for which the axes pull back only once.

    Zooming in step with the growth would make every step look alike.

    Attributes:
        first_window: What the axes show at the start.
    """

    first_window: Window

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        """The steps that are drawn."""
        return legs_of(
            self.descent, self.first_window, one_by_one=self.one_by_one, last=self.one_by_one, at_once=True
        )


class DivergenceSpiral(DescentScene):
    """A bowl grows steep, every step overcorrects, and the path winds out in a square spiral."""

    params: DivergenceSpiralParams = DivergenceSpiralParams()
    title: ClassVar[str] = "The divergence spiral"
    sections: ClassVar[tuple[str, ...]] = ("narrow", "overshoot", "line", "spiral", "log")

    def setup(self) -> None:
        """Run the descent and build the first picture, with the gentle bowl."""
        super().setup()
        p = self.params
        self.steep = ErrorCurve(p.input, p.goal_pred)
        self.gentle = ErrorCurve(p.gentle_input, p.goal_pred)
        computed = gradient_descent(p.weight, p.input, p.goal_pred, iterations=p.iterations)
        self.weights = computed.weight[: p.drawn_steps + 1].tolist()
        self.drawn = len(self.weights) - 1
        both = self.window_of_both()
        first, last = (
            both if is_legible(curve, both, p.weight) else first_window(curve, weights)
            for curve, weights in ((self.gentle, self.weights[:1]), (self.steep, self.weights))
        )
        self.windows = first, both, last
        self.numbers = FirstSteps(computed, self.drawn, last)
        self.build(curve=self.gentle, window=first)

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
        p, bowl = self.params, self.bowl
        first, both, last = self.windows
        self.beat("narrow", turned_seen(self.gentle, self.steep, p.weight, closer=last != both))
        gentle, now = written(p.gentle_input), written(p.input)
        self.play(*self.tell(f"input {gentle}: the bowl to begin with"), Appear(self.network, self.readout))
        self.say(f"With an input of {gentle} the bowl looks like this.")
        self.play(Appear(bowl.axes, bowl.names, bowl.ticks, bowl.scales), Create(bowl.curve), run_time=2)
        self.add(bowl)
        if self.gentle.goal_weight is not None:
            self.play(FadeIn(bowl.show_goal(), scale=0.4))
        if both != first:
            self.say("Now the axes pull back, so that there is room for the next bowl.")
            self.change_window(both)
        self.say(self.narrowing)
        self.play(*self.tell(f"from input {gentle} to input {now}, the weight held"))
        picture = (bowl.curve, bowl.dot, bowl.drop, bowl.ring, self.network, self.readout)
        self.play(*self.redraw(self.turn_input, *picture), run_time=4)
        bowl.show_goal()
        self.turn_input(1)
        if last != both:
            self.say("Now drawn closer up: these are other axes.")
            self.play(*self.tell(f"input {now}, drawn closer up"))
            self.change_window(last)
        self.say(self.goals)
        self.wait(3)

    def show_overshoot(self) -> None:
        """Take the steps that are drawn: what was needed, and what the rule took."""
        stays = all(leg.window == self.numbers.first_window for leg in self.numbers.legs)
        how = "tangent first" if stays else "for which the axes pull back"
        self.beat("overshoot", steps_seen(self.descent, 0, self.drawn, how))
        self.say("The same rule as ever: weight_delta is subtracted from the weight.")
        self.play(*self.tell(self.need(1)))
        self.bowl.show_tangent(self.weights[0])
        self.play(Create(self.bowl.tangent))
        self.say(self.need(1, sentence=True))
        self.wait(1)
        for leg in self.numbers.legs:
            step = leg.end
            if step > 1:
                self.say(sentence_of_step(self.descent, step))
                self.bowl.show_tangent(self.weights[step - 1])
                self.play(
                    *self.tell(f"step {step} of {self.descent.iterations:,}: {self.need(step)}"),
                    Appear(self.bowl.tangent),
                )
            self.show_step(step)
            self.hop(leg, self.bowl.tangent, run_time=1.5)
            self.wait(0.3)
        self.say(growth(self.descent))
        self.wait(2)

    def show_line(self) -> None:
        """Plot weight_delta over the weight: the states lie on a straight line."""
        d, theme = self.descent, self.theme
        count = min(NAMED, self.drawn + 1)
        self.beat("line", line_seen(d, count))
        plot = self.line_plot(count)
        values = d.weight_delta[:count].tolist()
        dots = named_dots(
            plot, list(zip(self.weights, values, strict=False)), step_names(count), theme.weight, 0.25
        )
        table = self.table(r"weight\_delta", theme.slope, values)
        rule = Words(r"weight\_delta $=$ input $dot$ delta", size=0.3, colour=theme.ink, at=(PANEL, -3.0))
        self.say("Now weight_delta over the weight: all states lie on one straight line.")
        self.play(Leave(self.bowl, self.network, self.readout), *self.tell(r"weight\_delta over weight"))
        self.play(
            Appear(plot.axes, plot.names, plot.ticks, plot.scales, plot.ring), Create(plot.curve), Appear(rule)
        )
        self.add(plot)
        self.say(along_the_line(d.outcome))
        self.play(
            LaggedStart(
                *(Appear(VGroup(dot, row)) for dot, row in zip(dots, table.rows, strict=True)),
                lag_ratio=0.8,
                run_time=4,
            )
        )
        self.wait(2)
        self.leaving = [plot, dots, table, rule]

    def show_spiral(self) -> None:
        """Draw the cobweb, next weight over weight, and name the multiplier behind it."""
        d = self.descent
        self.beat("spiral", cobweb_seen(d, self.drawn))
        web, table, why = cobweb_picture(self.theme, d, self.drawn, "1 - #[input]^2")
        self.say("The next weight, over the weight before it. This picture is called a cobweb.")
        self.play(Leave(*self.leaving), *self.tell(how_to_read(self.theme)))
        self.play(
            Appear(web.axes, web.names, web.ticks, web.scales, web.ring), Create(web.curve), Create(web.diagonal)
        )
        self.play(Appear(web.start), Appear(table))
        if across := across_the_cobweb(d):
            self.say(across)
        dot = web.start.copy()
        self.play(Create(web.path), *follow_end(self, dot, web.path), run_time=6, rate_func=linear)
        self.remove(dot)
        self.add(web)
        self.say(f"Each step multiplies what the table shows by 1 minus input squared: {written(d.multiplier)}.")
        self.play(Appear(why))
        self.say(shape_of_cobweb(d))
        self.wait(2)
        self.web = web
        self.leaving = [table, why]

    def show_log(self) -> None:
        """Show what the loop printed, down to its last line."""
        self.log = self.standing_log()
        self.beat("log", log_seen("the cobweb, below the network,", self.descent))
        self.say(
            f"What the loop prints over {self.descent.iterations:,} steps."
            if self.descent.iterations > 1
            else "What the loop prints."
        )
        self.show_numbers(float(self.descent.weight[-1]), rolling=False)
        self.play(Leave(*self.leaving), Appear(self.network), *self.tell("the log of the loop"))
        self.play(Appear(self.log.header))
        self.play(LaggedStart(*(Appear(row) for row in self.log.rows), lag_ratio=0.6, run_time=3))
        self.say(ending(self.descent) if self.descent.overflowed else of_the_weight(self.descent.outcome))
        self.play(Appear(self.log.rule, self.log.after))
        self.add(self.log)
        self.wait(3)

    # pieces -------------------------------------------------------------------------------------------------

    def window_of_both(self) -> Window:
        """Return a window in which the gentle bowl and the steep one stand, and the start on both."""
        weight = self.params.weight
        curves = [self.gentle, self.steep]
        goals = [float(curve.goal_weight) for curve in curves if curve.goal_weight is not None]
        if any(abs(goal) > _FARTHEST for goal in goals):
            goals = []  # their errors are more than a computer can hold
        low, high = min([weight, *goals]), max([weight, *goals])
        margin = 0.45 * (high - low) if high - low > 1e-6 * max(1.0, abs(high)) else max(1.0, abs(weight) / 2)
        low, high = low - margin, high + margin
        top = max(*(float(c.error(weight)) * 1.15 for c in curves), float(self.gentle.error(low)))
        return Window(low, high, 0.0, top or 1.0)

    def line_plot(self, count: int) -> LinePlot:
        """Return the line of weight_delta over the weight, around the first `count` states."""
        around = window_around(self.steep, self.weights[:count])
        margin = 0.1 * (around.right - around.left)
        left, right = around.left - margin, around.right + margin
        low, high = self.weight_delta(left), self.weight_delta(right)
        window = Window(left, right, low, high) if low < high else Window(left, right, low - 1, high + 1)
        goal = self.steep.goal_weight
        return LinePlot(
            self.theme,
            PLOT,
            window,
            self.weight_delta,
            None if goal is None else (float(goal), 0.0),
            names=("weight", r"weight\_delta"),
            colours=(self.theme.weight, self.theme.slope),
        )

    def turn_input(self, alpha: float) -> None:
        """Show the bowl and the network on the way from the gentle input to the other."""
        p = self.params
        start, end = p.gentle_input, p.input
        now = start * (end / start) ** alpha if start * end > 0 else (1 - alpha) * start + alpha * end
        self.bowl.error_curve = ErrorCurve(end if alpha == 1 else now, p.goal_pred)
        self.bowl.redraw()
        window = self.bowl.window
        self.network.knob.show_range(window.left, window.right, self.bowl.error_curve.goal_weight)
        self.show_numbers(p.weight, rolling=0 < alpha < 1)

    def table(self, heading: str, colour: str, values: Sequence[float]) -> StepTable:
        """Return a table of a quantity at the start and after each step."""
        return StepTable(self.theme, heading, colour, values, left=PANEL, right=RIGHT_EDGE, top=1.8, height=4.4)

    def weight_delta(self, weight: float) -> float:
        """Return what alpha multiplies at a weight."""
        return float(self.descent.at(weight).weight_delta)

    # words --------------------------------------------------------------------------------------------------

    @property
    def narrowing(self) -> str:
        """How the bowl changes with the input."""
        now, before = abs(self.params.input), abs(self.params.gentle_input)
        end = written(self.params.input)
        if now == 0:
            return "With an input of 0 it is flat: no weight changes the error."
        if now == before:
            return f"With an input of {end} the bowl is as steep."
        return f"With an input of {end} it gets {'narrow and steep' if now > before else 'wide and gentle'}."

    @property
    def goals(self) -> str:
        """Where the bottoms of the two bowls lie."""
        before, now = self.gentle.goal_weight, self.steep.goal_weight
        if before is None or now is None:
            return (
                "Without a slope there is nothing to go by."
                if now is None
                else f"Its bottom, the goal weight, lies at {written(now)}."
            )
        if before == now:
            return f"Its bottom, the goal weight, stays at {written(now)}."
        return f"Its bottom, the goal weight, moves from {written(before)} to {written(now)}."

    def need(self, step: int, *, sentence: bool = False) -> str:
        """Return how far the goal weight was before a step, and how far the step went."""
        way, weight = way_from_goal(self.descent), self.descent.weight
        took = written(abs(weight[step] - weight[step - 1]))
        if self.descent.goal_weight is None:
            return f"No weight reaches the goal, and the step is {took}." if sentence else f"took {took}"
        if not way[step - 1]:
            return "It is on the goal weight already, as far as numbers can tell." if sentence else "already there"
        needed = written(abs(way[step - 1]))
        return (
            f"To reach the goal weight it needed {needed}; it took {took}."
            if sentence
            else f"needed {needed}, took {took}"
        )
