"""The error about what a user asks for, and how a message repeats it; this module takes no time to import."""

import errno

LONGEST = 60
"""So many characters of what a user wrote are repeated in a message."""
LONGEST_LINE = 600
"""So many characters has a line of a message at most."""


class ParameterError(ValueError):
    """Parameters that cannot be used: what is wrong, where, and what is allowed, in a line or two."""


def echoed(text: str, longest: int = LONGEST) -> str:
    """Return a text as a message repeats it: in one line, without anything a terminal would obey.

    Of a text that is too long, the two ends remain, and its length is given.
    """
    if len(text) > longest:
        ends = text[: longest * 2 // 3], text[-(longest // 3) :]
        return f"{'…'.join(map(_obeyed_by_none, ends))} ({len(text):,} characters)"
    return _obeyed_by_none(text)


def in_a_line(error: BaseException) -> str:
    """Return what kind of error it is, and what it says."""
    try:
        text = " ".join(str(error).split())
    except Exception:  # an error of the user's may fail to tell itself
        text = ""
    return ": ".join(filter(None, [type(error).__name__, text]))


def _obeyed_by_none(text: str) -> str:
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)


def check_text(text: str) -> None:
    """Refuse text from bytes that are not UTF-8: names of files may have them, but hardly anything accepts them.

    Raises:
        ParameterError: It does.
    """
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        raise ParameterError(f"{echoed(text, LONGEST_LINE)}: this is not UTF-8 text")


def why(error: OSError) -> str:
    """Return in a few words what the system says is wrong: "permission denied"."""
    return "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error)).lower()
