"""What an interrupt does: at first it ends the command at once; once something is at stake, it is an exception.

Imports take the first seconds, and an exception may come amid those of a library that makes something else of it.
"""

import os
import signal
from typing import Any

SAID = "interrupted; what was not finished is as it was"


def leave_at_once() -> None:
    """Let an interrupt end this process, with exit code 130."""
    _answer(_leave)


def raise_from_now_on() -> None:
    """Let an interrupt raise `KeyboardInterrupt`, so that unfinished work is cleared away."""
    _answer(signal.default_int_handler)


def _answer(handler: Any) -> None:
    for number in (signal.SIGINT, signal.SIGTERM):
        if signal.getsignal(number) is not signal.SIG_IGN:  # as it is in the background of some shells
            signal.signal(number, handler)


def _leave(*_: object) -> None:
    os.write(2, f"{SAID}\n".encode())
    os._exit(130)
