"""Commands that share folders, or whose folders lie in each other: each touches only what it wrote itself."""

import itertools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from lecture.engine.clip_index import INDEX
from lecture.engine.clip_store import ClipStore
from lecture.engine.job import Job
from lecture.engine.placing import put
from lecture.engine.store import Store
from lecture.slides import gallery
from lecture.slides.talk import Talk, files_of
from tests.lecture.lecture_command import contents
from tests.lecture.slides.finished_files import a_job, facts
from tests.lecture.slides.samples import scene_clips

NAME = "BowlDescent"
FORMS = {"html": "talk.html", "pptx": "talk.pptx", "md": "talk.md", "beamer": "talk.tex"}
COMMANDS = [*FORMS, "film", "gallery", "render", "clips"]
PAIRS = [*itertools.combinations(COMMANDS, 2)]
USERS = {"notes.txt": b"mine", "media/mine.mp4": b"mine too", "index.html": b"a page of mine"}


@dataclass(frozen=True)
class Round:
    """What the commands make in one round: clips in a folder, and a talk of them."""

    talk: Talk

    @cached_property
    def files(self) -> dict[str, Mapping[str, bytes | Path]]:
        """The files of talks and of a film."""
        found = {form: files_of(self.talk, form, name) for form, name in FORMS.items()}
        film = {end: f"{end} {self.talk.title}".encode() for end in (".srt", ".vtt", ".txt")}
        film = {".mp4": self.content(".mp4"), **film}
        found["film"] = {f"film{end}": content for end, content in film.items()}
        return {**found}

    def content(self, ending: str) -> bytes:
        """Return what stands in a file of the first clip."""
        return self.talk.file(self.talk.scenes[0].clips[0], ending).read_bytes()


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    """Two rounds: the files of one command have the same names in both, and something else in them."""
    made = []
    for theme in ("dark", "light"):
        folder = tmp_path_factory.mktemp(theme)
        scene = scene_clips(folder, NAME, ["log"], text=theme, theme=theme, seconds=0.2)
        scene = scene.model_copy(update={"record": facts(a_job(), kind="clips", host=theme)})
        made.append(Round(Talk(theme, (scene,), folder)))
    return made


def run(command: str, out: Path, folder: Path, made: Round) -> list[str]:
    """Do what a command does when it has drawn what it needs; return what it says of files that made room."""
    if command == "render":
        said = json.dumps(facts(a_job(), host=made.talk.title)).encode()
        return put_by(Store(out), {".mp4": made.content(".mp4"), ".srt": made.content(".srt"), ".json": said})
    if command == "clips":
        (scene,) = made.talk.scenes
        clips = {Path(file).name: made.talk.folder / file for clip in scene.clips for file in clip.files.values()}
        files = {name: file.read_bytes() for name, file in clips.items()}
        index = scene.model_dump_json().encode()
        return put_by(ClipStore(out / "clips", {NAME: Job(NAME, "clips")}), {**files, INDEX: index})
    store = Store(out)
    if command == "gallery":
        put(gallery.files_of(out, made.talk.title), folder, store, command, forget=True)
    else:
        put(made.files[command], folder, store, "film" if command == "film" else "deck")
    return store.kept


def put_by(store: Store, files: Mapping[str, bytes]) -> list[str]:
    with store.work() as work:
        store.put(NAME, files, work)
    return store.kept


def there(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, but for what is unfinished and remembered."""
    return {name: content for name, content in contents(folder).items() if content and ".work" not in name}


@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
@pytest.mark.parametrize("beside", ["", pytest.param("clips", marks=pytest.mark.slow)])
@pytest.mark.parametrize("folders", [("", ""), ("", "media"), ("media", "")], ids=str)
def test_each_touches_nothing_but_its_own(
    pair: tuple[str, str], folders: tuple[str, str], beside: str, rounds: list[Round], tmp_path: Path
) -> None:
    """What the other wrote, and what is the user's, stays; what it wrote itself is replaced, without a copy."""
    out = tmp_path / "renders"
    calls = {command: out / beside / folder for command, folder in zip(pair, folders, strict=True)}
    for folder, (name, content) in itertools.product(calls.values(), USERS.items()):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (out / "seen.mp4").write_bytes(rounds[0].content(".mp4"))  # a gallery has something to show
    (out / "seen.json").write_text(json.dumps(facts(a_job())))
    (out / "film.json").write_text(json.dumps(facts(a_job(), kind="film")))
    own: dict[str, set[str]] = {command: set() for command in calls}
    kept: set[str] = set()
    for made, (command, folder) in itertools.product(rounds, calls.items()):
        before = there(out)
        said = run(command, out, folder, made)
        after = there(out)
        for name in {name for name in before if after.get(name) != before[name]} - own[command]:
            assert (command, before[name]) == ("gallery", USERS["index.html"])
            kept.add(name.replace("index", "index-before-1"))
            assert said == [f"{out / name}: what was there is kept as index-before-1.html"]
        own[command] |= {name for name in after if after[name] != before.get(name)} - kept
        assert {name for name in after if "-before-" in name} == kept
        assert all(after[name] == USERS["index.html"] for name in kept)
        assert own[command]
