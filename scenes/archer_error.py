"""Measuring a miss: signed errors cancel, absolute and squared ones do not, and the square sets priorities."""

from typing import ClassVar

from manim import Create, LaggedStart, Line, VGroup, linear

from scenes.parts.archer_error import alt_texts, words
from scenes.parts.archer_error.archer_motion import ArcherMotion
from scenes.parts.archer_error.mean_bars import mean_panels
from scenes.parts.archer_error.miss_plot import MissPlot, Squaring, below, legend, window_out_to
from scenes.parts.archer_error.numbers import numbers_of
from scenes.parts.archer_error.parameters import ArcherErrorParams
from scenes.parts.archer_error.shot_lanes import ROWS, ShotLanes
from scenes.parts.archer_error.small_network import SmallNetwork
from scenes.parts.archer_error.target import Ruler, Target, across, guide, shots_at
from scenes.stage.axes.plot import ChangeWindow
from scenes.stage.axes.window import Box, Window
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE

__all__ = ["ArcherError", "ArcherErrorParams"]

CENTRE = 0.5
"""The height of the centre of the target."""
NETWORK, TARGET, RULER, LANES = -6.28, -4.95, -3.72, -3.05
"""Where the network, the target and the ruler stand, and where the lanes begin."""

WIDE = Box(left=-5.95, right=-0.8, bottom=-1.2, top=2.0)
NEAR = Box(left=1.4, right=6.45, bottom=-1.2, top=2.0)
NEAR_WINDOW = Window(0, 1.15, 0, 1.15)
"""The magnified window: 0 to 1, and a little more, so that the crossing at 1 is inside."""
UNIT_WINDOW = Window(0, 1, 0, 1)
CLOSE = 0.3
"""A miss smaller than this is looked at more closely, to be told from its square."""


class ArcherError(ArcherMotion):
    """Arrows high and low average to a perfect shot, so the error that a network learns from is squared."""

    params: ArcherErrorParams = ArcherErrorParams()
    title: ClassVar[str] = "Measuring a miss"
    sections: ClassVar[tuple[str, ...]] = ("shots", "signed", "unsigned", "curves", "priorities", "cancelling")

    def setup(self) -> None:
        """Measure the misses, and build the target, the ruler, the arrows and the lanes."""
        super().setup()
        self.numbers, theme = numbers_of(self.params), self.theme
        self.misses = self.numbers.shots
        self.heading = list(self.mobjects)
        self.target = Target(theme, (TARGET, CENTRE))
        self.ruler = Ruler(theme, (RULER, CENTRE))
        self.shots = shots_at(theme, self.target, self.misses.signed)
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

    def show_shots(self) -> None:
        """Shoot the arrows; each leaves its miss in a lane."""
        lanes = self.lanes
        self.beat("shots", alt_texts.shots_seen(self.misses))
        self.say(words.AIM)
        self.off_by = VGroup(lanes.row_name(words.INCHES_OFF, ROWS["signed"]))
        self.play(
            Appear(self.level, lanes.line, self.target, self.ruler, self.off_by),
            *self.tell(words.arrows(self.misses)),
            run_time=1.5,
        )
        for shot in range(len(self.shots)):
            self.shoot(shot)
        self.add(self.off_by)
        self.play(*self.tell(words.spread(self.misses)))
        self.say(words.HOW_GOOD)
        self.unknown = lanes.question()
        self.play(Appear(lanes.border, lanes.heads[-1], self.unknown))
        self.wait(2)

    def show_signed(self) -> None:
        """Turn high and low into plus and minus, and take the mean."""
        lanes, mean = self.lanes, self.lanes.arrows[-1]
        self.beat("signed", alt_texts.signed_seen(self.misses))
        self.say(words.PLUS_AND_MINUS)
        *cells, mean_cell = lanes.row("signed")
        self.play(
            Leave(self.off_by, self.unknown),
            Appear(lanes.name_measure("signed"), *cells),
            *self.tell(words.SIGNED_ERRORS),
        )
        self.say(words.signed_mean(self.misses))
        self.play(Appear(mean), run_time=0.5)
        self.play(*self.redraw(lanes.count_in, mean), run_time=2, rate_func=linear)
        self.play(Appear(mean_cell), *self.tell(words.signed_context(self.misses)))
        self.wait(2)

    def show_unsigned(self) -> None:
        """Turn all arrows up, square them, and set the network's own miss beside them."""
        lanes = self.lanes
        self.beat("unsigned", alt_texts.unsigned_seen(self.misses))
        self.say(words.turning(self.misses))
        self.play(Leave(*self.guides), *self.tell(words.ABSOLUTE_ERRORS))
        self.play(*self.redraw(lanes.turn_up, *lanes.arrows), run_time=1.5)
        self.play(Appear(lanes.name_measure("absolute"), *lanes.row("absolute")))
        self.say(words.squaring(self.misses))
        self.add(*lanes.squares)
        self.bring_to_front(*lanes.arrows)
        self.play(*self.redraw(lanes.widen, *lanes.squares), *self.tell(words.SQUARED_ERRORS), run_time=1.5)
        self.play(Appear(lanes.name_measure("squared"), *lanes.row("squared")))
        self.wait(0.5)
        self.show_network()
        self.wait(2)

    def show_network(self) -> None:
        """Set a network in the place of the target: its miss is measured alike."""
        network = self.numbers.network
        self.say(words.network_misses(network))
        self.play(Leave(self.target, self.ruler, self.level, *self.shots))
        self.play(Appear(SmallNetwork(self.theme, (NETWORK, CENTRE), network)))
        self.say(words.network_error(network))
        column = self.lanes.network_column(RULER, self.numbers.network_miss)
        self.play(Appear(column), *self.tell(words.network_context(network)))

    def show_curves(self) -> None:
        """Draw absolute and squared error over every miss, and magnify where they cross."""
        self.beat("curves", alt_texts.curves_seen(self.misses))
        self.wide = wide = MissPlot(self.theme, WIDE, window_out_to(float(self.misses.largest)))
        self.near = near = MissPlot(self.theme, NEAR, NEAR_WINDOW)
        self.say(words.TWO_CURVES)
        self.clear_stage()
        squared, absolute = legend(self.theme, WIDE)
        self.play(Appear(wide.axes, wide.names, wide.scales, wide.ticks), *self.tell(words.TWO_ERRORS))
        self.play(Create(wide.absolute), Appear(absolute), run_time=1.5)
        self.play(Create(wide.squared), Appear(squared), run_time=1.5)
        self.say(words.on_curves(self.misses))
        marks = [wide.mark(float(miss)) for miss in self.misses.signed]
        self.play(LaggedStart(*(Appear(mark) for mark in marks), lag_ratio=0.3, run_time=1.5))
        self.add(wide)
        self.notes = VGroup(below(self.theme, wide, words.shots_note(self.misses)))
        self.play(Appear(self.notes[0]))
        self.say(words.CROSSING)
        closer = words.MAGNIFIED if wide.frame_window(UNIT_WINDOW) else words.FROM_0_TO_1
        self.notes.add(below(self.theme, near, closer))
        self.play(Appear(wide.frame), *self.tell(words.CROSS_AT_1))
        self.crossing = near.show_crossing()
        self.play(Appear(near, self.crossing, self.notes[1]))
        self.wait(2)

    def show_priorities(self) -> None:
        """Square a big and a small miss."""
        two = self.numbers.priorities
        big, small = map(float, two.signed)
        self.beat("priorities", alt_texts.priorities_seen(two))
        self.say(words.squared(two, 0))
        self.play(Leave(self.wide.frame, *self.notes), *self.tell(words.WHAT_SQUARING_DOES))
        self.wide.frame_window(None)
        self.play(ChangeWindow(self.wide, window_out_to(big)))
        self.big = Squaring(self.theme, self.wide, two.signed[0], words.of_the_big(two.signed[0]))
        self.square(self.big)
        self.say(words.squared(two, 1))
        self.small = Squaring(self.theme, self.near, two.signed[1], words.of_the_small(two.signed[1]))
        self.square(self.small)
        if small < CLOSE:
            self.play(Leave(self.crossing), run_time=0.4)
            self.play(ChangeWindow(self.near, Window(0, 2 * small, 0, 2 * small)), run_time=1.5)
        self.say(words.PRIORITIES)
        self.play(*self.tell(words.PRIORITIES_CONTEXT))
        self.wait(2)

    def show_cancelling(self) -> None:
        """Compare the three means of misses that cancel."""
        misses = self.numbers.cancelling
        self.beat("cancelling", alt_texts.cancelling_seen(misses))
        self.say(words.taken(misses))
        self.clear_stage()
        self.panels = mean_panels(self.theme, misses)
        for name, panel in self.panels.items():
            context = self.tell(words.THREE_WAYS) if name == "signed" else []
            self.play(Appear(panel.heading, panel.axis, *panel.values), *context)
            self.play(*self.redraw(panel.show_bars, *panel.bars))
            self.say(words.adding_up(misses)[name])
            self.take_mean(panel)
        self.say(words.NO_MISS_CAN_HIDE)
        self.play(*self.tell(words.means(misses)))
        self.wait(2)
