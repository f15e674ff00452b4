"""Talks for PowerPoint, Keynote and LibreOffice Impress: a clip fills each slide, and starts with it."""

from datetime import UTC, datetime
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from lecture.engine.clip_index import Clip, SceneClips
from lecture.engine.plain_text import plain
from lecture.slides.talk import Talk
from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES

_WIDTH, _HEIGHT = 12_192_000, 6_858_000  # 13.333 by 7.5 inches, PowerPoint's 16:9, in its units
_TITLE_HEIGHT = 685_800
_LONGEST_TITLE = 255  # of a file; the library refuses longer ones

_PLAY = """
<p:par><p:cTn id="3" fill="hold">
  <p:stCondLst>
    <p:cond delay="indefinite"/><p:cond evt="onBegin" delay="0"><p:tn val="2"/></p:cond>
  </p:stCondLst>
  <p:childTnLst><p:par><p:cTn id="4" fill="hold">
    <p:stCondLst><p:cond delay="0"/></p:stCondLst>
    <p:childTnLst><p:par>
      <p:cTn id="5" presetID="1" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="afterEffect">
        <p:stCondLst><p:cond delay="0"/></p:stCondLst>
        <p:childTnLst><p:cmd type="call" cmd="playFrom(0.0)"><p:cBhvr>
          <p:cTn id="6" dur="{milliseconds}" fill="hold"/><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
        </p:cBhvr></p:cmd></p:childTnLst>
      </p:cTn>
    </p:par></p:childTnLst>
  </p:cTn></p:par></p:childTnLst>
</p:cTn></p:par>"""

_PAUSE = """
<p:par><p:cTn id="9" fill="hold">
  <p:stCondLst><p:cond delay="0"/></p:stCondLst>
  <p:childTnLst><p:par><p:cTn id="10" fill="hold">
    <p:stCondLst><p:cond delay="0"/></p:stCondLst>
    <p:childTnLst><p:par>
      <p:cTn id="11" presetID="2" presetClass="mediacall" presetSubtype="0" fill="hold" nodeType="clickEffect">
        <p:stCondLst><p:cond delay="0"/></p:stCondLst>
        <p:childTnLst><p:cmd type="call" cmd="togglePause"><p:cBhvr>
          <p:cTn id="12" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="{shape}"/></p:tgtEl>
        </p:cBhvr></p:cmd></p:childTnLst>
      </p:cTn>
    </p:par></p:childTnLst>
  </p:cTn></p:par></p:childTnLst>
</p:cTn></p:par>"""

_TIMING = f"""
<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par>
<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>
  <p:seq concurrent="1" nextAc="seek">
    <p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{_PLAY}</p:childTnLst></p:cTn>
    <p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>
    <p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>
  </p:seq>
  <p:video><p:cMediaNode vol="80000">
    <p:cTn id="7" fill="hold" display="0"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst></p:cTn>
    <p:tgtEl><p:spTgt spid="{{shape}}"/></p:tgtEl>
  </p:cMediaNode></p:video>
  <p:seq concurrent="1" nextAc="seek">
    <p:cTn id="8" restart="whenNotActive" fill="hold" evtFilter="cancelBubble" nodeType="interactiveSeq">
      <p:stCondLst>
        <p:cond evt="onClick" delay="0"><p:tgtEl><p:spTgt spid="{{shape}}"/></p:tgtEl></p:cond>
      </p:stCondLst>
      <p:endSync evt="end" delay="0"><p:rtn val="all"/></p:endSync>
      <p:childTnLst>{_PAUSE}</p:childTnLst>
    </p:cTn>
    <p:nextCondLst>
      <p:cond evt="onClick" delay="0"><p:tgtEl><p:spTgt spid="{{shape}}"/></p:tgtEl></p:cond>
    </p:nextCondLst>
  </p:seq>
</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"""
"""What PowerPoint writes for a video that starts automatically, and pauses and goes on when it is clicked."""


def check() -> None:
    """Check that such talks can be written.

    Raises:
        ParameterError: python-pptx is not installed.
    """
    if find_spec("pptx") is None:
        raise ParameterError(
            "a talk for PowerPoint needs python-pptx, which the extra `slides` brings: "
            "pip install 'gradient-descent-lecture[slides]', or call ./run"
        )


def files_of(talk: Talk, name: str) -> dict[str, bytes | Path]:
    """Return a talk as a file for PowerPoint; the videos are in it.

    Args:
        talk: The talk.
        name: The name of its file.

    Raises:
        ParameterError: python-pptx is not installed.
    """
    check()
    from pptx import Presentation

    presentation = Presentation()
    _make_wide(presentation)
    layout = presentation.slide_layouts.get_by_name("Title Only")
    for scene, clip in talk.slides:
        _fill(presentation.slides.add_slide(layout), talk, scene, clip)
    for other in [*presentation.slide_layouts]:
        if other is not layout:
            presentation.slide_layouts.remove(other)
    _describe(presentation, talk.title)
    content = BytesIO()
    presentation.save(content)
    return {name: content.getvalue()}


def _make_wide(presentation: Any) -> None:
    """Give slides the ratio 16:9; in the library's template it is 4:3."""
    ratio = _WIDTH / presentation.slide_width
    presentation.slide_width, presentation.slide_height = _WIDTH, _HEIGHT
    del presentation.element.sldSz.attrib["type"]
    for shape in presentation.slide_master.placeholders:  # those of the one layout that stays follow these
        shape.left, shape.width = round(shape.left * ratio), round(shape.width * ratio)


def _describe(presentation: Any, title: str) -> None:
    """Say what the file is, in place of what the library's template says of itself."""
    from pptx.opc.constants import RELATIONSHIP_TYPE

    about = presentation.core_properties
    about.title, about.language = plain(title)[:_LONGEST_TITLE], "en"
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = datetime.now(UTC)
    package = presentation.part.package
    package.drop_rel(next(one.rId for one in package.iter_rels() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL))


def _fill(slide: Any, talk: Talk, scene: SceneClips, clip: Clip) -> None:
    """Put a clip on a slide, with its words."""
    from pptx.dml.color import RGBColor

    slide.background.fill.solid()
    ground = THEMES[talk.theme].ground.removeprefix("#")
    slide.background.fill.fore_color.rgb = RGBColor.from_string(ground)  # type: ignore[no-untyped-call]
    _add_title(slide, plain(talk.heading(scene, clip)))
    _add_video(slide, talk, scene, clip)
    slide.notes_slide.notes_text_frame.text = plain(clip.transcript)


def _add_title(slide: Any, text: str) -> None:
    """Give a slide a title for screen readers and lists of slides, above what is shown.

    This is where PowerPoint itself puts titles that it is told to hide.
    """
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = 0, -_TITLE_HEIGHT, _WIDTH, _TITLE_HEIGHT
    title.text_frame.text = text


def _add_video(slide: Any, talk: Talk, scene: SceneClips, clip: Clip) -> None:
    """Let a video fill a slide, as far as its ratio allows, and start with it; before, its poster is shown."""
    from pptx.oxml import parse_xml

    width, height = _fitted(scene.width, scene.height)
    movie = slide.shapes.add_movie(
        BytesIO(talk.file(clip, ".mp4").read_bytes()),  # the library would write the name of a file as it is
        left=(_WIDTH - width) // 2,
        top=(_HEIGHT - height) // 2,
        width=width,
        height=height,
        poster_frame_image=str(talk.file(clip, ".png")),
        mime_type="video/mp4",
    )
    movie.name = plain(f"Video: {clip.label or clip.number}")
    movie.element.nvPicPr.cNvPr.set("descr", plain(clip.alt))
    timing = parse_xml(_TIMING.format(shape=movie.shape_id, milliseconds=round(clip.seconds * 1000)))
    slide.element.replace(slide.element.timing, timing)


def _fitted(width: int, height: int) -> tuple[int, int]:
    """Return how large a video is on a slide; 854x480 is 16:9 except for a fraction of a pixel."""
    scale = min(_WIDTH / width, _HEIGHT / height)
    fitted = round(width * scale), round(height * scale)
    return fitted if sum(fitted) < 0.99 * (_WIDTH + _HEIGHT) else (_WIDTH, _HEIGHT)
