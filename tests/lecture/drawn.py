"""What a call has drawn: the names of its files, what they say, what they show."""

import json
import struct
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from tests.lecture.lecture_command import finished


def names(folder: Path) -> set[str]:
    """Return the names of the finished files."""
    return set(finished(folder / "renders"))


def three(name: str, ending: str = "mp4") -> set[str]:
    """Return the names of the files of a video."""
    return {f"{name}.{ending}", f"{name}.srt", f"{name}.json" if ending == "mp4" else f"{name}.{ending}.json"}


def facts(folder: Path, name: str) -> dict[str, Any]:
    """Return what a `.json` says."""
    said: dict[str, Any] = json.loads((folder / "renders" / f"{name}.json").read_bytes())
    return said


def boxes(video: Path) -> list[str]:
    """Return the names of an mp4's boxes, in their order."""
    content, at, found = video.read_bytes(), 0, []
    while at < len(content):
        size, name = struct.unpack(">I4s", content[at : at + 8])
        found.append(name.decode())
        at += size if size > 1 else struct.unpack(">Q", content[at + 8 : at + 16])[0]
    return found


def picture(file: Path) -> Any:
    """Return the pixels of a PNG."""
    with Image.open(file) as image:
        return np.asarray(image.convert("RGB"))
