"""A scene in which a dot searches a bowl by hot and cold, while counters beside it tell what that costs."""

import numpy as np
from manim import Animation, Create, Mobject, MoveAlongPath, VGroup, VMobject, linear

from gdcore import predictions_made, resolved
from scenes.parts.hot_cold_wiggles.numbers import ToldSearch
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.bowl.descent_scene import PANEL, PANEL_TOP, PLOT
from scenes.stage.bowl.windows import window_around
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene
from scenes.stage.machine.network import Network
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import Column


class SearchMotion(LectureScene):
    """What it takes to show a search: a bowl, a network, a readout with counters, and how they move.

    Attributes:
        told: The search that is told.
        bowl, network, readout: The picture.
        trail: The way of a time-lapse, along the curve.
    """

    told: ToldSearch
    bowl: Bowl
    network: Network
    readout: Readout
    trail: VMobject

    def stage(self, told: ToldSearch) -> None:
        """Build the picture, at the start of a search."""
        self.told = told
        search = told.search
        self.bowl = Bowl(
            self.theme, PLOT, search.curve, window_around(search.curve, search.weight), search.weight[0]
        )
        self.trail = VMobject(stroke_color=self.theme.faded(self.theme.weight), stroke_width=12)
        self.trail.set_z_index(-1)
        self.network = Network(self.theme, at=(PANEL + 0.55, 1.1))
        self.readout = self.new_readout()
        self.follow_knob()
        self.show_state(0)

    # motion -------------------------------------------------------------------------------------------------

    def hop(self, state: int, *, run_time: float) -> None:
        """Take the dot and the numbers from the state before to `state`; a path that is drawn already stays."""
        bowl = self.bowl
        start, end = (float(self.told.search.weight[one]) for one in (state - 1, state))
        bowl.drop.points = bowl.drop.points[:0]
        arc = bowl.hop(start, end)
        trace = [] if self.hopped(start, end) else [Create(self.leave(start, end))]

        def roll(alpha: float) -> None:
            self.show_numbers((1 - alpha) * start + alpha * end)

        self.play(
            MoveAlongPath(bowl.dot, arc),
            *trace,
            *self.redraw(roll, self.network, self.readout),
            run_time=run_time,
        )
        self.show_state(state)

    def leave(self, start: float, end: float) -> VGroup:
        """Draw a hop as done; one that goes back the way it came puts a second tip on the arrow that is there."""
        back = self.hopped(end, start)
        trace = self.bowl.leave(start, end)
        if back:
            trace[1].points = trace[1].points[:0]
        return trace

    def hopped(self, start: float, end: float) -> bool:
        """Tell whether such a hop is drawn already."""
        near = 1e-6 * self.bowl.window.width
        return any(np.allclose(hop, (start, end), rtol=0, atol=near) for hop in self.bowl.past)

    def run(self, start: int, end: int, *, run_time: float, stride: int = 1) -> None:
        """Run from one state to another in time-lapse; with a stride of 2, a bounce shows one side and is calm."""

        def show(alpha: float) -> None:
            state = round(start + alpha * (end - start))
            self.show_state(state + (end - state) % stride)
            if start == 0:
                self.bowl.lay(self.trail, float(self.told.search.weight[0]), self.bowl.weight)

        self.play(
            *self.redraw(show, self.bowl.dot, self.bowl.drop, self.trail, self.network, self.readout),
            run_time=run_time,
            rate_func=linear,
        )
        self.show_state(end)

    def turn_dot(self, start: float, end: float) -> list[Animation]:
        """Return the animations that take the dot along the curve from one weight to another."""

        def show(alpha: float) -> None:
            weight = (1 - alpha) * start + alpha * end
            self.bowl.show_weight(weight)
            self.show_numbers(weight)

        return self.redraw(show, self.bowl.dot, self.bowl.drop, self.network, self.readout)

    def change_window(self, window: Window) -> None:
        """Change the window of the bowl, and the range of the knob with it."""
        if window != self.bowl.window:
            self.play(ChangeWindow(self.bowl, window), *self.redraw(self.follow_knob, self.network.knob))

    def follow_knob(self, _: float = 0) -> None:
        """Let the knob run over the window of the bowl."""
        window, knob = self.bowl.window, self.network.knob
        knob.show_range(window.left, window.right, self.bowl.error_curve.goal_weight)
        knob.turn_to(self.bowl.weight)

    def traces(self) -> list[Mobject]:
        """Return what the dot has left behind."""
        return [self.trail, self.bowl.hops]

    def clear_traces(self) -> None:
        """Forget what the dot has left behind."""
        bowl = self.bowl
        bowl.past.clear()
        bowl.hops.submobjects = []
        self.trail.points = self.trail.points[:0]
        self.add(bowl)

    # numbers ------------------------------------------------------------------------------------------------

    def new_readout(self) -> Readout:
        """Return a readout of the search that is told; its counters are empty until a state is shown."""
        theme, told, search = self.theme, self.told, self.told.search
        there = told.arrival or 0
        # Not all of them: a hundred thousand take seconds to measure, and Manim copies them at each motion.
        seen = {*range(0, told.last + 1, 1 + told.last // 50), *range(there - 2, there + 3), told.last}
        states = [state for state in sorted(seen) if 0 <= state <= told.last]
        goal_pred = search.problem.goal_pred
        readout = Readout(
            theme,
            [
                ("step_amount", theme.ink, None),
                ("iteration", theme.ink, None),
                ("predictions made", theme.ink, None),
                ("weight", theme.weight, Column(search.weight[states])),
                ("prediction", theme.prediction, Column(search.prediction[states])),
                ("goal_pred", theme.goal, Column([goal_pred])),
                ("error", theme.error, Column(search.error[states])),
            ],
            left=PANEL,
            right=RIGHT_EDGE,
            top=PANEL_TOP,
        )
        readout.write("step_amount", told.name)
        readout.write("goal_pred", goal_pred)
        return readout

    def show_state(self, state: int) -> None:
        """Show a state of the search at rest, everywhere."""
        weight = float(self.told.search.weight[state])
        self.bowl.show_weight(weight)
        self.show_numbers(weight, rolling=False)
        self.readout.write("iteration", f"{state:,} of {self.told.last:,}")
        self.readout.write("predictions made", f"{predictions_made(state):,}")

    def show_numbers(self, weight: float, *, rolling: bool = True) -> None:
        """Show what a weight makes of the network, in the network and in the readout."""
        now = resolved(self.told.search.at(weight))
        self.network.show_values(weight, self.told.search.problem.input, now.prediction, now.error)
        for name in ("weight", "prediction", "error"):
            self.readout.write(name, getattr(now, name), rolling=rolling)
