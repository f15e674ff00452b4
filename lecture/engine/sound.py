"""The sound of scenes: taken as it was mixed, cut to the sample, and encoded once for each file.

Manim mixes all sounds of a scene, and encodes them for the whole video only. A part that is cut from what is
encoded would be off by up to a frame of the encoder, and parts that are joined would drift or click.
"""

from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any

import av
import numpy as np
import numpy.typing as npt

Samples = npt.NDArray[np.int16]
"""Sound, shape (samples, 2), in the order of time: left and right."""

RATE = 48_000
"""Samples a second."""
SILENCE: Samples = np.zeros((0, 2), np.int16)
INTERLEAVED = {"max_interleave_delta": "0"}
"""The option of a file whose sound comes before its pictures while it is written, and beside them in the end."""

_LAYOUT = "stereo"
_BITS_A_SECOND = 192_000


def place_of(frame: int, rate: Fraction) -> int:
    """Return the number of the sample with which a frame of a video begins."""
    return round(frame / rate * RATE)


def cut(sound: Samples, start: int, end: int) -> Samples:
    """Return a part of a sound; after its end there is silence."""
    part = sound[start:end]
    return np.pad(part, ((0, end - start - len(part)), (0, 0)))


def mixed(segment: Any) -> Samples:
    """Return all sound of a scene, from the `audio_segment` of its writer of files."""
    wave = BytesIO()
    segment.export(wave, format="wav")
    wave.seek(0)
    return _decoded(wave)


def read_lossless(file: Path) -> Samples:
    """Return the sound that is kept in a file."""
    return _decoded(str(file))


def write_lossless(sound: Samples, file: Path) -> None:
    """Keep a sound in a file, as it is."""
    with av.open(str(file), "w") as target:
        track = target.add_stream("flac", rate=RATE, layout=_LAYOUT)
        target.mux([*encoded(track, sound, 0), *track.encode(None)])


def add_track(target: Any, ending: str) -> Any:
    """Add a track for sound to a file that is being written, and return it.

    Args:
        target: The file; it is made with `INTERLEAVED` among its options.
        ending: How its name ends.
    """
    track = target.add_stream("libopus" if ending == ".webm" else "aac", rate=RATE, layout=_LAYOUT)
    track.codec_context.bit_rate = _BITS_A_SECOND
    return track


def encoded(track: Any, sound: Samples, start: int) -> list[Any]:
    """Return the packets that are ready once a piece of sound is encoded; `track.encode(None)` returns the last.

    Args:
        track: The track of the file.
        sound: The piece; it follows the one before.
        start: How many samples come before it.
    """
    packets = []
    for place in range(0, len(sound), RATE):
        piece = np.ascontiguousarray(sound[place : place + RATE]).reshape(1, -1)
        frame = av.AudioFrame.from_ndarray(piece, format="s16", layout=_LAYOUT)
        frame.sample_rate, frame.pts, frame.time_base = RATE, start + place, Fraction(1, RATE)
        packets += track.encode(frame)
    return packets


def put_to(video: Path, sound: Samples, target: Path, **metadata: str) -> None:
    """Copy a video as it is encoded, with sound in place of its own, and with more metadata.

    Args:
        video: The video.
        sound: The sound, as long as the video.
        target: The copy; it can be played while it is being loaded.
        metadata: What the copy says of itself, beside what the video says.
    """
    options = {**INTERLEAVED, **({"movflags": "faststart"} if video.suffix in (".mp4", ".mov") else {})}
    with av.open(str(video)) as old, av.open(str(target), "w", options=options) as new:
        new.metadata.update({**old.metadata, **metadata})
        (pictures,) = old.streams.video
        copied = new.add_stream_from_template(pictures)
        copied.metadata.update(pictures.metadata)
        track = add_track(new, target.suffix)
        new.mux([*encoded(track, sound, 0), *track.encode(None)])
        for packet in old.demux(pictures):
            if packet.dts is not None:
                packet.stream = copied
                new.mux(packet)


def _decoded(source: Any) -> Samples:
    """Return the sound of a file, at our rate."""
    resampler = av.AudioResampler(format="s16", layout=_LAYOUT, rate=RATE)
    with av.open(source) as container:
        frames = [
            part.to_ndarray().reshape(-1, 2)
            for frame in (*container.decode(audio=0), None)
            for part in resampler.resample(frame)
        ]
    return np.concatenate([SILENCE, *frames])
