"""SVG files that scenes draw: jobs read them side by side, and leave the folder that they lie in alone."""

from pathlib import Path

import numpy as np
import pytest
from manim import SVGMobject

from lecture.engine.svg_in_memory import read_in_memory
from tests.lecture.lecture_command import lecture

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" fill="#3080c0" stroke-width="0.5">
  <defs><circle id="dot" r="3"/></defs>
  <g id="pair" transform="translate(4 6)"><use href="#dot" x="3"/><rect width="6" height="4" rx="1"/></g>
  <path d="M1 1q5 9 9 3t8 2z" fill="none" stroke="#c03"/>
</svg>
"""
SCENES = """\
from manim import *
class First(Scene):
    def construct(self):
        for _ in range(250):
            drawn = SVGMobject("drawn.svg", use_svg_cache=False)
        self.add(drawn)
        self.wait(0.2)
class Second(First): pass
class Third(First): pass
"""


def test_jobs_that_draw_one_file_at_once(tmp_path: Path) -> None:
    """None of them reads what another writes, and nothing comes to lie beside the file."""
    (tmp_path / "drawn.svg").write_text(SVG)
    (tmp_path / "scenes_of_mine.py").write_text(SCENES)
    done = lecture("render", "scenes_of_mine.py", "-q", "l", "-j", "3", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert {file.suffix for file in (tmp_path / "renders").iterdir() if file.is_file()} == {".mp4", ".json"}
    assert [file.name for file in tmp_path.glob("drawn*")] == ["drawn.svg"]


def test_what_is_read_is_what_manim_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same shapes in the same groups and colours."""
    file = tmp_path / "drawn.svg"
    file.write_text(SVG)
    theirs = SVGMobject(file, use_svg_cache=False)
    monkeypatch.setattr(SVGMobject, "generate_mobject", SVGMobject.generate_mobject)  # is put back in the end
    read_in_memory()
    ours = SVGMobject(file, use_svg_cache=False)
    assert [*ours.id_to_vgroup_dict] == [*theirs.id_to_vgroup_dict]
    assert len(ours.id_to_vgroup_dict["pair"]) == 2
    for one, other in zip(ours.family_members_with_points(), theirs.family_members_with_points(), strict=True):
        assert np.array_equal(one.points, other.points)
        assert (one.fill_color, one.fill_opacity) == (other.fill_color, other.fill_opacity)
        assert (one.stroke_color, one.stroke_width) == (other.stroke_color, other.stroke_width)
    assert [one.name for one in tmp_path.iterdir()] == [file.name]
