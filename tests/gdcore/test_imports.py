"""What gdcore may lean on."""

import ast
import sys
from pathlib import Path

import pytest

import gdcore

MODULES = sorted(Path(gdcore.__file__).parent.glob("**/*.py"))
ALLOWED = {"gdcore", "numpy"} | sys.stdlib_module_names


def imported(source: str) -> set[str]:
    """Return the top-level packages that a source text imports, at any depth of nesting."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add("gdcore" if node.level else str(node.module).partition(".")[0])
    return names


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_imports_only_numpy_and_the_standard_library(module: Path) -> None:
    assert imported(module.read_text(encoding="utf-8")) <= ALLOWED


def test_the_walk_sees_imports_wherever_they_stand() -> None:
    source = "import numpy.typing\ndef f():\n    from manim.utils import color\n    from . import arrays\n"
    assert imported(source) == {"numpy", "manim", "gdcore"}


def test_the_walk_sees_all_modules() -> None:
    assert {"__init__", "descent", "hot_and_cold", "error_curve", "measures", "rods", "steps"} <= {
        path.stem for path in MODULES
    }


def test_everything_it_exports_is_there_once() -> None:
    assert len(gdcore.__all__) == len(set(gdcore.__all__))
    assert [name for name in gdcore.__all__ if not hasattr(gdcore, name)] == []
