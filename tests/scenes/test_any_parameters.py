"""Every scene is legible and true at any parameters, in both themes."""

import os
from collections.abc import Iterator
from typing import Any
from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scenes
from scenes.settings.theme import THEMES, VARIABLE
from tests.legibility import walk
from tests.scenes.alt_texts import wrong_sentence
from tests.scenes.samples import QUICK, THOROUGH
from tests.scenes.truth import TRUTHS

EXTREMES = [(name, values) for name, truth in TRUTHS.items() for values in truth.EXTREMES]

EVERY_SCENE = pytest.mark.parametrize("name", TRUTHS)


def problems(name: str, values: dict[str, Any]) -> list[str]:
    """Return what a student could not read or be told, and what is not true, at the ends of a scene's sections."""
    truth, found, sections = TRUTHS[name], list[str](), list[str]()

    def check(scene: Any, section: str) -> Iterator[str]:
        sections.append(section)
        yield from truth.check(scene, section)
        yield from wrong_sentence(scene, section, truth.told(scene.params, section))

    for theme in THEMES:  # in one test, since setting the text takes the longest and is kept
        with mock.patch.dict(os.environ, {VARIABLE: theme}):
            seen = walk(getattr(scenes, name), check, **values)
        found += [f"{theme}: {problem}" for problem in seen]
        found += [] if sections == truth.SECTIONS else [f"{theme}: the sections are {sections}"]
        sections.clear()
    return found


@pytest.mark.parametrize(("name", "values"), EXTREMES, ids=str)
def test_extreme_parameters_are_legible_and_true(name: str, values: dict[str, Any]) -> None:
    """Everything is in its place, and every number is right."""
    assert problems(name, values) == []


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
