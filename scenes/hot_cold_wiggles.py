"""Hot and cold learning: try the weight up and down, move to the better side, never ask how big the error is."""

from collections.abc import Iterable
from typing import Annotated, ClassVar

from manim import Animation, Create, FadeIn, FadeOut, GrowFromEdge, VGroup
from manim.constants import DOWN
from pydantic import Field

from gdcore import (
    ErrorCurve,
    HotAndCold,
    Outcome,
    arrival,
    cycle,
    hot_and_cold,
    moves_to_goal,
    predictions_made,
    search_until_known,
    tries,
)
from scenes.stage.bowl import window_around
from scenes.stage.descent_scene import PANEL
from scenes.stage.network import Network
from scenes.stage.numbers import apart, plain, short, spoken
from scenes.stage.parameters import Parameters
from scenes.stage.plot import Box
from scenes.stage.readout import Readout
from scenes.stage.scene import LEFT_EDGE, RIGHT_EDGE
from scenes.stage.search_scene import SearchScene
from scenes.stage.search_words import (
    STUCK_AGAIN,
    ending,
    first_words,
    iterations_words,
    result_words,
    verdict_words,
)
from scenes.stage.trials import Trials

TABLE = Box(left=-0.1, right=RIGHT_EDGE, bottom=-1.25, top=2.05)
"""Where the tries of the first network stand."""
PAIR = Box(left=PANEL, right=RIGHT_EDGE, bottom=-1.85, top=-0.15)
"""Where the two states stand that a search bounces between."""
DOWN_TRY, STAY, UP_TRY = range(3)
LOSERS = 0.75
"""The opacity of the tries that have lost; they can still be read."""

DRAWN_ONE_BY_ONE = 12
"""A walk to the goal of so many moves is drawn hop by hop; a longer one runs in time-lapse."""
BOUNCES = 4
"""How many moves are drawn once the goal is passed."""
MOST_MOVES = 100_000

Step = Annotated[float, Field(gt=0, le=1e9)]


class HotColdWigglesParams(Parameters):
    """The parameters of HotColdWiggles: a first network to wiggle by hand, one that learns, and other steps."""

    weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight before the first move.")] = 0.5
    input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the network.")] = 0.5
    goal_pred: Annotated[float, Field(ge=-1e9, le=1e9, description="The prediction to reach.")] = 0.8
    step_amount: Annotated[float, Field(gt=0, le=1e9, description="How far each move takes the weight.")] = 0.001
    iterations: Annotated[
        int,
        Field(ge=0, le=MOST_MOVES, description="The number of moves.", json_schema_extra={"unit": "moves"}),
    ] = 1101
    first_weight: Annotated[float, Field(ge=-1e9, le=1e9, description="The weight of the first network.")] = 0.1
    first_input: Annotated[float, Field(ge=-1e3, le=1e3, description="The input of the first network.")] = 8.5
    first_goal_pred: Annotated[
        float, Field(ge=-1e9, le=1e9, description="The prediction that the first network is to reach.")
    ] = 1
    first_step_amount: Annotated[
        float, Field(gt=0, le=1e9, description="How far the first network's weight is wiggled.")
    ] = 0.01
    other_steps: Annotated[
        tuple[Step, ...],
        Field(
            min_length=1,
            max_length=4,
            description="Other values of step_amount, from the same start; the first goes to the section bounce.",
        ),
    ] = (0.2, 10)


class HotColdWiggles(SearchScene):
    """The weight is wiggled up and down and moves to the better side, by a step that never asks how far."""

    params: HotColdWigglesParams = HotColdWigglesParams()
    title: ClassVar[str] = "Hot and cold learning"

    def setup(self) -> None:
        """Make the tries of the first network, run the search of the second, and build what shows them."""
        super().setup()
        p = self.params
        self.build_first()
        search = hot_and_cold(p.weight, p.input, p.goal_pred, step_amount=p.step_amount, iterations=p.iterations)
        self.stage(ErrorCurve(p.input, p.goal_pred), search, p.step_amount)
        self.pair: Trials | None = None

    def build_first(self) -> None:
        """Build the first network, the table of its tries, and what it counts."""
        p, theme = self.params, self.theme
        values = p.first_weight, p.first_input, p.first_goal_pred
        self.first_curve = ErrorCurve(p.first_input, p.first_goal_pred)
        self.first = hot_and_cold(*values, step_amount=p.first_step_amount, iterations=1)
        self.tries = tries(*values, step_amount=p.first_step_amount)
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
        self.beat("wiggle")
        stay = self.trials.tries[STAY]
        self.say(f"The prediction is {self.said(STAY, 'prediction')}, the error {self.said(STAY, 'error')}.")
        self.play(
            *self.tell("wiggle the weight up and down: which is warmer?"),
            FadeIn(self.first_network, self.counts),
        )
        self.play(FadeIn(self.trials.line, self.trials.row_names, stay.texts), GrowFromEdge(stay.bar, DOWN))
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
        self.beat("choose")
        move = int(self.first.move[0])
        chosen, new = STAY + move, float(self.first.weight[1])
        self.say(f"Two errors to compare: {self.said(UP_TRY, 'error')} up, {self.said(DOWN_TRY, 'error')} down.")
        self.wait(1)
        self.mark = VGroup()
        self.say(verdict_words(self.first))
        if move:
            self.mark = self.trials.mark(chosen, "less error")
            losers = [one for i, one in enumerate(self.trials.tries) if i != chosen]
            self.play(
                *self.tell("the smaller of the two errors wins"),
                *(one.animate.set_opacity(LOSERS) for one in losers),
                FadeIn(self.mark),
            )
        else:
            self.play(*self.tell("a tie: no side is better"))
        self.wait(1)
        weight = plain(self.trials.forms[chosen]["weight"])
        self.say(f"The knob {'stays there: the new' if move else 'stays where it was: the'} weight is {weight}.")
        self.play(
            *self.turn(self.first_network, self.first_curve, self.params.first_weight, new),
            *self.tell(f"{predictions_made(1)} predictions for {'one' if move else 'no'} move"),
            run_time=2,
        )
        self.wait(2)

    def show_crawl(self) -> None:
        """Clear the stage for another network, and repeat the move until the iterations are over."""
        self.beat("crawl")
        p, bowl = self.params, self.bowl
        self.say(
            f"Another network: weight {spoken(p.weight)}, input {spoken(p.input)}, goal {spoken(p.goal_pred)}."
        )
        self.play(FadeOut(self.first_network, self.counts, self.trials, self.mark))
        self.play(
            *self.tell("another network, and the same again and again"),
            FadeIn(self.network, self.readout, bowl.axes, bowl.names, bowl.ticks, bowl.scales),
        )
        self.play(Create(bowl.curve), FadeIn(bowl.show_goal(), bowl.dot, bowl.drop), run_time=1.5)
        self.add(bowl)
        self.follow()
        if self.last:
            cost = f"{predictions_made(self.last):,} predictions in {iterations_words(self.last)}"
            self.say(f"{cost}.")
            self.play(*self.tell(cost))
        self.wait(2)

    def show_bounce(self) -> None:
        """Start anew with another step."""
        self.beat("bounce")
        self.try_step(self.params.other_steps[0])
        self.wait(2)

    def show_breaking(self) -> None:
        """Start anew with the other steps, and say what they have in common."""
        self.beat("break")
        for step in self.params.other_steps[1:]:
            self.try_step(step)
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
        self.play(FadeIn(one.texts))
        self.wait(1)

    def turn_first(self, start: int, end: int) -> list[Animation]:
        """Return the animations that turn the first network's knob from one try to another."""
        a, b = (float(self.tries[i].weight) for i in (start, end))
        return self.turn(self.first_network, self.first_curve, a, b)

    def said(self, side: int, row: str) -> str:
        """Return a number of a try as captions write it."""
        return plain(self.trials.forms[side][row])

    # searches -----------------------------------------------------------------------------------------------

    def try_step(self, step: float) -> None:
        """Go back to the start and follow the search with another step, until it is known what it comes to."""
        p = self.params
        search = search_until_known(
            p.weight, p.input, p.goal_pred, step_amount=step, after=BOUNCES, most=MOST_MOVES
        )
        stuck = [one.outcome is Outcome.CANNOT_MOVE for one in (self.search, search)]
        size = "the same" if step == self.step else "a larger" if step > self.step else "a smaller"
        self.say(f"The same start, and {size} step: {spoken(step)}.")
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
            self.play(FadeOut(self.pair), run_time=0.6)
        self.take(search, step)
        self.readout, self.pair = self.new_readout(), None
        self.show_numbers(weight)
        self.play(
            *self.tell(f"the same start, {size} step"),
            FadeOut(*leaving),
            FadeIn(self.readout),
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
        self.say(STUCK_AGAIN if again else first_words(search, self.step))
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
            self.say(ending(search, self.step, self.moves_left()))
        entering: list[Animation] = []
        if pair is not None:
            self.pair = Trials(self.theme, pair, ("left of goal", "right of goal"), PAIR)
            self.play(FadeOut(self.readout))
            entering = [FadeIn(self.pair)]
        self.play(*self.tell(result_words(search, self.step)), *entering)

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
        p = self.params
        weight = float(self.search.weight[-1])
        return moves_to_goal(weight, p.input, p.goal_pred, step_amount=self.step)

    def look_closer(self, weights: Iterable[float]) -> None:
        """Let the window close in on some weights, where that shows more of them."""
        window = window_around(self.curve, weights)
        if window.width < 0.5 * self.bowl.window.width:
            self.play(FadeOut(*self.traces()))
            self.clear_traces()
            self.change_window(window)
