"""What the numbers of a picture say, found by their names: those of a network, a readout, a log, a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from tests.scenes.reading.numbers import number_in, shows
from tests.scenes.reading.picture import Picture, Text


def wrong_rows(picture: Picture, expected: Mapping[str, float]) -> Iterator[str]:
    """Yield the rows of a name and a number that are not those expected."""
    for name, value in expected.items():
        text = picture.beside(name)
        if text is None or not shows(text, value):
            yield f"{name} reads {text}, not {value}"


def wrong_network(picture: Picture, **expected: float) -> Iterator[str]:
    """Yield the numbers in a network that are not those expected: of input, weight, prediction and error."""
    nodes = [(name, _node(picture, name)) for name in ("input", "prediction", "error")]
    shown = {name: node.says if node else None for name, node in nodes}
    ends = [node.x for _, node in nodes[:2] if node]
    weights = [
        one
        for one in picture.texts
        if one.is_number and one.colour == picture.theme.weight and ends and min(ends) < one.x < max(ends)
        if abs(one.x - min(ends)) < max(ends) - min(ends)
    ]
    level = nodes[0][1].y if nodes[0][1] else 0
    shown["weight"] = next((one.says for one in weights if 0.5 < one.y - level < 2), None)
    for name, value in expected.items():
        text = shown[name]
        if text is None or not shows(text, value):
            yield f"{name} of the network reads {text}, not {value}"


def _node(picture: Picture, name: str) -> Text | None:
    """Return the number above a name that stands below a circle."""
    for title in picture.said(name):
        above = [
            one
            for one in picture.texts
            if one.is_number and abs(one.x - title.x) < 0.3 and 0.4 < one.y - title.y < 1.4
        ]
        if above and not title.figures:
            return above[0]
    return None


def logged(picture: Picture) -> list[tuple[str, list[str]]]:
    """Return the lines of a log: the name of each, and its numbers from left to right."""
    heads = [one for one in picture.said("line") if one.figures]
    if not heads:
        return []
    names = [one for one in picture.texts if one.figures and one.y < heads[0].y and _begins(one, heads[0])]
    lines = sorted(names, key=lambda one: -one.y)
    return [(one.says, [cell.says for cell in picture.right_of(one) if cell.is_number]) for one in lines]


def _begins(text: Text, head: Text) -> bool:
    return abs(text.box[0] - head.box[0]) < 0.1


def steps_told(picture: Picture) -> tuple[list[str], int]:
    """Return what a table of steps says of the start and each step, and how many steps it says to follow."""
    values: list[str] = []
    for name in ("Start", *(f"Step {k}" for k in range(1, 100))):
        titles = [one for one in picture.said(name) if one.figures and picture.right_of(one)]
        if not titles:
            break
        values.append(picture.right_of(titles[0])[-1].says)
    more = [one.says.split()[-3] for one in picture.texts if one.says.endswith((" more steps", " more step"))]
    return values, sum(int(number_in(one)) for one in more)


def wrong_steps_told(picture: Picture, expected: Sequence[float], last: int) -> Iterator[str]:
    """Yield the numbers of a table of steps that are wrong, or how many steps it wrongly says to follow."""
    values, more = steps_told(picture)
    if not values:
        yield "there is no table of steps"
    for k, text in enumerate(values):
        if not shows(text, expected[k]):
            yield f"state {k} of the table reads {text}, not {expected[k]}"
    if more != last + 1 - len(values):
        yield f"the table says that {more} steps follow, not {last + 1 - len(values)}"


def close(text: str, value: Fraction | float, share: Fraction = Fraction(6, 1000)) -> bool:
    """Tell whether a text is a value, rounded to three digits or so."""
    return abs(Fraction(Decimal(number_in(text))) - Fraction(value)) <= abs(Fraction(value)) * share
