"""Files that are refused, of parameters and of scenes, and what is said of them."""

from tests.lecture.lecture_command import QUICK
from tests.lecture.refusals import ALL, Case, code, toml

OWN = "A table for a scene of your own belongs in another file: lecture render OWN.py --params OWN.toml"

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

CASES = [*BAD_FILES, *BAD_CODE]
