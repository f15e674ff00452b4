"""Scenes and parameters that are refused, and what is said of them."""

from tests.lecture.refusals import ALL, Case, code, toml

PLAIN = "from manim import Scene\n\n\nclass Plain(Scene):\n    pass\n"

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

CASES = [*UNKNOWN_SCENES, *UNKNOWN_PARAMETERS, *BAD_VALUES]
