"""A film of scenes: title cards and clips, joined, with chapters, captions and a list of contents."""

import datetime
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from manim._config.video_encoder import to_av_frame_rate

from lecture.engine.captions import as_srt, as_vtt
from lecture.engine.clip_index import INDEX, LOSSLESS, Caption, SceneClips
from lecture.engine.job import Job, Made
from lecture.engine.joining import Chapter, FilmError, Part, join
from lecture.engine.provenance import Record, metadata, read
from scenes.settings.errors import ParameterError
from scenes.settings.renderer import renderer_in_force

CARDS = "title cards"
"""What the job is called that draws them."""

Draw = Callable[[Job], Made]
"""Draws a job, and shows how far it is."""


@dataclass(frozen=True)
class Piece:
    """A piece of a film: a card, or a clip.

    Attributes:
        part: The piece as a file.
        chapter: The title of the chapter that begins with it; None if the one before goes on.
        listed: What the list of contents says there, line by line; its time goes on the first line.
        captions: Its captions.
    """

    part: Part
    chapter: str | None = None
    listed: tuple[str, ...] = ()
    captions: tuple[Caption, ...] = ()


def files_of(
    scenes: Sequence[SceneClips], folder: Path, title: str, theme: str, name: str, work: Path, draw: Draw
) -> dict[str, bytes | Path]:
    """Return the files of a film by their names: contents, or files to copy; the first is the film itself.

    Args:
        scenes: The clips, scene by scene.
        folder: The folder that the names of their files are relative to.
        title: The title of the film.
        theme: The colours of the cards; their size is that of the clips.
        name: The name of its file.
        work: A folder for what is unfinished.
        draw: Draws the cards.

    Raises:
        ParameterError: The scenes cannot be joined.
        FilmError: The cards cannot be drawn, or a clip cannot be read.
    """
    stem = Path(name).stem
    title = title or stem
    shown = [scene for scene in scenes if scene.clips]
    if not shown:
        raise ParameterError("film: these scenes show nothing, so there is nothing to join")
    about = _record(title, shown[0].record["quality"], theme, shown)
    cards = drawn_cards(cards_of(title, shown), about, work, draw)
    pieces = list(pieces_of(title, shown, folder, cards))
    rate = to_av_frame_rate(shown[0].frame_rate)
    starts = [0, *itertools.accumulate(piece.part.frames for piece in pieces)]
    chapters = chapters_of(pieces, starts)
    film = work / "film.mp4"
    join([piece.part for piece in pieces], film, rate, chapters, metadata(title, about))
    captions = list(_captions_of(pieces, starts, rate))
    return {
        name: film,
        f"{stem}.srt": as_srt(captions).encode(),
        f"{stem}.vtt": as_vtt(captions).encode(),
        f"{stem}.txt": contents_of(pieces, starts, rate).encode(),
    }


def cards_of(title: str, scenes: Sequence[SceneClips]) -> list[dict[str, Any]]:
    """Return what the cards of a film say: its own, then those of the scenes."""
    several = len(scenes) > 1
    first = {"title": title, "contents": [scene.title for scene in scenes] if several else []}
    numbers = map(str, itertools.count(1)) if several else itertools.repeat("")
    others = [
        {"number": number, "title": scene.title, "idea": scene.idea}
        for number, scene in zip(numbers, scenes, strict=False)
    ]
    return [first, *others]


def drawn_cards(cards: Sequence[dict[str, Any]], film: Record, work: Path, draw: Draw) -> list[Part]:
    """Return the files of title cards, in a folder, drawn in the size and the colours of a film.

    Raises:
        ParameterError: They are refused.
        FilmError: They cannot be drawn.
    """
    job = Job(
        "TitleCards",
        "cards",
        {"cards": cards},
        quality=film.quality,
        theme=film.theme,
        renderer=renderer_in_force(),  # or they could not be joined with the clips
    )
    made = draw(job)
    if made.error:
        raise ParameterError(made.error) if made.refused else FilmError(f"{CARDS}: {made.error}")
    parts = []
    for clip in SceneClips.model_validate_json(made.files[INDEX]).clips:
        file = work / clip.files[".mp4"]
        file.write_bytes(made.files[file.name])
        parts.append(Part(file, clip.frames, "the title cards"))
    return parts


def pieces_of(title: str, scenes: Sequence[SceneClips], folder: Path, cards: Sequence[Part]) -> Iterator[Piece]:
    """Yield the pieces of a film in their order; the card of a scene belongs to the first of its chapters."""
    first, *others = cards
    yield Piece(first, title, (title,))
    for number, (scene, card) in enumerate(zip(scenes, others, strict=True), 1):
        sections = [clip.label for clip in scene.clips]
        titles = [f"{scene.title}: {section}" if section else scene.title for section in sections]
        lines = [(f"    {section}",) if section else () for section in sections]
        yield Piece(card, titles[0], (f"{number}  {scene.title}", *lines[0]))
        for i, clip in enumerate(scene.clips):
            sound = clip.files.get(LOSSLESS)
            part = Part(
                folder / clip.files[".mp4"], clip.frames, scene.name, None if sound is None else folder / sound
            )
            if i == 0:
                yield Piece(part, captions=clip.captions)
            else:
                yield Piece(part, titles[i], lines[i], clip.captions)


def chapters_of(pieces: Sequence[Piece], starts: Sequence[int]) -> list[Chapter]:
    """Return the chapters of a film; each lasts until the next begins.

    Args:
        pieces: The pieces of the film.
        starts: Where they begin, in frames, and where the last of them ends.
    """
    begun = [
        (start, piece.chapter) for start, piece in zip(starts, pieces, strict=False) if piece.chapter is not None
    ]
    ends = [*(start for start, _ in begun[1:]), starts[-1]]
    return [Chapter(title, start, end) for (start, title), end in zip(begun, ends, strict=True)]


def _captions_of(pieces: Sequence[Piece], starts: Sequence[int], rate: Fraction) -> Iterator[Caption]:
    for start, piece in zip(starts, pieces, strict=False):
        shift = float(start / rate)
        for one in piece.captions:
            yield one.model_copy(update={"start": one.start + shift, "end": one.end + shift})


def contents_of(pieces: Sequence[Piece], starts: Sequence[int], rate: Fraction) -> str:
    """Return the contents list: each chapter with its time, a heading above those of a scene."""
    lines = []
    for start, piece in zip(starts, pieces, strict=False):
        for i, text in enumerate(piece.listed):
            time = str(datetime.timedelta(seconds=int(start / rate)))
            lines.append(f"{time if i == 0 else ' ' * len(time)}  {text}")
    return "\n".join(lines) + "\n"


def _record(title: str, quality: str, theme: str, scenes: Sequence[SceneClips]) -> Record:
    """Return where a film comes from: what is said of any file, and what of each of its scenes."""
    return Record(
        scene="film",
        file=None,
        parameters=None,
        kind="film",
        title=title,
        quality=quality,
        theme=theme,
        format="mp4",
        transparent=False,
        section=None,
        scenes=tuple(read({**scene.record, "name": scene.name}, scene.name) for scene in scenes),
    )
