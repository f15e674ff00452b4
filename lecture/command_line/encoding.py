"""Text is UTF-8, whatever the locale says; this includes what Manim and scenes read, write and print."""

import codecs
import io
import locale
import os
import sys
from pathlib import Path
from typing import TextIO


def take_utf8() -> None:
    """Restart this process in Python's UTF-8 mode, if the locale would have it read files differently.

    Characters that an output cannot hold are escaped in it; a closed output takes anything.
    """
    if not sys.flags.utf8_mode and codecs.lookup(locale.getencoding()).name != "utf-8":
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    sys.stdout, sys.stderr = (_forgiving(stream) for stream in (sys.stdout, sys.stderr))


def _forgiving(stream: TextIO | None) -> TextIO:
    if stream is None:
        return Path(os.devnull).open("w", encoding="utf-8")
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    return stream
