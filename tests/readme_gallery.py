"""The gallery of the README, made from the declarations: `./run python -m tests.readme_gallery` writes it anew."""

from pathlib import Path
from typing import Any

import scenes
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
        f"| `{key}` | {value(field['default'])} | {allowed(field)} | {field['description']} |"
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


def value(default: Any) -> str:
    """Return a default as one writes it in TOML."""
    return f"[{', '.join(map(value, default))}]" if isinstance(default, list | tuple) else f"{default:g}"


def allowed(field: dict[str, Any]) -> str:
    """Return what a parameter may be, from its JSON schema."""
    if field.get("type") == "array":
        return f"{field.get('minItems', 0)} to {field['maxItems']} numbers, each {bounds(field['items'])}"
    return bounds(field)


def bounds(field: dict[str, Any]) -> str:
    """Return the bounds of a number in words."""
    if "anyOf" in field:
        return " or ".join(bounds(one) for one in field["anyOf"])
    least, most = field.get("minimum"), field.get("maximum")
    if least is not None and most is not None:
        return f"{least:g} to {most:g}"
    above, below = field.get("exclusiveMinimum"), field.get("exclusiveMaximum")
    parts = [
        f"{words} {bound:g}"
        for words, bound in (("from", least), ("above", above), ("up to", most), ("below", below))
        if bound is not None
    ]
    return " and ".join(parts) or "any"


def main() -> None:
    """Write the gallery into the README, between its marks."""
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    README.write_text(f"{before}{BEGIN}\n\n{gallery()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
