"""The media of talks whose files only point at them: they are in a folder beside the talk."""

import os
import re
from hashlib import sha256
from pathlib import Path, PurePath

from lecture.engine.clip_index import Clip, SceneClips
from lecture.slides.talk import Talk

_NO_LINK = re.compile(r"[^\w.=,+-]+")
"""What not all links, TeX and systems take."""


def folder_of(name: str) -> str:
    """Return the name of the folder beside a talk, unlike that of any other talk in the same place.

    Args:
        name: The name of the talk's file.
    """
    plain = _NO_LINK.sub("_", name)
    apart = "" if plain == name else f"-{sha256(os.fsencode(name)).hexdigest()[:6]}"
    return f"{plain}{apart}_files"


def place_of(name: str, scene: SceneClips, clip: Clip, ending: str) -> str:
    """Return where a clip's file lies, seen from the talk: talk.md_files/BowlDescent/1-point.mp4.

    A folder for each scene is in the talk's own, so clips of one name do not meet.

    Args:
        name: The name of the talk's file.
        scene: The scene it belongs to.
        clip: The clip.
        ending: The ending of the file.
    """
    parts = (folder_of(name), scene.name, PurePath(clip.files[ending]).name)
    return "/".join(_NO_LINK.sub("_", part) for part in parts)


def media_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return the videos and posters of a talk, by the places they belong to."""
    return {
        place_of(name, scene, clip, ending): talk.file(clip, ending)
        for scene, clip in talk.slides
        for ending in (".mp4", ".png")
    }
