"""The example notebook runs from its first cell to its last."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOK = Path(__file__).resolve().parents[2] / "assets" / "notebook.ipynb"


def test_the_notebook_is_stored_without_what_came_out() -> None:
    """Pictures and counts of the last one to run it stay out of the repository."""
    cells = json.loads(NOTEBOOK.read_text(encoding="utf-8"))["cells"]
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")
def test_the_notebook_runs(tmp_path: Path) -> None:
    """Its numbers are printed, its video is shown, and so is the last frame of a scene as it is."""
    shutil.copy(NOTEBOOK, tmp_path)
    notebook = nbformat.read(tmp_path / NOTEBOOK.name, as_version=4)
    NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": tmp_path}}
    ).execute()
    numbers, video, still = (cell["outputs"] for cell in notebook.cells if cell.get("outputs"))
    assert "DIVERGES" in str(numbers)
    assert "<video" in str(video)
    assert any("image/png" in output.get("data", {}) for output in still)
    assert list(tmp_path.glob("media/jupyter/Steep*.mp4"))
