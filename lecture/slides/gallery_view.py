"""What the template of a gallery says of each item, as texts and addresses."""

import base64
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from lecture.engine.captions import as_vtt, transcript_of
from lecture.engine.catalog import own_lesson
from lecture.engine.plain_text import plain
from lecture.engine.provenance import Record
from lecture.engine.sizes import size_of
from lecture.engine.toml_text import as_toml
from lecture.slides.gallery_items import OFFERED, VIDEOS, File, Item, Shown, apart_of
from scenes import SCENES

_KINDS = {"film": "Film", "video": "Video", "clips": "Clips", "still": "Still", "storyboard": "Storyboard"}
_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}
_LABELS = {
    **{".mp4": ("MP4", "the video"), ".webm": ("WebM", "the video"), ".mov": ("MOV", "the video")},
    **{".gif": ("GIF", "the animation"), ".png": ("PNG", "the picture")},
    **{".srt": ("SRT", "the captions"), ".vtt": ("VTT", "the captions"), ".txt": ("Text", "the transcript")},
}
"""How the files to download are called, and what they hold."""
_FEW = 6
"""So many parameters are shown without being asked for."""


@dataclass(frozen=True)
class Download:
    """A link to a file: its label, its address, the name it is saved under, and what is said of it."""

    label: str
    address: str
    name: str
    said: str


class ShownView:
    """A video, a gif or a picture, as a page shows it.

    Attributes:
        name, heading, alt, width, height: As in `Shown`.
        theme: The colours that it is drawn in.
        sources: The addresses of its videos, each with its type.
        poster, gif: The addresses of these files; empty where there is none.
        is_mov: Whether it has a video that browsers do not play.
    """

    def __init__(self, one: Shown, theme: str) -> None:
        self._one, self.theme = one, theme
        self.name, self.heading, self.alt = one.name, one.heading, one.alt
        self.width, self.height = one.width, one.height
        self.sources = [(_url(one.files[ending]), kind) for ending, kind in _TYPES.items() if ending in one.files]
        self.poster, self.gif = (
            _url(one.files[ending]) if ending in one.files else "" for ending in (".png", ".gif")
        )
        self.is_mov = ".mov" in one.files

    @property
    def captions(self) -> str:
        """Captions that are in the page itself: a page on a disk may not load them from a file."""
        content = base64.b64encode(as_vtt(self._one.captions).encode()).decode()
        return f"data:text/vtt;base64,{content}" if self._one.captions else ""

    @property
    def transcript(self) -> str:
        """What is said."""
        return plain(transcript_of(self._one.captions))

    @property
    def facts(self) -> str:
        """How long it is, how wide and high, and how large."""
        one = self._one
        main = next(one.files[ending] for ending in (*VIDEOS, ".gif", ".png") if ending in one.files)
        parts = [_time(one.seconds)] if one.seconds else []
        return " · ".join([*parts, f"{one.width} × {one.height}", _size(main.size)])

    @property
    def downloads(self) -> Iterator[Download]:
        """Links to its files."""
        files = self._one.files
        moving = not {*VIDEOS, ".gif"}.isdisjoint(files)
        labels = {**_LABELS, ".png": ("Poster", "the last frame")} if moving else _LABELS
        for ending in (ending for ending in OFFERED if ending in files):
            file, (label, what) = files[ending], labels[ending]
            name = file.key.removeprefix("media/clips/").removeprefix("media/").removeprefix("made/")
            said = f"{label}: download {what} of {self.name}, {_size(file.size)}"
            yield Download(label, _url(file), plain(name.replace("/", "-")), said)


@dataclass(frozen=True)
class Parameter:
    """A parameter in a table: its name, its value, its help, and whether it is not as declared."""

    key: str
    value: str
    help: str
    changed: bool


class ItemView:
    """What was made at once, as a page shows it.

    Attributes:
        mark: What its elements are called.
        name, title, idea, several: As in `Item`.
        shown: What there is to see.
        commands: The commands that make it again, word by word.
    """

    def __init__(self, item: Item, mark: str) -> None:
        self._item, self.mark = item, mark
        self.name, self.title, self.idea, self.several = item.name, item.title, item.idea, item.several
        self.shown = [ShownView(one, item.record.theme) for one in item.shown]
        self.commands = [command.split(" ") for command in item.commands]

    @cached_property
    def heading(self) -> str:
        """What it is, and what sets it apart from others of its scene."""
        record = self._item.record
        apart = [plain(record.section)] if record.section else []
        apart += [f"{key} = {_written(value)}" for key, value in apart_of(record).items()]
        apart += ["light"] if record.theme == "light" else []
        apart += ["transparent"] if record.transparent else []
        kind = "Clip" if record.kind == "clips" and not self.several else _KINDS[record.kind]
        return f"{kind}: {', '.join(apart)}" if apart else kind

    @cached_property
    def helps(self) -> dict[str, Any]:
        """What the parameters mean, by their names; nothing where the scene is not the lecture's."""
        record = self._item.record
        if record.file is not None or record.scene not in SCENES:
            return {}
        return {key: one.description for key, one in own_lesson(record.scene).model.model_fields.items()}

    @cached_property
    def parameters(self) -> list[Parameter]:
        """Its parameters."""
        changed = apart_of(self._item.record)
        return [
            Parameter(plain(key), _written(value), self.helps.get(key) or "", key in changed)
            for key, value in (self._item.record.parameters or {}).items()
        ]

    @property
    def open(self) -> bool:
        """Whether the parameters are shown without being asked for."""
        return len(self.parameters) <= _FEW and not self.several

    @property
    def made(self) -> list[tuple[str, str]]:
        """What it was made with."""
        return _made(self._item.record)


def _made(record: Record) -> list[tuple[str, str]]:
    size = size_of(record.quality, record.scene)
    facts = {
        "Scene": None if record.kind == "film" else record.scene,
        "File": None if record.file is None else Path(record.file).name,
        "Quality": f"{size.width} × {size.height}, {size.rate:g} frames a second",
        "Theme": f"{record.theme}{', transparent' * record.transparent}",
        "Versions": ", ".join(f"{name} {version}" for name, version in record.versions.items()),
        "Digest of its numbers": record.digest,
    }
    return [(key, plain(value)) for key, value in facts.items() if value]


def _written(value: Any) -> str:
    """Return a value as in a parameter file, or as JSON if no parameter file can hold it."""
    try:
        return plain(as_toml(value))
    except (TypeError, ValueError):
        return plain(json.dumps(value, ensure_ascii=False))


def _url(file: File) -> str:
    """Return the address of a file, whatever its name."""
    return quote(os.fsencode(file.key))


def _time(seconds: float) -> str:
    whole = round(seconds)
    return f"{seconds:.1f} s" if seconds < 59.95 else f"{whole // 60}:{whole % 60:02} min"


def _size(size: int) -> str:
    return f"{size / 1e6:.1f} MB" if size >= 999_500 else f"{max(size / 1e3, 1):.0f} kB"
