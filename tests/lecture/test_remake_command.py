"""The command line that makes a file again: read by a shell and by the real command, it asks for the same job."""

import json
import shlex
import subprocess
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import scenes
from lecture.command_line import commands
from lecture.command_line import slide_commands as slides
from lecture.command_line.requests import Request, job_of
from lecture.engine import remake_command
from lecture.engine.catalog import lessons_of
from lecture.engine.job import QUALITIES, Job
from lecture.engine.provenance import as_text, read, record
from scenes.settings.errors import ParameterError
from scenes.settings.parameters import Parameters
from tests.lecture.declared import parameters
from tests.lecture.lecture_command import QUICK
from tests.scenes.samples import floats

Asked = Callable[[str], list[Job]]


class Steep(Parameters):
    """Parameters of a scene of the user's own."""

    words: str = ""
    shown: bool = True
    sizes: tuple[float, ...] = ()


@pytest.fixture(scope="module")
def asked() -> Any:
    """What reads a command line as a shell does, hands it to the real command, and returns the jobs asked for."""
    jobs: list[Job] = []

    def noted(found: dict[str, Job], *_: Any, **__: Any) -> int:
        jobs.extend(found.values())
        return 0

    def ask(command: str) -> list[Job]:
        jobs.clear()
        printed = subprocess.run(
            ["sh", "-c", f"lecture() {{ printf '%s\\0' \"$@\"; }}; {command}"], capture_output=True, check=True
        ).stdout
        commands.cli.main(printed.decode().split("\0")[:-1], standalone_mode=False)
        return list(jobs)

    with pytest.MonkeyPatch.context() as patches:
        for module in (commands, slides):
            patches.setattr(module, "run_and_show", noted)
        patches.setattr(commands, "start_ahead", lambda: None)
        yield ask


def command_of(facts: dict[str, Any]) -> str:
    """Return the command line that a record leads to."""
    return remake_command.command_of(read(facts, "a.json"))


def facts(job: Job) -> dict[str, Any]:
    """Return the record of a job as it comes from a file."""
    found: dict[str, Any] = json.loads(as_text(record(job, object)))
    return found


def the_job(scene: str = "BowlDescent", **values: Any) -> Job:
    """Return the job of a scene of the lecture with these parameters changed."""
    return job_of(lessons_of([scene])[0], parameters(scene, **values), Request(), "video", None)


@given(
    weight=floats(-1e9, 1e9),
    alpha=st.floats(allow_nan=False, allow_infinity=False),
    iterations=st.integers(0, 10_000),
    quality=st.sampled_from(QUALITIES),
    theme=st.sampled_from(["dark", "light"]),
    kind=st.sampled_from(["video", "clips", "still", "storyboard"]),
)
@example(weight=0, alpha=1, iterations=4, quality="h", theme="dark", kind="clips")
@example(weight=1 / 3, alpha=-1e22, iterations=0, quality="l", theme="light", kind="still")
@example(weight=-0.0, alpha=5e-324, iterations=0, quality="l", theme="light", kind="video")
def test_it_asks_for_the_same_job(asked: Asked, kind: str, quality: str, theme: str, **values: Any) -> None:
    """Whatever was drawn, in whatever quality and theme, with numbers to their last digit."""
    section = "first_step" if kind == "still" else None
    job = replace(the_job(**values), kind=kind, quality=quality, theme=theme, section=section)
    assert asked(command_of(facts(job))) == [job]


@pytest.mark.parametrize("scene", scenes.SCENES)
def test_of_every_scene(asked: Asked, scene: str) -> None:
    """With a parameter that all have; nothing else is said."""
    assert command_of(facts(the_job(scene))) == f"lecture render {scene}"
    job = the_job(scene, pace=1.25)
    assert command_of(facts(job)) == f"lecture render {scene} --set pace=1.25"
    assert asked(command_of(facts(job))) == [job]


@pytest.mark.parametrize(
    ("kind", "format_", "transparent"),
    [
        *(("video", format_, False) for format_ in ("mp4", "gif", "webm")),
        *(("clips", format_, False) for format_ in ("mp4", "gif", "webm")),
        *(("video", "mp4", True), ("video", "webm", True), ("clips", "webm", True)),
    ],
)
def test_formats(asked: Asked, kind: str, format_: str, transparent: bool) -> None:
    """Each that the commands make, with and without a background."""
    job = replace(the_job(), kind=kind, format=format_, transparent=transparent)
    assert asked(command_of(facts(job))) == [job]


def test_it_is_short() -> None:
    """Only what is not as declared is said, in the order of the README."""
    job = replace(the_job(input=2, alpha=0.5), quality="l", theme="light", format="webm", transparent=True)
    assert command_of(facts(job)) == (
        "lecture render BowlDescent --set 'input=2 alpha=0.5' -q l --theme light --format webm --transparent"
    )
    job = replace(the_job("AlphaDamping", alphas=[1, 0.1]), kind="still", section="lanes")
    assert command_of(facts(job)) == "lecture still AlphaDamping --section lanes --set 'alphas=[1, 0.1]'"


@pytest.mark.parametrize("name", ["lesson.py", "it's a $HOME & `lesson`.py", "-q.py", "ü 🙂;\n.py"])
def test_a_scene_of_the_users_own(
    asked: Asked, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From any folder; from its own, too, where the name is shorter."""
    file = tmp_path / name
    file.write_text(QUICK)
    job = job_of(lessons_of([str(file), "Quick"])[0], parameters("BowlDescent", input=3), Request(), "video", None)
    assert asked(command_of(facts(job))) == [job]
    assert str(file) in shlex.split(command_of(facts(job)))
    monkeypatch.chdir(tmp_path)
    assert asked(command_of(facts(job))) == [job]
    assert str(tmp_path) not in command_of(facts(job))


OWN = """\
from manim import Scene
from scenes.stage.direction.scene import LectureScene
from tests.lecture.test_remake_command import Steep

class Nothing(Scene): ...

class Own(LectureScene):
    params = Steep()
"""


def test_other_kinds_of_parameters(asked: Asked, tmp_path: Path) -> None:
    """Scenes without parameters, and such with texts, truths and lists, all of which are said."""
    file = tmp_path / "own.py"
    file.write_text(OWN)
    for name, values in (
        ("Nothing", None),
        ("Own", Steep(words="it's \\ $1 <b>ü</b>", shown=False, sizes=(1, 0.5))),
    ):
        job = job_of(lessons_of([str(file), name])[0], values, Request(), "clips", None)
        assert [asdict(one) for one in asked(command_of(facts(job)))] == [asdict(job)]


def test_looking_at_a_record_runs_no_code(tmp_path: Path) -> None:
    """A file that is gone, or anything but a scene, is named all the same."""
    file = tmp_path / "bad.py"
    file.write_text("raise SystemExit('run')")
    one = {**facts(the_job()), "file": str(file), "scene": "Bad", "parameters": {"pace": 1}}
    assert command_of(one) == f"lecture render {file} Bad --set pace=1 -q h"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "talk"},
        {"kind": "film"},
        {"quality": "x"},
        {"theme": None},
        {"transparent": "perhaps"},
        {"parameters": {"no_such": 1}},
        {"parameters": {"alpha": "1"}},
        {"parameters": [1]},
        {"scene": "NoSuch"},
        {"file": "own.py", "parameters": {"pace": None}},
    ],
)
def test_a_record_that_says_something_else_is_refused(change: dict[str, Any]) -> None:
    """In a line: it is damaged, or the scene is no more what it was."""
    with pytest.raises(ParameterError) as refused:
        command_of({**facts(the_job()), **change})
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("key", ["scene", "file", "parameters", "kind", "quality", "theme", "format", "section"])
def test_a_record_that_is_not_complete_is_refused(key: str) -> None:
    """The line says what is missing."""
    with pytest.raises(ParameterError, match=key):
        command_of({name: value for name, value in facts(the_job()).items() if name != key})
