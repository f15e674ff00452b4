"""The README says what the code does."""

import re
import tomllib
from pathlib import Path

import pytest
from manim import Axes, DecimalNumber, MathTex, MathTypst, Tex, Text, tempconfig
from manim.mobject.text import numbers

import scenes
from gdcore import Outcome, gradient_descent
from tests.readme_gallery import BEGIN, END, gallery

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_gallery_is_what_the_scenes_declare() -> None:
    """Idea, still and parameters of every scene; `./run python -m tests.readme_gallery` refreshes them."""
    between = README.partition(BEGIN)[2].partition(END)[0]
    assert between.strip() == gallery()


def test_pictures_are_there() -> None:
    """Every picture that the README shows exists."""
    pictures = re.findall(r"\]\(((?:assets|tests)/[^)]+\.png)\)", README)
    assert pictures
    for picture in pictures:
        assert (ROOT / picture).is_file(), picture


def test_the_example_of_the_numbers_is_true() -> None:
    """What the comments of the example promise is what comes out."""
    path = gradient_descent(0.5, 2, 0.8, alpha=0.1)
    assert (path.weight[1], round(float(path.multiplier), 9), path.outcome) == (0.46, 0.6, Outcome.SLIDES)
    assert len(path.weight) == 21


def test_what_needs_no_latex(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Numbers and formulae are told two ways in the troubleshooting: one asks for LaTeX, the other does not."""
    monkeypatch.setenv("PATH", str(tmp_path))
    without = (
        lambda: DecimalNumber(1.5, mob_class=Text),
        lambda: DecimalNumber(1.5, mob_class=MathTypst),
        lambda: MathTypst("x^2"),
        lambda: Axes(axis_config={"label_constructor": Text}).add_coordinates(),
    )
    asking = (
        lambda: MathTex("x^2"),
        lambda: Tex("x"),
        lambda: DecimalNumber(1.5),
        lambda: DecimalNumber(1.5, mob_class=Text, unit="m"),
        lambda: DecimalNumber(1.5, mob_class=MathTypst, show_ellipsis=True),
        lambda: Axes().add_coordinates(),
    )
    for make in (*without, *asking):
        monkeypatch.setattr(numbers, "string_to_mob_map", {})  # Manim keeps digits, whatever they were set by
        with tempconfig({"media_dir": str(tmp_path)}):
            if make in without:
                assert len(make().get_all_points()) > 0
            else:
                with pytest.raises(FileNotFoundError, match="latex"):
                    make()


def test_every_dependency_has_its_reason() -> None:
    """Each package of pyproject.toml stands in the table of what it is built on."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["dev"]
    table = README.partition("## What it is built on")[2]
    for requirement in wanted:
        name = re.split(r"[^\w-]", requirement)[0]
        assert re.search(rf"^\|[^|]*\b{name}\b", table, flags=re.MULTILINE), name


@pytest.mark.parametrize("example", re.findall(r"```toml\n(.*?)```", README, flags=re.DOTALL))
def test_examples_of_the_parameter_file_are_valid(example: str) -> None:
    """They name scenes and parameters that exist."""
    for name, values in tomllib.loads(example).items():
        variants = values.pop("variants", {})
        for table in (values, *variants.values()):
            getattr(scenes, name).params.updated(table, "README")
