"""Ways to draw something wrong: what stands in a picture is moved, turned, scaled, or written otherwise."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from manim import Dot

from scenes.stage.type.text import Figures
from tests.legibility import parts
from tests.strokes import Points

Fault = Callable[[Any], object]
"""What it does to a scene."""


@contextmanager
def planted(scene: Any, fault: Fault) -> Iterator[None]:
    """Let a picture have a fault, and then be as it was."""
    before = [(part, part.points.copy(), getattr(part, "text", None)) for part in parts(scene)]
    try:
        fault(scene)
        yield
    finally:
        for part, points, text in before:
            part.points = points
            if isinstance(part, Figures):
                part.text = text


def strokes(scene: Any, colour: str, width: float) -> list[Any]:
    """Return the lines of a colour, by its name in the theme, and a width; faded ones are "faded weight"."""
    wanted = _colour(scene, colour)
    return [
        part
        for part in parts(scene)
        if len(part.points)
        and part.get_stroke_width() == width
        and part.get_fill_opacity() == 0
        and part.get_stroke_color().to_hex() == wanted
    ]


def fillings(scene: Any, colour: str) -> list[Any]:
    """Return what is filled with a colour, but for texts."""
    wanted = _colour(scene, colour)
    return [
        part
        for part in parts(scene)
        if len(part.points)
        and not isinstance(part, Figures)
        and part.get_fill_opacity() > 0
        and part.get_fill_color().to_hex() == wanted
    ]


def dots(scene: Any, colour: str) -> list[Any]:
    """Return the dots of a colour."""
    return [part for part in fillings(scene, colour) if isinstance(part, Dot)]


def figures(scene: Any, colour: str, *, left: float = -8, right: float = 8, below: float = 8) -> list[Figures]:
    """Return the numbers of a colour whose middles lie in a part of the picture, from left to right."""
    wanted = _colour(scene, colour)
    found = [
        part
        for part in parts(scene)
        if isinstance(part, Figures)
        and len(part.points)
        and part.get_fill_color().to_hex() == wanted
        and left < part.get_center()[0] < right
        and part.get_center()[1] < below
    ]
    return sorted(found, key=lambda one: float(one.get_center()[0]))


def _colour(scene: Any, name: str) -> str:
    faded, _, of = name.rpartition(" ")
    colour: str = getattr(scene.theme, of)
    return {"": colour, "faded": scene.theme.faded(colour), "tint": scene.theme.tint(colour)}[faded]


def ticks(scene: Any, colour: str = "muted") -> list[Any]:
    """Return the ticks of the level axis."""
    return [part for part in strokes(scene, colour, 2) if len(part.points) == 4 and part.width < 0.01]


def tips(scene: Any, colour: str = "faded weight") -> list[Any]:
    """Return the triangles of a colour."""
    return [part for part in fillings(scene, colour) if len(part.points) == 12]


def bars(scene: Any, colour: str) -> list[Any]:
    """Return the rectangles of a colour."""
    return [part for part in fillings(scene, colour) if len(part.points) == 16 and part.get_stroke_width() == 0]


def low(found: list[Any]) -> list[Any]:
    """Return what stands in the lower part of the picture."""
    return [part for part in found if part.get_center()[1] < -1.5]


def column(scene: Any, colour: str, below: float = -0.4) -> list[Any]:
    """Return the numbers of the log in a column, the first line first."""
    found = [one for one in figures(scene, colour, left=1, below=below) if one.text[0].isdigit()]
    return sorted(found, key=lambda one: -float(one.get_center()[1]))


def row(scene: Any) -> Any:
    """Return a number of the readout that is no error."""
    return figures(scene, "prediction", left=1, below=0)[-1]


# what is done to it ---------------------------------------------------------------------------------------------


def higher(found: list[Any]) -> None:
    """Move what was found up by a tenth of a unit."""
    shift(found, y=0.1)


def aside(found: list[Any]) -> None:
    """Move what was found to the right by a tenth of a unit."""
    shift(found, x=0.1)


def shift(found: list[Any], x: float = 0, y: float = 0) -> None:
    """Move what was found."""
    assert found
    for part in found:
        part.points = part.points + (x, y, 0)


def scale(found: list[Any], x: float = 1, y: float = 1, about: Points | None = None) -> None:
    """Make what was found larger or smaller, about a point or its own middle."""
    assert found
    for part in found:
        middle = (part.points.max(axis=0) + part.points.min(axis=0)) / 2 if about is None else about
        part.points = middle + (part.points - middle) * (x, y, 1)


def exchange(one: Any, other: Any) -> None:
    """Let two numbers be written in each other's places, or two lines be drawn so."""
    if isinstance(one, Figures):
        texts = one.text, other.text
        assert texts[0] != texts[1]
        other.write(texts[0])
        one.write(texts[1])
        return
    places = [part.points.mean(axis=0) * (1, 0, 0) for part in (one, other)]
    assert np.abs(places[0] - places[1]).max() > 0.1
    one.points, other.points = one.points + places[1] - places[0], other.points + places[0] - places[1]


def cut(part: Any) -> None:
    """Let a line end half-way."""
    part.points = part.points[: len(part.points) // 8 * 4]
