"""How BowlDescent takes its steps, the first one slowly."""

from typing import Any

from manim import Create, FadeIn, Line, Mobject, smooth

from gdcore import resolved
from scenes.parts.bowl_descent import words
from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.parts.bowl_descent.products import Products
from scenes.stage.bowl.closing import Stride
from scenes.stage.bowl.stepping import SteppingScene
from scenes.stage.direction.moves import Appear, Leave, Shade
from scenes.stage.type.numbers import in_node, short
from scenes.stage.type.text import Words


class FirstStep(SteppingScene):
    """What BowlDescent does with a step."""

    numbers: BowlDescentNumbers
    log: Any

    @property
    def products(self) -> Products:
        """The products of the present state."""
        state = resolved(self.numbers.curve.at(self.bowl.weight))
        return Products(self.machine, state, float(self.numbers.descent.alpha))

    def error_of(self, state: int) -> str:
        """Return how the error of a state is written."""
        return short(self.numbers.descent.error[state])

    def miss_of(self, state: int) -> str:
        """Return how the miss of a state is written."""
        return in_node(self.numbers.descent.delta[state])

    def rewrite_square(self, text: str, colour: str) -> None:
        """Let another number stand in the square."""
        inside = self.machine.ruler.inside
        self.play(Leave(inside, run_time=0.4))
        self.machine.ruler.write_inside(text, colour)
        self.play(Appear(inside, run_time=0.4))

    def raise_height(self) -> None:
        """Let the number of the square fly to the dot, and the height of the dot rise."""
        bowl, ruler = self.bowl, self.machine.ruler
        text = self.error_of(0)
        start, end = ruler.square_centre(), bowl.beside(bowl.weight, text)
        bowl.number.at = start
        bowl.number.write(text)

        def fly(time: float) -> None:
            bowl.number.at = (start[0] + (end[0] - start[0]) * time, start[1] + (end[1] - start[1]) * time)
            bowl.number.write(text)

        ruler.inside.write("")
        self.add(bowl.drop, bowl.dot)
        self.play(*self.redraw(fly, bowl.number), Create(bowl.drop), run_time=1.6)

    def show_goal(self) -> None:
        """Light the goal on the axis, and name it for a while."""
        bowl = self.bowl
        ring, name = bowl.show_goal(), bowl.name_goal()
        self.play(FadeIn(ring, scale=0.4), Appear(bowl.goal_value, name))
        self.wait(1.2)
        self.play(Leave(name))

    def rest(self, state: int) -> None:
        """Show a state at rest."""
        self.show_weight(float(self.numbers.descent.weight[state]))

    # the first step -----------------------------------------------------------------------------------------

    def show_first_step(self) -> None:
        """Take the first step slowly: the tangent, the product, the arrow, alpha, a guess, the landing."""
        n, bowl, machine = self.numbers, self.bowl, self.machine
        if not n.strides:
            self.say_and_tell(words.no_step(n))
            self.wait(2.5)
            return
        stride = n.strides[0]
        lit: tuple[Mobject, ...] = (bowl.axes, bowl.curve, bowl.dot, bowl.tangent)
        aside = (machine.input, machine.arrow, machine.knob)
        self.say_and_tell(words.slope(n), *self.spotlight(*lit, hidden=aside))
        bowl.show_tangent(n.descent.weight[0])
        mark, quotient = self.slope_mark(), self.products.slope(bowl)
        self.play(Create(bowl.tangent), run_time=1.2)
        self.play(Shade(bowl.drop, 1), Shade(bowl.number, 1), Create(bowl.show_run()))
        self.multiply(quotient)
        self.wait(0.5)
        row = self.products.weight_delta()
        ruler = machine.ruler
        lit = (machine.input, ruler.miss, bowl.tangent, mark)
        hidden = (ruler.value, ruler.name_text)
        self.say_and_tell(
            words.weight_delta(n), Leave(quotient), Appear(mark), *self.spotlight(*lit, hidden=hidden)
        )
        self.multiply(row)
        lit = (bowl.axes, bowl.curve, bowl.dot, bowl.tangent, bowl.arrow, row)
        self.say_and_tell(words.ARROW, Leave(mark, bowl.run), *self.spotlight(*lit))
        self.swing(0)
        after = self.products.step(row.ends[2])
        self.say_and_tell(words.alpha(n), Leave(row))
        self.multiply(after)
        self.scale(0)
        self.ask(words.LANDING, Leave(after), *self.spotlight())
        self.guess()
        self.follow(stride)
        self.reveal(words.step(n, 1))
        self.lay(0)
        self.land(stride)
        self.wait(1)

    def slope_mark(self) -> Words:
        """Return the slope, which stands inside of the bowl."""
        bowl, layout = self.bowl, self.layout
        at = (bowl.box.centre[0] + 0.3 * layout.unit, bowl.box.top - 1.6 * layout.unit)
        return Words(
            words.slope_mark(self.numbers), size=layout.number, colour=self.theme.slope, at=at, align="center"
        )

    # the other steps ----------------------------------------------------------------------------------------

    def follow(self, stride: Stride) -> None:
        """Let the window follow, where the steps to come need another one."""
        n, window = self.numbers, self.bowl.window
        if stride.view.window == window:
            return
        before = next(view for view in n.views if view.window == window)
        self.say_and_tell(words.closer(n, before, stride.view))
        self.change_view(stride.view)

    def take_step(self, stride: Stride) -> None:
        """Take a step at reading speed: the tangent, the arrow, the landing."""
        bowl = self.bowl
        self.say_and_tell(words.step(self.numbers, stride.end))
        bowl.show_tangent(self.numbers.descent.weight[stride.start])
        self.play(Create(bowl.tangent), run_time=0.5)
        self.swing(stride.start, run_time=0.8)
        self.scale_quickly(stride.start)
        self.lay(stride.start, run_time=0.6)
        self.land(stride)
        self.wait(0.3)

    def scale_quickly(self, state: int) -> None:
        """Let alpha change the arrow, where it does."""
        if self.numbers.descent.alpha != 1:
            self.scale(state)

    # the log ------------------------------------------------------------------------------------------------

    def show_lines(self) -> None:
        """Show line after line, each with its dot."""
        bowl, weights = self.bowl, self.numbers.descent.weight
        for row, line in zip(self.log.rows, self.log.lines, strict=True):
            if line is None or not bowl.is_inside(float(weights[line])):
                self.play(Appear(row, run_time=0.8))
                continue
            link = self.link(row, float(weights[line]))
            self.play(Appear(row), Create(link), run_time=0.7, rate_func=smooth)
            self.play(Leave(link, run_time=0.5))

    def link(self, row: Any, weight: float) -> Any:
        """Return a line from a row of the log to the dot of its weight."""
        at = self.bowl.on_curve(weight)
        start = (float(row.get_left()[0]) - 0.15, float(row.get_center()[1]), 0)
        return Line(start, at, color=self.theme.weight, stroke_width=3)
