"""What is said in a scene, as values."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """What is said in one go.

    Attributes:
        caption: The subtitle.
        spoken: What a voice says; the caption if it is empty.
        context: Markup of the line of context that belongs to it; empty if none does.
        seen: What can be seen meanwhile, a sentence for those who cannot see it.
        marks: Words of the caption that something in the picture waits for, in their order.

    Raises:
        ValueError: A mark is not in the caption after the one before it.
    """

    caption: str
    spoken: str = ""
    context: str = ""
    seen: str = ""
    marks: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        self.places()
        if not self.spoken:
            object.__setattr__(self, "spoken", self.caption)

    def places(self) -> dict[str, int]:
        """Return how many letters of the caption come before each mark."""
        places: dict[str, int] = {}
        start = 0
        for mark in self.marks:
            start = self.caption.find(mark, start)
            if start < 0:
                raise ValueError(f"the mark {mark!r} is not where it should be in {self.caption!r}")
            places[mark] = start
            start += len(mark)
        return places


def as_line(said: Line | str) -> Line:
    """Return what is said as a line; a text is its caption."""
    return Line(said) if isinstance(said, str) else said
