"""A talk as one html file, without any network: it has all that it needs, can be read, and any text is text."""

import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PIL import Image

pytest.importorskip("sphinx_revealjs", reason="reveal.js is missing: pip install sphinx-revealjs")

from lecture.engine.plain_text import plain
from lecture.slides import html_deck
from lecture.slides.talk import Talk
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES
from tests.lecture.slides.browser import opened, severe
from tests.lecture.slides.html_talk import (
    PLAYS,
    SECONDS,
    SHOWN,
    VIDEO,
    page_of,
    rgb,
    until,
    written,
)
from tests.lecture.slides.samples import NASTY, scene_clips

if TYPE_CHECKING:
    from playwright.sync_api import Browser


class Elements(HTMLParser):
    """The elements of a page by their names, with their attributes, and the text of all."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_one_file_with_all_that_it_needs(talk: Talk) -> None:
    """Whatever it refers to is in it as data: URI, and so is the licence of reveal.js."""
    page = page_of(talk)
    elements = Elements(page)
    sources = [
        value for _, given in elements.found for key, value in given.items() if key in ("src", "poster", "href")
    ]
    assert len(sources) == 2 + 2 * len(talk.slides)
    assert all(value and value.startswith("data:") for value in sources)
    assert set(re.findall(r"url\((.{5})|@import", page)) == {"data:"}
    assert "Permission is hereby granted, free of charge" in elements.words
    assert "Hakim El Hattab" in elements.words


def test_what_is_missing_without_the_extra(talk: Talk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is said in a line what brings reveal.js."""
    monkeypatch.setattr(html_deck, "_PACKAGE", "no_such_package")
    with pytest.raises(ParameterError, match=r"pip install 'gradient-descent-lecture\[slides\]'.*\./run"):
        html_deck.files_of(talk, "talk.html")


def test_the_picture_fills_the_window(browser: "Browser", deck: Path) -> None:
    """In a window of 16:9 the video has all of it; in another one, what is left has the colour of its ground."""
    with opened(browser, deck) as (page, _):
        until(page, PLAYS)
        box = page.locator(".present > video").bounding_box()
        assert [box[key] for key in ("x", "y", "width", "height")] == pytest.approx([0, 0, 1280, 720], abs=1)
    with opened(browser, deck, viewport={"width": 1280, "height": 900}) as (page, _):
        until(page, PLAYS)
        picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
        assert picture.getpixel((640, 20)) == rgb(THEMES["dark"].ground)
        assert picture.getpixel((640, 110)) == pytest.approx(rgb(THEMES["dark"].ground), abs=4)


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_in_the_way_of_anybody(browser: "Browser", tmp_path: Path, theme: str) -> None:
    """axe finds no serious fault on a slide, in the overview, and where a button has the focus."""
    talk = Talk("Descent", (scene_clips(tmp_path, theme=theme),), tmp_path, theme)
    with opened(browser, written(talk)) as (page, troubles):
        until(page, PLAYS)
        assert severe(page) == []
        page.keyboard.press("Tab")
        page.wait_for_timeout(400)
        assert page.evaluate("getComputedStyle(document.querySelector('.buttons')).opacity") == "1"
        assert page.evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        assert severe(page) == []
        page.keyboard.press("Escape")
        assert severe(page) == []
    assert troubles == []


def test_any_text_is_text(browser: "Browser", tmp_path: Path) -> None:
    """Titles, sections, captions, alt texts and transcripts come through as they are, and make no element."""
    scene = scene_clips(tmp_path, sections=(NASTY, "\x00null\u2028"), text=NASTY)
    harmless = scene_clips(tmp_path, "Harmless", sections=("one", "two"))
    talk = Talk(NASTY, (scene,), tmp_path)
    names = [name for name, _ in Elements(page_of(Talk("Descent", (harmless,), tmp_path))).found]
    assert [name for name, _ in Elements(page_of(talk)).found] == names
    with opened(browser, written(talk)) as (page, troubles):
        until(page, PLAYS)
        assert page.locator("img").count() == 0
        assert page.title() == plain(NASTY)
        assert page.locator("h1").text_content() == plain(NASTY)
        for number, clip in enumerate(scene.clips, 1):
            section = page.locator(f"#slide-{number}")
            assert section.locator("h2").text_content() == plain(f"{NASTY}: {clip.label} ({number} of 2)")
            assert section.locator("video").get_attribute("aria-label") == plain(clip.alt)
            assert section.locator("aside").text_content() == plain(clip.transcript)
        until(page, f"{SHOWN}.length === 1")
        cue = page.evaluate(f"{VIDEO}.textTracks[0].activeCues[0].getCueAsHTML().textContent")
        assert cue in [caption.text for caption in scene.clips[0].captions]
    assert troubles == []


def test_captions_and_buttons_do_not_meet(browser: "Browser", tmp_path: Path) -> None:
    """Captions leave the corners of the picture to the buttons, which stay in the tenth that scenes keep free."""
    scene = scene_clips(tmp_path, text="very long " * 20, seconds=SECONDS)
    with opened(browser, written(Talk("Descent", (scene,), tmp_path))) as (page, _):
        for box in page.locator(".buttons").evaluate_all("all => all.map(one => one.getBoundingClientRect())"):
            assert box["top"] >= 0.9 * 720
            assert box["right"] <= 0.1 * 1280 or box["left"] >= 0.9 * 1280
        page.add_style_tag(content=".buttons { visibility: hidden; }")
        for _ in scene.clips:
            until(page, f"{SHOWN}.length === 1")
            captions = Image.open(BytesIO(page.screenshot())).convert("L").crop((0, 500, 1280, 720))
            left, _, right, _ = captions.point(lambda light: 255 * (light > 128)).getbbox()
            assert 0.1 * 1280 <= left < 0.2 * 1280
            assert 0.8 * 1280 < right <= 0.9 * 1280
            page.keyboard.press("ArrowRight")
