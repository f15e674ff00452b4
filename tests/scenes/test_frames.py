"""The last frame of every section looks as it did when somebody last looked at it and stored it."""

import pytest
from PIL import Image

import scenes
from tests.frames import FOLDER, PIXELS, alike, frames_of, stored
from tests.scenes.truth import TRUTHS


@pytest.mark.parametrize("name", scenes.SCENES)
def test_sections_end_on_the_stored_frames(name: str) -> None:
    """Where this fails on purpose, `./run python -m tests.frames` stores the new frames; look at them."""
    found = frames_of(getattr(scenes, name))
    for section, picture in found.items():
        with Image.open(stored(name, section)) as expected:
            assert alike(picture, expected), f"{name}, {section}"
    assert list(found) == TRUTHS[name].SECTIONS


def test_all_that_is_stored_is_compared() -> None:
    """Nothing is left of sections that are no more, and together the frames take little room."""
    expected = {stored(name, section) for name in scenes.SCENES for section in TRUTHS[name].SECTIONS}
    assert set(FOLDER.glob("*.png")) == expected
    assert sum(path.stat().st_size for path in expected) < 3_000_000


def test_another_hinting_is_no_difference_but_a_missing_label_is() -> None:
    """The comparison lets pass what a shift by a third of a pixel changes, and stops at a word."""
    with Image.open(stored("BowlDescent", "steps")) as opened:
        frame = opened.convert("RGB")
    shifted = frame.transform(PIXELS, Image.Transform.AFFINE, (1, 0, 0.33, 0, 1, 0.33), Image.Resampling.BILINEAR)
    assert alike(frame, shifted)
    unnamed = frame.copy()
    unnamed.paste(frame.getpixel((5, 5)), (526, 288, 578, 311))  # the name of the input
    assert not alike(frame, unnamed)
