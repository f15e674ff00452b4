"""The gallery of the README, made from the declarations: `./run python -m tests.readme_gallery` writes it anew."""

from pathlib import Path

import scenes
from lecture.command_line.bounds_in_words import in_words
from lecture.engine.toml_text import as_toml
from tests.frames import stored

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- gallery: made by tests/readme_gallery.py -->", "<!-- end of the gallery -->"
STILLS = {
    "RodsInABox": "ratio",
    "ArcherError": "priorities",
    "HotColdWiggles": "choose",
    "BowlDescent": "first_step",
    "DivergenceSpiral": "spiral",
    "AlphaDamping": "lanes",
}
"""The section that stands for each scene."""


def gallery() -> str:
    """Return the gallery as Markdown: for each scene its idea, a still, its parameters and its beats."""
    return "\n\n".join(entry(name) for name in scenes.SCENES)


def entry(name: str) -> str:
    """Return the part of one scene."""
    scene = getattr(scenes, name)
    idea = scene.__doc__.strip().splitlines()[0]
    picture = stored(name, STILLS[name]).relative_to(README.parent)
    fields = type(scene.params).model_json_schema()["properties"]
    rows = [
        f"| `{key}` | {as_toml(field['default'])} | {in_words(field)} | {field['description']} |"
        for key, field in fields.items()
    ]
    return "\n".join(
        [
            f"### {name}",
            "",
            idea,
            "",
            f"![{name}: {STILLS[name].replace('_', ' ')}]({picture.as_posix()})",
            "",
            f"`manim -pqh scenes/{scenes.SCENES[name]}.py {name}`",
            "",
            "| parameter | default | allowed | meaning |",
            "|---|---|---|---|",
            *rows,
        ]
    )


def main() -> None:
    """Write the gallery into the README, between its marks."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{gallery()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
