"""Reading TOML and JSON that anybody may have written."""

import json
import tomllib
from collections.abc import Callable
from typing import Any

_DEEPEST = 16
"""So deep may lists and tables be nested: far deeper than anything here."""
_BITS = 1024
"""So many bits has the largest whole number that is still a float."""


def toml_of(text: str) -> dict[str, Any]:
    """Return what a text in TOML says.

    Raises:
        ValueError: It is not TOML, or nested too deep, or has a number that is too long.
    """
    found: dict[str, Any] = _read(tomllib.loads, text)
    return found


def json_of(text: str) -> Any:
    """Return what a text in JSON says.

    Raises:
        ValueError: It is not JSON, or nested too deep, or has a number that is too long.
    """
    return _read(json.loads, text)


def _read(parse: Callable[[str], Any], text: str) -> Any:
    """Parse a text, and refuse what others would fall over."""
    try:
        found = parse(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except ValueError as error:
        if type(error) is ValueError:  # Python's own, which is of its settings
            raise ValueError("a number has too many digits") from None
        raise
    level = [found]
    for _ in range(_DEEPEST):
        if any(isinstance(one, int) and one.bit_length() > _BITS for one in level):
            raise ValueError("a number has too many digits")
        level = [part for one in level for part in _parts(one)]
    if level:
        raise ValueError("it is nested too deeply")
    return found


def _parts(value: Any) -> Any:
    """Return what a table or a list consists of; nothing else has parts."""
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
