"""Values as one writes them in a parameter file."""

from typing import Any

import tomlkit


def as_toml(value: Any) -> str:
    """Return a value as one writes it in TOML: a number, a text, true or false, or a list of such.

    Reading it gives the value back; a whole number may come back as an int where it was a float.
    """
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(as_toml, value))}]"
    if isinstance(value, bool | int | str):
        return tomlkit.item(value).as_string()
    short = f"{value:g}"  # `tomlkit` would write 2.0, which nobody types
    return short if float(short) == value else repr(value)  # six digits may be too few


def key_as_toml(name: str) -> str:
    """Return a name as it stands before `=` or in the heading of a table, in quotes where it needs them."""
    return tomlkit.key(name).as_string()
