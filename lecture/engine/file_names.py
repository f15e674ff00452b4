"""The names of files: the scene, and what sets a file apart from others of that scene."""

import hashlib
import re
from collections.abc import Mapping
from typing import Any

from lecture.engine.toml_text import as_toml
from scenes.settings.errors import ParameterError, echoed

SHOWN = (".mp4", ".mov", ".webm", ".gif", ".png")
"""The endings of what is drawn."""
CAPTIONS = ".srt"
DEFAULT = "autocreated"
"""What Manim calls the section that a scene is in before it begins one."""

_LONGEST = 100
_LONGEST_SECTION = 60
LONGEST_ASKED = 200  # systems allow 255, of which endings and `-before-1` take some
_ALLOWED = re.compile(r"[\w.=,+-]+")


def record_ending(shown: str) -> str:
    """Return how the record beside a file ends: `.json` for an mp4, `.gif.json` and the like for the others."""
    return ".json" if shown == ".mp4" else f"{shown}.json"


ENDINGS = (*SHOWN, CAPTIONS, *map(record_ending, SHOWN))
"""The endings of all files, in the order in which they are put into their place: a record comes last."""


def parted(file_name: str) -> tuple[str, str]:
    """Return the name and the ending of a file; the ending is empty if it is none of ours."""
    ending = max((one for one in ENDINGS if file_name.endswith(one)), key=len, default="")
    return file_name.removesuffix(ending), ending


def name_of(scene: str, *, variant: str | None, changed: Mapping[str, Any], extras: tuple[str, ...] = ()) -> str:
    """Return the name of a file, without its ending: BowlDescent, BowlDescent-steep, BowlDescent-input=2.

    Args:
        scene: The scene.
        variant: The variant that is shown.
        changed: The parameters that differ from those of the scene or the variant, with their values.
        extras: Whatever else is unusual.
    """
    pairs = [f"{key}={_written(value)}" for key, value in changed.items()]
    parts = [scene, *([variant] if variant else []), *pairs, *extras]
    name = "-".join(parts)
    if len(name.encode()) <= _LONGEST:
        return name
    mark = hashlib.sha256(name.encode()).hexdigest()[:10]
    return f"{name.encode()[: _LONGEST - 11].decode(errors='ignore')}-{mark}"


def checked(name: str, option: str) -> str:
    """Return a name that a file may have.

    Raises:
        ParameterError: It has characters that not every system allows, or too many, or ends like a file.
    """
    if len(name.encode()) > LONGEST_ASKED:
        raise ParameterError(f"{option} {echoed(name)}: a name may have at most {LONGEST_ASKED} bytes")
    if not _ALLOWED.fullmatch(name) or name.startswith((".", "-")):
        allowed = "letters, digits and _ . = , + -, and does not begin with . or -"
        raise ParameterError(f"{option} {echoed(name)}: a name is made of {allowed}")
    ending = parted(name)[1]
    if ending:
        raise ParameterError(f"{option} {echoed(name)}: leave out {ending}; the ending is added by itself")
    return name


def stem_of(number: int, of: int, section: str) -> str:
    """Return the name of a clip's files without ending: 1-point, or 01-point if there are ten or more."""
    name = re.sub(r"[^\w.=,+-]+", "_", section).encode()[:_LONGEST_SECTION].decode(errors="ignore")
    return f"{number:0{len(str(of))}}-{name}"


def _written(value: Any) -> str:
    """Return a value as part of a file name; without commas, where reveal.js splits names."""
    return re.sub(r"[\[\]\s\"]", "", as_toml(value)).replace(",", "_")
