"""What is wrong with the sentences that say what can be seen in a section."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from gdcore.arguments import Number
from tests.scenes.reading.numbers import number_in

LENGTHS = range(40, 251)
MARKUP = frozenset('$#\\[]{}<>^*`|"')
NUMBER = re.compile(r"[+−]?\d+(?:,\d{3})*(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|…)?")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−")
SMALLEST = 5e-324
"""Doubles as small as this are so far from each other, and have fewer digits than three."""
ROUNDING = Fraction(51, 10_000)
"""A number of three digits may be so much off, as a share of the exact one."""


def wrong_sentence(scene: Any, section: str, told: Iterable[Number]) -> Iterator[str]:
    """Yield what is wrong with the sentence of a section of a scene, which should name the numbers told."""
    if section not in scene.seen:
        yield "no sentence says what can be seen"
        return
    sentence = scene.seen[section]
    if len(sentence) not in LENGTHS:
        yield f"{len(sentence)} characters: {sentence}"
    if not sentence.isprintable() or MARKUP & set(sentence):
        yield f"not plain text: {sentence}"
    if not re.fullmatch(r"[A-Z0-9](?:[^.!?]|[.](?=\d))*[.]", sentence) or "  " in sentence or " ," in sentence:
        yield f"not one sentence: {sentence}"
    if list(scene.seen.values()).count(sentence) > 1:
        yield f"the sentence of another section too: {sentence}"
    found = [number.translate(RAISED).replace("×10", "×10^") for number in NUMBER.findall(sentence)]
    for value in told:
        if not any(_is(number, value) for number in found):
            yield f"{float(value)} is not in: {sentence}"


def _is(form: str, value: Number) -> bool:
    """Tell whether a form is a value, rounded; what is too small for a double ends in an ellipsis."""
    exact = Fraction(value)
    if form.endswith("…"):
        return 0 < abs(exact) < Fraction(1, 10**300)
    return abs(Fraction(Decimal(number_in(form))) - exact) <= max(ROUNDING * abs(exact), Fraction(SMALLEST) / 2)
