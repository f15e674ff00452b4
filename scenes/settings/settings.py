"""The settings of a scene: what it is told and does not ask for."""

from dataclasses import dataclass

from scenes.settings.parameters import Parameters
from scenes.settings.theme import Theme


@dataclass(frozen=True)
class Settings:
    """What an instructor has set, resolved.

    Attributes:
        parameters: The parameters in force.
        theme: The colours in force.
        quick: Whether the fast renderer draws, and not Manim's own.
    """

    parameters: Parameters
    theme: Theme
    quick: bool = True
