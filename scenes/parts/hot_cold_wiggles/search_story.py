"""A scene that follows searches: to the goal, or as far as they get, and what they do there."""

from collections.abc import Iterable

from manim import Animation

from gdcore import (
    HotAndCold,
    Outcome,
    arrival,
    cycle,
    moves_to_goal,
    predictions_made,
    resolved,
    search_until_known,
)
from scenes.parts.hot_cold_wiggles.parameters import MOST_MOVES
from scenes.parts.hot_cold_wiggles.search_scene import SearchScene
from scenes.parts.hot_cold_wiggles.trials import Trials
from scenes.parts.hot_cold_wiggles.words import STUCK_AGAIN, ending, first_words, iterations_words, result_words
from scenes.stage.axes.window import Box
from scenes.stage.bowl.descent_scene import PANEL
from scenes.stage.bowl.windows import window_around
from scenes.stage.direction.moves import Appear, Leave
from scenes.stage.direction.scene import RIGHT_EDGE
from scenes.stage.type.numbers import apart, plain

PAIR = Box(left=PANEL, right=RIGHT_EDGE, bottom=-1.85, top=-0.15)
"""Where the two states stand that a search bounces between."""
DRAWN_ONE_BY_ONE = 12
"""A walk to the goal of so many moves is drawn hop by hop; a longer one runs in time-lapse."""
BOUNCES = 4
"""How many moves are drawn once the goal is passed."""


class SearchStory(SearchScene):
    """What a search does, told from its outcome.

    Attributes:
        pair: The two states that the search bounces between, once they are shown.
    """

    pair: Trials | None = None

    @property
    def named(self) -> str:
        """How the step of the search is written."""
        return self.names[self.step]

    def searched(self, step: float) -> HotAndCold:
        """Return the search with another step from the same start, until it is known what it comes to."""
        start, input, goal_pred = float(self.search.weight[0]), self.curve.input, self.curve.goal_pred
        search = search_until_known(start, input, goal_pred, step_amount=step, after=BOUNCES, most=MOST_MOVES)
        return resolved(search)

    def try_step(self, step: float, search: HotAndCold) -> None:
        """Go back to the start and follow the search with another step."""
        stuck = [one.outcome is Outcome.CANNOT_MOVE for one in (self.search, search)]
        size = "the same" if step == self.step else "a larger" if step > self.step else "a smaller"
        self.say(f"The same start, and {size} step: {plain(self.names[step])}.")
        self.start_over(search, step, size)
        self.follow(again=all(stuck))

    def start_over(self, search: HotAndCold, step: float, size: str) -> None:
        """Clear away the search before, and take the dot back to the start; `size` says what is new."""
        weight = self.bowl.weight
        whole = window_around(self.curve, self.search.weight)
        leaving = self.traces()
        if self.pair is None:
            leaving.append(self.readout)
        else:
            self.play(Leave(self.pair), run_time=0.6)
        self.take(search, step)
        self.readout, self.pair = self.new_readout(), None
        self.show_numbers(weight)
        self.play(
            *self.tell(f"the same start, {size} step"),
            Leave(*leaving),
            Appear(self.readout),
        )
        self.clear_traces()
        self.change_window(whole)
        self.play(*self.turn_dot(weight, float(search.weight[0])), run_time=1.2)
        self.show_state(0)
        self.change_window(window_around(self.curve, search.weight))

    def follow(self, *, again: bool = False) -> None:
        """Follow a search: to the goal or as far as it gets, and then what it does there.

        Args:
            again: Whether it is stuck as the one before was, so that a sentence is enough.
        """
        search = self.search
        there, pair = arrival(search), cycle(search)
        self.say(STUCK_AGAIN if again else first_words(search, self.named))
        self.walk(self.last if there is None else there)
        if pair is not None:
            weights = pair[0].weight, self.curve.goal_weight or 0, pair[1].weight
            a, _, b = (plain(form) for form in apart(weights))
            self.say(f"The goal lies between {a} and {b}, and no move leads there.")
            self.look_closer([float(trial.weight) for trial in pair])
        elif there:
            self.say(f"After {iterations_words(there)} it is on the goal.")
            self.wait(1.5)
        if there is not None:
            self.go_on(there)
        if not again:
            self.say(ending(search, self.named, self.moves_left()))
        entering: list[Animation] = []
        if pair is not None:
            self.pair = Trials(self.theme, pair, ("left of goal", "right of goal"), PAIR)
            self.play(Leave(self.readout))
            entering = [Appear(self.pair)]
        self.play(*self.tell(result_words(search, self.named)), *entering)

    def walk(self, end: int) -> None:
        """Take the dot from the start to a state: hop by hop, or in time-lapse."""
        if end <= DRAWN_ONE_BY_ONE and self.search.move.any():
            for state in range(1, end + 1):
                self.hop(state, run_time=min(0.9, 6 / end))
        elif end:
            self.add(self.trail)
            self.play(*self.tell(f"in time-lapse, {predictions_made(1)} predictions an iteration"), run_time=0.6)
            self.run(0, end, run_time=7 if self.search.move.any() else 4)

    def go_on(self, there: int) -> None:
        """Go on to the last state once the goal is reached: a few moves drawn, the others counted."""
        drawn = there
        if (self.search.weight[there:] != self.search.weight[there]).any():
            drawn = min(there + BOUNCES, self.last)
            for state in range(there + 1, drawn + 1):
                self.hop(state, run_time=1)
        if drawn < self.last:
            self.run(drawn, self.last, run_time=3, stride=2)

    def moves_left(self) -> int | None:
        """Return how many moves the search would still need to the goal, None where it would need none."""
        weight, curve = float(self.search.weight[-1]), self.curve
        return moves_to_goal(weight, curve.input, curve.goal_pred, step_amount=self.step)

    def look_closer(self, weights: Iterable[float]) -> None:
        """Let the window close in on some weights, where that shows more of them."""
        window = window_around(self.curve, weights)
        if window.width < 0.5 * self.bowl.window.width:
            self.play(Leave(*self.traces()))
            self.clear_traces()
            self.change_window(window)
