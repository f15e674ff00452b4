"""What clips, talks, galleries and films cannot be made of is refused before anything is drawn or written."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lecture.lecture_command import Done, contents
from tests.lecture.refusals import Case, refused
from tests.lecture.slides.finished_files import put_current_clips

NO_SCENE = "there is no scene BowlDecent; did you mean BowlDescent?"
NO_PARAMETER = "--set: there is no parameter inptu; did you mean input?"
NOTHING = "nothing can be written there"
DAMAGED = "this is not a list of clips; move it away, and `lecture clips` will write a new one"
CASES = [
    *(Case(f"{command} BowlDecent", NO_SCENE) for command in ("clips", "deck", "film")),
    *(Case(f"{command} BowlDescent --set inptu=2", NO_PARAMETER) for command in ("clips", "deck", "film")),
    Case(
        "clips BowlDescent --transparent",
        "--transparent: clips can be transparent with --format webm, not with mp4",
    ),
    Case(
        "clips BowlDescent --transparent --format gif",
        "--transparent: clips can be transparent with --format webm, not with gif",
    ),
    Case("clips BowlDescent --max-size 3", "--max-size: this is for --format gif, not for mp4"),
    Case(
        "clips BowlDescent --format gif --max-size 0",
        "Invalid value for '--max-size': 0.0 is not in the range x>0.",
    ),
    Case("deck -o talk.key", "-o talk.key: the name of a talk ends with .html, .pptx, .md, .tex; or add --format"),
    Case("film -o film.mov", "-o film.mov: the name of a film ends with .mp4"),
    Case("clips BowlDescent --format gif --max-size nan", "--max-size nan: give a number of megabytes, such as 5"),
    Case("deck -o a.html", "-o a.html: this is a folder; name a file in it", {"a.html": None}),
    Case("film -o a.mp4", "-o a.mp4: this is a folder; name a file in it", {"a.mp4": None}),
    Case(
        "deck -o a/b.html", "-o a/b.html: nothing can be written there, FOLDER/a is not a folder", {"a": "words"}
    ),
    Case(
        "deck -o a.md",
        f"-o a.md: {NOTHING}, FOLDER/a.md_files is not a folder",
        {"a.md_files": ""},
    ),
    Case(f"deck -o {'long' * 51}.md", f"-o {'long' * 5}…: a name may have at most 200 bytes"),
    Case("clips BowlDescent --out a", "a/clips: it cannot be written to (not a directory)", {"a": "words"}),
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.command[:60])
def test_it_is_refused_in_a_line(case: Case, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """The line says what is wrong, where, and what is allowed; the exit code is 2."""
    assert refused(case, tmp_path, warm) == case.error.replace("FOLDER", str(tmp_path)) + "\n"


LOOPS = {
    "deck -o loop --format html": f"-o loop: {NOTHING}, the symbolic link loop leads to itself",
    "deck -o loop/talk.html": f"-o loop/talk.html: {NOTHING}, the symbolic link loop leads to itself",
    "deck -o talk.md": f"-o talk.md: {NOTHING}, the symbolic link talk.md_files leads to itself",
    "film -o loop/film.mp4": f"-o loop/film.mp4: {NOTHING}, the symbolic link loop leads to itself",
    "gallery -o loop": f"-o loop/index.html: {NOTHING}, the symbolic link loop leads to itself",
    "gallery --out loop": f"-o loop/gallery/index.html: {NOTHING}, the symbolic link loop leads to itself",
    **{
        f"{command} --out loop": "loop/clips/clips.json: it cannot be read (too many levels of symbolic links)"
        for command in ("clips", "deck", "film")
    },
    **{
        f"{command} --out loop": "loop: it cannot be written to (too many levels of symbolic links)"
        for command in ("render", "still --section bowl", "storyboard", "sweep --set input=[1,2]")
    },
}


@pytest.mark.parametrize("command", LOOPS)
def test_a_link_that_leads_to_itself_is_refused(command: str, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """Before anything is drawn, with its path."""
    for name in ("loop", "talk.md_files"):
        (tmp_path / name).symlink_to(name)
    if command == "gallery -o loop":
        put_current_clips(tmp_path / "renders")
    before = contents(tmp_path)
    name, *words = command.split()
    done = warm(name, *([] if name == "gallery" else ["BowlDescent"]), *words, cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"{LOOPS[command]}\n")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("name", ["clips.json", "BowlDescent/1-curve.txt", "../clips/BowlDescent/1-curve.mp4"])
def test_a_talk_does_not_take_the_place_of_a_clip(name: str, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """Nor does a film: the next talk would show it."""
    put_current_clips(tmp_path / "renders")
    before = contents(tmp_path)
    place = f"renders/clips/{name}"
    command = ["film"] if name.endswith(".mp4") else ["deck", "--format", "md"]
    done = warm(*command, "BowlDescent", "-q", "l", "-o", place, cwd=tmp_path)
    assert done.stderr == f"-o {place}: this is one of the clips, which talks are made of; name another file\n"
    assert done.returncode == 2
    assert contents(tmp_path) == before
