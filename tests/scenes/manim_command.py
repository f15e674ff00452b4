"""Runs the real `manim` command and looks at what it wrote."""

import os
import subprocess
import sys
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parent.parent.parent
SMALL = ("-r", "128,72", "--fps", "4", "--progress_bar", "none", "-v", "WARNING")


def manim(*arguments: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run `manim` of this installation in `cwd`, with these environment variables on top."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LECTURE_")}
    return subprocess.run(
        [str(Path(sys.executable).with_name("manim")), *map(str, arguments)],
        cwd=cwd,
        env={**environment, **variables},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def frames(video: Path) -> npt.NDArray[np.uint8]:
    """Return the frames of a video, shape (n, height, width, 3)."""
    with av.open(str(video)) as container:
        return np.array([frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)])


def written(folder: Path, name: str) -> Path:
    """Return the one file with this name below a folder."""
    found = [path for path in folder.rglob(name) if "partial_movie_files" not in path.parts]
    assert len(found) == 1, found
    return found[0]
