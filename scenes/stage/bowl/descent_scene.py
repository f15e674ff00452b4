"""A scene in which a dot descends a bowl while the network beside it learns."""

from collections.abc import Sequence

from manim import Animation, Create, Mobject, MoveAlongPath, linear

from gdcore import Descent, ErrorCurve, resolved
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.bowl.outcome_words import ENDINGS
from scenes.stage.bowl.windows import visible_until, window_around
from scenes.stage.direction.moves import Leave
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene
from scenes.stage.machine.network import Network
from scenes.stage.tables.log import Log, LogColumn
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import Column, plain, short

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
        descent: The trajectory, as far as doubles can tell; `computed` is what they hold.
        last: Its last state.
        iterations, alpha: How many steps were asked for, and with which learning rate.
        bowl, network, readout: The picture.
    """

    descent: Descent
    computed: Descent
    last: int
    iterations: int
    alpha: float
    bowl: Bowl
    network: Network
    readout: Readout

    def stage(
        self,
        descent: Descent,
        curve: ErrorCurve,
        window: Window,
        rows: Sequence[str],
        *,
        iterations: int,
        alpha: float = 1,
        shown: int | None = None,
    ) -> None:
        """Build the picture, at the start of a descent.

        Args:
            descent: The trajectory to tell.
            curve: The error curve that it descends.
            window: What the axes show first.
            rows: The names of the rows of the readout: "step", "goal_pred" and the quantities of a descent.
            iterations: How many steps were asked for.
            alpha: The learning rate.
            shown: How many states the readout will rest at; all by default.
        """
        theme = self.theme
        self.computed, self.descent = descent, resolved(descent)
        self.last = len(descent.weight) - 1
        self.iterations, self.alpha = iterations, alpha
        self.bowl = Bowl(theme, PLOT, curve, window, descent.weight[0])
        self.network = Network(theme, at=(PANEL + 0.55, 1.1))
        self.network.knob.show_range(window.left, window.right, curve.goal_weight)
        colours = {"step": theme.ink, "goal_pred": theme.goal, "delta": theme.ink, "weight_delta": theme.slope}
        columns: dict[str, Column | None] = {"step": None, "goal_pred": Column([curve.goal_pred])}
        for name in QUANTITIES:
            columns[name] = Column(getattr(self.descent, name)[:shown], signed=name in ("delta", "weight_delta"))
            colours.setdefault(name, getattr(theme, name, theme.ink))
        self.readout = Readout(
            theme,
            [(name, colours[name], columns[name]) for name in rows],
            left=PANEL,
            right=RIGHT_EDGE,
            top=PANEL_TOP,
        )
        self.show_state(0)
        self.show_step("start")
        if "goal_pred" in rows:
            self.readout.write("goal_pred", curve.goal_pred)

    def standing_log(self) -> Log:
        """Return the log of the loop, where the readout stood."""
        d, theme = self.descent, self.theme
        columns = [LogColumn(name, getattr(theme, name), getattr(d, name)) for name in QUANTITIES[:3]]
        return Log(theme, columns, left=PANEL, right=RIGHT_EDGE, top=PANEL_TOP, overflowed=d.overflowed)

    # motion -------------------------------------------------------------------------------------------------

    def hop(self, step: int, *leaving: Mobject, run_time: float) -> None:
        """Take the dot and the numbers from the state before `step` to the one after it; what is leaving fades."""
        start, end = (float(self.descent.weight[state]) for state in (step - 1, step))
        self.make_room(self.room_for(step), step)
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
        self.show_state(step)

    def room_for(self, step: int) -> int:
        """Return the last state that the window should reach when it has to make room for a step."""
        return visible_until(self.bowl.error_curve, self.descent.weight.tolist(), step - 1)

    def fits(self, step: int) -> bool:
        """Tell whether the state after a step lies in the window."""
        window = self.bowl.window
        inside = window.left <= self.descent.weight[step] <= window.right
        return bool(inside and self.descent.error[step] <= window.top)

    def make_room(self, state: int, step: int) -> None:
        """Pull back, once, where the step would leave the window; the old one shrinks to a framed speck."""
        if self.fits(step):
            return
        self.bowl.speck_window = self.bowl.window
        weights = self.descent.weight.tolist()
        self.change_window(window_around(self.bowl.error_curve, weights[: state + 1]))

    def change_window(self, window: Window) -> None:
        """Change the window of the bowl, and the range of the knob with it."""
        bowl, knob = self.bowl, self.network.knob

        def follow(_: float) -> None:
            knob.show_range(bowl.window.left, bowl.window.right, bowl.error_curve.goal_weight)
            knob.turn_to(bowl.weight)

        self.play(ChangeWindow(bowl, window), *self.redraw(follow, knob))

    def run_through(self, start: int, end: int) -> None:
        """Run from one state to another in time-lapse, in a window that has room for the state after it."""
        bowl, weights = self.bowl, self.descent.weight.tolist()
        self.say(f"Steps {start + 1:,} to {end:,} in time-lapse.")
        self.play(*self.tell(f"steps {start + 1:,} to {end:,}, in time-lapse"))
        until = min(end + 1, self.last)
        self.make_room(until, max(range(start, until + 1), key=lambda k: abs(weights[k] - weights[0])))

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
        self.show_numbers(float(self.descent.weight[state]), rolling=False)
        self.bowl.show_weight(self.descent.weight[state])

    def show_numbers(self, weight: float, *, rolling: bool = True) -> None:
        """Show what a weight makes of the network, in the network and in the readout."""
        curve = self.bowl.error_curve
        now = resolved(curve.at(weight))
        self.network.show_values(weight, curve.input, now.prediction, now.error)
        for name in QUANTITIES:
            if name in self.readout.columns:
                self.readout.write(name, getattr(now, name), rolling=rolling)

    def show_step(self, step: int | str) -> None:
        """Show in the readout which step is taken."""
        self.readout.write("step", step if isinstance(step, str) else f"{step:,} of {self.iterations:,}")

    def show_badges(self, state: int) -> None:
        """Put delta and weight_delta of a state on the network."""
        self.network.delta.write(self.descent.delta[state])
        self.network.weight_delta.write(self.descent.weight_delta[state])

    def number(self, name: str, state: int) -> str:
        """Return a quantity of a state as captions write it, and what doubles cannot tell from 0 in words."""
        return plain(self.form(name, state))

    def form(self, name: str, state: int) -> str:
        """Return the form of a quantity of a state, and in its place words for what doubles cannot tell from 0."""
        value = getattr(self.descent, name)[state]
        return short(value) if value == getattr(self.computed, name)[state] else "almost 0"

    @property
    def ending(self) -> str:
        """What the descent came to, as a caption."""
        if self.descent.overflowed:
            return f"Step {self.last + 1:,} would take more than a computer can hold: it diverges."
        return ENDINGS[self.descent.outcome]
