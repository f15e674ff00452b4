"""How large text is, and where things stand, from the size of the frame; no Manim is needed for it.

Sizes are for the tenth row: at 1080 pixels along the shorter side, digits of a title are 45 pixels high,
those of a number 38, of words 31, of ticks 26, and exponents 21.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True)
class Box:
    """A rectangle of the picture, in scene units."""

    left: float
    right: float
    bottom: float
    top: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.top - self.bottom

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle (x, y)."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def within(self, *, left: float = 0, right: float = 0, bottom: float = 0, top: float = 0) -> "Box":
        """Return the box without margins at its sides."""
        return Box(self.left + left, self.right - right, self.bottom + bottom, self.top - top)

    def across(self, shares: Sequence[float], gap: float) -> list["Box"]:
        """Return boxes beside each other, from the left, whose widths are as the shares."""
        spans = _spans(shares, self.width, gap)
        return [Box(self.left + a, self.left + b, self.bottom, self.top) for a, b in spans]

    def down(self, shares: Sequence[float], gap: float) -> list["Box"]:
        """Return boxes below each other, from the top, whose heights are as the shares."""
        spans = _spans(shares, self.height, gap)
        return [Box(self.left, self.right, self.top - b, self.top - a) for a, b in spans]


@dataclass(frozen=True)
class Layout:
    """The frame, the sizes of text in it, and the room for pictures.

    Attributes:
        width, height: What the frame shows, in scene units, around the origin.
    """

    width: float
    height: float

    @property
    def unit(self) -> float:
        """What a length of 1 in a frame 8 high is in this one: an eighth of its shorter side."""
        return min(self.width, self.height) / 8

    @property
    def is_wide(self) -> bool:
        """Whether numbers stand beside the picture; in a tall frame they stand below it."""
        return self.width >= self.height

    # sizes, as the em of a text ---------------------------------------------------------------------------

    @property
    def poster(self) -> float:
        """The em of what a poster says."""
        return 0.62 * self.unit

    @property
    def question(self) -> float:
        """The em of a question."""
        return 0.56 * self.unit

    @property
    def title(self) -> float:
        """The em of the line at the top that tells the story."""
        return 0.5 * self.unit

    @property
    def number(self) -> float:
        """The em of the numbers that a beat is about."""
        return 0.42 * self.unit

    @property
    def word(self) -> float:
        """The em of all other words and numbers; exponents in it can still be read."""
        return 0.34 * self.unit

    @property
    def tick(self) -> float:
        """The em of the numbers along an axis."""
        return 0.285 * self.unit

    # places -----------------------------------------------------------------------------------------------

    @property
    def left(self) -> float:
        """Where the picture begins."""
        return -self.width / 2 + 0.45 * self.unit

    @property
    def right(self) -> float:
        """Where the picture ends."""
        return -self.left

    @property
    def top(self) -> float:
        """Above it stands nothing."""
        return self.height / 2 - 0.4 * self.unit

    @property
    def floor(self) -> float:
        """Below it stands nothing: it is for subtitles."""
        return -self.height / 2 + 0.8 * self.unit

    @property
    def headline(self) -> tuple[float, float]:
        """Where the line at the top begins, on its baseline."""
        return self.left, self.top - 0.4 * self.unit

    @property
    def room(self) -> Box:
        """The room for the picture below the line at the top, which may take two lines where it is not long."""
        return self.room_below(1 if self.width > 1.5 * self.height else 2)

    def room_below(self, lines: int) -> Box:
        """Return the room for the picture below so many large lines."""
        top = self.headline[1] - (0.4 + 0.8 * (lines - 1)) * self.unit
        return Box(self.left, self.right, self.floor, top)

    def parts(self, *shares: float, room: Box | None = None, gap: float = 0.5) -> list[Box]:
        """Return boxes for the parts of a picture: beside each other in a wide frame, below in a tall one.

        Args:
            shares: The shares of the room that they have.
            room: The room to share; that below the line at the top by default.
            gap: What is left free between two of them, in a frame 8 high.
        """
        box = room or self.room
        return (box.across if self.is_wide else box.down)(shares, gap * self.unit)


def _spans(shares: Sequence[float], length: float, gap: float) -> list[tuple[float, float]]:
    """Return where parts with these shares of a length begin and end, with gaps between them."""
    free = length - gap * (len(shares) - 1)
    ends = [free * part / sum(shares) + i * gap for i, part in enumerate(accumulate(shares))]
    return [(end - free * share / sum(shares), end) for end, share in zip(ends, shares, strict=True)]
