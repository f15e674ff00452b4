"""Descending the bowl: gradient descent on the error curve of one weight."""

from typing import ClassVar

from manim import Create, FadeIn, LaggedStart, linear, smooth

from gdcore import ErrorCurve, gradient_descent
from scenes.parts.bowl_descent.parameters import BowlDescentParams
from scenes.stage.bowl.alt_texts import drawn_seen, first_step_seen, log_seen, steps_seen
from scenes.stage.bowl.descent_scene import PANEL, DescentScene
from scenes.stage.bowl.step_words import first_words, sentence_of_step, words_before
from scenes.stage.bowl.windows import first_window
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.machine.rule import UpdateRule
from scenes.stage.type.numbers import plain, short, typst

__all__ = ["BowlDescent", "BowlDescentParams"]

DRAWN_ONE_BY_ONE = 6
"""How many of the first steps are drawn one by one; so is the last, and what lies between runs in time-lapse."""


class BowlDescent(DescentScene):
    """A dot descends the error curve, always against the slope, while the network's numbers roll."""

    params: BowlDescentParams = BowlDescentParams()
    title: ClassVar[str] = "Descending the bowl"
    sections: ClassVar[tuple[str, ...]] = ("bowl", "first_step", "steps", "log")

    def setup(self) -> None:
        """Run the descent and build the bowl, the network and the readout."""
        super().setup()
        p = self.params
        descent = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
        curve = ErrorCurve(p.input, p.goal_pred)
        rows = ("step", "weight", "prediction", "goal_pred", "error", "delta", "weight_delta")
        window = first_window(curve, descent.weight.tolist())
        self.stage(descent, curve, window, rows, iterations=p.iterations, alpha=p.alpha)
        self.rule = UpdateRule(self.theme, short(p.alpha), left=PANEL, right=RIGHT_EDGE, baseline=-3.0)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_bowl()
        self.take_first_step()
        self.take_steps()
        self.show_log()

    # beats --------------------------------------------------------------------------------------------------

    def show_bowl(self) -> None:
        """Turn the weight through the window: every weight has an error."""
        bowl, start = self.bowl, float(self.descent.weight[0])
        self.beat("bowl", drawn_seen(bowl.error_curve, start))
        low, high = bowl.drawn_weights
        goal = bowl.error_curve.goal_weight
        self.say("One input, one weight, one prediction.")
        bowl.show_weight(low)
        self.show_numbers(low)
        context = "every weight has the same error" if goal is None else "every weight has an error"
        self.play(
            *self.tell(context),
            Appear(
                self.network, self.readout, bowl.axes, bowl.names, bowl.ticks, bowl.scales, bowl.dot, bowl.drop
            ),
            run_time=2,
        )
        none = "0" if self.params.input == 0 else "as good as 0"
        flat = f"The input is {none}, so whatever the weight, prediction and error stay the same."
        round_ = "Turn the weight: every weight has an error, and together they make a bowl."
        self.say(flat if goal is None else round_)
        self.play(Create(bowl.curve), *self.turn(low, high), run_time=4, rate_func=linear)
        self.add(bowl)
        if goal is not None:
            self.say(f"At weight {plain(short(goal))} the prediction meets the goal: there the error is 0.")
            self.play(FadeIn(bowl.show_goal(), scale=0.4))
        self.say(f"We start at weight {self.number('weight', 0)}, with an error of {self.number('error', 0)}.")
        self.play(*self.turn(high, start), run_time=2, rate_func=smooth)
        self.show_state(0)
        self.wait(2)

    def take_first_step(self) -> None:
        """Take the first step slowly: the slope, delta, weight_delta, the rule, the hop."""
        self.beat("first_step", first_step_seen(self.descent, self.alpha, self.iterations))
        if self.last == 0:
            self.say(self.ending if self.params.iterations else "No step is asked for, so the weight stays.")
            self.play(
                *self.tell("the first update is too large" if self.params.iterations else "no steps to take")
            )
            self.wait(3)
            return
        network = self.network
        self.show_step(1)
        self.say(f"The slope of the curve here is {self.number('slope', 0)}.")
        self.play(*self.tell(f"step 1 of {self.params.iterations:,}: which way, and how far?"))
        self.bowl.show_tangent(self.descent.weight[0])
        self.play(Create(self.bowl.tangent))
        self.say(f"delta, how far the prediction misses the goal, is {self.number('delta', 0)}.")
        self.show_badges(0)
        self.play(FadeIn(network.delta, scale=0.6))
        self.say(f"delta times the input is weight_delta, {self.number('weight_delta', 0)}: half the slope.")
        self.play(
            FadeIn(network.weight_delta, scale=0.6),
            *self.tell(r"slope $= 2 times$ weight\_delta; alpha absorbs the 2"),
        )
        self.say("The weight moves the other way, by alpha times weight_delta.")
        self.play(Appear(self.rule))
        self.wait(2)
        self.say(sentence_of_step(self.descent, 1))
        self.play(*self.tell(self.context_of(1)))
        self.hop(1, self.bowl.tangent, network.delta, network.weight_delta, run_time=2)
        self.wait(2)

    def take_steps(self) -> None:
        """Take the other steps: the first and the last one by one, what lies between in time-lapse."""
        how = "tangent first" if self.last <= DRAWN_ONE_BY_ONE + 1 else "some of them in time-lapse"
        self.beat("steps", steps_seen(self.descent, min(1, self.last), self.last, how))
        first = min(DRAWN_ONE_BY_ONE, self.last)
        for step in range(2, first + 1):
            self.take_step(step)
        if self.last > first + 1:
            self.run_through(first, self.last - 1)
        if self.last > first:
            self.take_step(self.last)
        self.say(self.ending)
        steps = "step" if self.last == 1 else "steps"
        self.play(
            *self.tell(
                f"after {self.last:,} {steps}: weight {typst(short(self.descent.weight[-1]))}, "
                f"error {typst(self.form('error', -1))}"
            ),
            *([Leave(self.bowl.tangent)] if self.last else []),
        )
        self.bowl.show_tangent(None)
        self.wait(2)

    def show_log(self) -> None:
        """Put what the loop printed beside the path that it took."""
        self.log = self.standing_log()
        self.beat("log", log_seen("the error curve", self.descent, self.log.lines))
        leaving = [self.readout] + ([self.rule] if self.last else [])
        self.say("Line by line, what the loop prints: the state before each step.")
        self.play(Leave(*leaving))
        self.play(Appear(self.log.header))
        if self.log.rows:
            self.play(LaggedStart(*(Appear(row) for row in self.log.rows), lag_ratio=0.6, run_time=3))
        after = f"After the loop: weight {self.number('weight', -1)}, error {self.number('error', -1)}."
        self.say(self.ending if self.descent.overflowed else after)
        self.play(Appear(self.log.rule, self.log.after))
        self.add(self.log)
        self.wait(3)

    # steps --------------------------------------------------------------------------------------------------

    def take_step(self, step: int) -> None:
        """Take a step at reading speed: slope, delta and weight_delta, the hop."""
        before, network = step - 1, self.network
        self.say(sentence_of_step(self.descent, step))
        self.show_step(step)
        self.bowl.show_tangent(self.descent.weight[before])
        self.show_badges(before)
        self.play(
            *self.tell(self.context_of(step)),
            Appear(self.bowl.tangent, network.delta, network.weight_delta),
        )
        self.wait(1)
        self.hop(step, self.bowl.tangent, network.delta, network.weight_delta, run_time=1.5)
        self.wait(0.8)

    # words --------------------------------------------------------------------------------------------------

    def context_of(self, step: int) -> str:
        """Return the line of context of a step: where the one before it has led, or how large the first one is."""
        words = first_words(self.descent) if step == 1 else words_before(self.descent, step)
        return f"step {step:,} of {self.params.iterations:,}: {words}"
