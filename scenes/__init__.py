"""The lecture: one file a lesson, its parameters and its scene."""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from scenes.alpha_damping import AlphaDamping as AlphaDamping
    from scenes.archer_error import ArcherError as ArcherError
    from scenes.bowl_descent import BowlDescent as BowlDescent
    from scenes.divergence_spiral import DivergenceSpiral as DivergenceSpiral
    from scenes.hot_cold_wiggles import HotColdWiggles as HotColdWiggles
    from scenes.rods_in_a_box import RodsInABox as RodsInABox

SCENES = {
    "RodsInABox": "rods_in_a_box",
    "ArcherError": "archer_error",
    "HotColdWiggles": "hot_cold_wiggles",
    "BowlDescent": "bowl_descent",
    "DivergenceSpiral": "divergence_spiral",
    "AlphaDamping": "alpha_damping",
}
"""The scenes of the lecture, in the order of the lessons, each with the module that holds it."""

__all__ = ["SCENES", *SCENES]


def __getattr__(name: str) -> Any:
    """Import a scene when it is first asked for: Manim itself takes seconds to import."""
    if name not in SCENES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(importlib.import_module(f"{__name__}.{SCENES[name]}"), name)
