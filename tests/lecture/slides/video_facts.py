"""Reads a video back as a player does."""

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from tests.fastcairo.test_video import boxes


@dataclass(frozen=True)
class VideoFacts:
    """What a video is."""

    codec: str
    profile: str
    pixel_format: str
    size: tuple[int, int]
    rate: Fraction
    times: tuple[int, ...]
    keyframes: tuple[int, ...]
    streams: tuple[str, ...]
    atoms: tuple[str, ...]

    @property
    def plays_everywhere(self) -> bool:
        """H.264 High, yuv420p, even sides, constant frame rate from 0 on, no sound, index first, seekable."""
        return (
            (self.codec, self.profile, self.pixel_format) == ("h264", "High", "yuv420p")
            and all(side % 2 == 0 for side in self.size)
            and self.times == tuple(range(len(self.times)))
            and self.streams == ("video",)
            and self.atoms.index("moov") < self.atoms.index("mdat")
            and self.keyframes[0] == 0
        )


def video_facts(file: Path) -> VideoFacts:
    """Return what a video is; times are in frames."""
    with av.open(str(file)) as container:
        stream = container.streams.video[0]
        packets = [packet for packet in container.demux(stream) if packet.pts is not None]
        rate = Fraction(stream.average_rate or 0)
        shown = sorted((packet.pts * packet.time_base * rate, packet.is_keyframe) for packet in packets)
        assert all(time.denominator == 1 for time, _ in shown), "a frame between two times of the frame rate"
        context = stream.codec_context
        return VideoFacts(
            context.name,
            context.profile or "",
            str(context.pix_fmt),
            (context.width, context.height),
            rate,
            tuple(int(time) for time, _ in shown),
            tuple(i for i, (_, is_key) in enumerate(shown) if is_key),
            tuple(one.type for one in container.streams),
            tuple(boxes(file)) if file.suffix == ".mp4" else (),
        )


def frames_of(file: Path) -> list[npt.NDArray[np.uint8]]:
    """Return the frames of a video, (height, width, 3) each."""
    with av.open(str(file)) as container:
        return [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
