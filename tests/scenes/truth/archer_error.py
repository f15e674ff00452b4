"""What ArcherError must show, from other sources than the scene, and the parameters to try it with."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import strategies as st

from scenes.parts.archer_error.shot_lanes import ROWS
from scenes.stage.type.text import Figures, Words
from tests.legibility import parts, rectangle, texts
from tests.scenes.axis_reading import number_in, read_off, shows
from tests.scenes.samples import floats

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


def check(scene: Any, section: str) -> Iterator[str]:
    """Yield what the end of a section shows that differs from the numbers."""
    if section in ("shots", "signed", "unsigned"):
        yield from true_table(scene, section)
        yield from true_arrows(scene, section)
    elif section == "cancelling":
        yield from true_means(scene)
    else:
        yield from true_marks(scene)
        if section == "priorities":
            for run, miss in ((scene.big, scene.params.big_miss), (scene.small, scene.params.small_miss)):
                for figures, name in ((run.before, "signed"), (run.after, "squared")):
                    if not right(figures.text, expected([miss])[name][0]):
                        yield f"{name} of {miss} reads {figures.text}"


def true_table(scene: Any, section: str) -> Iterator[str]:
    """Yield the cells of the table that are missing, too many or wrong."""
    places, want = scene.lanes.places, expected(scene.params.misses)
    rows = {"shots": ["absolute"], "signed": ["signed"], "unsigned": ["signed", "absolute", "squared"]}[section]
    cells = {f.at: f.text for f in parts(scene) if type(f) is Figures and f.at[1] in ROWS.values()}
    due: dict[tuple[float, float], Fraction] = {}
    for name in rows:
        y = ROWS["signed" if section == "shots" else name]
        due |= {(x, y): value for x, value in zip(places, want[name], strict=True)}
        if section == "shots":
            del due[(places[-1], y)]
        elif section == "unsigned":
            due[(scene.ruler.strip.get_center()[0], y)] = expected([-0.55])[name][0]
    if len(cells) != len(due):
        yield f"the table has {len(cells)} cells, not {len(due)}"
    for (x, y), value in due.items():
        found = [text for at, text in cells.items() if np.allclose(at, (x, y))]
        if len(found) != 1 or not right(found[0], value):
            yield f"{found} where {float(value)} is due"


def inches(scene: Any, height: float) -> float:
    """Return what the ruler says about a height."""
    (low, first), (high, last) = scene.ruler.marks[0], scene.ruler.marks[-1]
    a, b = (float(number_in(label.text)) for label in (first, last))
    start, end = low.get_center()[1], high.get_center()[1]
    return a + (b - a) * (height - start) / (end - start)


def true_arrows(scene: Any, section: str) -> Iterator[str]:
    """Yield the arrows and squares that do not measure by the ruler what they stand for."""
    name = "absolute" if section == "unsigned" else "signed"
    values = [float(value) for value in expected(scene.params.misses)[name]]
    areas = [float(value) for value in expected(scene.params.misses)["squared"]]
    heights = []
    for _, _, tip in scene.lanes.arrows[: len(values) - (section == "shots")]:
        points = tip.get_all_points()[:, 1] if len(tip.points) else [0.5]
        heights.append(inches(scene, max(points, key=lambda y: abs(y - 0.5))))
    for value, height in zip(values, heights, strict=False):
        yield from _wrong_height("the arrow of a lane", value, height)
    if section != "unsigned":
        for value, shot in zip(values, scene.shots, strict=False):
            yield from _wrong_height("an arrow", value, inches(scene, shot.end[1]))
        return
    for area, square in zip(areas, scene.lanes.squares, strict=True):
        if not len(square.points):
            if 0.1**2 < area <= 3**2:
                yield f"there is no square of {area}"
            continue
        left, right_, bottom, top = rectangle(square)
        sides = [inches(scene, 0.5 + side) for side in (right_ - left, top - bottom)]
        if abs(sides[0] * sides[1] - area) > 1e-6 or abs(sides[0] - sides[1]) > 1e-6:
            yield f"a square of {sides} stands for {area}"


def _wrong_height(what: str, value: float, height: float) -> Iterator[str]:
    if abs(value) <= 3 and abs(height - value) > 1e-6:
        yield f"{what} is at {height}, not {value}"
    if abs(value) > 3 and not (abs(height) > 3.3 and (height > 0) == (value > 0)):
        yield f"{what} for {value} is at {height}, not off the target"


def true_marks(scene: Any) -> Iterator[str]:
    """Yield the marks of the plots that do not lie at their miss and its errors, by the ticks of the axes."""
    shots = [float(miss) for miss in scene.params.misses]
    due = {scene.wide: [*shots, scene.params.big_miss], scene.near: [scene.params.small_miss]}
    for plot, misses in due.items():
        window = plot.window
        for miss, (_, *dots) in zip(misses, plot.marks, strict=False):
            inside = window.left <= miss <= window.right
            for error, dot in zip((abs(miss), miss * miss), dots, strict=True):
                if (dot.get_fill_opacity() > 0) != inside:
                    yield f"the mark of {miss} is {'not ' if inside else ''}drawn"
                elif inside:
                    x, y = read_off(plot, dot)
                    if abs(x - miss) > 1e-6 * (window.right - window.left) or abs(y - error) > 1e-6 * window.top:
                        yield f"a mark is at ({x}, {y}), not ({miss}, {error})"
    if not any(len(plot.marks) for plot in due):
        yield "nothing is marked"


def true_means(scene: Any) -> Iterator[str]:
    """Yield the bars, values and means of the last beat that are wrong, and praise that is not deserved."""
    for name, values in expected(scene.params.cancelling).items():
        panel = scene.panels[name]
        largest = max(values, key=abs)
        longest = max((_length(panel, bar) for bar in panel.bars), key=abs)
        for value, bar in zip(values, [*panel.bars, panel.mean_bar], strict=True):
            share = float(abs(value) / abs(largest)) if largest else 0.0
            length, slack = _length(panel, bar), 1e-6 if share * abs(longest) > 0.05 else 0.05
            if abs(abs(length) - share * abs(longest)) > slack or (slack < 0.05 and (length > 0) != (value > 0)):
                yield f"{name}: a bar of {length} stands for {float(value)}, one of {longest} for {float(largest)}"
        for value, figures in zip(values, [*panel.values, panel.mean], strict=True):
            if not right(figures.text, value):
                yield f"{name} reads {figures.text}, not {float(value)}"
    signed = expected(scene.params.cancelling)["signed"]
    praised = any(isinstance(text, Words) and "perfect" in text.markup for text in texts(scene))
    if praised != (signed[-1] == 0 and any(signed)):
        yield f'"perfect" is {"" if praised else "not "}said of {signed}'


def _length(panel: Any, bar: Any) -> float:
    """Return how far a bar reaches from its axis; to the left is negative."""
    left, right_, _, _ = rectangle(bar)
    zero = panel.axis.get_center()[0]
    return right_ - zero if right_ - zero > zero - left else left - zero
