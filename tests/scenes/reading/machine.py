"""What a machine says, read back from the picture: its numbers, and the square on the miss."""

from __future__ import annotations

from collections.abc import Iterator

from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture, Text

OFF = 0.01


def wrong_machine(
    picture: Picture, *, input: float, weight: float, prediction: float, goal: float
) -> Iterator[str]:
    """Yield the numbers of a machine that are not those expected, and what is wrong on its ruler."""
    theme = picture.theme
    found = {
        "input": (input, _below(picture, "input", theme.input)),
        "weight": (weight, _beside(picture, "weight", theme.weight)),
        "goal": (goal, _beside(picture, "goal", theme.goal)),
        "prediction": (prediction, _only(picture, theme.prediction)),
    }
    for name, (value, text) in found.items():
        if text is None or not shows(text.says, value):
            yield f"{name} of the machine reads {text and text.says}, not {value}"
    yield from _wrong_ruler(picture, input * weight - goal)


def _wrong_ruler(picture: Picture, miss: float) -> Iterator[str]:
    """Yield what is wrong with mark, ring and square."""
    marks = [one for one in picture.strokes(picture.theme.prediction) if one.is_straight]
    if len(marks) != 1:
        yield f"there are {len(marks)} marks of a prediction"
        return
    left, right, height, _ = marks[0].box
    x = (left + right) / 2
    rings = [one for one in picture.rings(picture.theme.goal, most=0.4) if abs(one[0] - x) < OFF]
    if len(rings) != 1:
        yield f"there are {len(rings)} goals on the ruler"
        return
    off = height - float(rings[0][1])
    if abs(off) > OFF and (off > 0) != (miss > 0):
        yield f"the prediction stands {off} above the goal, at a miss of {miss}"
    squares = [one for one in picture.fillings(picture.theme.error) if one.line == picture.theme.error]
    if bool(squares) != (abs(off) > 0.02):
        yield f"there are {len(squares)} squares at a miss that is drawn {off} long"
    for square in squares:
        a, b, c, d = square.box
        if max(abs(b - a - abs(off)), abs(d - c - abs(off)), abs(a - x)) > OFF:
            yield f"the square is {b - a} by {d - c}, and the miss {off} long"


def _below(picture: Picture, name: str, colour: str) -> Text | None:
    """Return the number of a colour below a name."""
    titles = [one for one in picture.said(name) if one.colour == colour]
    numbers = [one for one in picture.texts if one.is_number and one.colour == colour]
    near = [one for title in titles for one in numbers if abs(one.x - title.x) < 0.3 and 0 < title.y - one.y < 1.2]
    return near[0] if near else None


def _beside(picture: Picture, name: str, colour: str) -> Text | None:
    """Return the number of a colour that stands after a name."""
    titles = [one for one in picture.said(name) if one.colour == colour]
    near = [one for title in titles for one in picture.right_of(title) if one.is_number and one.colour == colour]
    return near[0] if near else None


def _only(picture: Picture, colour: str) -> Text | None:
    """Return the one number of a colour."""
    found = [one for one in picture.texts if one.is_number and one.colour == colour]
    return found[0] if len(found) == 1 else None
