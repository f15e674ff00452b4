"""What the tests of the command share."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.lecture.lecture_command import QUICK, Done, Warm


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the scene file quick.py."""
    (tmp_path / "quick.py").write_text(QUICK)
    return tmp_path


@pytest.fixture(scope="session")
def warm() -> Iterator[Callable[..., Done]]:
    """Run `lecture` in forks of a process that has imported it."""
    with Warm() as run:
        yield run
