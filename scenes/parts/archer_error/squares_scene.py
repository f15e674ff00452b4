"""The pictures of the second half: the square in its plot, on the machine, and three means side by side."""

from manim import VGroup

from gdcore import MEASURES
from scenes.parts.archer_error import mean_words, words
from scenes.parts.archer_error.archer_scene import ArcherScene
from scenes.parts.archer_error.mean_panels import MeanPanels
from scenes.parts.archer_error.numbers import NETWORK
from scenes.parts.archer_error.square_plot import TAKEN, Magnifier, SquarePlot, first_window, window_to
from scenes.stage.axes.window import Box
from scenes.stage.machine.machine import Machine
from scenes.stage.type.numbers import full
from scenes.stage.type.text import Figures, Words, common_size

MAGNIFIED_BELOW = 0.25
"""A miss that is smaller than this is looked at through a magnifier."""
_RIGHT = 4.2  # the room for the numbers beside the plot


class SquaresScene(ArcherScene):
    """Builds and places the square that traces curves, the machine, and the means.

    Attributes:
        plot: The square in its plot.
        rows: A miss and its square in each row beside the plot.
    """

    @property
    def plot_box(self) -> Box:
        """Where the plot stands."""
        unit = self.layout.unit
        return self.layout.room.within(left=0.9 * unit, right=_RIGHT * unit, bottom=0.75 * unit, top=0.4 * unit)

    def build_plot(self, *, traced: bool) -> None:
        """Build the plot with the square of 2 in it, the curves traced or not."""
        box = self.plot_box
        self.plot = plot = SquarePlot(self.theme, self.layout, box, first_window(box))
        if not traced:
            plot.traced = (0.0, 0.0)
        plot.lit = 0.0 if traced else 1.0
        plot.show_miss(TAKEN)

    def name_curves(self) -> VGroup:
        """Return the names of the two curves at their ends, and beside the plot what they are."""
        plot, layout, theme = self.plot, self.layout, self.theme
        gap, right = 0.18 * layout.unit, plot.window.right
        at = plot.point(right, right)[0] + gap, plot.point(right, right)[1]
        top = plot.point(plot.window.top**0.5, plot.window.top)
        names = VGroup(
            Words(words.LENGTH, size=layout.word, colour=theme.ink, at=at),
            Words(
                words.SQUARE, size=layout.word, colour=theme.error, at=(top[0] + gap, top[1] - 0.2 * layout.unit)
            ),
        )
        left, y = plot.box.right + 0.7 * layout.unit, plot.box.top - 1.9 * layout.unit
        for (formula, name), colour in zip(words.ERRORS, (theme.ink, theme.error), strict=True):
            names.add(Words(formula, size=layout.number, colour=colour, at=(left, y)))
            names.add(Words(name, size=layout.number, colour=theme.ink, at=(left, y - 0.6 * layout.unit)))
            y -= 1.5 * layout.unit
        return names

    def name_corner(self) -> Figures:
        """Return how high the corner of the square of 2 is."""
        x, y = self.plot.point(TAKEN, TAKEN)[:2]
        at, size = (x - 0.2 * self.layout.unit, y + 0.2 * self.layout.unit), self.layout.number
        return Figures(f"{TAKEN}", size=size, colour=self.theme.ink, at=at, align="right")

    def name_pile(self) -> Figures:
        """Return how high the pile of its cells is."""
        x, y = self.plot.point(TAKEN, TAKEN**2)[:2]
        at = (x - 0.25 * self.layout.unit, y)
        size, colour = self.layout.number, self.theme.error
        return Figures(f"{TAKEN**2}", size=size, colour=colour, at=at, align="right", middle=True)

    def place_curves(self) -> None:
        """Place the plot with its curves, and the square of 2."""
        self.build_plot(traced=True)
        self.names = self.name_curves()
        self.add(self.plot, self.names)
        self.place_line(words.SWEEP)

    # priorities ---------------------------------------------------------------------------------------------

    def build_rows(self) -> None:
        """Build the numbers beside the plot: of 1, of the small miss, and of the big one."""
        two, layout, theme, box = self.numbers.priorities, self.layout, self.theme, self.plot_box
        pairs = [(1, 1), (two.signed[1], two.squared[1]), (two.signed[0], two.squared[0])]
        forms = [[full(value) for value in pair] for pair in pairs]
        left = box.right + 0.55 * layout.unit
        columns = left + 0.44 * (layout.right - left), layout.right
        size = common_size([one for pair in forms for one in pair], layout.number, fit=columns[0] - left)
        top, pitch = box.top - 0.2 * layout.unit, 0.85 * layout.unit
        colours = theme.ink, theme.error
        self.head = VGroup(
            *(
                Words(text, size=layout.word, colour=colour, at=(x, top), align="right")
                for text, colour, x in zip((words.MISS, words.SQUARE), colours, columns, strict=True)
            )
        )
        self.rows = [
            VGroup(
                *(
                    Figures(form, size=size, colour=colour, at=(x, top - (i + 1) * pitch), align="right")
                    for form, colour, x in zip(pair, colours, columns, strict=True)
                )
            )
            for i, pair in enumerate(forms)
        ]

    def name_top(self) -> VGroup:
        """Return how far up the square of the big miss lies, where that is out of the window."""
        plot, two = self.plot, self.numbers.priorities
        big, square = float(two.signed[0]), two.squared[0]
        if float(square) <= plot.window.top:
            return VGroup()
        at = plot.point(big, plot.window.top)[:2] + (0, 0.14 * self.layout.unit)
        size, colour = self.layout.word, self.theme.error
        return VGroup(Words(words.up_to(square), size=size, colour=colour, at=tuple(at), align="center"))

    def magnifier(self) -> VGroup:
        """Return a window onto the small miss, and how much it is magnified."""
        plot, unit, misses = self.plot, self.layout.unit, self.numbers.priorities
        size = 2.5 * unit
        box = Box(plot.box.right - size, plot.box.right, plot.box.bottom + unit, plot.box.bottom + unit + size)
        small = float(misses.signed[1])
        glass = Magnifier(self.theme, self.layout, box, small, plot)
        at = ((box.left + box.right) / 2, box.bottom - 0.5 * unit)
        text = Words(
            words.magnified(glass.times), size=self.layout.word, colour=self.theme.ink, at=at, align="center"
        )
        return VGroup(glass, text)

    def place_priorities(self) -> None:
        """Place the big square among the curves, and all numbers beside it."""
        big = float(self.numbers.priorities.signed[0])
        self.build_plot(traced=True)
        self.plot.show_unit = True
        self.plot.miss = big
        self.plot.show_window(window_to(self.plot_box, big))
        if len(self.plot.square.grid.points):
            self.plot.lit = 1.0
            self.plot.show_miss(big)
        self.build_rows()
        self.top = self.name_top()
        self.add(self.plot, self.head, *self.rows, self.top)
        self.place_line(words.weighed(self.numbers))

    # network ------------------------------------------------------------------------------------------------

    def build_machine(self) -> None:
        """Build the network, and what is written into the square of its miss."""
        network, layout, theme = self.numbers.network, self.layout, self.theme
        box = layout.room.within(left=3.4 * layout.unit, right=1.8 * layout.unit)
        span = float(abs(network.delta))
        self.machine = machine = Machine(
            theme, layout, box, input=NETWORK.input, goal_pred=NETWORK.goal_pred, span=span, dial=(0, 2), goal=None
        )
        machine.show_state(network)
        x, y = machine.ruler.square_centre()
        texts = (full(network.delta), theme.ink, 0.3), (full(network.error), theme.error, -0.3)
        self.miss, self.error = (
            Figures(
                text,
                size=layout.number,
                colour=colour,
                at=(x, y + up * layout.unit),
                align="center",
                middle=True,
                fit=0.85 * machine.ruler.side,
            )
            for text, colour, up in texts
        )

    def place_network(self) -> None:
        """Place the network with its miss and the square on it."""
        self.build_machine()
        self.add(self.machine, self.miss, self.error)
        self.place_line(words.network_error(self.numbers.network))

    # means --------------------------------------------------------------------------------------------------

    def build_means(self) -> None:
        """Build the panels of the means."""
        misses = self.numbers.cancelling
        self.panels = panels = MeanPanels(self.theme, self.layout, misses)
        self.list = VGroup(*panels.listed(words.MISSES), panels.row_name(words.MEAN))
        self.heads = {name: panels.head(name, mean_words.WAYS[name]) for name in MEASURES}
        self.means = {name: panels.mean(name) for name in MEASURES}
        self.unknowns = {name: panels.unknown(name) for name in MEASURES}
        verdicts = mean_words.verdicts(misses)
        self.verdicts = VGroup(*(panels.below(name, verdicts[name]) for name in MEASURES))
