"""Animated gifs with a palette of their own, of which a picture that is seen for long has a large share.

Frames are read twice, once for the palette, so that few of them are held at a time.
"""

import itertools
from collections.abc import Callable, Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.filter import Graph
from av.filter.context import FilterContext

Frames = Callable[[], Iterator[av.VideoFrame]]
"""Yields the same frames at each call."""


def write_gif(frames: Frames, gif: Path, rate: Fraction, *, dither: str = "none", **metadata: str) -> None:
    """Write frames as a gif.

    Manim counts only what changes from frame to frame, so the colours of a picture at rest count once.

    Args:
        frames: The frames.
        gif: The file to write.
        rate: How many there are a second.
        dither: How colours that are not in the palette are mixed, in the words of FFmpeg's `paletteuse`.
        metadata: What the file says of itself.
    """
    palette = _palette_of(frames())
    with av.open(str(gif), "w") as target:
        target.metadata.update(metadata)
        drawn = target.add_stream("gif", rate=rate)
        for number, frame in enumerate(_painted(frames(), palette, dither)):
            if number == 0:
                drawn.width, drawn.height, drawn.pix_fmt = frame.width, frame.height, "pal8"
            frame.pts, frame.time_base = number, 1 / rate
            target.mux(drawn.encode(frame))
        target.mux(drawn.encode())


def _palette_of(frames: Iterator[av.VideoFrame]) -> av.VideoFrame:
    """Return the 256 colours that suit frames best, as a picture."""
    graph, first = Graph(), next(frames)
    source = _source(graph, first)
    graph.link_nodes(source, graph.add("palettegen", "stats_mode=full"), graph.add("buffersink")).configure()
    found: list[av.VideoFrame] = []
    for frame in itertools.chain([first], frames, [None]):
        source.push(frame)
        found += ready(graph)
    return found[-1]


def _painted(frames: Iterator[av.VideoFrame], palette: av.VideoFrame, dither: str) -> Iterator[av.VideoFrame]:
    """Yield frames in the colours of a palette."""
    graph, first = Graph(), next(frames)
    source, colours = _source(graph, first), _source(graph, palette)
    painted = graph.add("paletteuse", f"dither={dither}:diff_mode=rectangle")
    source.link_to(painted, 0, 0)
    colours.link_to(painted, 0, 1)
    painted.link_to(graph.add("buffersink"))
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)
    for frame in itertools.chain([first], frames, [None]):
        source.push(frame)
        yield from ready(graph)


def _source(graph: Graph, like: av.VideoFrame) -> FilterContext:
    """Add to a graph what takes frames of the kind of another one."""
    return graph.add_buffer(
        width=like.width, height=like.height, format=like.format, time_base=like.time_base or Fraction(1, 100)
    )


def ready(graph: Graph) -> Iterator[av.VideoFrame]:
    """Yield the frames that have come out of a graph by now."""
    with suppress(BlockingIOError, av.error.EOFError):
        while True:
            yield cast(av.VideoFrame, graph.pull())
