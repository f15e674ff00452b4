"""The last frame of every section, as a picture: `./run python -m tests.frames` stores them anew.

Name scenes behind it to store theirs only.
"""

import logging
import sys
from pathlib import Path

import numpy as np
from manim import logger
from PIL import Image, ImageChops, ImageFilter

import scenes
from lecture.engine.walk import frame_of, walk
from scenes.stage.direction.scene import LectureScene

FOLDER = Path(__file__).resolve().parent / "frames"
PIXELS = (854, 480)
LOUD = 36
"""A difference, of 255, that is still there when both pictures are blurred."""
FEW = 12
"""So many pixels may be that loud."""


def stored(name: str, section: str) -> Path:
    """Return where the last frame of a section is stored."""
    return FOLDER / f"{name}-{section}.png"


def frames_of(scene_class: type[LectureScene]) -> dict[str, Image.Image]:
    """Return the last frame of every section of a scene at its default parameters."""
    found: dict[str, Image.Image] = {}

    def look(scene: LectureScene, section: str) -> None:
        found[section] = frame_of(scene).convert("RGB")

    walk(scene_class, look, pixels=PIXELS)
    return found


def loud_pixels(one: Image.Image, other: Image.Image) -> int:
    """Return in how many pixels two pictures differ beyond what another hinting of fonts would change."""
    blurred = [picture.convert("RGB").filter(ImageFilter.BoxBlur(2)) for picture in (one, other)]
    return int((np.asarray(ImageChops.difference(*blurred)).max(axis=2) > LOUD).sum())


def alike(one: Image.Image, other: Image.Image) -> bool:
    """Tell whether two frames show the same."""
    return one.size == other.size and loud_pixels(one, other) <= FEW


def main(names: list[str]) -> None:
    """Store the frames of scenes, all of them where none is named."""
    logger.setLevel(logging.WARNING)
    FOLDER.mkdir(exist_ok=True)
    for name in names or scenes.SCENES:
        for old in FOLDER.glob(f"{name}-*.png"):
            old.unlink()
        for section, picture in frames_of(getattr(scenes, name)).items():
            picture.quantize(255, dither=Image.Dither.NONE).save(stored(name, section), optimize=True)
            print(stored(name, section))


if __name__ == "__main__":
    main(sys.argv[1:])
