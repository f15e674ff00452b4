"""What is written as TOML is read back as what it was."""

import tomllib
from typing import Any

import pytest

from lecture.engine.toml_text import as_toml, key_as_toml


@pytest.mark.parametrize(
    "one",
    [
        0,
        -3,
        10_000_000,
        123_456_789,
        0.1,
        1 / 3,
        1e-30,
        1.5e300,
        0.1 + 0.2,
        True,
        'a "b" \\ ü',
        [],
        [1, [0.5, "c"]],
        "\x7f rubbed out",
        ["\x00", 'a "b" \\ c\n'],
    ],
)
def test_what_is_written_is_read_back(one: Any) -> None:
    """TOML reads the value that was written; whole numbers that were ints stay so."""
    back = tomllib.loads(f"a = {as_toml(one)}")["a"]
    assert back == one
    assert type(back) is type(one)


@pytest.mark.parametrize("name", ["Hill", "Hügel", "a.b c", 'q"\x7f', ""])
def test_any_name_can_be_that_of_a_table(name: str) -> None:
    """TOML reads the heading of a table as the name that it was written for."""
    assert tomllib.loads(f"[{key_as_toml(name)}]") == {name: {}}
