"""Every scene is legible and true at any parameters, and in both themes."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scenes.settings.theme import THEMES
from tests.scenes.samples import QUICK, THOROUGH
from tests.scenes.truth import TRUTHS
from tests.scenes.walks import problems

PACES: list[dict[str, Any]] = [{"pace": 0.1}, {"pace": 3}]
EXTREMES = [(name, values) for name, truth in TRUTHS.items() for values in truth.EXTREMES + PACES]

EVERY_SCENE = pytest.mark.parametrize("name", TRUTHS)


@pytest.mark.parametrize(("name", "values"), EXTREMES, ids=str)
def test_extreme_parameters_are_legible_and_true(name: str, values: dict[str, Any]) -> None:
    """All is in its place and can be read, every number is right, and what is drawn measures what it should."""
    assert problems(name, values) == []


@EVERY_SCENE
@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme != "dark"])
def test_the_other_theme_is_legible_and_true(name: str, theme: str) -> None:
    """The colours are others, and nothing else is."""
    assert problems(name, {}, theme) == []


@EVERY_SCENE
@given(st.data())
@QUICK
def test_sampled_parameters_are_legible_and_true(name: str, data: st.DataObject) -> None:
    """A small sample of all parameters."""
    assert problems(name, data.draw(TRUTHS[name].PARAMETERS)) == []


@pytest.mark.slow
@EVERY_SCENE
@given(st.data())
@THOROUGH
def test_many_sampled_parameters_are_legible_and_true(name: str, data: st.DataObject) -> None:
    """A large sample of all parameters."""
    assert problems(name, data.draw(TRUTHS[name].PARAMETERS)) == []
