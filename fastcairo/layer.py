"""A picture that is kept from frame to frame: only where something has changed it is drawn anew."""

from collections.abc import Iterator, Sequence
from typing import Any

import cairo
from manim.mobject.types.image_mobject import AbstractImageMobject

from fastcairo.boxes import find_boxes
from fastcairo.drawing import Drawing, View, key_of
from fastcairo.families import Drawable
from fastcairo.picture import Picture, picture_key
from fastcairo.rectangles import Pixels, Rectangle, area, meet, merged
from fastcairo.tiles import differing, gathered

AnyDrawing = Drawing | Picture

_MOST_OF_IT = 0.5
"""Where more than this share of a frame has changed, all of it is drawn at once."""


class Layer:
    """Mobjects drawn over the pixels of what lies below.

    Args:
        pixels: The picture to keep, (height, width, 4).
        scratch: Pixels of the same shape to draw on; what they hold may be lost.

    Attributes:
        pixels: The picture.
        drawn: How many mobjects have been handed to Cairo so far.
    """

    def __init__(self, pixels: Pixels, scratch: Pixels) -> None:
        self.pixels = pixels
        self.drawn = 0
        self._scratch = scratch
        self._drawings: list[AnyDrawing] = []
        self._known: dict[int, AnyDrawing] = {}
        self._below: Pixels | None = None
        self._view: View | None = None

    def forget(self) -> None:
        """Take note that somebody else has written to the pixels."""
        self._below = None

    def update(
        self,
        view: View,
        below: Pixels,
        changed_below: Sequence[Rectangle],
        mobjects: Sequence[Drawable],
        neighbour: "Layer",
    ) -> list[Rectangle]:
        """Show `mobjects` over `below` and return the rectangles in which pixels may have changed.

        Args:
            view: What the camera does to them.
            below: What lies below.
            changed_below: Where that has changed since the last time.
            mobjects: What is to be seen, from the back to the front.
            neighbour: Another layer, which may know a mobject that is new to this one.
        """
        if view != self._view:
            self._known, self._view, self._below = {}, view, None
        before = self._drawings
        self._look_at(mobjects, view, neighbour)
        changed = [(0, 0, *view.size)]
        if self._below is below:
            changed = merged(gathered([*changed_below, *differences(before, self._drawings)], view.size))
            if sum(map(area, changed)) > _MOST_OF_IT * view.size[0] * view.size[1]:
                changed = [(0, 0, *view.size)]
        # A path that Cairo clips gets other edges: it is drawn whole elsewhere, and what differs is copied.
        for left, top, right, bottom in changed:
            self._scratch[top:bottom, left:right] = below[top:bottom, left:right]
        self._draw(view, self._scratch, changed)
        if self._below is below:
            changed = differing(self.pixels, self._scratch, changed)
        for left, top, right, bottom in changed:
            self.pixels[top:bottom, left:right] = self._scratch[top:bottom, left:right]
        self._below = below
        return changed

    def _look_at(self, mobjects: Sequence[Drawable], view: View, neighbour: "Layer") -> None:
        """Bring the drawings up to date; those of mobjects that have not changed stay the same objects."""
        others = neighbour._known if neighbour._view == view else {}
        known: dict[int, AnyDrawing] = {}
        for mobject in mobjects:
            number = id(mobject)
            known[number] = drawing_of(mobject, view, self._known.get(number) or others.get(number))
        find_boxes(known.values(), view)
        self._known = known
        self._drawings = view.camera.in_order(list(known.values()))

    def _draw(self, view: View, pixels: Pixels, parts: Sequence[Rectangle]) -> None:
        """Draw, whole and in their order, the mobjects that touch one of `parts`."""
        if not parts:
            return
        surface = cairo.ImageSurface.create_for_data(pixels.data, cairo.FORMAT_ARGB32, *view.size)
        context = cairo.Context(surface)
        context.set_matrix(view.matrix)
        everywhere = parts[0] == (0, 0, *view.size)
        for drawing in self._drawings:
            box = drawing.box
            if box and (everywhere or any(meet(box, part) for part in parts)):
                drawing.draw(context, pixels)
                self.drawn += 1


def drawing_of(mobject: Any, view: View, old: AnyDrawing | None) -> AnyDrawing:
    """Return a drawing of a mobject: an earlier one if nothing has changed."""
    if isinstance(mobject, AbstractImageMobject):
        image_key = picture_key(mobject, view.camera)
        return old if old and old.key == image_key else Picture(mobject, image_key, view)
    key = key_of(mobject, view.camera)
    return (
        old if old and old.key == key else Drawing(mobject, key, view, old if isinstance(old, Drawing) else None)
    )


def differences(before: Sequence[AnyDrawing], now: Sequence[AnyDrawing]) -> Iterator[Rectangle]:
    """Yield rectangles outside of which two sequences of drawings give the same pixels.

    Drawings that both have in the same order are matched; the others leave their boxes.
    """
    places = {id(drawing): i for i, drawing in enumerate(before)}
    reached = 0
    for drawing in now:
        place = places.get(id(drawing), -1)
        if place < reached:
            if drawing.box:
                yield drawing.box
        else:
            yield from (old.box for old in before[reached:place] if old.box)
            reached = place + 1
    yield from (old.box for old in before[reached:] if old.box)
