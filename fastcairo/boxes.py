"""Where drawings may touch a frame, found for all of them at once: one by one takes several times as long."""

from collections.abc import Iterable
from functools import cache
from typing import Any

import cairo
import numpy as np
from manim.camera.camera import CAP_STYLE_MAP, LINE_JOIN_MAP

from fastcairo.drawing import Drawing, Key, View
from fastcairo.rectangles import within

_MITER_LIMIT = 10.0
"""Cairo's own: how far a pointed corner may reach, in widths of the line."""
_EDGE = 2
"""Pixels around a shape that antialiasing may touch, with one to spare."""
_FAR = 2.0**22
"""Further away than so many pixels Cairo's coordinates wrap around, and nobody knows where it draws."""


def find_boxes(drawings: Iterable[Any], view: View) -> None:
    """Give boxes to those of some drawings that are still without."""
    waiting = [one for one in drawings if isinstance(one, Drawing) and not one.has_box]
    for one in waiting:
        one.box, one.has_box = None, True
    shown = [(one, points) for one in waiting if (points := one.curves()) is not None]
    if not shown:
        return
    lengths = [len(points) for _, points in shown]
    starts = np.cumsum([0, *lengths[:-1]])
    points = np.concatenate([points for _, points in shown])
    least, most = np.minimum.reduceat(points, starts), np.maximum.reduceat(points, starts)
    finite: Any = (np.isfinite(least) & np.isfinite(most)).all(axis=1)
    scale, origin = (view.matrix.xx, view.matrix.yy), (view.matrix.x0, view.matrix.y0)
    with np.errstate(invalid="ignore", over="ignore"):
        one_corner, other_corner = least[:, :2] * scale + origin, most[:, :2] * scale + origin
        reach = np.array([_reach(one.key, view.line * max(map(abs, scale))) for one, _ in shown])[:, np.newaxis]
        start = np.minimum(one_corner, other_corner) - reach
        end = np.maximum(one_corner, other_corner) + reach
        near: Any = (np.maximum(np.abs(start), np.abs(end)) <= _FAR).all(axis=1)
    corners = np.concatenate([start, end + 1], axis=1)
    corners[~(finite & near)] = 0
    boxes: list[Any] = corners.astype(np.int64).tolist()
    for i, (one, _) in enumerate(shown):
        if finite[i] and near[i]:
            one.box = within(boxes[i], view.size)
        elif finite[i] or one.key.place is not None:  # otherwise Manim draws nothing of it
            one.box = 0, 0, *view.size


def _reach(key: Key, line: float) -> float:
    """Return how far a drawing reaches beyond its points, in pixels."""
    width, width_behind, joint, cap = key.lines
    return max(width, width_behind) * line / 2 * _pointed(joint, cap) + _EDGE


@cache
def _pointed(joint: Any, cap: Any) -> float:
    """Return how far a line reaches beyond its points, in halves of its width."""
    if LINE_JOIN_MAP[joint] == cairo.LineJoin.MITER:
        return _MITER_LIMIT
    return 2**0.5 if CAP_STYLE_MAP[cap] == cairo.LineCap.SQUARE else 1.0
