"""What a gallery shows, as values: files, what there is to see, and what was made at once."""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from lecture.engine.clip_index import Caption
from lecture.engine.provenance import Record
from lecture.engine.remake_command import changed, command_of
from scenes.settings.errors import ParameterError

VIDEOS = (".mp4", ".webm", ".mov")
OFFERED = (*VIDEOS, ".gif", ".png", ".srt", ".vtt", ".txt")
"""The endings of what a gallery has to download, in their order there."""
_OBEYED = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True)
class File:
    """A file of a gallery: its name there, and its content, or the file that is copied."""

    key: str
    content: bytes | Path

    @property
    def size(self) -> int:
        """Its size in bytes."""
        return self.content.stat().st_size if isinstance(self.content, Path) else len(self.content)


@dataclass(frozen=True)
class Shown:
    """A video, a gif or a picture.

    Attributes:
        name: What it is called, unlike all others.
        heading: Its heading among others of the same item; empty if it is the only one.
        width, height: In pixels.
        seconds: How long it is.
        alt: A sentence on what can be seen.
        captions: Its captions.
        files: Its files by their endings; beside a video, ".png" is its poster.
    """

    name: str
    heading: str
    width: int
    height: int
    seconds: float
    alt: str
    captions: tuple[Caption, ...]
    files: Mapping[str, File]


@dataclass(frozen=True)
class Item:
    """A file, or several clips, made in one go.

    Attributes:
        name: What it is called.
        title, idea: The title of its scene, and what that is about; empty if nobody knows.
        record: Where it comes from.
        shown: What there is to see.
    """

    name: str
    title: str
    idea: str
    record: Record
    shown: tuple[Shown, ...] = field(repr=False)

    @property
    def several(self) -> bool:
        """Whether it consists of the clips of a scene."""
        return bool(self.shown[0].heading)

    @cached_property
    def commands(self) -> tuple[str, ...]:
        """The command lines that make it again, one for each format; none if its scene is gone.

        None has characters that a terminal obeys: they are there to be pasted, and a record may come from anybody.
        """
        formats = {ending[1:] for one in self.shown for ending in one.files} & {"mp4", "webm", "gif"}
        if self.record.kind != "clips" or len(formats) < 2:
            formats = {self.record.format}
        with suppress(ParameterError):
            records = (self.record.model_copy(update={"format": one}) for one in sorted(formats, reverse=True))
            return tuple(command for command in map(command_of, records) if not _OBEYED.search(command))
        return ()


def apart_of(record: Record) -> dict[str, Any]:
    """Return the parameters that differ from their defaults, as far as that is known."""
    with suppress(ParameterError):
        return {} if record.file is not None else changed(record)
    return {}
