"""`lecture film`: one video of title cards and clips, with chapters, captions and a contents list."""

import itertools
import json
import shlex
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import srt

import scenes
from lecture.engine.clip_index import SceneClips, index_of
from lecture.engine.provenance import read
from lecture.engine.remake_command import command_of
from tests.fastcairo.test_video import boxes
from tests.lecture.lecture_command import QUICK, lecture

NASTY = r"""It's "a" #b $c$ *d* _e_ @f <g> \h & `i` [j] // 🎉"""
SCENES = f"""from manim import *
{QUICK}

class Long(Quick):
    title = "{"Alpha damps the step 🎉 " * 13}"


class Bare(Scene):
    def construct(self):
        self.play(Create(Square()), run_time=0.2)


class Nasty(Bare):
    r'''Of {NASTY}.'''
    title = r'''{NASTY}'''

    def construct(self):
        self.next_section("first")
        super().construct()
        self.next_section("a_#section:")
        super().construct()
"""
RATE = 15


@dataclass(frozen=True)
class Film:
    """A film that was made, and what it was made of."""

    folder: Path

    @property
    def file(self) -> Path:
        """The film."""
        return self.folder / "all.mp4"

    @cached_property
    def scenes(self) -> list[SceneClips]:
        """The clips, in the order in which they were asked for."""
        found = {one.scene: one for one in index_of(self.folder / "renders" / "clips").scenes}
        return [found[name] for name in ("Quick", "Nasty", "Long", "Bare") if name in found]

    @cached_property
    def packets(self) -> list[Any]:
        """What the film consists of, in the order in which it is decoded."""
        with av.open(str(self.file)) as container:
            return [packet for packet in container.demux(video=0) if packet.pts is not None]

    @cached_property
    def chapters(self) -> list[tuple[str, int, int]]:
        """The chapters: their titles, and the frames at which they start and end."""
        with av.open(str(self.file)) as container:
            found = []
            for one in container.chapters():
                times = [one[edge] * one["time_base"] * RATE for edge in ("start", "end")]
                assert np.allclose(np.array(times, float), np.round(np.array(times, float)), atol=1e-4)
                found.append((one["metadata"]["title"], *map(round, times)))
            return found

    @cached_property
    def clip_starts(self) -> list[int]:
        """The frame at which each clip starts: its chapter ends with it, and a card may come before."""
        clips = [clip for scene in self.scenes for clip in scene.clips]
        return [end - clip.frames for (_, _, end), clip in zip(self.chapters[1:], clips, strict=True)]

    def text(self, ending: str) -> str:
        """What stands in a file beside the film."""
        return self.file.with_suffix(ending).read_text(encoding="utf-8")


def film(folder: Path, **variables: str) -> Film:
    (folder / "own.py").write_text(SCENES)
    words = ("own.py", "Quick", "Nasty", "Long", "Bare", "-q", "l", "--title", NASTY, "-o", "all.mp4")
    done = lecture("film", *words, cwd=folder, **variables)
    assert done.returncode == 0, done.stderr
    return Film(folder)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Film:
    return film(tmp_path_factory.mktemp("film"))


def frames_of(file: Path) -> Any:
    with av.open(str(file)) as container:
        return np.array([frame.to_ndarray(format="yuv420p") for frame in container.decode(video=0)])


def test_it_is_an_ordinary_video(made: Film) -> None:
    """H.264 High, yuv420p, no sound, a constant rate, and the index in front."""
    with av.open(str(made.file)) as container:
        stream = container.streams.video[0]
        assert (stream.codec_context.name, stream.profile, stream.pix_fmt) == ("h264", "High", "yuv420p")
        assert (stream.width, stream.height) == (854, 480)
        assert stream.average_rate == stream.base_rate == RATE
        assert len(container.streams.video) == 1
        assert not container.streams.audio
    assert [name for name in boxes(made.file) if name != "free"] == ["ftyp", "moov", "mdat"]


def constant(packets: list[Any]) -> bool:
    """Tell whether one frame follows another, and each is decoded by the time it is shown."""
    places = sorted(packet.pts * packet.time_base * RATE for packet in packets)
    decoded = [packet.dts * packet.time_base * RATE for packet in packets]
    return (
        places == list(range(len(packets)))
        and decoded == list(range(int(decoded[0]), int(decoded[0]) + len(packets)))
        and all(packet.dts <= packet.pts for packet in packets)
        and {packet.duration * packet.time_base * RATE for packet in packets} == {1}
    )


def test_frame_follows_frame(made: Film) -> None:
    """There are neither gaps nor overlaps at the joints, and no frame is missing."""
    assert constant(made.packets)
    assert len(made.packets) == made.chapters[-1][2]


def test_chapters_cover_the_film(made: Film) -> None:
    """The film's own card is one, then each section is; a card belongs to the first section of its scene."""
    long = f"{made.scenes[2].title}: curve"
    assert len(long.encode()) > 255
    shortened = made.chapters[5][0]
    assert shortened.endswith("…")
    assert long.startswith(shortened[:-1])
    assert 250 <= len(shortened.encode()) <= 255
    titles = [title for title, _, _ in made.chapters]
    assert titles[:5] == [
        NASTY,
        "Descending the bowl: curve",
        "Descending the bowl: numbers",
        f"{NASTY}: first",
        f"{NASTY}: a #section:",
    ]
    assert titles[7:] == ["Bare"]  # its only section has no name
    assert made.chapters[0][1] == 0
    for (_, _, end), (_, start, _) in itertools.pairwise(made.chapters):
        assert end == start
    assert made.chapters[-1][2] == len(made.packets)


def test_cards_take_three_to_six_seconds(made: Film) -> None:
    """As long as there is to be read."""
    clips = [clip for scene in made.scenes for clip in scene.clips]
    cards = [made.chapters[0][2]] + [
        end - start - clip.frames
        for (_, start, end), clip in zip(made.chapters[1:], clips, strict=True)
        if clip.number == 1
    ]
    assert len(cards) == 1 + len(made.scenes)
    assert all(3 * RATE <= frames <= 6 * RATE for frames in cards)
    assert all(
        end - start == clip.frames
        for (_, start, end), clip in zip(made.chapters[1:], clips, strict=True)
        if clip.number > 1
    )


def test_chapters_and_clips_begin_with_a_keyframe(made: Film) -> None:
    """A player that is sent there shows the right picture at once."""
    keys = {packet.pts * packet.time_base * RATE for packet in made.packets if packet.is_keyframe}
    assert {start for _, start, _ in made.chapters} <= keys
    assert set(made.clip_starts) <= keys


def test_the_frames_are_those_of_the_clips(made: Film) -> None:
    """Every pixel is: nothing is encoded a second time."""
    whole = frames_of(made.file)
    assert len(whole) == len(made.packets)
    clips = [clip for scene in made.scenes for clip in scene.clips]
    for clip, start in zip(clips, made.clip_starts, strict=True):
        own = frames_of(made.folder / "renders" / "clips" / clip.files[".mp4"])
        assert np.array_equal(whole[start : start + clip.frames], own)


def test_captions_move_with_their_clips(made: Film) -> None:
    """They are those of the clips, later by where the clips begin, and none meets another."""
    clips = [clip for scene in made.scenes for clip in scene.clips]
    wanted = [
        (one.start + start / RATE, one.end + start / RATE, one.text)
        for clip, start in zip(clips, made.clip_starts, strict=True)
        for one in clip.captions
    ]
    found = list(srt.parse(made.text(".srt")))
    assert len(found) == 2
    for caption, (start, end, text) in zip(found, wanted, strict=True):
        assert caption.start.total_seconds() == pytest.approx(start, abs=2e-3)
        assert caption.end.total_seconds() == pytest.approx(end, abs=2e-3)
        assert caption.content == text
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    assert made.text(".vtt").count("-->") == len(found)


def test_the_contents_list_has_the_times_of_the_chapters(made: Film) -> None:
    """A line for each chapter, and a heading where a scene begins, which has the time of its first."""
    lines = made.text(".txt").splitlines()
    times = [
        sum(60**i * int(part) for i, part in enumerate(reversed(line[:7].split(":")))) for line in timed(lines)
    ]
    assert times == [start // RATE for _, start, _ in made.chapters]
    assert lines[0] == f"0:00:00  {NASTY}"
    assert [line[7:] for line in lines[1:7]] == [
        "  1  Descending the bowl",
        "      curve",
        "      numbers",
        f"  2  {NASTY}",
        "      first",
        "      a #section:",
    ]
    assert lines[-1].endswith("  4  Bare")


def timed(lines: list[str]) -> list[str]:
    return [line for line in lines if line[0] != " "]


def test_it_says_where_it_comes_from(made: Film) -> None:
    """Its title, and the records of its scenes."""
    with av.open(str(made.file)) as container:
        assert container.metadata["title"] == NASTY
        facts = json.loads(container.metadata["comment"])
    assert (facts["kind"], facts["title"]) == ("film", NASTY)
    assert [one["scene"] for one in facts["scenes"]] == ["Quick", "Nasty", "Long", "Bare"]
    assert facts["scenes"][0]["parameters"]["weight"] == 0
    words = shlex.split(command_of(read(facts, "film.mp4")))
    assert words[:2] == ["lecture", "film"]
    assert words[2] == facts["scenes"][0]["file"]
    assert words[3:7] == ["Quick", "Nasty", "Long", "Bare"]
    assert words[words.index("--title") + 1] == NASTY


def test_a_film_of_the_whole_lecture_is_made_again_by_its_numbers() -> None:
    """Scenes need no names where all are in it; what is not as declared says whose it is."""
    one = {"file": None, "kind": "clips", "quality": "l", "theme": "light", "format": "mp4", "transparent": False}
    records = []
    for name in scenes.SCENES:
        values = getattr(scenes, name).params.model_dump(mode="json")
        if name == "BowlDescent":
            values["input"] = 2
        records.append({**one, "scene": name, "section": None, "parameters": values})
    whole = {**one, "scene": "film", "section": None, "parameters": None, "kind": "film", "scenes": records}
    command = command_of(read({**whole, "title": "a b"}, "film.mp4"))
    assert command == "lecture film --title 'a b' --set BowlDescent.input=2 -q l --theme light"


@pytest.mark.slow
def test_films_of_manims_own_renderer_are_alike(made: Film, tmp_path: Path) -> None:
    """Its frames are not encoded in the order in which they are shown; the film is as long, and as constant."""
    plain = film(tmp_path, LECTURE_RENDERER="plain")
    assert constant(plain.packets)
    assert plain.packets[0].dts < 0
    assert plain.chapters == made.chapters
    test_the_frames_are_those_of_the_clips(plain)
    test_it_is_an_ordinary_video(plain)
