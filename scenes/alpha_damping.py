"""Alpha damping: the learning rate tames the steep bowl, and a map tells which rates do."""

from typing import ClassVar

from manim import Create, LaggedStart, linear

from gdcore import ErrorCurve, Outcome, Verdict, alpha_borders, gradient_descent, resolved, sweep, verdict
from scenes.parts.alpha_damping.alpha_map import AlphaMap
from scenes.parts.alpha_damping.lanes import Lanes
from scenes.parts.alpha_damping.parameters import AlphaDampingParams
from scenes.parts.alpha_damping.weight_line import Step, WeightLine
from scenes.stage.axes.window import Box
from scenes.stage.bowl.alt_texts import cobweb_seen, lanes_seen, map_seen, rule_seen, steps_seen
from scenes.stage.bowl.cobweb import cobweb_picture, follow_end, how_to_read
from scenes.stage.bowl.descent_scene import PANEL, PLOT, DescentScene
from scenes.stage.bowl.outcome_words import growth, place_on_map, shape_of_cobweb
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.bowl.windows import first_window, window_around
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.machine.rule import UpdateRule
from scenes.stage.type.numbers import apart, names_of, plain, short, typst, written

__all__ = ["AlphaDamping", "AlphaDampingParams"]

DRAWN_ONE_BY_ONE = 4
LANES = Box(left=-5.4, right=6.55, bottom=-2.1, top=1.75)
MAP = Box(left=LEFT_EDGE, right=RIGHT_EDGE, bottom=-2.6, top=2.2)


class AlphaDamping(DescentScene):
    """Alpha shortens every step: the spiral becomes a staircase, and a map shows which alphas do that."""

    params: AlphaDampingParams = AlphaDampingParams()
    title: ClassVar[str] = "Alpha: damping the step"
    sections: ClassVar[tuple[str, ...]] = ("rule", "calm", "staircase", "lanes", "map")

    def setup(self) -> None:
        """Run the descent and build the bowl, the network and the readout."""
        super().setup()
        p = self.params
        curve = ErrorCurve(p.input, p.goal_pred)
        descent = gradient_descent(p.weight, p.input, p.goal_pred, alpha=p.alpha, iterations=p.iterations)
        rows = ("step", "weight", "prediction", "goal_pred", "error", "delta", "weight_delta")
        window = first_window(curve, descent.weight.tolist())
        self.stage(descent, curve, window, rows, iterations=p.iterations, alpha=p.alpha)
        self.borders = alpha_borders(p.input)
        self.names = names_of([1, p.alpha, *p.alphas, *(self.borders or ())])
        self.written = {alpha: plain(name) for alpha, name in self.names.items()}
        self.rule = UpdateRule(self.theme, self.names[p.alpha], left=PANEL, right=RIGHT_EDGE, baseline=-3.0)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_rule()
        self.show_calm()
        self.show_staircase()
        self.show_lanes()
        self.show_map()

    # beats --------------------------------------------------------------------------------------------------

    def show_rule(self) -> None:
        """Let alpha enter the rule: the same weight_delta, a shorter step."""
        p, theme, goal = self.params, self.theme, self.bowl.error_curve.goal_weight
        plain_step = self.plain_step
        damped = float(self.descent.weight[min(1, self.last)])
        alpha, ends = self.written[p.alpha], [plain(end) for end in apart([plain_step, damped], digits=3)]
        self.beat("rule", rule_seen(p.weight, (self.written[1], alpha), (ends[0], ends[1] if self.last else None)))
        steps = [
            Step(f"so far: alpha {self.written[1]}", plain_step, theme.slope),
            Step(f"now: alpha {typst(self.names[p.alpha])}", damped, theme.weight),
        ]
        line = WeightLine(theme, PLOT, p.weight, None if goal is None else float(goal), steps)
        before = UpdateRule(theme, None, left=PANEL, right=RIGHT_EDGE, baseline=-3.0)
        self.say("So far alpha was 1: the weight moved by the whole of weight_delta.")
        self.play(*self.tell("the rule so far, with an alpha of 1"), Appear(self.network, self.readout, before))
        self.play(Appear(line.axis, line.title, line.guides, line.start))
        self.play(Appear(line.rows[0]))
        self.say(f"It takes weight {written(p.weight)} to {ends[0]}; {self.where}.")
        self.wait(2)
        self.say(f"Alpha, written α in the rule, multiplies weight_delta. Here it is {alpha}.")
        self.play(*self.tell("alpha enters the rule, as $alpha$"), Leave(before), Appear(self.rule))
        self.play(Appear(line.rows[1]))
        self.say(f"Now the same weight_delta takes the weight to {ends[1]}." if self.last else self.ending)
        self.wait(2)
        self.line = line

    def show_calm(self) -> None:
        """Descend the bowl with alpha in the rule."""
        lapse = ", some of them in time-lapse" if self.last > DRAWN_ONE_BY_ONE + 1 else ""
        self.beat("calm", steps_seen(self.descent, 0, self.last, f"with alpha {self.written[self.alpha]}{lapse}"))
        bowl = self.bowl
        bowl.show_goal()
        now = f"The same network, input {written(self.params.input)}, now with alpha {self.written[self.alpha]}"
        self.say(f"{now}; its bowl is drawn closer up." if self.closer else f"{now}.")
        closer = ", drawn closer up" if self.closer else ""
        self.play(
            Leave(self.line), *self.tell(f"the same network, with alpha {typst(self.names[self.alpha])}{closer}")
        )
        self.play(Appear(bowl.axes, bowl.names, bowl.ticks, bowl.scales, bowl.ring), Create(bowl.curve))
        self.add(bowl)
        self.wait(1)
        first = min(DRAWN_ONE_BY_ONE, self.last)
        for step in range(1, first + 1):
            self.say(sentence_of_step(self.descent, step))
            self.show_step(step)
            self.play(*self.tell(f"step {step} of {self.iterations:,}"))
            self.hop(step, run_time=1.2)
        if self.last > first + 1:
            self.run_through(first, self.last - 1)
        if self.last > first:
            self.show_step(self.last)
            self.hop(self.last, run_time=1)
        end = f"weight {typst(short(self.descent.weight[-1]))}, error {typst(self.form('error', -1))}"
        self.say(self.ending if self.descent.overflowed else growth(self.descent))
        self.play(*self.tell(f"after {self.last:,} {'step' if self.last == 1 else 'steps'}: {end}"))
        self.wait(2)

    def show_staircase(self) -> None:
        """Draw the cobweb of the same descent."""
        steps = min(self.last, 200)
        if self.descent.outcome in (Outcome.DIVERGES, Outcome.MOVES_AWAY):
            steps = min(self.last, DRAWN_ONE_BY_ONE)
        self.beat("staircase", cobweb_seen(self.descent, steps))
        web, table, why = cobweb_picture(self, steps, "1 - alpha dot #[input]^2")
        self.say("The same cobweb as before: next weight over weight.")
        leaving = Leave(self.bowl, self.network, self.readout, self.rule)
        self.play(leaving, *self.tell(how_to_read(self.theme)))
        around = Appear(web.axes, web.names, web.ticks, web.scales, web.ring, web.start)
        self.play(around, Create(web.curve), Create(web.diagonal))
        self.say(f"Alpha makes the multiplier {written(self.descent.multiplier)}.")
        self.play(Appear(why, table))
        self.say(shape_of_cobweb(self.descent))
        dot = web.start.copy()
        self.play(Create(web.path), *follow_end(self, dot, web.path), run_time=5, rate_func=linear)
        self.remove(dot)
        self.add(web)
        self.wait(2)
        self.leaving = [web, table, why]

    def show_lanes(self) -> None:
        """Compare learning rates: a lane each, the error over the iterations."""
        p = self.params
        paths = sweep(self.descent, alphas=p.alphas)
        self.paths = [resolved(path) for path in paths]
        self.beat("lanes", lanes_seen([self.written[alpha] for alpha in p.alphas], self.paths, p.iterations))
        lanes = Lanes(self.theme, LANES, p.alphas, self.paths, self.names)
        steps = "1 step" if p.iterations == 1 else f"{p.iterations:,} steps"
        self.say("How is alpha found? By trying several, each in a lane of its own.")
        self.play(Leave(*self.leaving), *self.tell(f"the error over {steps}, on a logarithmic axis"))
        self.play(Appear(lanes.axis), *(Appear(lane[0]) for lane in lanes.lanes))
        self.say("Every lane starts at the same error.")
        self.play(LaggedStart(*(Create(path) for path in lanes.paths), lag_ratio=0.3, run_time=6))
        self.say(self.verdicts)
        self.play(*(Appear(lane[2]) for lane in lanes.lanes))
        self.add(lanes)
        self.wait(4)
        self.lanes = lanes

    def show_map(self) -> None:
        """Put all learning rates on one bar, with the borders between what they do."""
        p, borders, said = self.params, self.borders, self.written
        self.beat("map", map_seen(p.input, borders, p.alpha, said))
        plan = AlphaMap(self.theme, MAP, borders, p.alphas, p.alpha, self.names)
        none = "With this input no alpha changes anything."
        self.say("Two borders tell beforehand what an alpha will do." if borders else none)
        self.play(Leave(self.lanes), *self.tell(f"all alphas at once, for input {typst(short(p.input))}"))
        self.play(Appear(plan.regions, plan.title))
        if borders:
            self.say(f"At 1 over input squared, {said[borders.lands]}, one step lands on the goal weight.")
            self.play(Appear(plan.borders[0]))
            self.say(f"At twice that, {said[borders.bounces]}, it bounces; beyond, it diverges.")
            self.play(Appear(plan.borders[1]))
        ours = f"; the large dot is {said[p.alpha]}" if p.alpha > 0 else ""
        self.say(f"The alphas that we tried{ours}.")
        self.play(Appear(plan.tried))
        self.say(place_on_map(self.descent, p.alpha, said[p.alpha], borders))
        self.add(plan)
        self.wait(3)
        self.plan = plan

    # words --------------------------------------------------------------------------------------------------

    @property
    def plain_step(self) -> float:
        """Where the first step leads with an alpha of 1."""
        p = self.params
        return float(gradient_descent(p.weight, p.input, p.goal_pred, iterations=1).weight[-1])

    @property
    def closer(self) -> bool:
        """Whether the bowl is drawn closer up than a step with an alpha of 1 would need."""
        far = window_around(self.bowl.error_curve, (self.params.weight, self.plain_step))
        return self.bowl.window.width < 0.9 * far.width

    @property
    def where(self) -> str:
        """What the goal weight is, for a caption."""
        goal = self.bowl.error_curve.goal_weight
        return "no weight meets the goal" if goal is None else f"the goal weight is {written(goal)}"

    @property
    def verdicts(self) -> str:
        """What the lanes show, all kinds of them in a sentence."""
        said: dict[Verdict, list[str]] = {}
        for alpha, path in zip(self.params.alphas, self.paths, strict=True):
            said.setdefault(verdict(path), []).append(self.written[alpha])
        words = {
            Verdict.EXPLODES: "too high",
            Verdict.BOUNCES: "bouncing for ever",
            Verdict.GOOD: "good",
            Verdict.CREEPS: "too slow",
            Verdict.STANDS_STILL: "without effect",
        }
        return "; ".join(f"{', '.join(alphas)}: {words[kind]}" for kind, alphas in said.items()) + "."
