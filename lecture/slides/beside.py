"""The media of talks whose files only point at them: they lie in a folder beside the talk."""

import re
from pathlib import Path, PurePath

from lecture.slides.clip import Clip, SceneClips
from lecture.slides.talk import Talk


def place_of(name: str, scene: SceneClips, clip: Clip, ending: str) -> str:
    """Return where a clip's file lies, seen from the talk: talk_files/BowlDescent/1-bowl.mp4.

    The folder has the talk's name, as far as links, TeX and all systems take it. A folder for each scene is in it,
    so clips of one name do not meet.

    Args:
        name: The name of the talk's file.
        scene: The scene it belongs to.
        clip: The clip.
        ending: The ending of the file.
    """
    parts = (f"{PurePath(name).stem}_files", scene.name, PurePath(clip.files[ending]).name)
    return "/".join(re.sub(r"[^\w.=,+-]+", "_", part) for part in parts)


def media_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return the videos and posters of a talk, by the places they belong to."""
    return {
        place_of(name, scene, clip, ending): talk.file(clip, ending)
        for scene, clip in talk.slides
        for ending in (".mp4", ".png")
    }
