"""Jobs: what is to be drawn, and what came of it, as plain values.

A job says everything that its pictures depend on, so it can run on any machine that has this project; what comes
back are the bytes of the files.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

QUALITIES = "lmhpk"
"""Manim's letters for 480p15, 720p30, 1080p60, 1440p60 and 2160p60."""
MEGABYTES = 20.0
"""How large a gif may be where nobody says otherwise."""
TITLE = "Gradient descent"
"""The title of talks, galleries and films where nobody says otherwise."""

Report = Callable[[dict[str, Any]], None]
"""Is told, from time to time, how far a job is: `seconds` of `total` seconds of video, and the `section`."""


@dataclass(frozen=True)
class Job:
    """What is to be drawn.

    Attributes:
        scene: The class name of the scene.
        kind: "video", "clips" (one of each section), "cards" (title cards, each a clip), "still" (the end of
            `section`) or "storyboard" (the ends of all).
        parameters: All of the scene's parameters; None if it is not a lecture scene.
        quality: A letter of Manim's qualities, or a size and a frame rate: 1000x1000@24.
        theme: The colours.
        format: "mp4", "gif" or "webm".
        transparent: Whether the background is left out.
        section: The section of a still.
        file: Where the scene is defined, if not in this project.
        source: The content of that file.
        renderer: "fast", or "plain" for Manim's own.
        megabytes: How large each clip of the format "gif" may be.
    """

    scene: str
    kind: str = "video"
    parameters: dict[str, Any] | None = None
    quality: str = "h"
    theme: str = "dark"
    format: str = "mp4"
    transparent: bool = False
    section: str | None = None
    file: str | None = None
    source: str | None = None
    renderer: str = "fast"
    megabytes: float = MEGABYTES

    def parameters_for(self, scene_class: Any) -> Any:
        """Return the parameters as the scene declares them; None if it is not a lecture scene."""
        if self.parameters is None:
            return None
        return type(scene_class.params).model_validate_json(json.dumps(self.parameters), strict=False)


@dataclass(frozen=True)
class Made:
    """What came of a job.

    Attributes:
        files: The bytes of each file, by its ending: ".mp4", ".srt".
        seconds: How long the video is.
        error: What went wrong, in a line; empty if all went well.
        refused: Whether the error lies in what was asked for.
        note: Anything else worth saying, in a line.
    """

    files: dict[str, bytes] = field(default_factory=dict, repr=False)
    seconds: float = 0.0
    error: str = ""
    refused: bool = False
    note: str = ""
