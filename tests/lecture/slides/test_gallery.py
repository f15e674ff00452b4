"""The gallery: what it shows, what it leaves out, and that it needs nothing but its own folder."""

import json
import re
import shutil
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import av
import pytest
from PIL import Image

from lecture.engine.clip_index import INDEX, Clip
from lecture.engine.placing import put
from lecture.engine.plain_text import plain
from lecture.engine.provenance import read
from lecture.engine.remake_command import command_of
from lecture.engine.store import Store
from lecture.slides.gallery import files_of
from scenes.settings.errors import ParameterError
from tests.lecture.lecture_command import contents, lecture
from tests.lecture.slides.finished_files import ODD, a_job, facts, filled, gif_of, put_clips
from tests.lecture.slides.samples import NASTY, scene_clips


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of finished files with one of everything."""
    return filled(tmp_path_factory.mktemp("made") / "renders")


@pytest.fixture(scope="module")
def place(out: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a gallery, with a name as odd as any."""
    place = tmp_path_factory.mktemp("page") / "a #1 100% ü"
    put(files_of(out, plain(NASTY)), place, Store(out), "gallery")
    return place


class Seen(HTMLParser):
    """Reads a page: its tags with their attributes, and its texts."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def seen(place: Path) -> Seen:
    """Return what stands in a page."""
    return Seen((place / "index.html").read_text(encoding="utf-8"))


def test_it_shows_what_says_where_it_comes_from(place: Path) -> None:
    """Scene by scene; what has no record, or one that is damaged, is left out without a word."""
    shown = {unquote(one["src"]).rpartition("/")[2] for tag in ("source", "img") for one in seen(place).all(tag)}
    assert shown >= {"BowlDescent-input=2.mp4", f"{ODD}.mp4", "RodsInABox.gif", "AlphaDamping-storyboard.png"}
    assert {"unknown.mp4", "damaged.mp4", "cut.mp4"}.isdisjoint(shown)
    assert len(seen(place).all("video")) == 2 + 3 + 2
    texts = seen(place).texts
    assert "3 videos, 5 clips, 2 pictures" in texts
    order = [
        texts.index(one) for one in ("Rods in a box", "Descending the bowl", "Alpha: damping the step", "Steep")
    ]
    assert order == sorted(order)


def test_all_that_it_needs_is_in_its_folder(place: Path, out: Path) -> None:
    """Every address leads to a file in it, and that is what it says it is; nothing else is there."""
    page = seen(place)
    addresses = [one[key] for _, one in page.tags for key in ("src", "href", "poster") if key in one]
    files = {place / unquote(one) for one in addresses if not one.startswith(("data:", "#"))}
    assert {place / name for name, content in contents(place).items() if content} == files | {place / "index.html"}
    assert all(re.fullmatch(r"[\w./%-]+", one) for one in addresses if not one.startswith(("data:", "#")))
    anchors = {one["id"] for _, one in page.tags if "id" in one}
    assert {one[1:] for one in addresses if one.startswith("#")} <= anchors
    video = "media/BowlDescent-input=2.mp4"
    assert (place / video).read_bytes() == (out / "BowlDescent-input=2.mp4").read_bytes()
    with (
        Image.open(place / "made/BowlDescent-input=2.mp4.png") as poster,
        av.open(str(place / video)) as container,
    ):
        *_, last = container.decode(video=0)
        assert poster.convert("RGB").tobytes() == last.to_image().tobytes()


def test_texts_and_names_stand_there_as_they_are(place: Path) -> None:
    """Whatever their characters; the page has one script, its own."""
    page = seen(place)
    assert len(page.all("script")) == 1
    texts = [" ".join(one.split()) for one in page.texts]
    assert texts.count(plain(NASTY)) >= 4  # the titles of page and scene, their headings, and a section
    assert plain(f"What it is about: {NASTY}.") in texts
    alts = [one["aria-label"] for one in page.all("video")]
    assert any(plain(f"{NASTY}: {NASTY}.") in one for one in alts)


def test_it_says_how_each_was_made(place: Path, out: Path) -> None:
    """By the command line that makes it again; for what is called like no scene there is none."""
    (page,) = re.findall("<main.*</main>", (place / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    codes = ["".join(Seen(code).texts) for code in re.findall("<code.*?</code>", page, re.DOTALL)]
    records = [json.loads(file.read_text()) for file in out.glob("*.json") if file.stem not in ("damaged", "cut")]
    expected = [command_of(read(one, "a.json")) for one in records] + [
        "lecture clips BowlDescent --set alpha=0.5 -q l"
    ]
    assert sorted(codes) == sorted(expected)
    assert {"Video: input = 2", "Clips: alpha = 0.5", "Still: log", "Storyboard"} <= {*seen(place).texts}


def test_a_command_that_a_terminal_would_obey_is_not_offered(tmp_path: Path) -> None:
    """What ends a paste, and what follows it, stands in no command."""
    Image.new("RGB", (8, 8)).save(tmp_path / "odd.png")
    said = facts(a_job(), kind="still", section="a\x1b[201~\nreboot\n")
    (tmp_path / "odd.png.json").write_text(json.dumps(said))
    page = Seen(str(files_of(tmp_path, "")["index.html"], "utf-8"))
    assert len(page.all("img")) == 1
    assert page.all("code") == []


def test_clips_in_several_formats_are_made_again_in_each(tmp_path: Path) -> None:
    """The one that browsers play is shown; the gif is there to be downloaded."""
    bowl = scene_clips(tmp_path / "clips", "BowlDescent", ["log"])
    gif = gif_of(tmp_path / "clips" / bowl.clips[0].files[".mp4"])
    clip = bowl.clips[0].model_copy(update={"files": {**bowl.clips[0].files, ".gif": f"BowlDescent/{gif.name}"}})
    said = facts(a_job(), kind="clips", format="gif")
    put_clips(tmp_path, bowl.model_copy(update={"record": said, "clips": (clip,)}))
    page = Seen(str(files_of(tmp_path, "")["index.html"], "utf-8"))
    assert [one["src"] for one in page.all("source")] == ["media/clips/BowlDescent/1-log.mp4"]
    assert [one.get("download") for one in page.all("a")].count("BowlDescent-1-log.gif") == 1
    codes = [one["id"] for one in page.all("code")]
    assert len(codes) == 2
    text = "".join(page.texts)
    assert "lecture clips BowlDescent -q l" in text
    assert "lecture clips BowlDescent -q l --format gif" in text


@pytest.mark.parametrize("file", ["../secret.mp4", "BowlDescent/../../secret.mp4", "{out}/secret.mp4"])
def test_what_lies_elsewhere_is_not_copied(file: str, tmp_path: Path) -> None:
    """An index may come from anybody; what it names outside of its folder stays there."""
    bowl = scene_clips(tmp_path / "clips", "BowlDescent", ["curve", "log"])
    shutil.copyfile(tmp_path / "clips" / bowl.clips[0].files[".mp4"], tmp_path / "secret.mp4")

    def moved(clip: Clip) -> Clip:
        return clip.model_copy(update={"files": {**clip.files, ".mp4": file.format(out=tmp_path)}})

    put_clips(tmp_path, bowl.model_copy(update={"clips": (moved(bowl.clips[0]), bowl.clips[1])}))
    found = files_of(tmp_path, "")
    assert [one for one in found if one.endswith(".mp4")] == ["media/clips/BowlDescent/2-log.mp4"]


def test_links_lead_nowhere_else(tmp_path: Path) -> None:
    """What somebody has linked into a folder of clips that he gave away is not copied for all to see."""
    bowl = scene_clips(tmp_path / "clips", "BowlDescent", ["curve"])
    (tmp_path / "secret").write_text("mine")
    words = tmp_path / "clips" / bowl.clips[0].files[".txt"]
    words.unlink()
    words.symlink_to(tmp_path / "secret")
    put_clips(tmp_path, bowl)
    found = files_of(tmp_path, "")
    assert "media/clips/BowlDescent/1-curve.mp4" in found
    assert "media/clips/BowlDescent/1-curve.txt" not in found


def test_clips_that_are_damaged_or_gone_are_left_out(tmp_path: Path) -> None:
    """The others of their scene are shown; so are those without captions or poster."""
    bowl = scene_clips(tmp_path / "clips", "BowlDescent", ["curve", "steps", "log", "end"])
    files = [{ending: tmp_path / "clips" / file for ending, file in one.files.items()} for one in bowl.clips]
    files[0][".mp4"].unlink()
    files[1][".mp4"].write_bytes(b"no video")
    for ending in (".png", ".srt", ".vtt", ".txt"):
        files[2][ending].unlink()
    bare = bowl.clips[2].model_copy(update={"captions": (), "transcript": ""})
    bowl = bowl.model_copy(update={"clips": (*bowl.clips[:2], bare, bowl.clips[3])})
    nobody_knows = scene_clips(tmp_path / "clips", "Unknown").model_copy(update={"record": {"scene": "Unknown"}})
    put_clips(tmp_path, bowl, nobody_knows)
    page = Seen(str(files_of(tmp_path, "")["index.html"], "utf-8"))
    assert [one.get("poster") for one in page.all("video")] == [None, "media/clips/BowlDescent/4-end.png"]
    assert len(page.all("track")) == 1


@pytest.mark.parametrize("record", [None, "{}", '{"scene": "BowlDescent"}'], ids=["none", "empty", "damaged"])
def test_where_there_is_nothing_to_show_it_says_so(record: str | None, tmp_path: Path) -> None:
    """In a line, with the folder that it looked into."""
    Image.new("RGB", (8, 8)).save(tmp_path / "me.png")
    if record:
        (tmp_path / "me.png.json").write_text(record)
    with pytest.raises(
        ParameterError, match=r"^\S+: no file in it says how it was made; first .*clips --out \S+$"
    ):
        files_of(tmp_path, "")


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """A record that is nested deep, a picture that is none; the others are shown."""
    good = json.dumps(facts(a_job(), kind="storyboard"))
    for name, said in (("deep", "[" * 3000 + "]" * 3000), ("none", good), ("good", good)):
        Image.new("RGB", (8, 8)).save(tmp_path / f"{name}.png")
        (tmp_path / f"{name}.png.json").write_text(said)
    (tmp_path / "none.png").write_text("x")
    page = Seen(str(files_of(tmp_path, "")["index.html"], "utf-8"))
    assert [one["src"] for one in page.all("img")] == ["media/good.png"]


def test_where_nothing_was_made_it_says_what_to_do(tmp_path: Path) -> None:
    """No page is written."""
    done = lecture("gallery", "--out", "my videos", cwd=tmp_path)
    expected = (
        "my videos: there is no such folder; first make something to show: lecture clips --out 'my videos'\n"
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "", expected)
    assert contents(tmp_path) == {}


def test_an_index_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """All clips would be missing."""
    (tmp_path / "clips").mkdir()
    (tmp_path / "clips" / INDEX).write_text("{")
    with pytest.raises(ParameterError, match=r"clips\.json"):
        files_of(tmp_path, "")


def test_the_command_makes_the_same_page_again(tmp_path: Path) -> None:
    """Into the folder beside the clips, or another one; nothing is kept of a page that nobody has changed."""
    filled(tmp_path / "renders")
    for _ in range(2):
        done = lecture("gallery", "--title", "Bowls & more", cwd=tmp_path)
        assert (done.returncode, done.stdout) == (0, "renders/gallery/index.html\n"), done.stderr
    assert not any("before" in name for name in contents(tmp_path / "renders/gallery"))
    assert lecture("gallery", "--title", "Bowls & more", "-o", "page", cwd=tmp_path).returncode == 0
    assert contents(tmp_path / "page") == contents(tmp_path / "renders/gallery")
