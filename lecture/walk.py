"""Walks a scene without drawing its animations, and looks at the end of every section."""

import tempfile
from collections.abc import Callable
from typing import Any

from manim import Scene, tempconfig
from manim.manager import Manager
from manim.utils.exceptions import EndSceneEarlyException
from PIL import Image

from lecture.names import DEFAULT

Look = Callable[[Any, str], object]
"""What to do at the end of a section, with the scene and the section; it returns True where that is enough."""


def walk(scene_class: type[Scene], look: Look, *, pixels: tuple[int, int] = (64, 36), **attributes: Any) -> Any:
    """Walk a scene with its animations skipped, call `look` at the end of every section, and return the scene.

    Nothing is drawn on the way; `frame_of` draws what stands in the picture when `look` is called.

    Args:
        scene_class: The scene.
        look: What to do at the end of each section.
        pixels: Width and height of the frames.
        attributes: Attributes of the class that differ from its own.
    """
    sections: list[str] = []
    began: list[str] = []

    class Walked(scene_class):  # type: ignore[misc, valid-type]
        def setup(self) -> None:
            self.renderer.update_frame = self.renderer.save_static_frame_data = lambda *_, **__: None
            super().setup()

        def next_section(self, name: str = "unnamed", *args: Any, **kwargs: Any) -> None:
            if not began and self.renderer.num_plays:
                sections.append(DEFAULT)
            began.append(name)
            if sections and look(self, sections.pop()) is True:
                raise EndSceneEarlyException
            sections.append(name)
            super().next_section(name, *args, **kwargs)

        def tear_down(self) -> None:
            super().tear_down()
            if not began:
                sections.append(DEFAULT)
            if sections:
                look(self, sections.pop())

    for name, value in {"__name__": scene_class.__name__, **attributes}.items():
        setattr(Walked, name, value)
    with tempfile.TemporaryDirectory() as folder, tempconfig(_settings(folder, pixels)):
        scene = Walked()
        Manager(scene)
        scene.render()
    return scene


def frame_of(scene: Scene) -> Image.Image:
    """Return what stands in the picture of a scene that is walked."""
    renderer: Any = scene.renderer
    renderer.static_image = None
    type(renderer).update_frame(renderer, scene)
    return Image.fromarray(renderer.get_frame())


def _settings(folder: str, pixels: tuple[int, int]) -> dict[str, Any]:
    """Return the settings of a walk: however many pixels it has, the frame is as wide as ever."""
    return {
        "media_dir": folder,
        "pixel_width": pixels[0],
        "pixel_height": pixels[1],
        "frame_width": 128 / 9,
        "frame_height": 8.0,
        "format": "png",
        "save_last_frame": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
    }
