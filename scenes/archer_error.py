"""Measuring a miss: signed errors cancel, absolute and squared ones do not, and the square sets priorities."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, ClassVar

from manim import Create, LaggedStart, Line, VGroup, linear

from gdcore import MEASURES, counted_in, gradient_descent, mean_error, measured, squared_error
from gdcore.arguments import Scalar
from scenes.parts.archer_error.mean_bars import MeanBars, mean_panels
from scenes.parts.archer_error.miss_plot import SQUARED, MissPlot, Squaring, below, legend, window_out_to
from scenes.parts.archer_error.parameters import ArcherErrorParams
from scenes.parts.archer_error.shot_lanes import ROWS, ShotLanes
from scenes.parts.archer_error.small_network import SmallNetwork
from scenes.parts.archer_error.target import (
    INCH,
    Ruler,
    Target,
    across,
    can_be_squared,
    drawn_at,
    guide,
    is_on_target,
    shots_at,
)
from scenes.parts.archer_error.words import (
    adding_up,
    cancelling_seen,
    curves_seen,
    landing,
    of_the_big,
    of_the_small,
    on_curves,
    priorities_seen,
    said,
    shots_note,
    shots_seen,
    shown,
    side_of,
    signed_context,
    signed_mean,
    signed_seen,
    spread,
    squaring,
    taken,
    turning,
    unsigned_seen,
)
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box, Window
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene

__all__ = ["ArcherError", "ArcherErrorParams"]

CENTRE = 0.5
"""The height of the centre of the target."""
TARGET, RULER, LANES = -4.95, -3.72, -3.05
"""Where the target and the ruler stand, and where the lanes begin."""

WIDE = Box(left=-5.95, right=-0.8, bottom=-1.2, top=2.0)
NEAR = Box(left=1.4, right=6.45, bottom=-1.2, top=2.0)
NEAR_WINDOW = Window(0, 1.15, 0, 1.15)
"""The magnified window: 0 to 1, and a little more, so that the crossing at 1 is inside."""
UNIT_WINDOW = Window(0, 1, 0, 1)
CLOSE = 0.3
"""A miss smaller than this is looked at more closely, to be told from its square."""

NETWORK: dict[str, Any] = {"weight": Fraction("0.5"), "input": Fraction("0.5"), "goal_pred": Fraction("0.8")}
"""The lab's network, whose own miss is shown beside those of the archer."""


class ArcherError(LectureScene):
    """Arrows high and low average to a perfect shot, so the error that a network learns from is squared."""

    params: ArcherErrorParams = ArcherErrorParams()
    title: ClassVar[str] = "Measuring a miss"
    sections: ClassVar[tuple[str, ...]] = ("shots", "signed", "unsigned", "curves", "priorities", "cancelling")

    def setup(self) -> None:
        """Measure the misses, and build the target, the ruler, the arrows and the lanes."""
        super().setup()
        p, theme = self.params, self.theme
        self.heading = list(self.mobjects)
        self.misses = measured(as_written(p.misses))
        self.target = Target(theme, (TARGET, CENTRE))
        self.ruler = Ruler(theme, (RULER, CENTRE))
        self.shots = shots_at(theme, self.target, p.misses)
        self.lanes = ShotLanes(theme, self.misses, left=LANES, right=RIGHT_EDGE, centre=CENTRE)
        ends = across(self.ruler, TARGET, self.lanes.line.get_start()[0], CENTRE)
        self.level = VGroup(*(Line(*one, color=theme.muted, stroke_width=1.5) for one in ends))
        self.guides = [
            guide(theme, shot, self.ruler, x) for shot, x in zip(self.shots, self.lanes.places, strict=False)
        ]

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_shots()
        self.show_signed()
        self.show_unsigned()
        self.show_curves()
        self.show_priorities()
        self.show_cancelling()

    # beats --------------------------------------------------------------------------------------------------

    def show_shots(self) -> None:
        """Shoot the arrows; each leaves its miss in a lane."""
        self.beat("shots", shots_seen(self.misses))
        count = len(self.shots)
        self.say("An archer aims at the centre of a target.")
        self.off_by = VGroup(self.lanes.row_name("inches off", ROWS["signed"]))
        self.play(
            Appear(self.level, self.lanes.line, self.target, self.ruler, self.off_by),
            *self.tell(f"{count} arrows, one target" if count > 1 else "one arrow, one target"),
            run_time=1.5,
        )
        for shot, miss in enumerate(self.misses.signed):
            self.shoot(shot, miss)
        self.add(self.off_by)
        self.play(*self.tell(spread(self.misses)))
        self.say("How good is that, on average?")
        self.unknown = self.lanes.question()
        self.play(Appear(self.lanes.border, self.lanes.heads[-1], self.unknown))
        self.wait(2)

    def show_signed(self) -> None:
        """Turn high and low into plus and minus, and take the mean."""
        self.beat("signed", signed_seen(self.misses))
        lanes, mean = self.lanes, self.lanes.arrows[-1]
        self.say("High counts plus, low counts minus: delta, prediction minus goal.")
        *cells, mean_cell = lanes.row("signed")
        self.play(
            Leave(self.off_by, self.unknown),
            Appear(lanes.name_measure("signed"), *cells),
            *self.tell("signed errors: plus is high, minus is low"),
        )
        self.say(signed_mean(self.misses))
        self.play(Appear(mean), run_time=0.5)
        self.play(*self.redraw(self.count_in, mean), run_time=2, rate_func=linear)
        self.play(Appear(mean_cell), *self.tell(signed_context(self.misses)))
        self.wait(2)

    def show_unsigned(self) -> None:
        """Turn all arrows up, square them, and set the network's own miss beside them."""
        self.beat("unsigned", unsigned_seen(self.misses))
        lanes = self.lanes
        self.say(turning(self.misses))
        self.play(Leave(*self.guides), *self.tell("absolute errors: how far, whichever way"))
        self.play(*self.redraw(self.turn_up, *lanes.arrows), run_time=1.5)
        self.play(Appear(lanes.name_measure("absolute"), *lanes.row("absolute")))
        self.say(squaring(self.misses))
        self.add(*lanes.squares)
        self.bring_to_front(*lanes.arrows)
        self.play(
            *self.redraw(self.widen, *lanes.squares), *self.tell("squared errors: no sign either"), run_time=1.5
        )
        self.play(Appear(lanes.name_measure("squared"), *lanes.row("squared")))
        self.wait(0.5)
        self.show_network()
        self.wait(2)

    def show_curves(self) -> None:
        """Draw absolute and squared error over every miss, and magnify where they cross."""
        self.beat("curves", curves_seen(self.misses))
        self.wide = wide = MissPlot(self.theme, WIDE, window_out_to(float(self.misses.largest)))
        self.near = near = MissPlot(self.theme, NEAR, NEAR_WINDOW)
        self.say("Over every miss, the absolute error is straight, the squared one is a bowl.")
        self.clear_stage()
        squared, absolute = legend(self.theme, WIDE)
        self.play(Appear(wide.axes, wide.names, wide.scales, wide.ticks), *self.tell("every miss has two errors"))
        self.play(Create(wide.absolute), Appear(absolute), run_time=1.5)
        self.play(Create(wide.squared), Appear(squared), run_time=1.5)
        self.say(on_curves(self.misses))
        marks = [wide.mark(float(miss)) for miss in self.misses.signed]
        self.play(LaggedStart(*(Appear(mark) for mark in marks), lag_ratio=0.3, run_time=1.5))
        self.add(wide)
        self.notes = VGroup(below(self.theme, wide, shots_note(self.misses)))
        self.play(Appear(self.notes[0]))
        self.say("At 1 they cross: farther out the square is larger, nearer in it is smaller.")
        closer = "magnified: from 0 to 1" if wide.frame_window(UNIT_WINDOW) else "from 0 to 1"
        self.notes.add(below(self.theme, near, closer))
        self.play(Appear(wide.frame), *self.tell("the two errors cross at 1"))
        self.crossing = near.show_crossing()
        self.play(Appear(near, self.crossing, self.notes[1]))
        self.wait(2)

    def show_priorities(self) -> None:
        """Square a big and a small miss."""
        p = self.params
        big, small = as_written([p.big_miss, p.small_miss])
        self.beat("priorities", priorities_seen(measured([big, small])))
        self.say(f"A miss of {said(big)}, squared, is {said(squared_error(big, 0))}.")
        self.play(Leave(self.wide.frame, *self.notes), *self.tell("what does squaring do to a miss?"))
        self.wide.frame_window(None)
        self.play(ChangeWindow(self.wide, window_out_to(p.big_miss)))
        self.big = self.square(self.wide, big, of_the_big(big))
        self.say(f"A miss of {said(small)}, squared, is {said(squared_error(small, 0))}.")
        self.small = self.square(self.near, small, of_the_small(small))
        if p.small_miss < CLOSE:
            reach = 2 * p.small_miss
            self.play(Leave(self.crossing), run_time=0.4)
            self.play(ChangeWindow(self.near, Window(0, reach, 0, reach)), run_time=1.5)
        self.say("So squaring sets priorities: big misses first, small ones hardly at all.")
        self.play(*self.tell("squaring sets priorities"))
        self.wait(2)

    def show_cancelling(self) -> None:
        """Compare the three means of misses that cancel."""
        misses = measured(as_written(self.params.cancelling))
        self.beat("cancelling", cancelling_seen(misses))
        self.say(taken(misses))
        self.clear_stage()
        self.panels = mean_panels(self.theme, misses)
        sentences = adding_up(misses)
        for name, panel in self.panels.items():
            context = self.tell("three ways to take the mean") if name == "signed" else []
            self.play(Appear(panel.heading, panel.axis, *panel.values), *context)
            self.play(*self.redraw(panel.show_bars, *panel.bars))
            self.say(sentences[name])
            self.take_mean(panel)
        self.say("Without a sign, no miss can hide another.")
        means = ", ".join(f"{name} {shown(misses.mean(name), signed=name == 'signed')}" for name in MEASURES)
        self.play(*self.tell(f"means: {means}"))
        self.wait(2)

    # motion -------------------------------------------------------------------------------------------------

    def shoot(self, shot: int, miss: Scalar) -> None:
        """Let an arrow fly, and put its miss into its lane."""
        arrow, lanes = self.shots[shot], self.lanes
        height, to_scale = drawn_at(float(miss)), is_on_target(float(miss))
        size = lanes.forms["absolute"][shot]
        self.say(landing(shot + 1, miss, size))
        self.play(*self.redraw(arrow.fly, arrow), run_time=0.6, rate_func=linear)
        texts = (
            lanes.cell(shot, size, ROWS["signed"]),
            lanes.word(shot, side_of(miss), ROWS["absolute"]),
        )
        self.play(Create(self.guides[shot]), run_time=0.8)

        def grow(time: float) -> None:
            lanes.show_arrow(shot, time * height, to_scale=to_scale)

        self.play(*self.redraw(grow, lanes.arrows[shot]), Appear(lanes.heads[shot], *texts))
        self.off_by.add(*texts)

    def count_in(self, time: float) -> None:
        """Let the arrow of the mean follow the signed errors, counted in one after another."""
        mean = float(mean_error(counted_in(self.misses.signed, time)))
        self.lanes.show_arrow(-1, drawn_at(mean), to_scale=is_on_target(mean))

    def turn_up(self, time: float) -> None:
        """Turn the arrows from the signed errors to the absolute ones; the mean follows."""
        signed, absolute = ([*self.misses.errors(name), self.misses.mean(name)] for name in MEASURES[:2])
        for lane, (before, after) in enumerate(zip(signed, absolute, strict=True)):
            start, end = drawn_at(float(before)), drawn_at(float(after))
            scales = is_on_target(float(after))
            self.lanes.show_arrow(lane, (1 - time) * start + time * end, to_scale=scales)

    def widen(self, time: float) -> None:
        """Let the arrows widen into squares, where these can be drawn; the mean has the square of mean area."""
        sides = [float(miss) for miss in self.misses.absolute]
        mean = SQUARED.weights_at(float(self.misses.mean("squared")))
        for lane, side in enumerate([*sides, mean[1] if mean else 0.0]):
            if can_be_squared(side):
                self.lanes.show_square(lane, INCH * side, time * INCH * side)

    def show_network(self) -> None:
        """Set a network in the place of the target: its miss is measured alike."""
        path = gradient_descent(**NETWORK, iterations=0)
        self.network_miss = measured([path.delta[0]])
        delta, error = said(path.delta[0]), said(path.error[0])
        prediction, goal = said(path.prediction[0]), said(NETWORK["goal_pred"])
        self.network = SmallNetwork(self.theme, (-6.28, CENTRE), prediction=path.prediction[0], **NETWORK)
        self.say(f"A network misses too: it predicts {prediction} where the goal is {goal}.")
        self.play(Leave(self.target, self.ruler, self.level, *self.shots))
        self.play(Appear(self.network))
        self.say(f"Its delta is {prediction} − {goal} = {delta}; squared it is {error}.")
        column = self.lanes.network_column(RULER, self.network_miss)
        self.play(Appear(column), *self.tell(f"the network's miss: delta {delta}, squared {error}"))

    def square(self, plot: MissPlot, miss: Scalar, verdict: str) -> Squaring:
        """Let a mark run out from a miss of 1 to `miss`, its square rolling below the plot."""
        squaring = Squaring(self.theme, plot, miss, verdict)
        mark = plot.mark(1.0)
        squaring.roll(0)
        self.play(Appear(mark, squaring.numbers))
        self.play(*self.redraw(squaring.roll, mark, squaring.numbers), run_time=2)
        squaring.rest()
        self.play(Appear(squaring.verdict))
        return squaring

    def take_mean(self, panel: MeanBars) -> None:
        """Let the bar of a mean follow its errors, counted in one after another."""
        self.play(Appear(panel.rule, panel.mean_bar, panel.mean_label), run_time=0.6)

        def follow(time: float) -> None:
            panel.show_mean(float(mean_error(counted_in(panel.errors, time))))

        self.play(*self.redraw(follow, panel.mean_bar), run_time=1.5, rate_func=linear)
        self.play(Appear(panel.mean, panel.verdict), run_time=0.6)

    def clear_stage(self) -> None:
        """Let all but the title and the context go."""
        stays = [*self.heading, self.context_text]
        self.play(Leave(*(one for one in self.mobjects if one not in stays)))


def as_written(values: Sequence[float]) -> list[Fraction]:
    """Return the decimals that are written: in doubles 0.1, 0.2 and -0.3 would not quite cancel."""
    return [Fraction(str(value)) for value in values]
