"""How shots are shot, added up, and turned into lengths and squares."""

from manim import Animation, Create, VMobject, linear, smooth, squish_rate_func

from scenes.parts.archer_error import words
from scenes.parts.archer_error.archer_scene import MID_FLIGHT, ArcherScene
from scenes.parts.archer_error.poses import Pose
from scenes.parts.archer_error.target import Shot
from scenes.stage.direction.moves import Appear, Leave, exchange

LATE = squish_rate_func(smooth, 0.45, 1)
"""What comes with a number that takes the place of another waits until the other is gone."""


class ArcherMoves(ArcherScene):
    """Moves the pictures of the first half."""

    def stick(self, shot: Shot, start: float = 0.0) -> None:
        """Let an arrow fly, from some share of its way, and stick."""
        flight = self.redraw(lambda time: shot.fly(start + time * (1 - start)), shot)
        self.play(*flight, run_time=0.5, rate_func=linear)
        self.play(*self.redraw(shot.quiver, shot), run_time=0.7, rate_func=linear)

    def shoot(self, i: int) -> None:
        """Shoot an arrow, and put its miss into its lane."""
        lanes = self.lanes
        self.stick(self.range.shots[i], 0.0 if i else MID_FLIGHT)
        self.say(words.landing(self.misses, i))
        growing = self.redraw(lambda time: lanes.grow(i, time), lanes.arrows[i])
        self.play(Create(self.range.guides[i]), *growing, Appear(self.sizes[i], self.sides[i]), run_time=1)

    def moving(self, end: Pose, *arrows: VMobject) -> list[Animation]:
        """Return the animations that move some of the arrows to a pose."""
        lanes, start = self.lanes, self.lanes.pose
        return self.redraw(lambda time: lanes.show_pose(start.towards(end, time)), *arrows)

    def sign(self) -> None:
        """Give the misses their signs; what is not as long as beside the target has the frame to itself."""
        lanes, found, sizes, poses = self.lanes, self.range, self.sizes, self.lanes.poses
        gone = [*found.guides, *self.sides]
        if self.keeps_target:
            self.signed, self.border = lanes.numbers("signed"), lanes.border
            signs = [one for pair in zip(sizes, self.signed, strict=False) for one in exchange(*pair)]
            self.say_and_tell(words.PLUS_AND_MINUS, *signs, Leave(*gone))
            return
        gone += [found.target, found.ruler, found.goal_name, *found.shots, *sizes]
        self.say_and_tell(words.PLUS_AND_MINUS, Leave(*gone, lanes.border, self.unknown, self.mean_word))
        self.name_signs()
        start, end = lanes.pose, poses.with_signs()
        self.play(
            *self.redraw(lambda time: lanes.show_pose(start.towards(end, time)), *lanes.arrows[:-1]),
            *self.redraw(lambda time: found.move_line("shot", "signed", time), found.line),
            run_time=1.5,
        )
        self.play(
            Appear(found.far_goal_name, *self.signed[:-1], self.border, self.unknown, self.mean_word),
            run_time=0.6,
        )

    def add_up(self) -> None:
        """Lay the arrows tip to tail, let the sum grow beside them, and share it out."""
        lanes, poses = self.lanes, self.lanes.poses
        total, mean = poses.tip_to_tail(), lanes.arrows[-1]
        is_none, number = self.misses.sums[-1] == 0, exchange(self.unknown, self.signed[-1])
        self.say_and_tell(words.TIP_TO_TAIL)
        self.play(*self.moving(total.with_mean(poses.base, poses.base), *lanes.arrows[:-1]), run_time=1.6)
        lanes.link()
        self.play(Create(lanes.links), run_time=0.6)
        if len(self.misses.signed) > 1:
            self.say_and_tell(words.signed_sum(self.misses), *([] if is_none else self.moving(total, mean)))
            self.wait(1.2)
        shared = [Appear(mean, rate_func=LATE)] if is_none else self.moving(self.added_up(), mean)
        self.say_and_tell(words.signed_mean(self.misses), *number, *shared)

    def drop_signs(self) -> None:
        """Turn all arrows up, and take the mean of their lengths."""
        lanes, found, poses = self.lanes, self.range, self.lanes.poses
        kept = [found.target, found.ruler, found.goal_name, *found.shots, found.average]
        gone = kept if self.keeps_target else [found.far_goal_name]
        gone += [lanes.links, *self.signed, self.border, self.mean_word, lanes.arrows[-1]]
        self.say_and_tell(words.dropping(self.misses), Leave(*gone))
        start, lengths = lanes.pose, poses.lengths()
        end = lengths.with_mean(poses.floor, poses.floor)
        self.name_lengths()
        self.play(
            *self.redraw(lambda time: lanes.show_pose(start.towards(end, time)), *lanes.arrows[:-1]),
            *self.redraw(lambda time: found.move_line("signed", "floor", time), found.line),
            run_time=2,
        )
        new = Appear(self.length_name, *self.lengths[:-1], lanes.wide_border, self.mean_head)
        self.play(new, run_time=0.6)
        growing = self.redraw(lambda time: lanes.show_pose(end.towards(lengths, time)), lanes.arrows[-1])
        self.say_and_tell(words.length_mean(self.misses), *growing, Appear(self.lengths[-1]))

    def square(self) -> None:
        """Make each arrow the side of a square, and count its cells."""
        lanes = self.lanes
        self.name_squares()
        self.say_and_tell(words.SQUARING)
        self.add(*lanes.squares)
        self.bring_to_front(*lanes.arrows)
        self.play(*self.redraw(lanes.widen, *lanes.squares), run_time=1.2)
        counting = self.redraw(lanes.count, *lanes.squares, run_time=1.7, rate_func=linear)
        self.play(*counting, Appear(self.square_name))
        self.say_and_tell(words.square_mean(self.misses), Appear(*self.areas))
