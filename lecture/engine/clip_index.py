"""What is known of clips, as `clips.json` holds it."""

from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from lecture.engine.file_names import DEFAULT
from scenes.settings.errors import ParameterError, why

INDEX = "clips.json"
LOSSLESS = ".flac"
"""The ending of the file with the sound of a clip as it was mixed, of which films are made."""


class _Plain(BaseModel):
    model_config = ConfigDict(frozen=True, allow_inf_nan=False)


class Caption(_Plain):
    """A caption: its text, and when it appears and disappears, in seconds from the start of its clip."""

    start: float
    end: float
    text: str


class Clip(_Plain):
    """A section of a scene.

    Attributes:
        number: Its place among the sections of its scene, counted from 1.
        section: The name of the section.
        alt: A sentence on what can be seen.
        transcript: Everything its captions say.
        start: When it begins in the video of the whole scene, in seconds.
        seconds: How long it is.
        frames: How many frames it has.
        captions: Its captions.
        files: Its files by their endings (".mp4", ".png", ".vtt", …), relative to the folder of the index.
    """

    number: int
    section: str
    alt: str
    transcript: str
    start: float
    seconds: float
    frames: Annotated[int, Field(ge=1)]
    captions: tuple[Caption, ...]
    files: dict[str, str]

    @property
    def sounds(self) -> bool:
        """Whether it has sound."""
        return LOSSLESS in self.files

    @property
    def label(self) -> str:
        """What to call the section; empty if the scene has none of its own."""
        return "" if self.section == DEFAULT else self.section.replace("_", " ")


class SceneClips(_Plain):
    """The clips of a scene, drawn with one set of parameters.

    Attributes:
        name: What they are called: the scene, and what sets these apart from others of that scene.
        scene: The class name of the scene.
        title: Its title.
        idea: What it is about, in a sentence.
        width, height: Of the videos, in pixels; gifs may be narrower.
        frame_rate: Frames per second of the videos; gifs have at most 15.
        made_from: A digest of everything the pictures depend on; None if that is not known.
        record: Where they come from: parameters, theme, versions, digest of the numbers.
        clips: The clips, in their order.
    """

    name: str
    scene: str
    title: str
    idea: str
    width: int
    height: int
    frame_rate: Annotated[float, Field(gt=0)]
    made_from: str | None
    record: dict[str, Any]
    clips: tuple[Clip, ...]


class Index(_Plain):
    """All clips of a folder."""

    scenes: tuple[SceneClips, ...] = ()


def is_below(file: str) -> bool:
    """Tell whether a name stays within the folder that it is relative to: anybody may have written an index."""
    path = PurePosixPath(file)
    return not path.is_absolute() and ".." not in path.parts


def lies_in(folder: Path, file: str) -> bool:
    """Tell whether a file is there, in the folder that its name is relative to; links lead anywhere."""
    place = folder / file
    return is_below(file) and place.is_file() and place.resolve().is_relative_to(folder.resolve())


def index_of(folder: Path) -> Index:
    """Return what a folder's index says; it is empty if there is none.

    Raises:
        ParameterError: The index cannot be read.
    """
    file = folder / INDEX
    try:
        return Index.model_validate_json(file.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Index()
    except OSError as error:
        raise ParameterError(f"{file}: it cannot be read ({why(error)})") from None
    except ValidationError:
        raise ParameterError(
            f"{file}: this is not a list of clips; move it away, and `lecture clips` will write a new one"
        ) from None
