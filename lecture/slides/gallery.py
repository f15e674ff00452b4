"""A web page of everything that was made: players, words, parameters, and the command that makes each again.

The folder of the page holds everything it needs, so it works from a disk as well as from a server.
"""

import itertools
import shlex
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from lecture.engine.plain_text import plain
from lecture.engine.provenance import Record
from lecture.slides import gallery_parts as parts
from lecture.slides.gallery_items import Item, Shown, apart_of, items_of
from lecture.slides.gallery_parts import element
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES, Theme

_KINDS = {"film": "Film", "video": "Video", "clips": "Clips", "still": "Still", "storyboard": "Storyboard"}


def files_of(out: Path, title: str) -> dict[str, bytes | Path]:
    """Return the files of a gallery by their names: contents, or files to copy; the first is the page itself.

    The names are relative to the folder of the page, which needs nothing outside of it.

    Args:
        out: The folder whose files are shown.
        title: The title of the page.

    Raises:
        ParameterError: There is nothing to show, or the index of the clips cannot be read.
    """
    items = items_of(out)
    if not items:
        make = shlex.join(["lecture", "clips", "--out", str(out)])
        there = "no file in it says how it was made" if out.is_dir() else "there is no such folder"
        raise ParameterError(f"{out}: {there}; first make something to show: {make}")
    files = {file.key: file.content for item in items for one in item.shown for file in one.files.values()}
    return {"index.html": page(items, title).encode("utf-8", "replace"), **files}


def page(items: Sequence[Item], title: str) -> str:
    """Return the page that shows items, which are sorted by their scenes."""
    groups = [
        list(found) for _, found in itertools.groupby(items, lambda one: (one.record.scene, one.record.file))
    ]
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="dark light"),
        element("link", rel="icon", href="data:,"),  # or browsers ask for one
        element("title", title),
        element("style", _colours() + _beside("gallery.css")),
    )
    body = element(
        "body",
        element("a", "Skip to the scenes", class_="skip", href="#scenes"),
        element("header", element("h1", title), element("p", _summary(items))),
        _contents(groups),
        element("main", *_sections(groups), id="scenes", tabindex="-1"),
        element("p", id="said", role="status", class_="unseen"),
        element("script", _beside("gallery.js")),
    )
    whole = element("html", head, body, lang="en")
    return f"<!DOCTYPE html>\n{tostring(whole, encoding='unicode', method='html')}\n"


def _beside(name: str) -> str:
    """Return the content of a file beside this one."""
    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _colours() -> str:
    """Return the colours of the lecture as a style sheet, for those who prefer dark and those who prefer light."""

    def named(theme: Theme) -> str:
        names = ("ground", "ink", "muted", "hairline", "input", "prediction", "goal")
        colours = {**{name: getattr(theme, name) for name in names}, "panel": theme.tint(theme.input)}
        return ";".join(f"--{name}:{colour}" for name, colour in colours.items())

    grounds = "".join(f".{name}{{--paper:{theme.ground}}}" for name, theme in THEMES.items())
    dark, light = (named(THEMES[name]) for name in ("dark", "light"))
    return f":root{{{dark}}}@media(prefers-color-scheme:light){{:root{{{light}}}}}{grounds}\n"


def _summary(items: Sequence[Item]) -> str:
    """Return how much there is to see."""
    kinds = [item.record.kind for item in items]
    numbers = {
        "film": kinds.count("film"),
        "video": kinds.count("video"),
        "clip": sum(len(item.shown) for item in items if item.record.kind == "clips"),
        "picture": kinds.count("still") + kinds.count("storyboard"),
    }
    return ", ".join(f"{number} {name}{'s' * (number != 1)}" for name, number in numbers.items() if number)


def _contents(groups: Sequence[Sequence[Item]]) -> Element:
    links = (element("li", element("a", group[0].title, href=f"#scene-{n}")) for n, group in enumerate(groups, 1))
    return element("nav", element("ul", *links), aria_label="Scenes")


def _sections(groups: Iterable[Sequence[Item]]) -> Iterator[Element]:
    """Yield a section of the page for each scene."""
    numbers = itertools.count(1)
    for n, group in enumerate(groups, 1):
        idea = next((item.idea for item in group if item.idea), None)
        yield element(
            "section",
            element("h2", group[0].title, id=f"scene-{n}"),
            element("p", idea, class_="idea") if idea else None,
            *(_item(item, f"item-{next(numbers)}") for item in group),
            aria_labelledby=f"scene-{n}",
        )


def _item(item: Item, mark: str) -> Element:
    """Return what is shown of a file or of clips, under a heading."""
    heading, name = element("h3", _heading(item), id=mark), element("p", item.name, class_="name")
    commands, made = [*parts.commands(item, mark)], [parts.parameters(item), parts.made(item.record)]
    if item.several:
        cards = element("ol", *(_card(one, item.record) for one in item.shown), class_="cards")
        content = [cards, element("div", *commands, *made, class_="about")]
    else:
        one = item.shown[0]
        about = (parts.facts(one), parts.downloads(one), *commands, parts.words(one), *made)
        media = element("div", *parts.media(one, item.record), class_="media")
        content = [media, element("div", *about, class_="about")]
    kind = "several" if item.several else "one"
    return element("article", heading, name, *content, aria_labelledby=mark, class_=kind)


def _heading(item: Item) -> str:
    """Return what an item is, and what sets it apart from others of its scene."""
    record = item.record
    apart = [plain(record.section)] if record.section else []
    apart += [f"{key} = {parts.written(value)}" for key, value in apart_of(record).items()]
    apart += ["light"] if record.theme == "light" else []
    apart += ["transparent"] if record.transparent else []
    kind = "Clip" if record.kind == "clips" and not item.several else _KINDS[record.kind]
    return f"{kind}: {', '.join(apart)}" if apart else kind


def _card(one: Shown, record: Record) -> Element:
    """Return a clip among others."""
    return element(
        "li",
        element("h4", one.heading),
        *parts.media(one, record),
        parts.facts(one),
        parts.words(one),
        parts.downloads(one),
    )
