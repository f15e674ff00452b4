"""What the tests of the command share."""

from pathlib import Path

import pytest

from tests.lecture.lecture_command import QUICK


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the scene file quick.py."""
    (tmp_path / "quick.py").write_text(QUICK)
    return tmp_path
