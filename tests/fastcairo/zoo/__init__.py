"""Small scenes that show each family of mobjects and animations of Manim, none of which needs LaTeX."""

from manim import Scene

from tests.fastcairo.zoo import cameras, changes, orders, shapes, solids, times

ZOO: dict[str, type[Scene]] = {
    name: one
    for module in (changes, times, orders, shapes, solids, cameras)
    for name, one in vars(module).items()
    if isinstance(one, type) and issubclass(one, Scene) and one.__module__ == module.__name__
}
"""All of them."""
