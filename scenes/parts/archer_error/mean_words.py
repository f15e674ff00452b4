"""What ArcherError says of three means of the same misses."""

from gdcore import Misses
from scenes.parts.archer_error.words import in_full, marked_up
from scenes.stage.direction.script import Line
from scenes.stage.type.numbers import apart, full, plain, typst


def taken(misses: Misses) -> Line:
    """Return the question about the misses whose means are compared."""
    ends = min(misses.signed), max(misses.signed)
    low, high = (plain(form) for form in apart(ends, digits=3, form=full, signed=True))
    count, asked = len(misses.signed), "What do three averages say?"
    said = f"misses of {high} and {low}" if count == 2 else f"{count} misses, from {low} to {high}"
    if ends[0] == ends[1]:
        said = f"{count} misses of {low} each"
    shown = f"{said[0].upper()}{said[1:]}."
    for form in apart(ends, digits=3, form=full, signed=True):
        shown = shown.replace(plain(form), typst(form))
    return Line(f"Now {said}. {asked}", context=f"{shown}\n{asked}")


def adding_up(misses: Misses) -> dict[str, Line]:
    """Return what is said of the means, by measure."""
    absolute, squared = (misses.mean(name) for name in ("absolute", "squared"))
    return {
        "signed": _signed(misses),
        "absolute": Line(
            f"Side by side, their lengths average to {in_full(absolute)}.",
            context=f"As lengths they average to {marked_up(absolute)}",
        ),
        "squared": Line(
            f"Their squares average to {in_full(squared)}.",
            context=f"As squares they average to {marked_up(squared)}",
        ),
    }


def _signed(misses: Misses) -> Line:
    mean, shown = (form(misses.mean("signed"), signed=True) for form in (in_full, marked_up))
    said = f"Tip to tail, they average to {mean}"
    if misses.largest == 0:
        return Line(f"{said}: there is no miss.", context="No miss: the average is 0")
    if misses.cancel:
        return Line(f"{said}: misses that look perfect.", context="Tip to tail they cancel: 0, as if perfect")
    how = "they cancel in part" if misses.cancel_in_part else "here nothing cancels"
    return Line(f"{said}: {how}.", context=f"Tip to tail they average to {shown}")


NO_MISS_CAN_HIDE = Line(
    "Signed misses can cancel. Squares never do, and big misses count most.",
    context="Signed misses can cancel.\nSquares never do, and big misses count most.",
)

WAYS = {"signed": "with signs", "absolute": "lengths", "squared": "squares"}
"""The names of the three ways."""


def verdicts(misses: Misses) -> dict[str, str]:
    """Return who is fooled, by measure."""
    if misses.largest == 0:
        return dict.fromkeys(WAYS, "no miss")
    fooled = "fooled" if misses.cancel else "fooled in part" if misses.cancel_in_part else "not fooled here"
    return {"signed": fooled, "absolute": "not fooled", "squared": "not fooled"}
