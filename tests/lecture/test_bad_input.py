"""What cannot be used is refused before anything is drawn: in a line or two, with the way out, and exit code 2."""

from collections.abc import Callable
from pathlib import Path

import av
import click
import numpy as np
import pytest

from lecture.command_line.commands import cli
from scenes.settings.errors import ParameterError
from tests.lecture.lecture_command import QUICK, Done, contents, lecture
from tests.lecture.refusals import NOT_OURS, ONCE, Case, files, options, refused, values

CASES = [*values.CASES, *files.CASES, *options.CASES]


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
