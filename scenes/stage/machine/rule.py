"""The update rule, with the learning rate that is in force."""

from manim import VGroup

from scenes.settings.theme import Theme
from scenes.stage.type.text import Figures, Words

SIZE = 0.27


class UpdateRule(VGroup):
    """weight <- weight - alpha * weight_delta, and the value of alpha; or the rule without alpha.

    Args:
        theme: The colours.
        alpha: How the learning rate is written; None leaves it out.
        left, right, baseline: Where the rule stands.
    """

    def __init__(self, theme: Theme, alpha: str | None, *, left: float, right: float, baseline: float) -> None:
        super().__init__()
        weight = f'#text(fill: rgb("{theme.weight}"))[weight]'
        update = f'#text(fill: rgb("{theme.slope}"))[weight\\_delta]'
        if alpha is None:
            formula = f"{weight} $<- #[{weight}] - #[{update}]$"
            self.add(Words(formula, size=SIZE, colour=theme.ink, at=(left, baseline), fit=right - left))
            return
        value = Figures(alpha, size=SIZE, colour=theme.ink, at=(right, baseline), align="right")
        name = Words(
            "$alpha =$", size=SIZE, colour=theme.ink, at=(value.get_left()[0] - 0.1, baseline), align="right"
        )
        room = name.get_left()[0] - 0.3 - left
        formula = f"{weight} $<- #[{weight}] - alpha dot #[{update}]$"
        self.add(Words(formula, size=SIZE, colour=theme.ink, at=(left, baseline), fit=room), name, value)
