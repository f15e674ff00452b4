"""A scene in which a dot descends a bowl while the network beside it learns."""

from manim import Animation, Create, Mobject, MoveAlongPath, linear

from gdcore import Descent, ErrorCurve, resolved
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.bowl.descent_numbers import DescentNumbers, Leg
from scenes.stage.direction.moves import Leave
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene
from scenes.stage.machine.network import Network
from scenes.stage.tables.log import Log, LogColumn
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import Column

PLOT = Box(left=-5.75, right=0.2, bottom=-2.3, top=2.05)
"""The axes of a scene with a column of numbers beside them."""
PANEL = 1.2
"""Where that column begins."""
PANEL_TOP = -0.36
"""The baseline of its first row, below the network."""

QUANTITIES = ("weight", "prediction", "error", "delta", "weight_delta")


class DescentScene(LectureScene):
    """What the scenes with a bowl, a network and a readout do alike.

    Attributes:
        numbers: The descent, and how it is told.
        bowl, network, readout: The picture.
    """

    numbers: DescentNumbers
    bowl: Bowl
    network: Network
    readout: Readout

    @property
    def descent(self) -> Descent:
        """The trajectory, as far as doubles can tell."""
        return self.numbers.descent

    def build(self, legs: int = 0, *, curve: ErrorCurve | None = None, window: Window | None = None) -> None:
        """Build bowl, network and readout as they stand after so many legs of the descent.

        Args:
            legs: How many legs are done.
            curve: Another error curve than that of the descent.
            window: Another window than that of the last leg.
        """
        n, theme = self.numbers, self.theme
        done = n.legs[:legs]
        state = done[-1].end if done else 0
        curve, window = curve or n.curve, window or (done[-1].window if done else n.first_window)
        self.bowl = Bowl(theme, PLOT, curve, window, n.descent.weight[state])
        self.bowl.speck_window = done[-1].speck if done else None
        for leg in done:
            if not leg.lapse:
                self.bowl.leave(n.descent.weight[leg.start], n.descent.weight[leg.end])
        self.bowl.redraw()
        self.network = Network(theme, at=(PANEL + 0.55, 1.1))
        self.network.knob.show_range(window.left, window.right, curve.goal_weight)
        self.readout = self.new_readout()
        self.show_state(state)
        self.show_step(state or "start")

    def new_readout(self) -> Readout:
        """Return a readout with room for all states that are shown."""
        n, theme = self.numbers, self.theme
        colours = {"delta": theme.ink, "weight_delta": theme.slope}
        rows: list[tuple[str, str, Column | None]] = [("step", theme.ink, None)]
        for name in QUANTITIES:
            column = Column(getattr(n.descent, name)[: n.shown + 1], signed=name in colours)
            rows.append((name, colours.get(name) or getattr(theme, name), column))
        rows.insert(3, ("goal_pred", theme.goal, Column([n.curve.goal_pred])))
        readout = Readout(theme, rows, left=PANEL, right=RIGHT_EDGE, top=PANEL_TOP)
        readout.write("goal_pred", n.curve.goal_pred)
        return readout

    def standing_log(self) -> Log:
        """Return the log of the loop, where the readout stood."""
        d, theme = self.descent, self.theme
        columns = [LogColumn(name, getattr(theme, name), getattr(d, name)) for name in QUANTITIES[:3]]
        return Log(theme, columns, left=PANEL, right=RIGHT_EDGE, top=PANEL_TOP, overflowed=d.overflowed)

    # motion -------------------------------------------------------------------------------------------------

    def hop(self, leg: Leg, *leaving: Mobject, run_time: float) -> None:
        """Take the dot and the numbers along a leg that is a step; what is leaving fades."""
        start, end = (float(self.descent.weight[state]) for state in (leg.start, leg.end))
        self.make_room(leg)
        bowl, network = self.bowl, self.network
        bowl.drop.points = bowl.drop.points[:0]
        arc = bowl.hop(start, end)
        trace = bowl.leave(start, end)

        def roll(time: float) -> None:
            self.show_numbers((1 - time) * start + time * end)

        self.play(
            MoveAlongPath(bowl.dot, arc),
            Create(trace),
            *([Leave(*leaving)] if leaving else []),
            *self.redraw(roll, network.knob, network, self.readout),
            run_time=run_time,
        )
        bowl.show_tangent(None)
        self.show_state(leg.end)

    def make_room(self, leg: Leg) -> None:
        """Pull back where the leg would leave the window; the old one shrinks to a framed speck."""
        if leg.window != self.bowl.window:
            self.bowl.speck_window = leg.speck
            self.change_window(leg.window)

    def change_window(self, window: Window) -> None:
        """Change the window of the bowl, and the range of the knob with it."""
        bowl, knob = self.bowl, self.network.knob

        def follow(_: float) -> None:
            knob.show_range(bowl.window.left, bowl.window.right, bowl.error_curve.goal_weight)
            knob.turn_to(bowl.weight)

        self.play(ChangeWindow(bowl, window), *self.redraw(follow, knob))

    def run_through(self, leg: Leg) -> None:
        """Run along a leg in time-lapse."""
        bowl, start, end = self.bowl, leg.start, leg.end
        self.say(f"Steps {start + 1:,} to {end:,} in time-lapse.")
        self.play(*self.tell(f"steps {start + 1:,} to {end:,}, in time-lapse"))
        self.make_room(leg)

        def show(time: float) -> None:
            state = round(start + time * (end - start))
            self.show_state(state)
            self.show_step(max(state, 1))

        self.play(
            *self.redraw(show, bowl.dot, bowl.drop, self.network, self.readout), run_time=5, rate_func=linear
        )
        self.show_state(end)

    def turn(self, start: float, end: float) -> list[Animation]:
        """Return the animations that turn the knob from one weight to another, the dot riding on the curve."""

        def show(time: float) -> None:
            weight = (1 - time) * start + time * end
            self.bowl.show_weight(weight)
            self.show_numbers(weight)

        return self.redraw(show, self.bowl.dot, self.bowl.drop, self.network, self.readout)

    # numbers ------------------------------------------------------------------------------------------------

    def show_state(self, state: int) -> None:
        """Show a state of the descent at rest, everywhere."""
        weight = float(self.descent.weight[state])
        self.show_numbers(weight, rolling=False)
        self.bowl.show_weight(weight)

    def show_numbers(self, weight: float, *, rolling: bool = True) -> None:
        """Show what a weight makes of the network, in the network and in the readout."""
        curve = self.bowl.error_curve
        now = resolved(curve.at(weight))
        self.network.show_values(weight, curve.input, now.prediction, now.error)
        for name in QUANTITIES:
            self.readout.write(name, getattr(now, name), rolling=rolling)

    def show_step(self, step: int | str) -> None:
        """Show in the readout which step is taken."""
        self.readout.write("step", step if isinstance(step, str) else f"{step:,} of {self.descent.iterations:,}")

    def show_badges(self, state: int) -> None:
        """Put delta and weight_delta of a state on the network."""
        self.network.delta.write(self.descent.delta[state])
        self.network.weight_delta.write(self.descent.weight_delta[state])
