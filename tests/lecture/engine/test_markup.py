"""Titles in Typst markup, where nothing is typeset: what Typst shows is what is read."""

import json
from pathlib import Path

import av
import pytest

from lecture.engine.catalog import title_of
from lecture.engine.markup import as_plain
from scenes.bowl_descent import BowlDescent
from tests.lecture.lecture_command import QUICK, made

TITLE = r"a \# b\_c, *not* \* $alpha^2$"
SEEN = "a # b_c, not * α²"


@pytest.mark.parametrize(
    ("markup", "seen"),
    [
        ("Descending the bowl", "Descending the bowl"),
        ("", ""),
        (TITLE, SEEN),
        (r"\\ \$ \@ \~ \` \[ \] \< \u{e9}", "\\ $ @ ~ ` [ ] < é"),
        (r"""it's "one" -- or --- ... `two`""", "it’s “one” – or — … two"),
        (
            "_slanted_ #text(red)[red] #[in *brackets*] /* said to nobody */ end // of it",
            "slanted red in brackets end",
        ),
        ("$x_1 <= 3$, $w_(t+1)$, $x^(2 n)$, $1/2$, $10^(-3)$", "x_1 ≤ 3, w_(t+1), x^(2n), 1/2, 10⁻³"),
        ("one \\\ntwo\n\nthree & <four>", "one two three &"),
        ("🎉 漢字 ñ", "🎉 漢字 ñ"),
    ],
)
def test_what_is_seen_is_read(markup: str, seen: str) -> None:
    """Escapes, emphasis, shorthands, quotation marks, code and mathematics; in one line."""
    assert as_plain(markup) == seen


@pytest.mark.parametrize("markup", ["$ not closed", "#no_such_thing", "half a pair \ud83d"])
def test_what_typst_does_not_understand_stays(markup: str) -> None:
    """A scene with such a title says so when it is drawn."""
    assert as_plain(markup) == markup


def test_titles_that_are_no_markup() -> None:
    """Those of scenes that know nothing of lectures are as they are; a scene without one has its name."""

    class Plain:
        title = TITLE

    class Untitled(BowlDescent):
        title = "// nothing"

    assert title_of(Plain) == TITLE  # type: ignore[arg-type]
    assert title_of(Untitled) == "Untitled"


def test_a_title_wherever_it_stands(tmp_path: Path) -> None:
    """In talks, in the index of clips, and in what videos say of themselves."""
    (tmp_path / "quick.py").write_text(f"{QUICK}    title = {TITLE!r}\n")
    made("deck quick.py Quick -q l -o talk.md", tmp_path)
    assert f"\n## {SEEN}: curve\n" in (tmp_path / "talk.md").read_text()
    (scene,) = json.loads((tmp_path / "renders" / "clips" / "clips.json").read_text())["scenes"]
    assert scene["title"] == SEEN
    with av.open(str(tmp_path / "renders" / "clips" / scene["clips"][0]["files"][".mp4"])) as video:
        assert video.metadata["title"] == f"{SEEN}: curve"
