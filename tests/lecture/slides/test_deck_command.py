"""`lecture deck`: from scenes to a talk, with the clips that are there already, and without losing anything."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tests.lecture.lecture_command import contents, lecture, made

OPTIONS = "BowlDescent -q l --set pace=0.1 iterations=2"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a talk as html, and the clips that it was made of."""
    found = tmp_path_factory.mktemp("deck")
    assert made(f"deck {OPTIONS}", found).splitlines()[-1].startswith("renders/talk.html: 6 slides, ")
    return found


@pytest.mark.parametrize(
    ("output", "form", "begins"),
    [
        ("talk.html", "", b"<!DOCTYPE html>"),
        ("a b/Talk #1.pptx", "", b"PK"),
        ("talk.md", "", b"# Gradient descent\n"),
        ("talk.tex", "", b"% "),
        ("slides.txt", " --format md", b"# Gradient descent\n"),
    ],
)
def test_the_form_is_that_of_the_ending(output: str, form: str, begins: bytes, folder: Path) -> None:
    """Or what is asked for; clips that are there and up to date are not made again."""
    before = contents(folder / "renders" / "clips")
    done = lecture("deck", *OPTIONS.split(), "-o", output, *form.split(), cwd=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{output}: 6 slides, ")
    assert (folder / output).read_bytes().startswith(begins)
    assert contents(folder / "renders" / "clips") == before


@pytest.mark.slow
def test_clips_that_are_damaged_or_others_are_rendered(folder: Path) -> None:
    """One that is gone, a theme, a number: what a talk shows is what is asked for."""
    (folder / "renders" / "clips" / "BowlDescent-pace=0.1-iterations=2" / "1-point.png").unlink()
    for asked in ("", " --theme light", " --set input=2"):
        done = lecture("deck", *f"{OPTIONS}{asked}".split(), "-o", "other.md", cwd=folder)
        assert done.returncode == 0, done.stderr
        assert "BowlDescent" in done.stderr
        assert "started" in done.stderr
    names = sorted(one.name for one in (folder / "other.md_files").iterdir())
    name = "BowlDescent-pace=0.1-input=2-iterations=2"
    assert name in names, names
    poster, source = (
        place / name / "1-point.png" for place in (folder / "other.md_files", folder / "renders/clips")
    )
    assert poster.read_bytes() == source.read_bytes()


def test_a_talk_that_somebody_has_edited_is_kept(folder: Path) -> None:
    """What this has written itself is replaced; a file that was changed since has another name."""
    talk = folder / "edited.md"
    made(f"deck {OPTIONS} -o edited.md --title first", folder)
    made(f"deck {OPTIONS} -o edited.md --title second", folder)
    assert talk.read_text().startswith("# second\n")
    assert not list(folder.glob("edited-before*"))
    talk.write_text("my own words")
    done = lecture("deck", *OPTIONS.split(), "-o", "edited.md", "--title", "third", cwd=folder)
    assert (done.returncode, done.stderr) == (0, "edited.md: what was there is kept as edited-before-1.md\n")
    assert (folder / "edited-before-1.md").read_text() == "my own words"
    assert talk.read_text().startswith("# third\n")


def test_a_gallery_around_a_talk_leaves_it_alone(folder: Path) -> None:
    """Twice, whether it lies in its folder or in one above it."""
    before = contents(folder / "renders" / "clips")
    talk = (folder / "renders" / "talk.html").read_bytes()
    for place in (".", "renders"):
        for _ in range(2):
            done = lecture("gallery", "-o", place, cwd=folder)
            assert (done.returncode, done.stderr) == (0, "")
            assert (folder / "renders" / "talk.html").read_bytes() == talk
            assert contents(folder / "renders" / "clips") == before


@pytest.mark.slow
def test_a_gallery_around_a_film_shows_it_and_leaves_it_alone(folder: Path) -> None:
    """Twice, too; the film is made again in its place."""
    for _ in range(2):
        made(f"film {OPTIONS}", folder)
        film = (folder / "renders" / "film.mp4").read_bytes()
        for _ in range(2):
            made("gallery -o renders", folder)
            assert (folder / "renders" / "film.mp4").read_bytes() == film
            assert (folder / "renders" / "media" / "film.mp4").read_bytes() == film
            assert 'src="media/film.mp4"' in (folder / "renders" / "index.html").read_text()
    assert not list((folder / "renders").glob("*-before-*"))


@pytest.mark.slow
@pytest.mark.parametrize("output", ["both.tex", "both.txt --format md", "both.pptx"])
def test_talks_that_are_called_alike_have_media_of_their_own(output: str, folder: Path) -> None:
    """One that is made after another, with other clips, changes nothing of it."""
    made(f"deck {OPTIONS} -o both.md", folder)
    before = {name: one for name, one in contents(folder).items() if name.startswith("both.md")}
    assert len(before) > 8
    made(f"deck {OPTIONS} --theme light -o {output}", folder)
    assert {name: one for name, one in contents(folder).items() if name.startswith("both.md")} == before
    for name in {name.partition("/")[0] for name in contents(folder) if name.startswith("both")}:
        shutil.rmtree(folder / name) if (folder / name).is_dir() else (folder / name).unlink()


def test_a_title_of_any_characters(folder: Path) -> None:
    """It is what the file says of itself."""
    title = '</title><script>alert(1)</script> & "quotes" \'n \U0001f600 \x07'
    done = lecture("deck", *OPTIONS.split(), "-o", "nasty.html", "--title", title, cwd=folder)
    assert done.returncode == 0, done.stderr
    page = (folder / "nasty.html").read_text()
    assert "<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; &amp; " in page
    assert "<script>alert" not in page
    done = lecture("deck", *OPTIONS.split(), "-o", "nasty.pptx", "--title", title, cwd=folder)
    assert done.returncode == 0, done.stderr
    assert zipfile.ZipFile(folder / "nasty.pptx").testzip() is None


def test_a_scene_that_fails_leaves_no_talk(tmp_path: Path) -> None:
    """What there was stays as it was."""
    (tmp_path / "failing.py").write_text(
        "from manim import Scene\n\n\nclass Failing(Scene):\n    def construct(self):\n        1 / 0\n"
    )
    (tmp_path / "talk.html").write_text("former")
    done = lecture("deck", "failing.py", "-q", "l", "-o", "talk.html", cwd=tmp_path)
    assert done.returncode == 1
    assert "ZeroDivisionError" in done.stderr
    assert (tmp_path / "talk.html").read_text() == "former"
