"""Descending the bowl: gradient descent on the error curve of one weight."""

from typing import Annotated, ClassVar

from manim import Animation, Create, FadeIn, FadeOut, LaggedStart, MoveAlongPath, linear, smooth
from pydantic import Field

from gdcore import Descent, ErrorCurve, StepKind, gradient_descent, share_left, step_kind
from scenes.stage.bowl import Bowl, visible_until, window_around
from scenes.stage.log import Log, LogColumn
from scenes.stage.network import Network
from scenes.stage.numbers import Column, plain, short, typst
from scenes.stage.parameters import Parameters
from scenes.stage.plot import Box, ChangeWindow
from scenes.stage.readout import Readout
from scenes.stage.rule import UpdateRule
from scenes.stage.scene import RIGHT_EDGE, LectureScene

PLOT = Box(left=-5.75, right=0.2, bottom=-2.3, top=2.05)
PANEL = 1.2
"""Where the right column begins."""

DRAWN_ONE_BY_ONE = 6
"""How many of the first steps are drawn one by one; so is the last, and what lies between runs in time-lapse."""


class BowlDescentParams(Parameters):
    """The parameters of BowlDescent: a network with one weight, and how it learns."""

    weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight before the first step.")] = 0
    input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the network.")] = 1.1
    goal_pred: Annotated[float, Field(ge=-1e9, le=1e9, description="The prediction to reach.")] = 0.8
    alpha: Annotated[float, Field(description="The learning rate; too large a one diverges.")] = 1
    iterations: Annotated[
        int, Field(ge=0, le=10_000, description="The number of steps.", json_schema_extra={"unit": "steps"})
    ] = 4


class BowlDescent(LectureScene):
    """A dot descends the error curve, always against the slope, while the network's numbers roll."""

    params: BowlDescentParams = BowlDescentParams()
    title: ClassVar[str] = "Descending the bowl"

    def setup(self) -> None:
        """Run the descent and build the bowl, the network and the readout."""
        super().setup()
        p, theme = self.params, self.theme
        self.descent = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
        self.last = len(self.descent.weight) - 1
        self.state = 0
        weights = self.descent.weight.tolist()
        curve = ErrorCurve(p.input, p.goal_pred)
        first = visible_until(curve, weights, 0) if self.last else 0
        window = window_around(curve, weights[: first + 1])
        self.bowl = Bowl(theme, PLOT, curve, window, weights[0])
        self.network = Network(theme, at=(PANEL + 0.55, 1.1))
        self.network.knob.show_range(window.left, window.right, curve.goal_weight)
        d = self.descent
        self.readout = Readout(
            theme,
            [
                ("step", theme.ink, None),
                ("weight", theme.weight, Column(d.weight)),
                ("prediction", theme.prediction, Column(d.prediction)),
                ("goal_pred", theme.goal, Column([p.goal_pred])),
                ("error", theme.error, Column(d.error)),
                ("delta", theme.ink, Column(d.delta, signed=True)),
                ("weight_delta", theme.slope, Column(d.weight_delta, signed=True)),
            ],
            left=PANEL,
            right=RIGHT_EDGE,
            top=-0.36,
        )
        self.rule = UpdateRule(theme, p.alpha, left=PANEL, right=RIGHT_EDGE, baseline=-3.0)
        self.show_state(0)
        self.readout.write("step", "start")
        self.readout.write("goal_pred", p.goal_pred)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_bowl()
        self.take_first_step()
        self.take_steps()
        self.show_log()

    # beats --------------------------------------------------------------------------------------------------

    def show_bowl(self) -> None:
        """Turn the weight through the window: every weight has an error."""
        self.beat("bowl")
        bowl, start = self.bowl, float(self.descent.weight[0])
        low, high = bowl.drawn_weights
        goal = bowl.error_curve.goal_weight
        self.say("One input, one weight, one prediction.")
        bowl.show_weight(low)
        self.show_numbers(low)
        context = "every weight has the same error" if goal is None else "every weight has an error"
        self.play(
            *self.tell(context),
            FadeIn(
                self.network, self.readout, bowl.axes, bowl.names, bowl.ticks, bowl.scales, bowl.dot, bowl.drop
            ),
            run_time=2,
        )
        self.say(
            "The input is 0, so whatever the weight, the prediction and the error stay the same."
            if goal is None
            else "Turn the weight: every weight has an error, and together they make a bowl."
        )
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
        self.beat("first_step")
        if self.last == 0:
            self.say(self.ending if self.params.iterations else "No step is asked for, so the weight stays.")
            self.play(
                *self.tell("the first update is too large" if self.params.iterations else "no steps to take")
            )
            self.wait(3)
            return
        network = self.network
        self.readout.write("step", f"1 of {self.params.iterations:,}")
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
        self.say("The weight moves against it, by alpha times weight_delta.")
        self.play(FadeIn(self.rule))
        self.wait(2)
        self.say(sentence_of_step(self.descent, 1))
        self.play(*self.tell(self.context_of(1)))
        self.hop(1, run_time=2)
        self.wait(2)

    def take_steps(self) -> None:
        """Take the other steps: the first and the last one by one, what lies between in time-lapse."""
        self.beat("steps")
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
                f"error {typst(short(self.descent.error[-1]))}"
            ),
            *([FadeOut(self.bowl.tangent)] if self.last else []),
        )
        self.bowl.show_tangent(None)
        self.wait(2)

    def show_log(self) -> None:
        """Put what the loop printed beside the path that it took."""
        self.beat("log")
        d, theme = self.descent, self.theme
        self.log = Log(
            theme,
            [
                LogColumn("weight", theme.weight, d.weight),
                LogColumn("prediction", theme.prediction, d.prediction),
                LogColumn("error", theme.error, d.error),
            ],
            left=PANEL,
            right=RIGHT_EDGE,
            top=-0.36,
            overflowed=d.overflowed,
        )
        leaving = [self.readout] + ([self.rule] if self.last else [])
        self.say("Line by line, what the loop prints: the state before each step.")
        self.play(FadeOut(*leaving))
        self.play(FadeIn(self.log.header))
        if self.log.rows:
            self.play(LaggedStart(*(FadeIn(row) for row in self.log.rows), lag_ratio=0.6, run_time=3))
        after = f"After the loop: weight {self.number('weight', -1)}, error {self.number('error', -1)}."
        self.say(self.ending if self.descent.overflowed else after)
        self.play(FadeIn(self.log.rule, self.log.after))
        self.add(self.log)
        self.wait(3)

    # steps --------------------------------------------------------------------------------------------------

    def take_step(self, step: int) -> None:
        """Take a step at reading speed: slope, delta and weight_delta, the hop."""
        before, network = step - 1, self.network
        self.say(sentence_of_step(self.descent, step))
        self.readout.write("step", f"{step:,} of {self.params.iterations:,}")
        self.bowl.show_tangent(self.descent.weight[before])
        self.show_badges(before)
        self.play(
            *self.tell(self.context_of(step)),
            FadeIn(self.bowl.tangent, network.delta, network.weight_delta),
        )
        self.wait(1)
        self.hop(step, run_time=1.5)
        self.wait(0.8)

    def hop(self, step: int, *, run_time: float) -> None:
        """Take the dot and the numbers from the state before `step` to the one after it."""
        start, end = (float(self.descent.weight[state]) for state in (step - 1, step))
        self.make_room(visible_until(self.bowl.error_curve, self.descent.weight.tolist(), step - 1), step)
        bowl, network = self.bowl, self.network
        bowl.drop.points = bowl.drop.points[:0]
        arc = bowl.hop(start, end)
        trace = bowl.leave(start, end)
        self.play(
            MoveAlongPath(bowl.dot, arc),
            Create(trace),
            FadeOut(bowl.tangent, network.delta, network.weight_delta),
            *self.change(
                lambda alpha: self.show_numbers((1 - alpha) * start + alpha * end),
                network.knob,
                network,
                self.readout,
            ),
            run_time=run_time,
        )
        bowl.show_tangent(None)
        self.show_state(step)

    def make_room(self, state: int, step: int) -> None:
        """Pull back, once, where the step would leave the window; the old one shrinks to a framed speck."""
        bowl, weights = self.bowl, self.descent.weight.tolist()
        if bowl.window.left <= weights[step] <= bowl.window.right:
            return
        bowl.speck_window = bowl.window
        knob, goal = self.network.knob, bowl.error_curve.goal_weight

        def follow(_: float) -> None:
            knob.show_range(bowl.window.left, bowl.window.right, goal)
            knob.turn_to(bowl.weight)

        self.play(
            ChangeWindow(bowl, window_around(bowl.error_curve, weights[: state + 1])), *self.change(follow, knob)
        )

    def run_through(self, start: int, end: int) -> None:
        """Run from one state to another in time-lapse."""
        weights = self.descent.weight.tolist()
        self.say(f"Steps {start + 1:,} to {end:,} in time-lapse.")
        self.play(*self.tell(f"steps {start + 1:,} to {end:,}, in time-lapse"))
        self.make_room(end + 1, max(range(start, end + 2), key=lambda k: abs(weights[k] - weights[0])))

        def show(alpha: float) -> None:
            state = round(start + alpha * (end - start))
            self.show_state(state)
            self.readout.write("step", f"{max(state, 1):,} of {self.params.iterations:,}")

        bowl = self.bowl
        self.play(
            *self.change(show, bowl.dot, bowl.drop, self.network, self.readout), run_time=5, rate_func=linear
        )
        self.show_state(end)

    def turn(self, start: float, end: float) -> list[Animation]:
        """Return the animations that turn the knob from one weight to another, the dot riding on the curve."""

        def show(alpha: float) -> None:
            weight = (1 - alpha) * start + alpha * end
            self.bowl.show_weight(weight)
            self.show_numbers(weight)

        return self.change(show, self.bowl.dot, self.bowl.drop, self.network, self.readout)

    # numbers ------------------------------------------------------------------------------------------------

    def show_state(self, state: int) -> None:
        """Show a state of the descent at rest, everywhere."""
        self.state = state
        self.show_numbers(float(self.descent.weight[state]), rolling=False)
        self.bowl.show_weight(self.descent.weight[state])

    def show_numbers(self, weight: float, *, rolling: bool = True) -> None:
        """Show what a weight makes of the network, in the network and in the readout."""
        p = self.params
        now = gradient_descent(weight, p.input, p.goal_pred, iterations=0)
        self.network.show_values(weight, p.input, now.prediction[0], now.error[0])
        for name in ("weight", "prediction", "error", "delta", "weight_delta"):
            self.readout.write(name, getattr(now, name)[0], rolling=rolling)

    def show_badges(self, state: int) -> None:
        """Put delta and weight_delta of a state on the network."""
        self.network.delta.write(self.descent.delta[state])
        self.network.weight_delta.write(self.descent.weight_delta[state])

    def number(self, name: str, state: int) -> str:
        """Return a quantity of a state as captions write it."""
        return plain(short(getattr(self.descent, name)[state]))

    # words --------------------------------------------------------------------------------------------------

    def context_of(self, step: int) -> str:
        """Return the line of context of a step: where the one before it has led, or how large the first one is."""
        words = first_words(self.descent) if step == 1 else words_before(self.descent, step)
        return f"step {step:,} of {self.params.iterations:,}: {words}"

    @property
    def ending(self) -> str:
        """What the descent came to, as a caption."""
        if self.descent.overflowed:
            return f"Step {self.last + 1:,} would take more than a computer can hold: it diverges."
        return self.descent.outcome.value


LITTLE, NEARLY = 0.1, 0.01
"""A miss this small beside the first one is a little one, and one this small is nearly none."""


def first_words(descent: Descent) -> str:
    """Return in a few words what the first step does."""
    kind, left = step_kind(descent, 1), share_left(descent, 1)
    if kind is StepKind.STAYS:
        return "nothing moves"
    if kind is StepKind.LANDS:
        return "straight onto the goal"
    direction = "increase" if descent.weight[1] > descent.weight[0] else "decrease"
    if kind is StepKind.APPROACHES and left > 0.9:
        return f"a small {direction}"
    if kind is StepKind.APPROACHES and left > 0.5:
        return f"an {direction}" if direction == "increase" else f"a {direction}"
    return f"a big {direction}"


def words_before(descent: Descent, step: int) -> str:
    """Return in a few words where a step begins, from what the one before it did."""
    kind, left = step_kind(descent, step - 1), share_left(descent, step - 1)
    again = " again" if step > 2 and step_kind(descent, step - 2) is kind else ""
    if kind in (StepKind.APPROACHES, StepKind.OVERSHOOTS) and left <= NEARLY:
        return "nearly there"
    match kind:
        case StepKind.OVERSHOOTS:
            return f"overshot{again}, a little" if left <= LITTLE else f"overshot{again}, so go back"
        case StepKind.APPROACHES:
            return "nearer, and the steps get shorter" if again else "still short of the goal, so go on"
        case StepKind.BOUNCES:
            return f"as far off{again} as before, on the other side"
        case StepKind.FLIES_OUT:
            return f"overshot{again}, and farther off than before"
        case StepKind.RETREATS:
            return f"farther off{again} than before"
        case StepKind.LANDS:
            return "on the goal, nothing left to learn"
    return "on the goal, nothing left to learn" if left <= NEARLY else "nothing moves"


def sentence_of_step(descent: Descent, step: int) -> str:
    """Return a caption for what a step does."""
    weight, error = (plain(short(values[step])) for values in (descent.weight, descent.error))
    kind = step_kind(descent, step)
    if kind is StepKind.STAYS:
        because = "the miss is 0" if descent.delta[step - 1] == 0 else "the update is as good as 0"
        return f"Step {step:,}: {because}, so the weight stays at {weight}."
    direction = "up" if descent.weight[step] > descent.weight[step - 1] else "down"
    where = {
        StepKind.LANDS: "right onto the goal",
        StepKind.APPROACHES: f"nearer to the goal; the error falls to {error}",
        StepKind.OVERSHOOTS: f"past the goal, yet the error falls to {error}",
        StepKind.BOUNCES: "past the goal, and as far off as before",
        StepKind.FLIES_OUT: f"past the goal; the error grows to {error}",
        StepKind.RETREATS: f"away from the goal; the error grows to {error}",
    }
    return f"Step {step:,}: {direction} to {weight}, {where[kind]}."
