"""ArcherError says what the misses come to."""

from fractions import Fraction
from typing import Any

import pytest

from gdcore import measured
from scenes.archer_error import ArcherError
from scenes.parts.archer_error.cell_square import CellSquare, cells_of
from scenes.parts.archer_error.square_plot import SquarePlot, first_window
from scenes.parts.archer_error.words import average_asked, signed_mean, signed_sum
from scenes.settings.theme import THEMES
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import full
from tests.legibility import walk_sections
from tests.scenes.reading.axes import axes_in
from tests.scenes.reading.picture import Picture
from tests.scenes.truth.archer_shots import uprights
from tests.scenes.walks import walked


def told(**values: Any) -> str:
    """Return all captions of a scene, a line each."""
    scene = walked(ArcherError, **values)
    return "\n".join(one.content.replace("\n", " ") for one in scene.renderer.file_writer.subcaptions)


@pytest.mark.parametrize(
    ("values", "said", "unsaid"),
    [
        (
            {},
            [
                "Shot 1 lands 2 inches above",
                "Shot 2 lands 2 inches below",
                "Both missed by 2 inches. What is the average miss?",
                "High and low cancel: their average is 0",
                "hits the centre, as if no shot had missed",
                "But they did miss. Drop the sign",
                "Lengths cannot cancel: their average is 2",
                "Count the cells: 2 times 2 is 4",
                "0.01 times 0.01 is 0.0001: next to nothing",
                "10 times 10 is 100: big misses count",
                "1,000 times the length, and 1,000,000 times the square",
                "the goal is 0.8, so its miss is −0.55",
                "−0.55 times −0.55 is 0.3025",
                "Their sum is 0.",
                "Tip to tail, they average to 0: misses that look perfect",
                "Their squares average to 1,000,000",
            ],
            ["in part", "nothing cancels"],
        ),
        (
            {"misses": (2, 1, -1), "cancelling": (3, -1)},
            ["So much for 3 shots", "their average is +0.667", "shoots 0.667 inches too high"]
            + ["Count the cells: 2 times 2", "average to +1: they cancel in part"],
            ["as if no", "perfect", "did miss"],
        ),
        (
            {"misses": (2, 1), "cancelling": (3, 1)},
            ["Their average is +1.5: none is on the other side", "average to +2: here nothing cancels"],
            ["as if no", "perfect", "in part"],
        ),
        (
            {"misses": (-1,), "cancelling": (0, 0)},
            ["lands 1 inch below", "It missed by 1 inch.", "the average is its own miss, −1"]
            + ["shoots 1 inch too low", "average to 0: there is no miss"],
            ["as if no", "perfect", "Count the cells"],
        ),
        (
            {"misses": (0, 0), "cancelling": (0.1, 0.2, -0.3)},
            [
                "Shot 2 hits the centre",
                "Both are in the centre",
                "rightly so",
                "average to 0: misses that look perfect",
            ],
            ["as if no", "lands", "in part", "did miss"],
        ),
        (
            {"misses": (1000, -4, 0.01), "big_miss": 1, "small_miss": 0.5},
            ["flies over the target, 1,000 inches off", "flies under the target, 4 inches off"]
            + ["lands 0.01 inches above the centre, too little to see", "1 times 1 is 1: no larger than the miss"]
            + ["0.5 times 0.5 is 0.25: smaller than the miss", "2 times the length, and 4 times the square"],
            ["as if no", "big misses count:", "next to nothing"],
        ),
        ({"misses": (0.1, 0.2, -0.3)}, ["High and low cancel: their average is 0"], ["in part"]),
    ],
    ids=str,
)
def test_captions_say_what_the_misses_come_to(values: dict[str, Any], said: list[str], unsaid: list[str]) -> None:
    """Whether and how far misses cancel is told from the outcome, never promised."""
    captions = told(**values)
    for sentence in said:
        assert sentence in captions
    for sentence in unsaid:
        assert sentence not in captions


@pytest.mark.parametrize(
    ("misses", "asked"),
    [
        ((2, -2), "Both missed by 2."),
        ((1,), "It missed by 1."),
        ((2, -2, 2), "All 3 missed by 2."),
        ((0.5, -2), "2 arrows:"),
        ((123456789.1, 123456789.1), "2 arrows:"),
        ((0, 0), "Both are in the centre."),
    ],
    ids=str,
)
def test_the_question_says_how_far_off_the_shots_are(misses: tuple[float, ...], asked: str) -> None:
    """Where they are equally far off, and that can be said in a few digits."""
    assert average_asked(measured([Fraction(str(miss)) for miss in misses])).context.startswith(asked)


def ends(**values: Any) -> dict[str, Any]:
    """Return what stands at the end of each section: the line at the top, and the arrows of the lanes."""
    found: dict[str, Any] = {}

    def look(scene: Any, section: str) -> None:
        found[section] = [words.markup for words in scene.context_text], scene.keeps_target, scene.lanes.pose

    walk_sections(ArcherError, look, **values)
    return found


def test_the_lines_at_the_top_come_from_the_misses() -> None:
    """At the lab's figures they tell the story alone, and the poster is the takeaway."""
    lines = {section: line for section, (line, *_) in ends().items()}
    assert lines == {
        "shots": ["Both missed by 2. What is the average miss?"],
        "signed": ["As if no shot had missed"],
        "unsigned": ["Squares cannot cancel either: the average is 4"],
        "curves": ["The length traces a V, the square a parabola"],
        "priorities": ["Big against small: 1,000 to 1, squared 1,000,000 to 1"],
        "network": ["Its error is the square: (−0.55)#super[2] = 0.3025"],
        "cancelling": ["Signed misses can cancel.", "Squares never do, and big misses count most."],
    }


@pytest.mark.parametrize(
    ("misses", "stays"),
    [((2, -2), True), ((3, 3, 3), False), ((1000, -1000), False), ((1e-6,), False), ((0,), True)],
)
def test_the_target_stays_where_the_sum_is_as_long_as_beside_it(misses: tuple[float, ...], stays: bool) -> None:
    """Otherwise it goes, as one picture has one scale."""
    assert ends(misses=misses)["signed"][1] is stays


@pytest.mark.parametrize("miss", [0.5, 1e9])
def test_every_shot_takes_as_many_animations(miss: float) -> None:
    """The third as many as the fourth and the fifth, however large the misses are."""
    plays = [walked(ArcherError, misses=(miss,) * count, pace=10).renderer.num_plays for count in (2, 3, 5)]
    assert plays[2] - plays[1] == 2 * (plays[1] - plays[0]) > 0


@pytest.mark.parametrize(
    ("side", "areas"),
    [(2, [1, 1, 1, 1]), (1, [1]), (0.5, [0.25]), (1.5, [1, 0.5, 0.5, 0.25]), (10, [1] * 100)],
)
def test_cells_make_up_their_square(side: float, areas: list[float]) -> None:
    """Whole ones, and what is cut off at the far sides."""
    found = [wide * high for _, _, wide, high in cells_of(side)]
    assert found == areas
    assert sum(found) == side**2


def test_a_square_has_cells_only_where_they_can_be_counted() -> None:
    """Not while it grows out of its side, not below a side of 1, and not where they are too small."""
    square = CellSquare(THEMES["dark"])
    cells = []
    for scale, side, wide in ((1, 3, 1), (1, 3, 0.5), (1, 0.9, 1), (0.01, 300, 1)):
        square.draw(0, 0, scale, side, wide=wide)
        cells.append(len(square.grid.points) // 4)
    assert cells == [4, 0, 0, 0]
    square.draw(0, 0, 1, 2, lit=0.75)
    assert len(square.lit.points) // 16 == 3


def test_the_pile_of_cells_is_as_high_as_the_square_is_large() -> None:
    """The cells of 2 by 2 stand on each other, each as wide as one, beside the miss."""
    layout, box = Layout(128 / 9, 8), Box(-5, 3, -2, 2)
    plot = SquarePlot(THEMES["dark"], layout, box, first_window(box))
    plot.put_up(1)
    x, y = plot.value(plot.pile.get_corner((1, 1, 0))), plot.value(plot.pile.get_corner((-1, -1, 0)))
    assert [*x, *y] == pytest.approx([3, 4, 2, 0])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction("0.0001"), "0.0001"),
        (Fraction("0.3025"), "0.3025"),
        (-0.55, "−0.55"),
        (1000000, "1,000,000"),
        (1 / 3, "0.333"),
        (1e-6, "1×10^−6"),
        (0, "0"),
        (Fraction(1, 10**600), "0.000…"),
    ],
)
def test_numbers_with_few_digits_are_written_in_full(value: float, text: str) -> None:
    """All digits where they are few; what no double holds is not called 0."""
    assert full(value) == text


class WatchedArcherError(ArcherError):
    """Looks at the picture after all that is played."""

    look: Any = None

    def play(self, *animations: Any, **style: Any) -> None:
        """Play, and look."""
        super().play(*animations, **style)
        type(self).look(Picture(self))


@pytest.mark.parametrize("small", [0.01, 0.2, 1e-12])
def test_the_magnifier_magnifies_as_many_times_as_it_says(small: float) -> None:
    """An upright of the miss is so many times as long behind the glass as by the axis beside it."""
    found: list[tuple[float, float]] = []

    def look(picture: Picture) -> None:
        said = [one.says.split()[1] for one in picture.texts if one.says.startswith("magnified")]
        if said:
            (axes,) = axes_in(picture)
            theme = picture.theme
            (glass,) = (one.box for one in picture.fillings(theme.ground) if one.line == theme.quiet)
            dots = [dot for dot in picture.dots(theme.ink) if dot[0] > glass[0] and dot[1] > glass[2]]
            drawn = (dots[0][1] - glass[2]) / (small * (axes.y.place(1) - axes.y.place(0)))
            text = said[0].replace(",", "").replace("×10#super[", "e").rstrip("]")
            found.append((float(text), drawn))

    WatchedArcherError.look = staticmethod(look)
    walk_sections(WatchedArcherError, lambda *_: None, small_miss=small)
    assert found
    assert [drawn for _, drawn in found] == pytest.approx([said for said, _ in found], rel=0.01)


def test_no_average_is_drawn_before_it_is_told() -> None:
    """As long as a question mark stands in its place, there is no arrow of it, not even one of no length."""
    asked: list[int] = []

    def look(picture: Picture) -> None:
        if picture.said("average") and picture.said("?") and not picture.said("with signs"):
            asked.append(len(uprights(picture, picture.theme.ink)))

    WatchedArcherError.look = staticmethod(look)
    walk_sections(WatchedArcherError, lambda *_: None)
    assert asked
    assert not any(asked)


def test_the_big_square_is_gone_before_the_machine_comes() -> None:
    """No cells of the plot are seen beside the goal of the network."""
    cells: list[int] = []

    def look(picture: Picture) -> None:
        if picture.said("0.8"):
            cells.append(len(picture.strokes(picture.theme.error, width=2)))

    WatchedArcherError.look = staticmethod(look)
    walk_sections(WatchedArcherError, lambda *_: None)
    assert cells
    assert not any(cells)


@pytest.mark.parametrize(
    ("misses", "total", "mean"),
    [
        ((2, -2), "Their sum is 0", "0 / 2 = 0: high and low cancel"),
        ((2, 1, -1), "Their sum is +2", "+2 / 3 = +0.667: they cancel in part"),
        ((-2, -1), "Their sum is −3", "−3 / 2 = −1.5: all on one side"),
        ((0, 0), "Their sum is 0", "0 / 2 = 0: no miss"),
    ],
)
def test_an_average_is_told_as_a_sum_that_is_shared_out(misses: tuple[int, ...], total: str, mean: str) -> None:
    """First the sum, and then what it comes to for each of the shots."""
    taken = measured(misses)
    assert (signed_sum(taken).context, signed_mean(taken).context) == (total, mean)
