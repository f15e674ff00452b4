"""The lessons of the lecture: found by their files, in the order of their places."""

import importlib
import math
import pkgutil
from pathlib import Path
from types import ModuleType

_PACKAGE = "scenes"
_FOLDER = Path(__file__).parent.parent


def found() -> dict[str, str]:
    """Return the scenes of the lecture in the order of the lessons, each with the module that holds it.

    `scenes/bowl_descent.py` holds `BowlDescent`; the `PLACE` in `scenes/parts/bowl_descent` says where it comes.
    """
    files = [module.name for module in pkgutil.iter_modules([str(_FOLDER)]) if not module.ispkg]
    return {_class_name(file): file for file in sorted(files, key=lambda file: (_place(file), file))}


def part_of(file: str, name: str = "") -> ModuleType | None:
    """Return a module of what only one lesson needs, or without a name the package of it; None if there is none.

    Args:
        file: The module that holds the lesson.
        name: The module among its parts, such as "numbers".
    """
    place = ".".join(filter(None, (_PACKAGE, "parts", file, name)))
    try:
        return importlib.import_module(place)
    except ModuleNotFoundError as error:
        if error.name is None or not f"{place}.".startswith(f"{error.name}."):
            raise  # it is there, and something that it imports is not
        return None


def _class_name(file: str) -> str:
    return "".join(word.capitalize() for word in file.split("_"))


def _place(file: str) -> float:
    """Return the place of a lesson; one that names none comes last."""
    return float(getattr(part_of(file), "PLACE", math.inf))
