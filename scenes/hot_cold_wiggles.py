"""Hot and cold learning: try the weight up and down, move to the better side, never ask how big the error is."""

from typing import ClassVar

from manim import Animation, Create, GrowFromEdge, VGroup
from manim.constants import DOWN

from gdcore import ErrorCurve, first_tries, hot_and_cold, predictions_made, resolved
from scenes.parts.hot_cold_wiggles.parameters import HotColdWigglesParams
from scenes.parts.hot_cold_wiggles.search_story import SearchStory
from scenes.parts.hot_cold_wiggles.trials import Trials
from scenes.parts.hot_cold_wiggles.words import course, iterations_words, other_steps_seen, verdict_words
from scenes.stage.axes.window import Box
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.machine.network import Network
from scenes.stage.tables.readout import Readout
from scenes.stage.type.numbers import plain, short, written

__all__ = ["HotColdWiggles", "HotColdWigglesParams"]

TABLE = Box(left=-0.1, right=RIGHT_EDGE, bottom=-1.25, top=2.05)
"""Where the tries of the first network stand."""
DOWN_TRY, STAY, UP_TRY = range(3)
LOSERS = 0.75
"""The opacity of the tries that have lost; they can still be read."""


class HotColdWiggles(SearchStory):
    """The weight is wiggled up and down and moves to the better side, by a step that never asks how far."""

    params: HotColdWigglesParams = HotColdWigglesParams()
    title: ClassVar[str] = "Hot and cold learning"
    sections: ClassVar[tuple[str, ...]] = ("wiggle", "choose", "crawl", "bounce", "break")

    def setup(self) -> None:
        """Make the tries of the first network, run the search of the second, and build what shows them."""
        super().setup()
        p = self.params
        self.build_first()
        search = hot_and_cold(p.weight, p.input, p.goal_pred, step_amount=p.step_amount, iterations=p.iterations)
        self.stage(ErrorCurve(p.input, p.goal_pred), resolved(search), p.step_amount, *p.other_steps)

    def build_first(self) -> None:
        """Build the first network, the table of its tries, and what it counts."""
        p, theme = self.params, self.theme
        values = p.first_weight, p.first_input, p.first_goal_pred
        self.first_curve = ErrorCurve(p.first_input, p.first_goal_pred)
        self.first = resolved(hot_and_cold(*values, step_amount=p.first_step_amount, iterations=1))
        self.tries = first_tries(self.first, p.first_step_amount)
        self.trials = Trials(theme, self.tries, ("down", "as it was", "up"), TABLE)
        self.first_network = Network(theme, at=(LEFT_EDGE + 0.54, 0.4))
        middle, reach = p.first_weight, 2 * max(p.first_step_amount, 1e-9 * max(1.0, abs(p.first_weight)))
        knob = self.first_network.knob
        knob.show_range(middle - reach, middle + reach, self.first_curve.goal_weight)
        rows = [
            ("step_amount", theme.ink, None),
            ("goal_pred", theme.goal, None),
            ("predictions made", theme.ink, None),
        ]
        self.counts = Readout(theme, rows, left=LEFT_EDGE, right=-1.1, top=-1.74)
        self.counts.write("step_amount", short(p.first_step_amount))
        self.counts.write("goal_pred", short(p.first_goal_pred))
        self.counts.write("predictions made", "1")
        self.show_weight(self.first_network, self.first_curve, p.first_weight)

    def construct(self) -> None:
        """Tell the story, a method a beat."""
        self.show_wiggle()
        self.show_choice()
        self.show_crawl()
        self.show_bounce()
        self.show_breaking()

    # beats --------------------------------------------------------------------------------------------------

    def show_wiggle(self) -> None:
        """Wiggle the knob of the first network: a prediction and an error for either side."""
        p, stay = self.params, self.trials.tries[STAY]
        down, here, up = (self.said(side, "error") for side in (DOWN_TRY, STAY, UP_TRY))
        self.beat(
            "wiggle",
            f"The knob of a network with input {written(p.first_input)} is wiggled from weight "
            f"{written(p.first_weight)} up and down by {written(p.first_step_amount)}, and three bars show "
            f"the errors: {down} down, {here} as it was, {up} up.",
        )
        self.say(f"The prediction is {self.said(STAY, 'prediction')}, the error {self.said(STAY, 'error')}.")
        self.play(
            *self.tell("wiggle the weight up and down: which is warmer?"),
            Appear(self.first_network, self.counts),
        )
        self.play(Appear(self.trials.line, self.trials.row_names, stay.texts), GrowFromEdge(stay.bar, DOWN))
        self.wait(1)
        self.say("Would another weight do better? Wiggle the knob to find out.")
        self.wait(2)
        self.try_side(UP_TRY, "Up", STAY, 2)
        self.try_side(DOWN_TRY, "Down", UP_TRY, 3)
        self.add(self.trials)
        self.play(*self.turn_first(DOWN_TRY, STAY), run_time=1)
        self.wait(2)

    def show_choice(self) -> None:
        """Keep the side with the smaller error."""
        move = int(self.first.move[0])
        chosen, new = STAY + move, float(self.first.weight[1])
        weight = plain(self.trials.forms[chosen]["weight"])
        self.beat(
            "choose",
            f"A frame marks the bar on the side that wins, {'up' if move > 0 else 'down'}, the others turn pale, "
            f"and the knob turns to its weight, {weight}."
            if move
            else f"No bar is framed, as both sides have the same error, and the knob stays at weight {weight}.",
        )
        self.say(f"Two errors to compare: {self.said(UP_TRY, 'error')} up, {self.said(DOWN_TRY, 'error')} down.")
        self.wait(1)
        self.mark = VGroup()
        self.say(verdict_words(self.first))
        if move:
            less = min(self.first.up_error[0], self.first.down_error[0]) < self.first.error[0]
            self.mark = self.trials.mark(chosen, "less error" if less else "less bad")
            losers = [one for i, one in enumerate(self.trials.tries) if i != chosen]
            self.play(
                *self.tell("the smaller of the two errors wins"),
                *(one.animate.set_opacity(LOSERS) for one in losers),
                Appear(self.mark),
            )
        else:
            self.play(*self.tell("a tie: no side is better"))
        self.wait(1)
        self.say(f"The knob {'stays there: the new' if move else 'stays where it was: the'} weight is {weight}.")
        self.play(
            *self.turn(self.first_network, self.first_curve, self.params.first_weight, new),
            *self.tell(f"{predictions_made(1)} predictions for {'one' if move else 'no'} move"),
            run_time=2,
        )
        self.wait(2)

    def show_crawl(self) -> None:
        """Clear the stage for another network, and repeat the move until the iterations are over."""
        p, bowl = self.params, self.bowl
        self.beat(
            "crawl",
            f"By steps of {plain(self.named)} on the error curve of another network, with input "
            f"{written(p.input)}, a dot {course(self.search, self.named)}.",
        )
        self.say(
            f"Another network: weight {written(p.weight)}, input {written(p.input)}, goal {written(p.goal_pred)}."
        )
        self.play(Leave(self.first_network, self.counts, self.trials, self.mark))
        self.play(
            *self.tell("another network, and the same again and again"),
            Appear(self.network, self.readout, bowl.axes, bowl.names, bowl.ticks, bowl.scales),
        )
        self.play(Create(bowl.curve), Appear(bowl.show_goal(), bowl.dot, bowl.drop), run_time=1.5)
        self.add(bowl)
        self.follow()
        if self.last:
            cost = f"{predictions_made(self.last):,} predictions in {iterations_words(self.last)}"
            self.say(f"{cost}.")
            self.play(*self.tell(cost))
        self.wait(2)

    def show_bounce(self) -> None:
        """Start anew with another step."""
        step = self.params.other_steps[0]
        search = self.searched(step)
        name = self.names[step]
        self.beat("bounce", f"By steps of {plain(name)}, from the same start, the dot {course(search, name)}.")
        self.try_step(step, search)
        self.wait(2)

    def show_breaking(self) -> None:
        """Start anew with the other steps, and say what they have in common."""
        steps = self.params.other_steps[1:]
        searches = [self.searched(step) for step in steps]
        self.beat("break", other_steps_seen(searches, [self.names[step] for step in steps]))
        for step, search in zip(steps, searches, strict=True):
            self.try_step(step, search)
            self.wait(1)
        self.say("Near the goal or far from it, every try was one step away.")
        self.wait(2)
        self.say("The step never asked how big the error was.")
        self.play(*self.tell("the step never asked how big the error was"))
        self.wait(3)

    # the first network --------------------------------------------------------------------------------------

    def try_side(self, side: int, name: str, before: int, count: int) -> None:
        """Turn the knob to a side and put down what that makes."""
        one = self.trials.tries[side]
        weight, prediction, error = (self.said(side, row) for row in ("weight", "prediction", "error"))
        self.say(f"{name}, to {weight}: the prediction is {prediction}, the error {error}.")
        self.play(*self.turn_first(before, side), GrowFromEdge(one.bar, DOWN), run_time=2)
        self.counts.write("predictions made", f"{count}")
        self.play(Appear(one.texts))
        self.wait(1)

    def turn_first(self, start: int, end: int) -> list[Animation]:
        """Return the animations that turn the first network's knob from one try to another."""
        a, b = (float(self.tries[i].weight) for i in (start, end))
        return self.turn(self.first_network, self.first_curve, a, b)

    def said(self, side: int, row: str) -> str:
        """Return a number of a try as captions write it."""
        return plain(self.trials.forms[side][row])
