"""A scene in which a dot moves in a bowl while the network beside it learns."""

from collections.abc import Callable, Sequence
from typing import Any

from manim import Animation, Mobject, MoveAlongPath, linear

from gdcore import ErrorCurve, Trajectory, resolved
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene
from scenes.stage.machine.network import Network
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import Column

PLOT = Box(left=-5.75, right=0.2, bottom=-2.3, top=2.05)
"""The axes of a scene with a column of numbers beside them."""
PANEL = 1.2
"""Where that column begins."""
PANEL_TOP = -0.36
"""The baseline of its first row, below the network."""

QUANTITIES = ("weight", "prediction", "error", "delta", "weight_delta")
SIGNED = ("delta", "weight_delta")


class BowlScene(LectureScene):
    """What descents and searches do alike: a dot moves along the curve, and all numbers with it.

    Attributes:
        bowl, network, readout: The picture.
    """

    bowl: Bowl
    network: Network
    readout: Readout

    @property
    def path(self) -> Trajectory:
        """The trajectory that is told, as far as doubles can tell."""
        raise NotImplementedError

    def build_bowl(self, curve: ErrorCurve, window: Window, weight: float) -> None:
        """Build a bowl with the dot at a weight, and the network that it is the bowl of."""
        self.bowl = Bowl(self.theme, PLOT, curve, window, weight)
        self.network = Network(self.theme, at=(PANEL + 0.55, 1.1))
        self.follow_knob()

    def readout_of(self, rows: Sequence[str], states: Any) -> Readout:
        """Return a readout with these rows and with room for some states; whatever is not a quantity is a text."""
        theme, path, goal_pred = self.theme, self.path, self.path.problem.goal_pred
        colours = {"goal_pred": theme.goal, "weight_delta": theme.slope}
        columns = {"goal_pred": Column([goal_pred])}
        for name in QUANTITIES:
            if name in rows:
                columns[name] = Column(getattr(path, name)[states], signed=name in SIGNED)
                colours.setdefault(name, getattr(theme, name, theme.ink))
        shown = [(name, colours.get(name, theme.ink), columns.get(name)) for name in rows]
        readout = Readout(theme, shown, left=PANEL, right=RIGHT_EDGE, top=PANEL_TOP)
        readout.write("goal_pred", goal_pred)
        return readout

    # motion -------------------------------------------------------------------------------------------------

    def travel(self, start: float, end: float, *others: Animation, run_time: float) -> None:
        """Take the dot over an arc from one weight to another, and the numbers with it."""
        bowl = self.bowl
        bowl.drop.points = bowl.drop.points[:0]

        def roll(time: float) -> None:
            self.show_numbers((1 - time) * start + time * end)

        self.play(
            MoveAlongPath(bowl.dot, bowl.hop(start, end)),
            *others,
            *self.redraw(roll, self.network, self.readout),
            run_time=run_time,
        )

    def run(self, start: int, end: int, show: Callable[[int], Any], *redrawn: Mobject, run_time: float) -> None:
        """Run from one state to another in time-lapse; `show` shows a state, and redraws some mobjects for it."""
        bowl = self.bowl
        picture = (bowl.dot, bowl.drop, *redrawn, self.network, self.readout)
        self.play(
            *self.redraw(lambda time: show(round(start + time * (end - start))), *picture),
            run_time=run_time,
            rate_func=linear,
        )
        self.show_state(end)

    def turn(self, start: float, end: float) -> list[Animation]:
        """Return the animations that turn the knob from one weight to another, the dot riding on the curve."""

        def show(time: float) -> None:
            weight = (1 - time) * start + time * end
            self.bowl.show_weight(weight)
            self.show_numbers(weight)

        return self.redraw(show, self.bowl.dot, self.bowl.drop, self.network, self.readout)

    def change_window(self, window: Window) -> None:
        """Change the window of the bowl, and the range of the knob with it."""
        if window != self.bowl.window:
            self.play(ChangeWindow(self.bowl, window), *self.redraw(self.follow_knob, self.network.knob))

    def follow_knob(self, _: float = 0) -> None:
        """Let the knob run over the window of the bowl."""
        bowl, knob = self.bowl, self.network.knob
        knob.show_range(bowl.window.left, bowl.window.right, bowl.error_curve.goal_weight)
        knob.turn_to(bowl.weight)

    # numbers ------------------------------------------------------------------------------------------------

    def show_state(self, state: int) -> None:
        """Show a state of the trajectory at rest, everywhere."""
        weight = float(self.path.weight[state])
        self.bowl.show_weight(weight)
        self.show_numbers(weight, rolling=False)

    def show_numbers(self, weight: float, *, rolling: bool = True) -> None:
        """Show what a weight makes of the network, in the network and in the readout."""
        curve = self.bowl.error_curve
        now = resolved(curve.at(weight))
        self.network.show_values(weight, curve.input, now.prediction, now.error)
        for name in QUANTITIES:
            if name in self.readout.columns:
                self.readout.write(name, getattr(now, name), rolling=rolling)
