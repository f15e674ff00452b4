"""What `lecture new` writes of a scene: its parameters, each explained, and a variant to begin with."""

import re
import tomllib

import pytest

import scenes
from lecture.command_line.bounds_in_words import in_words
from lecture.command_line.parameter_file import table
from lecture.engine.toml_text import as_toml
from scenes.settings.parameters import Parameters
from tests.lecture.hill import Hill, models

IDEA = "A ball rolls down a hill."
OTHER = '# mine\n[ArcherError]\nbig_miss = 3 # "as it was"\n'


def value_lines(text: str) -> list[str]:
    """Return the lines that are commented out, rather than comments."""
    return [line for line in text.splitlines() if re.match(r"#\S", line)]


@pytest.mark.parametrize("name", [*scenes.SCENES, "Hill"])
def test_every_line_can_be_used_once_its_sign_is_gone(name: str) -> None:
    """A line without its # is a parameter of the model, with its default; so is each, and so are all together."""
    model = models()[name]
    text = table(name, model, IDEA)
    defaults, found = model().model_dump(), {}
    *lines, _variant, change = value_lines(text)
    for line in lines:
        values = tomllib.loads(text.replace(line, line[1:], 1))[name]
        assert model().updated(values, "here") == model()
        found |= values
    assert [*found] == [*defaults]
    assert model().updated(found, "here").model_dump() == defaults
    everything = tomllib.loads(re.sub(r"(?m)^#(?=\S)", "", text))[name]
    variants = everything.pop("variants")
    assert everything == found
    assert variants == {"example": tomllib.loads(change[1:])}


@pytest.mark.parametrize("name", [*scenes.SCENES, "Hill"])
def test_the_variant_changes_a_number_of_the_scene(name: str) -> None:
    """The example of a variant is legal, differs from the default, and is more telling than the pace."""
    model = models()[name]
    ((field, changed),) = tomllib.loads(value_lines(table(name, model, IDEA))[-1][1:]).items()
    assert field not in Parameters.model_fields
    assert getattr(model().updated({field: changed}, "here"), field) == changed != getattr(model(), field)


def test_the_variant_takes_the_first_number_that_can_change() -> None:
    """Lists and numbers with a single value are passed over, and bounds are kept."""
    assert value_lines(table("Hill", Hill, IDEA))[-2:] == ["#[Hill.variants.example]", "#balls = 4"]


def test_a_scene_with_nothing_but_its_pace_varies_that() -> None:
    """What every scene has is taken where there is nothing else."""
    assert value_lines(table("Bare", Parameters, IDEA))[-1] == "#pace = 2"


def test_each_parameter_is_explained() -> None:
    """Above the line of a parameter stand its help, what it may be and its unit."""
    lines = table("BowlDescent", models()["BowlDescent"], IDEA).splitlines()
    assert lines[:2] == [f"# {IDEA}", "[BowlDescent]"]

    def above(line: str) -> str:
        return lines[lines.index(line) - 1]

    assert above("#input = 1.1") == "# The input of the network, -1,000 to 1,000."
    assert above("#iterations = 4") == "# The number of steps, 0 to 10,000 steps."
    assert above("#alpha = 1") == "# The learning rate; too large a value diverges. Allowed: any number."
    hill = table("Hill", Hill, IDEA).splitlines()
    assert hill[hill.index("#height = 1234567.25") - 1] == "# The height, above 0 m."


@pytest.mark.parametrize("name", [*scenes.SCENES])
def test_comments_are_not_wider_than_the_code(name: str) -> None:
    """Long help is wrapped, so that it can be read beside a terminal."""
    assert max(map(len, table(name, models()[name], "word " * 60).splitlines())) <= 100


@pytest.mark.parametrize(
    ("scene", "field", "words", "default"),
    [
        ("BowlDescent", "pace", "0.1 to 10", "1"),
        ("BowlDescent", "alpha", "any", "1"),
        ("ArcherError", "misses", "1 to 6 numbers, each -1,000,000,000 to 1,000,000,000", "[2, -2]"),
        ("ArcherError", "small_miss", "above 0 and below 1", "0.01"),
        ("AlphaDamping", "alphas", "1 to 6 numbers, each above 0", "[10, 1, 0.1, 0.01, 0.001, 0.0001]"),
    ],
)
def test_declarations_in_words(scene: str, field: str, words: str, default: str) -> None:
    """Bounds and defaults as the README has them."""
    schema = models()[scene].model_json_schema()["properties"][field]
    assert in_words(schema) == words
    assert as_toml(schema["default"]) == default
