"""What tries show side by side: bars, with their numbers above and below."""

from collections.abc import Iterator

from tests.scenes.reading.arrows import bars
from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture
from tests.strokes import Rectangle


def bars_of(picture: Picture) -> list[Rectangle]:
    return bars(picture, picture.theme.error)


def columns_below(picture: Picture) -> list[list[str]]:
    """Return the weights and the predictions that stand below bars, a list for each row."""
    if not bars_of(picture):
        return []
    rows = []
    for name in ("weight", "prediction"):
        titles = [one for one in picture.said(name) if one.figures]
        rows.append([one.says for title in titles for one in picture.right_of(title) if one.is_number])
    return rows


def wrong_bars(picture: Picture, expected: list[tuple[float, float, float]]) -> Iterator[str]:
    """Yield the numbers and bars that are not those expected: weight, prediction and error of each."""
    found, columns, red = bars_of(picture), columns_below(picture), picture.theme.error
    if len(found) != len(expected):
        yield f"there are {len(found)} bars"
        return
    tallest, highest = max(error for *_, error in expected) or 1, max(top - bottom for *_, bottom, top in found)
    for i, (weight, prediction, error) in enumerate(expected):
        left, right, bottom, top = found[i]
        for name, texts, value in zip(("weight", "prediction"), columns, (weight, prediction), strict=True):
            if len(texts) <= i or not shows(texts[i], value):
                yield f"{name} of a try reads {texts}, not {value}"
        above = [
            one
            for one in picture.texts
            if one.is_number
            and one.colour == red
            and left - 1 < one.x < right + 1
            and top < one.box[2] < top + 0.4
        ]
        nearest = min(above, key=lambda one: abs(one.x - (left + right) / 2), default=None)
        if nearest is None or not shows(nearest.says, error):
            yield f"error of a try reads {nearest and nearest.says}, not {error}"
        if abs((top - bottom) - highest * error / tallest) > 0.03:
            yield f"a bar is {top - bottom} high beside {highest}, the errors are {error} and {tallest}"
        if abs(bottom - found[0][2]) > 1e-6:
            yield "the bars do not stand on one line"
