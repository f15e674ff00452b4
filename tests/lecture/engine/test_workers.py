"""Workers draw one job after the other; whoever turns a knob sees the newest picture."""

import os
import signal
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

import scenes
from lecture.engine.job import Job, Made
from lecture.engine.live import Live
from lecture.engine.workers import Worker, Workers
from tests.lecture.lecture_command import QUICK
from tests.lecture.test_interrupts import children


def a_still(section: str = "bowl", **changes: Any) -> Job:
    """Return the job of a still of a bowl with some parameters changed; they are not checked."""
    parameters = {**scenes.BowlDescent.params.model_dump(mode="json"), **changes}
    return Job("BowlDescent", "still", parameters, quality="l", section=section)


def pixels(made: Made) -> Any:
    """Return the picture that was made."""
    assert not made.error, made.error
    return np.asarray(Image.open(BytesIO(made.files[".png"])))


def is_running(pid: int) -> bool:
    """Tell whether there is such a process, or what is left of one that nobody has waited for."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture(scope="module")
def workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workers]:
    """Lend workers that put what is unfinished into a folder of their own."""
    with Workers(str(tmp_path_factory.mktemp("work"))) as lent:
        yield lent


def begun(workers: Workers, job: Job) -> tuple[int, Made]:
    """Draw a job, and return the number of the process that did, too."""
    worker = workers.begin(job)
    try:
        return worker.pid, worker.answer()
    finally:
        workers.take_back(worker)


def test_the_next_job_needs_no_new_process(workers: Workers) -> None:
    """Another parameter makes another picture, and the first one again the same."""
    first, before = begun(workers, a_still(input=2))
    second, other = begun(workers, a_still(input=3))
    third, again = begun(workers, a_still(input=2))
    assert first == second == third
    assert (pixels(before) != pixels(other)).any()
    assert (pixels(before) == pixels(again)).all()


def test_a_process_that_died_at_rest_costs_no_job(workers: Workers) -> None:
    """The next job is drawn by another."""
    first, _ = begun(workers, a_still(input=2))
    os.kill(first, signal.SIGKILL)
    os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
    second, made = begun(workers, a_still(input=2))
    assert first != second
    assert pixels(made).any()


def test_themes_and_renderers_do_not_stay(workers: Workers) -> None:
    """What one job is drawn in, the next one is not."""
    dark, plain = a_still(), Job(**{**vars(a_still()), "renderer": "plain"})
    light = Job(**{**vars(a_still()), "theme": "light"})
    grounds = [pixels(workers.draw(job))[0, 0, :3].mean() for job in (dark, light, plain, dark)]
    assert grounds[0] == grounds[2] == grounds[3] < 128 < grounds[1]


@pytest.mark.parametrize(
    ("job", "said"),
    [
        (a_still(input="two"), "input"),
        (a_still("nowhere"), "BowlDescent has no section nowhere"),
        (Job("Nothing", "still", section="bowl"), "Nothing"),
    ],
)
def test_what_cannot_be_drawn_comes_back_as_an_error(workers: Workers, job: Job, said: str) -> None:
    """It is told in a line, and the next job is drawn all the same."""
    made = workers.draw(job)
    assert said in made.error
    assert "\n" not in made.error
    assert not made.files
    assert pixels(workers.draw(a_still())).any()


def test_a_file_of_the_users_is_never_imported_where_something_was_drawn(workers: Workers, tmp_path: Path) -> None:
    """Nor is anything drawn after it: who knows what it has changed."""
    (tmp_path / "own.py").write_text(QUICK)
    parameters = scenes.BowlDescent.params.model_dump(mode="json")
    own = Job(
        "Quick", "still", parameters, quality="l", section="curve", file=str(tmp_path / "own.py"), source=QUICK
    )
    numbers = [begun(workers, job) for job in (a_still(), own, own, a_still())]
    assert not any(made.error for _, made in numbers)
    first, *others = [number for number, _ in numbers]
    assert others[-1] == first
    assert len({first, *others}) == 3


def test_no_process_is_left(tmp_path: Path) -> None:
    """Nor anything in the folder for what is unfinished, whether a job went well or the process was killed."""
    with Workers(str(tmp_path)) as lent:
        well, made = begun(lent, a_still())
        assert not made.error
        killed = lent.begin(a_still())
        assert killed.pid == well
        os.kill(killed.pid, signal.SIGKILL)
        assert killed.answer().error == "its process ended with the signal 9 (was the memory full?)"
        lent.take_back(killed)
        anew, made = begun(lent, a_still())
        assert anew != well
        assert not made.error
    assert not is_running(well)
    assert not is_running(anew)
    assert not [*tmp_path.iterdir()]


def test_a_job_that_is_dropped_is_answered_soon(tmp_path: Path) -> None:
    """A video that would take hours ends with an error, and leaves nothing."""
    parameters = {**scenes.BowlDescent.params.model_dump(mode="json"), "pace": 10}
    worker = Worker()
    worker.begin(Job("BowlDescent", "video", parameters, quality="16000x9000@1000"), str(tmp_path))
    worker.drop()
    made = worker.answer()
    worker.end()
    assert made.error == "it was dropped for another"
    assert not [*tmp_path.iterdir()]


def test_who_turns_a_knob_gets_the_newest_picture(tmp_path: Path) -> None:
    """What was asked for before is cancelled, whether it waits or is drawn; a crash is told, and forgotten."""
    with Live(str(tmp_path)) as live:
        asked = [live.ask(a_still("log", input=1 + i / 10)) for i in range(4)]
        newest = asked[-1].result(timeout=120)
        assert [one.cancelled() for one in asked] == [True, True, True, False]
        crashed = live.ask(a_still("log", input=2, iterations=3))
        (process,) = children(Path.cwd())
        os.kill(int(process), signal.SIGKILL)
        assert "signal 9" in crashed.result(timeout=120).error
        again = live.ask(a_still("log", input=1.3)).result(timeout=120)
    assert (pixels(again) == pixels(newest)).all()
    assert not [*tmp_path.iterdir()]
