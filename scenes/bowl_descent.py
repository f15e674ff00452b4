"""Descending the bowl: gradient descent on the error curve of one weight."""

from collections.abc import Sequence
from typing import ClassVar

from manim import Create, FadeIn, LaggedStart, linear, smooth

from scenes.parts.bowl_descent import words
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers, numbers_of
from scenes.parts.bowl_descent.parameters import BowlDescentParams
from scenes.stage.bowl.bowl_scene import PANEL
from scenes.stage.bowl.descent_numbers import Leg
from scenes.stage.bowl.descent_scene import DescentScene
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.direction.script import Line
from scenes.stage.machine.rule import UpdateRule
from scenes.stage.type.numbers import short

__all__ = ["BowlDescent", "BowlDescentParams"]


class BowlDescent(DescentScene):
    """A dot descends the error curve, always against the slope, while the network's numbers roll."""

    params: BowlDescentParams = BowlDescentParams()
    title: ClassVar[str] = "Descending the bowl"
    sections: ClassVar[tuple[str, ...]] = ("bowl", "first_step", "steps", "log")
    numbers: BowlDescentNumbers

    def setup(self) -> None:
        """Compute the numbers."""
        super().setup()
        self.numbers = numbers_of(self.params)

    def beats(self) -> Sequence[Beat]:
        """Return the story: the bowl, the first step slowly, the other steps, and what the loop prints."""
        n = self.numbers
        taken = words.step(n, 1) if n.legs else words.no_step(n)
        return (
            Beat("bowl", words.bowl_seen(n), self.stage, self.show_bowl),
            Beat(
                "first_step",
                words.first_step_seen(n),
                lambda: self.place(0, words.every_weight(n)),
                self.take_first_step,
            ),
            Beat("steps", words.other_steps_seen(n), lambda: self.place(1, taken), self.take_steps),
            Beat("log", words.log_seen(n), lambda: self.place(len(n.legs), words.outcome(n)), self.show_log),
        )

    def stage(self, legs: int = 0) -> None:
        """Build what is shown, as it stands after so many legs."""
        self.build(legs)
        alpha = short(self.numbers.descent.alpha)
        self.rule = UpdateRule(self.theme, alpha, left=PANEL, right=RIGHT_EDGE, baseline=-3.0)

    def place(self, legs: int, line: Line) -> None:
        """Place the picture as it stands after so many legs, with the context of a line."""
        self.stage(legs)
        self.place_context(line.context)
        self.bowl.show_goal()
        self.add(self.network, self.readout, self.bowl)
        if self.numbers.legs[:legs]:
            self.add(self.rule)

    # beats --------------------------------------------------------------------------------------------------

    def show_bowl(self) -> None:
        """Turn the weight through the window: every weight has an error."""
        n, bowl, line = self.numbers, self.bowl, words.every_weight(self.numbers)
        low, high = bowl.drawn_weights
        self.say(words.ONE_WEIGHT)
        bowl.show_weight(low)
        self.show_numbers(low)
        around = (bowl.axes, bowl.names, bowl.ticks, bowl.scales)
        picture = Appear(self.network, self.readout, *around, bowl.dot, bowl.drop)
        self.play(*self.tell(line.context), picture, run_time=2)
        self.say(line)
        self.play(Create(bowl.curve), *self.turn(low, high), run_time=4, rate_func=linear)
        self.add(bowl)
        if n.curve.goal_weight is not None:
            self.say(words.goal(n.curve.goal_weight))
            self.play(FadeIn(bowl.show_goal(), scale=0.4))
        self.say(words.start(n))
        self.play(*self.turn(high, float(n.descent.weight[0])), run_time=2, rate_func=smooth)
        self.show_state(0)
        self.wait(2)

    def take_first_step(self) -> None:
        """Take the first step slowly: the slope, delta, weight_delta, the rule, the hop."""
        n, network, tangent = self.numbers, self.network, self.bowl.tangent
        if not n.legs:
            self.say_and_tell(words.no_step(n))
            self.wait(3)
            return
        self.show_step(1)
        self.say_and_tell(words.slope(n))
        self.bowl.show_tangent(n.descent.weight[0])
        self.play(Create(tangent))
        self.say(words.delta(n))
        self.show_badges(0)
        self.play(FadeIn(network.delta, scale=0.6))
        self.say_and_tell(words.weight_delta(n), FadeIn(network.weight_delta, scale=0.6))
        self.say(words.RULE)
        self.play(Appear(self.rule))
        self.wait(2)
        self.say_and_tell(words.step(n, 1))
        self.hop(n.legs[0], tangent, network.delta, network.weight_delta, run_time=2)
        self.wait(2)

    def take_steps(self) -> None:
        """Take the other steps: the first and the last one by one, what lies between in time-lapse."""
        for leg in self.numbers.legs[1:]:
            if leg.lapse:
                self.run_through(leg)
            else:
                self.take_step(leg)
        self.say_and_tell(words.outcome(self.numbers))
        self.wait(2)

    def show_log(self) -> None:
        """Put what the loop printed beside the path that it took."""
        n = self.numbers
        self.log = self.standing_log()
        self.say(words.LOOP)
        self.play(Leave(self.readout, *([self.rule] if n.legs else [])))
        self.play(Appear(self.log.header))
        if self.log.rows:
            self.play(LaggedStart(*(Appear(row) for row in self.log.rows), lag_ratio=0.6, run_time=3))
        self.say(words.after_the_loop(n))
        self.play(Appear(self.log.rule, self.log.after))
        self.add(self.log)
        self.wait(3)

    # steps --------------------------------------------------------------------------------------------------

    def take_step(self, leg: Leg) -> None:
        """Take a step at reading speed: slope, delta and weight_delta, the hop."""
        shown = self.bowl.tangent, self.network.delta, self.network.weight_delta
        line = words.step(self.numbers, leg.end)
        self.say(line)
        self.show_step(leg.end)
        self.bowl.show_tangent(self.numbers.descent.weight[leg.start])
        self.show_badges(leg.start)
        self.play(*self.tell(line.context), Appear(*shown))
        self.wait(1)
        self.hop(leg, *shown, run_time=1.5)
        self.wait(0.8)
