"""Clips as gifs, for slides that take no videos."""

import math
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
from av.filter import Graph

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
    """Write a gif that is so many pixels wide."""
    with av.open(str(video)) as source, av.open(str(gif), "w") as target:
        stream = source.streams.video[0]
        rate = min(Fraction(FRAMES_A_SECOND), stream.average_rate or Fraction(FRAMES_A_SECOND))
        graph = _palette_of(stream, rate, width)
        drawn = target.add_stream("gif", rate=rate)
        drawn.width, drawn.height, drawn.pix_fmt = width, round(stream.height * width / stream.width), "pal8"
        for frame in source.decode(stream):
            graph.push(frame)
        graph.push(None)
        while True:
            try:
                painted = cast(av.VideoFrame, graph.pull())
            except (av.error.EOFError, BlockingIOError):
                break
            target.mux(drawn.encode(painted))
        target.mux(drawn.encode())


def _palette_of(stream: av.VideoStream, rate: Fraction, width: int) -> Graph:
    """Return the filters that give a video the 256 colours that suit it best."""
    graph = Graph()
    source = graph.add_buffer(template=stream)
    fps = graph.add("fps", str(rate))
    scale = graph.add("scale", f"{width}:-1:flags=lanczos")
    split = graph.add("split")
    colours = graph.add("palettegen", "stats_mode=diff")
    painted = graph.add("paletteuse", "dither=none:diff_mode=rectangle")
    sink = graph.add("buffersink")
    for one, other in ((source, fps), (fps, scale), (scale, split)):
        one.link_to(other)
    split.link_to(colours, 0, 0)
    split.link_to(painted, 1, 0)
    colours.link_to(painted, 0, 1)
    painted.link_to(sink)
    graph.configure()
    return graph
