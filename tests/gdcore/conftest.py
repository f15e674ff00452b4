"""Hypothesis draws the same examples at every run, and on slow machines too."""

from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.load_profile("repeatable")
