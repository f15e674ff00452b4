"""The line that two linked rods move along, as a formula."""

from manim import VGroup

from scenes.parts.rods_in_a_box.numbers import Wiring
from scenes.settings.theme import Theme
from scenes.stage.type.numbers import short, typst
from scenes.stage.type.text import Words


class LineFormula(VGroup):
    """red - red_0 = derivative * (blue - blue_0), in general and with the numbers of these rods.

    Args:
        theme: The colours.
        wiring: How the rods are joined.
        left, right: Where the formulas begin, and where they must end.
        baseline: The baseline of the upper one.
    """

    def __init__(self, theme: Theme, wiring: Wiring, *, left: float, right: float, baseline: float) -> None:
        super().__init__()
        blue, red = (
            f'#text(fill: rgb("{colour}"))[{name}]'
            for name, colour in (("blue", theme.blue_rod), ("red", theme.red_rod))
        )
        names = f"$#[{red}]_0$", "derivative", f"$#[{blue}]_0$"
        values = [typst(form) for form in (short(wiring.rods.red), wiring.name, short(wiring.rods.blue))]
        rows = (names, 0.29, theme.muted, baseline), (values, 0.4, theme.ink, baseline - 0.6)
        for (first_red, factor, first_blue), size, colour, y in rows:
            markup = f"$#[{red}] - #[{first_red}] = #[{factor}] dot (#[{blue}] - #[{first_blue}])$"
            self.add(Words(markup, size=size, colour=colour, at=(left, y), fit=right - left))
