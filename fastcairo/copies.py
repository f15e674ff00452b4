"""Numbers that roll: the copies of glyphs that Manim makes in every frame share what never changes."""

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PosixPath, WindowsPath
from types import FunctionType, NoneType
from typing import Any

import numpy as np
from manim import CapStyleType, DecimalNumber, LineJointType, ManimColor, Mobject
from manim.mobject.text import numbers
from svgelements import Path as SvgPath

_NEVER_CHANGES = frozenset(
    {
        *(
            NoneType,
            bool,
            int,
            float,
            complex,
            str,
            bytes,
            np.float64,
            np.bool_,
            FunctionType,
            PosixPath,
            WindowsPath,
        ),
        *(LineJointType, CapStyleType, ManimColor, SvgPath),  # what a glyph was read from is only looked up
    }
)

_ready: dict[tuple[str, float], tuple[Mobject, Mobject]] = {}
"""Glyphs at their size, each with that of Manim's which it was made from."""


@contextmanager
def quick_copies() -> Iterator[None]:
    """Let Manim copy mobjects, and the glyphs of its numbers, sooner for a while."""
    number_class: Any = DecimalNumber
    mobject_class: Any = Mobject
    manims_own = number_class._string_to_mob, mobject_class.__deepcopy__
    number_class._string_to_mob, mobject_class.__deepcopy__ = glyph, _clone_mobject
    try:
        yield
    finally:
        number_class._string_to_mob, mobject_class.__deepcopy__ = manims_own


def glyph(number: Any, string: str, mob_class: Any = None, **kwargs: Any) -> Any:
    """Return a glyph of a number as Manim's `DecimalNumber` makes it."""
    known = numbers.string_to_mob_map
    if string not in known:
        known[string] = (mob_class or number.mob_class)(string, **kwargs)
    at = string, number._font_size
    if at not in _ready or _ready[at][0] is not known[string]:
        sized = known[string].copy()
        sized.font_size = number._font_size
        _ready[at] = known[string], sized
    duplicate: Mobject = clone(_ready[at][1], {})
    return duplicate


def clone(value: Any, memo: dict[int, Any]) -> Any:
    """Return a copy as of `copy.deepcopy` that shares with the original what never changes.

    Args:
        value: A mobject, or what one holds.
        memo: The copies that exist already, by the ids of their originals.
    """
    if type(value) in _NEVER_CHANGES:
        return value
    if id(value) in memo:
        return memo[id(value)]
    if type(value) is np.ndarray and value.dtype != object:
        memo[id(value)] = value.copy()
    elif type(value) is list:
        memo[id(value)] = new = list[Any]()
        new.extend(clone(item, memo) for item in value)
    elif type(value) is dict:
        memo[id(value)] = table = dict[Any, Any]()
        table.update((clone(key, memo), clone(item, memo)) for key, item in value.items())
    elif isinstance(value, Mobject) and type(value).__deepcopy__ is Mobject.__deepcopy__:
        return _clone_mobject(value, memo)
    else:
        memo[id(value)] = copy.deepcopy(value, memo)
    return memo[id(value)]


def _clone_mobject(mobject: Mobject, memo: dict[int, Any]) -> Mobject:
    """Return a copy of a mobject as Manim makes it."""
    memo[id(mobject)] = twin = object.__new__(type(mobject))
    values = {
        name: item if type(item) in _NEVER_CHANGES else clone(item, memo) for name, item in vars(mobject).items()
    }
    if type(mobject).__setattr__ is object.__setattr__:
        vars(twin).update(values)
    else:
        for name, value in values.items():
            setattr(twin, name, value)
    twin.original_id = str(id(mobject))
    return twin
