"""The gallery in a browser: from a disk without any network, and from a server."""

import itertools
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from lecture.engine.placing import put
from lecture.engine.plain_text import plain
from lecture.engine.store import Store
from lecture.slides.gallery import files_of
from tests.lecture.slides.browser import opened, severe
from tests.lecture.slides.finished_files import filled
from tests.lecture.slides.samples import NASTY


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a gallery, with a name as odd as any."""
    out = filled(tmp_path_factory.mktemp("made") / "renders")
    place = tmp_path_factory.mktemp("page") / "a #1 100% ü"
    put(files_of(out, plain(NASTY)), place, Store(out), "gallery")
    return place


@pytest.mark.parametrize("scheme", ["dark", "light"])
@pytest.mark.parametrize("width", [1280, 360])
def test_everybody_can_use_it(browser: Any, place: Path, scheme: str, width: int) -> None:
    """Axe finds nothing serious, with all that can be opened open; nothing is wider than the window."""
    options = {"color_scheme": scheme, "viewport": {"width": width, "height": 720}}
    with opened(browser, place / "index.html", **options) as (page, troubles):
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        page.wait_for_load_state("networkidle")
        assert severe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map(one => +one.tagName[1])")
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
        page.evaluate(
            "Promise.all([...document.images].map(one => { one.loading = 'eager'; return one.decode() }))"
        )
    assert troubles == []


def test_videos_play_with_their_captions(browser: Any, place: Path) -> None:
    """Each of them, to its end; captions are those of the file, in the time of the file."""
    with opened(browser, place / "index.html") as (page, troubles):
        assert (
            page.evaluate(
                """async () => {
              for (const video of document.querySelectorAll("video")) {
                video.muted = true; video.playbackRate = 4;
                const ended = new Promise((resolve, reject) => {
                  video.onended = resolve; video.onerror = reject; });
                await video.play();
                await ended;
                if (video.videoWidth != video.width || video.duration < 1.9) return video.outerHTML;
              }
              return "all";
            }"""
            )
            == "all"
        )
        cues = page.evaluate(
            """[...document.querySelectorAll("video")].map(video => [video.textTracks[0].mode,
                 [...video.textTracks[0].cues].map(cue =>
                   [cue.startTime, cue.endTime, cue.getCueAsHTML().textContent])])"""
        )
        expected = ["showing", [[0, 1.5, "One --> two"], [1.5, 2, f"<b>\n{plain(NASTY)}"]]]
        assert cues.count(expected) == 2
        assert [mode for mode, _ in cues] == ["showing"] * 7
        assert [text for _, one in cues for *_, text in one].count(f"First of 2: {NASTY}") == 1
    assert troubles == []


def focused(page: Any) -> str:
    """Return what has the focus: its tag and what it is called, and whether one sees that."""
    found: str = page.evaluate(
        """() => { const one = document.activeElement; const look = getComputedStyle(one);
             const name = one.getAttribute("aria-label") || one.textContent.trim();
             return `${one.tagName} ${name.slice(0, 40)} ${look.outlineStyle}` }"""
    )
    return found


def test_the_keyboard_reaches_everything(browser: Any, place: Path) -> None:
    """First the way past the links to the scenes; then all in its order, with a focus that one sees."""
    with opened(browser, place / "index.html") as (page, troubles):
        page.keyboard.press("Tab")
        assert focused(page) == "A Skip to the scenes solid"
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "scenes"
        reached = []
        wanted = page.evaluate(
            """[...document.querySelectorAll("main :is(a, button, summary, video)")]
                 .filter(one => one.checkVisibility()).length"""
        )
        for _ in range(12 * wanted):  # a player has several controls
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement === document.body"):
                break
            now = page.evaluate(
                """() => [...document.querySelectorAll("main :is(a, button, summary, video)")]
                         .indexOf(document.activeElement)"""
            )
            if now not in reached:
                reached.append(now)
                assert focused(page).endswith("solid")
        assert reached == sorted(reached)
        assert len(reached) == wanted
    assert troubles == []


def test_what_is_folded_opens_with_the_keyboard(browser: Any, place: Path) -> None:
    """With Enter and with the space bar."""
    with opened(browser, place / "index.html") as (page, troubles):
        for key in ("Enter", "Space"):
            closed = page.locator("details:not([open]) > summary")
            number = closed.count()
            closed.first.focus()
            page.keyboard.press(key)
            assert closed.count() == number - 1
    assert troubles == []


@pytest.mark.parametrize("allowed", [True, False], ids=["clipboard", "without"])
def test_a_command_is_copied(browser: Any, place: Path, allowed: bool) -> None:
    """With the keyboard, into the clipboard; also where a browser keeps that from pages on a disk."""
    with opened(browser, place / "index.html") as (page, troubles):
        if allowed:
            page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        else:
            page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        for number, key in enumerate(("Enter", "Space")):
            button = page.locator(".command button").nth(number)
            code = page.locator(".command code").nth(number).text_content()
            button.focus()
            page.keyboard.press(key)
            page.wait_for_function("document.getElementById('said').textContent == 'The command is copied.'")
            assert button.inner_text().startswith("Copied")
            page.keyboard.press("Tab")
            page.evaluate(
                """() => { const field = document.createElement("textarea"); field.id = "field";
                     document.body.append(field); field.focus(); }"""
            )
            page.keyboard.press("Control+V")
            assert page.locator("#field").input_value() == code
            page.evaluate("document.getElementById('field').remove()")
            page.wait_for_function("document.getElementById('said').textContent == ''")
    assert troubles == []


def test_a_command_that_cannot_be_copied_is_selected(browser: Any, place: Path) -> None:
    """So that a key will do."""
    with opened(browser, place / "index.html") as (page, troubles):
        page.evaluate(
            """Object.defineProperty(navigator, 'clipboard', { value: undefined });
               document.execCommand = () => false"""
        )
        page.locator(".command button").first.click()
        page.wait_for_function("document.getElementById('said').textContent == 'The command is selected.'")
        assert page.evaluate("getSelection().toString()") == page.locator(".command code").first.text_content()
    assert troubles == []


def test_each_file_to_download_says_what_it_is(browser: Any, place: Path) -> None:
    """No two say the same, or come under the same name; from a disk, some are shown and not downloaded."""
    with opened(browser, place / "index.html") as (page, troubles):
        links = page.locator("a[download]").all()
        labels = {link.get_attribute("aria-label") for link in links}
        names = {link.get_attribute("download") for link in links}
        assert len(labels) == len(names) == len(links) == 5 * (2 + 5) + 2 + 2  # videos and clips, a gif, pictures
        with page.expect_download() as waited:
            page.get_by_label("SRT: download the captions of BowlDescent, clip 2: first step").click()
        expected = place / "media/clips/BowlDescent/2-first_step.srt"
        assert Path(waited.value.path()).read_bytes() == expected.read_bytes()
        page.get_by_label("Poster: download the last frame of BowlDescent, clip 2: first step").click()
        page.wait_for_url("**/media/clips/BowlDescent/2-first_step.png")
    assert troubles == []


class Quiet(SimpleHTTPRequestHandler):
    """Serves files, and says nothing of it."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def address(place: Path) -> Iterator[str]:
    """The address of the gallery on a server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=place.parent)) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{quote(place.name)}/"
        server.shutdown()
        thread.join()


def test_on_a_server_all_is_downloaded(browser: Any, place: Path, address: str) -> None:
    """Under odd names, too; nothing is asked of any other server, and videos play with their captions."""
    with opened(browser, place / "index.html", offline=False) as (page, troubles):
        page.goto(address)
        for link in page.locator("a[download]").all()[::4]:
            with page.expect_download() as waited:
                link.click()
            file = place / unquote(str(link.get_attribute("href")))
            assert Path(waited.value.path()).read_bytes() == file.read_bytes()
        assert page.evaluate("document.querySelector('video').play().then(() => 'plays')") == "plays"
        assert page.evaluate("document.querySelector('video').textTracks[0].cues.length") == 2
    assert [one for one in troubles if not one.startswith(f"asks for {address}")] == []


def test_without_scripts_all_is_there_but_the_buttons(browser: Any, place: Path) -> None:
    """A button that can do nothing is not shown."""
    with opened(browser, place / "index.html", java_script_enabled=False) as (page, _):
        assert page.locator("video").first.is_visible()
        assert not page.locator(".command button").first.is_visible()
