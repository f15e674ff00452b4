"""Two rods, and the box that they stick out of."""

from collections.abc import Sequence
from typing import Any, cast

from manim import VGroup

from gdcore import LinkedRods, RodChange
from scenes.parts.rods_in_a_box.gear_box import face_of
from scenes.parts.rods_in_a_box.lane import Lane
from scenes.parts.rods_in_a_box.places import Lanes, Places
from scenes.parts.rods_in_a_box.spans import Digits
from scenes.settings.theme import Theme
from scenes.stage.type.text import Figures, Words


class RodPair(VGroup):
    """A red rod, and below it a blue one.

    Args:
        theme: The colours.
        places: The frame.
        lanes: Where they lie at first.
        states: All that they rest in; they decide on how lengths are written.
    """

    def __init__(self, theme: Theme, places: Places, lanes: Lanes, states: Sequence[LinkedRods]) -> None:
        super().__init__()
        self.lanes = lanes
        self.blue = Lane(theme, places.layout, theme.blue_rod, 1, lanes.blue)
        self.red = Lane(theme, places.layout, theme.red_rod, -1, lanes.red)
        self.digits = Digits(rods.blue for rods in states), Digits(rods.red for rods in states)
        self.add(self.red, self.blue)
        self.rods: LinkedRods = states[0]
        self.since: LinkedRods | None = None
        self.lie(lanes)

    def lie(self, lanes: Lanes) -> None:
        """Lie there from now on."""
        self.lanes = lanes
        self.blue.lie(lanes.blue)
        self.red.lie(lanes.red)
        self.show_rods(self.rods, self.since)

    def show_rods(self, rods: LinkedRods, since: LinkedRods | None = None) -> None:
        """Show the rods, with arrows from where they were at an earlier time."""
        self.rods, self.since = rods, since
        blue, red = self.digits
        self.blue.show_length(rods.blue, blue.form(rods.blue))
        self.red.show_length(rods.red, red.form(rods.red))
        self.blue.show_change(since.blue if since else None)
        self.red.show_change(since.red if since else None)

    def write_changes(self, change: RodChange | None) -> None:
        """Write both changes beside their arrows; None writes none."""
        self.blue.write_change(change.blue if change else None)
        self.red.write_change(change.red if change else None)

    @property
    def change_texts(self) -> tuple[Figures, Figures]:
        """What is written beside the arrows, red's and blue's."""
        return self.red.change_text, self.blue.change_text

    def unseen(self, change: RodChange) -> list[str]:
        """Return the names of the rods whose change is too small to be seen."""
        rods = ("blue", self.blue, change.blue), ("red", self.red, change.red)
        return [name for name, lane, inches in rods if inches and not lane.sees(inches)]


class ClosedBox(VGroup):
    """The front of a closed box, with the names of the rods, and a text on it.

    Args:
        theme: The colours.
        places: The frame.
        text: What stands on it: a question mark, or the factor by which red moves.
    """

    def __init__(self, theme: Theme, places: Places, text: str) -> None:
        super().__init__()
        box, unit = places.shell, places.layout.unit
        x, y = box.centre
        self.add(face_of(theme, box))
        for name, colour, height in (("red", theme.red_rod, places.red), ("blue", theme.blue_rod, places.blue)):
            at = (box.right - 0.3 * unit, height - 0.12 * unit)
            self.add(Words(name, size=places.layout.number, colour=colour, at=at, align="right"))
        self.add(sign_of(theme, places, text, (x, y)))

    @property
    def sign(self) -> VGroup:
        """The text on it."""
        sign: Any = self[-1]
        return cast(VGroup, sign)


def sign_of(theme: Theme, places: Places, text: str, at: tuple[float, float]) -> VGroup:
    """Return a question mark, or a factor, in the middle of the box."""
    unit = places.layout.unit
    if text == "?":
        return Words(text, size=1.7 * unit, colour=theme.weight, at=(at[0], at[1] - 0.57 * unit), align="center")
    size, fit = 0.9 * unit, places.shell.width - 0.8 * unit
    factor = Figures(text, size=size, colour=theme.ink, at=at, align="center", middle=True, fit=fit)
    return VGroup(factor)
