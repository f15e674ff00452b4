"""The words for what a search comes to."""

import pytest

from gdcore import Outcome, Verdict
from scenes.stage.bowl.outcome_words import ENDINGS, VERDICTS


@pytest.mark.parametrize("outcome", Outcome)
def test_an_outcome_is_a_sentence(outcome: Outcome) -> None:
    """Short enough for a caption."""
    sentence = ENDINGS[outcome]
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert len(sentence) <= 80


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_a_word_or_two(verdict: Verdict) -> None:
    """It stands below a lane."""
    assert 1 <= len(VERDICTS[verdict].split()) <= 2
