"""Imports go one way: gdcore <- scenes <- lecture, and fastcairo <- scenes and lecture."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = {"fastcairo", "gdcore", "scenes", "lecture"}
ALLOWED = {
    "fastcairo": {"fastcairo"},
    "gdcore": {"gdcore"},
    "scenes": {"fastcairo", "gdcore", "scenes"},
    "lecture": PACKAGES,
}


def imports_of(file: Path) -> set[str]:
    """Return the top-level names that a file imports, relative imports under the name of their package."""
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names.add(
                node.module.split(".")[0] if node.level == 0 and node.module else file.relative_to(ROOT).parts[0]
            )
    return names


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_packages_import_only_what_lies_below_them(package: str) -> None:
    """No file imports a package that stands above its own."""
    files = sorted((ROOT / package).rglob("*.py"))
    assert files
    for file in files:
        assert imports_of(file) & PACKAGES <= ALLOWED[package], file


def test_the_stage_knows_no_lesson() -> None:
    """What the scenes share imports none of them."""
    lessons = {file.stem for file in (ROOT / "scenes").glob("*.py")} - {"__init__"}
    for file in (ROOT / "scenes" / "stage").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert not any(f"scenes.{lesson}" in text for lesson in lessons), file
