"""Talks for PowerPoint: read back with the library, as XML, and with LibreOffice."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree

from lecture.engine.plain_text import plain
from lecture.slides.pptx_deck import files_of
from lecture.slides.talk import Talk
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES
from tests.lecture.slides.samples import scene_clips
from tests.lecture.slides.talks import HARMFUL, assert_shows_posters, pages_of, talk_in

NAMES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "p14": "http://schemas.microsoft.com/office/powerpoint/2010/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
}


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    return talk_in(tmp_path_factory.mktemp("clips"), HARMFUL)


@pytest.fixture(scope="module")
def content(talk: Talk) -> bytes:
    files = files_of(talk, "talk.pptx")
    assert list(files) == ["talk.pptx"]
    found = files["talk.pptx"]
    assert isinstance(found, bytes)
    return found


@pytest.fixture(scope="module")
def presentation(content: bytes) -> Any:
    return pptx.Presentation(io.BytesIO(content))


def found(element: Any, path: str) -> list[Any]:
    result: list[Any] = etree.XPath(path, namespaces=NAMES)(element)
    return result


def trees(content: bytes, talk: Talk) -> Sequence[Any]:
    """Return the slides as any reader of XML sees them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [f"ppt/slides/slide{number}.xml" for number in range(1, len(talk.slides) + 1)]
        return [etree.fromstring(archive.read(name)) for name in names]


def test_the_file_is_whole(content: bytes) -> None:
    """Each part of the archive can be unpacked, is there once, and is XML where it is called so."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        for name in names:
            if name.endswith((".xml", ".rels")):
                etree.fromstring(archive.read(name))


def test_there_is_a_wide_slide_for_each_clip(presentation: Any, talk: Talk) -> None:
    """16:9, and no slide besides; the one layout that is left fits."""
    assert (presentation.slide_width.inches, presentation.slide_height.inches) == pytest.approx(
        (13.333, 7.5), abs=1e-3
    )
    assert len(presentation.slides) == len(talk.slides)
    (layout,) = presentation.slide_layouts
    for shape in (*layout.placeholders, *presentation.slide_master.placeholders):
        assert shape.left + shape.width <= presentation.slide_width


def test_videos_and_posters_are_those_of_the_clips(presentation: Any, talk: Talk) -> None:
    """Byte for byte; each video fills its slide."""
    for slide, (_, clip) in zip(presentation.slides, talk.slides, strict=True):
        (movie,) = [shape for shape in slide.shapes if shape.shape_type == pptx.enum.shapes.MSO_SHAPE_TYPE.MEDIA]
        assert (movie.left, movie.top) == (0, 0)
        assert (movie.width, movie.height) == (presentation.slide_width, presentation.slide_height)
        assert movie.poster_frame.blob == talk.file(clip, ".png").read_bytes()
        links = found(movie.element, ".//a:videoFile/@r:link | .//p14:media/@r:embed")
        assert len(links) == 2
        for link in links:
            video = slide.part.related_part(link)
            assert video.blob == talk.file(clip, ".mp4").read_bytes()
            assert video.content_type == "video/mp4"


def test_texts_are_there_as_they_are(presentation: Any, talk: Talk) -> None:
    """Alt text, title and notes, but for the characters that XML cannot hold."""
    for slide, (scene, clip) in zip(presentation.slides, talk.slides, strict=True):
        _, movie = slide.shapes
        assert movie.element.nvPicPr.cNvPr.get("descr") == plain(clip.alt)
        assert movie.name == plain(f"Video: {clip.label}")
        assert slide.shapes.title.text_frame.text == plain(f"{scene.title}: {clip.label}")
        assert slide.notes_slide.notes_text_frame.text == plain(clip.transcript)
    about = presentation.core_properties
    assert (about.title, about.language, about.author) == (plain(talk.title)[:255], "en", "")


def test_titles_are_not_seen(presentation: Any) -> None:
    """They end where the slide begins."""
    for slide in presentation.slides:
        assert slide.shapes.title.top + slide.shapes.title.height <= 0


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_is_that_of_the_theme(tmp_path: Path, theme: str) -> None:
    """It is seen where a screen has another ratio, and before a poster is there."""
    content = files_of(talk_in(tmp_path, theme=theme), "talk.pptx")["talk.pptx"]
    assert isinstance(content, bytes)
    for slide in pptx.Presentation(io.BytesIO(content)).slides:
        assert f"#{slide.background.fill.fore_color.rgb}" == THEMES[theme].ground


def test_videos_start_by_themselves(content: bytes, talk: Talk) -> None:
    """The one effect of the main sequence comes after what was before, which is nothing, and plays the video."""
    for slide, (_, clip) in zip(trees(content, talk), talk.slides, strict=True):
        (shape,) = found(slide, "//p:pic/p:nvPicPr/p:cNvPr/@id")
        (main,) = found(slide, "/p:sld/p:timing/p:tnLst/p:par/p:cTn/p:childTnLst/p:seq/p:cTn[@nodeType='mainSeq']")
        (begin,) = found(main, "p:childTnLst/p:par/p:cTn/p:stCondLst/p:cond[@evt='onBegin']")
        assert found(begin, "p:tn/@val") == [main.get("id")]
        (effect,) = found(main, ".//p:cTn[@presetClass]")
        assert (effect.get("presetClass"), effect.get("presetID")) == ("mediacall", "1")
        assert effect.get("nodeType") == "afterEffect"
        (command,) = found(effect, "p:childTnLst/p:cmd")
        assert (command.get("type"), command.get("cmd")) == ("call", "playFrom(0.0)")
        assert found(command, "p:cBhvr/p:cTn/@dur") == [str(round(clip.seconds * 1000))]
        (node,) = found(slide, "/p:sld/p:timing/p:tnLst/p:par/p:cTn/p:childTnLst/p:video/p:cMediaNode")
        assert found(node, "p:cTn/p:stCondLst/p:cond/@delay") == ["indefinite"]
        assert set(found(slide, "//p:spTgt/@spid")) == {shape}


def test_nothing_in_the_timing_is_there_twice(content: bytes, talk: Talk) -> None:
    """A slide has one timing, in its place at the end, and each of its nodes an id of its own."""
    for slide in trees(content, talk):
        assert [etree.QName(child).localname for child in slide] == ["cSld", "clrMapOvr", "timing"]
        ids = found(slide, "//p:cTn/@id")
        assert len(ids) == len(set(ids))
        shapes = found(slide, "//p:cNvPr/@id")
        assert len(shapes) == len(set(shapes))


def test_a_click_on_the_video_pauses_it(content: bytes, talk: Talk) -> None:
    """As with a video that PowerPoint itself was told to start automatically."""
    for slide in trees(content, talk):
        (clicks,) = found(slide, "//p:seq[p:cTn/@nodeType='interactiveSeq']")
        assert found(clicks, ".//p:cmd/@cmd") == ["togglePause"]
        assert found(clicks, "p:nextCondLst/p:cond/@evt") == ["onClick"]


def test_a_missing_library_is_said_in_a_line(talk: Talk, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what installs it."""
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(ParameterError, match=r"pip install 'gradient-descent-lecture\[slides\]'") as error:
        files_of(talk, "talk.pptx")
    assert "\n" not in str(error.value)


def test_libreoffice_shows_every_poster(content: bytes, talk: Talk, tmp_path: Path) -> None:
    """It opens the file, and each slide is filled by its clip's poster."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed; apt-get install libreoffice-impress gets it")
    (tmp_path / "talk.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        "--headless",
        profile,
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
        tmp_path / "talk.pptx",
    ]
    subprocess.run(command, check=True, timeout=240, capture_output=True)
    assert_shows_posters(pages_of(tmp_path / "talk.pdf"), talk)


@pytest.mark.parametrize(("size", "ratio"), [((240, 180), 4 / 3), ((1000, 1000), 1), ((2100, 900), 21 / 9)])
def test_a_video_of_another_ratio_keeps_it(size: tuple[int, int], ratio: float, tmp_path: Path) -> None:
    """It is as large as the slide allows, in its middle."""
    scene = scene_clips(tmp_path).model_copy(update={"width": size[0], "height": size[1]})
    content = files_of(Talk("Descent", (scene,), tmp_path), "talk.pptx")["talk.pptx"]
    assert isinstance(content, bytes)
    shown = pptx.Presentation(io.BytesIO(content))
    wide, high = shown.slide_width, shown.slide_height
    for slide in shown.slides:
        (movie,) = (shape for shape in slide.shapes if shape.name.startswith("Video"))
        assert movie.width / movie.height == pytest.approx(ratio, rel=1e-3)
        assert max(movie.width / wide, movie.height / high) == pytest.approx(1)
        assert 2 * movie.left + movie.width == pytest.approx(wide, abs=2)
        assert 2 * movie.top + movie.height == pytest.approx(high, abs=2)
