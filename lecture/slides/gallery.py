"""A web page of everything that was made: players, words, parameters, and the command that makes each again.

The folder of the page holds everything it needs, so it works from a disk as well as from a server.
"""

import itertools
import shlex
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from lecture.slides.gallery_items import Item
from lecture.slides.gallery_search import items_of
from lecture.slides.gallery_view import ItemView
from lecture.slides.templates import beside, page_of
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES, Theme


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
    numbers = itertools.count(1)
    scenes = itertools.groupby(items, lambda one: (one.record.scene, one.record.file))
    return page_of(
        "gallery.html",
        title=title,
        summary=_summary(items),
        groups=[[ItemView(item, f"item-{next(numbers)}") for item in found] for _, found in scenes],
        colours=_colours(),
        css=beside("gallery.css"),
        js=beside("gallery.js"),
    )


def _colours() -> Markup:
    """Return the colours of the lecture as a style sheet, for those who prefer dark and those who prefer light."""

    def named(theme: Theme) -> str:
        names = ("ground", "ink", "muted", "hairline", "input", "prediction", "goal")
        colours = {**{name: getattr(theme, name) for name in names}, "panel": theme.tint(theme.input)}
        return ";".join(f"--{name}:{colour}" for name, colour in colours.items())

    grounds = "".join(f".{name}{{--paper:{theme.ground}}}" for name, theme in THEMES.items())
    dark, light = (named(THEMES[name]) for name in ("dark", "light"))
    return Markup(f":root{{{dark}}}@media(prefers-color-scheme:light){{:root{{{light}}}}}{grounds}\n")


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
