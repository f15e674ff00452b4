"""The machine, its products and its arrows, and how numbers are written that roll."""

import pytest

from gdcore import ErrorCurve
from scenes.settings.theme import THEMES
from scenes.stage.axes.pointer import Pointer
from scenes.stage.bowl.closing import tangent_foot
from scenes.stage.machine.machine import Machine
from scenes.stage.machine.product import Factor, Product
from scenes.stage.type.layout import Box, Layout
from scenes.stage.type.numbers import Steady, times
from tests.scenes.test_story import FRAMES

THEME = THEMES["dark"]
CURVE = ErrorCurve(1.1, 0.8)


def machine(size: tuple[float, float] = FRAMES["wide"]) -> Machine:
    """Return a machine beside a picture, or below it."""
    layout = Layout(*size)
    box = layout.parts(1.5 if layout.is_wide else 0.9, 1)[1]
    return Machine(
        THEME, layout, box, input=1.1, goal_pred=0.8, span=0.8, dial=(-0.2, 1.7), goal=CURVE.goal_weight
    )


@pytest.mark.parametrize("size", FRAMES.values(), ids=FRAMES)
@pytest.mark.parametrize("weight", [-0.04, 0, 0.7272, 0.88, 1.49])
def test_a_machine_stays_in_its_box(size: tuple[float, float], weight: float) -> None:
    """Wherever the prediction stands, in any frame, but for a name beside a mark at the very top."""
    shown = machine(size)
    shown.show_state(CURVE.at(weight))
    box, u = shown.box, shown.layout.unit
    points = shown.get_all_points()
    assert points[:, 0].min() >= box.left - 0.1 * u
    assert points[:, 0].max() <= box.right + 0.1 * u
    assert points[:, 1].min() >= shown.row.top - 0.1 * u
    assert points[:, 1].max() <= box.top + 0.2 * u


@pytest.mark.parametrize("weight", [0, 0.5, 0.88, 1.3])
def test_the_error_is_a_square_on_the_miss(weight: float) -> None:
    """Its area grows as the error does, and it stands between the goal and the prediction."""
    shown = machine()
    shown.show_state(CURVE.at(0))
    whole = shown.ruler.side
    shown.show_state(CURVE.at(weight))
    square = shown.ruler.square
    assert square.width == pytest.approx(square.height)
    assert (square.width / whole) ** 2 == pytest.approx(CURVE.error(weight) / CURVE.error(0))
    ends = sorted([shown.ruler.middle, float(shown.ruler.mark.get_center()[1])])
    assert [square.get_bottom()[1], square.get_top()[1]] == pytest.approx(ends)


def test_two_numbers_travel_to_their_row_and_become_a_third() -> None:
    """They begin where they come from, end in the row in their order, and a negative second one has brackets."""
    one, other = Factor("input", "1.1", THEME.input, (-1, 1)), Factor("miss", "−0.8", THEME.ink, (2, 2))
    box = Box(-3, 3, -3, -2)
    row = Product(THEME, Layout(*FRAMES["wide"]), box, (one, other), Factor("", "−0.88", THEME.slope, (0, 0)))
    assert [value.text for value in row.values] == ["1.1", "(−0.8)", "−0.88"]
    row.travel(0)
    assert [value.at for value in row.values[:2]] == [(-1, 1), (2, 2)]
    row.travel(1)
    middles = [float(value.get_center()[0]) for value in row.values]
    assert middles == sorted(middles)
    assert all(box.left < x < box.right for x in middles)
    assert len({round(float(value.at[1]), 6) for value in row.values}) == 1


def test_an_arrow_that_is_too_long_is_broken() -> None:
    """Its shaft has a gap; its tip ends where it points to in either case, and one of no length is not drawn."""
    arrow = Pointer(THEME.slope, 0.1)
    arrow.point((0, 0, 0), (3, 0, 0))
    assert len(arrow.shaft.points) == 4
    arrow.point((0, 0, 0), (3, 0, 0), broken=True)
    assert len(arrow.shaft.points) == 8
    assert arrow.get_right()[0] == pytest.approx(3)
    arrow.point((1, 1, 0), (1, 1, 0))
    assert not len(arrow.get_all_points())


@pytest.mark.parametrize(
    ("ends", "values", "forms"),
    [
        ((0, 1.5), (0, -0.004, 0.5, 1.5), ["0.00", "0.00", "0.50", "1.50"]),
        ((0, 0.64), (0.64, 0.0282), ["0.640", "0.028"]),
        ((-5000, 20), (-5000, 12.4), ["−5,000", "12"]),
        ((0, 3e12), (3e12, 4.5e11, 0), ["3.00×10^12", "0.45×10^12", "0.00×10^12"]),
        ((0, 2e-7), (2e-7, 1e-8), ["2.00×10^−7", "0.10×10^−7"]),
        ((0, 0), (0,), ["0.00"]),
    ],
)
def test_neither_decimals_nor_powers_of_ten_change_while_a_number_rolls(
    ends: tuple[float, ...], values: tuple[float, ...], forms: list[str]
) -> None:
    """The largest of its values decides."""
    steady = Steady(ends)
    assert [steady.form(value) for value in values] == forms


def test_how_many_times_is_told_in_three_digits_or_in_a_power_of_ten() -> None:
    """What is very large or small has no digits that matter."""
    assert [times(ratio) for ratio in (4.7619, 1 / 3, 22.68, 3.2e7, 1e-24)] == [
        "×4.76",
        "×0.333",
        "×22.7",
        "×10^8",
        "×10^−24",
    ]


@pytest.mark.parametrize("weight", [-2, 0, 0.5, 3])
def test_a_tangent_meets_the_axis_where_rise_over_run_says(weight: float) -> None:
    """The error over the way to that place is the slope of the curve, by differences."""
    foot = tangent_foot(CURVE, weight)
    assert foot is not None
    slope = (CURVE.error(weight + 1e-6) - CURVE.error(weight - 1e-6)) / 2e-6
    assert CURVE.error(weight) / (weight - foot) == pytest.approx(slope)
    assert tangent_foot(ErrorCurve(0, 1), weight) is None
