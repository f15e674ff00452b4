"""Clips as gifs, for slides that take no videos."""

import itertools
import math
from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.filter import Graph
from av.filter.context import FilterContext

from scenes.stage.errors import ParameterError

FRAMES_A_SECOND = 15
_WIDEST, _NARROWEST = 960, 160


def write_gif(video: Path, gif: Path, megabytes: float) -> None:
    """Write a video as a gif with a palette of its own, at most 15 frames a second, as wide as its size allows.

    Args:
        video: The video.
        gif: The file to write.
        megabytes: How large it may be, in 10^6 bytes.

    Raises:
        ParameterError: Even the narrowest is larger.
    """
    with av.open(str(video)) as container:
        width = min(_WIDEST, container.streams.video[0].width)
    while True:
        _write(video, gif, width)
        share = megabytes * 1e6 / gif.stat().st_size
        if share >= 1:
            return
        if width <= _NARROWEST:
            raise ParameterError(
                f"--max-size {megabytes:g}: {gif.name} has {gif.stat().st_size / 1e6:.2f} MB even when it is "
                f"{width} pixels wide; allow more, or take --format mp4"
            )
        width = max(_NARROWEST, min(width - 16, math.floor(width * math.sqrt(share) * 0.97)))


def _write(video: Path, gif: Path, width: int) -> None:
    """Write a gif that is so many pixels wide; the video is read twice, so that few frames are held at a time."""
    with av.open(str(video)) as source:
        stream = source.streams.video[0]
        rate = min(Fraction(FRAMES_A_SECOND), stream.average_rate or Fraction(FRAMES_A_SECOND))
        height = round(stream.height * width / stream.width)
    palette = _palette_of(_frames_of(video, width, height, rate))
    with av.open(str(gif), "w") as target:
        drawn = target.add_stream("gif", rate=rate)
        drawn.width, drawn.height, drawn.pix_fmt = width, height, "pal8"
        for frame in _painted(_frames_of(video, width, height, rate), palette):
            target.mux(drawn.encode(frame))
        target.mux(drawn.encode())


def _frames_of(video: Path, width: int, height: int, rate: Fraction) -> Iterator[av.VideoFrame]:
    """Yield the frames of a video at another size and rate."""
    with av.open(str(video)) as source:
        stream = source.streams.video[0]
        graph = Graph()
        first = graph.add_buffer(template=stream)
        fps, scale = graph.add("fps", str(rate)), graph.add("scale", f"{width}:{height}:flags=lanczos")
        coloured = graph.add("format", "pix_fmts=bgra")
        graph.link_nodes(first, fps, scale, coloured, graph.add("buffersink")).configure()
        for frame in itertools.chain(source.decode(stream), [None]):
            first.push(frame)
            yield from _ready(graph)


def _palette_of(frames: Iterator[av.VideoFrame]) -> av.VideoFrame:
    """Return the 256 colours that suit frames best, as a picture."""
    graph, first = Graph(), next(frames)
    source = _source(graph, first)
    graph.link_nodes(source, graph.add("palettegen", "stats_mode=diff"), graph.add("buffersink")).configure()
    found: list[av.VideoFrame] = []
    for frame in itertools.chain([first], frames, [None]):
        source.push(frame)
        found += _ready(graph)
    return found[-1]


def _painted(frames: Iterator[av.VideoFrame], palette: av.VideoFrame) -> Iterator[av.VideoFrame]:
    """Yield frames in the colours of a palette."""
    graph, first = Graph(), next(frames)
    source, colours = _source(graph, first), _source(graph, palette)
    painted = graph.add("paletteuse", "dither=none:diff_mode=rectangle")
    source.link_to(painted, 0, 0)
    colours.link_to(painted, 0, 1)
    painted.link_to(graph.add("buffersink"))
    graph.configure()
    palette.pts = 0
    colours.push(palette)
    colours.push(None)
    for frame in itertools.chain([first], frames, [None]):
        source.push(frame)
        yield from _ready(graph)


def _source(graph: Graph, like: av.VideoFrame) -> FilterContext:
    """Add to a graph what takes frames of the kind of another one."""
    return graph.add_buffer(
        width=like.width, height=like.height, format=like.format, time_base=like.time_base or Fraction(1, 100)
    )


def _ready(graph: Graph) -> Iterator[av.VideoFrame]:
    """Yield the frames that have come out of a graph by now."""
    with suppress(BlockingIOError, av.error.EOFError):
        while True:
            yield cast(av.VideoFrame, graph.pull())
