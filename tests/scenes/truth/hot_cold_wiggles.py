"""What HotColdWiggles must show, from other sources than the scene, and the parameters to try it with."""

import itertools
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from hypothesis import strategies as st

from gdcore import hot_and_cold, resolved
from tests.gdcore.lab_logs import Try, hot_and_cold_lines
from tests.scenes.reading.graphs import OFF, hops_astray, hops_drawn, wrong_graph, wrong_hops
from tests.scenes.reading.numbers import number_in
from tests.scenes.reading.picture import Picture, lies_in
from tests.scenes.reading.tables import wrong_network, wrong_rows
from tests.scenes.samples import NEXT_TO_THE_GOAL, floats, integers
from tests.scenes.truth.descents import error_of, only_axes, wrong_bowl
from tests.scenes.truth.tries import bars_of, columns_below, wrong_bars

MOST_MOVES = 100_000
"""A search by another step is cut short after so many moves."""
ONE_BY_ONE = 12
"""A search of at most so many moves that ends at the goal or before is drawn hop by hop."""
HOPS = 18
"""More moves than this are never drawn hop by hop: up to the goal, and a few more."""
SECTIONS = ["wiggle", "choose", "crawl", "bounce", "break"]

FIRST: list[dict[str, Any]] = [
    {},
    {f"first_{name}": value for name, value in NEXT_TO_THE_GOAL.items()},
    *({"first_input": value} for value in (0, -8.5, 1000)),
    *({"first_step_amount": value} for value in (1e-6, 1e-300, 0.03, 1e6, 1e9)),
    *({"first_weight": value} for value in (1 / 8.5, 0.2, -1e9)),
    {"first_weight": 2, "first_input": 0.5},  # exactly on the goal
    {"first_goal_pred": 1e6},
    {"first_input": 0, "first_goal_pred": 0},
]
"""What matters to the first two sections only."""
SECOND: list[dict[str, Any]] = [
    {},
    NEXT_TO_THE_GOAL,
    *({"input": value} for value in (0, 30, -0.5, 1000, -1000, 1e-200)),
    *({"goal_pred": value} for value in (0, -5, 1e6, -1e9, 1e-6)),
    *({"weight": value} for value in (1.6, 1e6, -1e9)),
    {"weight": 0.8 / 1.1, "input": 1.1},  # on the goal but for rounding
    {"input": 0, "goal_pred": 0},
    {"weight": 1, "input": 1e-200, "goal_pred": 0},
    *({"step_amount": value} for value in (1e-300, 1e-6, 0.1, 0.2, 0.3, 1.1, 2.2, 10, 1e6, 1e9)),
    *({"iterations": value} for value in (1, 2, 1099, 1100, 5000)),
    {"iterations": 0, "other_steps": [1.1]},
    *({"step_amount": 0.2, "iterations": value} for value in (5, 6, 7, 12)),  # before the goal, past it, bouncing
    {"step_amount": 1e-5, "iterations": 100_000},
    *({"other_steps": value} for value in ([1e-6], [1e6], [0.1], [1.1, 1.1], [2.2, 3], [10, 0.2, 0.001, 1e6])),
    {"goal_pred": 1e6, "other_steps": [1e-6, 1e6]},
    {"weight": 1e9, "goal_pred": -1e9, "input": -1e-3, "other_steps": [1e9, 1e-9]},
    {"weight": 1e6, "goal_pred": -894, "input": -1000, "step_amount": 1e-9},  # the last move is next to the goal
]
EXTREMES = [{**first, **second} for first, second in itertools.zip_longest(FIRST, SECOND, fillvalue={})]

NUMBERS = st.one_of(st.sampled_from([0, -1, 0.5, 2, 1e6, -1e-6]), floats(-1e3, 1e3), floats(-2, 2))
INPUTS = st.one_of(NUMBERS.filter(lambda value: abs(value) <= 1e3), st.sampled_from([30, 1e-3]))
STEPS = st.one_of(
    st.sampled_from([1e-6, 0.001, 0.1, 1, 10, 1e6]), floats(0.05, 2), floats(-9, 9).map(lambda x: 10.0**x)
)
PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("weight", "goal_pred", "first_weight", "first_goal_pred"), NUMBERS),
        **dict.fromkeys(("input", "first_input"), INPUTS),
        **dict.fromkeys(("step_amount", "first_step_amount"), STEPS),
        "iterations": st.one_of(integers(0, 12), integers(0, 3000)),
        "other_steps": st.lists(STEPS, min_size=1, max_size=2),
    },
)


def told(p: Any, section: str) -> list[float]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    values = p.first_weight, p.first_input, p.first_goal_pred
    _, then = hot_and_cold_lines(*values, p.first_step_amount, 2)
    first = resolved(hot_and_cold(*values, step_amount=p.first_step_amount, iterations=0))
    errors = [first.down_error[0], first.error[0], first.up_error[0]]
    return {
        "wiggle": [p.first_input, p.first_weight, p.first_step_amount, *errors],
        "choose": [then.weight],
        "crawl": [p.step_amount, p.input, p.weight],
        "bounce": [p.other_steps[0], p.weight],
        "break": [*p.other_steps[1:]],
    }[section]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from what the lab's loop computes."""
    if section in ("wiggle", "choose"):
        yield from _wrong_first(picture, p, section)
        return
    step = {"crawl": p.step_amount, "bounce": p.other_steps[0]}.get(section, p.other_steps[-1])
    pair = bool(columns_below(picture))
    log = _log_of(p, section, step, None if pair else picture.beside("iteration"))
    if log is None:
        yield f"the iterations read {picture.beside('iteration')}"
        return
    sides = log[-2:] if pair and len(log) > 1 else log[-1:]
    yield from _wrong_bowl(picture, p, log, sides, section, pair=pair)
    if pair:
        yield from _wrong_pair(picture, p, log)
    else:
        yield from _wrong_readout(picture, p, step, log)
        yield from _wrong_end(p, section, step, log)


def _log_of(p: Any, section: str, step: float, told: str | None) -> list[Try] | None:
    """Return the lines of the search that is told: as many as are counted, or until it is known to bounce."""
    if told is not None:
        last, _, of = told.replace(",", "").partition(" of ")
        lines = hot_and_cold_lines(p.weight, p.input, p.goal_pred, step, int(last) + 1)
        return lines if last == of and (section != "crawl" or int(last) == p.iterations) else None
    return (
        hot_and_cold_lines(p.weight, p.input, p.goal_pred, step, p.iterations + 1)
        if section == "crawl"
        else (_until_it_bounces(p, step))
    )


def _until_it_bounces(p: Any, step: float) -> list[Try]:
    for lines in (50, 2_000, MOST_MOVES + 10):
        log = hot_and_cold_lines(p.weight, p.input, p.goal_pred, step, lines)
        above = log[0].prediction > p.goal_pred
        crossed = next((i for i, line in enumerate(log) if (line.prediction > p.goal_pred) != above), None)
        if crossed is not None:
            return log[: crossed + 1]
    return log


def _wrong_bowl(
    picture: Picture, p: Any, log: list[Try], sides: list[Try], section: str, *, pair: bool
) -> Iterator[str]:
    """Yield what is wrong in the bowl, where the dot is at the last state, or at either side of a bounce."""
    problems = [
        [
            *wrong_bowl(picture, p.input, p.goal_pred, (line.weight, line.error)),
            *wrong_network(
                picture, input=p.input, weight=line.weight, prediction=line.prediction, error=line.error
            ),
        ]
        for line in sides
    ]
    yield from min(problems, key=len)
    axes, _ = only_axes(picture)
    if axes is None:
        return
    theme, error = picture.theme, error_of(p.input, p.goal_pred)
    faded = theme.faded(theme.weight)
    trails = picture.strokes(faded, width=12)
    for trail in trails:
        yield from wrong_graph(axes, trail, error, "the trail", whole=False)
        ends = trail.points[[0, -1], 0]
        if abs(ends[0] - axes.x.place(log[0].weight)) > OFF:
            yield f"the trail begins at {axes.read(trail.points[0])}, not at the start"
    due = [((a.weight, a.error), (b.weight, b.error)) for a, b in pairwise(log)]
    drawn = hops_drawn(picture, axes)
    if not pair and 1 < len(due) <= ONE_BY_ONE and not trails:
        yield from wrong_hops(picture, axes, due)
        return
    near = [*due[:HOPS], *due[-HOPS:]]
    near += [(b, a) for a, b in due[-1:]] if pair else []
    yield from (f"a hop runs from {a} to {b}" for a, b in hops_astray(axes, drawn, near))
    ends = (due[-1] if pair else (due[0][0], due[-1][1])) if due else ()
    far = [axes.place(*end) for end in ends]
    known = not pair or (section != "crawl" and len(log) < MOST_MOVES)
    if known and far and abs(far[0] - far[1]).max() > 0.5 and not (drawn or trails):
        yield "the dot has left no trace"


def _wrong_first(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the tries of the first network show that the lab's loop does not compute."""
    first, then = hot_and_cold_lines(p.first_weight, p.first_input, p.first_goal_pred, p.first_step_amount, 2)
    expected = [
        (p.first_weight - p.first_step_amount, first.down_prediction, first.down_error),
        (first.weight, first.prediction, first.error),
        (p.first_weight + p.first_step_amount, first.up_prediction, first.up_error),
    ]
    yield from wrong_bars(picture, expected)
    now = first if section == "wiggle" else then
    yield from wrong_network(
        picture, input=p.first_input, weight=now.weight, prediction=now.prediction, error=now.error
    )
    yield from wrong_rows(picture, {"goal_pred": p.first_goal_pred, "step_amount": p.first_step_amount})
    frames = [path.box for path in picture.strokes(picture.theme.ink, width=3) if path.circle is None]
    framed = [i for i, bar in enumerate(bars_of(picture)) if any(lies_in(bar, frame) for frame in frames)]
    side = (then.weight > first.weight) - (then.weight < first.weight)
    decided = section == "choose" and first.up_error != first.down_error
    if framed != ([1 + side] if decided else []):
        yield f"the frame is around {framed}"


def _wrong_readout(picture: Picture, p: Any, step: float, log: list[Try]) -> Iterator[str]:
    line, last = log[-1], len(log) - 1
    state = {"weight": line.weight, "prediction": line.prediction, "error": line.error}
    yield from wrong_rows(picture, {**state, "step_amount": step, "goal_pred": p.goal_pred})
    made = picture.beside("predictions made")
    if made is None or number_in(made) != 3 * last:
        yield f"the counters read {picture.beside('iteration')} and {made}"


def _wrong_end(p: Any, section: str, step: float, log: list[Try]) -> Iterator[str]:
    """Yield what is wrong with a search that ends without a pair: it lands, cannot move, or is cut short."""
    misses = [line.prediction - p.goal_pred for line in log]
    landed = min(map(abs, misses)) <= 1e-9 * abs(p.input) * step + 1e-15 * abs(p.goal_pred)
    if not landed and min(misses) < 0 < max(misses):
        yield "the search has crossed the goal, and no pair is shown"
    stuck = all(line.weight == log[0].weight for line in log)
    if section != "crawl" and not (landed or stuck or len(log) - 1 == MOST_MOVES):
        yield f"the search is cut short after {len(log) - 1} moves"


def _wrong_pair(picture: Picture, p: Any, log: list[Try]) -> Iterator[str]:
    """Yield what the two sides of a bounce show that the last two lines of the log do not say."""
    one, other = sorted(log[-2:])
    if not one.prediction <= p.goal_pred <= other.prediction and not (
        other.prediction <= p.goal_pred <= one.prediction
    ):
        yield "the search does not bounce"
    yield from wrong_bars(picture, [(line.weight, line.prediction, line.error) for line in (one, other)])
    if picture.said("iteration"):
        yield "the readout stands below the pair"
