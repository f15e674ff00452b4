"""What ArcherError must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.scenes.reading.arrows import bars
from tests.scenes.reading.axes import Axes, Axis, axes_in, axis_lines
from tests.scenes.reading.graphs import OFF, wrong_graph, wrong_places
from tests.scenes.reading.numbers import shows
from tests.scenes.reading.picture import Picture, level_and_upright
from tests.scenes.samples import floats
from tests.strokes import Rectangle

RULERS: dict[int, Axis] = {}
"""What the ruler of a walk has said, by its parameters: it leaves before the squares come to rest."""

SECTIONS = ["shots", "signed", "unsigned", "curves", "priorities", "cancelling"]

EXTREMES: list[dict[str, Any]] = [
    {},
    {"misses": (0,), "big_miss": 1, "small_miss": 0.999, "cancelling": (0, 0)},
    {"misses": (2.5,), "big_miss": 1e6, "small_miss": 1e-300, "cancelling": (0.1, 0.2, -0.3)},
    {"misses": (0, 0, 0), "big_miss": 123456.789, "small_miss": 0.5, "cancelling": (5, 5, 5)},
    {"misses": (2,) * 6, "cancelling": (1e12, -1e12, 1, 2, 3, -123456789012.3)},
    {"misses": (2, 2.001, 2.0005), "big_miss": 1.01, "small_miss": 1e-12, "cancelling": (1e-300, -1e12)},
    {"misses": (3, 2.9, 3, -3, 2.5, -2.7)},
    {"misses": (3.0000001, -3)},
    {"misses": (1e9, -1e9, 123456789.123, -0.001, 1e-300, 0)},
    {"misses": (-123456789.1,) * 3 + (123456789.1,) * 3, "cancelling": (-123456789012.3,) * 6},
    {"misses": (0.5, -0.2)},
    {"misses": (1e-300,)},
    {"misses": (0.1, 0.2, -0.3), "cancelling": (-3, 7)},
    *({"misses": value} for value in ((1,), (-1,), (1, -1), (0.99,), (1.06,), (1.1, -1.2), (6.4e-12,))),
]


def numbers(size: float, fewest: int) -> st.SearchStrategy[Any]:
    """Return a strategy for misses up to a size, small ones and equal ones among them."""
    one = st.one_of(
        st.sampled_from([0, 1, -1, 2, -2, 0.01, size, -size]),
        floats(-3, 3),
        floats(-size, size),
    )
    return st.one_of(
        st.lists(one, min_size=fewest, max_size=6).map(tuple), one.map(lambda miss: (miss,) * max(fewest, 3))
    )


PARAMETERS = st.fixed_dictionaries(
    {},
    optional={
        "misses": numbers(1e9, 1),
        "big_miss": st.one_of(st.sampled_from([1, 2, 10]), floats(1, 1e6)),
        "small_miss": st.one_of(st.sampled_from([0.5, 0.1]), floats(1e-9, 0.999)),
        "cancelling": numbers(1e12, 2),
    },
)


def expected(misses: Sequence[float]) -> dict[str, list[Fraction]]:
    """Return errors by every measure and their means, in decimal arithmetic that rounds nothing but the mean."""
    with localcontext() as context:
        context.prec = 2500
        signed = [Decimal(str(miss)) for miss in misses]
        rows = {"signed": signed, "absolute": [max(x, -x) for x in signed], "squared": [x * x for x in signed]}
        return {name: [Fraction(x) for x in row] + [Fraction(sum(row) / len(row))] for name, row in rows.items()}


def right(text: str, value: Fraction) -> bool:
    """Tell whether a text shows a value; what is too small for a double ends in an ellipsis."""
    return 0 < abs(value) < Fraction(1, 10**300) if text.endswith("…") else shows(text, value)


def told(p: Any, section: str) -> list[Fraction]:
    """Return the numbers that must be in the sentence of a section for those who cannot see it."""
    rows = expected(p.misses)
    if section in ("shots", "signed"):
        return rows["signed"][: None if section == "signed" else -1]
    if section in ("unsigned", "curves"):
        of = (lambda row: row[-1]) if section == "unsigned" else (lambda row: max(row[:-1]))
        return [of(rows["absolute"]), of(rows["squared"])]
    if section == "priorities":
        return [x for miss in (p.big_miss, p.small_miss) for x in (Fraction(miss), expected([miss])["squared"][0])]
    rows = expected(p.cancelling)
    return [*rows["signed"], rows["absolute"][-1], rows["squared"][-1]]


def check(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from the numbers."""
    if section in ("shots", "signed", "unsigned"):
        yield from wrong_table(picture, p, section)
        yield from wrong_arrows(picture, p, section)
    elif section == "cancelling":
        yield from wrong_means(picture, p)
    else:
        yield from wrong_plots(picture, p, section)


def wrong_table(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield the cells of the table that are missing, too many or wrong."""
    want = expected(p.misses)
    network = {name: row[:1] for name, row in expected([-0.55]).items()}
    if section == "shots":
        rows = {"inches off": want["absolute"][:-1]}
    elif section == "signed":
        rows = {"signed": want["signed"]}
    else:
        rows = {name: [*network[name], *row] for name, row in want.items()}
    for name, due in rows.items():
        found = [one.says for title in picture.said(name) for one in picture.right_of(title) if one.is_number]
        found += [one.says for one in picture.texts if one.says.endswith("…") and name == "squared"]
        if len(found) != len(due):
            yield f"{name} has {len(found)} cells, not {len(due)}"
        elif not any(one.endswith("…") for one in found):
            for text, value in zip(found, due, strict=True):
                if not right(text, value):
                    yield f"{text} where {float(value)} is due"


def wrong_arrows(picture: Picture, p: Any, section: str) -> Iterator[str]:
    """Yield the arrows and squares that do not measure by the ruler what they stand for."""
    ink, red = picture.theme.ink, picture.theme.error
    rulers = [one for one in axis_lines(picture) if one.upright]
    if len(rulers) != (section != "unsigned"):
        yield f"there are {len(rulers)} rulers"
        return
    ruler = rulers[0] if rulers else RULERS[id(p)]
    RULERS[id(p)] = ruler  # the squares are as large by it when it has gone
    yield from ruler.uneven()
    means = [] if section == "shots" else ["mean"]
    columns = [
        one.x for name in [*(f"shot {i + 1}" for i in range(len(p.misses))), *means] for one in picture.said(name)
    ]
    values = [float(value) for value in expected(p.misses)["absolute" if section == "unsigned" else "signed"]]
    areas = [float(value) for value in expected(p.misses)["squared"]]
    if len(columns) != len(values) - (section == "shots"):
        yield f"there are {len(columns)} columns for {len(values)} values"
        return
    tips = [one.corners for one in picture.fillings(ink) if one.circle is None]
    centre = ruler.place(0)
    for x, value, area in zip(columns, values, areas, strict=False):
        points = [point[1] for tip in tips for point in tip if abs(tip[:, 0].mean() - x) < 0.1]
        height = max(points, key=lambda y: abs(y - centre), default=centre)
        yield from _wrong_height("the arrow of a lane", value, float(ruler.value(height)))
        yield from _wrong_square(picture, ruler, x, area if section == "unsigned" else 0.0)
    if section != "unsigned":
        yield from _wrong_shots(picture, ruler, values[: len(p.misses)])
    elif len([one for one in picture.fillings(red) if one.line == red]) > len(columns):
        yield "there are more squares than arrows"


def _wrong_square(picture: Picture, ruler: Axis, x: float, area: float) -> Iterator[str]:
    """Yield what is wrong with the square in a lane; what is too small or too large for one has none."""
    red = picture.theme.error
    boxes = [one.box for one in picture.fillings(red) if one.line == red]
    found = [box for box in boxes if abs((box[0] + box[1]) / 2 - x) < 0.1]
    if len(found) != (0.1**2 <= area <= 3**2) and min(abs(area - 0.01), abs(area - 9)) > 1e-9:
        yield f"there are {len(found)} squares of {area}"
    for left, right_, bottom, top in found:
        unit = ruler.place(1) - ruler.place(0)
        sides = (right_ - left) / unit, (top - bottom) / unit
        if abs(sides[0] * sides[1] - area) > 1e-6 or abs(sides[0] - sides[1]) > 1e-6:
            yield f"a square of {sides} stands for {area}"
        if abs(bottom - ruler.place(0)) > OFF:
            yield "a square does not stand at the height of the centre"


def _wrong_shots(picture: Picture, ruler: Axis, values: Sequence[float]) -> Iterator[str]:
    """Yield the arrows in the target that stick at other heights than their misses, and lines from elsewhere."""
    arrows = picture.strokes(picture.theme.ink, width=3.5)
    heights = sorted(float(ruler.value(one.points[one.points[:, 0].argmax(), 1])) for one in arrows)
    if len(heights) != len(values):
        yield f"there are {len(heights)} arrows"
    for value, height in zip(sorted(values), heights, strict=False):
        yield from _wrong_height("an arrow", value, height)
    guides = picture.strokes(picture.theme.faded(picture.theme.muted), width=2)
    levels = {round(float(ruler.value(one.box[2])), 6) for one in guides if one.box[3] - one.box[2] < OFF}
    for height in heights:
        if not any(abs(level - height) < 1e-3 for level in levels):
            yield f"no line leads from the arrow at {height} to the ruler"
    for level in levels:
        if not any(abs(level - height) < 1e-3 for height in heights):
            yield f"a line at {level} leads from no arrow"


def _wrong_height(what: str, value: float, height: float) -> Iterator[str]:
    if abs(value) <= 3 and abs(height - value) > 1e-6:
        yield f"{what} is at {height}, not {value}"
    if abs(value) > 3 and not (abs(height) > 3.3 and (height > 0) == (value > 0)):
        yield f"{what} for {value} is at {height}, not off the target"


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
