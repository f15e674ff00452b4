"""How a square traces two curves, shrinks and grows between them, and grows out of the miss of a network."""

import math

import numpy as np
from manim import linear, smooth

from gdcore import MEASURES
from scenes.parts.archer_error import mean_words, words
from scenes.parts.archer_error.archer_moves import ArcherMoves
from scenes.parts.archer_error.cell_square import CellSquare
from scenes.parts.archer_error.square_plot import FAR, SWEPT, TAKEN
from scenes.parts.archer_error.squares_scene import SquaresScene
from scenes.stage.axes.window import Window
from scenes.stage.direction.moves import Appear, Leave, exchange
from scenes.stage.direction.script import Line


class SquaresMoves(ArcherMoves, SquaresScene):
    """Moves the pictures of the second half."""

    def stand_square(self) -> None:
        """Carry a square of the shots over to the miss axis, where it has a side of 2."""
        lanes, misses = self.lanes, self.misses
        self.build_plot(traced=False)
        plot = self.plot
        taken = max(range(len(misses.signed)), key=lambda i: misses.absolute[i] <= TAKEN and misses.absolute[i])
        square, side = lanes.squares[taken], lanes.poses.sides()[taken]
        others = [one for one in (*lanes.squares, *lanes.arrows) if one is not square]
        numbers = [self.length_name, *self.lengths, self.square_name, *self.areas, self.mean_head]
        self.say_and_tell(words.STANDING, Leave(self.range.line, lanes.wide_border, *others, *numbers))
        start = float(lanes.pose.x[taken]), lanes.poses.floor, lanes.poses.large * side
        end = *plot.point(0, 0)[:2], plot.scale_now * TAKEN

        def carry(time: float) -> None:
            x, y, long = (a + (b - a) * time for a, b in zip(start, end, strict=True))
            now = side + (TAKEN - side) * time
            square.draw(x, y, long / max(now, 1e-300), now, lit=1)

        self.play(*self.redraw(carry, square), Appear(plot.axes, plot.names, plot.ticks), run_time=1.7)
        self.remove(square)
        self.add(plot.square)
        self.corner_height = self.name_corner()
        self.play(Appear(plot.corner, self.corner_height))

    def pile_up(self) -> None:
        """Pile up the cells of the square of 2: the pile is as high as its area."""
        plot = self.plot
        self.say_and_tell(words.PILE)
        plot.lit = 0.0
        plot.show_miss(TAKEN)
        self.add(plot.pile)
        self.bring_to_front(plot.corner)
        self.play(*self.redraw(plot.put_up, plot.pile), run_time=2)
        self.pile_height = self.name_pile()
        self.play(Appear(plot.drop, plot.dot, self.pile_height))

    def trace(self) -> None:
        """Let the square stand on every miss in turn, so that its corner and its area trace their curves."""
        plot = self.plot
        self.say_and_tell(words.SWEEP, Leave(plot.pile, self.corner_height, self.pile_height))
        plot.take_down()
        self.add(plot)
        self.play(*self.redraw(lambda time: plot.show_miss(TAKEN - time * (TAKEN + SWEPT)), plot), run_time=1)

        def sweep(time: float) -> None:
            plot.traced = (-SWEPT, -SWEPT + 2 * time * SWEPT)
            plot.show_miss(plot.traced[1])

        self.play(*self.redraw(sweep, plot), run_time=2.8, rate_func=linear)
        plot.traced = (-np.inf, np.inf)
        self.names = self.name_curves()
        back = self.redraw(lambda time: plot.show_miss(SWEPT + time * (TAKEN - SWEPT)), plot)
        self.play(*back, Appear(self.names))

    def go_to(self, miss: float, window: Window) -> None:
        """Let the square stand on another miss while the window changes; one that is far off is shown at once."""
        plot, start, before = self.plot, self.plot.miss, self.plot.window
        ratio = max(window.top / before.top, before.top / window.top)
        if ratio > FAR:
            self.play(Leave(plot))
            plot.miss = miss
            plot.show_window(window)
            self.play(Appear(plot))
            return

        def show(time: float) -> None:
            plot.miss = start + time * (miss - start) if ratio == 1 else start * (miss / start) ** time
            plot.show_window(window if time == 1 else before.towards(window, time))

        self.play(*self.redraw(show, plot), run_time=1.6 + math.log10(ratio), rate_func=smooth)

    def count_cells(self) -> None:
        """Count the cells of the square, where they are drawn."""
        plot = self.plot
        if len(plot.square.grid.points):

            def count(time: float) -> None:
                plot.lit = time
                plot.show_miss(plot.miss)

            self.play(*self.redraw(count, plot), run_time=1.4, rate_func=linear)

    def set_on_machine(self) -> None:
        """Let a square grow out of the miss of a network, once the plot is gone."""
        plot, network = self.plot, self.numbers.network
        self.build_machine()
        machine, ruler, square = self.machine, self.machine.ruler, CellSquare(self.theme)
        x, y = ruler.x, ruler.square_centre()[1] - ruler.side / 2
        self.say_and_tell(words.network_misses(network), Leave(plot, self.head, *self.rows, self.top))
        shown = [part for part in ruler.submobjects if part is not ruler.miss]
        self.play(Appear(machine.input, machine.arrow, machine.knob, *shown))
        self.add(square)
        self.play(*self.redraw(lambda time: square.draw(x, y, ruler.side, 1, wide=time), square), run_time=1.2)
        self.remove(square)
        self.add(machine)
        self.play(Appear(self.miss))

    def lay_lines(self, line: Line) -> None:
        """Ask a question, while the goal of the network becomes the lines that arrows stand on."""
        ring, panels = self.machine.ruler.ring, self.panels
        growing = self.redraw(lambda time: panels.lay_lines(ring.get_center(), time), panels.baselines)
        self.add(panels.baselines)
        self.ask(line, Leave(self.machine, self.miss, self.error), *growing)

    def average(self, name: str, line: Line) -> None:
        """Take a mean: the arrows come from the panel before, and the mean grows beside them."""
        panels, i = self.panels, MEASURES.index(name)
        arrows = panels.misses_of(name)
        if i == 0:
            self.play(*self.redraw(panels.lay, *arrows), run_time=1.4, rate_func=linear)
        else:
            carrying = self.redraw(lambda time: panels.carry(MEASURES[i - 1], name, time), *arrows)
            self.play(*carrying, run_time=1.2)
        mean = self.redraw(lambda time: panels.take_mean(name, time), panels.arrows[name][-1])
        number = exchange(self.unknowns[name], self.means[name])
        if name == "squared":
            self.add(*panels.squares)
            self.bring_to_front(*arrows)
            self.play(*self.redraw(lambda time: panels.widen(time, mean=False), *panels.squares))
            self.play(*mean, run_time=0.6)
            mean = self.redraw(lambda time: panels.widen(time, mean=True), *panels.squares)
        self.reveal(line, *mean, *number)

    def compose_poster(self) -> None:
        """Say who is fooled, and why squares are taken."""
        self.poster(mean_words.NO_MISS_CAN_HIDE, Appear(self.verdicts))
