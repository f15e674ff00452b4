"""A parameter file to begin with: a table for a scene, in which every parameter is explained and commented out."""

import textwrap
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock
from pydantic import ValidationError

from lecture.command_line.bounds_in_words import in_words
from lecture.engine.toml_text import as_toml, key_as_toml
from scenes.settings.errors import ParameterError, why
from scenes.settings.parameters import Parameters
from scenes.settings.reading import toml_of
from scenes.settings.whole_files import clear_unfinished, write_whole

VARIANT = "example"
"""The name of the variant that a table ends with."""

_HEADING = "To change a parameter, take the # away from its line and write another value."
_VARIANT_HELP = f"A variant changes only what it sets; --variant {VARIANT} chooses it. Give it a name of your own."
_LINE_LENGTH = 98


def add_table(path: Path, name: str, parameters: type[Parameters], idea: str) -> str:
    """Add a table for a scene to a parameter file, which is made if there is none.

    What is in the file stays as it is, byte for byte, and so do its line ends. An interruption leaves the file
    as it was.

    Args:
        path: The parameter file; a link is followed.
        name: The class name of the scene, which is the name of the table.
        parameters: The model of its parameters.
        idea: What the scene is about, in a sentence.

    Returns:
        The text that now follows what was in the file: a line end and a blank line if need be, and the table.

    Raises:
        ParameterError: The file has such a table already, cannot be read or written, or is not TOML.
    """
    text = table(name, parameters, idea)
    try:
        with _alone(path.resolve()):
            before = _read(path)
            if name in _tables(path, before):
                raise ParameterError(f"{path}: there is already a table [{name}]; nothing was written")
            added = _after(before, text)
            write_whole(path.resolve(), (before + added).encode(), safe=True)
    except OSError as error:
        raise ParameterError(f"{path}: it cannot be written ({why(error)})") from None
    except RuntimeError:  # what Python makes of that depends on its version
        raise ParameterError(f"{path}: it cannot be written (it is a link that leads to itself)") from None
    return added


def _after(before: str, text: str) -> str:
    """Return the text of a table as it follows what is in a file: after a blank line, with the same line ends."""
    if not before.strip():
        text = "\n".join([*_comment(_HEADING), "", text])
    text = _gap(before) + text
    return text.replace("\n", "\r\n") if before.count("\r\n") * 2 > before.count("\n") else text


def table(name: str, parameters: type[Parameters], idea: str) -> str:
    """Return the table of a scene as TOML: its idea, its parameters, and a variant."""
    key = key_as_toml(name)
    lines = [*_comment(idea), f"[{key}]"]
    for field, schema in parameters.model_json_schema()["properties"].items():
        lines += [*_comment(_help(schema)), f"#{field} = {as_toml(schema['default'])}"]
    change = next(_changes(parameters), None)
    if change is not None:
        field, value = change
        lines += ["", *_comment(_VARIANT_HELP), f"#[{key}.variants.{VARIANT}]", f"#{field} = {as_toml(value)}"]
    return "\n".join([*lines, ""])


def _help(schema: dict[str, Any]) -> str:
    """Return the help of a parameter, what it may be, and its unit, as a sentence or two."""
    said, allowed = schema["description"].rstrip("."), in_words(schema)
    allowed = "any number" if allowed == "any" else allowed
    joint = ". Allowed: " if set(said) & set(",;") else ", "
    return f"{said}{joint}{' '.join([allowed, schema.get('unit', '')]).strip()}."


def _changes(parameters: type[Parameters]) -> Iterator[tuple[str, float]]:
    """Yield numbers with a legal value other than the default; those that every scene has come last."""
    declared = parameters().model_dump()
    for field in sorted(declared, key=lambda field: field in Parameters.model_fields):
        value = declared[field]
        if isinstance(value, bool) or not isinstance(value, int | float):
            continue
        for other in (2 * value, value + 1, value - 1, value / 2):
            if other != value and _is_legal(parameters, {**declared, field: other}):
                yield field, other


def _is_legal(parameters: type[Parameters], values: dict[str, Any]) -> bool:
    try:
        parameters.model_validate(values)
    except ValidationError:
        return False
    return True


def _comment(text: str) -> list[str]:
    """Return lines of comment, each with a blank after its sign: the lines that can be used have none."""
    return [f"# {line}" for line in textwrap.wrap(text, _LINE_LENGTH)]


def _gap(before: str) -> str:
    """Return what parts a table from the text before it by a blank line."""
    if not before or before.endswith(("\n\n", "\n\r\n")):
        return ""
    return "\n" if before.endswith("\n") else "\n\n"


def _read(path: Path) -> str:
    """Return the text of a file with its own line ends; of none, an empty one."""
    try:
        return path.read_bytes().decode()
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise ParameterError(f"{path}: it cannot be read ({why(error)})") from None
    except UnicodeDecodeError:
        raise ParameterError(f"{path}: it cannot be read (it is not UTF-8 text)") from None


def _tables(path: Path, text: str) -> dict[str, Any]:
    """Return what a parameter file declares, however it is written."""
    try:
        return toml_of(text.removeprefix("\ufeff"))  # as some editors begin a file
    except ValueError as error:
        raise ParameterError(f"{path}: this is not TOML ({error})") from None


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Let nobody else change a file meanwhile, and clear away what a killed change of it has left."""
    path.parent.stat()  # or the lock would make a folder
    lock = path.with_name(f".{path.name}.lock")
    with ExitStack() as held:
        with suppress(OSError):  # network folders may know no locks: there it goes without
            held.enter_context(FileLock(lock, poll_interval=0.01))
            held.callback(_remove, lock)  # while it is held: who waits for it makes a new one
            clear_unfinished(path)
        yield


def _remove(lock: Path) -> None:
    """Remove the file of a lock; Windows lets nobody do so, and there `filelock` does it itself."""
    with suppress(OSError):
        lock.unlink()
