"""Parameters of scenes: declared once, checked, and refused in a line."""

import difflib
import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenes.settings.errors import ParameterError, echoed
from scenes.settings.reading import toml_of

_PAIR = re.compile(r"\s*(?P<key>[A-Za-z_][\w.]*)\s*=\s*(?=\S)")
_BARE_POINT = re.compile(r"(?<![\w.])\.(?=\d)")
_STRINGS = re.compile(r"(\"[^\"]*\"|'[^']*')")
_LONGEST_LIST = 300
"""So many characters of a list of what there is are told."""


class Parameters(BaseModel):
    """What an instructor may change of a scene; every field has a default, bounds, a unit and a line of help."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)

    pace: Annotated[
        float, Field(ge=0.1, le=10, description="Stretches every motion and pause: 1 is normal, 2 twice as slow.")
    ] = 1

    def updated(self, values: Mapping[str, Any], source: str) -> Self:
        """Return these parameters with `values` put in; `source` says in errors where they come from."""
        for name in values:
            if name not in type(self).model_fields:
                raise ParameterError(
                    f"{source}: there is no parameter {echoed(name)}{did_you_mean(name, type(self).model_fields)}"
                )
        try:
            return type(self).model_validate(
                {**self.model_dump(), **{key: _fixed(v) for key, v in values.items()}}
            )
        except ValidationError as error:
            raise ParameterError(f"{source}: {explained(error)}") from None


def as_written(value: float) -> Fraction:
    """Return a number as it is written, without the rounding of a double: 0.1, 0.2 and -0.3 add up to 0."""
    return Fraction(str(value))


def _fixed(value: Any) -> Any:
    """Return lists, as TOML has them, as the tuples that parameters hold."""
    return tuple(_fixed(part) for part in value) if isinstance(value, list) else value


def did_you_mean(name: str, known: Any) -> str:
    """Return an ending for a message about an unknown name: the nearest known one, or all of them."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    listed = echoed(", ".join(names), _LONGEST_LIST)
    return f"; did you mean {echoed(near[0])}?" if near else f"; there are {listed}"


def explained(error: ValidationError) -> str:
    """Return the first complaint of pydantic as `name = value: what is allowed`."""
    complaint = error.errors()[0]
    parts = (f"[{part}]" if isinstance(part, int) else f".{echoed(part)}" for part in complaint["loc"])
    name = "".join(parts).removeprefix(".")
    if complaint["type"] == "missing":
        return f"{name} is missing"
    message = complaint["msg"][:1].lower() + complaint["msg"][1:]
    for word, plainer in _PLAINER.items():
        message = message.replace(word, plainer)
    return f"{name} = {echoed(_written(complaint['input']))}: {message}" if name else message


_PLAINER = {
    "value error, ": "",
    "input should": "it should",
    "string should": "it should",
    "tuple should": "it should",
    "valid tuple": "list",
    " after validation": "",
}


def _written(value: Any) -> str:
    """Return a value as it was written in TOML."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, bool):
        return str(value).lower()
    return repr(value) if isinstance(value, str) else str(value)


def pairs(text: str, source: str) -> Iterator[tuple[str, Any]]:
    """Yield the `key=value` pairs of `text`: blanks between them, values as in TOML, and `.5` for 0.5.

    Raises:
        ParameterError: The text is not made of such pairs.
    """
    for part in _split(text, source):
        match = _PAIR.match(part)
        if not match:
            raise ParameterError(f"{source}: '{echoed(part)}' is not of the form key=value")
        value = part[match.end() :]
        pieces = _STRINGS.split(value)
        pieces[::2] = [_BARE_POINT.sub("0.", piece) for piece in pieces[::2]]  # outside of quotes
        try:
            # in braces: a comment, or a second value behind a comma, would be left out without a word
            (read,) = toml_of(f"all = {{value = {''.join(pieces)}}}")["all"].values()
        except ValueError:
            raise ParameterError(
                f"{source}: {echoed(match['key'])} = {echoed(value)}: this is not a value; "
                'write a number, a list [1, 2] or "text"'
            ) from None
        yield match["key"], read


def _split(text: str, source: str) -> list[str]:
    """Return the parts of `text` between blanks that stand outside of brackets and quotes."""
    parts, part, depth, quote = [], "", 0, ""
    for sign in text:
        if quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        else:
            depth += (sign in "[{") - (sign in "]}")
        if sign.isspace() and not quote and depth == 0:
            parts.append(part)
            part = ""
        else:
            part += sign
    if quote or depth:
        raise ParameterError(
            f"{source}: '{echoed(text.strip())}' has a {'quote' if quote else 'bracket'} that is not closed"
        )
    return [part for part in [*parts, part] if part]
