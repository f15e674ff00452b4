"""Where the parameters of a scene come from: files, variants, the environment and the command line."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scenes.settings.errors import ParameterError, echoed, why
from scenes.settings.parameters import Parameters, did_you_mean, pairs
from scenes.settings.reading import toml_of

PARAMETER_FILE = "lecture.toml"
VARIABLE = "LECTURE_SET"
OPTION = "--set"
VARIANTS = "variants"

_OWN_TABLES = "A table for a scene of your own belongs in another file: lecture render OWN.py --params OWN.toml"

Table = Mapping[str, Any]


@dataclass(frozen=True)
class Sources:
    """What an instructor has set, the weakest first.

    Attributes:
        files: Parameter files with their tables, one per scene.
        variant: The name of the variant that is asked for.
        settings: Texts of `key=value` pairs, each with what it is called in a message.
    """

    files: tuple[tuple[Path, Mapping[str, Table]], ...] = ()
    variant: str | None = None
    settings: tuple[tuple[str, str], ...] = ()

    def resolve(self, declared: Parameters, name: str, chosen: Mapping[str, type[Parameters]]) -> Parameters:
        """Return the parameters of the scene `name`: `declared`, and what the sources change of them.

        Args:
            declared: The defaults, or what a subclass declares.
            name: The class name of the scene, the table of the parameter files.
            chosen: The scenes rendered together, with their parameters; a key belongs to all that have it.

        Raises:
            ParameterError: Something is unknown or out of bounds.
        """
        parameters = declared
        for path, tables in self.files:
            plain = {key: value for key, value in tables.get(name, {}).items() if key != VARIANTS}
            parameters = parameters.updated(plain, f"{path}, table [{name}]")
        if self.variant is not None:
            parameters = parameters.updated(*self._variant(name, self.variant))
        for source, text in self.settings:
            parameters = parameters.updated(dict(_own_pairs(text, source, name, chosen)), source)
        return parameters

    def variants(self, name: str) -> dict[str, tuple[Table, str]]:
        """Return the variants of a scene, each with its values and where they stand; a later file wins."""
        found = {}
        for path, tables in self.files:
            for variant, values in tables.get(name, {}).get(VARIANTS, {}).items():
                found[variant] = values, f"{path}, table [{name}.{VARIANTS}.{echoed(variant)}]"
        return found

    def _variant(self, name: str, variant: str) -> tuple[Table, str]:
        known, said = self.variants(name), echoed(variant)
        if not known:
            raise ParameterError(
                f"--variant {said}: {name} has no variants; write a table [{name}.{VARIANTS}.{said}] "
                f"into {PARAMETER_FILE}"
            )
        if variant not in known:
            raise ParameterError(f"--variant {said}: {name} has no such variant{did_you_mean(variant, known)}")
        return known[variant]


def surroundings(known: Iterable[str], folder: Path | None = None) -> Sources:
    """Return what is set around a plain call: the parameter file of the working directory, and the environment.

    Args:
        known: The names of all scenes that a parameter file may have a table for.
        folder: Where to look for the parameter file, in place of the working directory.

    Raises:
        ParameterError: The file cannot be used.
    """
    path = (folder or Path()) / PARAMETER_FILE
    files = ((path, read_tables(path, known)),) if path.exists() else ()
    return Sources(files, settings=((VARIABLE, os.environ.get(VARIABLE, "")),))


def _own_pairs(
    text: str, source: str, name: str, chosen: Mapping[str, type[Parameters]]
) -> Iterable[tuple[str, Any]]:
    """Yield the pairs of a text that belong to the scene `name`; each must belong to one that is chosen."""
    for key, value in pairs(text, source):
        scene, _, parameter = key.rpartition(".")
        if scene and scene not in chosen:
            raise ParameterError(f"{source}: there is no scene {echoed(scene)} here{did_you_mean(scene, chosen)}")
        owners = [scene] if scene else [one for one in chosen if parameter in chosen[one].model_fields]
        if not owners:
            names = dict.fromkeys(field for model in chosen.values() for field in model.model_fields)
            unknown = f"there is no parameter {echoed(parameter)}"
            raise ParameterError(f"{source}: {unknown}{did_you_mean(parameter, names)}")
        if name in owners:
            yield parameter, value


def read_tables(path: Path, known: Iterable[str]) -> dict[str, Table]:
    """Return the tables of a parameter file, one per scene.

    Raises:
        ParameterError: The file cannot be read, is not TOML, or has anything other than tables of known scenes.
    """
    try:
        tables = toml_of(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ParameterError(f"{path}: it cannot be read ({why(error)})") from None
    except UnicodeDecodeError:
        raise ParameterError(f"{path}: it cannot be read (it is not UTF-8 text)") from None
    except ValueError as error:
        raise ParameterError(f"{path}: this is not TOML ({error})") from None
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise ParameterError(
                f"{path}: {echoed(name)} is outside any table; put it below the line [SCENE] of its scene"
            )
        if name not in known:
            unknown = f"there is no scene {echoed(name)}{did_you_mean(name, known)}"
            raise ParameterError(f"{path}: {unknown}\n{_OWN_TABLES}")
        variants = table.get(VARIANTS, {})
        if not isinstance(variants, dict) or not all(isinstance(one, dict) for one in variants.values()):
            raise ParameterError(
                f"{path}, table [{name}]: {VARIANTS} holds tables; write [{name}.{VARIANTS}.NAME] and its values"
            )
    return tables
