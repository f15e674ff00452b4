"""Colours: one per quantity, the same in every scene, for dark and for white slides."""

import os
from dataclasses import dataclass

from manim import ManimColor, interpolate_color

from scenes.settings.errors import ParameterError, echoed
from scenes.settings.parameters import did_you_mean

VARIABLE = "LECTURE_THEME"


@dataclass(frozen=True)
class Theme:
    """The colours of a lecture, as hexadecimal strings.

    Attributes:
        ground: The background.
        ink: Titles, curves, and what has no quantity of its own.
        quiet: What stands back and is read all the same: axes, ticks, names.
        muted: What stands farther back.
        hairline: Separators that carry no meaning.
        fade: How much of its colour, against the ground, something past keeps.
        input, weight, prediction, goal, error, slope: The quantities; weight_delta has the slope's colour.
        blue_rod, red_rod: The lengths of the two rods; a blue and a red that no quantity of the network has.
    """

    ground: str
    ink: str
    quiet: str
    muted: str
    hairline: str
    fade: float
    input: str
    weight: str
    prediction: str
    goal: str
    error: str
    slope: str
    blue_rod: str
    red_rod: str

    def faded(self, colour: str) -> str:
        """Return `colour` partly gone into the ground, for what is past."""
        return interpolate_color(ManimColor(self.ground), ManimColor(colour), self.fade).to_hex()

    def tint(self, colour: str) -> str:
        """Return the ground with a hint of `colour`, to fill a node with."""
        return interpolate_color(ManimColor(self.ground), ManimColor(colour), 0.12).to_hex()


THEMES = {
    "dark": Theme(
        ground="#0F1720",
        ink="#E8ECF1",
        quiet="#A9B4C0",
        muted="#7C8796",
        hairline="#243140",
        fade=0.5,
        input="#B8C4D0",
        weight="#F2B705",
        prediction="#4CC2FF",
        goal="#3DDC97",
        error="#FF5D5D",
        slope="#C792EA",
        blue_rod="#5F86FF",
        red_rod="#FF4F88",
    ),
    "light": Theme(
        ground="#FFFFFF",
        ink="#16202B",
        quiet="#4A5562",
        muted="#5B6675",
        hairline="#D5DCE4",
        fade=0.72,
        input="#4A5868",
        weight="#8F6300",
        prediction="#0B6BA8",
        goal="#0A7A4B",
        error="#C4262B",
        slope="#7B3FA8",
        blue_rod="#2A3FD0",
        red_rod="#A3124D",
    ),
}


def known_theme(name: str, source: str) -> str:
    """Return the name of a theme; `source` says in errors where it comes from.

    Raises:
        ParameterError: There is no such theme.
    """
    if name not in THEMES:
        raise ParameterError(f"{source}: there is no such theme{did_you_mean(name, THEMES)}")
    return name


def name_in_force() -> str:
    """Return the name of the theme that the environment names; dark where it names none.

    Raises:
        ParameterError: There is no such theme.
    """
    name = os.environ.get(VARIABLE) or "dark"
    return known_theme(name, f"{VARIABLE}={echoed(name)}")


def chosen_theme() -> Theme:
    """Return the theme that the environment names; dark where it names none.

    Raises:
        ParameterError: There is no such theme.
    """
    return THEMES[name_in_force()]
