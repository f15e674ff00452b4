"""A scene in which a dot searches a bowl by hot and cold, while counters beside it tell what that costs."""

import numpy as np
from manim import Create, Mobject, VGroup, VMobject

from gdcore import HotAndCold, predictions_made
from scenes.parts.hot_cold_wiggles.numbers import ToldSearch
from scenes.stage.bowl.bowl_scene import BowlScene
from scenes.stage.tables.readout import Readout

ROWS = ("step_amount", "iteration", "predictions made", "weight", "prediction", "goal_pred", "error")
"""What the readout shows."""


class SearchMotion(BowlScene):
    """What it takes to show a search: counters beside its numbers, and a dot that may go to and fro.

    Attributes:
        told: The search that is told.
        trail: The way of a time-lapse, along the curve.
    """

    told: ToldSearch
    trail: VMobject

    @property
    def path(self) -> HotAndCold:
        """The search, as far as doubles can tell."""
        return self.told.search

    def build(self, told: ToldSearch) -> None:
        """Build the picture, at the start of a search."""
        self.told = told
        self.build_bowl(told.curve, told.window, told.search.weight[0])
        self.trail = VMobject(stroke_color=self.theme.faded(self.theme.weight), stroke_width=12)
        self.trail.set_z_index(-1)
        self.readout = self.new_readout()
        self.show_state(0)

    # motion -------------------------------------------------------------------------------------------------

    def hop(self, state: int, *, run_time: float) -> None:
        """Take the dot and the numbers from the state before to `state`; a path that is drawn already stays."""
        start, end = (float(self.told.search.weight[one]) for one in (state - 1, state))
        trace = [] if self.hopped(start, end) else [Create(self.leave(start, end))]
        self.travel(start, end, *trace, run_time=run_time)
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

    def lapse(self, start: int, end: int, *, run_time: float, stride: int = 1) -> None:
        """Run from one state to another in time-lapse; with a stride of 2, a bounce shows one side and is calm."""

        def show(state: int) -> None:
            self.show_state(state + (end - state) % stride)
            if start == 0:
                self.bowl.lay(self.trail, float(self.told.search.weight[0]), self.bowl.weight)

        self.run(start, end, show, self.trail, run_time=run_time)

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
        told = self.told
        there = told.arrival or 0
        # Not all of them: a hundred thousand take seconds to measure, and Manim copies them at each motion.
        seen = {*range(0, told.last + 1, 1 + told.last // 50), *range(there - 2, there + 3), told.last}
        readout = self.readout_of(ROWS, [state for state in sorted(seen) if 0 <= state <= told.last])
        readout.write("step_amount", told.name)
        return readout

    def show_state(self, state: int) -> None:
        """Show a state of the search at rest, everywhere, and what it has cost."""
        super().show_state(state)
        self.readout.write("iteration", f"{state:,} of {self.told.last:,}")
        self.readout.write("predictions made", f"{predictions_made(state):,}")
