"""Which mobjects stand in a frame, in the order in which they are drawn."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from manim import Mobject, PMobject, VMobject
from manim.mobject.types.image_mobject import AbstractImageMobject
from manim.utils.family import extract_mobject_family_members

from fastcairo.picture import is_usual

Drawable = VMobject | AbstractImageMobject

_OWN = ("get_subpath_split_indices_from_points", "consider_points_equals_2d")
"""Methods of VMobject that decide its path."""


def family_of(mobjects: Iterable[Mobject], *, by_z_index: bool) -> list[Mobject]:
    """Return the members of the families of `mobjects` that have points, each where it comes last.

    It is the list of Manim's `extract_mobject_family_members`, made in one walk in place of one for each member.
    Where one of them says by itself what its family is, Manim makes the list.
    """
    shown = list(mobjects)
    if not all(map(_has_usual_family, shown)):
        return extract_mobject_family_members(shown, use_z_index=by_z_index, only_those_with_points=True)
    found: list[Mobject] = []
    seen: set[Mobject] = set()

    def visit(mobject: Mobject) -> None:
        if mobject in seen:
            return
        seen.add(mobject)
        for part in reversed(mobject.submobjects):
            visit(part)
        if len(mobject.points) > 0:
            found.append(mobject)

    for mobject in reversed(shown):
        visit(mobject)
    found.reverse()
    if by_z_index and any(mobject.z_index != 0 for mobject in found):
        found.sort(key=lambda mobject: mobject.z_index)
    return found


def drawable(mobjects: Iterable[Any]) -> list[Drawable] | None:
    """Return those of `mobjects` that are drawn, as paths or images; None if one is drawn in another way."""
    result: list[Drawable] = []
    for mobject in mobjects:
        kind = _kind(mobject.__class__)
        if kind is None or (kind is VMobject and mobject.get_background_image()):
            return None
        if kind is AbstractImageMobject and not is_usual(mobject):
            return None
        if kind is not Mobject:
            result.append(mobject)
    return result


def _has_usual_family(mobject: Mobject) -> bool:
    """Tell whether the family of a mobject are its submobjects, and theirs."""
    return mobject.__class__.get_family is Mobject.get_family and "get_family" not in vars(mobject)


@cache
def _kind(mobject_class: type) -> type | None:
    """Return how mobjects of a class are drawn: as paths, as images, not at all; None: in another way."""
    if issubclass(mobject_class, VMobject):
        ours = all(getattr(mobject_class, name) is getattr(VMobject, name) for name in _OWN)
        return VMobject if ours else None
    if issubclass(mobject_class, AbstractImageMobject):
        return AbstractImageMobject
    return None if issubclass(mobject_class, PMobject) else Mobject
