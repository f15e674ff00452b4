"""Trials side by side: weights that were tried, what each predicts, and its error as a bar."""

from collections.abc import Sequence

from manim import Line, Rectangle, RoundedRectangle, VGroup

from gdcore import Trial
from scenes.parts.hot_cold_wiggles.words import forms_of
from scenes.settings.theme import Theme
from scenes.stage.axes.window import Box
from scenes.stage.tables.readout import PITCH, SIZE
from scenes.stage.type.text import Figures, Words, common_size

ROWS = ("weight", "prediction")
"""What stands below a bar; the error stands on it."""
_NAMES = 1.75  # the room for the names of the rows
_BAR = 0.5
_LEAST = 0.02  # the height of a bar that stands for no error
_ABOVE = 0.45  # the room for the number on the tallest bar


class Try(VGroup):
    """One trial: a bar as high as its error, the error on it, and below it a name, the weight and the prediction.

    Args:
        theme: The colours.
        name: Markup of the name.
        forms: How its weight, prediction and error are written.
        at: The foot of the bar.
        height: The height of the bar.
        size: The em of its numbers.
    """

    def __init__(
        self,
        theme: Theme,
        name: str,
        forms: dict[str, str],
        *,
        at: tuple[float, float],
        height: float,
        size: float,
    ) -> None:
        super().__init__()
        x, foot = at
        self.height_of_bar = height
        self.bar = Rectangle(
            width=_BAR, height=max(height, _LEAST), stroke_width=0, fill_color=theme.error, fill_opacity=1
        ).move_to((x, foot + max(height, _LEAST) / 2, 0))

        def figures(row: str, y: float) -> Figures:
            colour = getattr(theme, row)
            return Figures(forms[row], size=size, colour=colour, at=(x, y), align="center", mono=True)

        self.error = figures("error", foot + height + 0.14)
        self.name_text = Words(name, size=SIZE, colour=theme.ink, at=(x, foot - 0.49), align="center")
        self.rows = {row: figures(row, _row_height(foot, i)) for i, row in enumerate(ROWS)}
        self.texts = VGroup(self.error, self.name_text, *self.rows.values())
        self.add(self.bar, self.texts)


class Trials(VGroup):
    """Several trials side by side on one line, their errors as bars of one scale.

    Args:
        theme: The colours.
        trials: The trials, from left to right.
        names: Markup of their names.
        box: Where they stand: the bars between `bottom` and `top`, the names of the rows from `left` on.
    """

    def __init__(self, theme: Theme, trials: Sequence[Trial], names: Sequence[str], box: Box) -> None:
        super().__init__()
        self.theme, self.box = theme, box
        self.forms = forms_of(trials)
        self.width_of_try = (box.right - box.left - _NAMES) / len(trials)
        numbers = [form for forms in self.forms for form in forms.values()]
        size = common_size(numbers, SIZE, fit=self.width_of_try - 0.2, mono=True)
        tallest = max(float(trial.error) for trial in trials) or 1.0
        room = box.top - box.bottom - _ABOVE
        self.tries = [
            Try(
                theme,
                name,
                forms,
                at=(self._middle(i), box.bottom),
                height=room * (float(trial.error) / tallest),
                size=size,
            )
            for i, (trial, name, forms) in enumerate(zip(trials, names, self.forms, strict=True))
        ]
        self.line = Line(
            (box.left + _NAMES, box.bottom, 0), (box.right, box.bottom, 0), color=theme.muted, stroke_width=2.5
        )
        heights = [box.bottom + 0.12, *(_row_height(box.bottom, i) for i in range(len(ROWS)))]
        self.row_names = VGroup(
            *(
                Figures(name, size=SIZE, colour=theme.muted, at=(box.left, y), mono=True)
                for name, y in zip(("error", *ROWS), heights, strict=True)
            )
        )
        self.add(self.line, self.row_names, *self.tries)

    def mark(self, i: int, words: str) -> VGroup:
        """Return a frame around a trial, with words at its foot."""
        x, low, high = self._middle(i), _row_height(self.box.bottom, len(ROWS)) - 0.2, self.box.top + 0.1
        frame = RoundedRectangle(
            corner_radius=0.15,
            width=self.width_of_try - 0.06,
            height=high - low,
            color=self.theme.ink,
            stroke_width=3,
        ).move_to((x, (low + high) / 2, 0))
        below = (x, _row_height(self.box.bottom, len(ROWS)))
        return VGroup(frame, Words(words, size=SIZE, colour=self.theme.ink, at=below, align="center"))

    def _middle(self, i: int) -> float:
        return self.box.left + _NAMES + (i + 0.5) * self.width_of_try


def _row_height(foot: float, row: int) -> float:
    """Return the baseline of a row below the bars."""
    return foot - 0.86 - row * PITCH
