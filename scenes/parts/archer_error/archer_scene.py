"""The pictures of ArcherError, and how each beat finds them when it begins."""

import numpy as np
from manim import VGroup, VMobject

from scenes.parts.archer_error import words
from scenes.parts.archer_error.lanes import Lanes
from scenes.parts.archer_error.numbers import ArcherErrorNumbers
from scenes.parts.archer_error.poses import Pose
from scenes.parts.archer_error.target import Ruler, Target, shots_at
from scenes.settings.theme import Theme
from scenes.stage.axes.marks import stretch_dashed
from scenes.stage.direction.script import Line
from scenes.stage.direction.story import StoryScene
from scenes.stage.type.layout import Layout
from scenes.stage.type.text import Words

MID_FLIGHT = 0.75
"""Where the first arrow is in the first frame, as a share of its flight."""
_TARGET, _RULER = 1.95, 4.25  # where they stand, from the left
_GOAL = 1.1  # the room for the name of the goal
_DASH = 0.12


class Range(VGroup):
    """The archer's range: the target, a ruler, the line of the goal, arrows, and guides from them to their lanes.

    Args:
        theme: The colours.
        layout: The frame.
        lanes: The lanes of the misses.
    """

    def __init__(self, theme: Theme, layout: Layout, lanes: Lanes) -> None:
        super().__init__()
        unit, poses, misses = layout.unit, lanes.poses, lanes.misses
        x, ruler = layout.left + _TARGET * unit, layout.left + _RULER * unit
        self.target = Target(theme, (x, poses.centre), poses.inch)
        self.ruler = Ruler(theme, (ruler, poses.centre), poses.inch, layout)
        heights = [poses.drawn_at(float(miss)) for miss in misses.signed]
        start = -layout.width / 2 - 0.3 * unit
        self.shots = shots_at(theme.ink, x, heights, misses.signed, start=start, size=unit)
        mean = poses.drawn_at(float(misses.mean("signed")))
        self.average = shots_at(theme.weight, x, [mean], [misses.mean("signed")], start=start, size=unit)[0]
        at = (ruler - 0.2 * unit, poses.centre - 0.1 * unit)
        self.goal_name = Words(words.GOAL, size=layout.word, colour=theme.goal, at=at, align="right")
        self.line = VMobject(stroke_color=theme.goal, stroke_width=4)
        right, left = layout.right, layout.left
        self.ends = {
            "shot": ((ruler + 0.12 * unit, poses.centre), (right, poses.centre)),
            "signed": ((left + _GOAL * unit, poses.base), (right, poses.base)),
            "floor": ((left, poses.floor), (right, poses.floor)),
        }
        if poses.keeps_target:
            self.ends["signed"] = self.ends["shot"]
        at = (left, poses.base - 0.1 * unit)
        self.far_goal_name = Words(words.GOAL, size=layout.word, colour=theme.goal, at=at)
        self.move_line("shot", "shot", 1)
        self.guides = VGroup(*(VMobject(stroke_color=theme.muted, stroke_width=2.5) for _ in self.shots))
        for guide, height, lane in zip(self.guides, heights, poses.lanes, strict=False):
            ends = np.array([ruler + 0.15 * unit, height, 0]), np.array([lane - 0.2 * unit, height, 0])
            stretch_dashed(guide, *ends, dash=0.08 * unit)

    def move_line(self, before: str, after: str, time: float) -> None:
        """Let the line of the goal go from one of its places to another, at a time from 0 to 1."""
        pairs = zip(self.ends[before], self.ends[after], strict=True)
        start, end = ([*(np.array(a) + (np.array(b) - a) * time), 0.0] for a, b in pairs)
        stretch_dashed(self.line, np.array(start), np.array(end), dash=_DASH)


class ArcherScene(StoryScene):
    """Builds the pictures from the numbers, and places those with which a beat begins.

    Attributes:
        numbers: What the lesson shows.
        lanes: The misses of the shots side by side.
        range: Where they were shot.
    """

    numbers: ArcherErrorNumbers

    def build(self) -> None:
        """Build what the first beats share."""
        self.misses = self.numbers.shots
        self.lanes = Lanes(self.theme, self.layout, self.misses)
        self.range = Range(self.theme, self.layout, self.lanes)

    def place_line(self, line: Line) -> None:
        """Put the line that tells the story into the picture."""
        self._place(self._context(line.context))

    # shots --------------------------------------------------------------------------------------------------

    def place_range(self) -> None:
        """Place the target, with the first arrow in flight."""
        self.build()
        self.place_question(words.HOW_GOOD.context)
        found, first = self.range, self.range.shots[0]
        first.fly(MID_FLIGHT)
        self.add(found.line, found.target, found.ruler, found.goal_name, first)

    def place_shots(self) -> None:
        """Place the target with all arrows in it, and their misses."""
        self.build()
        found, lanes = self.range, self.lanes
        self.add(found.line, found.target, found.ruler, found.goal_name)
        lanes.show_pose(lanes.poses.shot(), broken=True)
        self.name_shots()
        for drawn in zip(found.shots, found.guides, lanes.arrows, self.sizes, self.sides, strict=False):
            self.add(*drawn)
        self.add(lanes.border, self.unknown, self.mean_word)
        self.place_question(words.average_asked(self.misses).context)

    def name_shots(self) -> None:
        """Make what stands below the lanes as long as the shots have no sign."""
        lanes = self.lanes
        self.sizes = lanes.numbers("absolute")[:-1]
        self.sides = lanes.words([words.side_of(miss) for miss in self.misses.signed])
        self.unknown, self.mean_word = lanes.unknown(), lanes.mean_word(words.MEAN)

    # signed -------------------------------------------------------------------------------------------------

    def added_up(self) -> Pose:
        """Return the arrows tip to tail, with their mean."""
        poses = self.lanes.poses
        return poses.tip_to_tail().with_mean(poses.base, poses.signed_mean())

    def place_signed(self) -> None:
        """Place the arrows tip to tail, with their mean."""
        self.build()
        found, lanes = self.range, self.lanes
        kept = [found.target, found.ruler, found.goal_name, *found.shots] if self.keeps_target else []
        found.move_line("signed", "signed", 1)
        self.add(found.line, *(kept or [found.far_goal_name]))
        lanes.show_pose(self.added_up())
        lanes.link()
        self.name_signs()
        self.add(*lanes.arrows, self.border, lanes.links, *self.signed, self.mean_word)
        if self.keeps_target:
            self.add(found.average)
            self.place_line(words.average_shot(self.misses))
        else:
            self.place_line(words.signed_mean(self.misses))

    @property
    def keeps_target(self) -> bool:
        """Whether the target stays when signs count."""
        return self.lanes.poses.keeps_target

    def name_signs(self) -> None:
        """Make what stands below the lanes when signs count."""
        lanes, wide = self.lanes, not self.keeps_target
        self.signed = lanes.numbers("signed", wide=wide)
        self.unknown, self.mean_word = lanes.unknown(wide=wide), lanes.mean_word(words.MEAN, wide=wide)
        self.border = lanes.wide_border if wide else lanes.border

    # unsigned -----------------------------------------------------------------------------------------------

    def place_unsigned(self) -> None:
        """Place lengths and squares, with their means."""
        self.build()
        lanes = self.lanes
        self.range.move_line("floor", "floor", 1)
        lanes.show_pose(lanes.poses.lengths())
        lanes.count(1)
        self.name_lengths()
        self.name_squares()
        self.add(self.range.line, lanes.wide_border, self.mean_head)
        self.add(*lanes.squares, *lanes.arrows, self.length_name, *self.lengths, self.square_name, *self.areas)
        self.place_line(words.square_mean(self.misses))

    def name_lengths(self) -> None:
        """Make the row of lengths."""
        lanes = self.lanes
        self.lengths, self.mean_head = lanes.numbers("absolute", wide=True), lanes.mean_head(words.MEAN)
        self.length_name = lanes.row_name(words.LENGTH, 0, self.theme.ink)

    def name_squares(self) -> None:
        """Make the row of squares."""
        self.areas = self.lanes.numbers("squared", wide=True, row=1)
        self.square_name = self.lanes.row_name(words.SQUARE, 1, self.theme.error)
