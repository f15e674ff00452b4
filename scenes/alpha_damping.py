"""Alpha damping: the learning rate tames the steep bowl, and a map tells which rates do."""

from collections.abc import Sequence
from typing import ClassVar

from manim import Create, LaggedStart, linear

from scenes.parts.alpha_damping import words
from scenes.parts.alpha_damping.alpha_map import MAP, AlphaMap
from scenes.parts.alpha_damping.lanes import LANES, Lanes
from scenes.parts.alpha_damping.numbers import AlphaDampingNumbers, numbers_of
from scenes.parts.alpha_damping.parameters import AlphaDampingParams
from scenes.parts.alpha_damping.weight_line import first_steps
from scenes.stage.bowl.bowl_scene import PANEL, PLOT
from scenes.stage.bowl.cobweb import cobweb_picture, follow_end
from scenes.stage.bowl.cobweb_words import how_to_read, shape_of_cobweb
from scenes.stage.bowl.descent_numbers import Leg
from scenes.stage.bowl.descent_scene import DescentScene
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.machine.rule import UpdateRule

__all__ = ["AlphaDamping", "AlphaDampingParams"]


class AlphaDamping(DescentScene):
    """Alpha shortens every step: the spiral becomes a staircase, and a map shows which alphas do that."""

    params: AlphaDampingParams = AlphaDampingParams()
    title: ClassVar[str] = "Alpha: damping the step"
    sections: ClassVar[tuple[str, ...]] = ("rule", "calm", "staircase", "lanes", "map")
    numbers: AlphaDampingNumbers

    def setup(self) -> None:
        """Compute the numbers."""
        super().setup()
        self.numbers = numbers_of(self.params)

    def beats(self) -> Sequence[Beat]:
        """Return the story: alpha enters the rule, the descent, its cobweb, and other learning rates."""
        n = self.numbers
        return (
            Beat("rule", words.rule_seen(n), self.build_rule, self.show_rule),
            Beat("calm", words.calm_seen(n), self.place_rule, self.show_calm),
            Beat("staircase", words.staircase_seen(n), self.place_descent, self.show_staircase),
            Beat("lanes", words.lanes_seen(n), self.place_cobweb, self.show_lanes),
            Beat("map", words.map_seen(n), self.place_lanes, self.show_map),
        )

    # the rule -----------------------------------------------------------------------------------------------

    def show_rule(self) -> None:
        """Let alpha enter the rule: the same weight_delta, a shorter step."""
        n, line = self.numbers, self.line
        before = self.new_rule(None)
        self.say_and_tell(words.SO_FAR, Appear(self.network, self.readout, before))
        self.play(Appear(line.axis, line.title, line.guides, line.start))
        self.play(Appear(line.rows[0]))
        self.say(words.first_step(n))
        self.wait(2)
        self.say_and_tell(words.alpha_enters(n), Leave(before), Appear(self.rule))
        self.play(Appear(line.rows[1]))
        self.say(words.damped_step(n))
        self.wait(2)

    def build_rule(self) -> None:
        """Build the network before its first step, the rule, and the line with the first steps."""
        n = self.numbers
        self.build()
        self.rule = self.new_rule(n.names[n.descent.alpha])
        self.line = first_steps(self.theme, PLOT, n)

    def place_rule(self) -> None:
        """Place the first steps beside the rule."""
        self.build_rule()
        self.place_context(words.alpha_enters(self.numbers).context)
        self.add(self.network, self.readout, self.rule, self.line)

    def new_rule(self, alpha: str | None) -> UpdateRule:
        """Return the rule with a learning rate, or without one."""
        return UpdateRule(self.theme, alpha, left=PANEL, right=RIGHT_EDGE, baseline=-3.0)

    # the descent --------------------------------------------------------------------------------------------

    def show_calm(self) -> None:
        """Descend the bowl with alpha in the rule."""
        n, bowl = self.numbers, self.bowl
        bowl.show_goal()
        self.say_and_tell(words.same_network(n), Leave(self.line))
        self.play(Appear(bowl.axes, bowl.names, bowl.ticks, bowl.scales, bowl.ring), Create(bowl.curve))
        self.add(bowl)
        self.wait(1)
        for leg in n.legs:
            self.take(leg)
        self.say_and_tell(words.outcome(n))
        self.wait(2)

    def take(self, leg: Leg) -> None:
        """Take a leg of the descent; of the steps the first ones are told."""
        if leg.lapse:
            self.run_through(leg)
        elif leg.end > self.numbers.one_by_one:
            self.show_step(leg.end)
            self.hop(leg, run_time=1)
        else:
            line = words.step(self.numbers, leg.end)
            self.say(line)
            self.show_step(leg.end)
            self.play(*self.tell(line.context))
            self.hop(leg, run_time=1.2)

    def place_descent(self) -> None:
        """Place the bowl as the descent leaves it, beside the network and the rule."""
        n = self.numbers
        self.build(len(n.legs))
        self.bowl.show_goal()
        self.rule = self.new_rule(n.names[n.descent.alpha])
        self.place_context(words.outcome(n).context)
        self.add(self.network, self.readout, self.rule, self.bowl)

    # the cobweb ---------------------------------------------------------------------------------------------

    def show_staircase(self) -> None:
        """Draw the cobweb of the same descent."""
        self.build_cobweb()
        n, web = self.numbers, self.web
        self.say(words.COBWEB)
        self.play(Leave(self.bowl, self.network, self.readout, self.rule), *self.tell(how_to_read(self.theme)))
        around = Appear(web.axes, web.names, web.ticks, web.scales, web.ring, web.start)
        self.play(around, Create(web.curve), Create(web.diagonal))
        self.say(words.multiplier(n))
        self.play(Appear(self.why, self.table))
        self.say(shape_of_cobweb(n.descent))
        dot = web.start.copy()
        self.play(Create(web.path), *follow_end(self, dot, web.path), run_time=5, rate_func=linear)
        self.remove(dot)
        self.add(web)
        self.wait(2)

    def build_cobweb(self) -> None:
        """Build the cobweb with its table and the multiplier."""
        n = self.numbers
        picture = cobweb_picture(self.theme, n.descent, n.turns, words.MULTIPLIER)
        self.web, self.table, self.why = picture

    def place_cobweb(self) -> None:
        """Place the cobweb as it is when it is drawn."""
        self.build_cobweb()
        self.place_context(how_to_read(self.theme))
        self.add(self.why, self.table, self.web)

    # learning rates -----------------------------------------------------------------------------------------

    def show_lanes(self) -> None:
        """Compare learning rates: a lane each, the error over the iterations."""
        self.build_lanes()
        n, lanes = self.numbers, self.lanes
        self.say_and_tell(words.several(n), Leave(self.web, self.table, self.why))
        self.play(Appear(lanes.axis), *(Appear(lane[0]) for lane in lanes.lanes))
        self.say(words.SAME_START)
        self.play(LaggedStart(*(Create(path) for path in lanes.paths), lag_ratio=0.3, run_time=6))
        self.say(words.verdicts(n))
        self.play(*(Appear(lane[2]) for lane in lanes.lanes))
        self.add(lanes)
        self.wait(4)

    def build_lanes(self) -> None:
        """Build the lanes."""
        self.lanes = Lanes(self.theme, LANES, self.numbers.lanes, self.numbers.names)

    def place_lanes(self) -> None:
        """Place the lanes as they are when all paths are drawn."""
        self.build_lanes()
        self.place_context(words.several(self.numbers).context)
        self.add(self.lanes)

    def show_map(self) -> None:
        """Put all learning rates on one bar, with the borders between what they do."""
        n = self.numbers
        plan = self.plan = AlphaMap(self.theme, MAP, n.borders, *n.tried, n.names)
        self.say_and_tell(words.all_alphas(n), Leave(self.lanes))
        self.play(Appear(plan.regions, plan.title))
        for line, border in zip(words.border_lines(n), plan.borders, strict=True):
            self.say(line)
            self.play(Appear(border))
        self.say(words.tried(n))
        self.play(Appear(plan.tried))
        self.say(words.place_on_map(n))
        self.add(plan)
        self.wait(3)
