"""Imports go the way that the contracts in `pyproject.toml` say."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("fastcairo", "gdcore", "scenes", "lecture")
PLANTED = {
    "fastcairo/gif.py": "import gdcore",
    "gdcore/rods.py": "import scenes",
    "scenes/settings/errors.py": "import manim",
    "scenes/settings/reading.py": "import scenes.stage.type.text",
    "scenes/parts/rods_in_a_box/words.py": "import scenes.parts.archer_error.words",
    "scenes/stage/type/numbers.py": "def late():\n    import scenes.stage.bowl.bowl",
    "scenes/stage/direction/moves.py": "from scenes.stage.tables import table",
    "lecture/engine/video.py": "import lecture.slides.gallery",
    "lecture/engine/job.py": "import lecture.engine.workers",
}
"""What breaks each contract at least once, by the files to add it to."""


def checked(folder: Path) -> dict[str, bool]:
    """Return which contracts are kept by the packages in a folder, by their names, in one word each."""
    command = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run(
        [command, "--no-cache", "--no-logo", str(ROOT / "pyproject.toml")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    found = dict(re.findall(r"(?m)^(.+) (KEPT|BROKEN)\b", done.stdout))
    assert found, done.stdout + done.stderr
    assert (done.returncode == 0) == ({*found.values()} == {"KEPT"})
    return {name: said == "KEPT" for name, said in found.items()}


def test_the_contracts_are_kept() -> None:
    """No package, room or module imports what stands above or beside it, and there are no circles."""
    kept = checked(ROOT)
    assert [name for name, well in kept.items() if not well] == []


def test_each_contract_sees_what_breaks_it(tmp_path: Path) -> None:
    """An import the wrong way is found wherever it stands, in a function too."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    for file, line in PLANTED.items():
        with (tmp_path / file).open("a") as module:
            module.write(f"\n{line}\n")
    kept = checked(tmp_path)
    assert len(kept) == 8
    assert [name for name, well in kept.items() if well] == []
