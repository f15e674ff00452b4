"""What Manim is told for every scene of the lecture."""

import atexit
import logging
import os
import platform
import shutil
import tempfile
from functools import cache

from manim import config, logger


def configure(ground: str) -> None:
    """Tell Manim what holds for every scene of the lecture; the command line restores it after the scene."""
    config.background_color = ground
    # Manim's cache of clips looks at code, not at what the code reads: it would show the frames of old parameters.
    config.disable_caching = True
    # Two processes that share this folder delete each other's files.
    config.tex_dir = _tex_folder()
    if not has_desktop() and not config.preview_command and (config.preview or config.show_in_file_browser):
        logger.info("There is no desktop to show the video on; the file is written anyway.")
        config.preview = config.show_in_file_browser = False


def has_desktop() -> bool:
    """Tell whether a file can be opened for the user to see."""
    if platform.system() != "Linux":
        return True
    return bool(shutil.which("xdg-open") and (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")))


@cache
def _tex_folder() -> str:
    """Return a folder for Typst's files that no other process uses, gone with this process."""
    folder = tempfile.mkdtemp(prefix="lecture-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _tells(record: logging.LogRecord) -> bool:
    return record.getMessage() != "Caching disabled."


logger.addFilter(_tells)  # Manim says so at every animation
