"""What the loop prints, large enough for a hall."""

from scenes.parts.bowl_descent.numbers import BowlDescentNumbers
from scenes.settings.theme import Theme
from scenes.stage.tables.log import Log, LogColumn
from scenes.stage.type.layout import Box, Layout


def printout(theme: Theme, layout: Layout, box: Box, n: BowlDescentNumbers) -> Log:
    """Return the log of the loop in a box: weight and error."""
    path, u = n.descent, layout.unit
    columns = [LogColumn(name, getattr(theme, name), getattr(path, name)) for name in ("weight", "error")]
    return Log(
        theme,
        columns,
        left=box.left,
        right=box.right,
        top=box.top - 0.5 * u,
        overflowed=path.overflowed,
        size=layout.number,
        pitch=0.68 * u,
        colour=theme.quiet,
    )
