"""`lecture clips`: a scene is rendered once and cut into its sections, with all that belongs to each."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
import srt
from PIL import Image

from tests.lecture.lecture_command import QUICK, contents, lecture, made
from tests.lecture.slides.video_facts import frames_of, video_facts
from tests.lecture.sounds import clicks_in, write_click

NASTY = 'a/../b "c" <d> & </script> \\u2014 é'
STRANGE = f"""\
from manim import BLUE, Circle, Scene, Square


class Strange(Scene):
    def construct(self):
        self.add_subcaption("before any section", duration=0.2)
        self.play(Circle().animate(run_time=0.4).scale(2))
        self.next_section({NASTY!r})
        self.add_subcaption("x --> y <b>bold</b> & \\x07 bell", duration=0.3)
        self.add(Square(color=BLUE, fill_opacity=0.5))
        self.wait(0.4)
        self.next_section("skipped", skip_animations=True)
        self.wait(1)
        self.next_section({NASTY!r})
        self.add_subcaption("after what is skipped", duration=0.2)
        self.wait(0.2)
        self.add_sound("click.wav", time_offset=0.1)
        self.wait(0.2)
"""
"""A scene of Manim alone, with sound, a section that is skipped, and two of one name that no file may have."""
ENDING = """\
from manim import LEFT, RIGHT, WHITE, Scene, Square, linear


class Ending(Scene):
    def construct(self):
        square = Square(0.2, color=WHITE, fill_opacity=1)
        self.next_section("right")
        self.play(square.animate(rate_func=linear, run_time=0.2).shift(2 * RIGHT))
        self.next_section("left")
        self.play(square.animate(rate_func=linear, run_time=0.2).shift(4 * LEFT))
"""
"""A scene of Manim alone whose sections end with animations."""
TIMES = re.compile(r"(\d\d):(\d\d):(\d\d)\.(\d\d\d) --> (\d\d):(\d\d):(\d\d)\.(\d\d\d)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the clips of quick.py, and its whole video."""
    found = tmp_path_factory.mktemp("clips")
    (found / "quick.py").write_text(QUICK)
    made("clips quick.py -q l --set input=2", found)
    made("render quick.py -q l --set input=2 --name whole", found)
    return found


def index(folder: Path) -> list[dict[str, Any]]:
    """Return what the index lists."""
    scenes: list[dict[str, Any]] = json.loads((folder / "renders" / "clips" / "clips.json").read_text())["scenes"]
    return scenes


def clips_of(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the clips of a name, with the paths of their files."""
    (found,) = (one for one in index(folder) if one["name"] == name)
    place = folder / "renders" / "clips"
    return [
        {**clip, "files": {end: place / file for end, file in clip["files"].items()}} for clip in found["clips"]
    ]


def cues_of(vtt: str) -> list[tuple[float, float, str]]:
    """Read WebVTT as a browser does: start, end and the text, with its escapes resolved."""
    head, *blocks = vtt.strip().split("\n\n")
    assert head == "WEBVTT"
    found = []
    for block in blocks:
        times, *lines = block.split("\n")
        match = TIMES.fullmatch(times)
        assert match, times
        h1, m1, s1, t1, h2, m2, s2, t2 = map(int, match.groups())
        text = "\n".join(lines)
        assert "<" not in text
        assert "-->" not in text
        for escape, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
            text = text.replace(escape, sign)
        found.append((h1 * 3600 + m1 * 60 + s1 + t1 / 1e3, h2 * 3600 + m2 * 60 + s2 + t2 / 1e3, text))
    return found


def test_each_section_has_its_files(folder: Path) -> None:
    """They lie in a folder that is called after the scene and what is not as declared, as the index says."""
    clips = clips_of(folder, "Quick-input=2")
    assert [(clip["number"], clip["section"]) for clip in clips] == [(1, "curve"), (2, "numbers")]
    names = {f"{stem}{end}" for stem in ("1-curve", "2-numbers") for end in clips[0]["files"]}
    assert set(clips[0]["files"]) == {".mp4", ".png", ".vtt", ".srt", ".txt", ".alt.txt"}
    assert set(contents(folder / "renders" / "clips" / "Quick-input=2")) == names
    assert set(contents(folder / "renders" / "clips")) >= {"clips.json", *(f"Quick-input=2/{n}" for n in names)}


def test_clips_play_everywhere(folder: Path) -> None:
    """H.264 High, yuv420p, constant frame rate, index first, no sound; as long as the index says."""
    for clip in clips_of(folder, "Quick-input=2"):
        facts = video_facts(clip["files"][".mp4"])
        assert facts.plays_everywhere, facts
        assert (facts.size, facts.rate) == ((854, 480), 15)
        assert clip["frames"] == len(facts.times)
        assert clip["seconds"] == len(facts.times) / 15


def test_clips_are_the_video_cut_at_its_sections(folder: Path) -> None:
    """Frame for frame; the last of each is its poster, but for what was lost when it was encoded."""
    cut = [frames_of(clip["files"][".mp4"]) for clip in clips_of(folder, "Quick-input=2")]
    whole = frames_of(folder / "renders" / "whole.mp4")
    assert np.array_equal(np.concatenate(cut), whole)
    for clip, frames in zip(clips_of(folder, "Quick-input=2"), cut, strict=True):
        poster = np.asarray(Image.open(clip["files"][".png"]), dtype=int)
        assert np.abs(poster - frames[-1]).mean() < 1


@pytest.mark.parametrize("renderer", ["fast", "plain"])
def test_a_poster_shows_the_end_of_its_section(renderer: str, tmp_path: Path) -> None:
    """As `lecture still` does: Manim's last frame of an animation comes before its last state."""
    (tmp_path / "ending.py").write_text(ENDING)
    made("clips ending.py -q l", tmp_path, LECTURE_RENDERER=renderer)
    for clip, place in zip(clips_of(tmp_path, "Ending"), (2, -2), strict=True):
        made(f"still ending.py Ending -q l --section {clip['section']}", tmp_path)
        still = Image.open(tmp_path / "renders" / f"Ending-still-{clip['section']}.png").convert("RGB")
        poster = Image.open(clip["files"][".png"])
        assert np.array_equal(poster, still)
        assert poster.getpixel((427 + 60 * place, 240)) == (255, 255, 255)
        assert frames_of(clip["files"][".mp4"])[-1][240, 427 + 60 * place].max() < 50, "the video is Manim's"


def test_captions_are_those_of_the_video(folder: Path) -> None:
    """In SRT, in WebVTT and in the index, from the start of their clip."""
    whole = [*srt.parse((folder / "renders" / "whole.srt").read_text())]
    clips = clips_of(folder, "Quick-input=2")
    starts = [0.0, clips[0]["seconds"]]
    found = []
    for clip, start in zip(clips, starts, strict=True):
        assert clip["start"] == start
        cues = cues_of(clip["files"][".vtt"].read_text())
        subtitles = [*srt.parse(clip["files"][".srt"].read_text())]
        listed = [(one["start"], one["end"], one["text"]) for one in clip["captions"]]
        for times, cue, subtitle in zip(listed, cues, subtitles, strict=True):
            assert cue[:2] == pytest.approx(times[:2], abs=2e-3)
            spoken = subtitle.start.total_seconds(), subtitle.end.total_seconds()
            assert spoken == pytest.approx(times[:2], abs=2e-3)
            assert subtitle.content == cue[2] == times[2]
            assert 0 <= cue[0] < cue[1] <= clip["seconds"] + 1e-3
        found += [(begin + start, end + start, text) for begin, end, text in listed]
        assert clip["transcript"] == " ".join(text.replace("\n", " ") for *_, text in listed)
        assert clip["files"][".txt"].read_text() == clip["transcript"] + "\n"
    expected = [(one.start.total_seconds(), one.end.total_seconds(), one.content) for one in whole]
    assert [text for *_, text in found] == [text for *_, text in expected]
    for one, other in zip(found, expected, strict=True):
        assert one[:2] == pytest.approx(other[:2], abs=0.04)


def test_the_index_says_where_clips_come_from(folder: Path) -> None:
    """Parameters, size, digest; each clip says it too, and what makes it again."""
    (scene,) = index(folder)
    assert (scene["scene"], scene["width"], scene["height"], scene["frame_rate"]) == ("Quick", 854, 480, 15)
    assert scene["record"]["parameters"]["input"] == 2
    assert scene["idea"] == "A bowl, and nothing that happens in it."
    assert re.fullmatch("[0-9a-f]{64}", scene["record"]["digest"])
    for clip in clips_of(folder, "Quick-input=2"):
        with av.open(str(clip["files"][".mp4"])) as container:
            own = json.loads(container.metadata["comment"])
        assert own == {**scene["record"], "section": clip["section"]}
        assert clip["files"][".alt.txt"].read_text() == clip["alt"] + "\n"


def test_a_scene_of_manims_with_strange_names(tmp_path: Path) -> None:
    """Sections without pictures are left out, and no sound or caption after them comes too late; any text may be
    a name, a caption, a title.
    """
    folder = tmp_path / "it's a #1 folder"
    folder.mkdir()
    (folder / "strange.py").write_text(STRANGE)
    write_click(folder / "click.wav", rate=8_000)
    made("clips strange.py -q l", folder)
    made("render strange.py -q l", folder)
    whole = srt.parse((folder / "renders" / "Strange.srt").read_text())
    assert [round(one.start.total_seconds(), 3) for one in whole] == [0, 0.4, 0.8]
    assert clicks_in(folder / "renders" / "Strange.mp4") == pytest.approx([1.1], abs=0.01)
    first, *others = clips = clips_of(folder, "Strange")
    assert [clip["section"] for clip in clips] == ["autocreated", NASTY, NASTY]
    assert [clip["frames"] for clip in clips] == [6, 6, 6]
    assert [clicks_in(clip["files"][".mp4"]) for clip in clips] == [[], [], pytest.approx([0.3], abs=0.01)]
    assert first["transcript"] == "before any section"
    assert others[0]["transcript"] == "x --> y <b>bold</b> & bell"
    assert others[1]["transcript"] == "after what is skipped"
    assert [text for *_, text in cues_of(others[0]["files"][".vtt"].read_text())] == [others[0]["transcript"]]
    for clip in clips:
        facts = video_facts(clip["files"][".mp4"])
        assert facts.streams == ("video", "audio")
        assert replace(facts, streams=("video",)).plays_everywhere
        for file in clip["files"].values():
            assert re.fullmatch(r"\d-[\w.=,+-]+", file.name)
            assert file.parent == folder / "renders" / "clips" / "Strange"


@pytest.mark.slow
def test_manims_own_renderer_is_cut_as_well(tmp_path: Path) -> None:
    """Its encoder orders frames otherwise than they are shown."""
    folder = tmp_path / "it's a #1 folder"
    folder.mkdir()
    (folder / "strange.py").write_text(STRANGE.replace('self.add_sound("click.wav", time_offset=0.1)', "pass"))
    made("clips strange.py -q l", folder, LECTURE_RENDERER="plain")
    for clip, frames in zip(clips_of(folder, "Strange"), (6, 6, 6), strict=True):
        assert video_facts(clip["files"][".mp4"]).plays_everywhere
        assert len(frames_of(clip["files"][".mp4"])) == frames == clip["frames"]


@pytest.mark.slow
def test_gifs_get_narrower_until_they_fit(folder: Path, tmp_path: Path) -> None:
    """At most 15 frames a second, a palette, as long as the video; the limit is kept; what cannot be is told."""
    (tmp_path / "quick.py").write_text(QUICK)
    made("clips quick.py -q m --format gif", tmp_path)
    large = [clip["files"][".gif"] for clip in clips_of(tmp_path, "Quick")]
    assert [file.name for file in large] == ["1-curve.gif", "2-numbers.gif"]
    for clip, file in zip(clips_of(tmp_path, "Quick"), large, strict=True):
        with Image.open(file) as gif:
            assert (gif.width, gif.mode) == (960, "P")
            durations = []
            for i in range(gif.n_frames):
                gif.seek(i)
                durations.append(gif.info["duration"])
        assert min(durations) >= 60  # gifs count in hundredths of a second
        assert sum(durations) == pytest.approx(clip["seconds"] * 1000, abs=100)
    limit = max(file.stat().st_size for file in large) / 2
    made(f"clips quick.py -q m --format gif --max-size {limit / 1e6}", tmp_path)
    small = [clip["files"][".gif"] for clip in clips_of(tmp_path, "Quick")]
    assert max(file.stat().st_size for file in small) <= limit
    with Image.open(small[0]) as gif:
        assert 160 <= gif.width < 960
    before = contents(tmp_path / "renders" / "clips" / "Quick")
    done = lecture("clips", "quick.py", "-q", "m", "--format", "gif", "--max-size", "0.001", cwd=tmp_path)
    assert done.returncode == 2
    assert re.search(r"--max-size 0.001: 1-curve.gif has 0\.\d\d MB even when it is 160 ", done.stderr)
    assert contents(tmp_path / "renders" / "clips" / "Quick") == before


@pytest.mark.slow
def test_transparent_clips(tmp_path: Path) -> None:
    """The ground is left out, in the video and in its poster."""
    (tmp_path / "quick.py").write_text(QUICK)
    made("clips quick.py -q l --format webm --transparent", tmp_path)
    for clip in clips_of(tmp_path, "Quick-transparent"):
        with av.open(str(clip["files"][".webm"])) as container:
            assert container.streams.video[0].codec_context.name == "vp9"
        assert b"\x53\xc0\x81\x01" in clip["files"][".webm"].read_bytes()[:1000]  # Matroska's AlphaMode, 1
        poster = np.asarray(Image.open(clip["files"][".png"]))
        assert poster.shape == (480, 854, 4)
        assert poster[5, 5, 3] == 0
        assert poster[..., 3].max() == 255


@pytest.mark.slow
def test_runs_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    """Other numbers have another folder; another format joins the same; what shows something else is kept."""
    (tmp_path / "quick.py").write_text(QUICK)
    made("clips quick.py -q l", tmp_path)
    first = contents(tmp_path / "renders" / "clips" / "Quick")
    made("clips quick.py -q l --set input=3", tmp_path)
    assert contents(tmp_path / "renders" / "clips" / "Quick") == first
    assert [one["name"] for one in index(tmp_path)] == ["Quick", "Quick-input=3"]
    (tmp_path / "quick.py").write_text(QUICK.replace('self.beat("numbers")', 'self.beat("figures")'))
    made("clips quick.py -q l", tmp_path)
    assert set(contents(tmp_path / "renders" / "clips" / "Quick")) == {
        name.replace("numbers", "figures") for name in first
    }
    changed = QUICK.replace("class Quick(BowlDescent):", "class Quick(BowlDescent):\n    params = Q(input=4)\n")
    (tmp_path / "quick.py").write_text(f"from scenes.bowl_descent import BowlDescentParams as Q\n{changed}")
    made("clips quick.py -q l", tmp_path)
    assert [one["name"] for one in index(tmp_path)] == ["Quick", "Quick-before-1", "Quick-input=3"]
    parameters = {one["name"]: one["record"]["parameters"]["input"] for one in index(tmp_path)}
    assert parameters == {"Quick": 4, "Quick-before-1": 1.1, "Quick-input=3": 3}
    for scene in index(tmp_path):
        for clip in clips_of(tmp_path, scene["name"]):
            assert all(file.is_file() for file in clip["files"].values())
