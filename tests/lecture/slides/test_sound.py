"""Sound: what a scene adds is heard in its video, in the clip that it belongs to, and in films and talks."""

import re
import shutil
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from zipfile import ZipFile

import av
import numpy as np
import pytest

from lecture.slides.talk import Talk, files_of
from tests.lecture.engine.test_clips import clips_of
from tests.lecture.lecture_command import lecture, made
from tests.lecture.slides.samples import scene_clips
from tests.lecture.slides.talks import put
from tests.lecture.sounds import clicks_in, heard, seconds_of_tracks, write_click, write_tone

SCENES = """\
from manim import DOWN, RIGHT, Dot, Scene

class Sounding(Scene):
    def construct(self):
        dot = Dot()
        self.add(dot)
        for i in range(30):
            self.next_section(f"part {i}")
            self.add_sound("click.wav", time_offset=0.1 + 0.02 * i)
            if i == 2:
                self.add_sound("tone.wav", time_offset=0.5)
            self.play(dot.animate.shift(DOWN if i % 2 else RIGHT), run_time=0.4)
            self.wait(0.4 + i / 15)

class Silent(Scene):
    def construct(self):
        self.play(Dot().animate.shift(RIGHT), run_time=0.4)

class Short(Scene):
    def construct(self):
        self.add_sound("click.wav", time_offset=0.3)
        self.play(Dot().animate.shift(RIGHT), run_time=0.6)
"""
OFFSETS = [0.1 + 0.02 * i for i in range(30)]
"""When a click is heard, in seconds from the start of its section."""
TONE = (1.55, 3.95)
"""When the tone is heard for certain, in seconds from the start of section 2; it goes on in the next two."""
CLOSE = 0.01
AAC_FRAME = 1024 / 48_000


def scenes_in(folder: Path) -> Path:
    """Put the scenes and their sounds into a folder, and return it."""
    (folder / "lesson.py").write_text(SCENES)
    write_click(folder / "click.wav")
    write_tone(folder / "tone.wav", seconds=4)
    return folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder with the clips of two scenes, one of which has sound, and a film of them."""
    found = scenes_in(tmp_path_factory.mktemp("sound"))
    made("film lesson.py Silent Sounding -q l", found)
    yield found
    shutil.rmtree(found)


def test_a_sound_is_heard_in_the_clip_of_its_section(folder: Path) -> None:
    """At its time, and for as long as the pictures last, also late in a scene of many sections."""
    for clip, offset in zip(clips_of(folder, "Sounding"), OFFSETS, strict=True):
        assert clicks_in(clip["files"][".mp4"]) == pytest.approx([offset], abs=CLOSE)
        tracks = seconds_of_tracks(clip["files"][".mp4"])
        assert tracks["audio"] == pytest.approx(tracks["video"], abs=AAC_FRAME)
        assert tracks["video"] == pytest.approx(clip["seconds"])


def test_a_sound_goes_on_in_the_next_clip(folder: Path) -> None:
    """It is cut where the section ends: clips that are played one after the other have all of it, and no gap."""
    parts = [heard(clip["files"][".flac"])[0] for clip in clips_of(folder, "Sounding")]
    starts = [0.0, *accumulate(clip["seconds"] for clip in clips_of(folder, "Sounding"))]
    assert_sounds_through(np.concatenate(parts), starts[2])


def test_a_film_has_the_sound_of_its_clips(folder: Path) -> None:
    """Each at its time, none drifts; the tone is neither broken nor does it click where clips meet."""
    film = folder / "renders" / "film.mp4"
    with av.open(str(film)) as container:
        starts = [one["start"] * float(one["time_base"]) for one in container.chapters()][-29:]
        assert container.streams.audio[0].codec_context.name == "aac"
    first, *others = clicks_in(film)
    assert others == pytest.approx([a + b for a, b in zip(starts, OFFSETS[1:], strict=True)], abs=CLOSE)
    assert starts[0] - first == pytest.approx(clips_of(folder, "Sounding")[0]["seconds"] - OFFSETS[0], abs=CLOSE)
    tracks = seconds_of_tracks(film)
    assert tracks["audio"] == pytest.approx(tracks["video"], abs=AAC_FRAME)
    assert_sounds_through(heard(film)[0], starts[1])
    assert np.abs(heard(film)[0][: int(48_000 * (first - 0.2))]).max() < 1e-3, "cards and silent scenes are silent"


def assert_sounds_through(sound: np.ndarray, start: float) -> None:
    """Find that the tone is as loud everywhere, but for the clicks."""
    inner = sound[round((start + TONE[0]) * 48_000) : round((start + TONE[1]) * 48_000)]
    loudness = np.sqrt((inner[: len(inner) // 480 * 480].reshape(-1, 480) ** 2).mean(axis=1))
    without_clicks = loudness[loudness < 2 * np.median(loudness)]
    assert len(loudness) - len(without_clicks) <= 4
    assert without_clicks.min() > 0.03
    assert without_clicks == pytest.approx(np.full(len(without_clicks), np.median(loudness)), rel=0.1)


def test_where_a_scene_has_no_sound_there_is_no_track_for_it(folder: Path) -> None:
    """Its clips are those of a silent scene."""
    (clip,) = clips_of(folder, "Silent")
    assert ".flac" not in clip["files"]
    assert [*seconds_of_tracks(clip["files"][".mp4"])] == ["video"]


def test_talks_have_the_clips_with_their_sound(tmp_path: Path) -> None:
    """PowerPoint's holds them, Markdown's and LaTeX's lie beside them; a page plays them aloud."""
    scenes = (scene_clips(tmp_path, "Aloud", sound=True), scene_clips(tmp_path, "Mute"))
    talk = Talk("Descent", scenes, tmp_path)
    whole = sorted(talk.file(clip, ".mp4").read_bytes() for _, clip in talk.slides)
    with ZipFile(put(files_of(talk, "pptx", "talk.pptx"), tmp_path)) as shown:
        assert sorted(shown.read(name) for name in shown.namelist() if name.endswith(".mp4")) == whole
    for form in ("md", "beamer"):
        put(files_of(talk, form, f"talk.{form}"), tmp_path / form)
        assert sorted(file.read_bytes() for file in (tmp_path / form).rglob("*.mp4")) == whole
    page = put(files_of(talk, "html", "talk.html"), tmp_path).read_text()
    assert re.findall("<video( muted)? playsinline", page) == ["", "", "", " muted", " muted", " muted"]


@pytest.mark.parametrize(
    ("options", "renderer"),
    [("", "fast"), ("", "plain"), ("--transparent", "fast"), ("--format webm --transparent", "fast")],
)
def test_the_video_of_a_scene_has_its_sound(options: str, renderer: str, tmp_path: Path) -> None:
    """In every format that has sound, with both renderers, at its time."""
    made(f"render lesson.py Short -q l {options}", scenes_in(tmp_path), LECTURE_RENDERER=renderer)
    (video,) = (file for file in (tmp_path / "renders").iterdir() if file.suffix in (".mp4", ".mov", ".webm"))
    assert clicks_in(video) == pytest.approx([0.3], abs=CLOSE)
    tracks = seconds_of_tracks(video)
    assert tracks["audio"] == pytest.approx(tracks["video"], abs=AAC_FRAME)


@pytest.mark.parametrize("command", ["render", "clips"])
def test_a_gif_has_no_sound_and_says_so(command: str, tmp_path: Path) -> None:
    """In a line, with what keeps it; nothing is said of a scene that has none."""
    done = lecture(command, "lesson.py", "-q", "l", "--format", "gif", "Silent", "Short", cwd=scenes_in(tmp_path))
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "sound" in line]
    assert said == ["Short: it has sound, which a gif cannot hold; --format mp4 or webm keeps it"]
    assert len(list((tmp_path / "renders").rglob("*.gif"))) == 2
    assert not list((tmp_path / "renders").rglob("*.flac"))
