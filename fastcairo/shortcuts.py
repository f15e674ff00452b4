"""What Manim computes again in every frame: families, boundaries, lengths of curves, rotations, colours.

Each function here gives what Manim's gives, to the last bit, and leaves to it whatever is not as usual.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache, lru_cache
from struct import Struct
from typing import Any

import numpy as np
import numpy.typing as npt
from manim import ManimColor, Mobject, VMobject
from manim.mobject import mobject
from manim.utils import space_ops
from manim.utils.bezier import bezier
from manim.utils.iterables import remove_list_redundancies

Floats = npt.NDArray[np.float64]

_CURVE = 4
"""Points of a curve."""
_SAMPLES = 10
"""So many points of a curve tell Manim how long it is, if nobody says otherwise."""
_ANGLE = Struct("d")
_ROTATIONS = 4096
"""How many matrices are kept."""
_FLOATS = frozenset({float, np.float64})
_OPACITIES = _FLOATS | {type(None), int}
_LENGTHS = (
    "get_nth_curve_points",
    "get_nth_curve_function",
    "get_nth_curve_length_pieces",
    "get_nth_curve_function_with_length",
    "get_num_curves",
)

_mobject: Any = Mobject
_vmobject: Any = VMobject
_family = _mobject.get_family
_iter_family = _mobject._iter_family
_critical_point = _mobject.get_critical_point
_boundary = _vmobject.get_points_defining_boundary
_curves = _vmobject.get_curve_functions_with_lengths
_rgbas = _vmobject.generate_rgbas_array
_update_rgbas = _vmobject.update_rgbas_array
_set_up_colour: Any = ManimColor.__init__
_rotation: Any = space_ops.rotation_matrix


@contextmanager
def shortcuts() -> Iterator[None]:
    """Let Manim take them for a while."""
    with ExitStack() as stack:
        for owner, name, ours in (
            (Mobject, "get_family", family),
            (Mobject, "get_critical_point", critical_point),
            (VMobject, "get_points_defining_boundary", boundary),
            (VMobject, "get_curve_functions_with_lengths", curves_with_lengths),
            (VMobject, "generate_rgbas_array", rgbas),
            (VMobject, "update_rgbas_array", update_rgbas),
            (ManimColor, "__init__", set_up_colour),
            (space_ops, "rotation_matrix", rotation),
            (mobject, "rotation_matrix", rotation),
        ):
            stack.callback(setattr, owner, name, getattr(owner, name))
            setattr(owner, name, ours)
        yield


def family(self: Any, recurse: bool = True) -> list[Any]:
    """Return a mobject and all that belong to it, each where it comes last."""
    found: list[Any] = []
    _collect(self, found, set())
    return found if len(set(found)) == len(found) else remove_list_redundancies(found)


def _collect(one: Any, found: list[Any], above: set[Any]) -> None:
    if type(one)._iter_family is not _iter_family:
        found.extend(one._iter_family(above))
    elif not one.submobjects:
        found.append(one)
    elif one not in above:
        found.append(one)
        above.add(one)
        for part in one.submobjects:
            _collect(part, found, above)
        above.remove(one)


def critical_point(self: Any, direction: Any) -> Any:
    """Return a point of the box around a mobject."""
    if not _has(self.__class__, Mobject, "get_extremum_along_dim") or self.dim != 3:
        return _critical_point(self, direction)
    points = self.get_points_defining_boundary()
    result = np.zeros(3)
    if len(points) == 0:
        return result
    for i in range(3):
        values, where = points[:, i], direction[i]
        if where < 0:
            result[i] = np.minimum.reduce(values)
        elif where == 0:
            result[i] = (np.minimum.reduce(values) + np.maximum.reduce(values)) / 2
        else:
            result[i] = np.maximum.reduce(values)
    return result


def boundary(self: Any) -> Any:
    """Return the ends of all curves of a mobject's family."""
    parts = []
    for one in self.get_family():
        points: Any = getattr(one, "points", None)
        if not (_has(one.__class__, VMobject, "get_anchors") and _is_usual(one, points)):
            return _boundary(self)
        if len(points):
            parts.append(points.reshape(-1, _CURVE, 3)[:, :: _CURVE - 1].reshape(-1, 3))
    if not parts:
        return np.array(())
    return np.concatenate(parts) if len(parts) > 1 else parts[0]


def curves_with_lengths(self: Any, **kwargs: Any) -> Iterator[tuple[Any, Any]]:
    """Yield the curves of a mobject with their lengths, measured for all of them at once."""
    points = self.points
    count = kwargs.get("sample_points")
    if not (
        kwargs.keys() <= {"sample_points"}
        and type(count) in (int, type(None))
        and _has(self.__class__, VMobject, *_LENGTHS)
        and _is_usual(self, points)
    ):
        yield from _curves(self, **kwargs)
        return
    a, b, c, d = _weights(_SAMPLES if count is None else count)
    corners = points.reshape(-1, _CURVE, 1, 3)
    samples = a * corners[:, 0] + b * corners[:, 1] + c * corners[:, 2] + d * corners[:, 3]
    lengths = np.linalg.norm(samples[:, 1:] - samples[:, :-1], axis=2)
    for i, pieces in enumerate(lengths):
        yield bezier(points[_CURVE * i : _CURVE * (i + 1)]), np.add.reduce(pieces)


@lru_cache(maxsize=16)
def _weights(count: int) -> tuple[Floats, ...]:
    """Return how much each corner of a curve counts at points of it, multiplied in Manim's order."""
    t = np.linspace(0, 1, count)[:, np.newaxis]
    t2, back = t * t, 1 - t
    back2 = back * back
    return back2 * back, 3 * t * back2, 3 * t2 * back, t2 * t


def rgbas(self: Any, color: Any, opacity: Any) -> Any:
    """Return a colour with its opacity."""
    if not _is_one(self, color, opacity):
        return _rgbas(self, color, opacity)
    result = np.zeros((1, 4))
    if color is not None:
        result[0, :3] = color._internal_value[:3]
    if opacity is not None:
        result[0, 3] = opacity
    return result


def update_rgbas(self: Any, array_name: str, color: Any = None, opacity: Any = None) -> Any:
    """Give all colours in one of a mobject's arrays another colour, or another opacity."""
    colours = vars(self).get(array_name)
    usual = _has(self.__class__, VMobject, "generate_rgbas_array", "get_sheen_factor")
    if not (usual and type(colours) is np.ndarray and len(colours) and _is_one(self, color, opacity)):
        return _update_rgbas(self, array_name, color, opacity)
    if color is not None:
        colours[:, :3] = color._internal_value[:3]
    if opacity is not None:
        colours[:, 3] = opacity
    return self


def _is_one(mobject: Any, color: Any, opacity: Any) -> bool:
    """Tell whether a colour and an opacity are one each, and a mobject has no sheen that makes two of them."""
    plain = type(color) is ManimColor or color is None
    return plain and type(opacity) in _OPACITIES and mobject.get_sheen_factor() == 0


def rotation(angle: Any, axis: Any, homogeneous: bool = False) -> Any:
    """Return the matrix of a rotation."""
    usual = type(angle) in _FLOATS and type(axis) is np.ndarray and axis.dtype == np.float64 and axis.shape == (3,)
    if homogeneous or not usual:
        return _rotation(angle, axis, homogeneous)
    return _matrix(_ANGLE.pack(angle), axis.tobytes()).copy()


@lru_cache(maxsize=_ROTATIONS)
def _matrix(angle: bytes, axis: bytes) -> Any:
    """Return the matrix of a rotation that is told apart from others by its bits: -0.0 is not 0.0."""
    return _rotation(*_ANGLE.unpack(angle), np.frombuffer(axis).copy())


def set_up_colour(self: Any, value: Any, alpha: float = 1.0) -> None:
    """Make a colour of three numbers, as Manim often does of a row of a table of colours."""
    if type(value) is np.ndarray and value.dtype == np.float64 and value.shape == (3,):
        self._internal_value = colour = np.empty(4)
        colour[:3] = value
        colour[3] = alpha
    else:
        _set_up_colour(self, value, alpha)


def _is_usual(mobject: Any, points: Any) -> bool:
    """Tell whether a mobject's points are whole curves."""
    return (
        type(points) is np.ndarray
        and points.dtype == np.float64
        and points.ndim == 2
        and points.shape[1] == 3
        and len(points) % _CURVE == 0
        and mobject.n_points_per_cubic_curve == _CURVE
    )


@cache
def _has(one: type, owner: type, *names: str) -> bool:
    """Tell whether a class has methods from another class, and not others in their place."""
    return all(getattr(one, name, None) is getattr(owner, name) for name in names)
