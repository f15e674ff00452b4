"""A walk of a scene with some parameters, and all that is wrong on it: every check looks at the same walk."""

import os
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from unittest import mock

import scenes
from scenes.settings.theme import VARIABLE
from scenes.stage.direction.scene import LectureScene
from tests.legibility import illegible, walk_sections
from tests.scenes.alt_texts import wrong_sentence
from tests.scenes.captions import wrong_captions
from tests.scenes.reading.picture import Picture
from tests.scenes.truth import TRUTHS


def problems(name: str, values: dict[str, Any], theme: str = "dark") -> list[str]:
    """Return what a student could not read or be told, and what is not true, on a walk of a scene."""
    truth, found, sections, borders = TRUTHS[name], list[str](), list[str](), list[float]()
    scene_class: type[LectureScene] = getattr(scenes, name)

    class Watched(scene_class):  # type: ignore[misc, valid-type]
        def play(self, *animations: Any, **style: Any) -> None:
            super().play(*animations, **style)
            if hasattr(truth, "moment"):
                found.extend(f"{sections}: {problem}" for problem in truth.moment(self, self.params))

    def look(scene: LectureScene, section: str) -> None:
        sections.append(section)
        borders.append(scene.clock)
        found.extend(f"{section}: {problem}" for problem in wrong_section(scene, section))

    def wrong_section(scene: LectureScene, section: str) -> Iterator[str]:
        yield from illegible(scene)
        yield from truth.check(Picture(scene), scene.params, section)
        yield from wrong_sentence(scene, section, truth.told(scene.params, section))

    Watched.__name__ = name
    with mock.patch.dict(os.environ, {VARIABLE: theme}):
        scene = walk_sections(Watched, look, **values)
    found += wrong_captions(scene, borders)
    return found if sections == truth.SECTIONS else [*found, f"the sections are {sections}"]


def walked(scene_class: type[LectureScene], **values: Any) -> Any:
    """Return a scene that has been walked with some parameters; tests that ask for the same share it."""
    return _walked(scene_class, Hashed(values))


class Hashed(dict[str, Any]):
    """Parameters that are found again by how they are written."""

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(repr(self))


@lru_cache(maxsize=16)
def _walked(scene_class: type[LectureScene], values: Hashed) -> Any:
    return walk_sections(scene_class, lambda *_: None, **values)
