"""A scene in which a machine learns: its knob and a dot in the bowl move together, windows follow them."""

import math
from collections.abc import Callable
from typing import Any

from manim import Animation, linear, smooth, squish_rate_func

from gdcore import resolved
from scenes.stage.bowl.closing import ClosingNumbers, View, is_broken
from scenes.stage.bowl.step_bowl import StepBowl
from scenes.stage.direction.moves import Appear, Shade
from scenes.stage.direction.story import DIMMED, HIDDEN, StoryScene
from scenes.stage.machine.machine import Machine
from scenes.stage.machine.product import Product
from scenes.stage.type.numbers import Steady, short, times


class LearningScene(StoryScene):
    """What lessons with a machine and a bowl do alike.

    Attributes:
        numbers: The descent that is told.
        machine, bowl: The picture.
    """

    numbers: ClosingNumbers
    machine: Machine
    bowl: StepBowl

    def build(self, state: int, view: View) -> None:
        """Build machine and bowl as they stand at a state, seen in a view."""
        n, layout = self.numbers, self.layout
        picture, beside = layout.parts(1.5 if layout.is_wide else 0.9, 1)
        first = n.first_view.window
        weight = float(n.descent.weight[state])
        self.bowl = StepBowl(self.theme, layout, picture, n.curve, view.window, weight)
        self.machine = Machine(
            self.theme,
            layout,
            beside,
            input=n.curve.input,
            goal_pred=n.curve.goal_pred,
            span=view.span,
            dial=(first.left, first.right),
            goal=n.curve.goal_weight,
        )
        self.show_scale(view)
        self.show_weight(weight)

    # numbers ------------------------------------------------------------------------------------------------

    def show_weight(self, weight: float, weights: Steady | None = None, rest: Any = (None, None)) -> None:
        """Show what a weight makes of machine and bowl; while it rolls, in forms that are steady."""
        predictions, errors = rest
        now = resolved(self.numbers.curve.at(weight))
        self.machine.show_state(now, weights, predictions)
        self.bowl.show_weight(weight)
        if self.bowl.number.text:
            self.bowl.write_error(errors.form(now.error) if errors else short(now.error))

    def show_scale(self, view: View) -> None:
        """Let the ruler be as much magnified as the bowl is."""
        ratio = self.numbers.first_view.span / view.span
        self.machine.ruler.span = view.span
        self.machine.ruler.show_scale("" if abs(ratio - 1) < 0.01 else times(ratio))

    # motion -------------------------------------------------------------------------------------------------

    def turn(self, start: float, end: float, *, drawing: bool = False) -> list[Animation]:
        """Return the animations that turn the knob from one weight to another, with all that hangs on it.

        Where it is `drawing`, the curve is drawn as far as the dot has been.
        """
        bowl, curve = self.bowl, self.numbers.curve
        low, high = bowl.drawn_weights
        ends = [curve.at(weight) for weight in (low, high)]
        weights = Steady((low, high))
        rest = Steady(state.prediction for state in ends), Steady(state.error for state in ends)

        def show(time: float) -> None:
            weight = (1 - time) * start + time * end
            if drawing:
                least, most = bowl.visited or (weight, weight)
                bowl.visited = min(least, weight), max(most, weight)
                bowl.show_range(*bowl.visited)
            self.show_weight(weight, weights, rest)

        moving = (bowl.dot, bowl.drop, bowl.number, *([bowl.curve] if drawing else []))
        return self.redraw(show, *moving, *self.machine.state)

    def multiply(self, product: Product, *others: Animation) -> None:
        """Let two numbers travel and become a third."""
        signs = Appear(product.signs, rate_func=squish_rate_func(smooth, 0.85, 1))
        self.play(*self.redraw(product.travel, product.factors), signs, *others, run_time=1.3)
        self.play(Appear(product.result), run_time=0.7)

    def change_view(self, view: View) -> None:
        """Change the window of the bowl and the scale of the ruler; the smaller of two windows is framed."""
        bowl, window, ruler = self.bowl, self.bowl.window, self.machine.ruler
        if window == view.window:
            return
        start = ruler.span
        inner = view.window if view.window.lies_in(window) else window
        before = View(view.reach * window.width / view.window.width, window, start)
        if is_broken(before, view):
            self._break_scale(view)
            return
        bowl.speck_window = inner
        closing = inner is not window
        appearing: list[Animation] = [Shade(bowl.number, HIDDEN)]  # the frame would run through it
        if closing:
            bowl.redraw()
            appearing.append(Appear(bowl.speck))
        self.play(*appearing, run_time=0.6)

        def show(time: float) -> None:
            ruler.span = start * (view.span / start) ** time
            bowl.show_window(view.window if time == 1 else window.towards(view.window, time))
            self.show_weight(bowl.weight)

        decades = 2 * abs(math.log10(view.window.width / window.width))
        ruler.show_scale("")
        self.play(*self.redraw(show, bowl, ruler), run_time=max(1.2, 1.5 * decades), rate_func=smooth)
        self.show_scale(view)
        self.play(Shade(bowl.number, 1), Shade(bowl.speck, HIDDEN), run_time=0.3)
        bowl.forget_speck()

    def _break_scale(self, view: View) -> None:
        """Show another scale without a way from one to the other; the curve is the same in both."""
        bowl, ruler = self.bowl, self.machine.ruler
        stays = (bowl.axes, bowl.names, bowl.curve, bowl.ring)
        parts = [*(part for part in bowl if part not in stays), ruler]
        self.play(*(Shade(part, HIDDEN) for part in parts), run_time=0.5)
        bowl.speck_window = None
        bowl.show_window(view.window)
        self.show_scale(view)
        self.show_weight(bowl.weight)
        self.play(*(Shade(part, 1) for part in parts), run_time=0.8)

    def hop(self, start: int, end: int) -> None:
        """Take the dot from one state to another: to the end of the arrow on the axis, and up to the curve.

        Meanwhile all numbers are held, and dimmed; where it lands they change.
        """
        bowl, descent = self.bowl, self.numbers.descent
        way = self._way(float(descent.weight[start]), float(descent.weight[end]))
        held = [bowl.number, *self.machine.state]
        bowl.drop.points = bowl.drop.points[:0]
        dimmed: list[Animation] = [Shade(part, DIMMED, rate_func=_soon) for part in held]
        dimmed.append(Shade(bowl.tangent, HIDDEN, rate_func=_soon))
        self.play(*self.redraw(lambda time: bowl.dot.move_to(way(time)), bowl.dot), *dimmed, run_time=1.6)
        bowl.leave_ghost(float(descent.weight[start]))
        bowl.show_tangent(None)
        self.show_weight(float(descent.weight[end]))
        self.play(*(Shade(part, 1) for part in (*held, bowl.tangent)), run_time=0.4)

    def _way(self, start: float, end: float) -> Callable[[float], Any]:
        """Return where the dot is on its way from one weight to another."""
        bowl = self.bowl
        a, foot, b = bowl.on_curve(start), bowl.point(end, 0), bowl.on_curve(end)
        lifted = (a + foot) / 2
        lifted[1] = max(a[1], foot[1]) + 0.12 * abs(foot[0] - a[0])
        lifted[1] = min(lifted[1], bowl.box.top)

        def at(time: float) -> Any:
            if time < _DOWN:
                part = time / _DOWN
                return (1 - part) ** 2 * a + 2 * part * (1 - part) * lifted + part**2 * foot
            return foot + (b - foot) * (time - _DOWN) / (1 - _DOWN)

        return at

    def run(self, start: int, end: int, *, run_time: float) -> None:
        """Run from one state to another in time-lapse, each of them whole."""
        bowl, weights = self.bowl, self.numbers.descent.weight

        def show(time: float) -> None:
            self.show_weight(float(weights[round(start + time * (end - start))]))

        moving = (bowl.dot, bowl.drop, bowl.number, *self.machine.state)
        self.play(*self.redraw(show, *moving), run_time=run_time, rate_func=linear)
        self.show_weight(float(weights[end]))


_DOWN = 0.7
"""The part of a hop that leads to the end of the arrow."""


def _soon(time: float) -> float:
    """Be there after a fifth of the time."""
    return smooth(min(1.0, 5 * time))
