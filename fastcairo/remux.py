"""Copies of videos as they are encoded, which can be played while they are being loaded."""

from pathlib import Path

import av


def copy_video(source: Path, target: Path, **metadata: str) -> None:
    """Copy a video with its index in front of its frames, where its format has one, and with more metadata."""
    options = {"movflags": "faststart"} if source.suffix in (".mp4", ".mov") else {}
    with av.open(str(source)) as old, av.open(str(target), "w", options=options) as new:
        new.metadata.update({**old.metadata, **metadata})
        streams = {stream.index: new.add_stream_from_template(stream) for stream in old.streams}
        for stream in old.streams:
            # In webm one of these says that there is transparency; players look for it.
            streams[stream.index].metadata.update(stream.metadata)
        for packet in old.demux():
            if packet.dts is not None:
                packet.stream = streams[packet.stream.index]
                new.mux(packet)


def put_index_first(file: Path) -> None:
    """Move the index of a video in front of its frames."""
    moved = file.with_name(f"{file.stem}_index_first{file.suffix}")
    copy_video(file, moved)
    moved.replace(file)
