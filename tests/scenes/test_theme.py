"""Both themes can be read: contrasts by the definition of WCAG 2."""

import pytest

from scenes.settings.errors import ParameterError
from scenes.settings.theme import THEMES, Theme, chosen_theme

QUANTITIES = ["input", "weight", "prediction", "goal", "error", "slope", "blue_rod", "red_rod"]


def luminance(colour: str) -> float:
    """Return the relative luminance of a hexadecimal colour."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture(params=sorted(THEMES))
def theme(request: pytest.FixtureRequest) -> Theme:
    return THEMES[request.param]


@pytest.mark.parametrize("name", ["ink", "quiet", "muted", *QUANTITIES])
def test_text_stands_out_from_the_ground(theme: Theme, name: str) -> None:
    """Every colour that text is set in has 4.5:1 against the ground."""
    assert contrast(getattr(theme, name), theme.ground) >= 4.5


def test_what_tells_the_story_stands_out_most(theme: Theme) -> None:
    """Ink has 10:1, and what stands back is nearer to the ground, yet lighter than what is hardly read."""
    ink, quiet, muted = (contrast(getattr(theme, name), theme.ground) for name in ("ink", "quiet", "muted"))
    assert ink >= 10 > quiet > muted


@pytest.mark.parametrize("name", QUANTITIES)
def test_values_stand_out_from_their_nodes(theme: Theme, name: str) -> None:
    """A value has 4.5:1 against the tint that fills its node."""
    assert contrast(getattr(theme, name), theme.tint(getattr(theme, name))) >= 4.5


def test_past_hops_stand_out_as_lines_do(theme: Theme) -> None:
    """Faded lines have 3:1 against the ground, and are told from what is present."""
    faded = theme.faded(theme.weight)
    assert contrast(faded, theme.ground) >= 3
    assert contrast(faded, theme.ground) < contrast(theme.weight, theme.ground) / 1.5


def test_quantities_have_colours_of_their_own(theme: Theme) -> None:
    """No two quantities share a colour."""
    colours = [getattr(theme, name) for name in QUANTITIES]
    assert len(set(colours)) == len(colours)


def test_the_environment_names_the_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dark unless it says light; anything else is refused."""
    assert chosen_theme() is THEMES["dark"]
    monkeypatch.setenv("LECTURE_THEME", "light")
    assert chosen_theme() is THEMES["light"]
    monkeypatch.setenv("LECTURE_THEME", "drak")
    with pytest.raises(ParameterError, match="did you mean dark"):
        chosen_theme()
