"""A geometric check of scenes: it walks one with animations skipped and looks at the end of every section.

`walk` returns a sentence for each thing that a student could not read or should not see; none is the aim.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from manim import Circle, Dot, Mobject, Typst, config

import lecture.engine.walk
from scenes.parts.hot_cold_wiggles.search_motion import SearchMotion
from scenes.stage.axes.plot import Plot
from scenes.stage.bowl.bowl import Bowl
from scenes.stage.direction.scene import FLOOR, LectureScene
from scenes.stage.machine.network import Knob, Node
from scenes.stage.type.text import Figures, Words, compose
from tests.strokes import on_texts

TEXTS = (Words, Figures, Typst)
GAP = 0.04
"""Texts must keep this much apart, in scene units."""

LEAST_CURVE, LEAST_HEIGHT = 0.5, 0.11
"""What is lower lies on an axis, for all that can be seen, in scene units: a bowl, and the highest place in it."""

PLOTTED = ("curve", "tangent", "hops", "drop")
"""What a plot draws inside its axes."""

Rectangle = tuple[float, float, float, float]
Check = Callable[[LectureScene, str], Iterator[str]]


def walk(scene_class: type[LectureScene], check: Check | None = None, **values: Any) -> list[str]:
    """Return what is illegible at the ends of the sections of a scene with these parameters.

    Args:
        scene_class: The scene.
        check: What else to look at: it gets the scene and the section, and yields what is wrong.
        values: Parameters that differ from the scene's own.
    """
    problems: list[str] = []
    seen: list[str] = []

    def look(scene: LectureScene, section: str) -> None:
        seen.append(section)
        found = itertools.chain(illegible(scene), check(scene, section) if check else ())
        problems.extend(f"{section}: {problem}" for problem in found)

    walk_sections(scene_class, look, **values)
    assert seen, "the scene has no sections"
    return problems


def walk_sections(
    scene_class: type[LectureScene], look: Callable[[LectureScene, str], None], **values: Any
) -> Any:
    """Walk a scene with some parameters, call `look` at the end of every section, and return the scene."""
    return lecture.engine.walk.walk(scene_class, look, params=scene_class.params.updated(values, "walk"))


def illegible(scene: LectureScene) -> Iterator[str]:
    """Yield what a student could not read, or should not see, in the picture of a scene."""
    checks = [
        all_finite,
        inside_frame,
        inside_axes,
        texts_apart,
        texts_off_nodes,
        texts_off_strokes,
        nothing_squeezed,
        one_size_a_column,
    ]
    return itertools.chain(*(check(scene) for check in checks))


# what is in the picture -------------------------------------------------------------------------------------


def parts(scene: LectureScene) -> list[Mobject]:
    """Return every mobject in the picture, without repetition."""
    return list(dict.fromkeys(part for mobject in scene.mobjects for part in mobject.get_family()))


def texts(scene: LectureScene) -> list[Mobject]:
    """Return the texts in the picture that show anything."""
    return [part for part in parts(scene) if isinstance(part, TEXTS) and len(part.get_all_points())]


def rectangle(mobject: Mobject) -> Rectangle:
    """Return left, right, bottom and top of a mobject."""
    points = mobject.get_all_points()
    (left, bottom), (right, top) = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    return float(left), float(right), float(bottom), float(top)


def called(mobject: Mobject) -> str:
    """Return what to call a mobject in a sentence."""
    shown = getattr(mobject, "text", None) or getattr(mobject, "markup", None) or ""
    return f"{type(mobject).__name__} {shown!r}" if shown else type(mobject).__name__


# what may be wrong ------------------------------------------------------------------------------------------


def all_finite(scene: LectureScene) -> Iterator[str]:
    """Yield what has a point that is not finite."""
    for part in parts(scene):
        if not np.isfinite(part.points).all():
            yield f"{called(part)} has points that are not finite"


def inside_frame(scene: LectureScene) -> Iterator[str]:
    """Yield what reaches out of the frame, or into the part that is kept for subtitles."""
    x, y = config.frame_width / 2, config.frame_height / 2
    for part in parts(scene):
        if len(part.points):
            left, right, bottom, top = rectangle(part)
            if left < -x or right > x or top > y:
                yield f"{called(part)} reaches out of the frame"
            elif bottom < FLOOR:
                yield f"{called(part)} reaches into the subtitles, down to {bottom:.2f}"


def inside_axes(scene: LectureScene) -> Iterator[str]:
    """Yield the curves and tangents that leave the axes they belong to, and dots that are off them."""
    for plot in (part for part in parts(scene) if isinstance(part, Plot)):
        box = plot.box
        drawn = [part for name in PLOTTED for part in _family(plot, name)]
        for part in drawn:
            x, y = _along(part)  # handles of a curve may lie outside where the curve does not
            left, right, bottom, top = x.min(), x.max(), y.min(), y.max()
            slack = 0.12 if isinstance(part, Dot) else 1e-6
            if left < box.left - slack or right > box.right + slack:
                yield f"{called(part)} leaves the axes sideways"
            if bottom < box.bottom - slack or top > box.top + slack:
                yield f"{called(part)} leaves the axes upwards or downwards"


def _family(plot: Plot, name: str) -> list[Mobject]:
    mobject = getattr(plot, name, None)
    return [part for part in mobject.get_family() if len(part.points)] if mobject is not None else []


def texts_apart(scene: LectureScene) -> Iterator[str]:
    """Yield the pairs of texts that overlap or touch."""
    for (a, one), (b, other) in itertools.combinations([(t, rectangle(t)) for t in texts(scene)], 2):
        if _meet(one, other, GAP):
            yield f"{called(a)} meets {called(b)}"


def texts_off_nodes(scene: LectureScene) -> Iterator[str]:
    """Yield the texts that overlap a node, a knob, a dot or a ring that is not their own."""
    everything = parts(scene)
    groups = [part for part in everything if isinstance(part, Node | Knob)]
    families = {id(group): set(map(id, group.get_family())) for group in groups}
    inside = set().union(*families.values())  # the circles in them are judged with the group
    circles = [
        part for part in everything if isinstance(part, Circle) and len(part.points) and id(part) not in inside
    ]
    places = {id(circle): _circle(circle) for circle in circles}
    for text in texts(scene):
        box = rectangle(text)
        own = [group for group in groups if id(text) in families[id(group)]]
        allowed = set(map(id, own))
        for group in groups:
            if id(group) not in allowed and _on_group(box, group):
                yield f"{called(text)} lies on {called(group)}"
        for circle in circles:
            if _in_circle(box, *places[id(circle)]):
                yield f"{called(text)} lies on {called(circle)}"


def _on_group(box: Rectangle, group: Any) -> bool:
    return _in_circle(box, group.centre, group.radius)


def _circle(circle: Mobject) -> tuple[tuple[float, float], float]:
    left, right, bottom, top = rectangle(circle)
    return ((left + right) / 2, (bottom + top) / 2), (right - left) / 2


def texts_off_strokes(scene: LectureScene) -> Iterator[str]:
    """Yield the texts that the outline of anything runs through, or that something lies over."""
    for text, mobject, how in on_texts(scene, texts(scene)):
        yield f"{called(mobject)} {how} {called(text)}"


def nothing_squeezed(scene: LectureScene) -> Iterator[str]:
    """Yield the bowls that lie flat on an axis, and those in which nothing that happens stands off the axis."""
    for bowl in (part for part in parts(scene) if isinstance(part, Bowl) and len(part.curve.points)):
        goal, curve, window = bowl.error_curve.goal_weight, bowl.error_curve, bowl.window
        if max(curve.error(window.left), curve.error(window.right)) > curve.error(
            window.left / 2 + window.right / 2
        ):
            extent = [float(np.ptp(along)) for along in _along(bowl.curve)]
            if min(extent) < LEAST_CURVE:
                yield f"the curve is squeezed to {extent[0]:.2f} by {extent[1]:.2f}"
        weights = [bowl.weight, *itertools.chain(*bowl.past)]
        if bowl.error_curve.error(bowl.weight) == 0 or all(_as_good_as(weight, goal) for weight in weights):
            continue
        ghosts = [part for part in getattr(bowl, "ghosts", ()) if part.get_fill_opacity() > 0]
        dots = [part for part in (bowl.dot, *bowl.hops.get_family(), *ghosts) if isinstance(part, Dot)]
        heights = [float(dot.get_center()[1]) for dot in dots]
        if isinstance(scene, SearchMotion) and len(scene.trail.points):
            heights.append(rectangle(scene.trail)[3])
        if getattr(scene, "pair", None) is not None:  # two weights are compared, and the window is made for them
            heights += [float(bowl.on_curve(float(trial.weight))[1]) for trial in scene.told.pair or ()]
        if max(heights) - bowl.box.bottom < LEAST_HEIGHT:
            yield f"all that happens lies on the axis, {max(heights) - bowl.box.bottom:.3f} high"


def one_size_a_column(scene: LectureScene) -> Iterator[str]:
    """Yield the numbers whose digits are smaller than those of others that stand in one column with them."""
    columns: dict[Any, list[tuple[float, Mobject]]] = {}
    for text in texts(scene):
        if isinstance(text, Figures):
            column = (round(text.at[0], 3), text.align, text.mono, text.size)  # of one size, or meant to be
            drawn, unit = rectangle(text), compose(text.text, mono=text.mono)[0]
            columns.setdefault(column, []).append(((drawn[1] - drawn[0]) / float(np.ptp(unit[:, 0])), text))
    for column in columns.values():
        sizes = [size for size, _ in column]
        if max(sizes) > 1.01 * min(sizes):
            smallest, largest = (choose(column, key=lambda one: one[0])[1] for choose in (min, max))
            yield f"{called(smallest)} is set smaller than {called(largest)} in one column"


def _as_good_as(weight: float, goal: Any) -> bool:
    return goal is not None and abs(weight - goal) <= 1e-6 * max(abs(weight), abs(goal))


def _along(part: Mobject) -> tuple[Any, Any]:
    """Return points along the Bézier pieces of a mobject, x and y, as Bernstein polynomials give them."""
    t = np.linspace(0, 1, 12)[:, None, None]
    corners = part.points.reshape(-1, 4, 3)
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    points = sum(weight * corners[:, i] for i, weight in enumerate(weights)).reshape(-1, 3)  # type: ignore[union-attr]
    return points[:, 0], points[:, 1]


def _meet(one: Rectangle, other: Rectangle, gap: float) -> bool:
    return (
        one[0] < other[1] + gap and other[0] < one[1] + gap and one[2] < other[3] + gap and other[2] < one[3] + gap
    )


def _in_circle(box: Rectangle, centre: Any, radius: float) -> bool:
    x, y = min(max(centre[0], box[0]), box[1]), min(max(centre[1], box[2]), box[3])
    return bool((x - centre[0]) ** 2 + (y - centre[1]) ** 2 < radius**2)
