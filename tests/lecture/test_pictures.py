"""Stills and storyboards: what they show, and under which names."""

from pathlib import Path

import numpy as np
import pytest

from tests.lecture.drawn import facts, names, picture
from tests.lecture.lecture_command import QUICK, finished, lecture, made


def test_stills_show_these_parameters(folder: Path) -> None:
    """A still has the size of its quality; `--set a b` and `--set a --set b` set both; LECTURE_SET is weaker."""
    still = "still quick.py --section numbers -q l"
    made(f"{still} --set input=2 weight=.3", folder, LECTURE_SET="input=3 alpha=.5")
    made(f"{still} --set input=1 --set weight=.3", folder)
    found = ["Quick-weight=0.3-input=2-alpha=0.5-still-numbers", "Quick-weight=0.3-input=1-still-numbers"]
    assert names(folder) == {f"{name}.{end}" for name in found for end in ("png", "png.json")}
    one, other = (picture(folder / "renders" / f"{name}.png") for name in found)
    assert one.shape == other.shape == (480, 854, 3)
    assert not np.array_equal(one, other)


@pytest.mark.slow
def test_a_storyboard_shows_these_parameters(tmp_path: Path) -> None:
    """It is a PNG as wide as the video, with the ends of all sections."""
    for iterations in (0, 1):
        made(f"storyboard BowlDescent -q l --set pace=.1 iterations={iterations}", tmp_path)
    sheets = [
        picture(tmp_path / "renders" / f"BowlDescent-pace=0.1-iterations={iterations}-storyboard.png")
        for iterations in (0, 1)
    ]
    assert sheets[0].shape == sheets[1].shape
    assert sheets[0].shape[1] == 854
    assert not np.array_equal(*sheets)


def test_sections_that_differ_by_the_case_of_letters_are_two_stills(folder: Path) -> None:
    """Each stays what it is when the other is drawn, and nothing is said of it."""
    (folder / "quick.py").write_text(QUICK.replace('"numbers"', '"Curve"'))
    for section in ("curve", "Curve", "curve"):
        done = lecture("still", "quick.py", "--section", section, "-q", "l", cwd=folder)
        assert (done.returncode, done.stderr) == (0, f"Quick-still-{section}: started\n")
    if not (folder / "renders" / "QUICK-STILL-CURVE.PNG").exists():
        assert names(folder) == {
            f"Quick-still-{one}.{end}" for one in ("curve", "Curve") for end in ("png", "png.json")
        }
        for section in ("curve", "Curve"):
            assert facts(folder, f"Quick-still-{section}.png")["section"] == section


def test_a_storyboard_shows_every_section(tmp_path: Path) -> None:
    """Also such as have one name, or a number for a name."""
    (tmp_path / "own.py").write_text(
        "from manim import *\n"
        "class Own(Scene):\n"
        "    def construct(self):\n"
        "        for name, shift in (('again', LEFT), ('again', RIGHT), (3, UP)):\n"
        "            self.next_section(name)\n"
        "            self.add(Square(1, color=WHITE, fill_opacity=1).shift(3 * shift))\n"
        "            self.wait(0.1)\n"
    )
    made("storyboard own.py -q l", tmp_path)
    sheet = picture(tmp_path / "renders" / "Own-storyboard.png")[..., :3].min(axis=2) > 250
    height, width = sheet.shape
    cells = [
        sheet[: height // 2, : width // 2],
        sheet[: height // 2, width // 2 :],
        sheet[height // 2 :, : width // 2],
    ]
    squares = [cell.sum() / sheet.size * 1000 for cell in cells]
    assert [round(square / squares[0]) for square in squares] == [1, 2, 3]
    made("clips own.py -q l", tmp_path)
    assert [file.name for file in sorted((tmp_path / "renders" / "clips" / "Own").glob("*.mp4"))] == [
        "1-again.mp4", "2-again.mp4", "3-3.mp4",
    ]  # fmt: skip


def test_an_edited_variant_keeps_what_it_showed(folder: Path) -> None:
    """The files of the former parameters stay beside the new ones."""
    still = "still quick.py --section curve -q l --variant steep"
    toml = folder / "lecture.toml"
    toml.write_text("[Quick.variants.steep]\ninput = 2\n")
    made(still, folder)
    before = finished(folder / "renders")
    toml.write_text("[Quick.variants.steep]\ninput = 3\n")
    done = lecture(*still.split(), cwd=folder)
    name = "Quick-steep-still-curve.png"
    said = f"renders/{name}: what was there is kept as Quick-steep-still-curve-before-1.png"
    assert (done.returncode, done.stderr.splitlines()[1:]) == (0, [said])
    after = finished(folder / "renders")
    name = "Quick-steep-still-curve"
    assert set(after) == {f"{name}{more}.{end}" for more in ("", "-before-1") for end in ("png", "png.json")}
    for end in ("png", "png.json"):
        assert after[f"{name}-before-1.{end}"] == before[f"{name}.{end}"] != after[f"{name}.{end}"]
