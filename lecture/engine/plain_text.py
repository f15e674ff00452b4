"""Texts with any characters, made fit for files that do not allow every character."""

import unicodedata


def plain(text: str) -> str:
    """Return a text in one line, without the characters that XML and HTML cannot hold."""
    return " ".join("".join(sign if _is_text(sign) else " " for sign in text).split())


def _is_text(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in "\ufffe\uffff"
