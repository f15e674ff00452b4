"""Values as one writes them in a parameter file."""

import json
from typing import Any


def as_toml(value: Any) -> str:
    """Return a value as one writes it in TOML: a number, a text, true or false, or a list of such.

    Reading it gives the value back; a whole number may come back as an int where it was a float.
    """
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, bool | str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, int):
        return str(value)
    short = f"{value:g}"
    return short if float(short) == value else repr(value)  # six digits may be too few
