"""A beat: a part of a story that can be told without those before it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Beat:
    """A section of the video.

    Attributes:
        name: Its name.
        seen: What can be seen in it, a sentence for those who cannot see it.
        place: Puts its first picture into the empty frame, from nothing but the numbers of the scene. It is the
            settled picture of the beat before.
        tell: Tells it, from there on.
    """

    name: str
    seen: str
    place: Callable[[], object]
    tell: Callable[[], object]
