"""How many parameter sets a scene is walked with, beyond the extremes that its test names, and of which numbers.

A walk takes about a second, so a failing set is told as it was found: to shrink it would take minutes.
"""

from hypothesis import Phase, settings
from hypothesis import strategies as st

NEXT_TO_THE_GOAL = {"weight": 404, "input": 9.9999e-05, "goal_pred": 0.040399596000000045}
"""A start whose miss is a few units of the last digit of a double."""

PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
QUICK = settings(max_examples=6, phases=PHASES)  # each in both themes
THOROUGH = settings(max_examples=150, phases=PHASES)


def floats(low: float, high: float) -> st.SearchStrategy[float]:
    """Return numbers of a few digits, over the whole range and close to 0, the same ones on every machine.

    Hypothesis mixes constants of the code at hand into floats of its own, so that a sample depends on which other
    tests are loaded.
    """
    over_the_range = st.sampled_from(range(1001)).map(lambda i: low + (high - low) * (i / 1000))
    signs = st.sampled_from((1,) if low >= 0 else (-1, 1))
    close = st.builds(
        lambda sign, digits, exponent: min(max(sign * digits * 10.0**exponent, low), high),
        signs,
        st.sampled_from(range(1, 100)),
        st.sampled_from(range(-9, 3)),
    )
    return st.one_of(over_the_range, close)


def integers(low: int, high: int) -> st.SearchStrategy[int]:
    """Return whole numbers, the same ones on every machine."""
    return st.sampled_from(range(low, high + 1))
