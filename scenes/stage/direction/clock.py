"""How long a line takes, and the pages of its caption."""

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scenes.stage.direction.script import Line

LETTERS_A_SECOND = 17
LINE_LENGTH = 42
LINES_A_PAGE = 2


@dataclass(frozen=True)
class Span:
    """The time that a line takes, in seconds of the video, for animations to fit.

    Attributes:
        start: When it begins.
        length: How long it takes.
        marks: When its marks come.
    """

    start: float
    length: float
    marks: Mapping[str, float] = field(default_factory=dict)

    @property
    def end(self) -> float:
        """When it ends."""
        return self.start + self.length

    def until(self, mark: str) -> float:
        """Return how long it takes from its start to one of its marks."""
        return self.marks[mark] - self.start


class Clock(Protocol):
    """Tells how long lines take."""

    def span(self, line: Line, start: float) -> Span:
        """Return the time taken by a line that begins at `start`."""


class ReadingClock:
    """Tells how long lines take to be read."""

    def span(self, line: Line, start: float) -> Span:
        """Return the time taken by a caption that begins at `start`."""
        marks = {mark: start + place / LETTERS_A_SECOND for mark, place in line.places().items()}
        return Span(start, len(line.caption) / LETTERS_A_SECOND, marks)


@dataclass(frozen=True)
class Page:
    """A part of a caption that is shown at one time: its lines, when it appears and how long it stays."""

    text: str
    start: float
    length: float


def pages(caption: str, start: float, end: float) -> Iterator[Page]:
    """Yield the pages of a caption, which share its time according to their letters."""
    lines = textwrap.wrap(caption, LINE_LENGTH)
    texts = ["\n".join(lines[i : i + LINES_A_PAGE]) for i in range(0, len(lines), LINES_A_PAGE)]
    letter = (end - start) / sum(map(len, texts))
    for text in texts:
        yield Page(text, start, len(text) * letter)
        start += len(text) * letter
