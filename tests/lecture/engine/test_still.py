"""A still of one section is drawn without the sections before it, where they are beats."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from manim import Dot
from PIL import Image

from lecture.engine.job import Job
from lecture.engine.still import pictures
from scenes.settings.errors import ParameterError
from scenes.stage.direction.beat import Beat
from scenes.stage.direction.scene import LectureScene


class Told(LectureScene):
    """Two beats; to tell the first would be an error."""

    def beats(self) -> tuple[Beat, ...]:
        return Beat("first", "", list, self.fail), Beat("second", "", self.place, lambda: self.wait(1))

    def fail(self) -> None:
        raise RuntimeError("the first beat is told")

    def place(self) -> None:
        self.add(Dot(radius=2, color="#ffffff"))


def drawn(section: str | None, folder: Path, **more: Any) -> np.ndarray:
    """Return a still of a section, or of all on one sheet."""
    kind = "still" if section else "storyboard"
    job = Job("Told", kind, parameters={"pace": 1.0}, quality="l", section=section, **more)
    pictures(Told, job, folder, lambda _: None)
    with Image.open(folder / "picture.png") as picture:
        return np.asarray(picture.convert("RGB"))


def test_beats_before_the_section_are_not_told(tmp_path: Path) -> None:
    """The picture is that of the second beat, in which a white dot stands in the middle."""
    picture = drawn("second", tmp_path)
    assert (picture[picture.shape[0] // 2, picture.shape[1] // 2] > 250).all()


def test_other_sections_are_looked_for_in_the_whole_scene(tmp_path: Path) -> None:
    """What is no beat may be a section that comes with the others, so all are told until it is found."""
    with pytest.raises(RuntimeError, match="the first beat is told"):
        drawn("third", tmp_path)
    with pytest.raises(RuntimeError, match="the first beat is told"):
        drawn("first", tmp_path)


def test_a_section_that_is_nowhere_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told which there are."""
    monkeypatch.setattr(Told, "fail", lambda self: self.wait(1))
    with pytest.raises(ParameterError, match="no section third; there are first, second"):
        drawn("third", tmp_path)


def test_a_sheet_is_as_light_as_its_job_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever is set around it: a job says everything that its pictures depend on."""
    monkeypatch.setattr(Told, "fail", lambda self: self.wait(1))
    monkeypatch.setenv("LECTURE_THEME", "dark")
    corners = [drawn(None, tmp_path, theme=theme)[0, 0].mean() for theme in ("dark", "light")]
    assert corners[0] < 128 < corners[1]
