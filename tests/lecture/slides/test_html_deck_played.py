"""The clips of a talk in html, in a real browser: they play, stop, begin again, and have captions and sound."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

pytest.importorskip("sphinx_revealjs", reason="reveal.js is missing: pip install sphinx-revealjs")

from lecture.slides.talk import Talk
from scenes.settings.theme import THEMES
from tests.lecture.slides.browser import opened
from tests.lecture.slides.html_talk import (
    ENDED,
    LABEL,
    PLAYS,
    SHOWN,
    SLOWLY,
    VIDEO,
    ends_of_the_way,
    rgb,
    slide_of,
    until,
    written,
)
from tests.lecture.slides.samples import scene_clips

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def test_a_clip_plays_once_to_its_end(browser: "Browser", deck: Path) -> None:
    """It begins by itself, from its start, and stands still on its last frame."""
    with opened(browser, deck) as (page, troubles):
        until(page, PLAYS)
        until(page, ENDED)
        assert page.evaluate(f"[{VIDEO}.currentTime === {VIDEO}.duration, {VIDEO}.loop, {VIDEO}.muted]") == [
            True, False, True
        ]  # fmt: skip
        page.wait_for_timeout(300)
        assert page.evaluate(ENDED)
        left, right = ends_of_the_way(page)
        assert left == pytest.approx(rgb(THEMES["dark"].ground), abs=4)
        assert right == pytest.approx(rgb(THEMES["dark"].prediction), abs=12)
    assert troubles == []


def test_captions_on_and_off(browser: "Browser", deck: Path, talk: Talk) -> None:
    """They are those of the clip, the key and the button switch them, and it stays so on the next slide."""
    mode = f"{VIDEO}.textTracks[0].mode"
    button = "button[aria-label=Captions]"
    captions = [caption.text for caption in talk.slides[0][1].captions]
    with opened(browser, deck) as (page, troubles):
        for caption in captions:
            until(page, f"{SHOWN}[0] === {caption!r}")
        assert page.evaluate(mode) == "showing"
        assert page.get_attribute(button, "aria-pressed") == "true"
        page.keyboard.press("c")
        assert [page.evaluate(mode), page.get_attribute(button, "aria-pressed")] == ["hidden", "false"]
        page.keyboard.press("ArrowRight")
        assert page.evaluate(mode) == "hidden"
        page.click(button)
        assert [page.evaluate(mode), page.get_attribute(button, "aria-pressed")] == ["showing", "true"]
        until(page, f"{SHOWN}.length === 1")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(mode) == "showing"
    assert troubles == []


def test_captions_as_the_talk_says(browser: "Browser", talk: Talk) -> None:
    """A talk without captions begins without them."""
    silent = Talk(talk.title, talk.scenes, talk.folder, captions=False)
    with opened(browser, written(silent, "silent.html")) as (page, _):
        until(page, PLAYS)
        assert page.evaluate(f"{VIDEO}.textTracks[0].mode") == "hidden"
        page.keyboard.press("c")
        until(page, f"{SHOWN}.length === 1")


@pytest.mark.parametrize("way", ["keys", "buttons", "space bar"])
def test_pause_and_replay(browser: "Browser", deck: Path, way: str) -> None:
    """The motion can be stopped, go on and begin again, by keys and by buttons, which the keyboard reaches."""

    def do(key: str, button: str) -> None:
        if way == "keys":
            page.keyboard.press(key)
        elif way == "buttons":
            page.click(f"button[data-does={button}]")
        else:
            page.focus(f"button[data-does={button}]")
            page.keyboard.press("Space")

    with opened(browser, deck) as (page, troubles):
        until(page, PLAYS)
        page.evaluate(SLOWLY)
        do("t", "play")
        assert page.evaluate(f"{VIDEO}.paused && !{VIDEO}.ended")
        until(page, f"{LABEL} === 'Play'")
        do("t", "play")
        until(page, f"{PLAYS} && {LABEL} === 'Pause'")
        page.evaluate(f"{VIDEO}.playbackRate = 1")
        until(page, ENDED)
        do("r", "replay")
        until(page, PLAYS)
        until(page, ENDED)
        assert slide_of(page) == "slide-1"
    assert troubles == []


def test_after_a_click_the_space_bar_goes_on(browser: "Browser", deck: Path) -> None:
    """A button that was clicked does not keep the keys."""
    with opened(browser, deck) as (page, _):
        until(page, PLAYS)
        page.click("button[data-does=replay]")
        page.keyboard.press("Space")
        assert slide_of(page) == "slide-2"
        page.click("button[data-does=back]")
        assert slide_of(page) == "slide-1"
        page.click("button[data-does=on]")
        assert slide_of(page) == "slide-2"


def test_a_black_screen_holds_the_motion(browser: "Browser", deck: Path) -> None:
    """What plays when the screen is made black goes on when it is back."""
    with opened(browser, deck) as (page, _):
        until(page, PLAYS)
        page.evaluate(SLOWLY)
        page.keyboard.press("b")
        assert page.evaluate(f"{VIDEO}.paused")
        page.keyboard.press("b")
        until(page, PLAYS)


def test_less_motion_for_those_who_ask_for_it(browser: "Browser", deck: Path) -> None:
    """Nothing plays by itself, and the key plays it."""
    with opened(browser, deck, reduced_motion="reduce") as (page, troubles):
        until(page, f"{VIDEO}.readyState > 2")
        page.wait_for_timeout(300)
        assert page.evaluate(f"[{VIDEO}.paused, {VIDEO}.currentTime]") == [True, 0]
        _, right = ends_of_the_way(page)
        assert right == pytest.approx(rgb(THEMES["dark"].prediction), abs=12), "the poster is the last frame"
        page.keyboard.press("t")
        until(page, PLAYS)
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(300)
        assert page.evaluate(f"[{VIDEO}.paused, {VIDEO}.currentTime]") == [True, 0]
    assert troubles == []


def test_a_clip_with_sound_is_heard(browser: "Browser", tmp_path: Path) -> None:
    """The first waits for a key or a button, before which no browser plays sound; all others play at once."""
    talk = Talk("Descent", (scene_clips(tmp_path, seconds=4, sound=True),), tmp_path)
    heard = f"{PLAYS} && !{VIDEO}.muted && {VIDEO}.volume === 1 && {VIDEO}.webkitAudioDecodedByteCount > 0"
    with opened(browser, written(talk)) as (page, troubles):
        until(page, f"{VIDEO}.readyState > 2 && document.body.matches('.waits')")
        assert page.evaluate(f"[{VIDEO}.paused, {VIDEO}.currentTime]") == [True, 0]
        assert page.get_attribute("[data-does=play]", "aria-label") == "Play"
        page.keyboard.press("t")
        until(page, heard)
        assert not page.evaluate("document.body.matches('.waits')")
        page.keyboard.press("ArrowRight")
        until(page, heard)
    assert troubles == []
