"""The parts of a gallery: players, files to download, command lines, and where everything comes from."""

import base64
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree.ElementTree import Element

from lecture.engine.captions import as_vtt, transcript_of
from lecture.engine.catalog import own_lesson
from lecture.engine.plain_text import plain
from lecture.engine.provenance import Record
from lecture.engine.sizes import size_of
from lecture.engine.toml_text import as_toml
from lecture.slides.gallery_items import OFFERED, VIDEOS, File, Item, Shown, apart_of
from scenes import SCENES

_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}
_LABELS = {
    **{".mp4": ("MP4", "the video"), ".webm": ("WebM", "the video"), ".mov": ("MOV", "the video")},
    **{".gif": ("GIF", "the animation"), ".png": ("PNG", "the picture")},
    **{".srt": ("SRT", "the captions"), ".vtt": ("VTT", "the captions"), ".txt": ("Text", "the transcript")},
}
"""How the files to download are called, and what they hold."""
_FEW = 6
"""So many parameters are shown without being asked for."""


def element(name: str, /, *parts: Element | str | None, **attributes: str | int | None) -> Element:
    """Return an element; texts and values may hold any character, for they are escaped when it is written.

    Args:
        name: Its tag.
        parts: Elements and texts in it; None is left out.
        attributes: Its attributes; None is left out, and `_` stands for the hyphen, or for nothing at the end.
    """
    values = {key.rstrip("_").replace("_", "-"): str(one) for key, one in attributes.items() if one is not None}
    made = Element(name, values)
    for part in parts:
        if isinstance(part, Element):
            made.append(part)
        elif part and len(made):
            made[-1].tail = (made[-1].tail or "") + part
        elif part:
            made.text = (made.text or "") + part
    return made


def media(one: Shown, record: Record) -> Iterator[Element]:
    """Yield a player or a picture."""
    sources = [ending for ending in _TYPES if ending in one.files]
    poster = one.files.get(".png")
    size: dict[str, Any] = {"width": one.width, "height": one.height, "class_": record.theme}
    if sources:
        yield element(
            "video",
            *(element("source", src=_url(one.files[ending]), type=_TYPES[ending]) for ending in sources),
            _track(one) if one.captions else None,
            controls="",
            playsinline="",
            aria_label=f"{one.name}. {one.alt}",
            poster=_url(poster) if poster else None,
            preload="none" if poster else "metadata",
            **size,
        )
        return
    if poster:
        yield element("img", src=_url(poster), alt=one.alt, loading="lazy", **size)
    if ".gif" in one.files:  # what moves by itself, moves when it is asked to
        gif = element("img", src=_url(one.files[".gif"]), alt=one.alt, loading="lazy", **size)
        yield element("details", element("summary", "Play", _unseen(f" {one.name}")), gif)
    elif ".mov" in one.files:
        yield element("p", "Browsers do not play transparent MOVs: download it for your slides.", class_="note")


def _track(one: Shown) -> Element:
    """Return captions that stand in the page itself: a page on a disk may not load them from a file."""
    content = base64.b64encode(as_vtt(one.captions).encode()).decode()
    return element(
        "track", kind="captions", srclang="en", label="English", default="", src=f"data:text/vtt;base64,{content}"
    )


def facts(one: Shown) -> Element:
    """Return how long something is, how wide and high, and how large."""
    main = next(one.files[ending] for ending in (*VIDEOS, ".gif", ".png") if ending in one.files)
    parts = [_time(one.seconds)] if one.seconds else []
    parts += [f"{one.width} × {one.height}", _size(main.size)]
    return element("p", " · ".join(parts), class_="facts")


def words(one: Shown) -> Element | None:
    """Return what can be seen and what is said."""
    transcript = transcript_of(one.captions)
    if not transcript:
        return None
    return element(
        "details",
        element("summary", "In words", _unseen(f": {one.name}")),
        element("p", one.alt),
        element("p", plain(transcript)),
    )


def downloads(one: Shown) -> Element:
    """Return links to files, each of which says what it holds."""
    moving = not {*VIDEOS, ".gif"}.isdisjoint(one.files)
    labels = {**_LABELS, ".png": ("Poster", "the last frame")} if moving else _LABELS
    links = []
    for ending in (ending for ending in OFFERED if ending in one.files):
        file, (label, what) = one.files[ending], labels[ending]
        name = file.key.removeprefix("media/clips/").removeprefix("media/").removeprefix("made/")
        link = element(
            "a",
            label,
            href=_url(file),
            download=plain(name.replace("/", "-")),
            aria_label=f"{label}: download {what} of {one.name}, {_size(file.size)}",
        )
        links.append(element("li", link))
    return element("ul", *links, class_="files")


def commands(item: Item, mark: str) -> Iterator[Element]:
    """Yield the command lines that make an item again, each with a button that copies it."""
    for n, command in enumerate(item.commands, 1):
        yield element(
            "div",
            element("pre", element("code", *_by_words(command), id=f"{mark}-{n}")),
            element(
                "button",
                element("span", "Copy"),
                _unseen(f" the command that makes {item.name} again"),
                type="button",
                data_of=f"{mark}-{n}",
                hidden="",
            ),
            class_="command",
        )


def _by_words(command: str) -> Iterator[Element | str]:
    """Yield a command line word by word, so that lines end between them."""
    for n, word in enumerate(command.split(" ")):
        yield " " * bool(n)
        yield element("span", word)


def parameters(item: Item) -> Element | None:
    """Return the parameters of an item; those that are not as declared stand out."""
    record = item.record
    if not record.parameters:
        return None
    apart, helps = apart_of(record), {}
    if record.file is None and record.scene in SCENES:
        helps = {key: one.description for key, one in own_lesson(record.scene).model.model_fields.items()}
    columns = ("Parameter", "Value", "Meaning") if helps else ("Parameter", "Value")
    rows = []
    for key, value in record.parameters.items():
        cells = [element("td", element("strong", written(value)) if key in apart else written(value))]
        cells += [element("td", helps.get(key) or "")] if helps else []
        rows.append(element("tr", element("th", plain(key), scope="row"), *cells))
    return element(
        "details",
        element("summary", "Parameters", _unseen(f" of {item.name}")),
        element(
            "table",
            element("thead", element("tr", *(element("th", one, scope="col") for one in columns))),
            element("tbody", *rows),
        ),
        open="" if len(rows) <= _FEW and not item.several else None,
    )


def made(record: Record) -> Element:
    """Return what something was made with."""
    size = size_of(record.quality, record.scene)
    facts = {
        "Scene": None if record.kind == "film" else record.scene,
        "File": None if record.file is None else Path(record.file).name,
        "Quality": f"{size.width} × {size.height}, {size.rate:g} frames a second",
        "Theme": f"{record.theme}{', transparent' * record.transparent}",
        "Versions": ", ".join(f"{name} {version}" for name, version in record.versions.items()),
        "Digest of its numbers": record.digest,
    }
    pairs = [
        part for key, value in facts.items() if value for part in (element("dt", key), element("dd", plain(value)))
    ]
    return element("details", element("summary", "Made with"), element("dl", *pairs))


def _unseen(text: str) -> Element:
    """Return a text for those who listen to the page."""
    return element("span", text, class_="unseen")


def written(value: Any) -> str:
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
