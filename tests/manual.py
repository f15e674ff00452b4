"""The parts of the manual that are made from what lessons declare: `./run python -m tests.manual` writes them."""

import os
from pathlib import Path

import scenes
from lecture.command_line.bounds_in_words import in_words
from lecture.engine.toml_text import as_toml
from tests.frames import stored

ROOT = Path(__file__).resolve().parent.parent
BEGIN, END = "<!-- lessons: made by tests/manual.py -->", "<!-- end of lessons -->"


def overview(folder: Path) -> str:
    """Return a table of all lessons, two in a row: a still and the idea of each, linked to its parameters.

    The page it is for is in `folder`.
    """
    cells = [
        f"{_still(name, folder)}<br>**[{name}](docs/lessons.md#{name.lower()})**: {_idea(name)}"
        for name in scenes.SCENES
    ]
    rows = [" | ".join(cells[k : k + 2]) for k in range(0, len(cells), 2)]
    return "\n".join(["| | |", "|---|---|", *(f"| {row} |" for row in rows)])


def details(folder: Path) -> str:
    """Return a chapter for each lesson: its idea, a still, how Manim renders it, its sections and its parameters.

    The page it is for is in `folder`.
    """
    return "\n\n".join(_chapter(name, folder) for name in scenes.SCENES)


PAGES = {ROOT / "README.md": overview, ROOT / "docs" / "lessons.md": details}
"""The pages that speak of the lessons, each with what makes the part between the marks."""


def _idea(name: str) -> str:
    return (getattr(scenes, name).__doc__ or "").strip().splitlines()[0]


def _still(name: str, folder: Path) -> str:
    """Return the picture that stands for a lesson, the end of the section in its middle."""
    sections = getattr(scenes, name).sections
    section = sections[len(sections) // 2]
    picture = Path(os.path.relpath(stored(name, section), folder)).as_posix()
    return f"![{name}: {section.replace('_', ' ')}]({picture})"


def _chapter(name: str, folder: Path) -> str:
    """Return what is said of one lesson."""
    scene = getattr(scenes, name)
    fields = type(scene.params).model_json_schema()["properties"]
    rows = [
        f"| `{key}` | {as_toml(field['default'])} | {in_words(field)} | {field['description']} |"
        for key, field in fields.items()
    ]
    sections = ", ".join(f"`{section}`" for section in scene.sections)
    return "\n".join(
        [
            f"## {name}",
            "",
            _idea(name),
            "",
            _still(name, folder),
            "",
            f"With Manim: `manim -pqh scenes/{scenes.SCENES[name]}.py {name}`. Its sections: {sections}.",
            "",
            "| parameter | default | allowed | meaning |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def main() -> None:
    """Write into each page what stands between its marks."""
    for page, made in PAGES.items():
        text = page.read_text(encoding="utf-8")
        before, _, rest = text.partition(BEGIN)
        _, _, after = rest.partition(END)
        page.write_text(f"{before}{BEGIN}\n\n{made(page.parent)}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
