"""What joins the rods: two wheels on one axle in a box, and a bar along each that turns it."""

import numpy as np
from manim import TAU, Circle, Dot, Line, Rectangle, RoundedRectangle, VGroup, VMobject

from gdcore.arguments import Number
from scenes.parts.rods_in_a_box.change_arrow import bar, bars, lines
from scenes.parts.rods_in_a_box.gear import BAR, Wheel, gear_of
from scenes.settings.theme import Theme
from scenes.stage.type.layout import Box

_TEETH = 0.03
"""How long a tooth of a bar is, as a share of the height of the box."""
_SEEN = 1.05
"""A wheel that is not so many times as large as the one in front of it is hidden by it."""
_HANDLE = 0.075
"""How far from the wall a bar is bent, as a share of that height."""


class _Turning(VGroup):
    """A wheel that is drawn, and its bar.

    Args:
        theme: The colours.
        colour: The colour of the rod.
        box: The box.
        wheel, axle: Which wheel, and where.
    """

    def __init__(self, theme: Theme, colour: str, box: Box, wheel: Wheel, axle: tuple[float, float]) -> None:
        super().__init__()
        self.box, self.wheel, self.axle = box, wheel, axle
        self.ground = theme.tint(theme.muted)
        self.disc = VGroup()
        if wheel.radius:
            disc = Circle(
                wheel.radius, stroke_color=colour, stroke_width=4, fill_color=theme.tint(colour), fill_opacity=0.8
            )
            self.disc.add(disc.move_to((*axle, 0)))
        self.spokes = VMobject(stroke_color=colour, stroke_width=3)
        self.mark = Dot(radius=0.022 * box.height, color=colour)
        self.bar = VMobject(stroke_width=0, fill_color=colour, fill_opacity=1)
        self.teeth = VMobject(stroke_width=0, fill_color=self.ground, fill_opacity=1)
        self.add(self.disc, self.spokes)
        if wheel.radius:
            self.add(self.mark)
        self.add(self.bar, self.teeth)

    def move(self, way: float, angle: float) -> None:
        """Show it when the rod has come out so far, and the axle has turned so far."""
        box, wheel = self.box, self.wheel
        thick, (x, y) = BAR * box.height, self.axle
        wall = box.right
        if not wheel.radius:
            end = max(box.left + 0.05, min(wall - 0.02, wall - 0.16 * box.height + way))
            bars(self.bar, bar(end, wall, wheel.rod, thick))
            return
        height = y + (wheel.radius + thick / 2) * (1 if wheel.up else -1)
        inner = box.left + 0.02 * box.height
        if abs(height - wheel.rod) < 1e-9:
            end = wall
            bars(self.bar, bar(inner, wall, height, thick))
        else:
            end = max(inner + thick, wall - _HANDLE * box.height - max(0.0, self.out) + way)
            low, high = sorted((height, wheel.rod))
            handle = bar(end - thick, end, (low + high) / 2, high - low + thick)
            bars(self.bar, bar(inner, end, height, thick), handle, bar(end - thick, wall, wheel.rod, thick))
        self._show_teeth(inner, end - thick, height, way)
        spokes = angle + np.arange(6) * TAU / 6
        ends = np.stack([np.cos(spokes), np.sin(spokes)], axis=1) * wheel.radius + (x, y)
        lines(self.spokes, ends[:3], ends[3:])
        self.mark.move_to((*(0.8 * ends[0] + 0.2 * np.array([x, y])), 0))

    out: float = 0.0
    """How far the rod comes out at most: so much room the bent bar leaves to the wall."""

    def _show_teeth(self, left: float, right: float, height: float, way: float) -> None:
        """Cut notches into the far side of the bar, which move along with it."""
        tooth = _TEETH * self.box.height
        edge = height + (BAR * self.box.height / 2 - tooth / 2) * (1 if self.wheel.up else -1)
        first = left + (way - left) % (3 * tooth)
        places = np.arange(first, right - tooth, 3 * tooth)
        bars(self.teeth, *(bar(x, x + tooth, edge, tooth) for x in places if x > left))


class GearBox(VGroup):
    """A box, closed or of glass, with the wheels in it.

    Of the parts, `shell` and `gear` are in the group; `face` is laid over them where the box is closed.

    Args:
        theme: The colours.
        box: Where it stands.
        heights: The heights of blue's and of red's rod.
        derivative: How red moves with blue.
        out: How far the rods come out at most, blue and red, in scene units.
    """

    def __init__(
        self,
        theme: Theme,
        box: Box,
        heights: tuple[float, float],
        derivative: Number,
        *,
        out: tuple[float, float] = (0, 0),
    ) -> None:
        super().__init__()
        self.theme, self.box, self.heights = theme, box, heights
        self.plan = plan = gear_of(derivative, box, heights)
        self.shell = _plate(theme, box, 1)
        self.turning = {
            colour: _Turning(theme, colour, box, wheel, plan.axle)
            for colour, wheel in ((theme.blue_rod, plan.blue), (theme.red_rod, plan.red))
        }
        for one, most in zip(self.turning.values(), out, strict=True):
            one.out = most
        order = sorted(self.turning.values(), key=lambda one: -one.wheel.radius)
        behind, front = order
        if behind.wheel.radius < _SEEN * front.wheel.radius:
            behind.disc.set_stroke(width=10)  # else nobody would see that there are two
        axle = Dot((*plan.axle, 0), radius=0.03 * box.height, color=theme.ink)
        self.gear = VGroup(*order, axle)
        if not plan.to_scale:
            self.gear.add(_cut(theme, max(order, key=lambda one: one.wheel.radius)))
        self.add(self.shell, self.gear)
        self.move(0, 0)

    def move(self, blue: float, red: float) -> None:
        """Show the wheels when the rods have come out so far, in scene units."""
        plan, (first, second) = self.plan, self.turning.values()
        angle = blue / plan.blue.radius * (-1 if plan.blue.up else 1)
        if abs(red) > abs(blue) and plan.red.radius:
            angle = red / plan.red.radius * (-1 if plan.red.up else 1)
        first.move(blue, angle)
        second.move(red, angle)

    def turn(self, blue: float) -> None:
        """Show the wheels when blue has come out so far, red as the wheels that are drawn move it."""
        plan = self.plan
        sign = 1 if plan.red.up == plan.blue.up else -1
        self.move(blue, sign * blue * plan.red.radius / plan.blue.radius)

    def glass(self) -> VGroup:
        """Return the shine of glass in front of the wheels."""
        box = self.box
        width, slant = 0.1 * box.width, 0.3 * box.height
        shine = VMobject(stroke_width=0, fill_color=self.theme.ink, fill_opacity=0.07)
        low, high = box.bottom + 0.04 * box.height, box.top - 0.04 * box.height
        streaks = []
        for x, wide in ((box.left + 0.12 * box.width, width), (box.left + 0.29 * box.width, 0.4 * width)):
            streaks.append([(x, low), (x + wide, low), (x + wide + slant, high), (x + slant, high)])
        bars(shine, *streaks)
        return VGroup(shine)


def _plate(theme: Theme, box: Box, opacity: float) -> RoundedRectangle:
    return RoundedRectangle(
        corner_radius=0.04 * box.height,
        width=box.width,
        height=box.height,
        stroke_color=theme.quiet,
        stroke_width=4,
        fill_color=theme.tint(theme.muted),
        fill_opacity=opacity,
    ).move_to((*box.centre, 0))


def face_of(theme: Theme, box: Box) -> VGroup:
    """Return the front of a closed box."""
    return VGroup(_plate(theme, box, 1))


def holes(theme: Theme, box: Box, heights: tuple[float, float]) -> VGroup:
    """Return the holes in the wall that the rods come out of."""
    width, height = 0.03 * box.height, 0.12 * box.height
    return VGroup(
        Rectangle(width=width, height=height, stroke_width=0, fill_color=theme.quiet, fill_opacity=1).move_to(
            (box.right, y, 0)
        )
        for y in heights
    )


def _cut(theme: Theme, turning: _Turning) -> VGroup:
    """Return the mark of what is not drawn to scale: two pairs of strokes across the rim of a wheel."""
    (x, y), radius = turning.axle, turning.wheel.radius
    group = VGroup()
    for angle in (3.5, 3.7, 5.73, 5.93):
        out = np.array([np.cos(angle), np.sin(angle), 0])
        group.add(Line(0.84 * radius * out, 1.16 * radius * out, color=theme.ink, stroke_width=3))
    return group.shift((x, y, 0))
