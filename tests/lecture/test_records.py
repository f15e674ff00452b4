"""A record may come from anybody: it runs no file but what it was made from, and says nothing unchecked."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest

from tests.lecture.lecture_command import QUICK, Done
from tests.lecture.refusals import ALL, NOT_OURS, SECTIONS, Case, refused

NO_QUALITY = "there is no quality lm; there are l, m, h, p, k, and sizes such as 1000x1000@24"
AGAIN = "it cannot be made again from its record"
DEEP = "[" * 3000 + "]" * 3000
LONG = "long" * 70
SPY = f"{QUICK}\n\nfrom pathlib import Path\n\nPath('ran').touch()\n"
"""A scene file that leaves a trace where it is run."""
RECORD = {
    "scene": "BowlDescent",
    "file": None,
    "parameters": {"input": 2},
    **{"kind": "video", "quality": "l", "theme": "dark", "format": "mp4", "transparent": False, "section": None},
}


def like(error: str, **changes: Any) -> Case:
    """Return a case of a record that says something else."""
    return Case("render --like a.json", f"a.json: {error}", {"a.json": json.dumps({**RECORD, **changes})})


CASES = [
    Case("render --like a.json", f"a.json: {NOT_OURS}", {"a.json": DEEP}),
    Case("render --like a.json", f"a.json: {NOT_OURS}", {"a.json": f'{{"scene": {DEEP}}}'}),
    Case("render --like a.json", f"a.json: {AGAIN}: file is missing", {"a.json": '{"scene": "BowlDescent"}'}),
    like(
        "its scene Quick was in /gone/quick.py: there is no such file; put it back there",
        scene="Quick",
        file="/gone/quick.py",
    ),
    like(
        f"its scene Quick was in {LONG}.py: it cannot be read (file name too long); put it back there",
        scene="Quick",
        file=f"{LONG}.py",
    ),
    like(f"{AGAIN}: file = '/etc/passwd': it should match pattern '\\.py$'", file="/etc/passwd"),
    like(f"there is no scene own.py; there are {ALL}", scene="own.py"),
    like(f"{AGAIN}: scene = '--out=a': it should match pattern '^[^-]'", scene="--out=a"),
    like(f"{AGAIN}: scene = 1: it should be a valid string", scene=1),
    like(f"{AGAIN}: quality = 'lm': {NO_QUALITY}", quality="lm"),
    like(f"{AGAIN}: theme = 'red': it should be 'dark' or 'light'", theme="red"),
    like(f"{AGAIN}: format = 'exe': it should be 'mp4', 'gif' or 'webm'", format="exe"),
    like(
        f"{AGAIN}: kind = 'nonsense': it should be 'video', 'clips', 'still', 'storyboard' or 'film'",
        kind="nonsense",
    ),
    like(f"{AGAIN}: transparent = 'perhaps': it should be a valid boolean", transparent="perhaps"),
    like(f"{AGAIN}: parameters = [1]: it should be a valid dictionary", parameters=[1]),
    like("its record does not mention parameters", parameters=None),
    like(f"{AGAIN}: a still has a section", kind="still"),
    like("its record does not name any scenes", kind="film"),
    like(
        f"{AGAIN}: scenes[0].quality = 'lm': {NO_QUALITY}",
        kind="film",
        scenes=[{**RECORD, "quality": "lm"}],
    ),
    like(f"BowlDescent has no section nope; there are {SECTIONS}", kind="still", section="nope"),
    like("its parameters: there is no parameter inptu; did you mean input?", parameters={"inptu": 2}),
    like("its parameters: input = 5000: it should be less than or equal to 1000", parameters={"input": 5000}),
    Case(
        "render --like a.json",
        "a.json: a clip can be made again with: lecture clips BowlDescent --set input=2 -q l",
        {"a.json": json.dumps({**RECORD, "kind": "clips"})},
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.error[:60])
def test_what_a_record_cannot_say_is_refused(case: Case, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """The line says what it is, and what is allowed."""
    assert refused(case, tmp_path, warm) == case.error + "\n"


def spied(folder: Path, **changes: Any) -> str:
    """Put a scene file into a folder, and return a record that names it."""
    (folder / "own.py").write_text(SPY)
    return json.dumps({**RECORD, "scene": "Quick", "file": str(folder / "own.py"), **changes})


def not_run(folder: Path, command: str) -> str:
    """Return what is said of the scene file: its name, and what to type."""
    told = f"{folder / 'own.py'} is not what this was made from, so it was not run"
    return f"{told}; if you trust it, type: {command}\n"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"source_digest": None},
        {"source_digest": ""},
        {"source_digest": hashlib.sha256(QUICK.encode()).hexdigest()},
        {"source_digest": hashlib.sha256(SPY.encode()).hexdigest().upper()},
    ],
    ids=["none", "null", "empty", "of another", "in capitals"],
)
def test_a_file_that_is_not_what_it_was_is_not_run(
    changes: dict[str, Any], tmp_path: Path, warm: Callable[..., Done]
) -> None:
    """It is named, and so is the command that runs it all the same."""
    case = Case("render --like a.json", "", {"a.json": spied(tmp_path, **changes)})
    command = "lecture render own.py Quick --set input=2 -q l"
    assert refused(case, tmp_path, warm) == f"a.json: {not_run(tmp_path, command)}"


@pytest.mark.parametrize(
    "changes", [{"parameters": {"input": [0.5] * 1000}}, {"scene": "Quick\x1b[8m"}], ids=["long", "unreadable"]
)
def test_a_command_that_cannot_be_read_is_not_told(
    changes: dict[str, Any], tmp_path: Path, warm: Callable[..., Done]
) -> None:
    """Its beginning is."""
    case = Case("render --like a.json", "", {"a.json": spied(tmp_path, **changes)})
    assert refused(case, tmp_path, warm) == f"a.json: {not_run(tmp_path, 'lecture render FILE.py SCENE …')}"


def test_a_video_is_asked_what_it_was_made_from(tmp_path: Path, warm: Callable[..., Done]) -> None:
    """Its metadata come from anybody, too."""
    with av.open(str(tmp_path / "a.mp4"), "w") as video:
        video.metadata["comment"] = spied(tmp_path)
        stream = video.add_stream("libx264", rate=4)
        stream.width = stream.height = 64
        video.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8))))
        video.mux(stream.encode(None))
    command = "lecture render own.py Quick --set input=2 -q l"
    assert refused(Case("render --like a.mp4", ""), tmp_path, warm) == f"a.mp4: {not_run(tmp_path, command)}"


@pytest.mark.parametrize("name", ["own.py", "./own.py"])
def test_a_name_that_is_a_file_is_no_scene(name: str, tmp_path: Path, warm: Callable[..., Done]) -> None:
    """It is not run."""
    case = Case("render --like a.json", "", {"a.json": spied(tmp_path, scene=name, file=None)})
    assert refused(case, tmp_path, warm) == f"a.json: there is no scene {name}; there are {ALL}\n"
