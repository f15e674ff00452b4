"""A closed box with a blue and a red rod that stick out of it."""

from collections.abc import Callable, Sequence

from manim import Line, Rectangle, RoundedRectangle, VGroup

from gdcore import LinkedRods, RodChange
from scenes.parts.rods_in_a_box.rod import CHANGE_ROOM, CHANGE_SIZE, VALUE_ROOM, VALUE_SIZE, WALL, Rod
from scenes.settings.theme import Theme
from scenes.stage.axes.window import Box
from scenes.stage.type.numbers import short
from scenes.stage.type.text import Figures, Words, common_size

BOX = Box(left=-6.65, right=WALL, bottom=-1.22, top=2.3)
BLUE_HEIGHT, RED_HEIGHT = 1.47, -0.39
"""The heights of the middles of the rods."""

ROOM = 1.5
"""How much longer than the rods their rulers are."""
TOGETHER = 12
"""Both rulers have one scale, unless one would be this many times as long as the other."""
FAR_TOO_LONG = 7
"""A ruler this many times as long as its rod is replaced by a shorter one."""
SHORTEST = 1e-3
"""No ruler shows less than this."""


class RodBox(VGroup):
    """A closed box out of which a blue and a red rod stick.

    What stands in the box is not part of the group: `question` before anyone knows how the rods are joined,
    `wiring` of a derivative later.

    Args:
        theme: The colours.
        rods: The rods as they are at first.
        right: Where the rulers end.
    """

    def __init__(self, theme: Theme, rods: LinkedRods, right: float) -> None:
        super().__init__()
        self.theme, self.right, self.most = theme, right, (0.0, 0.0)
        self.blue = Rod(theme, theme.blue_rod, BLUE_HEIGHT)
        self.red = Rod(theme, theme.red_rod, RED_HEIGHT)
        centre = ((BOX.left + BOX.right) / 2, (BLUE_HEIGHT + RED_HEIGHT) / 2)
        shell = RoundedRectangle(
            corner_radius=0.15,
            width=BOX.right - BOX.left,
            height=BOX.top - BOX.bottom,
            stroke_color=theme.muted,
            stroke_width=4,
            fill_color=theme.tint(theme.muted),
            fill_opacity=1,
        ).move_to((centre[0], (BOX.top + BOX.bottom) / 2, 0))
        self.add(self.blue, self.red, shell)
        for name, colour, height in (
            ("blue", theme.blue_rod, BLUE_HEIGHT),
            ("red", theme.red_rod, RED_HEIGHT),
        ):
            hole = Rectangle(width=0.12, height=0.68, stroke_width=0, fill_color=theme.muted, fill_opacity=1)
            self.add(hole.move_to((BOX.right, height, 0)))
            self.add(Words(name, size=0.33, colour=colour, at=(centre[0], height - 0.09), align="center"))
        self.question = Words("?", size=0.75, colour=theme.ink, at=(centre[0], centre[1] - 0.25), align="center")
        self.show_rulers(self.rulers_for([rods]), right)
        self.show_rods(rods)

    def wiring(self, derivative: str) -> VGroup:
        """Return what joins the rods, for all to see: the change of blue, times the derivative, is that of red."""
        x, middle = (BOX.left + BOX.right) / 2, (BLUE_HEIGHT + RED_HEIGHT) / 2 + 0.12
        factor = Figures(
            f"× {derivative}",
            size=0.42,
            colour=self.theme.ink,
            at=(x, middle),
            align="center",
            middle=True,
            fit=BOX.right - BOX.left - 0.4,
        )
        down = VGroup()
        for top, bottom in ((BLUE_HEIGHT - 0.26, middle + 0.3), (middle - 0.26, RED_HEIGHT + 0.55)):
            line = Line((x, top, 0), (x, bottom, 0), color=self.theme.muted, stroke_width=4)
            down.add(line.add_tip(tip_length=0.15, tip_width=0.15))
        change = VGroup(
            Words("change of", size=0.22, colour=self.theme.muted, at=(x, height + 0.25), align="center")
            for height in (BLUE_HEIGHT, RED_HEIGHT)
        )
        return VGroup(factor, down, change)

    def show_rods(self, rods: LinkedRods, since: LinkedRods | None = None) -> None:
        """Show the rods, with arrows for what has changed since some earlier state of theirs."""
        change = since.change_to(rods) if since else None
        shown = (
            (self.blue, rods.blue, change.blue if change else None),
            (self.red, rods.red, change.red if change else None),
        )
        lengths = [short(length, rod.digits) for rod, length, _ in shown]
        changes = ["" if moved is None else short(moved, signed=True) for _, _, moved in shown]
        for rod, length, moved in shown:
            rod.value.size = common_size(lengths, VALUE_SIZE, fit=VALUE_ROOM)
            rod.arrow_text.size = common_size(changes, CHANGE_SIZE, fit=CHANGE_ROOM)
            rod.show_length(length, moved)

    def tell_apart(self, states: Sequence[LinkedRods]) -> None:
        """Show lengths with as many digits as tell these states apart."""
        self.blue.tell_apart([rods.blue for rods in states])
        self.red.tell_apart([rods.red for rods in states])

    def unseen(self, change: RodChange) -> list[str]:
        """Return the names of the rods whose change is too small to be seen."""
        rods = ("blue", self.blue, change.blue), ("red", self.red, change.red)
        return [name for name, rod, inches in rods if inches and not rod.sees(inches)]

    def rulers_for(self, states: Sequence[LinkedRods]) -> tuple[float, float]:
        """Return what blue's and red's ruler must show for all these states of the rods.

        A ruler stays as it is where it is neither too short for them nor far too long.
        """
        wanted = []
        columns = [rods.blue for rods in states], [rods.red for rods in states]
        for column, now in zip(columns, self.most, strict=True):
            longest = max(SHORTEST, *map(float, column))
            stays = not any(column) or FAR_TOO_LONG * longest >= now >= longest
            wanted.append(now if stays else ROOM * longest)
        if max(wanted) <= TOGETHER * min(wanted):
            wanted = [max(wanted)] * 2
        return wanted[0], wanted[1]

    def show_rulers(self, most: tuple[float, float], right: float) -> None:
        """Let the rulers show lengths up to `most`, blue's and red's, and end at `right`."""
        self.most, self.right = most, right
        self.blue.show_ruler(most[0], right)
        self.red.show_ruler(most[1], right)

    def towards(self, most: tuple[float, float], right: float) -> Callable[[float], None]:
        """Return what shows the rulers on the way to `most` and `right`, at a time from 0 to 1."""
        old, old_right = self.most, self.right

        def show(time: float) -> None:
            blue, red = (a * (b / a) ** time for a, b in zip(old, most, strict=True))
            self.show_rulers((blue, red), old_right + time * (right - old_right))

        return show
