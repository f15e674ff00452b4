"""Talks in Markdown, read with a parser of CommonMark."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lecture.engine.clip_index import Clip, SceneClips
from lecture.engine.plain_text import plain
from lecture.slides.markdown_deck import files_of
from lecture.slides.talk import Talk
from tests.lecture.slides.samples import NASTY
from tests.lecture.slides.talks import HARMFUL, put, talk_in

TEXTS = st.text() | st.text("\\`*_{}[]<>()#+-.!|~^$&@'\":=/;? aZ0\n", max_size=30) | st.just(NASTY)


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    return talk_in(tmp_path_factory.mktemp("clips"), HARMFUL)


def parsed(content: bytes | Path) -> list[Token]:
    assert isinstance(content, bytes)
    return MarkdownIt("commonmark").parse(content.decode())


def slides_of(tokens: list[Token]) -> list[list[Token]]:
    """Return the tokens of each slide; rules part them."""
    slides: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "hr":
            slides.append([])
        else:
            slides[-1].append(token)
    return slides


def heading_of(slide: list[Token]) -> tuple[str, str]:
    """Return the level and the text of a slide's heading, which comes first and is all text."""
    assert slide[0].type == "heading_open"
    return slide[0].tag, words(slide[1].children or [])


def words(tokens: list[Token]) -> str:
    assert {token.type for token in tokens} <= {"text", "text_special"}
    return "".join(token.content for token in tokens)


def picture_of(slide: list[Token]) -> tuple[str, str, str]:
    """Return the alt text of a slide's one picture, its place, and that of what it links to."""
    opened, paragraph, _ = slide[3:6]
    assert opened.type == "paragraph_open"
    link, image, closed = paragraph.children or []
    assert (link.type, image.type, closed.type) == ("link_open", "image", "link_close")
    return words(image.children or []), str(image.attrs["src"]), str(link.attrs["href"])


def test_it_begins_with_the_title_and_has_a_slide_for_each_clip(talk: Talk) -> None:
    """Headings are verbatim, but for what is not text."""
    first, *others = slides_of(parsed(files_of(talk, "talk.md")["talk.md"]))
    assert heading_of(first) == ("h1", plain(HARMFUL))
    headings = [("h2", plain(f"{scene.title}: {clip.label}")) for scene, clip in talk.slides]
    assert [heading_of(slide) for slide in others] == headings


@pytest.mark.parametrize("name", ["talk.md", "a b#ü%(1).md"])
def test_pictures_and_links_are_files_beside_it(talk: Talk, tmp_path: Path, name: str) -> None:
    """They are those of the clips, under addresses that hold nothing but what addresses may."""
    place = put(files_of(talk, name), tmp_path)
    assert place.name == name
    seen = set()
    _, *slides = slides_of(parsed(place.read_bytes()))
    for slide, (_, clip) in zip(slides, talk.slides, strict=True):
        alt, poster, video = picture_of(slide)
        assert alt == plain(clip.alt)
        for address, ending in ((poster, ".png"), (video, ".mp4")):
            assert re.fullmatch(r"[\w.~/%-]+", address, re.ASCII)
            file = tmp_path / unquote(address)
            assert file.read_bytes() == talk.file(clip, ending).read_bytes()
            seen.add(file)
    assert seen == {file for file in tmp_path.rglob("*") if file.is_file()} - {place}
    assert {file.parts[len(tmp_path.parts)] for file in seen} != {name}


def test_media_of_different_scenes_do_not_meet(talk: Talk) -> None:
    """Clips of one name are in folders of their scenes; the folder of the media has the name of the talk."""
    names = list(files_of(talk, "talk.md"))
    assert names[0] == "talk.md"
    assert "talk.md_files/Bowl/1-curve.mp4" in names
    assert "talk.md_files/Bowl-alpha=0.1,α=2/1-log.png" in names
    assert len(names) == 1 + 2 * len(talk.slides)


def test_what_is_said_is_hidden(talk: Talk) -> None:
    """It is one comment at the end of its slide, which ends where it should and is no setting of Marp's."""
    _, *slides = slides_of(parsed(files_of(talk, "talk.md")["talk.md"]))
    for slide, (_, clip) in zip(slides, talk.slides, strict=True):
        *_, closed, notes = slide
        assert (closed.type, notes.type) == ("paragraph_close", "html_block")
        inside = re.fullmatch(r"<!--\nTranscript\n(.*)\n-->\n", notes.content)
        assert inside is not None
        assert not re.search("--!?>", inside[1])
        assert inside[1].replace("\N{WORD JOINER}", "") == plain(clip.transcript)


def test_who_says_nothing_has_no_notes(tmp_path: Path) -> None:
    """There is no empty comment."""
    content = files_of(saying("", "", tmp_path), "talk.md")["talk.md"]
    assert isinstance(content, bytes)
    assert b"<!--" not in content


@pytest.mark.parametrize(
    "text", ["The error is 0.5: down, too far (step 2).", "weight_delta − 1.76 isn't 2 * 3!", "a-b"]
)
def test_usual_texts_are_read_as_they_are_written(text: str, tmp_path: Path) -> None:
    """Markdown-it, which Marp is built on, leaves out of alt texts what is escaped."""
    content = files_of(saying(text, text, tmp_path), "talk.md")["talk.md"]
    assert isinstance(content, bytes)
    assert f"[![{text}](".encode() in content


@given(TEXTS, TEXTS)
@example("- x", "## x ##")
@example("1. x", "=== ---")
@example("![a", "](b)")
@example("a__b__c *d* _e_ &lt; <b> &#35; \\", "--- #")
def test_any_text_is_shown_as_it_is(alt: str, title: str) -> None:
    """In headings and alt texts, but for what is not text."""
    files = files_of(saying(alt, title, Path()), "talk.md")
    first, slide = slides_of(parsed(files["talk.md"]))
    assert heading_of(first) == ("h1", plain(title))
    assert picture_of(slide)[0] == plain(alt)


def saying(alt: str, title: str, folder: Path) -> Talk:
    """Return a talk of one clip, which is not there."""
    clip = Clip.model_construct(
        number=1, section="s", alt=alt, transcript="", files={".mp4": "S/1-s.mp4", ".png": "S/1-s.png"}
    )
    scene = SceneClips.model_construct(name="S", scene="S", title="T", clips=(clip,))
    return Talk(title, (scene,), folder)
