"""Clips to try decks, galleries and films with: a second each, small, with all their files, made without Manim.

`scene_clips(folder)` puts the clips of a scene into a folder, as `lecture clips` would, and returns what the index
says of them; the index itself is not written. `NASTY` is a text that breaks a file in which it is not escaped.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path, PurePath
from typing import Any

import av
import numpy as np
from PIL import Image, ImageDraw

from lecture.engine.captions import as_srt, as_vtt, transcript_of
from lecture.engine.clip_index import LOSSLESS, Caption, Clip, SceneClips
from lecture.engine.file_names import stem_of
from lecture.engine.sound import RATE as SAMPLES_A_SECOND
from lecture.engine.sound import place_of, put_to, write_lossless
from scenes.settings.theme import THEMES, Theme

NASTY = (
    "</script></style></title><img src=x onerror=alert(1)> <!-- --> ]]> & &amp; \"double\" 'single' `tick` "
    "${title} $title {{ 1 }} {% x %} %s \\n \\u003c \\textbf{x} ~ ^ _ # * [link](javascript:alert(1)) "
    "-- ––– 😀 𝛼 ñ \u0301 عربي \u202eRTL\u202c 漢字"
)
SECTIONS = ("curve", "first step", "log")
SIZE = (320, 180)
RATE = 30


def scene_clips(
    folder: Path,
    name: str = "Bowl",
    sections: Sequence[str] = SECTIONS,
    text: str = "A bowl",
    theme: str = "dark",
    seconds: float = 1,
    sound: bool = False,
) -> SceneClips:
    """Make the clips of a scene in a folder of its name, and return what an index says of them.

    In each, a square goes from the left to the right, in a colour of the clip's own; two captions share its time.

    Args:
        folder: The folder of all clips.
        name: The name of the scene and its folder.
        sections: The names of its sections, a clip each; NASTY may be among them.
        text: What its title, idea, alt texts and captions consist of; try NASTY.
        theme: Whose ground and colours the pictures have.
        seconds: How long a clip is.
        sound: Whether a tone is heard in each.
    """
    (folder / name).mkdir(parents=True, exist_ok=True)
    clips = [
        _clip(folder, name, number, len(sections), section, text, THEMES[theme], seconds)
        for number, section in enumerate(sections, 1)
    ]
    return SceneClips(
        name=name,
        scene=name,
        title=text,
        idea=f"What it is about: {text}.",
        width=SIZE[0],
        height=SIZE[1],
        frame_rate=RATE,
        made_from="0" * 64,
        record=_record(name, theme),
        clips=tuple(_sounding(folder, clip) if sound else clip for clip in clips),
    )


def _record(name: str, theme: str) -> dict[str, Any]:
    """Return where clips come from, as it is said of those that were rendered."""
    return {
        "scene": name,
        "file": None,
        "source_digest": None,
        "parameters": {"pace": 1.0, "input": 1.1},
        "kind": "clips",
        "quality": "l",
        "theme": theme,
        "format": "mp4",
        "transparent": False,
        "section": None,
        "digest": "1" * 64,
        "versions": {"lecture": "0.1.0", "manim": "0.22.0"},
        "host": "here",
    }


def _clip(
    folder: Path, name: str, number: int, of: int, section: str, text: str, theme: Theme, seconds: float
) -> Clip:
    stem = f"{name}/{stem_of(number, of, section)}"
    frames = round(seconds * RATE)
    pictures = list(_pictures(frames, number, theme))
    _write(pictures, folder / f"{stem}.mp4")
    pictures[-1].save(folder / f"{stem}.png")
    captions = (
        Caption(start=0, end=seconds / 2, text=f"First of {number}: {text}"),
        Caption(start=seconds / 2, end=seconds, text=f"Second of {number}:\n{text}"),
    )
    alt, transcript = f"{text}: {section}.", transcript_of(captions)
    texts = {
        ".vtt": as_vtt(captions),
        ".srt": as_srt(captions),
        ".alt.txt": f"{alt}\n",
        ".txt": f"{transcript}\n",
    }
    for ending, words in texts.items():
        (folder / f"{stem}{ending}").write_text(words, encoding="utf-8")
    return Clip(
        number=number,
        section=section,
        alt=alt,
        transcript=transcript,
        start=(number - 1) * seconds,
        seconds=seconds,
        frames=frames,
        captions=captions,
        files={ending: f"{stem}{ending}" for ending in (".mp4", ".png", *texts)},
    )


def _sounding(folder: Path, clip: Clip) -> Clip:
    """Return a clip that has got sound."""
    times = np.arange(place_of(clip.frames, Fraction(RATE))) / SAMPLES_A_SECOND
    tone = (8_000 * np.sin(2 * np.pi * 440 * times)).astype(np.int16)
    sound = np.stack([tone, tone], axis=1)
    video = folder / clip.files[".mp4"]
    kept = PurePath(clip.files[".mp4"]).with_suffix(LOSSLESS)
    put_to(video, sound, video.with_name("with_sound.mp4"))
    video.with_name("with_sound.mp4").replace(video)
    write_lossless(sound, folder / kept)
    return clip.model_copy(update={"files": {**clip.files, LOSSLESS: str(kept)}})


def _pictures(frames: int, number: int, theme: Theme) -> Iterator[Image.Image]:
    """Yield the frames of a clip: a square on its way from the left to the right."""
    colour = (theme.weight, theme.prediction, theme.goal, theme.error)[number % 4]
    width, height = SIZE
    side = height // 3
    for frame in range(frames):
        picture = Image.new("RGB", SIZE, theme.ground)
        left = (width - side) * frame // max(frames - 1, 1)
        ImageDraw.Draw(picture).rectangle((left, side, left + side - 1, 2 * side - 1), colour)
        yield picture


def _write(pictures: Sequence[Image.Image], video: Path) -> None:
    """Encode pictures as H.264."""
    with av.open(str(video), "w", options={"movflags": "+faststart"}) as target:
        stream = target.add_stream("libx264", rate=RATE)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        for picture in pictures:
            target.mux(stream.encode(av.VideoFrame.from_image(picture)))
        target.mux(stream.encode())
