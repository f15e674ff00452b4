"""What is read back from pictures tells each fault that is drawn into them."""

from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

import scenes
from tests.legibility import walk_sections
from tests.scenes.faults import (
    Fault,
    bars,
    column,
    cut,
    dots,
    exchange,
    figures,
    fillings,
    higher,
    low,
    planted,
    scale,
    shift,
    strokes,
    ticks,
    tips,
)
from tests.scenes.reading.picture import Picture
from tests.scenes.truth import TRUTHS

# faults ---------------------------------------------------------------------------------------------------------


def numbers_off_by_one(scene: Any, right: float, below: float, colour: str = "muted") -> None:
    """Let every number below an axis be the one that belongs to the tick after it."""
    found = figures(scene, colour, left=-6.2, right=right, below=below)
    step = float(found[1].text.replace("−", "-")) - float(found[0].text.replace("−", "-"))
    for one in found:
        one.write(f"{float(one.text.replace('−', '-')) + step:g}".replace("-", "−"))


def ruler_off_by_one(scene: Any) -> None:
    for number in figures(scene, "quiet", right=-2):
        number.write(f"{int(number.text.replace('−', '-')) + 1}".replace("-", "−"))


def uprights(scene: Any) -> list[Any]:
    """Return the red arrows of misses, from left to right."""
    found = [part for part in fillings(scene, "error") if len(part.points) == 4 * (4 + 3)]
    return sorted(found, key=lambda part: float(part.get_center()[0]))


def goal(scene: Any) -> Any:
    """Return a point on the line of the goal."""
    return max(strokes(scene, "goal", 4), key=lambda part: float(part.width)).get_center()


def row_ends(scene: Any) -> tuple[Any, Any]:
    """Return a number of a row and the one below it."""
    return figures(scene, "ink")[0], figures(scene, "error")[0]


def lanes_reversed(scene: Any) -> None:
    """Draw every curve of the lanes in the lane on the other side."""
    found = [part for name in ("goal", "error", "muted") for part in strokes(scene, name, 4)]
    found.sort(key=lambda part: float(part.points[0, 0]))
    first, last = found[0].points[0, 0], found[-1].points[0, 0]
    for part in found:
        shift([part], x=first + last - 2 * part.points[0, 0])


def rulers_scaled(scene: Any) -> None:
    """Spread the ticks and the numbers of rulers from the wall of the box, the rods as they were."""
    lines = strokes(scene, "quiet", 2.5)
    wall = min(float(part.points[:, 0].min()) for part in lines)
    scale(lines, x=1.02, about=np.array([wall, 0, 0]))
    for number in figures(scene, "quiet"):
        shift([number], x=0.02 * (number.get_center()[0] - wall))


def ratio(scene: Any) -> Any:
    """Return the text that says what a division comes to."""
    return next(one for one in figures(scene, "ink") if one.text.startswith("= "))


def wheels(scene: Any, colour: str) -> list[Any]:
    """Return the wheels of a colour."""
    return [one for one in fillings(scene, f"tint {colour}") if one.width > 0.5]


def upright(scene: Any) -> list[Any]:
    """Return the upright axis."""
    return [one for one in strokes(scene, "quiet", 2.5) if one.height > one.width]


def triangle_turned(scene: Any) -> None:
    """Let the first of the arrows to the weights lead the other way."""
    for part in (*strokes(scene, "slope", 6), *fillings(scene, "slope")):
        scale([part], x=-1, about=part.points.mean(axis=0))


BOLD = 5.6
"""How thick the curve of a large bowl is."""

FAULTS: dict[str, dict[str, list[tuple[str, Fault, str]]]] = {
    "BowlDescent": {
        "point": [("another weight", lambda s: figures(s, "weight")[0].write("0.1"), "of the machine reads")],
        "bowl": [
            ("a bowl of another input", lambda s: scale(strokes(s, "ink", BOLD), x=0.98), "error curve is at"),
            ("a bowl that ends early", lambda s: cut(strokes(s, "ink", BOLD)[0]), "inside of the axes"),
            ("a dot beside the curve", lambda s: shift(dots(s, "weight"), x=0.05), "no dot at"),
            ("a goal at another weight", lambda s: shift(strokes(s, "goal", 4), x=0.1), "ring of the goal"),
            ("an error that is measured short", lambda s: scale(strokes(s, "error", 7), y=0.9), "measures an"),
            ("numbers off by one", lambda s: numbers_off_by_one(s, 0.5, -2.7, "quiet"), "error curve is at"),
            ("a tick in another place", lambda s: shift(ticks(s, "quiet")[1:2], x=0.04), "the number"),
        ],
        "steps": [
            ("a ghost off the curve", lambda s: higher(dots(s, "faded weight")), "ghost"),
            ("a square that is too wide", lambda s: scale(fillings(s, "error"), x=1.2), "the square is"),
            ("a mark in another place", lambda s: higher(strokes(s, "prediction", 9)), "the square is"),
            (
                "numbers of the machine exchanged",
                lambda s: exchange(figures(s, "weight")[0], figures(s, "prediction")[0]),
                "of the machine reads",
            ),
        ],
        "log": [("rows of the log exchanged", lambda s: exchange(*column(s, "error", 2)[:2]), "of the log reads")],
    },
    "DivergenceSpiral": {
        "overshoot": [
            ("a bowl of the gentle input", lambda s: scale(strokes(s, "ink", 4), x=1.3), "error curve is at"),
        ],
        "line": [
            ("another derivative", lambda s: scale(strokes(s, "slope", 4), y=0.97), "line of weight_delta"),
            ("a state off the line", lambda s: shift(dots(s, "weight")[1:2], y=0.1), "there is no state"),
        ],
        "spiral": [
            ("a cobweb off its axes", lambda s: shift(strokes(s, "weight", 3), x=0.1), "the path"),
            ("a cobweb upside down", lambda s: scale(strokes(s, "weight", 3), y=-1), "the path"),
            ("an update of another alpha", lambda s: scale(strokes(s, "slope", 4), y=0.95), "the update"),
            ("a diagonal that is none", lambda s: shift(strokes(s, "ink", 2), y=0.05), "the diagonal"),
            ("a goal off the crossing", lambda s: shift(strokes(s, "goal", 3), y=0.1), "ring of the goal"),
        ],
    },
    "AlphaDamping": {
        "rule": [
            ("an arrow to another weight", lambda s: shift(tips(s, "weight"), x=0.2), "the damped step leads"),
            ("an arrow that points back", triangle_turned, "the plain step leads"),
            ("a goal at another weight", lambda s: shift(strokes(s, "goal", 2.5), x=0.1), "goal weight is drawn"),
        ],
        "staircase": [
            ("a staircase off its axes", lambda s: shift(strokes(s, "weight", 3), y=-0.1), "the path"),
        ],
        "lanes": [
            ("curves in the lanes of others", lanes_reversed, "the lane of alpha"),
            ("errors a decade off", lambda s: shift(strokes(s, "muted", 4), y=-0.1), "the lane of alpha"),
            ("last errors exchanged", lambda s: exchange(*figures(s, "error", below=-2.2)[:2]), "ends with"),
        ],
        "map": [
            ("a rate in another place", lambda s: shift(dots(s, "muted")[:1], x=0.2), "no dot for alpha"),
            ("a border in another place", lambda s: shift(strokes(s, "ink", 2)[:1], x=0.1), "no line marks"),
        ],
    },
    "RodsInABox": {
        "box": [
            ("a ruler of another scale", rulers_scaled, "rod ends at"),
            ("a rod that is too long", lambda s: shift(fillings(s, "red_rod"), x=0.1), "the red rod ends at"),
            ("a guess that goes too far", lambda s: shift(fillings(s, "faded red_rod")[:1], x=0.3), "is drawn as"),
        ],
        "pushes": [("changes exchanged", lambda s: exchange(*low(figures(s, "blue_rod"))[:2]), "a change reads")],
        "other_start": [("another ratio", lambda s: ratio(s).write("= 2.5"), "a ratio reads")],
        "wheels": [
            ("a wheel that is too large", lambda s: scale(wheels(s, "red_rod"), 1.2, 1.2), "the wheels are as"),
            ("a bar that lies on nothing", lambda s: higher(fillings(s, "blue_rod")), "the bars lie"),
        ],
        "graph": [
            ("a line of another wiring", lambda s: scale(strokes(s, "ink", 5), y=0.9), "no line has the slope"),
            ("a dot off the line", lambda s: shift(dots(s, "ink"), y=0.1), "no dot at"),
            ("a side of another length", lambda s: scale(strokes(s, "red_rod", 6), y=0.8), "of the triangle"),
            ("inches of two lengths", lambda s: scale(upright(s), y=0.9), "an inch is"),
        ],
        "other_wirings": [
            ("names exchanged", lambda s: exchange(*figures(s, "ink")[:2]), "a card reads"),
            ("a line of another card", lambda s: scale(strokes(s, "ink", 5)[:1], x=-1), "the line of a card"),
        ],
    },
    "ArcherError": {
        "shots": [
            ("an arrow that sticks elsewhere", lambda s: higher(strokes(s, "ink", 6)[:1]), "an arrow is at"),
            ("a miss upside down", lambda s: scale(uprights(s)[:1], y=-1, about=goal(s)), "an arrow is at"),
            ("numbers of the ruler off by one", ruler_off_by_one, "is at"),
        ],
        "signed": [
            ("an arrow beside the tip", lambda s: shift(uprights(s)[1:2], y=0.1), "an arrow begins at"),
            ("an arrow out of scale", lambda s: scale(uprights(s)[:1], y=0.9), "long, not"),
            ("an average elsewhere", lambda s: higher(strokes(s, "weight", 6)), "the average shot is at"),
        ],
        "unsigned": [
            ("a square that is too wide", lambda s: scale(strokes(s, "error", 4)[:1], x=1.1), "0.0 long, not"),
            ("a square out of scale", lambda s: scale(strokes(s, "error", 4)[:1], x=0.9, y=0.9), "long, not"),
            ("lengths for squares", lambda s: exchange(*row_ends(s)), "is due"),
        ],
        "curves": [
            ("a dot off its curve", lambda s: shift(dots(s, "error"), y=0.1), "a dot is at"),
            ("a square on another miss", lambda s: shift(strokes(s, "error", 4), x=0.1), "the square reaches"),
            ("another curve", lambda s: scale(strokes(s, "error", 6), x=0.9), "the curve of squares"),
        ],
        "priorities": [("squares exchanged", lambda s: exchange(*figures(s, "error")[:2]), "is due")],
        "network": [("a square off the miss", lambda s: shift(fillings(s, "error"), y=0.1), "does not reach")],
        "cancelling": [
            ("a length out of scale", lambda s: scale(uprights(s)[2:3], y=0.9), "long, not"),
            ("a square out of scale", lambda s: scale(strokes(s, "error", 4)[:1], x=0.9, y=0.9), "long, not"),
        ],
    },
    "HotColdWiggles": {
        "wiggle": [
            ("a bar of another height", lambda s: scale(bars(s, "error")[:1], y=0.9), "a bar is"),
            ("bars exchanged", lambda s: exchange(*bars(s, "error")[:2]), "a bar is"),
            ("errors exchanged", lambda s: exchange(*figures(s, "error", left=0)[:2]), "error of a try"),
        ],
        "choose": [("another bar framed", lambda s: shift(strokes(s, "ink", 3), x=-3.4), "the frame is around")],
        "crawl": [
            ("a trail beside the curve", lambda s: shift(strokes(s, "faded weight", 12), x=0.1), "the trail"),
            ("a dot at another weight", lambda s: shift(dots(s, "weight"), x=0.1), "no dot at"),
        ],
        "bounce": [
            ("a hop from elsewhere", lambda s: shift(strokes(s, "faded weight", 3), x=0.2), "a hop runs from"),
        ],
    },
}  # fmt: skip


# tests ----------------------------------------------------------------------------------------------------------

CASES = [
    (name, section, what)
    for name, sections in FAULTS.items()
    for section, faults in sections.items()
    for what, _, _ in faults
]


@cache
def told_of(name: str) -> dict[tuple[str, str], tuple[list[str], str]]:
    """Return by section and fault what is told of a picture that has it, and what should be, from one walk."""
    told: dict[tuple[str, str], tuple[list[str], str]] = {}

    def wrong(scene: Any, section: str) -> Iterator[str]:
        return TRUTHS[name].check(Picture(scene), scene.params, section)

    def look(scene: Any, section: str) -> None:
        for what, fault, sentence in FAULTS[name].get(section, []):
            with planted(scene, fault):
                told[section, what] = list(wrong(scene, section)), sentence
        assert list(wrong(scene, section)) == []

    walk_sections(getattr(scenes, name), look)
    return told


@pytest.mark.parametrize(("name", "section", "what"), CASES)
def test_a_planted_fault_is_found(name: str, section: str, what: str) -> None:
    """A picture with one fault gets a sentence about it; without it, none."""
    found, sentence = told_of(name)[section, what]
    assert any(sentence in problem for problem in found), found


def test_a_tangent_of_another_slope_is_found() -> None:
    """A tangent is looked at while it is drawn, for it is gone when the dot has hopped."""
    truth, found = TRUTHS["BowlDescent"], list[str]()

    class Tilted(scenes.BowlDescent):  # type: ignore[name-defined, misc]
        def play(self, *animations: Any, **style: Any) -> None:
            super().play(*animations, **style)
            assert not list(truth.moment(self, self.params))
            tangents = strokes(self, "slope", BOLD)
            if tangents and tangents[0].width > 1:
                with planted(self, lambda scene: scale(strokes(scene, "slope", BOLD)[:1], y=0.9)):
                    found.extend(truth.moment(self, self.params))

    walk_sections(Tilted, lambda *_: None)
    assert any("the tangent at" in problem for problem in found)
