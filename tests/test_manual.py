"""The manual, README.md and docs/, says what the code does."""

import importlib
import re
import shlex
import tomllib
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import click
import pytest
from manim import Axes, DecimalNumber, MathTex, MathTypst, Tex, Text, tempconfig
from manim.cli.render.commands import render as manim_render
from manim.mobject.text import numbers
from markdown_it import MarkdownIt
from markdown_it.token import Token

import scenes
from gdcore import Outcome, gradient_descent
from lecture.command_line.commands import cli
from tests.manual import BEGIN, END, PAGES, ROOT

README = ROOT / "README.md"
DOCS = sorted((ROOT / "docs").glob("*.md"))
NEW = "OneMiss"
"""The lesson that CONTRIBUTING.md adds, which a test of its own does, too."""
MANUAL = [README, ROOT / "CONTRIBUTING.md", *DOCS]


def tokens_of(page: Path) -> list[Token]:
    """Return the parts of a page, and the parts of its paragraphs."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    return [*tokens, *(child for token in tokens for child in token.children or ())]


def links_of(page: Path) -> list[str]:
    """Return what a page links to or shows, except on the web."""
    targets = (str(token.attrGet("href") or token.attrGet("src") or "") for token in tokens_of(page))
    return [target for target in targets if target and not re.match("https?:", target)]


def anchors_of(page: Path) -> set[str]:
    """Return the names that GitHub gives the headings of a page."""
    tokens = MarkdownIt().parse(page.read_text(encoding="utf-8"))
    headings = [text.content for opens, text in pairwise(tokens) if opens.type == "heading_open"]
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def blocks(language: str, pages: Sequence[Path] = MANUAL) -> list[str]:
    """Return the code blocks of a language in pages of the manual."""
    return [token.content for page in pages for token in tokens_of(page) if token.info == language]


def shown_commands() -> list[str]:
    """Return every call of `lecture`, `./run` and `manim` in the manual, in a block or within a sentence."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    inline = [token.content for page in MANUAL for token in tokens_of(page) if token.type == "code_inline"]
    calls = [re.sub(r"^(LECTURE_\w+=(\".*?\"|\S+) )", "", line) for line in (*lines, *inline)]
    return [call for call in dict.fromkeys(calls) if re.match(r"(lecture|\./run|manim) ", call)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_lessons_are_what_the_scenes_declare(page: Path) -> None:
    """Idea, still and parameters of every lesson; `./run python -m tests.manual` refreshes them."""
    between = page.read_text(encoding="utf-8").partition(BEGIN)[2].partition(END)[0]
    assert between.strip() == PAGES[page](page.parent)


@pytest.mark.parametrize("page", MANUAL, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    """Every file, picture and heading that a page links to exists."""
    for target in links_of(page):
        name, _, anchor = target.partition("#")
        file = page.parent / name if name else page
        assert file.is_file(), target
        assert not anchor or anchor in anchors_of(file), target


def test_every_page_is_linked_from_the_readme() -> None:
    """Nobody has to guess that a page of docs/ is there; and the README shows pictures."""
    linked = {target.partition("#")[0] for target in links_of(README)}
    assert {f"docs/{page.name}" for page in DOCS} <= linked
    assert any(target.endswith(".png") for target in linked)


def test_every_command_and_option_is_explained() -> None:
    """docs/commands.md has every command of `lecture`, and each option with just the commands that have it."""
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `lecture (\w+)", text, flags=re.MULTILINE)) == set(cli.commands)
    drawing = re.findall(r"`(\w+)`", re.search('"All that draw" are (.*)', text)[1])
    table = text.partition("| option | of |")[2].partition("\n\n")[0]
    told = set()
    for options, commands in re.findall(r"^\| (`-.*?) \| (.*?) \|", table, flags=re.MULTILINE):
        of = [*re.findall(r"`(\w+)`", commands), *(drawing if "all that draw" in commands else ())]
        told |= {(command, option) for command in of for option in re.findall(r"`(-[\w-]+)", options)}
    assert told == {
        (name, option)
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for option in (*parameter.opts, *parameter.secondary_opts)
    }


@pytest.mark.parametrize("call", shown_commands())
def test_commands_can_be_called_as_shown(call: str) -> None:
    """The command is there, it has these options, and scenes, sections, parameters and their values exist."""
    words = shlex.split(call, comments=True)
    if words[0] == "./run":
        known = (ROOT / "run").read_text(encoding="utf-8").partition("case ${1:-help} in")[2]
        assert re.search(rf"\b{words[1]}\b", known)
        words = words[1:] if words[1] in ("manim", "python", "test", "help") else ["lecture", *words[1:]]
    if words[0] == "lecture":
        check_lecture(words[1:])
    elif words[0] == "manim" and words[1:] not in ([], ["…"]):
        check_manim(words[1:])
    elif words[0] == "python":
        check_python(words[1:])


def check_manim(words: list[str]) -> None:
    """Let Manim parse words, and look whether the file has the scenes."""
    given = manim_render.make_context("manim", [*words]).params
    if str(given["file"]).startswith("scenes/"):
        module = importlib.import_module(".".join(given["file"].with_suffix("").parts))
        assert all(hasattr(module, name) for name in given["scene_names"])


def check_python(words: list[str]) -> None:
    """Look whether the module or the file exists."""
    name = words[1].replace(".", "/") + ".py" if words[0] == "-m" else words[0]
    assert name == "FILE.py" or (ROOT / name).is_file()


def check_lecture(words: list[str]) -> None:
    """Let the command line parse words, and look whether all that they name exists."""
    if words[1:] in ([], ["…"]) or "--version" in words:
        assert words[0] in (*cli.commands, "--version")
        return
    given = cli.commands[words[0]].make_context(words[0], words[1:]).params
    named = given.get("words") or (given.get("scene") or "SCENE",)
    if NEW in named:
        return
    lessons = [word for word in named if word in scenes.SCENES]
    pairs = [pair for pair in (*given.get("settings", ()), *named) if "=" in pair]
    assert set(named) <= {"SCENE", "…", "FILE.py", "lesson.py", "Steep", *lessons, *pairs}
    for lesson in lessons:
        assert given.get("section") in (None, "NAME", *getattr(scenes, lesson).sections)
    for key, _, value in (pair.partition("=") for pair in pairs):
        assert any(takes(lesson, key, value, words[0] == "sweep") for lesson in lessons), key


def takes(lesson: str, key: str, value: str, several: bool) -> bool:
    """Tell whether a lesson has a parameter and allows it this value, or each of several."""
    name, _, key = key.rpartition(".")
    declared = getattr(scenes, lesson).params
    if name not in ("", lesson) or not hasattr(declared, key):
        return False
    read = tomllib.loads(f"it = {re.sub(r'(?<![0-9])[.]', '0.', value)}")["it"]
    for one in read if several else [read]:
        declared.updated({key: one}, "the manual")
    return True


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
    """Each package of pyproject.toml stands in the table of what it is for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    table = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    for requirement in project["dependencies"] + project["optional-dependencies"]["dev"]:
        name = re.split(r"[^\w-]", requirement)[0]
        assert re.search(rf"^\|[^|]*\b{name}\b", table, flags=re.MULTILINE), name


@pytest.mark.parametrize("example", blocks("toml"))
def test_examples_of_the_parameter_file_are_valid(example: str) -> None:
    """They name scenes and parameters that exist."""
    for name, values in tomllib.loads(example).items():
        variants = values.pop("variants", {})
        for table in (values, *variants.values()):
            getattr(scenes, name).params.updated(table, "README")


@pytest.mark.parametrize("example", blocks("python", [README, *DOCS]))
def test_examples_in_python_run(example: str) -> None:
    """What they import exists, and takes what they give it."""
    exec(compile(example, "the manual", "exec"), {"__name__": "example"})
