"""The cobweb of a descent with the misses beside it, and the multiplier that is behind both."""

import math
from collections.abc import Callable

import numpy as np
from manim import Animation, Dot, Mobject, VMobject

from gdcore import Descent, cobweb, way_from_goal
from gdcore.arrays import Array
from scenes.settings.theme import Theme
from scenes.stage.axes.line_plot import LinePlot
from scenes.stage.axes.window import Box, Window
from scenes.stage.bowl.bowl_scene import PANEL, PLOT
from scenes.stage.bowl.cobweb_words import heading, more_steps, multiplier
from scenes.stage.bowl.windows import window_around
from scenes.stage.direction.scene import RIGHT_EDGE, LectureScene
from scenes.stage.tables.readout import StepTable
from scenes.stage.type.text import Figures, Words

SQUARE = Box(left=-5.0, right=-5.0 + PLOT.top - PLOT.bottom, bottom=PLOT.bottom, top=PLOT.top)
MOST_ROWS = 9
SMALL_DOT, SMALL_RING = 0.06, 0.09
"""The start and the goal in a cobweb, whose first turns may be small."""


class Cobweb(LinePlot):
    """Next weight over weight: the update, the diagonal, and the path between them.

    Args:
        theme: The colours.
        box: Where the axes stand.
        window: What they show, the same along both.
        update: The weight that follows on a weight.
        goal: The weight at the goal; None if there is none.
        corners: The path, shape (m, 2); what of it lies in the window is drawn.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        window: Window,
        update: Callable[[float], float],
        goal: float | None,
        corners: Array,
    ) -> None:
        super().__init__(
            theme,
            box,
            window,
            update,
            None if goal is None else (goal, goal),
            names=("weight", "next weight"),
            colours=(theme.weight, theme.slope),
            ring=SMALL_RING,
        )
        self.diagonal = VMobject(stroke_color=theme.ink, stroke_width=2)
        self.draw_line(self.diagonal, lambda weight: weight)
        self.path = VMobject(stroke_color=theme.weight, stroke_width=3)
        places = [self.point(x, y) for x, y in corners.tolist()]
        self.path.set_points_as_corners(np.array(places if len(places) > 1 else [places[0], places[0]]))
        self.start = Dot(places[0], radius=SMALL_DOT, color=theme.weight)
        self.add(self.diagonal, self.path, self.start)


def cobweb_picture(theme: Theme, descent: Descent, steps: int, formula: str) -> tuple[Cobweb, StepTable, Words]:
    """Return the cobweb of the first steps of a descent, a table of its misses, and the multiplier.

    The table holds the first misses, and says how many steps of the descent it leaves out.

    Args:
        theme: The colours.
        descent: The descent.
        steps: How many steps to draw.
        formula: The multiplier in Typst's mathematics, without its value.
    """
    goal = descent.curve.goal_weight
    around = window_around(descent.curve, descent.weight[: steps + 1])
    window = Window(around.left, around.right, around.left, around.right)

    def update(weight: float) -> float:
        after: float = descent.updated(weight)
        try:
            descent.at(after)
        except ValueError:  # more than a double holds: upright, as far as a picture can tell
            return math.copysign(1e9 * window.width, after)
        return after

    web = Cobweb(theme, SQUARE, window, update, None if goal is None else float(goal), cobweb(descent, steps))

    states = descent.weight[: min(steps + 1, MOST_ROWS)]
    misses = way_from_goal(descent)[: len(states)]
    left_out = descent.last + 1 - len(states)
    height = 4.0 if left_out else 4.4
    table = StepTable(
        theme,
        heading(descent),
        theme.weight,
        misses.tolist(),
        left=PANEL,
        right=RIGHT_EDGE,
        top=1.8,
        height=height,
    )
    if left_out:
        table.add(_left_out(theme, table, left_out))
    why = Words(multiplier(descent, formula), size=0.3, colour=theme.ink, at=(PANEL, -3.0))
    return web, table, why


def _left_out(theme: Theme, table: StepTable, steps: int) -> Words:
    """Return the line below the last row of a table that tells how many steps follow."""
    names = [part.at for row in table.rows for part in row if isinstance(part, Figures) and part.align == "left"]
    (_, before), (left, last) = names[-2:]
    return Words(more_steps(steps), size=0.23, colour=theme.muted, at=(left, last - (before - last)))


def follow_end(scene: LectureScene, dot: Mobject, path: VMobject) -> list[Animation]:
    """Return the animations that keep a dot at the end of a path that is being drawn in the same play."""
    return scene.redraw(lambda _: dot.move_to(path.points[-1]), dot)
