"""A scene that follows searches: to the goal, or as far as they get, and what they do there."""

from manim import Animation

from scenes.parts.hot_cold_wiggles import words
from scenes.parts.hot_cold_wiggles.numbers import BOUNCES, ToldSearch
from scenes.parts.hot_cold_wiggles.search_motion import SearchMotion
from scenes.parts.hot_cold_wiggles.trials import Trials
from scenes.stage.axes.window import Box
from scenes.stage.bowl.bowl_scene import PANEL
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE

PAIR = Box(left=PANEL, right=RIGHT_EDGE, bottom=-1.85, top=-0.15)
"""Where the two states stand that a search bounces between."""
DRAWN_ONE_BY_ONE = 12
"""A walk to the goal of so many moves is drawn hop by hop; a longer one runs in time-lapse."""


class SearchCourse(SearchMotion):
    """What a search does, told from its outcome.

    Attributes:
        pair: The two states that the search bounces between, once they are shown.
    """

    pair: Trials | None = None

    def try_step(self, told: ToldSearch) -> None:
        """Go back to the start and follow the search by another step."""
        before = self.told
        line = words.another_step(told, before)
        self.say(line)
        self.start_over(told, line.context)
        self.follow(again=before.is_stuck and told.is_stuck)

    def start_over(self, told: ToldSearch, context: str) -> None:
        """Clear away the search before, and take the dot back to the start, below a line of context."""
        weight, before = self.bowl.weight, self.told
        leaving = self.traces()
        if self.pair is None:
            leaving.append(self.readout)
        else:
            self.play(Leave(self.pair), run_time=0.6)
        self.told = told
        self.readout, self.pair = self.new_readout(), None
        self.show_numbers(weight)
        self.play(
            *self.tell(context),
            Leave(*leaving),
            Appear(self.readout),
        )
        self.clear_traces()
        self.change_window(before.window)
        self.play(*self.turn(weight, float(told.search.weight[0])), run_time=1.2)
        self.show_state(0)
        self.change_window(told.window)

    def follow(self, *, again: bool = False) -> None:
        """Follow a search: to the goal or as far as it gets, and then what it does there.

        Args:
            again: Whether it is stuck as the one before was, so that a sentence is enough.
        """
        told, there, pair = self.told, self.told.arrival, self.told.pair
        self.say(words.STUCK_AGAIN if again else words.first_words(told))
        self.walk(told.last if there is None else there)
        if pair is not None:
            self.say(words.goal_between(told))
            self.look_closer()
        elif there:
            self.say(words.on_the_goal(there))
            self.wait(1.5)
        if there is not None:
            self.go_on(there)
        if not again:
            self.say(words.ending(told))
        entering: list[Animation] = []
        if pair is not None:
            self.pair = Trials(self.theme, pair, ("left of goal", "right of goal"), PAIR)
            self.play(Leave(self.readout))
            entering = [Appear(self.pair)]
        self.play(*self.tell(words.result_words(told)), *entering)

    def walk(self, end: int) -> None:
        """Take the dot from the start to a state: hop by hop, or in time-lapse."""
        if end <= DRAWN_ONE_BY_ONE and self.told.first_move:
            for state in range(1, end + 1):
                self.hop(state, run_time=min(0.9, 6 / end))
        elif end:
            self.add(self.trail)
            self.play(*self.tell(words.IN_TIME_LAPSE), run_time=0.6)
            self.lapse(0, end, run_time=7 if self.told.first_move else 4)

    def go_on(self, there: int) -> None:
        """Go on to the last state once the goal is reached: a few moves drawn, the others counted."""
        drawn, last = there, self.told.last
        if self.told.moves_after(there):
            drawn = min(there + BOUNCES, last)
            for state in range(there + 1, drawn + 1):
                self.hop(state, run_time=1)
        if drawn < last:
            self.lapse(drawn, last, run_time=3, stride=2)

    def look_closer(self) -> None:
        """Let the window close in on the two states that a search bounces between, where that shows more."""
        window = self.told.pair_window
        if window.width < 0.5 * self.bowl.window.width:
            self.play(Leave(*self.traces()))
            self.clear_traces()
            self.change_window(window)
