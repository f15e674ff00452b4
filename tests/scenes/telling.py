"""All that a scene says and shows, as text."""

from typing import Any

import scenes
from tests.legibility import texts, walk_sections


def told(name: str, **values: Any) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return what a scene says: all captions and alt texts as "said", and the texts in the picture by section."""
    shown: dict[str, list[str]] = {}

    def look(scene: Any, section: str) -> None:
        shown[section] = [getattr(text, "text", "") or getattr(text, "markup", "") for text in texts(scene)]

    scene = walk_sections(getattr(scenes, name), look, **values)
    captions = " ".join(caption.content.replace("\n", " ") for caption in scene.renderer.file_writer.subcaptions)
    return {"captions": captions, **scene.seen}, shown
