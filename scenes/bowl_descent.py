"""Descending the bowl: gradient descent on the error curve of one weight."""

from collections.abc import Sequence
from typing import ClassVar

from manim import Group, Mobject, smooth

from scenes.parts.bowl_descent import alt_texts, words
from scenes.parts.bowl_descent.first_step import FirstStep
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers, numbers_of
from scenes.parts.bowl_descent.parameters import BowlDescentParams
from scenes.parts.bowl_descent.poster import Poster
from scenes.parts.bowl_descent.printout import printout
from scenes.parts.bowl_descent.probes import Probes
from scenes.stage.bowl.closing import Stride
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.moves import Appear, Leave, Shade, exchange
from scenes.stage.direction.story import HIDDEN

__all__ = ["BowlDescent", "BowlDescentParams"]


class BowlDescent(FirstStep):
    """A dot descends the error curve, always against the slope, while its window closes in."""

    params: BowlDescentParams = BowlDescentParams()
    title: ClassVar[str] = "Descending the bowl"
    sections: ClassVar[tuple[str, ...]] = ("point", "bowl", "first_step", "steps", "log", "poster")
    numbers: BowlDescentNumbers

    def setup(self) -> None:
        """Compute the numbers."""
        super().setup()
        self.numbers = numbers_of(self.params)

    def beats(self) -> Sequence[Beat]:
        """Return the story: a point, its bowl, a step slowly, the other steps, the log, and what remains."""
        n = self.numbers
        return (
            Beat("point", alt_texts.point_seen(n), self.place_point, self.show_point),
            Beat("bowl", alt_texts.bowl_seen(n), self.place_height, self.show_bowl),
            Beat("first_step", alt_texts.first_step_seen(n), self.place_start, self.show_first_step),
            Beat("steps", alt_texts.other_steps_seen(n), self.place_first_landing, self.take_steps),
            Beat("log", alt_texts.log_seen(n), self.place_end, self.show_log),
            Beat("poster", alt_texts.poster_seen(n), self.place_log, self.show_poster),
        )

    # first pictures -----------------------------------------------------------------------------------------

    def place_point(self) -> None:
        """Place the dot and the machine, and ask the question."""
        self.build(0, self.numbers.first_view)
        self.machine.ruler.write_inside(self.error_of(0), self.theme.error)
        self.probes = Probes(self.theme, self.layout, self.bowl)
        self.place_question(words.QUESTION.context)
        self.add(self.machine, self.probes, self.bowl.dot)

    def place_height(self) -> None:
        """Place the dot over its height, beside the machine."""
        self.build(0, self.numbers.first_view)
        self.bowl.write_error(self.error_of(0))
        self.place_context(words.height(self.numbers).context)
        self.add(self.machine, self.bowl.drop, self.bowl.number, self.bowl.dot)

    def place_start(self) -> None:
        """Place the bowl before the first step."""
        self.place_state(0)
        self.place_context(words.start(self.numbers).context)

    def place_first_landing(self) -> None:
        """Place the bowl after the first step."""
        n = self.numbers
        self.place_state(min(1, len(n.strides)))
        self.place_context((words.step(n, 1) if n.strides else words.no_step(n)).context)

    def place_end(self) -> None:
        """Place the bowl after all steps."""
        self.place_state(len(self.numbers.strides))
        self.place_context(words.outcome(self.numbers).context)

    def place_log(self) -> None:
        """Place the log beside the whole bowl."""
        n = self.numbers
        self.build(n.told[-1], n.widest)
        self.place_bowl(len(n.strides))
        self.bowl.number.write("")
        self.log = printout(self.theme, self.layout, self.machine.box, n)
        self.place_context(words.after_the_loop(n).context)
        self.add(self.log)

    # beats --------------------------------------------------------------------------------------------------

    def show_point(self) -> None:
        """Ask the question; then tell how the weight makes the square, and the square the height of the dot."""
        n, machine, bowl = self.numbers, self.machine, self.bowl
        ruler = machine.ruler
        self.say(words.QUESTION)
        self.guess()
        lit: tuple[Mobject, ...] = machine.input, machine.knob, ruler.prediction
        self.reveal(words.predict(n), Leave(self.probes), *self.spotlight(*lit))
        row = self.products.prediction()
        self.multiply(row)
        lit = ruler.goal, ruler.prediction, ruler.miss, ruler.inside
        self.say_and_tell(words.miss(n), Leave(row), *self.spotlight(*lit))
        self.rewrite_square(self.miss_of(0), self.theme.ink)
        row = self.products.error()
        hidden: tuple[Mobject, ...] = ruler.value, ruler.name_text
        self.say_and_tell(words.square(n), *self.spotlight(ruler.miss, ruler.inside, hidden=hidden))
        ruler.inside.write("")
        self.multiply(row)
        hidden = ruler.goal_name, ruler.goal_value  # the number flies past
        self.say_and_tell(words.height(n), Leave(row), *self.spotlight(ruler.miss, bowl.dot, hidden=hidden))
        self.raise_height()
        self.play(*self.spotlight())

    def show_bowl(self) -> None:
        """Turn the knob: the square draws the bowl; its bottom is the goal."""
        n, bowl = self.numbers, self.bowl
        start = float(n.descent.weight[0])
        low, high = bowl.drawn_weights
        bowl.visited = (start, start)
        bowl.redraw()
        self.say_and_tell(words.TURN, Appear(*bowl.axes_parts))
        self.add(bowl.curve, bowl.drop, bowl.number, bowl.dot)
        self.play(*self.turn(start, low, drawing=True), run_time=0.8, rate_func=smooth)
        self.play(*self.turn(low, high, drawing=True), run_time=4.5)
        bowl.visited = None
        bowl.redraw()
        self.say_and_tell(words.every_weight(n))
        if n.curve.goal_weight is not None:
            self.say_and_tell(words.goal(n))
            self.show_goal()
        self.say_and_tell(words.start(n))
        self.play(*self.turn(high, start), run_time=1.8)
        self.rest(0)
        self.add(bowl)
        self.wait(0.5)

    def take_steps(self) -> None:
        """Take the other steps, the window closing in; what lies between the first and the last in time-lapse."""
        for stride in self.numbers.strides[1:]:
            self.follow(stride)
            if stride.lapse:
                self.run_through(stride)
            else:
                self.take_step(stride)
        self.say_and_tell(words.outcome(self.numbers))
        self.wait(1.5)

    def show_log(self) -> None:
        """Put what the loop printed beside the path that it took, each line with its dot."""
        n = self.numbers
        self.log = printout(self.theme, self.layout, self.machine.box, n)
        self.say_and_tell(words.LOOP)
        self.change_view(n.widest)
        self.play(*exchange(self.machine, self.log.header), Shade(self.bowl.number, HIDDEN))
        self.bowl.number.write("")
        self.show_lines()
        self.say_and_tell(words.after_the_loop(n), Appear(self.log.rule, self.log.after))
        self.add(self.log)
        self.wait(1)

    def show_poster(self) -> None:
        """Compose the last picture: the same bowl, magnified and magnified again."""
        poster = Poster(self.theme, self.layout, self.numbers)
        self.poster(words.takeaway(self.numbers), *exchange(Group(self.log, self.bowl), poster))
        self.wait(3)

    def run_through(self, stride: Stride) -> None:
        """Run along a stride in time-lapse."""
        self.say_and_tell(words.lapse(stride))
        self.run(stride.start, stride.end, run_time=4)
