"""A scene in which arrows are shot, misses are squared and means are taken."""

from manim import Create, Mobject, VGroup, linear

from gdcore import Misses
from scenes.parts.archer_error import words
from scenes.parts.archer_error.mean_bars import MeanBars
from scenes.parts.archer_error.miss_plot import Squaring
from scenes.parts.archer_error.shot_lanes import ShotLanes
from scenes.parts.archer_error.target import Shot
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LectureScene


class ArcherMotion(LectureScene):
    """How the pictures of the lesson move.

    Attributes:
        misses: The misses of the shots.
        shots, guides, lanes: The arrows, the lines from their tips, and where their misses are put down.
        off_by: What was put down of the shots so far.
        heading: What stands above the pictures.
    """

    misses: Misses
    shots: list[Shot]
    guides: list[VGroup]
    lanes: ShotLanes
    off_by: VGroup
    heading: list[Mobject]

    def shoot(self, shot: int) -> None:
        """Let an arrow fly, and put its miss into its lane."""
        arrow, lanes = self.shots[shot], self.lanes
        self.say(words.landing(self.misses, shot))
        self.play(*self.redraw(arrow.fly, arrow), run_time=0.6, rate_func=linear)
        texts = lanes.size_and_side(shot)
        self.play(Create(self.guides[shot]), run_time=0.8)
        growing = self.redraw(lambda time: lanes.grow(shot, time), lanes.arrows[shot])
        self.play(*growing, Appear(lanes.heads[shot], *texts))
        self.off_by.add(*texts)

    def square(self, squaring: Squaring) -> None:
        """Let a mark run out from a miss of 1, its square rolling below the plot."""
        mark = squaring.mark_1()
        self.play(Appear(mark, squaring.numbers))
        self.play(*self.redraw(squaring.roll, mark, squaring.numbers), run_time=2)
        squaring.rest()
        self.play(Appear(squaring.verdict))

    def take_mean(self, panel: MeanBars) -> None:
        """Let the bar of a mean follow its errors, counted in one after another."""
        self.play(Appear(panel.rule, panel.mean_bar, panel.mean_label), run_time=0.6)
        self.play(*self.redraw(panel.count_in, panel.mean_bar), run_time=1.5, rate_func=linear)
        self.play(Appear(panel.mean, panel.verdict), run_time=0.6)

    def clear_stage(self) -> None:
        """Let all but the title and the context go."""
        stays = [*self.heading, self.context_text]
        self.play(Leave(*(one for one in self.mobjects if one not in stays)))
