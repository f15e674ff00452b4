"""Scene files: their content, and the modules that they make."""

import importlib.util
import sys
from pathlib import Path
from typing import Any


def source_of(path: Path) -> str:
    """Return the content of a scene file; bytes that are not UTF-8 survive in it."""
    return path.read_bytes().decode(errors="surrogateescape")


def module_of(path: Path) -> Any:
    """Import a scene file under its bare name, with its folder on the path, as Manim does."""
    sys.path.insert(0, str(path.parent.absolute()))
    name = path.stem if path.stem not in sys.modules else f"{path.stem}_"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(f"{path} is not a Python file")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module
