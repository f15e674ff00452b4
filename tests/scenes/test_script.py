"""Lines are values, and the clock says how long they take."""

from collections.abc import Callable

import pytest

from scenes.stage.direction.clock import ReadingClock, Span, pages
from scenes.stage.direction.scene import LectureScene
from scenes.stage.direction.script import Line
from tests.legibility import walk_sections

LONG = "The dot hops down, not as far as the bottom of the bowl, and the error falls with it, each time."


def test_a_voice_says_the_caption_unless_it_is_told_otherwise() -> None:
    """A line that is written in another way than it is spoken holds both."""
    assert Line("delta is 0.5.").spoken == "delta is 0.5."
    assert Line("delta is 0.5.", spoken="delta is a half.").spoken == "delta is a half."


@pytest.mark.parametrize("marks", [("gamma",), ("beta", "alpha"), ("alpha", "alpha")])
def test_marks_are_words_of_the_caption_in_their_order(marks: tuple[str, ...]) -> None:
    """A mark that nobody would ever hear is refused, with the mark and the caption."""
    with pytest.raises(ValueError, match=f"{marks[-1]}.*alpha, then beta"):
        Line("alpha, then beta", marks=marks)


def test_a_mark_comes_after_the_letters_before_it() -> None:
    """Seventeen letters take a second."""
    span = ReadingClock().span(Line("x" * 34 + "now" + "x" * 14, marks=("now",)), start=10)
    assert (span.start, span.length, span.end) == (10, 3, 13)
    assert span.until("now") == 2


def test_pages_have_two_short_lines_and_share_the_time_by_their_letters() -> None:
    """The pages of a caption fill its time without a gap."""
    first, last = pages(LONG, 5, 15)
    assert f"{first.text} {last.text}".replace("\n", " ") == LONG
    assert all(len(line) <= 42 for page in (first, last) for line in page.text.split("\n"))
    assert first.start == 5
    assert last.start == pytest.approx(first.start + first.length)
    assert last.start + last.length == pytest.approx(15)
    assert first.length / last.length == pytest.approx(len(first.text) / len(last.text))


def walked(tell: Callable[[LectureScene], None]) -> LectureScene:
    """Walk a scene of one section that is told so."""

    class Told(LectureScene):
        def construct(self) -> None:
            self.beat("only", "A dot.")
            tell(self)

    scene: LectureScene = walk_sections(Told, lambda *_: None)
    return scene


def test_a_line_gives_the_time_that_animations_may_take() -> None:
    """The span begins where the video is, and lasts as long as the caption takes to read."""
    spans: list[Span] = []

    def tell(scene: LectureScene) -> None:
        scene.wait(2)
        spans.append(scene.say("x" * 34))
        scene.wait(spans[0].length)

    scene = walked(tell)
    assert (spans[0].start, spans[0].length) == (pytest.approx(2), 2)
    assert scene.clock == pytest.approx(spans[0].end)  # nothing is left to read


def test_what_is_to_be_seen_during_a_line_is_told_with_the_section() -> None:
    """Sentences of lines follow that of the beat."""
    scene = walked(lambda scene: [scene.say(Line("Up.", seen="It rises.")), scene.wait(1)])  # type: ignore[arg-type, return-value]
    assert scene.seen == {"only": "A dot. It rises."}


def test_another_clock_gives_other_times() -> None:
    """A line waits as long as the clock of its scene says, as that of a voice would."""

    class Slow:
        def span(self, line: Line, start: float) -> Span:
            return Span(start, 9)

    class Told(LectureScene):
        times = Slow()

        def construct(self) -> None:
            self.beat("only")
            self.say("Short.")

    assert walk_sections(Told, lambda *_: None).clock == pytest.approx(9, abs=0.1)
