"""Texts of any characters, made fit for files that not every character may stand in."""

import re
import unicodedata

_LONGEST = 60


def plain(text: str) -> str:
    """Return a text in one line, without the characters that XML and HTML cannot hold."""
    return " ".join("".join(sign if _is_text(sign) else " " for sign in text).split())


def _is_text(sign: str) -> bool:
    return unicodedata.category(sign) not in ("Cc", "Cs") and sign not in "\ufffe\uffff"


def stem_of(number: int, of: int, section: str) -> str:
    """Return the name of a clip's files without ending: 1-bowl, or 01-bowl where there are ten or more."""
    name = re.sub(r"[^\w.=,+-]+", "_", section).encode()[:_LONGEST].decode(errors="ignore")
    return f"{number:0{len(str(of))}}-{name}"
