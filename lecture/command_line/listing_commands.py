"""The commands that print what there is: list, params, table.

What takes long to import is imported by the commands that need it, so that help appears at once.
"""

import json
import sys
from pathlib import Path

import click

from lecture.command_line.options import Command, names, scenes_and_pairs, setting
from lecture.command_line.printing import print_table
from scenes.settings.errors import ParameterError


@click.command("list", cls=Command)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def list_(as_json: bool) -> int:
    """List the scenes, with a sentence on each."""
    from lecture.engine.catalog import lessons_of

    ideas = {lesson.name: lesson.idea for lesson in lessons_of(())}
    if as_json:
        print(json.dumps([{"scene": name, "idea": idea} for name, idea in ideas.items()], indent=2))
    else:
        print_table(("scene", "idea"), ideas.items())
    return 0


@click.command(cls=Command)
@click.argument("scene", shell_complete=names)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON schema.")
def params(scene: str, as_json: bool) -> int:
    """List the parameters of SCENE. Each has a default, allowed values, a unit and a meaning."""
    from lecture.command_line.bounds_in_words import in_words
    from lecture.engine.catalog import own_lesson
    from lecture.engine.toml_text import as_toml

    schema = own_lesson(scene).model.model_json_schema()
    if as_json:
        print(json.dumps(schema, indent=2))
        return 0
    rows = [
        (name, as_toml(one["default"]), in_words(one), one.get("unit", ""), one["description"])
        for name, one in schema["properties"].items()
    ]
    print_table(("parameter", "default", "allowed", "unit", "help"), rows)
    return 0


@click.command(cls=Command)
@click.argument("words", metavar="SCENE", nargs=-1, required=True, shell_complete=names)
@setting
@click.option("--csv", "form", flag_value="csv", help="Print CSV, for spreadsheets.")
@click.option("--json", "form", flag_value="json", help="Print JSON.")
def table(
    words: tuple[str, ...], settings: tuple[str, ...], params: Path | None, variant: str | None, form: str | None
) -> int:
    """Print the numbers that SCENE shows, row by row."""
    from lecture import tables
    from lecture.command_line.requests import Request, parameters_of
    from lecture.engine.catalog import own_lesson

    words, settings = scenes_and_pairs(words, settings)
    if len(words) != 1:
        raise ParameterError(f"table takes one scene, not {len(words)}")
    lesson = own_lesson(words[0])
    parameters = parameters_of([lesson], Request(settings, params, variant).sources([lesson]))[lesson.name]
    assert parameters is not None
    found = tables.tables_of(lesson.name, parameters)
    if not found:
        raise ParameterError(f"{lesson.name} shows no numbers, so there is no table")
    if form == "csv":
        sys.stdout.write(tables.as_csv(found))
    elif form == "json":
        print(tables.as_json(found))
    else:
        for one in found:
            print_table(one.columns, one.rows, title=one.name)
    return 0
