"""Clips as gifs, for slides that take no videos."""

import itertools
import math
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import av
from av.filter import Graph

from fastcairo.gif import ready
from fastcairo.gif import write_gif as draw_gif
from scenes.settings.errors import ParameterError

FRAMES_A_SECOND = 15
_WIDEST, _NARROWEST = 960, 160


def write_gif(video: Path, gif: Path, megabytes: float) -> None:
    """Write a video as a gif with a palette of its own, at most 15 frames a second, as wide as its size allows.

    Args:
        video: The video.
        gif: The file to write.
        megabytes: How large it may be, in units of 10^6 bytes.

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
                f"{width} pixels wide; allow more, or use --format mp4"
            )
        width = max(_NARROWEST, min(width - 16, math.floor(width * math.sqrt(share) * 0.97)))


def _write(video: Path, gif: Path, width: int) -> None:
    """Write a gif of this width in pixels."""
    with av.open(str(video)) as source:
        stream = source.streams.video[0]
        rate = min(Fraction(FRAMES_A_SECOND), stream.average_rate or Fraction(FRAMES_A_SECOND))
        height = round(stream.height * width / stream.width)
    draw_gif(lambda: _frames_of(video, width, height, rate), gif, rate)


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
            yield from ready(graph)
