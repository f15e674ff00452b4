"""How a scene comes by its settings."""

from pathlib import Path
from typing import Any

import pytest
from manim import tempconfig

import scenes
from scenes.bowl_descent import BowlDescent, BowlDescentParams
from scenes.settings.door import handing
from scenes.settings.settings import Settings
from scenes.settings.theme import THEMES

OURS = Settings(BowlDescentParams(input=2), THEMES["light"])


@pytest.fixture(autouse=True)
def surrounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set something around the call."""
    monkeypatch.setenv("LECTURE_SET", "input=3")


def made(**settings: Any) -> BowlDescent:
    with tempconfig({"dry_run": True, "background_color": "#000000"}):
        return BowlDescent(**settings)


def test_a_scene_has_the_settings_that_it_is_given() -> None:
    """Nothing else is asked then."""
    scene = made(settings=OURS)
    assert (scene.params, scene.theme) == (OURS.parameters, OURS.theme)


def test_a_scene_that_is_called_as_manim_calls_it_takes_what_is_handed_to_it() -> None:
    """So does one that is made on the way; afterwards the surroundings count again."""
    with handing(OURS):
        assert made().params == OURS.parameters
        with handing(Settings(BowlDescentParams(), THEMES["dark"])):
            assert made().params.input == 1.1
        assert made().theme == OURS.theme
    assert made().params.input == 3


def test_a_scene_that_is_handed_nothing_takes_what_is_set_around_it() -> None:
    """Here the environment says it."""
    assert made().params.input == 3


def test_no_room_of_the_scenes_but_the_settings_asks_the_environment() -> None:
    """Neither stage nor parts nor stories know where settings come from."""
    below = [file for file in Path(scenes.__path__[0]).rglob("*.py") if "settings" not in file.parts]
    assert below
    for file in below:
        text = file.read_text(encoding="utf-8")
        assert not any(word in text for word in ("environ", "getenv", "argv", "LECTURE_SET", '"--set"')), file
