"""What is too long, too deep or no text is refused like anything else: the line tells of it what can be read."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lecture.lecture_command import QUICK, Done
from tests.lecture.refusals import ALL, SECTIONS, Case, code, refused, toml

VALUE = 'this is not a value; write a number, a list [1, 2] or "text"'
DEEP = "[" * 3000 + "]" * 3000
LONG = "long" * 1000
QUOTED = f"'{LONG}'"
BOWL = "pace, weight, input, goal_pred, alpha, iterations"


def ends(text: str, longest: int = 60) -> str:
    """Return what is said of a text that is too long."""
    return f"{text[: longest * 2 // 3]}…{text[-(longest // 3) :]} ({len(text):,} characters)"


TOO_MUCH = [
    Case(f"render BowlDescent --set input={'9' * 5000}", f"--set: input = {ends('9' * 5000)}: {VALUE}"),
    Case(f"render BowlDescent --set input=0x{'f' * 5000}", f"--set: input = {ends('0x' + 'f' * 5000)}: {VALUE}"),
    Case(
        f"render BowlDescent --set input={'9' * 300}",
        f"--set: input = {ends('9' * 300)}: it should be less than or equal to 1000",
    ),
    Case(
        f"""render BowlDescent --set 'input="{LONG}"'""",
        f"""--set: input = {ends(QUOTED)}: it should be a valid number""",
    ),
    Case(f"render BowlDescent --set {LONG}", f"--set: '{ends(LONG)}' is not of the form key=value"),
    Case(f"render BowlDescent --set '{LONG}['", f"--set: '{ends(LONG + '[')}' has a bracket that is not closed"),
    Case(f"render BowlDescent --set {LONG}=2", f"--set: there is no parameter {ends(LONG)}; there are {BOWL}"),
    Case(
        f"render BowlDescent --set {LONG}.pace=2",
        f"--set: there is no scene {ends(LONG)} here; there are BowlDescent",
    ),
    Case(f"render BowlDescent --set input={DEEP}", f"--set: input = {ends(DEEP)}: {VALUE}"),
    Case(
        "render BowlDescent",
        f"LECTURE_SET: input = {ends(DEEP)}: {VALUE}",
        variables={"LECTURE_SET": f"input={DEEP}"},
    ),
    toml("render", f"[BowlDescent]\ninput = {DEEP}\n", "lecture.toml: this is not TOML (it is nested too deeply)"),
    toml(
        "render",
        f"[BowlDescent]\ninput{'.a' * 3000} = 1\n",
        "lecture.toml: this is not TOML (it is nested too deeply)",
    ),
    toml("new RodsInABox", f"a = {DEEP}\n", "lecture.toml: this is not TOML (it is nested too deeply)"),
    toml(
        "render",
        f"[BowlDescent]\ninput = {'9' * 5000}\n",
        "lecture.toml: this is not TOML (a number has too many digits)",
    ),
    toml(
        "render AlphaDamping",
        f"[AlphaDamping]\nalphas = [{'1,' * 1_000_000}]\n",
        f"lecture.toml, table [AlphaDamping]: alphas = {ends('[' + ', '.join('1' * 1_000_000) + ']')}: "
        "it should have at most 6 items, not 1000000",
    ),
    toml(
        "render",
        f"{LONG} = 1\n",
        f"lecture.toml: {ends(LONG)} is outside any table; put it below the line [SCENE] of its scene",
    ),
    toml(
        "render BowlDescent --variant none",
        "".join(f"[BowlDescent.variants.{LONG}{i}]\n" for i in range(9)),
        "--variant none: BowlDescent has no such variant; there are "
        f"{LONG[:200]}…{LONG[-99:]}8 (36,025 characters)",
    ),
    Case(
        "still BowlDescent --section bowl --params p.toml",
        "p.toml: this is not TOML (it is nested too deeply)",
        {"p.toml": f"a = {DEEP}"},
    ),
    Case(f"still BowlDescent --section {LONG}", f"BowlDescent has no section {ends(LONG)}; there are {SECTIONS}"),
    Case(f"table {LONG}", f"there is no scene {ends(LONG)}; there are {ALL}"),
    Case(f"{LONG}", f"No such command {ends(QUOTED + '.')}"),
    Case(
        f"render -q {LONG}",
        f"Invalid value for '-q' / '--quality': {ends(QUOTED)} is not one of 'l', 'm', 'h', 'p', 'k'.",
    ),
    Case(f"render --theme {LONG}", f"--theme {ends(LONG)}: there is no such theme; there are dark, light"),
    Case(
        f"render BowlDescent --variant {LONG}",
        f"--variant {ends(LONG)}: BowlDescent has no variants; "
        f"write a table [BowlDescent.variants.{ends(LONG)}] into lecture.toml",
    ),
    Case(
        f"render --cluster {LONG}", f"--cluster {ends(LONG)}: this is not an address; write it as tcp://HOST:8786"
    ),
    Case(f"render BowlDescent --name {LONG}", f"--name {ends(LONG)}: a name may have at most 200 bytes"),
    Case(f"render --out {LONG}", f"--out '{ends(LONG)}': file name too long"),
    Case(f"render {LONG}.py", ends(f"{LONG}.py: it cannot be read (file name too long)", 600)),
    code(
        "render own.py",
        f"raise RuntimeError('{LONG}')\n",
        ends(f"own.py, line 1: importing it fails with RuntimeError: {LONG}", 600),
    ),
]

NO_TEXT = [
    Case("render BowlDescent --name 'a\udcff'", "a\\udcff: this is not UTF-8 text"),
    Case("render 'a\udcff.py'", "a\\udcff.py: this is not UTF-8 text"),
    Case("deck --title 'a\udcff'", "a\\udcff: this is not UTF-8 text"),
    Case("render BowlDescent --set 'input=\udcff'", "input=\\udcff: this is not UTF-8 text"),
    Case("'a\udcff'", "No such command 'a\\udcff'."),
    Case(
        "render BowlDescent", f"LECTURE_SET: input = \\udcff: {VALUE}", variables={"LECTURE_SET": "input=\udcff"}
    ),
    Case("render 'Bowl\x1b[8m\n'", f"there is no scene Bowl\\x1b[8m\\n; there are {ALL}"),
]


@pytest.mark.parametrize("words", ["still BowlDescent --section bowl", "render own.py --out /tmp/elsewhere"])
def test_a_folder_whose_name_is_no_text_is_refused(words: str, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """What encodes videos cannot find it."""
    folder = tmp_path / "a\udcff"
    folder.mkdir()
    place = "own.py" if "own.py" in words else "renders"
    case = Case(words, "", {"own.py": QUICK})
    assert refused(case, folder, warm) == f"{tmp_path}/a\\udcff/{place}: this is not UTF-8 text\n"


@pytest.mark.parametrize("case", [*TOO_MUCH, *NO_TEXT], ids=lambda case: case.command[:40])
def test_it_is_refused_in_a_line(case: Case, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """Of what is long there are the ends, and how long it is; what a terminal would obey is escaped."""
    assert refused(case, tmp_path, warm) == case.error + "\n"
