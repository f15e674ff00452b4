"""The zoo leaves no family of Manim out."""

import inspect
import re
from pathlib import Path

import manim

import tests.fastcairo.zoo as zoo

LATEX = {
    *("MathTex", "SingleStringMathTex", "Tex", "Title", "BulletedList", "Variable", "BraceText"),
    *("Matrix", "MobjectMatrix", "IntegerMatrix", "DecimalMatrix", "TransformMatchingTex"),
}
"""Made of LaTeX, which is not installed where the tests run; drawn as the paths that `MathTypst` gives."""
BROKEN = {
    *("ApplyPointwiseFunctionToCenter", "SmoothedVectorizedHomotopy", "TransformAnimations"),
    "SpecialThreeDScene",
}
"""Raise an error in Manim 0.22, however they are called."""
BASES = {
    *("Animation", "ShowPartial", "Mobject", "TipableVMobject", "ArrowTip", "Polyhedron", "ThreeDVMobject"),
    *("VectorField", "VMobjectFromSVGPath", "PMobject", "ImageMobjectFromCamera"),
}
"""What others in the zoo derive from or are made of."""


def test_no_family_is_left_out() -> None:
    """Whatever kind of mobject, animation or scene Manim exports stands in one of the scenes."""
    folder = Path(zoo.__file__).parent
    used = set(re.findall(r"\bm\.(\w+)", "".join(file.read_text() for file in folder.glob("*.py"))))
    kinds = manim.Mobject, manim.Animation, manim.Scene
    exported = {
        name
        for name, one in vars(manim).items()
        if inspect.isclass(one) and issubclass(one, kinds) and "opengl" not in one.__module__
    }
    assert len(exported) > 150
    assert exported - used - LATEX - BROKEN - BASES == set()
    assert {*LATEX, *BROKEN, *BASES} <= exported - used
