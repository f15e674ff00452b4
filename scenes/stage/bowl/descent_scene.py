"""A scene in which a dot descends a bowl while the network beside it learns."""

from manim import Create, Mobject

from gdcore import Descent, ErrorCurve
from scenes.stage.axes.window import Window
from scenes.stage.bowl.bowl_scene import PANEL, PANEL_TOP, QUANTITIES, BowlScene
from scenes.stage.bowl.descent_numbers import DescentNumbers, Leg
from scenes.stage.bowl.step_words import lapse
from scenes.stage.direction.moves import Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.tables.log import Log, LogColumn

ROWS = ("step", "weight", "prediction", "goal_pred", "error", "delta", "weight_delta")
"""What the readout shows."""


class DescentScene(BowlScene):
    """What it takes to show a descent, leg by leg.

    Attributes:
        numbers: The descent, and how it is told.
    """

    numbers: DescentNumbers

    @property
    def path(self) -> Descent:
        """The descent, as far as doubles can tell."""
        return self.numbers.descent

    def build(self, legs: int = 0, *, curve: ErrorCurve | None = None, window: Window | None = None) -> None:
        """Build bowl, network and readout as they stand after so many legs of the descent.

        Args:
            legs: How many legs are done.
            curve: Another error curve than that of the descent.
            window: Another window than that of the last leg.
        """
        n = self.numbers
        done = n.legs[:legs]
        state = done[-1].end if done else 0
        window = window or (done[-1].window if done else n.first_window)
        self.build_bowl(curve or n.curve, window, n.descent.weight[state])
        self.bowl.speck_window = done[-1].speck if done else None
        for leg in done:
            if not leg.lapse:
                self.bowl.leave(n.descent.weight[leg.start], n.descent.weight[leg.end])
        self.bowl.redraw()
        self.readout = self.readout_of(ROWS, slice(n.shown + 1))
        self.show_state(state)
        self.show_step(state or "start")

    def standing_log(self) -> Log:
        """Return the log of the loop, where the readout stood."""
        path, theme = self.path, self.theme
        columns = [LogColumn(name, getattr(theme, name), getattr(path, name)) for name in QUANTITIES[:3]]
        return Log(theme, columns, left=PANEL, right=RIGHT_EDGE, top=PANEL_TOP, overflowed=path.overflowed)

    # motion -------------------------------------------------------------------------------------------------

    def hop(self, leg: Leg, *leaving: Mobject, run_time: float) -> None:
        """Take the dot and the numbers along a leg that is a step; what is leaving fades."""
        start, end = (float(self.path.weight[state]) for state in (leg.start, leg.end))
        self.make_room(leg)
        trace = Create(self.bowl.leave(start, end))
        self.travel(start, end, trace, *([Leave(*leaving)] if leaving else []), run_time=run_time)
        self.bowl.show_tangent(None)
        self.show_state(leg.end)

    def make_room(self, leg: Leg) -> None:
        """Pull back where the leg would leave the window; the old one shrinks to a framed speck."""
        if leg.window != self.bowl.window:
            self.bowl.speck_window = leg.speck
            self.change_window(leg.window)

    def run_through(self, leg: Leg) -> None:
        """Run along a leg in time-lapse."""
        self.say_and_tell(lapse(leg))
        self.make_room(leg)

        def show(state: int) -> None:
            self.show_state(state)
            self.show_step(max(state, 1))

        self.run(leg.start, leg.end, show, run_time=5)

    # numbers ------------------------------------------------------------------------------------------------

    def show_step(self, step: int | str) -> None:
        """Show in the readout which step is taken."""
        self.readout.write("step", step if isinstance(step, str) else f"{step:,} of {self.path.iterations:,}")
