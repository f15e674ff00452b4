"""What a lesson needs stands in its place: what is solved in its numbers, what is said in its words."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import scenes

SCENES = Path(scenes.__file__).parent
MODULES = sorted(SCENES.rglob("*.py"))
DRAWN = [file for file in MODULES if file.name != "numbers.py"]
STORIES = [SCENES / f"{module}.py" for module in scenes.SCENES.values()]
PICTURES = [
    file
    for file in MODULES
    if not {"parts", "bowl"}.isdisjoint(file.parts) and not re.search("words|alt_texts|parameters", file.stem)
]
SOLVE = {"gradient_descent", "hot_and_cold", "search_until_known", "sweep"}


def named(file: Path) -> str:
    return file.relative_to(SCENES).as_posix()


def imported(tree: ast.AST) -> set[str]:
    """Return the names that a module imports from others, wherever it does."""
    found = (node.names for node in ast.walk(tree) if isinstance(node, ast.ImportFrom))
    return {alias.name for names in found for alias in names}


def texts(tree: ast.AST, most: int = 2) -> Iterator[str]:
    """Yield the texts of a module that are more than so many words, without docstrings and titles."""
    apart = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    apart |= {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id == "title"
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in apart:
            words = [word for word in node.value.split() if word.strip(".,;:?").isalpha()]
            if len(words) > most:
                yield node.value


@pytest.mark.parametrize("file", DRAWN, ids=named)
def test_only_the_numbers_of_a_lesson_solve_anything(file: Path) -> None:
    """A picture asks the solution that it is given."""
    assert imported(ast.parse(file.read_text(encoding="utf-8"))) & SOLVE == set()


@pytest.mark.parametrize("file", STORIES, ids=named)
def test_parameters_go_into_the_numbers_and_nowhere_else(file: Path) -> None:
    """So picture and caption have every number from one place."""
    text = file.read_text(encoding="utf-8")
    assert text.count("self.params") == text.count("numbers_of(self.params)") == 1


@pytest.mark.parametrize("file", STORIES, ids=named)
def test_a_story_has_no_sentences_of_its_own(file: Path) -> None:
    """They are all in its words."""
    assert list(texts(ast.parse(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("file", PICTURES, ids=named)
def test_a_picture_has_labels_and_no_sentences(file: Path) -> None:
    """A label is three words at most."""
    assert list(texts(ast.parse(file.read_text(encoding="utf-8")), 3)) == []


@pytest.mark.parametrize("file", MODULES, ids=named)
def test_no_module_is_long(file: Path) -> None:
    """A story reads like a table of contents, and a room is seen at a glance."""
    most = 200 if file in STORIES else 250
    assert len(file.read_text(encoding="utf-8").splitlines()) <= most


def test_the_walk_finds_what_it_looks_for() -> None:
    """Solvers that are imported in a function, and sentences in pieces; docstrings and titles are none."""
    tree = ast.parse(
        'title: str = "Rods in a box"\n'
        "def f(x):\n"
        '    """Return what it is."""\n'
        "    from gdcore import sweep as other\n"
        '    return f"We start at {x}.", "blue rod"\n'
    )
    assert imported(tree) & SOLVE == {"sweep"}
    assert list(texts(tree)) == ["We start at "]
