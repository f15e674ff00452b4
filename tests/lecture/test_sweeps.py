"""Sweeps, and parameters that are the same however they are set."""

from pathlib import Path

import pytest

from tests.lecture.drawn import facts, names, three
from tests.lecture.lecture_command import QUICK, finished, made


@pytest.mark.slow
def test_the_same_parameters_are_the_same_files(folder: Path) -> None:
    """However they are set, name and picture are the same, and the later file takes the place of the former."""
    still = "still quick.py --section numbers -q l"
    made(f"{still} --set input=2 weight=.3", folder)
    first = finished(folder / "renders")
    made(f"{still} --set input=2 --set weight=.3", folder)
    assert finished(folder / "renders") == first
    made(still, folder, LECTURE_SET="weight=.3 Quick.input=2")
    assert finished(folder / "renders") == first
    (folder / "numbers.toml").write_text("[Quick]\ninput = 2.0\nweight = 0.3\n")
    made(f"{still} --params numbers.toml", folder)
    assert finished(folder / "renders").keys() == first.keys()


@pytest.mark.slow
def test_a_sweep_makes_a_video_for_each_combination(folder: Path) -> None:
    """What is no list is the same in all of them; a default is left out of the name."""
    made("sweep quick.py -q l --set input=[1.1,2] alpha=[.5,1] weight=.3", folder)
    found = ["Quick-weight=0.3" + more for more in ("-alpha=0.5", "", "-input=2-alpha=0.5", "-input=2")]
    assert names(folder) == {file for name in found for file in three(name)}
    values = [(facts(folder, name)["parameters"][key]) for name in found for key in ("input", "alpha", "weight")]
    assert values == [1.1, 0.5, 0.3, 1.1, 1, 0.3, 2, 0.5, 0.3, 2, 1, 0.3]


@pytest.mark.slow
def test_a_sweep_of_a_list_takes_a_list_of_lists(folder: Path) -> None:
    """Each of the lists is a value; its commas are no commas in a name of a file."""
    text = QUICK.replace("BowlDescent", "AlphaDamping").replace("bowl_descent", "alpha_damping")
    start = text.index("        self.build")
    (folder / "quick.py").write_text(text[:start] + '        self.beat("all")\n        self.wait(0.2)\n')
    made("sweep quick.py -q l --set alphas=[[1],[.1,1]]", folder)
    assert names(folder) == {
        name for alphas in ("1", "0.1_1") for name in (f"Quick-alphas={alphas}.mp4", f"Quick-alphas={alphas}.json")
    }
