"""What AlphaDamping says and writes, from its numbers."""

from gdcore import Outcome, Verdict, verdict
from gdcore.arguments import Number
from gdcore.outcome import outcome_of_multiplier
from scenes.parts.alpha_damping.numbers import AlphaDampingNumbers
from scenes.stage.bowl import alt_texts
from scenes.stage.bowl.outcome_words import VERDICTS, ending, growth, last_state, of_the_weight
from scenes.stage.bowl.step_words import sentence_of_step
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import apart, counted, listed, plain, short, typst, written

ON_THE_MAP: dict[Outcome, str] = {
    Outcome.SLIDES: "lies below both borders: it slides down",
    Outcome.LANDS: "lies on the first border: it lands at once",
    Outcome.OVERSHOOTS: "lies between the borders: it overshoots and settles",
    Outcome.BOUNCES: "lies on the second border: it bounces for ever",
    Outcome.DIVERGES: "lies beyond both borders: it diverges",
    Outcome.CANNOT_MOVE: "lies far below both borders: its updates are as good as 0",
}
JUDGED: dict[Verdict, str] = {
    Verdict.EXPLODES: "too high",
    Verdict.BOUNCES: "bouncing for ever",
    Verdict.GOOD: "good",
    Verdict.CREEPS: "too slow",
    Verdict.STANDS_STILL: "without effect",
}

SO_FAR = Line(
    "So far, alpha was 1: the weight moved by all of weight_delta.",
    context="the rule so far, with an alpha of 1",
)
COBWEB = "The same cobweb as before: next weight over weight."
MULTIPLIER = "1 - alpha dot #[input]^2"
"""In Typst's mathematics."""
SAME_START = "Every lane starts at the same error."


def said(n: AlphaDampingNumbers, alpha: Number) -> str:
    """Return a learning rate as captions write it."""
    return plain(n.names[alpha])


def ours(n: AlphaDampingNumbers) -> str:
    """Return the chosen learning rate as captions write it."""
    return said(n, n.descent.alpha)


# what can be seen -------------------------------------------------------------------------------------------


def rule_seen(n: AlphaDampingNumbers) -> str:
    """Return what can be seen of the first step with an alpha of 1 and with ours."""
    plain_end, damped_end = ends(n)
    end = damped_end if n.descent.last else "more than a computer can hold"
    return (
        "Above an axis of weights two rows show where the first step from weight "
        f"{written(n.descent.weight[0])} leads: "
        f"with alpha {said(n, 1)} to {plain_end}, with alpha {ours(n)} to {end}; alpha enters the rule."
    )


def calm_seen(n: AlphaDampingNumbers) -> str:
    """Return what can be seen of the descent."""
    lapse = ", some of them in time-lapse" if any(leg.lapse for leg in n.legs) else ""
    return alt_texts.steps_seen(n.descent, 0, n.descent.last, f"with alpha {ours(n)}{lapse}")


def staircase_seen(n: AlphaDampingNumbers) -> str:
    """Return what can be seen of the cobweb."""
    return alt_texts.cobweb_seen(n.descent, n.turns)


def lanes_seen(n: AlphaDampingNumbers) -> str:
    """Return what can be seen of the lanes."""
    lanes = "One lane shows" if len(n.lanes) == 1 else f"{len(n.lanes)} lanes show"
    labels = "; ".join(f"{VERDICTS[kind]} for {listed(alphas)}" for kind, alphas in by_verdict(n).items())
    steps = counted(n.descent.iterations, "step")
    return f"{lanes} the error over {steps}, one for each alpha, on a logarithmic axis: {labels}."


def map_seen(n: AlphaDampingNumbers) -> str:
    """Return what can be seen of the map of all learning rates."""
    regions = "a single region, in which the weight never moves"
    if n.borders:
        regions = (
            "three regions, slides down, overshoots and settles, diverges, "
            f"with borders at {said(n, n.borders.lands)} and {said(n, n.borders.bounces)}"
        )
    large = f", the large one ours, {ours(n)}" if n.descent.alpha > 0 else ""
    bar = f"For input {written(n.curve.input)} a bar of all alphas has {regions}"
    return f"{bar}; dots mark the alphas that were tried{large}."


# the rule ---------------------------------------------------------------------------------------------------


def ends(n: AlphaDampingNumbers) -> tuple[str, str]:
    """Return the weights after the first step with an alpha of 1 and with ours."""
    plain_end, damped_end = (plain(form) for form in apart([n.undamped, n.damped], digits=3))
    return plain_end, damped_end


def rows(n: AlphaDampingNumbers) -> tuple[str, str]:
    """Return the names of the two steps, as markup."""
    return f"so far: alpha {said(n, 1)}", f"now: alpha {typst(n.names[n.descent.alpha])}"


def first_step(n: AlphaDampingNumbers) -> str:
    """Return where the first step leads with an alpha of 1, and where the goal weight is."""
    goal = n.curve.goal_weight
    where = "no weight meets the goal" if goal is None else f"the goal weight is {written(goal)}"
    return f"It takes weight {written(n.descent.weight[0])} to {ends(n)[0]}; {where}."


def alpha_enters(n: AlphaDampingNumbers) -> Line:
    """Return what alpha does."""
    what = f"Alpha, written α in the rule, multiplies weight_delta. Here it is {ours(n)}."
    return Line(what, context="alpha enters the rule, as $alpha$")


def damped_step(n: AlphaDampingNumbers) -> str:
    """Return where the first step leads with our alpha."""
    if not n.descent.last:
        return ending(n.descent)
    return f"Now the same weight_delta takes the weight to {ends(n)[1]}."


# the descent ------------------------------------------------------------------------------------------------


def same_network(n: AlphaDampingNumbers) -> Line:
    """Return how the bowl is drawn."""
    now = f"The same network, input {written(n.curve.input)}, now with alpha {ours(n)}"
    context = f"the same network, with alpha {typst(n.names[n.descent.alpha])}"
    if n.closer:
        return Line(f"{now}: a closer view of its bowl.", context=f"{context}: a closer view")
    return Line(f"{now}.", context=context)


def step(n: AlphaDampingNumbers, number: int) -> Line:
    """Return what a step does."""
    return Line(sentence_of_step(n.descent, number), context=f"step {number} of {n.descent.iterations:,}")


def outcome(n: AlphaDampingNumbers) -> Line:
    """Return what the descent comes to."""
    return Line(ending(n.descent) if n.descent.overflowed else growth(n.descent), context=last_state(n))


def multiplier(n: AlphaDampingNumbers) -> str:
    """Return what alpha makes of the multiplier."""
    return f"Alpha makes the multiplier {written(n.descent.multiplier)}."


# learning rates ---------------------------------------------------------------------------------------------


def several(n: AlphaDampingNumbers) -> Line:
    """Return how a learning rate is found."""
    steps = counted(n.descent.iterations, "step")
    return Line(
        "How is alpha found? By trying several, each in a lane of its own.",
        context=f"the error over {steps}, on a logarithmic axis",
    )


def by_verdict(n: AlphaDampingNumbers) -> dict[Verdict, list[str]]:
    """Return the learning rates of the lanes as captions write them, by what is to be said of them."""
    alphas: dict[Verdict, list[str]] = {}
    for lane in n.lanes:
        alphas.setdefault(verdict(lane), []).append(said(n, lane.alpha))
    return alphas


def verdicts(n: AlphaDampingNumbers) -> str:
    """Return what the lanes show, all kinds of them in a sentence."""
    return "; ".join(f"{', '.join(alphas)}: {JUDGED[kind]}" for kind, alphas in by_verdict(n).items()) + "."


def all_alphas(n: AlphaDampingNumbers) -> Line:
    """Return what the map is there for."""
    two = "Two borders tell in advance what an alpha will do."
    none = "With this input no alpha changes anything."
    context = f"all alphas at once, for input {typst(short(n.curve.input))}"
    return Line(two if n.borders else none, context=context)


def border_lines(n: AlphaDampingNumbers) -> tuple[str, ...]:
    """Return what is said of each border."""
    if n.borders is None:
        return ()
    lands, bounces = (said(n, border) for border in n.borders)
    return (
        f"At 1 over input squared, {lands}, one step lands on the goal weight.",
        f"At twice that, {bounces}, it bounces; beyond, it diverges.",
    )


def tried(n: AlphaDampingNumbers) -> str:
    """Return which learning rates are marked on the map."""
    large = f"; the large dot is {ours(n)}" if n.descent.alpha > 0 else ""
    return f"The alphas that we tried{large}."


def place_on_map(n: AlphaDampingNumbers) -> str:
    """Return where our learning rate lies among the borders, and what it therefore does."""
    descent, alpha = n.descent, n.descent.alpha
    if n.borders is None:
        still = f"So with alpha {ours(n)}, too, the weight stays where it is."
        return still if descent.outcome is Outcome.CANNOT_MOVE else of_the_weight(descent.outcome)
    if alpha <= 0:
        why = "with 0 nothing moves" if alpha == 0 else "below 0 a weight only moves away"
        return f"Our alpha, {ours(n)}, has no place on it: {why}."
    place = f"Our alpha, {ours(n)}, {ON_THE_MAP[outcome_of_multiplier(descent.multiplier)]}"
    if descent.outcome is Outcome.ALREADY_THERE:
        return f"{place.partition(':')[0]}, but we start at the goal weight."
    return f"{place}."
