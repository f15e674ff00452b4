"""A real browser for pages that are opened from the disk: headless Chromium, without any network.

    @pytest.fixture(scope="module")
    def browser() -> Iterator["Browser"]:
        with chromium() as found:
            yield found

    def test_it_opens(browser: "Browser", tmp_path: Path) -> None:
        with opened(browser, tmp_path / "index.html") as (page, troubles):
            assert page.title() == "Bowl"
            assert severe(page) == []
        assert troubles == []

`troubles` collects the errors of the page, what it logs as errors or warnings, and all that it asks for beyond
file:, data: and blob:.
Where there is no Chromium, the tests that ask for one are skipped.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is missing: pip install playwright")

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page, Request

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_QUIET = (
    "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_FROM_HERE = ("file:", "data:", "blob:", "about:")


@contextmanager
def chromium() -> Iterator["Browser"]:
    """Start the Chromium of the system, or the one that playwright has installed; skip the test without either."""
    with sync_api.sync_playwright() as playwright:
        found = next(filter(None, map(shutil.which, _NAMES)), playwright.chromium.executable_path)
        if not Path(found).exists():
            pytest.skip("no Chromium: `apt install chromium` or `playwright install chromium` brings one")
        browser = playwright.chromium.launch(executable_path=found, args=[*_QUIET])
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def opened(browser: "Browser", file: Path, after: str = "", **options: Any) -> Iterator[tuple["Page", list[str]]]:
    """Open a file in a window of its own, and yield the page and the list of its troubles, which grows.

    Args:
        browser: The browser.
        file: The file.
        after: What follows it in the address: a hash, a query.
        options: Of the window: `viewport`, `reduced_motion`, … as playwright calls them.
    """
    context = browser.new_context(**{"offline": True, "viewport": {"width": 1280, "height": 720}} | options)
    troubles: list[str] = []

    def hear(said: "ConsoleMessage") -> None:
        if said.type in ("error", "warning"):
            troubles.append(said.text)

    def look(request: "Request") -> None:
        if not request.url.startswith(_FROM_HERE):
            troubles.append(f"asks for {request.url}")

    context.on("weberror", lambda error: troubles.append(f"error: {error.error}"))
    context.on("console", hear)
    context.on("request", look)
    try:
        page = context.new_page()
        page.goto(f"{file.absolute().as_uri()}{after}")
        yield page, troubles
    finally:
        context.close()


def severe(page: "Page") -> list[str]:
    """Return what axe finds of serious and critical in a page, each with the elements that it is about."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe-playwright-python is missing")
    found = axe.Axe().run(page).response["violations"]
    return [
        f"{one['id']}: {one['help']}: {[node['html'] for node in one['nodes']]}"
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
