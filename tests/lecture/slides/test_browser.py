"""The browser of the tests notices what goes wrong, or those that find nothing would say nothing."""

from pathlib import Path

from tests.lecture.slides.browser import chromium, opened, severe

FAULTY = """\
<!DOCTYPE html><title>Faulty</title><body><button></button>
<img src="https://example.org/picture.png">
<script>console.error("said so"); setTimeout(() => nothing.here)</script>
"""


def test_troubles_are_noticed(tmp_path: Path) -> None:
    """What a page asks for, logs and throws is listed; so is what axe finds. A sound page has nothing of that."""
    file = tmp_path / "faulty.html"
    file.write_text(FAULTY)
    with chromium() as browser:
        with opened(browser, file) as (page, troubles):
            page.wait_for_timeout(300)
            assert {fault.split(":")[0] for fault in severe(page)} >= {"button-name", "image-alt", "html-has-lang"}
        for sign in ("asks for https://example.org/picture.png", "said so", "nothing is not defined"):
            assert any(sign in trouble for trouble in troubles), sign
        file.write_text('<!DOCTYPE html><html lang="en"><title>Sound</title><h1>Sound</h1></html>')
        with opened(browser, file) as (page, troubles):
            assert severe(page) == []
        assert troubles == []
