"""Typst markup as plain text, for titles in places where nothing is typeset."""

import unicodedata
from functools import cache
from html.parser import HTMLParser

import typst

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_VOID = ("br", "hr", "img", "meta", "wbr")


@cache
def as_plain(markup: str) -> str:
    """Return what Typst shows for some markup, as text; or the markup itself if Typst does not understand it.

    Typst itself makes HTML of it, in which mathematics has elements of its own; what is raised or below in them is
    written as in x² and x_1.
    """
    try:
        page, _ = typst.compile_with_warnings(markup.encode(), format="html")
    except (RuntimeError, UnicodeEncodeError):
        return markup
    reader = _Reader()
    reader.feed(bytes(page).decode())
    return reader.text


class _Reader(HTMLParser):
    """Reads the text of a page.

    Attributes:
        text: The text of its body, in one line.
    """

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._open: list[list[str]] = [[]]  # what is read of each element that is open, part by part

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._open[-1].append(" ")
        else:
            self._open.append([])

    def handle_data(self, data: str) -> None:
        self._open[-1].append(data)

    def handle_endtag(self, tag: str) -> None:
        read = _joined(tag, self._open.pop())
        if tag == "body":
            self.text = " ".join(read.split())
        self._open[-1].append(read)


def _joined(tag: str, parts: list[str]) -> str:
    """Return the text of an element from those of its parts."""
    match tag, parts:
        case "mi", _:
            return unicodedata.normalize("NFKC", "".join(parts))  # letters of formulae are characters of their own
        case "msup", [base, power]:
            return base + _raised(power)
        case "msub", [base, index]:
            return f"{base}_{_grouped(index)}"
        case "msubsup", [base, index, power]:
            return f"{base}_{_grouped(index)}{_raised(power)}"
        case "mfrac", [above, below]:
            return f"{_grouped(above)}/{_grouped(below)}"
        case "msqrt", _:
            return f"√{_grouped(''.join(parts))}"
        case "mo", _:
            return f" {''.join(parts)} " if "".join(parts) in "=≤≥<>≈≠→" else "".join(parts)
        case "p", _:
            return f"{''.join(parts)} "
    return "".join(parts)


def _raised(power: str) -> str:
    """Return an exponent as it is written on a line."""
    return power.translate(_RAISED) if all(ord(sign) in _RAISED for sign in power) else f"^{_grouped(power)}"


def _grouped(text: str) -> str:
    """Return a part of a formula so that it is seen where it ends."""
    return text if len(text) == 1 or text.isdecimal() else f"({text})"
