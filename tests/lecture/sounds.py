"""Sounds to try scenes with, and the sound of a file as a player hears it."""

import wave
from itertools import pairwise
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt


def write_click(file: Path, rate: int = 44_100, seconds: float = 0.2) -> None:
    """Write a sound that is a click at its beginning, and silence after that."""
    samples = np.zeros(round(rate * seconds), np.int16)
    samples[: rate // 2000] = 25_000
    _write(samples, file, rate)


def write_tone(file: Path, rate: int = 48_000, seconds: float = 1.0, pitch: float = 440) -> None:
    """Write a tone that is as loud from its beginning to its end."""
    _write(
        (3_000 * np.sin(2 * np.pi * pitch * np.arange(round(rate * seconds)) / rate)).astype(np.int16), file, rate
    )


def _write(samples: npt.NDArray[np.int16], file: Path, rate: int) -> None:
    with wave.open(str(file), "wb") as sound:
        sound.setparams((1, 2, rate, 0, "NONE", ""))
        sound.writeframes(samples.tobytes())


def heard(file: Path) -> tuple[npt.NDArray[np.float64], int]:
    """Return what is heard of a file from its start on, between -1 and 1, and how many values a second has."""
    with av.open(str(file)) as container:
        (track,) = container.streams.audio
        pieces: list[npt.NDArray[np.float64]] = []
        for frame in container.decode(track):
            values = frame.to_ndarray().astype(np.float64) / (32_768 if "s16" in frame.format.name else 1)
            left = values[0] if frame.format.is_planar else values.reshape(-1, len(frame.layout.channels))[:, 0]
            if not pieces:
                start = round(float((frame.pts or 0) * (frame.time_base or 1)) * frame.sample_rate)
                pieces.append(np.zeros(max(start, 0)))
                left = left[max(-start, 0) :]
            pieces.append(left)
        return np.concatenate(pieces), track.rate


def clicks_in(file: Path) -> list[float]:
    """Return the times at which clicks are heard in a file, in seconds."""
    values, rate = heard(file)
    loud = np.flatnonzero(np.abs(values) > 0.2) / rate
    return [float(time) for before, time in pairwise([-1.0, *loud]) if time - before > 0.05]


def seconds_of_tracks(file: Path) -> dict[str, float]:
    """Return how long the pictures and the sound of a file last, in seconds."""
    with av.open(str(file)) as container:
        found: dict[str, float] = {}
        for packet in container.demux():
            if packet.pts is not None:
                kind = packet.stream.type
                rate = packet.stream.average_rate if kind == "video" else None
                length = (
                    1 / rate if rate else (packet.duration or 0) * packet.time_base
                )  # webm has none for frames
                found[kind] = max(found.get(kind, 0.0), float(packet.pts * packet.time_base + length))
        return found
