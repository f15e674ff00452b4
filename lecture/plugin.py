"""What runs when Manim starts: `scenes` means this project's package, whatever the user's files are called.

Manim imports a scene file under its bare name and puts its folder first on the path, so a file of the user's
called `scenes.py` would take the place of the package that it wants to import from.
"""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

from manim.utils import module_ops

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("gdcore", "scenes")


def claim(name: str) -> None:
    """Import this project's package `name` under its name, wherever the path would lead."""
    folder = ROOT / name
    spec = importlib.util.spec_from_file_location(
        name, folder / "__init__.py", submodule_search_locations=[str(folder)]
    )
    if spec is None or spec.loader is None:
        raise ImportError(f"the package {name} is missing from {ROOT}")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)


def get_module(file_name: Path) -> ModuleType:
    """Import a scene file as Manim does; one whose name is a package of ours by its whole path, another name."""
    clashes = ".".join(file_name.with_suffix("").parts) in PACKAGES
    return _get_module(file_name.absolute() if clashes else file_name)


for package in PACKAGES:
    if package not in sys.modules:
        claim(package)

_get_module = module_ops.get_module
module_ops.get_module = get_module
