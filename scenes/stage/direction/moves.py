"""Animations that copy nothing: their mobjects are redrawn from numbers, or only fade."""

from collections.abc import Callable
from typing import Any

from manim import Animation, Group, Mobject, Scene, smooth, squish_rate_func

_COLOURS = ("fill_rgbas", "stroke_rgbas", "background_stroke_rgbas")


class Hold(Animation):
    """Keeps a mobject among those that are drawn in each frame, as something else redraws it."""

    def create_starting_mobject(self) -> Any:
        """Return the mobject itself."""
        mobject: Any = self.mobject
        return mobject

    def interpolate_mobject(self, alpha: float) -> None:
        """Leave the mobject alone."""


class Redraw(Hold):
    """Calls a function with the time from 0 to 1; it redraws the mobject, and perhaps others that are held.

    Args:
        mobject: The mobject.
        show: The function.
        style: `run_time` and `rate_func`.
    """

    def __init__(self, mobject: Mobject, show: Callable[[float], Any], **style: Any) -> None:
        super().__init__(mobject, suspend_mobject_updating=False, **style)
        self.show = show

    def interpolate_mobject(self, alpha: float) -> None:
        """Call the function."""
        self.show(self.rate_func(alpha))


class _Fade(Animation):
    """Changes nothing but opacity, so that shapes need not be rebuilt in every frame."""

    def __init__(self, *mobjects: Mobject, **style: Any) -> None:
        super().__init__(mobjects[0] if len(mobjects) == 1 else Group(*mobjects), **style)

    def create_starting_mobject(self) -> Any:
        """Return the mobject itself, and remember its colours."""
        mobject: Any = self.mobject
        self._colours = [(part, [(name, getattr(part, name)) for name in _COLOURS]) for part in self.parts()]
        return mobject

    def parts(self) -> list[Any]:
        """Return what is faded."""
        return list(self.mobject.family_members_with_points())

    def interpolate_mobject(self, alpha: float) -> None:
        """Show the mobject as opaque as it is at that time."""
        self.set_opacity(self.rate_func(alpha))

    def set_opacity(self, share: float) -> None:
        """Give all colours a share of their own opacity."""
        for part, colours in self._colours:
            for name, colour in colours:
                setattr(part, name, colour * (1.0, 1.0, 1.0, share))


class Appear(_Fade):
    """Fades mobjects in.

    Args:
        mobjects: The mobjects; they are added to the scene.
        style: `run_time` and `rate_func`.
    """

    def __init__(self, *mobjects: Mobject, **style: Any) -> None:
        super().__init__(*mobjects, introducer=True, **style)


class Leave(_Fade):
    """Fades mobjects out.

    Args:
        mobjects: The mobjects; they are removed from the scene, and are then as they were.
        style: `run_time` and `rate_func`.
    """

    def __init__(self, *mobjects: Mobject, **style: Any) -> None:
        super().__init__(*mobjects, remover=True, **style)

    def set_opacity(self, share: float) -> None:
        """Give all colours what is left of their own opacity."""
        super().set_opacity(1 - share)

    def clean_up_from_scene(self, scene: Scene) -> None:
        """Remove the mobjects and give them their colours back."""
        super().clean_up_from_scene(scene)
        self.set_opacity(0)


class Shade(_Fade):
    """Takes a mobject to a share of its opacity, from whichever share it is at: 0.4 dims it, 1 brings it back.

    Args:
        mobject: The mobject.
        share: The share, above 0.
        style: `run_time` and `rate_func`.
    """

    def __init__(self, mobject: Mobject, share: float, **style: Any) -> None:
        super().__init__(mobject, **style)
        self.share = share

    def parts(self) -> list[Any]:
        """Return all parts, also those that nothing is drawn of now."""
        return [part for part in self.mobject.get_family() if hasattr(part, _COLOURS[0])]

    def create_starting_mobject(self) -> Any:
        """Remember the shares that the parts are at, beside their colours."""
        started = super().create_starting_mobject()
        self._shares = [shade_of(part) for part, _ in self._colours]
        return started

    def set_opacity(self, share: float) -> None:
        """Go so much of the way."""
        for (part, colours), before in zip(self._colours, self._shares, strict=True):
            now = before + (self.share - before) * share
            part.shade = now
            for name, colour in colours:
                setattr(part, name, colour * (1.0, 1.0, 1.0, now / before))


def shade_of(part: Any) -> float:
    """Return the share of its opacity that `Shade` has left a mobject."""
    return getattr(part, "shade", 1.0)


def bring_back(mobject: Mobject) -> None:
    """Bring back at once what `Shade` has dimmed."""
    animation = Shade(mobject, 1)
    animation.begin()
    animation.interpolate(1)


def exchange(old: Mobject | None, new: Mobject | None) -> list[Animation]:
    """Return the animations that put one thing in the place of another: the old is gone before the new comes."""
    going, coming = squish_rate_func(smooth, 0, 0.45), squish_rate_func(smooth, 0.45, 1)
    leaving: list[Animation] = [] if old is None else [Leave(old, rate_func=going)]
    return leaving if new is None else [*leaving, Appear(new, rate_func=coming if leaving else smooth)]
