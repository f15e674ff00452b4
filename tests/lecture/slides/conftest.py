"""What the tests of slides share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")  # no longer: while it runs, nothing else in the process may use asyncio
def browser() -> Iterator["Browser"]:
    """One browser, in which every page has a window of its own."""
    from tests.lecture.slides.browser import chromium  # which skips its tests where there is no playwright

    with chromium() as found:
        yield found
