"""What the properties draw from."""

from fractions import Fraction

from hypothesis import strategies as st

fractions = st.builds(Fraction, st.integers(-60, 60), st.integers(1, 12))
"""Fractions with short terms; quicker to draw than those of `st.fractions`."""

positive_fractions = st.builds(Fraction, st.integers(1, 60), st.integers(1, 12))
factors = st.sampled_from([1, 2])
modest = st.floats(-4, 4)


def vectors(columns: int, least: int = 1) -> st.SearchStrategy[list[list[Fraction]]]:
    """Return `columns` lists of Fractions of one length, from `least` to four."""
    return st.integers(least, 4).flatmap(
        lambda d: st.lists(st.lists(fractions, min_size=d, max_size=d), min_size=columns, max_size=columns)
    )
