"""What cannot be used is refused before anything is drawn: in a line or two, with the way out, and exit code 2."""

import shlex
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import av
import click
import numpy as np
import pytest

from lecture.command_line.commands import cli
from scenes.settings.errors import ParameterError
from tests.lecture.lecture_command import QUICK, Done, Warm, contents, lecture

ALL = "RodsInABox, ArcherError, HotColdWiggles, BowlDescent, DivergenceSpiral, AlphaDamping"
NAME = "a name is made of letters, digits and _ . = , + -, and does not begin with . or -"
NOT_OURS = "this file does not say how it was made; was it made by `lecture render`?"
OWN = "A table for a scene of your own belongs in another file: lecture render OWN.py --params OWN.toml"
LIKE = "the file settles everything else; leave out all but --out, -j and --cluster"
ONCE = "give only one, and run the command again for the other"
SECTIONS = "bowl, first_step, steps, log"
PLAIN = "from manim import Scene\n\n\nclass Plain(Scene):\n    pass\n"
BAD_DEFAULT = """\
from scenes.bowl_descent import BowlDescent, BowlDescentParams


class Steep(BowlDescent):
    params = BowlDescentParams(input=5000)
"""


class Case(NamedTuple):
    """A call that is refused.

    Attributes:
        command: The arguments, as in a shell.
        error: What stands on stderr.
        files: What is in the folder: texts, bytes, and None for a folder.
        variables: The environment.
    """

    command: str
    error: str
    files: Mapping[str, str | bytes | None] = {}
    variables: Mapping[str, str] = {}


def toml(command: str, text: str | bytes | None, error: str) -> Case:
    """Return a case of a parameter file."""
    return Case(command, error, {"lecture.toml": text})


def code(command: str, text: str | bytes, error: str) -> Case:
    """Return a case of a scene file, `own.py`."""
    return Case(command, error, {"own.py": text})


UNKNOWN_SCENES = [
    Case(command, "there is no scene BowlDescen; did you mean BowlDescent?")
    for command in (
        "render BowlDescen",
        "render RodsInABox BowlDescen",
        "still BowlDescen --section bowl",
        "storyboard BowlDescen",
        "sweep BowlDescen --set input=[1,2]",
        "params BowlDescen",
        "table BowlDescen",
        "new BowlDescen",
    )
]

UNKNOWN_PARAMETERS = [
    Case("render Zebra", f"there is no scene Zebra; there are {ALL}"),
    Case("render BowlDescent --set inptu=2", "--set: there is no parameter inptu; did you mean input?"),
    Case("table BowlDescent --set inptu=2", "--set: there is no parameter inptu; did you mean input?"),
    Case("sweep BowlDescent --set inptu=[1,2]", "--set: there is no parameter inptu; did you mean input?"),
    Case(
        "render BowlDescent",
        "LECTURE_SET: there is no parameter inptu; did you mean input?",
        variables={"LECTURE_SET": "inptu=2"},
    ),
    toml(
        "render BowlDescent",
        "[BowlDescent]\ninptu = 2\n",
        "lecture.toml, table [BowlDescent]: there is no parameter inptu; did you mean input?",
    ),
    Case(
        "still BowlDescent --section bowl --params more/p.toml",
        "more/p.toml, table [BowlDescent]: there is no parameter inptu; did you mean input?",
        {"more": None, "more/p.toml": "[BowlDescent]\ninptu = 2\n"},
    ),
    toml(
        "storyboard BowlDescent --variant steep",
        "[BowlDescent.variants.steep]\ninptu = 2\n",
        "lecture.toml, table [BowlDescent.variants.steep]: there is no parameter inptu; did you mean input?",
    ),
    Case(
        "render BowlDescent --set RodsInABox.pace=1",
        "--set: there is no scene RodsInABox here; there are BowlDescent",
    ),
    code("render own.py --set a=2", PLAIN, "--set: Plain is not a lecture scene, so it has no parameters"),
    code("sweep own.py --set a=[1,2]", PLAIN, "Plain is not a lecture scene, so it has no parameters"),
]

BAD_VALUES = [
    Case("render BowlDescent --set input=2000", "--set: input = 2000: it should be less than or equal to 1000"),
    Case("render BowlDescent --set input=1 pace=0", "--set: pace = 0: it should be greater than or equal to 0.1"),
    Case(
        "render BowlDescent",
        "LECTURE_SET: input = 2000: it should be less than or equal to 1000",
        variables={"LECTURE_SET": "input=2000"},
    ),
    toml(
        "render",
        "[AlphaDamping]\niterations = 0\n",
        "lecture.toml, table [AlphaDamping]: iterations = 0: it should be greater than or equal to 1",
    ),
    toml(
        "render BowlDescent --variant steep",
        "[BowlDescent.variants.steep]\ninput = 2000\n",
        "lecture.toml, table [BowlDescent.variants.steep]: input = 2000: it should be less than or equal to 1000",
    ),
    Case("sweep BowlDescent --set input=[1,2000]", "--set: input = 2000: it should be less than or equal to 1000"),
    Case(
        "sweep BowlDescent --set BowlDescent.input=[1,2000]",
        "--set: input = 2000: it should be less than or equal to 1000",
    ),
    Case("render BowlDescent --set iterations=1.5", "--set: iterations = 1.5: it should be a valid integer"),
    Case("render BowlDescent --set input=true", "--set: input = true: it should be a valid number"),
    Case("""render BowlDescent --set 'input="2"'""", "--set: input = '2': it should be a valid number"),
    Case(
        "render BowlDescent --set input=two",
        '--set: input = two: this is not a value; write a number, a list [1, 2] or "text"',
    ),
    *(
        Case(
            f"render BowlDescent --set '{pair}'",
            f'--set: {pair.replace("=", " = ", 1)}: this is not a value; write a number, a list [1, 2] or "text"',
        )
        for pair in ("input=1#2", "input=1,", "input=1,b:2", "input=1,b=2")
    ),
    Case("render BowlDescent --set input=2020-01-01", "--set: input = 2020-01-01: it should be a valid number"),
    Case("render BowlDescent --set input", "--set: 'input' is not of the form key=value"),
    Case("render BowlDescent --set input=", "--set: 'input=' is not of the form key=value"),
    Case("render BowlDescent --set 'input=[1'", "--set: 'input=[1' has a bracket that is not closed"),
    Case("""render BowlDescent --set 'input="2'""", """--set: 'input="2' has a quote that is not closed"""),
    Case("render BowlDescent --set alpha=nan", "--set: alpha = nan: it should be a finite number"),
    Case("render BowlDescent --set alpha=inf", "--set: alpha = inf: it should be a finite number"),
    Case(
        "render AlphaDamping --set alphas=[1,2,3,4,5,6,7]",
        "--set: alphas = [1, 2, 3, 4, 5, 6, 7]: it should have at most 6 items, not 7",
    ),
    Case(
        "render AlphaDamping --set alphas=[]",
        "--set: alphas = []: it should have at least 1 item, not 0",
    ),
    Case("render AlphaDamping --set alphas=[1,-1]", "--set: alphas[1] = -1: it should be greater than 0"),
    Case("render AlphaDamping --set alphas=1", "--set: alphas = 1: it should be a list"),
    Case("render BowlDescent --theme ligth", "--theme ligth: there is no such theme; did you mean light?"),
    Case(
        "still BowlDescent --section bowl",
        "LECTURE_THEME=ligth: there is no such theme; did you mean light?",
        variables={"LECTURE_THEME": "ligth"},
    ),
    Case(
        "still BowlDescent --section bowl",
        "LECTURE_RENDERER=plian: there is no such renderer; did you mean plain?",
        variables={"LECTURE_RENDERER": "plian"},
    ),
]

BAD_FILES = [
    toml(
        "render BowlDescent",
        "[BowlDescent]\ninput = = 2\n",
        "lecture.toml: this is not TOML (Invalid value (at line 2, column 9))",
    ),
    toml(
        "render", "[BowlDescen]\n", f"lecture.toml: there is no scene BowlDescen; did you mean BowlDescent?\n{OWN}"
    ),
    toml("render BowlDescent", "[Steep]\n", f"lecture.toml: there is no scene Steep; there are {ALL}\n{OWN}"),
    Case(
        "render own.py",
        f"lecture.toml: there is no scene Steep; there are {ALL}, Quick\n{OWN}",
        {"lecture.toml": "[Steep]\n", "own.py": QUICK},
    ),
    toml(
        "render",
        "input = 2\n",
        "lecture.toml: input is outside any table; put it below the line [SCENE] of its scene",
    ),
    toml(
        "render",
        "[BowlDescent]\nvariants = 3\n",
        "lecture.toml, table [BowlDescent]: variants holds tables; "
        "write [BowlDescent.variants.NAME] and its values",
    ),
    toml(
        "render",
        "[BowlDescent.variants]\nsteep = 3\n",
        "lecture.toml, table [BowlDescent]: variants holds tables; "
        "write [BowlDescent.variants.NAME] and its values",
    ),
    toml(
        "render BowlDescent --variant stepe",
        "[BowlDescent.variants.steep]\ninput = 2\n",
        "--variant stepe: BowlDescent has no such variant; did you mean steep?",
    ),
    Case(
        "render BowlDescent --variant steep",
        "--variant steep: BowlDescent has no variants; "
        "write a table [BowlDescent.variants.steep] into lecture.toml",
    ),
    Case(
        "render BowlDescent --params gone.toml",
        "gone.toml: it cannot be read (no such file or directory)",
    ),
    Case("render BowlDescent --params p", "p: it cannot be read (is a directory)", {"p": None}),
    toml(
        "render BowlDescent",
        b"\xff\xfe[",
        "lecture.toml: it cannot be read (it is not UTF-8 text)",
    ),
    toml(
        "new BowlDescent",
        "[BowlDescent]\n",
        "lecture.toml: there is already a table [BowlDescent]; nothing was written",
    ),
    toml(
        "new BowlDescent",
        "[BowlDescent\n",
        "lecture.toml: this is not TOML (Expected ']' at the end of a table declaration (at line 1, column 13))",
    ),
]

BAD_CODE = [
    Case("render gone.py", "gone.py: there is no such file"),
    Case("render own.py", "own.py: there is no such file", {"own.py": None}),
    code("render own.py", "x = 1\ndef f(:\n", "own.py, line 2: invalid syntax"),
    Case(
        "render own.py",
        "FOLDER/other.py, line 1: '(' was never closed",
        {"own.py": "\n\nimport other\n", "other.py": "print(\n"},
    ),
    code(
        "render own.py",
        "x = 1\nraise RuntimeError('no\\nway')\n",
        "own.py, line 2: importing it fails with RuntimeError: no way",
    ),
    code("render own.py", "import sys\nsys.exit(3)\n", "own.py, line 2: importing it fails with SystemExit: 3"),
    code(
        "render own.py",
        "import nothing_there\n",
        "own.py, line 1: importing it fails with ModuleNotFoundError: No module named 'nothing_there'",
    ),
    code(
        "render own.py",
        b"x = '\xff'\n",
        "own.py, line 1: (unicode error) 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
    ),
    code("render own.py", b"x = '\0'\n", "own.py: source code string cannot contain null bytes"),
    code(
        "render own.py",
        "class No(BaseException):\n    def __str__(self):\n        raise ValueError\nraise No\n",
        "own.py, line 4: importing it fails with No",
    ),
    code("render own.py", "class Steep:\n    pass\n", "own.py: it defines no scenes"),
    *(
        code(
            "render own.py",
            QUICK.replace("    def", f"    params = {params}\n\n    def"),
            "own.py: params of Quick must be parameters, such as BowlDescentParams(input=2)",
        )
        for params in (3, None)
    ),
    code("render own.py Quik", QUICK, "own.py: there is no scene Quik; did you mean Quick?"),
]

BAD_OPTIONS = [
    Case("render --nme x", "No such option '--nme'. (Did you mean one of: '--name', '--set', '--theme'?)"),
    Case("rendre", "No such command 'rendre'. Did you mean 'render'?"),
    Case("render -q z", "Invalid value for '-q' / '--quality': 'z' is not one of 'l', 'm', 'h', 'p', 'k'."),
    Case("render --format avi", "Invalid value for '--format': 'avi' is not one of 'mp4', 'gif', 'webm'."),
    Case("render -j 0", "Invalid value for '-j': 0 is not in the range x>=1."),
    Case("render -j two", "Invalid value for '-j': 'two' is not a valid integer range."),
    Case("table", "Missing argument 'SCENE'."),
    Case("table BowlDescent RodsInABox", "table takes one scene, not 2"),
    Case("still BowlDescent", "Missing option '--section'."),
    Case("still BowlDescent --section a/b", f"BowlDescent has no section a/b; there are {SECTIONS}"),
    Case("still BowlDescent --section nope", f"BowlDescent has no section nope; there are {SECTIONS}"),
    Case("still RodsInABox BowlDescent --section boxes", "RodsInABox has no section boxes; did you mean box?"),
    code("still own.py --section a/b", QUICK, f"--section a/b: {NAME}"),
    Case("render BowlDescent --name a/b", f"--name a/b: {NAME}"),
    Case("render BowlDescent --name ''", f"--name : {NAME}"),
    Case("render BowlDescent --name a.gif", "--name a.gif: leave out .gif; the ending is added by itself"),
    Case(
        "render BowlDescent RodsInABox --name a",
        "--name a: this is a name for one file, but you asked for 2 scenes",
    ),
    *(
        Case(command, f"{option}: {ONCE}")
        for command, option in (
            ("render BowlDescent --variant a --variant b", "--variant"),
            ("render -q l --theme dark --quality h", "-q"),
            ("storyboard BowlDescent --theme dark --theme light", "--theme"),
            ("render --params a.toml --params b.toml", "--params"),
            ("sweep BowlDescent --set input=[1,2] --out a --out b", "--out"),
            ("still BowlDescent --section bowl --section log", "--section"),
            ("render BowlDescent --name a --name b", "--name"),
            ("render --like a.mp4 --like b.mp4", "--like"),
            ("table BowlDescent --csv --json", "--csv or --json"),
            ("deck --captions --no-captions", "--captions"),
            ("film -o a.mp4 --output b.mp4", "-o"),
        )
    ),
    Case("render --out ''", "--out '': name a file or a folder"),
    Case("render --all BowlDescent", "--all means all scenes: leave out BowlDescent"),
]

BAD_LIKES = [
    *(
        Case(f"render --like a.mp4 {more}", f"--like a.mp4: {LIKE}")
        for more in ("BowlDescent", "--set input=2", "--variant steep", "--all", "--name b")
    ),
    Case("render --like gone.mp4", "gone.mp4: there is no such file"),
    Case("render --like a.txt", f"a.txt: {NOT_OURS}", {"a.txt": "words"}),
    Case("render --like a.json", f"a.json: {NOT_OURS}", {"a.json": b"\xff"}),
    Case("render --like a.json", f"a.json: {NOT_OURS}", {"a.json": "[1]"}),
]

BAD_SWEEPS = [
    Case("sweep BowlDescent", "--set: a sweep needs a list of values, such as --set 'pace=[1, 2]'"),
    Case("sweep BowlDescent --set input=2", "--set: a sweep needs a list of values, such as --set 'pace=[1, 2]'"),
    Case(
        "sweep AlphaDamping --set alphas=[1,2]",
        "--set: alphas is a list itself; a sweep takes a list of lists: 'alphas=[[1], [1, 2]]'",
    ),
    Case(
        "sweep AlphaDamping --set alphas=[] alpha=[1,2]",
        "--set: alphas is a list itself; a sweep takes a list of lists: 'alphas=[[1], [1, 2]]'",
    ),
    Case(
        "sweep BowlDescent --set input=[] alpha=[1,2]",
        "--set: input = []: a sweep takes a list of numbers: 'input=[1, 2]'",
    ),
    Case(
        "sweep BowlDescent --set 'alpha=[{b = 1}, 2]'",
        "--set: alpha = [{'b': 1}, 2]: a sweep takes a list of numbers: 'alpha=[1, 2]'",
    ),
    Case("sweep BowlDescent RodsInABox --set pace=[1,2]", "sweep takes one scene, not 2"),
]

BAD_FOLDERS = [
    Case("storyboard BowlDescent --out o", "o: it cannot be written to (not a directory)", {"o": "words"}),
    Case("render BowlDescent --out o/p", "o/p: it cannot be written to (not a directory)", {"o": "words"}),
]

CASES = [
    *UNKNOWN_SCENES,
    *UNKNOWN_PARAMETERS,
    *BAD_VALUES,
    *BAD_FILES,
    *BAD_CODE,
    *BAD_OPTIONS,
    *BAD_LIKES,
    *BAD_SWEEPS,
    *BAD_FOLDERS,
]


def refused(case: Case, folder: Path, run: Callable[..., Done] = lecture) -> str:
    """Make a call, find that it is refused and that the folder is as it was, and return what was said."""
    for name, content in case.files.items():
        if content is None:
            (folder / name).mkdir()
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    before = contents(folder)
    done = run(*shlex.split(case.command), cwd=folder, PYTHONDONTWRITEBYTECODE="1", **case.variables)
    assert done.returncode == 2, done
    assert done.stdout == ""
    assert contents(folder) == before
    return done.stderr


@pytest.fixture(scope="module")
def warm() -> Iterator[Callable[..., Done]]:
    """Run `lecture` in forks of a process that has imported it."""
    with Warm() as run:
        yield run


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.command[:60])
def test_what_cannot_be_used_is_refused_in_a_line(case: Case, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """The line says where it stands, what is wrong and what is allowed; nothing is drawn and nothing written."""
    assert refused(case, tmp_path, warm) == case.error.replace("FOLDER", str(tmp_path)) + "\n"


def test_no_option_that_is_given_twice_is_left_out() -> None:
    """Of whatever command; only --set may be."""
    for name, command in cli.commands.items():
        options = [one for one in command.params if isinstance(one, click.Option) and not one.is_flag]
        for option in (one for one in options if one.name != "settings"):
            word = min(option.opts, key=len)
            with pytest.raises(ParameterError, match=f"^{word}: {ONCE}$"):
                cli.main([name, word, "1", word, "2"], standalone_mode=False)


@pytest.mark.parametrize(
    "case",
    [pytest.param(case, marks=() if i % 20 == 0 else pytest.mark.slow) for i, case in enumerate(CASES)],
    ids=lambda case: case.command[:60],
)
def test_the_command_itself_refuses_it(case: Case, tmp_path: Path) -> None:
    """What holds in a process that has imported everything holds for the command as users call it."""
    assert refused(case, tmp_path) == case.error.replace("FOLDER", str(tmp_path)) + "\n"


def test_a_video_of_somebody_else_is_refused(tmp_path: Path) -> None:
    """An mp4 that does not say where it comes from cannot be made again."""
    with av.open(str(tmp_path / "other.mp4"), "w") as video:
        stream = video.add_stream("libx264", rate=4)
        stream.width = stream.height = 64
        video.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))))
        video.mux(stream.encode(None))
    assert refused(Case("render --like other.mp4", ""), tmp_path) == f"other.mp4: {NOT_OURS}\n"


def test_an_unknown_section_is_refused(tmp_path: Path) -> None:
    """Which sections there are is known only when the scene was walked; still there is no picture and code 2."""
    (tmp_path / "own.py").write_text(QUICK)
    done = lecture("still", "own.py", "--section", "crv", "-q", "l", cwd=tmp_path, PYTHONDONTWRITEBYTECODE="1")
    assert done.returncode == 2
    assert done.stderr == "Quick-still-crv: started\nQuick has no section crv; did you mean curve?\n"
    assert [*contents(tmp_path)] == ["own.py", "renders", "renders/.work", "renders/.work/lock"]
