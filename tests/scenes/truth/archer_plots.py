"""What the plots and the bars of ArcherError must show."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from tests.scenes.reading.arrows import bars
from tests.scenes.reading.axes import Axes, axes_in
from tests.scenes.reading.graphs import OFF, wrong_graph, wrong_places
from tests.scenes.reading.picture import Picture, level_and_upright
from tests.scenes.truth.misses import expected, right
from tests.strokes import Rectangle


def wrong_plots(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what is wrong in the plots: both errors over the miss, the marks on them, the numbers below."""
    found = axes_in(picture)
    if len(found) != 2:
        yield f"there are {len(found)} pairs of axes with numbers"
        return
    later = section == "priorities"
    due = [[*p.misses, *([p.big_miss] if later else [])], [p.small_miss] if later else []]
    for axes, misses in zip(found, due, strict=True):
        yield from axes.uneven()
        yield from _wrong_errors(picture, axes)
        yield from _wrong_marks(picture, axes, misses)
    lines = [(one.x, picture.right_of(one), one) for one in picture.said("squared is")]
    for (_, after, words), miss in zip(
        sorted(lines, key=lambda line: line[0]), (p.big_miss, p.small_miss), strict=False
    ):
        before = [
            one for one in picture.texts if one.on_line_with(words) and one.box[1] < words.box[0] and one.figures
        ]
        for text, name in ((max(before, key=lambda one: one.x), "signed"), (after[0], "squared")):
            if not right(text.says, expected([miss])[name][0]):
                yield f"{name} of {miss} reads {text.says}"
    if len(lines) != 2 * later:
        yield f"{len(lines)} misses are squared in writing"


def _wrong_errors(picture: Picture, axes: Axes) -> Iterator[str]:
    """Yield what is wrong with the two curves: they are the square and the absolute value, out to one miss."""
    theme = picture.theme
    curves = {}
    for name, colour, width in (("squared", theme.error, 4), ("absolute", theme.ink, 3)):
        lines = [one for one in picture.strokes(colour, width=width, within=axes.box) if one.circle is None]
        curves[name] = [one for one in lines if one.box[1] - one.box[0] > 0.45]  # shorter are those of the legend
        if len(curves[name]) != 1:
            yield f"there are {len(curves[name])} curves of the {name} error"
            return
    (squared,), (absolute,) = curves.values()
    yield from wrong_graph(axes, squared, lambda miss: miss**2, "the squared error")
    yield from wrong_graph(axes, absolute, abs, "the absolute error", whole=False)
    ends = zip(squared.box[:2], absolute.box[:2], strict=True)
    if max(abs(a - b) for a, b in ends) > OFF:
        yield "the two errors are not drawn out to the same miss"


def _wrong_marks(picture: Picture, axes: Axes, misses: Sequence[float]) -> Iterator[str]:
    """Yield the misses that are not marked on both curves where they lie, and marks of no miss."""
    inside = [
        miss
        for miss in map(Fraction, misses)
        if axes.x.low - OFF <= axes.x.place(miss) <= axes.x.high + OFF
        and max(axes.y.place(miss**2), axes.y.place(abs(miss))) <= axes.y.high + OFF
    ]
    theme = picture.theme
    for colour, of in ((theme.ink, abs), (theme.error, lambda miss: miss**2)):
        found = picture.dots(colour, within=axes.box)
        yield from wrong_places(axes, found, [(miss, of(miss)) for miss in inside], "mark")


def wrong_means(picture: Picture, p: Any) -> Iterator[str]:
    """Yield the bars, values and means of the last beat that are wrong, and praise that is not deserved."""
    theme = picture.theme
    titles = {name: min(picture.said(name), key=lambda one: -one.y) for name in ("signed", "absolute", "squared")}
    borders = [*sorted(one.box[0] for one in titles.values()), 100.0]
    for name, values in expected(p.cancelling).items():
        left = titles[name].box[0]
        region = (left - 0.1, borders[borders.index(left) + 1] - 0.1)
        colour = theme.error if name == "squared" else theme.ink
        found = [bar for bar in bars(picture, colour) if region[0] < bar[0] and bar[1] < region[1]]
        found.sort(key=lambda bar: -bar[3])
        texts = [one for one in picture.texts if one.figures and region[0] < one.x < region[1]]
        texts.sort(key=lambda one: -one.y)
        uprights = [
            one.start[0]
            for up, one in level_and_upright(picture.segments)
            if up and one.colour == theme.muted and region[0] <= one.start[0] <= region[1]
        ]
        if [len(found), len(texts), len(uprights)] != [len(values), len(values), 1]:
            yield f"{name} has {len(found)} bars, {len(texts)} numbers and {len(uprights)} axes"
            continue
        yield from _wrong_bars(name, found, uprights[0], values)
        for value, text in zip(values, texts, strict=True):
            if not right(text.says, value):
                yield f"{name} reads {text.says}, not {float(value)}"
        for bar, text in list(zip(found, texts, strict=True))[:-1]:
            if abs(text.y - (bar[2] + bar[3]) / 2) > 0.06:
                yield f"{name}: the number {text.says} is not beside its bar"
    signed = expected(p.cancelling)["signed"]
    praised = any("perfect" in text.says for text in picture.texts if not text.figures)
    if praised != (signed[-1] == 0 and any(signed)):
        yield f'"perfect" is {"" if praised else "not "}said of {signed}'


def _wrong_bars(name: str, found: Sequence[Rectangle], zero: float, values: Sequence[Fraction]) -> Iterator[str]:
    """Yield the bars that are not as long, from the axis, as their numbers in one scale."""
    lengths = [b - zero if b - zero > zero - a else a - zero for a, b, _, _ in found]
    longest, largest = max(lengths[:-1], key=abs), max(values, key=abs)
    for value, length in zip(values, lengths, strict=True):
        share = float(abs(value) / abs(largest)) if largest else 0.0
        slack = 1e-6 if share * abs(longest) > 0.05 else 0.05
        if abs(abs(length) - share * abs(longest)) > slack or (slack < 0.05 and (length > 0) != (value > 0)):
            yield f"{name}: a bar of {length} stands for {float(value)}, one of {longest} for {float(largest)}"
