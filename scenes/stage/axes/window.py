"""Where axes are in the picture, and what they show; none of it needs Manim."""

from dataclasses import dataclass

from scenes.stage.type.layout import Box

__all__ = ["Box", "Window"]


@dataclass(frozen=True)
class Window:
    """What the axes show, in the units of their quantities."""

    left: float
    right: float
    bottom: float
    top: float

    def lies_in(self, other: "Window") -> bool:
        """Tell whether `other` shows everything that this window shows."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )

    @property
    def width(self) -> float:
        """How much of the horizontal quantity it shows."""
        return self.right - self.left

    def towards(self, other: "Window", time: float) -> "Window":
        """Return the window on the way to `other`: sizes change by equal factors in equal times."""
        x = _zoomed((self.left, self.right), (other.left, other.right), time)
        y = _zoomed((self.bottom, self.top), (other.bottom, other.top), time)
        return Window(*x, *y)


def _zoomed(start: tuple[float, float], end: tuple[float, float], time: float) -> tuple[float, float]:
    before, after = start[1] - start[0], end[1] - end[0]
    ratio = after / before
    part = time if abs(ratio - 1) < 1e-6 else (ratio**time - 1) / (ratio - 1)
    low = start[0] + (end[0] - start[0]) * part
    return low, low + before * ratio**time  # not from both ends, which lose a size far below that of the start
