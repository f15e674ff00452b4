"""A talk as one html file, in a real browser without any network: it plays, it can be read, and it stays whole."""

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
from tests.lecture.slides.samples import NASTY, SECTIONS, scene_clips

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SECONDS = 2
VIDEO = "document.querySelector('.present > video')"
ENDED = f"{VIDEO}.ended"
PLAYS = f"(video => !video.paused && !video.ended && video.currentTime > 0)({VIDEO})"
LABEL = "document.querySelector('[data-does=play]').getAttribute('aria-label')"
SLOWLY = f"(video => {{ video.playbackRate = 0.1; video.currentTime = 0; return video.play(); }})({VIDEO})"
"""Plays a clip from its start so slowly that it does not end while a test looks at it; waits until it plays."""
SHOWN = f"[...({VIDEO}.textTracks[0].activeCues ?? [])].map(cue => cue.text)"


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    """Two scenes with five slides."""
    folder = tmp_path_factory.mktemp("clips")
    scenes = scene_clips(folder, seconds=SECONDS), scene_clips(folder, "Rods", SECTIONS[:2], seconds=SECONDS)
    return Talk("Descent", scenes, folder)


@pytest.fixture(scope="module")
def deck(talk: Talk) -> Path:
    return written(talk)


def written(talk: Talk, name: str = "talk.html") -> Path:
    """Write a talk beside its clips, and return where it is."""
    (talk.folder / name).write_bytes(page_of(talk, name).encode())
    return talk.folder / name


def page_of(talk: Talk, name: str = "talk.html") -> str:
    """Return the one file that a talk consists of."""
    files = html_deck.files_of(talk, name)
    assert [*files] == [name]
    content = files[name]
    assert isinstance(content, bytes)
    return content.decode()


def until(page: "Page", condition: str) -> None:
    """Wait until something holds in a page."""
    page.wait_for_function(condition, timeout=10_000)


def slide_of(page: "Page") -> str:
    """Return the name of the slide that is shown."""
    return str(page.evaluate("Reveal.getCurrentSlide().id"))


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


def ends_of_the_way(page: "Page") -> list[tuple[int, ...]]:
    """Return the colours where the square of a sample starts and where it ends."""
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    width, height = picture.size
    return [picture.getpixel((x, height // 2)) for x in (40, width - 40)]


def rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour[1:]))


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


def test_the_speaker_view_is_silent(browser: "Browser", tmp_path: Path) -> None:
    """What is heard comes from the talk itself, once."""
    talk = Talk("Descent", (scene_clips(tmp_path, sound=True),), tmp_path)
    with opened(browser, written(talk), "?receiver&postMessageEvents=true") as (page, troubles):
        until(page, PLAYS)
        assert page.locator("video").evaluate_all("all => all.every(video => video.muted)")
    assert troubles == []


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
