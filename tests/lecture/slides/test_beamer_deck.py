"""Talks for LaTeX: read by a small reader of TeX, and compiled where there is a LaTeX."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lecture.engine.plain_text import plain
from lecture.slides.beamer_deck import files_of
from lecture.slides.talk import Talk
from scenes.settings.theme import THEMES
from tests.lecture.slides.samples import NASTY
from tests.lecture.slides.talks import HARMFUL, assert_shows_posters, pages_of, put, talk_in

TEXTS = st.text() | st.text("\\{}$&#_%~^`'\"-,<>![] aZ0\n", max_size=30) | st.just(NASTY)
COMMANDS = {
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textasciigrave": "`",
    "textquotedbl": '"',
}
LIGATURES = ("--", "''", ",,", "<<", ">>", "`", '"')


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Talk:
    return talk_in(tmp_path_factory.mktemp("clips"), f"− × α 10⁻⁵ β₂ {HARMFUL}")


def source_of(talk: Talk) -> str:
    content = files_of(talk, "talk.tex")["talk.tex"]
    assert isinstance(content, bytes)
    return content.decode()


def shown_by(source: str, command: str) -> list[str]:
    r"""Return what the last arguments of all uses of a command show: \title{a} has ["a"]."""
    uses = re.finditer(rf"^ *\\{command}(?:{{[^{{}}]*}}{{[^{{}}]*}})?(?={{)", source, re.MULTILINE)
    return [argument(source, use.end()) for use in uses]


def argument(source: str, position: int) -> str:
    """Return what an argument that begins somewhere shows."""
    assert source[position] == "{"
    position += 1
    shown = []
    while source[position] != "}":
        rest = source[position:]
        assert not rest.startswith(LIGATURES)
        if rest.startswith("{}"):  # parts what would be joined
            position += 2
        elif rest[0] == "\\" and rest[1] in "{}$&#_%":
            shown.append(rest[1])
            position += 2
        elif rest[0] == "\\":
            name = re.match(r"\\([a-z]+){}", rest)
            assert name is not None
            shown.append(COMMANDS[name[1]])
            position += name.end()
        else:
            assert rest[0] not in "{$&#%~^\n"
            shown.append(rest[0])
            position += 1
    return "".join(shown)


def test_there_is_a_frame_for_each_clip(talk: Talk) -> None:
    """With poster, video, alt text and notes; headings that only outlines show."""
    source = source_of(talk)
    assert source.count(r"\begin{frame}[plain]") == source.count(r"\end{frame}") == len(talk.slides)
    assert shown_by(source, "title") == [plain(talk.title)]
    assert shown_by(source, "section") == [plain(scene.title) for scene in talk.scenes]
    assert shown_by(source, "subsection") == [plain(clip.label) for _, clip in talk.slides]
    assert shown_by(source, "note") == [plain(clip.transcript) for _, clip in talk.slides]
    assert shown_by(source, "video") == [plain(clip.alt) for _, clip in talk.slides]


def test_posters_and_videos_lie_beside_it(talk: Talk) -> None:
    """Each under the name that the file calls it by."""
    source, files = source_of(talk), files_of(talk, "talk.tex")
    found = re.findall(r"^ *\\video{([^{}]*)}{([^{}]*)}", source, re.MULTILINE)
    assert len(files) == 1 + 2 * len(found)
    for (poster, video), (_, clip) in zip(found, talk.slides, strict=True):
        assert files[poster] == talk.file(clip, ".png")
        assert files[video] == talk.file(clip, ".mp4")


@given(TEXTS)
@example("--- ?` !` '' ,, << >> ~^\\{}")
def test_any_text_is_set_as_it_is(text: str) -> None:
    """But for what is not text."""
    assert shown_by(source_of(Talk(text, (), Path())), "title") == [plain(text)]


@pytest.mark.parametrize("theme", THEMES)
def test_the_ground_is_that_of_the_theme(theme: str) -> None:
    """It is seen where a viewer has another ratio."""
    assert rf"\definecolor{{ground}}{{HTML}}{{{THEMES[theme].ground[1:]}}}" in source_of(
        Talk("", (), Path(), theme)
    )


def test_only_signs_that_are_used_are_declared() -> None:
    """The file stays short."""
    assert r"\sign{2212}{-} % −" in source_of(Talk("1 − 2", (), Path()))
    assert r"\sign" not in source_of(Talk("1 - 2", (), Path()))


@pytest.mark.slow
@pytest.mark.parametrize("engine", ["pdflatex", "lualatex"])
def test_it_compiles(talk: Talk, tmp_path: Path, engine: str) -> None:
    """Each page is filled by its poster, whatever the texts and names are; the notes can be shown."""
    if shutil.which(engine) is None or not _has("beamer.cls"):
        pytest.skip(f"no {engine} with Beamer; apt-get install texlive-latex-recommended texlive-luatex gets them")
    place = put(files_of(talk, "my talk, 1.0.tex"), tmp_path)
    assert_shows_posters(pages_of(_compiled(place, engine, "talk")), talk)
    source = place.read_text(encoding="utf-8").replace("% \\setbeameroption", "\\setbeameroption")
    with_notes = tmp_path / "with.tex"
    with_notes.write_text(source, encoding="utf-8")
    assert len(pages_of(_compiled(with_notes, engine, "notes"))) == 2 * len(talk.slides)


def _has(file: str) -> bool:
    return subprocess.run(["kpsewhich", file], capture_output=True, check=False).returncode == 0


def _compiled(source: Path, engine: str, name: str) -> Path:
    command = [engine, "-interaction=nonstopmode", "-halt-on-error", f"-jobname={name}", source.name]
    done = subprocess.run(command, cwd=source.parent, capture_output=True, check=False, timeout=240)
    assert done.returncode == 0, done.stdout[-3000:].decode(errors="replace")
    return source.parent / f"{name}.pdf"
