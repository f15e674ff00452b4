"""Options that are refused, and what is said of them."""

from tests.lecture.lecture_command import QUICK
from tests.lecture.refusals import NAME, NOT_OURS, ONCE, SECTIONS, Case, code

LIKE = "the file settles everything else; leave out all but --out, -j and --cluster"

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

CASES = [*BAD_OPTIONS, *BAD_LIKES, *BAD_SWEEPS, *BAD_FOLDERS]
