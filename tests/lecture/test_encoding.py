"""Texts are UTF-8 in any locale: those of the project, and those that a scene of the user's reads and prints."""

import shlex
import subprocess
from pathlib import Path

import pytest
import srt

from tests.lecture.lecture_command import COMMAND, finished, lecture

LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
"""What makes Python read files as ASCII; other locales have other encodings."""
OWN = """\
from pathlib import Path

from manim import Circle

from scenes.stage.direction.scene import LectureScene

WORDS = Path("words.txt").read_text()
print(WORDS)


class Own(LectureScene):
    def construct(self):
        self.beat("größe")
        print(WORDS)
        self.say(WORDS)
        self.add(Circle())
        self.wait(0.2)
"""


@pytest.mark.parametrize(
    ("output", "printed", "name"),
    [
        pytest.param({}, "größe ∑", "größe", id="as Python has it"),
        pytest.param({"PYTHONIOENCODING": "ascii"}, r"gr\xf6\xdfe \u2211", r"gr\xf6\xdfe", id="ascii"),
    ],
)
def test_a_locale_changes_nothing_but_the_output(
    output: dict[str, str], printed: str, name: str, tmp_path: Path
) -> None:
    """What an output cannot hold is escaped there, and nowhere else."""
    (tmp_path / "manim.cfg").write_text("# größe\n[CLI]\nmedia_dir = renders\n", encoding="utf-8")
    (tmp_path / "words.txt").write_text("größe ∑", encoding="utf-8")
    (tmp_path / "own.py").write_text(OWN, encoding="utf-8")
    done = lecture("render", "own.py", "-q", "l", "--name", "größe", cwd=tmp_path, **LOCALE, **output)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"{printed}\n")
    assert f"\nrenders/{name}.mp4 " in done.stdout
    assert [*finished(tmp_path / "renders")] == ["größe.json", "größe.mp4", "größe.srt"]
    (caption,) = srt.parse((tmp_path / "renders" / "größe.srt").read_text(encoding="utf-8"))
    assert caption.content == "größe ∑"


def test_refusals_are_told_in_any_locale(tmp_path: Path) -> None:
    """A name from the command line is what it was."""
    done = lecture("still", "BowlDescent", "--section", "größe", cwd=tmp_path, **LOCALE)
    assert done.returncode == 2
    sections = "point, bowl, first_step, steps, log, poster"
    assert done.stderr == f"BowlDescent has no section größe; there are {sections}\n"


def test_an_output_that_is_closed_takes_anything(tmp_path: Path) -> None:
    """The exit code says what there is to say."""
    for words, code in (("list >&-", 0), ("list >&- 2>&- <&-", 0), ("render Zebra 2>&-", 2)):
        done = subprocess.run(
            f"{shlex.quote(COMMAND)} {words}",
            shell=True,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stdout, done.stderr) == (code, "", "")
