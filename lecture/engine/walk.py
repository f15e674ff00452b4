"""Walks a scene without drawing its animations, and looks at the end of every section."""

import tempfile
from collections.abc import Callable, Mapping
from typing import Any

from manim import Scene, config, tempconfig
from manim.manager import Manager
from manim.utils.exceptions import EndSceneEarlyException
from PIL import Image

from lecture.engine.file_names import DEFAULT
from lecture.engine.job import QUALITIES
from lecture.engine.sizes import Size
from scenes.stage.direction.scene import LectureScene

FRAME = {"frame_width": 128 / 9, "frame_height": 8.0}
"""What frames show, in Manim's units, however many pixels they have."""

Look = Callable[[Any, str], object]
"""What to do at the end of a section, with the scene and the section; it returns True where that is enough."""


def walk(
    scene_class: type[Scene],
    look: Look,
    *,
    pixels: tuple[int, int] = (64, 36),
    frame: Mapping[str, float] = FRAME,
    step: Callable[[], object] = lambda: None,
    **attributes: Any,
) -> Any:
    """Walk a scene with its animations skipped, call `look` at the end of every section, and return the scene.

    Nothing is drawn on the way; `frame_of` draws what is in the picture when `look` is called.

    Args:
        scene_class: The scene.
        look: What to do at the end of each section.
        pixels: Width and height of the frames.
        frame: Width and height of what they show, as Manim is told it.
        step: Is called before each animation; what it raises ends the walk.
        attributes: Attributes of the class that differ from its own.
    """
    sections: list[str] = []
    began: list[str] = []

    class Walked(scene_class):  # type: ignore[misc, valid-type]
        def setup(self) -> None:
            self.renderer.update_frame = self.renderer.save_static_frame_data = lambda *_, **__: None
            super().setup()

        def play(self, *args: Any, **kwargs: Any) -> None:
            step()
            super().play(*args, **kwargs)

        def next_section(self, name: str = "unnamed", *args: Any, **kwargs: Any) -> None:
            if not began and self.renderer.num_plays:
                sections.append(DEFAULT)
            began.append(str(name))
            if sections and look(self, sections.pop()) is True:
                raise EndSceneEarlyException
            sections.append(str(name))
            super().next_section(name, *args, **kwargs)

        def tear_down(self) -> None:
            super().tear_down()
            if not began:
                sections.append(DEFAULT)
            if sections:
                look(self, sections.pop())

    for name, value in {"__name__": scene_class.__name__, **attributes}.items():
        setattr(Walked, name, value)
    with tempfile.TemporaryDirectory() as folder, tempconfig({**_settings(folder, pixels), **frame}):
        scene = Walked()
        Manager(scene)
        scene.render()
    return scene


def frame_for(scene_class: type[Scene], size: Size) -> dict[str, float]:
    """Return what frames of a size show, as Manim is told it.

    Of a scene of the lecture that is all it needs. Of others it is what they would show with Manim: its frame has
    the ratio of its pixels.
    """
    width, height = FRAME["frame_width"], FRAME["frame_height"]
    ratio = width / height if size.quality in QUALITIES else size.width / size.height
    if not issubclass(scene_class, LectureScene):
        width, height = config.frame_width * (ratio / config.aspect_ratio), config.frame_height
    elif ratio < width / height:
        height = width / ratio
    else:
        width = height * ratio
    return {"frame_width": width, "frame_height": height}


def frame_of(scene: Scene) -> Image.Image:
    """Return what is in the picture of a scene that is walked."""
    renderer: Any = scene.renderer
    renderer.static_image = None
    type(renderer).update_frame(renderer, scene)
    return Image.fromarray(renderer.get_frame())


def _settings(folder: str, pixels: tuple[int, int]) -> dict[str, Any]:
    """Return the settings of a walk."""
    return {
        "media_dir": folder,
        "pixel_width": pixels[0],
        "pixel_height": pixels[1],
        "format": "png",
        "save_last_frame": True,
        "progress_bar": "none",
        "verbosity": "ERROR",
    }
