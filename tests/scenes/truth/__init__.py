"""What each scene must show, a module a scene: SECTIONS, EXTREMES and PARAMETERS to try, `told` and `check`."""

from importlib import import_module

import scenes

TRUTHS = {name: import_module(f"tests.scenes.truth.{file}") for name, file in scenes.SCENES.items()}
