"""Where the box, its rods and the plot stand, from the size of the frame; no Manim is needed for it."""

from dataclasses import dataclass

from scenes.parts.rods_in_a_box.spans import Span, Spans
from scenes.stage.axes.window import Window
from scenes.stage.type.layout import Box, Layout

_GAP = 0.55
"""How long the broken part of a ruler is."""
_TURNS = 0.4
"""When a ruler begins to turn, as a share of the time that it has."""


@dataclass(frozen=True)
class LanePlace:
    """Where a ruler lies and what it shows.

    Attributes:
        x, y: Where its edge meets the wall of the box.
        turn: How far it is turned, from 0, to the right, to 1, upwards.
        length: How long it is.
        gap: How long the broken part of it is, beside the wall.
        edge: How far the middle of the rod is from the edge of the ruler.
        aside: Where the number of the rod stands, from 0, beyond its tip, to 1, beyond the numbers of the ruler.
        span: What it shows.
    """

    x: float
    y: float
    turn: float
    length: float
    gap: float
    edge: float
    aside: float
    span: Span

    @property
    def inch(self) -> float:
        """How long an inch is."""
        return (self.length - self.gap) / self.span.width

    def along(self, inches: float) -> float:
        """Return how far from the wall a length ends."""
        if self.span.broken and inches < self.span.low:
            return self.gap * max(0.0, inches) / self.span.low
        return self.gap + (inches - self.span.low) * self.inch

    def towards(self, other: "LanePlace", time: float) -> "LanePlace":
        """Return the place on the way to another; what turns is first made as long as it will be."""
        early, late = (min(1, time / _TURNS), max(0, (time - _TURNS) / (1 - _TURNS)))
        if self.turn == other.turn:
            early = late = time
        before, after = (Window(span.low, span.high, 0, 1) for span in (self.span, other.span))
        shown = before.towards(after, early)

        def between(a: float, b: float, part: float) -> float:
            return a + (b - a) * part

        return LanePlace(
            between(self.x, other.x, late),
            between(self.y, other.y, late),
            between(self.turn, other.turn, late),
            between(self.length, other.length, early),
            between(self.gap, other.gap, early),
            between(self.edge, other.edge, early),
            between(self.aside, other.aside, late),
            Span(shown.left, shown.right),
        )


@dataclass(frozen=True)
class Lanes:
    """Where both rods lie."""

    blue: LanePlace
    red: LanePlace

    def towards(self, other: "Lanes", time: float) -> "Lanes":
        """Return the lanes on the way to others."""
        if time >= 1:
            return other
        return Lanes(self.blue.towards(other.blue, time), self.red.towards(other.red, time))


class Places:
    """Where everything stands in a frame.

    Args:
        layout: The frame.

    Attributes:
        poster: The room for pictures below a takeaway.
        shell: The box, as large as it is at first.
        red, blue: The heights of the middles of the rods.
        strip: Where changes are noted, below.
        inset: The box beside the plot, which is `smaller` by that factor.
        plot: The axes of the plot, names and numbers not counted.
    """

    def __init__(self, layout: Layout) -> None:
        self.layout, u = layout, layout.unit
        room = layout.room
        bottom = room.centre[1] - min(room.height, 6.1 * u) / 2
        self.strip = Box(room.left, room.right, bottom, bottom + 1.15 * u)
        middle = self.strip.top + (min(room.height, 6.1 * u) - 1.15 * u) / 2
        self.poster = layout.room_below(2 if layout.is_wide else 4)
        self.shell = Box(room.left, room.left + 0.34 * room.width, middle - 2.08 * u, middle + 2.08 * u)
        self.red, self.blue = middle + 1.2 * u, middle - 1.2 * u
        self.right = room.right - 1.2 * u
        side, self.plot = layout.parts(1, 1.5)
        self.plot = self.plot.within(left=1.9 * u, right=2.05 * u, bottom=1.25 * u, top=0.45 * u)
        self.smaller = min(1.0, side.width / self.shell.width)
        x, y = side.centre
        half_width, half_height = (self.smaller * size / 2 for size in (self.shell.width, self.shell.height))
        self.inset = Box(x - half_width, x + half_width, y - half_height, y + half_height)

    @property
    def heights(self) -> tuple[float, float]:
        """The heights of blue's and red's rod where they come out of the box."""
        return self.blue, self.red

    @property
    def inset_heights(self) -> tuple[float, float]:
        """Where they would come out of the box beside the plot."""
        y, middle = self.inset.centre[1], self.shell.centre[1]
        return y + self.smaller * (self.blue - middle), y + self.smaller * (self.red - middle)

    def lanes(self, spans: Spans) -> Lanes:
        """Return where the rods lie, side by side, for what their rulers show."""
        wall, length, edge = self.shell.right, self.right - self.shell.right, 0.34 * self.layout.unit
        blue = LanePlace(wall, self.blue - edge, 0, length, self._gap(spans.blue), edge, 0, spans.blue)
        red = LanePlace(wall, self.red + edge, 0, length, self._gap(spans.red), edge, 0, spans.red)
        return Lanes(blue, red)

    def axes(self, spans: Spans, *, equal: bool) -> Lanes:
        """Return where the rods lie as axes, for what they must show at least.

        Args:
            spans: What they must show.
            equal: Whether an inch is as long along both.
        """
        box = self.plot
        gaps = self._gap(spans.blue), self._gap(spans.red)
        width, height = box.width - gaps[0], box.height - gaps[1]
        blue, red = spans.blue, spans.red
        if equal:
            inch = min(width / blue.width, height / red.width)
            width = min(width, max(blue.width * inch, 0.75 * box.height - gaps[0]))
            blue, red = blue.widened(width / inch), red.widened(height / inch)
        edge = 0.11 * self.layout.unit
        x = box.left + (box.width - width - gaps[0]) / 2
        return Lanes(
            LanePlace(x, box.bottom, 0, width + gaps[0], gaps[0], edge, 1, blue),
            LanePlace(x, box.bottom, 1, height + gaps[1], gaps[1], edge, 1, red),
        )

    def _gap(self, span: Span) -> float:
        return _GAP * self.layout.unit if span.broken else 0
