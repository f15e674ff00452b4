"""The slides of a talk in html, in a real browser: one after the other, at once, and for who speaks."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("sphinx_revealjs", reason="reveal.js is missing: pip install sphinx-revealjs")

from lecture.engine.plain_text import plain
from lecture.slides.talk import Talk
from tests.lecture.slides.browser import opened
from tests.lecture.slides.html_talk import (
    PLAYS,
    SECONDS,
    VIDEO,
    slide_of,
    until,
    written,
)
from tests.lecture.slides.samples import NASTY, scene_clips

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_slides_one_after_the_other(browser: "Browser", deck: Path) -> None:
    """An arrow leads to the next clip, which plays from its start while the former is paused; a reload stays."""
    with opened(browser, deck) as (page, troubles):
        until(page, PLAYS)
        page.keyboard.press("ArrowRight")
        until(page, PLAYS)
        assert page.evaluate(f"{VIDEO}.currentTime") < SECONDS / 2
        assert page.evaluate("document.querySelector('#slide-1 video').paused")
        assert page.evaluate("document.querySelector('#slide-1 video').currentTime") == 0
        page.keyboard.press("ArrowLeft")
        until(page, PLAYS)
        assert slide_of(page) == "slide-1"
        for key in ("ArrowRight", "ArrowDown", "Space", "PageDown", "n"):
            page.keyboard.press(key)
        assert slide_of(page) == "slide-5"
        until(page, "location.hash === '#/slide-5'")
        page.reload()
        until(page, PLAYS)
        assert slide_of(page) == "slide-5"
    assert troubles == []


def test_always_the_same_order(browser: "Browser", deck: Path) -> None:
    """A scene is entered at its first slide from before and at its last from behind, wherever one was in it."""
    with opened(browser, deck, "#/slide-5") as (page, _):
        until(page, PLAYS)
        page.keyboard.press("Home")
        seen = [slide_of(page)]
        for key in ["ArrowRight"] * 4 + ["ArrowUp"] * 2:
            page.keyboard.press(key)
            seen.append(slide_of(page))
        assert seen == [f"slide-{number}" for number in (1, 2, 3, 4, 5, 4, 3)]
        page.keyboard.press("End")
        assert slide_of(page) == "slide-5"


def test_only_what_is_near_is_unpacked(browser: "Browser", deck: Path) -> None:
    """The slide and its neighbours have their videos, the others their posters."""
    loaded = "[...document.querySelectorAll('video[src]')].map(video => video.dataset.clip).join()"
    with opened(browser, deck) as (page, _):
        until(page, f"{loaded} === 'clip-1,clip-2'")
        page.keyboard.press("End")
        until(page, f"{loaded} === 'clip-4,clip-5'")


def test_the_overview_shows_posters(browser: "Browser", deck: Path) -> None:
    """Nothing plays in it; who leaves it sees the clip from its start."""
    with opened(browser, deck) as (page, troubles):
        until(page, PLAYS)
        page.keyboard.press("Escape")
        assert page.evaluate("Reveal.isOverview()")
        assert page.locator("video[src]").count() == 0
        posters = page.locator("section video").evaluate_all(
            "all => all.map(video => video.getBoundingClientRect().x)"
        )
        assert len(posters) == 5
        assert len(set(posters)) == 2, "a column for each scene"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("o")
        until(page, PLAYS)
        assert slide_of(page) == "slide-2"
    assert troubles == []


def test_the_speaker_view(browser: "Browser", tmp_path: Path) -> None:
    """It shows the transcript, this slide, which plays, and the next, which does not; keys reach the talk."""
    talk = Talk("Descent", (scene_clips(tmp_path, text=NASTY, seconds=4),), tmp_path)
    with opened(browser, written(talk)) as (page, troubles):
        until(page, PLAYS)
        with page.expect_popup() as popup:
            page.keyboard.press("s")
        speaker = popup.value
        speaker.wait_for_function("document.querySelectorAll('iframe').length === 2")
        for number, (_, clip) in enumerate(talk.slides[:2], 1):
            words = plain(clip.transcript)
            speaker.wait_for_function(
                "words => document.querySelector('.speaker-controls-notes .value').textContent === words",
                arg=words,
            )
            current, upcoming = (
                frame for frame in speaker.frames if frame.url.startswith("file:") and frame.parent_frame
            )
            for frame, its in ((current, number), (upcoming, number + 1)):
                frame.wait_for_function(f"Reveal.getCurrentSlide().id === 'slide-{its}'")
            current.wait_for_function(PLAYS)
            assert upcoming.evaluate(f"{VIDEO}.paused && {VIDEO}.currentTime === 0")
            if number == 1:
                page.keyboard.press("ArrowRight")
        speaker.keyboard.press("t")
        until(page, f"{VIDEO}.paused")
    assert troubles == []


def test_the_speaker_view_is_silent(browser: "Browser", tmp_path: Path) -> None:
    """What is heard comes from the talk itself, once."""
    talk = Talk("Descent", (scene_clips(tmp_path, sound=True),), tmp_path)
    with opened(browser, written(talk), "?receiver&postMessageEvents=true") as (page, troubles):
        until(page, PLAYS)
        assert page.locator("video").evaluate_all("all => all.every(video => video.muted)")
    assert troubles == []
