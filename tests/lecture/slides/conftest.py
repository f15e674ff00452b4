"""What the tests of slides share."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from lecture.slides.talk import Talk

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")  # no longer: while it runs, nothing else in the process may use asyncio
def browser() -> Iterator["Browser"]:
    """One browser, in which every page has a window of its own."""
    from tests.lecture.slides.browser import chromium  # which skips its tests where there is no playwright

    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """Two scenes with five slides."""
    from tests.lecture.slides.html_talk import SECONDS
    from tests.lecture.slides.samples import SECTIONS, scene_clips

    folder = tmp_path_factory.mktemp("clips")
    scenes = scene_clips(folder, seconds=SECONDS), scene_clips(folder, "Rods", SECTIONS[:2], seconds=SECONDS)
    return Talk("Descent", scenes, folder)


@pytest.fixture(scope="module")
def deck(talk: Talk) -> Path:
    from tests.lecture.slides.html_talk import written

    return written(talk)
