"""Declarations of parameters in words: what a field of a model allows, from its JSON schema."""

import json
from collections.abc import Mapping
from typing import Any


def in_words(field_schema: Mapping[str, Any]) -> str:
    """Return what a parameter may be, such as `0.1 to 10`; its unit is not said."""
    if field_schema.get("type") == "array":
        least, most = field_schema.get("minItems", 0), field_schema["maxItems"]
        return f"{least} to {most} numbers, each {_bounds(field_schema['items'])}"
    return _bounds(field_schema)


def _bounds(schema: Mapping[str, Any]) -> str:
    """Return the bounds of a number in words."""
    if "anyOf" in schema:
        return " or ".join(_bounds(one) for one in schema["anyOf"])
    least, most = schema.get("minimum"), schema.get("maximum")
    if least is not None and most is not None:
        return f"{least:g} to {most:g}"
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    parts = [
        f"{words} {bound:g}"
        for words, bound in (("from", least), ("above", above), ("up to", most), ("below", below))
        if bound is not None
    ]
    return " and ".join(parts) or "any"


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
