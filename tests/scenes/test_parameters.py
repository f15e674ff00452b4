"""Parameters come from where an instructor sets them, the strongest last, and bad ones are told in a line."""

import os
from fractions import Fraction
from pathlib import Path
from typing import Annotated
from unittest import mock

import pytest
from pydantic import Field, ValidationError

from scenes.settings.errors import ParameterError
from scenes.settings.parameters import Parameters, as_written, pairs
from scenes.settings.sources import VARIABLE, Sources, read_tables, surroundings


class Sample(Parameters):
    weight: Annotated[float, Field(ge=-10, le=10)] = 1
    iterations: Annotated[int, Field(ge=0)] = 4


class Other(Parameters):
    step_amount: Annotated[float, Field(gt=0)] = 1
    weight: float = 0


CHOSEN = {"Here": Sample}
KNOWN = ["Here", "There"]


def resolved(folder: Path, setting: str = "", declared: Parameters | None = None) -> Parameters:
    with mock.patch.dict(os.environ, {VARIABLE: setting}):
        return surroundings(KNOWN, folder).resolve(declared or Sample(), "Here", CHOSEN)


def test_the_strongest_source_wins(tmp_path: Path) -> None:
    """Defaults, then what a subclass declares, then the file, then the variable."""
    assert resolved(tmp_path).weight == 1
    assert resolved(tmp_path, declared=Sample(weight=2)).weight == 2
    (tmp_path / "lecture.toml").write_text("[Here]\nweight = 3\n[There]\nanything = 1\n", encoding="utf-8")
    assert resolved(tmp_path, declared=Sample(weight=2)).weight == 3
    assert resolved(tmp_path, "weight=4", Sample(weight=2)).weight == 4
    assert resolved(tmp_path, "weight=4 weight=5").weight == 5
    assert resolved(tmp_path, "weight=4").iterations == 4


def test_the_variable_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """LECTURE_SET and lecture.toml of the working directory are what a plain call looks at."""
    monkeypatch.setenv("LECTURE_SET", "Here.weight=.5")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "lecture.toml").write_text("[Here]\niterations = 9\n", encoding="utf-8")
    assert surroundings(KNOWN).resolve(Sample(), "Here", CHOSEN) == Sample(weight=0.5, iterations=9)


def test_a_key_goes_to_the_scenes_that_have_it(tmp_path: Path) -> None:
    """Of the scenes chosen together each takes the keys it knows; a prefix names one."""
    chosen = {"Here": Sample, "There": Other}
    setting = "weight=2 step_amount=3 There.weight=5"
    sources = Sources(settings=(("here", setting),))
    assert sources.resolve(Sample(), "Here", chosen) == Sample(weight=2)
    assert sources.resolve(Other(), "There", chosen) == Other(step_amount=3, weight=5)


def test_files_variants_and_options_in_their_order(tmp_path: Path) -> None:
    """A later file beats an earlier one, a variant both, the variable that, and an option all of them."""
    tables = {
        "Here": {"weight": 2, "iterations": 2, "pace": 2, "variants": {"slow": {"iterations": 3, "pace": 3}}}
    }
    named = {"Here": {"weight": 4, "variants": {"slow": {"pace": 5}, "fast": {"pace": 0.5}}}}
    files = (tmp_path / "lecture.toml", tables), (tmp_path / "mine.toml", named)
    plain = Sources(files)
    assert plain.resolve(Sample(), "Here", CHOSEN) == Sample(weight=4, iterations=2, pace=2)
    variant = Sources(files, variant="slow")
    assert variant.resolve(Sample(), "Here", CHOSEN) == Sample(weight=4, iterations=2, pace=5)
    settings = (("LECTURE_SET", "pace=6 weight=6"), ("--set", "weight=7"))
    assert Sources(files, "slow", settings).resolve(Sample(), "Here", CHOSEN) == Sample(
        weight=7, iterations=2, pace=6
    )
    assert list(plain.variants("Here")) == ["slow", "fast"]


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("[Here]", "--variant fast: Here has no variants; write a table [Here.variants.fast] into lecture.toml"),
        ("[Here.variants.fst]", "--variant fast: Here has no such variant; did you mean fst?"),
        (
            "[Here.variants.fast]\nwieght = 1",
            "table [Here.variants.fast]: there is no parameter wieght",
        ),
        (
            "[Here.variants.fast]\nweight = 11",
            "table [Here.variants.fast]: weight = 11: it should be",
        ),
        ("[Here]\nvariants = 1", "table [Here]: variants holds tables; write [Here.variants.NAME]"),
        (
            "[Here.variants]\nfast = 1",
            "table [Here]: variants holds tables; write [Here.variants.NAME]",
        ),
    ],
)
def test_bad_variants_are_told(tmp_path: Path, table: str, expected: str) -> None:
    """Which one, where, and what there is."""
    path = tmp_path / "lecture.toml"
    path.write_text(table, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        Sources(((path, read_tables(path, KNOWN)),), "fast").resolve(Sample(), "Here", CHOSEN)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("a=1", [("a", 1)]),
        (" a = 1   b=2.5 ", [("a", 1), ("b", 2.5)]),
        ("a=.5 b=-.5 c=+.5", [("a", 0.5), ("b", -0.5), ("c", 0.5)]),
        ("misses=[2, -2] pace=1", [("misses", [2, -2]), ("pace", 1)]),
        ("a=[.01,.1, 1e-3]", [("a", [0.01, 0.1, 0.001])]),
        ('a="x = .5 y" b=true', [("a", "x = .5 y"), ("b", True)]),
        ("a=[[1, 2], [.5]]", [("a", [[1, 2], [0.5]])]),
        ("Scene.a=1", [("Scene.a", 1)]),
        ("a=1\nb=2\tc=3", [("a", 1), ("b", 2), ("c", 3)]),
    ],
)
def test_pairs_are_read_as_toml_values(text: str, expected: list[tuple[str, object]]) -> None:
    """Blanks part the pairs, but not inside brackets and quotes."""
    joined = text.replace(" = ", "=") if '"' not in text else text
    assert list(pairs(joined, "here")) == expected


@pytest.mark.parametrize("text", ["a", "=1", "a=", "a=[1", "a='x", "a=abc", "1=2", "a=1]", "a==1", "a=1;b=2"])
def test_what_is_no_pair_is_refused(text: str) -> None:
    """The message says where the text comes from and fits two lines."""
    with pytest.raises(ParameterError, match=r"^here: ") as caught:
        list(pairs(text, "here"))
    assert len(str(caught.value).splitlines()) <= 2


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ("wieght=1", "LECTURE_SET: there is no parameter wieght; did you mean weight?"),
        ("zzz=1", "LECTURE_SET: there is no parameter zzz; there are pace, weight, iterations"),
        ("Hree.weight=1", "LECTURE_SET: there is no scene Hree here; did you mean Here?"),
        ("Here.wieght=1", "did you mean weight?"),
        ("weight=11", "LECTURE_SET: weight = 11: it should be less than or equal to 10"),
        ("weight=nan", "LECTURE_SET: weight = nan: it should be a finite number"),
        ("weight=true", "LECTURE_SET: weight = true: it should be a valid number"),
        ('weight="1"', "LECTURE_SET: weight = '1': it should be a valid number"),
        ("iterations=2.5", "LECTURE_SET: iterations = 2.5: it should be a valid integer"),
        ("pace=0", "LECTURE_SET: pace = 0: it should be greater than or equal to 0.1"),
    ],
)
def test_bad_values_are_told(tmp_path: Path, setting: str, expected: str) -> None:
    """Source, name, value, and what is allowed."""
    with pytest.raises(ParameterError) as caught:
        resolved(tmp_path, setting)
    assert expected in str(caught.value)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("[Here]\nweight = \n", "this is not TOML"),
        ("[Here]\nweight = 11\n", "table [Here]: weight = 11"),
        ("[Here]\nwieght = 1\n", "table [Here]: there is no parameter wieght; did you mean weight?"),
        ("[Hree]\nweight = 1\n", "there is no scene Hree; did you mean Here?"),
        ("weight = 1\n", "weight is outside any table"),
    ],
)
def test_a_bad_file_is_told_by_its_name(tmp_path: Path, content: str, expected: str) -> None:
    """The file, and the line or the table and key."""
    (tmp_path / "lecture.toml").write_text(content, encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        resolved(tmp_path)
    assert str(caught.value).startswith(str(tmp_path / "lecture.toml"))
    assert expected in str(caught.value)


def test_a_syntax_error_is_told_with_its_line(tmp_path: Path) -> None:
    """TOML's own message names the line."""
    path = tmp_path / "mine.toml"
    path.write_text("[Here]\nweight = 1\niterations == 3\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="line 3"):
        read_tables(path, KNOWN)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in its place, or bytes that are no text, are errors like any other."""
    (tmp_path / "lecture.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ParameterError, match="cannot be read"):
        resolved(tmp_path)


def test_lists_become_tuples_and_their_parts_are_checked(tmp_path: Path) -> None:
    """A part that is not allowed is told by its place."""

    class Several(Parameters):
        misses: Annotated[tuple[Annotated[float, Field(ge=-9)], ...], Field(min_length=1, max_length=3)] = (1, 2)

    assert Several().updated({"misses": [0.5, -2]}, "here").misses == (0.5, -2)  # type: ignore[attr-defined]
    for values, expected in (([1, -10], "misses[1] = -10"), ([], "at least 1"), ([1, True], "misses[1] = true")):
        with pytest.raises(ParameterError) as caught:
            Several().updated({"misses": values}, "here")
        assert expected in str(caught.value)


def test_parameters_do_not_change() -> None:
    """A frozen model: variants are new values."""
    sample = Sample()
    with pytest.raises(ValidationError):
        sample.weight = 3  # type: ignore[misc]


def test_a_number_counts_as_it_is_written() -> None:
    """In doubles 0.1, 0.2 and -0.3 do not quite cancel; whole numbers and powers of ten are exact, too."""
    assert sum(map(as_written, (0.1, 0.2, -0.3))) == 0 != 0.1 + 0.2 - 0.3
    assert [as_written(value) for value in (2, 1e-300, 5e22)] == [2, Fraction(1, 10**300), 5 * 10**22]
