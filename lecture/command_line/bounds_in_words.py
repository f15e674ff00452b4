"""What a parameter may be, in words, from the JSON schema of its model."""

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
        return f"{least:,.15g} to {most:,.15g}"
    above, below = schema.get("exclusiveMinimum"), schema.get("exclusiveMaximum")
    parts = [
        f"{words} {bound:,.15g}"
        for words, bound in (("from", least), ("above", above), ("up to", most), ("below", below))
        if bound is not None
    ]
    return " and ".join(parts) or "any"
