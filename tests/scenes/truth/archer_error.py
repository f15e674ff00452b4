"""What ArcherError must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from hypothesis import strategies as st

from tests.scenes.reading.axes import Axis, axis_lines
from tests.scenes.reading.graphs import OFF
from tests.scenes.reading.picture import Picture
from tests.scenes.samples import floats
from tests.scenes.truth.archer_plots import wrong_means, wrong_plots
from tests.scenes.truth.misses import expected, right

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
        if len(found) != len(due):
            yield f"{name} has {len(found)} cells, not {len(due)}"
        for text, value in zip(found, due, strict=False):
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
