"""What is wrong with the captions of a scene that has been walked."""

import itertools
from collections.abc import Iterator, Sequence
from typing import Any

from scenes.stage.direction.clock import LINE_LENGTH

LETTERS_A_SECOND = 17


def wrong_captions(scene: Any, borders: Sequence[float]) -> Iterator[str]:
    """Yield the captions that cannot be read, that overlap, or that reach over the end of a section."""
    captions = scene.renderer.file_writer.subcaptions
    if len(captions) < len(borders):
        yield f"{len(captions)} captions for {len(borders)} sections"
    for caption in captions:
        start, end = caption.start.total_seconds(), caption.end.total_seconds()
        lines = caption.content.split("\n")
        if len(lines) > 2 or any(len(line) > LINE_LENGTH for line in lines):
            yield f"too long for two lines: {caption.content}"
        if len(caption.content.replace("\n", " ")) > LETTERS_A_SECOND * (end - start) + 0.1:
            yield f"too short a time for a caption: {caption.content}"
        if any(start < border - 1e-3 and border + 1e-3 < end for border in borders):
            yield f"reaches over a border: {caption.content}"
    for before, after in itertools.pairwise(captions):
        if before.end > after.start:
            yield f"overlaps the next: {before.content}"
    if captions and captions[-1].end.total_seconds() > scene.clock + 1e-6:
        yield f"outlives its scene: {captions[-1].content}"
