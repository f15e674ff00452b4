"""What Manim loads with every start, because this package is installed: it acts only if `manim.cfg` lists it."""

from manim import config

if "fastcairo" in config["plugins"]:
    from fastcairo.activation import activate

    activate()
