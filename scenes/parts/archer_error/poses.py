"""Where the arrows of the misses stand, side by side: as shot, tip to tail, as lengths; the mean stands last.

All that is compared is drawn at one scale; only as shot, what misses the target altogether is not to scale.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from gdcore import Misses
from scenes.parts.archer_error.numbers import RADIUS
from scenes.stage.type.layout import Layout

REACH = 3.4
"""How far off what misses the target altogether is drawn, in inches: by its place it says no more than that."""
_WIDEST = 2.9
_LEAST = 0.12  # the least share of the room that the longest arrow takes where the target stays
_SQUARE = 0.8  # the share of a lane that the largest square takes
_TARGET = 4.55  # the room for the target and its ruler
_NAMES = 1.6  # the room for the names of rows

Values = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Pose:
    """Where arrows stand, in scene units: their lanes, and the heights of their ends; the mean is the last."""

    x: Values
    foot: Values
    tip: Values

    def towards(self, other: "Pose", time: float) -> "Pose":
        """Return the pose on the way to another, at a time from 0 to 1."""
        return Pose(
            *(a + (b - a) * time for a, b in ((self.x, other.x), (self.foot, other.foot), (self.tip, other.tip)))
        )

    def with_mean(self, foot: float, tip: float) -> "Pose":
        """Return the same with another arrow for the mean."""
        return Pose(self.x, np.array([*self.foot[:-1], foot]), np.array([*self.tip[:-1], tip]))


class Poses:
    """All poses of some misses.

    Attributes:
        inch: How long an inch is beside the target.
        centre: The height of its centre.
        lanes, wide_lanes: The middles of the lanes, beside the target and with the frame to themselves.
        pitch, wide_pitch: How far apart they are.
        keeps_target: Whether the target stays when signs count: misses are as long then as beside it.
        scale, large: How long an inch is when signs count, and when only lengths do.
        base: The height of the line that signed arrows are added up from.
        floor: The height of the line that lengths stand on.
        rows: The baselines of the numbers below the lanes.
    """

    def __init__(self, layout: Layout, misses: Misses) -> None:
        room, unit = layout.room, layout.unit
        self.misses, self.signed = misses, np.array([float(miss) for miss in misses.signed])
        self.rows = (room.bottom + 1.1 * unit, room.bottom + 0.5 * unit)
        zone = room.within(bottom=1.7 * unit)
        self.centre, half = zone.centre[1], zone.height / 2
        self.inch = half / REACH
        count = len(self.signed) + 1
        self.lanes, self.pitch = _lanes(room.left + _TARGET * unit, room.right, count, _WIDEST * unit)
        self.wide_lanes, self.wide_pitch = _lanes(room.left + _NAMES * unit, room.right, count, 9 * unit)
        self.sums = np.array([0.0, *(float(value) for value in misses.sums)])
        low, high = min(self.sums.min(), self.signed.min()), max(self.sums.max(), self.signed.max())
        largest = float(misses.largest)
        can_be_seen = largest <= RADIUS and (largest * self.inch >= _LEAST * half or not largest)
        self.keeps_target = bool(can_be_seen and max(high, -low) * self.inch <= half)
        self.scale, self.base = self.inch, self.centre
        if not self.keeps_target:
            self.scale = 0.92 * zone.height / (max(high, 0.0) - min(low, 0.0))
            self.base = zone.centre[1] - self.scale * (max(high, 0.0) + min(low, 0.0)) / 2
        self.floor = zone.bottom + 0.05 * unit
        self.large = min(_SQUARE * self.wide_pitch, zone.height - 0.3 * unit) / (largest or 1.0)

    def drawn_at(self, miss: float) -> float:
        """Return the height at which a shot is drawn that misses by so many inches."""
        return self.centre + self.inch * (miss if abs(miss) <= RADIUS else math.copysign(REACH, miss))

    def shot(self) -> Pose:
        """Return the arrows as shot."""
        return self._on(self.centre, [self.drawn_at(miss) for miss in self.signed])

    def with_signs(self) -> Pose:
        """Return the signed arrows, all at one scale."""
        return self._on(self.base, self.base + self.scale * self.signed, wide=not self.keeps_target)

    def tip_to_tail(self) -> Pose:
        """Return the signed arrows, each from the tip of the one before, and their sum."""
        ends = self.base + self.scale * self.sums
        x = self.wide_lanes if not self.keeps_target else self.lanes
        return Pose(np.array(x), np.array([*ends[:-1], self.base]), np.array([*ends[1:], ends[-1]]))

    def signed_mean(self) -> float:
        """Return where the arrow of the mean ends."""
        return self.base + self.scale * float(self.misses.mean("signed"))

    def lengths(self) -> Pose:
        """Return the arrows without signs, and their mean, each in the middle of a lane once it is a square."""
        long = [self.large * float(size) for size in (*self.misses.absolute, self.misses.mean("absolute"))]
        squares = [self.large * side for side in self.sides()]
        lanes = [x - side / 2 for x, side in zip(self.wide_lanes, squares, strict=True)]
        return Pose(np.array(lanes), np.full(len(long), self.floor), self.floor + np.array(long))

    def sides(self) -> list[float]:
        """Return the sides of the squares, and the side of the one of mean area."""
        return [*(float(size) for size in self.misses.absolute), self.misses.root_mean_square]

    def _on(self, height: float, tips: Sequence[float] | Values, *, wide: bool = False) -> Pose:
        lanes = self.wide_lanes if wide else self.lanes
        return Pose(np.array(lanes), np.full(len(lanes), height), np.array([*tips, height]))


def _lanes(left: float, right: float, count: int, widest: float) -> tuple[list[float], float]:
    """Return the middles of lanes and how far apart they are."""
    pitch = min(widest, (right - left) / count)
    margin = (right - left - pitch * count) / 2
    return [left + margin + (i + 0.5) * pitch for i in range(count)], pitch
