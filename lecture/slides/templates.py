"""Pages of HTML from the templates beside this file; whatever is put into them is escaped."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from lecture.engine.plain_text import plain

_FOLDER = Path(__file__).parent


def page_of(template: str, **values: Any) -> str:
    """Return the page that a template makes of values.

    In a template, `text|plain` is the text without the characters that no page can hold.
    """
    pages = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    pages.filters["plain"] = plain
    return pages.get_template(template).render(values)


def beside(name: str) -> Markup:
    """Return the content of a file beside this one, a style sheet or a script, as it goes into a page."""
    return Markup((_FOLDER / name).read_text(encoding="utf-8"))
