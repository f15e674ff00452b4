"""What clips, talks, galleries and films cannot be made of is refused before anything is drawn or written."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lecture.lecture_command import Done, Warm
from tests.lecture.test_bad_input import Case, refused

NO_SCENE = "there is no scene BowlDecent; did you mean BowlDescent?"
NO_PARAMETER = "--set: there is no parameter inptu; did you mean input?"
DAMAGED = "this is no list of clips; move it away, and `lecture clips` writes it anew"
CASES = [
    *(Case(f"{command} BowlDecent", NO_SCENE) for command in ("clips", "deck", "film")),
    *(Case(f"{command} BowlDescent --set inptu=2", NO_PARAMETER) for command in ("clips", "deck", "film")),
    Case(
        "clips BowlDescent --transparent",
        "--transparent: clips are transparent with --format webm, not with mp4",
    ),
    Case(
        "clips BowlDescent --transparent --format gif",
        "--transparent: clips are transparent with --format webm, not with gif",
    ),
    Case("clips BowlDescent --max-size 3", "--max-size: it is for --format gif, not for mp4"),
    Case(
        "clips BowlDescent --format gif --max-size 0",
        "Invalid value for '--max-size': 0.0 is not in the range x>0.",
    ),
    Case(
        "deck -o talk.key", "-o talk.key: a talk ends with .html, .pptx, .md, .tex; --format chooses another one"
    ),
    Case("film -o film.mov", "-o film.mov: a film ends with .mp4"),
    Case(
        "clips BowlDescent --format gif --max-size nan", "--max-size nan: it is a number of megabytes, such as 5"
    ),
    Case("deck -o a.html", "-o a.html: this is a folder; name a file in it", {"a.html": None}),
    Case("film -o a.mp4", "-o a.mp4: this is a folder; name a file in it", {"a.mp4": None}),
    Case(
        "deck -o a/b.html", "-o a/b.html: nothing can be written there, FOLDER/a is not a folder", {"a": "words"}
    ),
    Case("clips BowlDescent --out a", "a/clips: it cannot be written to (Not a directory)", {"a": "words"}),
    Case(
        "gallery",
        "renders: there is no such folder; first make something to show: lecture clips --out renders",
    ),
    *(
        Case(
            f"{command} BowlDescent", f"renders/clips/clips.json: {DAMAGED}", {"renders/clips/clips.json": "mine"}
        )
        for command in ("clips", "deck", "film")
    ),
    Case("gallery", f"renders/clips/clips.json: {DAMAGED}", {"renders/clips/clips.json": "{}x"}),
]


@pytest.fixture(scope="module")
def warm() -> Iterator[Callable[..., Done]]:
    """Run `lecture` in forks of a process that has imported it."""
    with Warm() as run:
        yield run


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.command[:60])
def test_it_is_refused_in_a_line(case: Case, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """The line says what is wrong, where, and what is allowed; the exit code is 2."""
    assert refused(case, tmp_path, warm) == case.error.replace("FOLDER", str(tmp_path)) + "\n"
