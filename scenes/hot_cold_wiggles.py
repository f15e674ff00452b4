"""Hot and cold learning: try the weight up and down, move to the better side, never ask how big the error is."""

from typing import Any, ClassVar

from manim import Animation, Create, GrowFromEdge, VGroup
from manim.constants import DOWN as FOOT

from scenes.parts.hot_cold_wiggles import words
from scenes.parts.hot_cold_wiggles.first_network import FirstNetwork
from scenes.parts.hot_cold_wiggles.numbers import DOWN, STAY, UP, numbers_of
from scenes.parts.hot_cold_wiggles.parameters import HotColdWigglesParams
from scenes.parts.hot_cold_wiggles.search_course import SearchCourse
from scenes.stage.direction.moves import Appear, Leave

__all__ = ["HotColdWiggles", "HotColdWigglesParams"]

LOSERS = 0.75
"""The opacity of the tries that have lost; they can still be read."""


class HotColdWiggles(SearchCourse):
    """The weight is wiggled up and down and moves to the better side, in steps that never ask how far."""

    params: HotColdWigglesParams = HotColdWigglesParams()
    title: ClassVar[str] = "Hot and cold learning"
    sections: ClassVar[tuple[str, ...]] = ("wiggle", "choose", "crawl", "bounce", "break")

    def setup(self) -> None:
        """Make the tries of the first network, run the searches of the second, and build what shows them."""
        super().setup()
        self.numbers = numbers_of(self.params)
        self.first = FirstNetwork(self.theme, self.numbers.first)
        self.build(self.numbers.searches[0])

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
        told, trials = self.numbers.first, self.first.trials
        stay = trials.tries[STAY]
        self.beat("wiggle", words.wiggle_seen(told))
        self.say_and_tell(words.as_it_is(told), Appear(self.first.network, self.first.counts))
        self.play(Appear(trials.line, trials.row_names, stay.texts), GrowFromEdge(stay.bar, FOOT))
        self.wait(1)
        self.say(words.FIND_OUT)
        self.wait(2)
        self.try_side(UP, before=STAY, count=2)
        self.try_side(DOWN, before=UP, count=3)
        self.add(trials)
        self.play(*self.turn_first(DOWN, STAY), run_time=1)
        self.wait(2)

    def show_choice(self) -> None:
        """Keep the side with the smaller error."""
        told, trials = self.numbers.first, self.first.trials
        chosen = STAY + told.first_move
        self.beat("choose", words.choice_seen(told))
        self.say(words.two_errors(told))
        self.wait(1)
        self.mark = VGroup()
        marked: list[Any] = []
        if told.first_move:
            self.mark = trials.mark(chosen, words.called_winner(told))
            losers = [one for i, one in enumerate(trials.tries) if i != chosen]
            marked = [*(one.animate.set_opacity(LOSERS) for one in losers), Appear(self.mark)]
        self.say_and_tell(words.decision(told), *marked)
        self.wait(1)
        line = words.new_weight(told)
        self.say(line)
        self.play(*self.turn_first(STAY, chosen), *self.tell(line.context), run_time=2)
        self.wait(2)

    def show_crawl(self) -> None:
        """Clear the stage for another network, and repeat the move until the iterations are over."""
        told, bowl = self.numbers.searches[0], self.bowl
        self.beat("crawl", words.search_seen(told))
        line = words.another_network(told)
        self.say(line)
        self.play(Leave(self.first.network, self.first.counts, self.first.trials, self.mark))
        self.play(
            *self.tell(line.context),
            Appear(self.network, self.readout, bowl.axes, bowl.names, bowl.ticks, bowl.scales),
        )
        self.play(Create(bowl.curve), Appear(bowl.show_goal(), bowl.dot, bowl.drop), run_time=1.5)
        self.add(bowl)
        self.follow()
        if told.last:
            self.say_and_tell(words.price(told))
        self.wait(2)

    def show_bounce(self) -> None:
        """Start anew with another step."""
        told = self.numbers.searches[1]
        self.beat("bounce", words.other_step_seen(told))
        self.try_step(told)
        self.wait(2)

    def show_breaking(self) -> None:
        """Start anew with the other steps, and say what they have in common."""
        searches = self.numbers.searches[2:]
        self.beat("break", words.other_steps_seen(searches))
        for told in searches:
            self.try_step(told)
            self.wait(1)
        self.say(words.ALWAYS_A_STEP_AWAY)
        self.wait(2)
        self.say_and_tell(words.NEVER_ASKED)
        self.wait(3)

    # the first network --------------------------------------------------------------------------------------

    def try_side(self, side: int, *, before: int, count: int) -> None:
        """Turn the knob to a side and put down what that makes."""
        one, counts = self.first.trials.tries[side], self.first.counts
        self.say(words.tried(self.numbers.first, side))
        self.play(*self.turn_first(before, side), GrowFromEdge(one.bar, FOOT), run_time=2)
        counts.write("predictions made", f"{count}")
        self.play(Appear(one.texts))
        self.wait(1)

    def turn_first(self, start: int, end: int) -> list[Animation]:
        """Return the animations that turn the first network's knob from one try to another."""
        a, b = (float(self.numbers.first.tries[i].weight) for i in (start, end))

        def show(time: float) -> None:
            self.first.show_weight(b if time == 1 else (1 - time) * a + time * b)

        return self.redraw(show, self.first.network)
