"""Manim's renderer and the fast one, side by side: ./run python benchmarks/rendering.py --help.

Each scene is rendered by both in turn, in processes of their own, as `manim` does; then its frames are compared
before they are encoded, and both videos with those frames; then all scenes are rendered by one command.
"""

import argparse
import datetime
import json
import math
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import av
import numpy as np
from manim.constants import QUALITIES

import scenes
from scenes.stage.theme import chosen_theme

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


@dataclass(frozen=True)
class Run:
    """One process: wall and CPU seconds, peak memory in MiB, and the video that it made."""

    wall: float
    cpu: float
    memory: float
    video: Path


def run(command: Sequence[str | Path], folder: Path, **variables: str) -> Run:
    """Run a command and measure it."""
    folder.mkdir(parents=True, exist_ok=True)
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command],
        cwd=ROOT,
        env={**os.environ, **variables},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"{' '.join(map(str, command))}: it failed")
    unit = 2**20 if platform.system() == "Darwin" else 2**10
    videos = [file for file in folder.rglob("*.mp4") if "partial_movie_files" not in file.parts]
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / unit, videos[0])


def render(scene: str, renderer: str, quality: str, folder: Path) -> Run:
    """Render a scene with the command `manim`."""
    manim = Path(sys.executable).with_name("manim")
    file = f"scenes/{scenes.SCENES[scene]}.py"
    words = [manim, f"-q{quality}", "--progress_bar", "none", "-v", "ERROR", "--media_dir", folder, file, scene]
    return run(words, folder, LECTURE_RENDERER=renderer)


def check(scene: str, quality: str, videos: Sequence[Path]) -> dict[str, Any]:
    """Return, from a process of its own, whether the frames are the same, and what the videos made of them."""
    words = [sys.executable, __file__, "--check", scene, "--quality", quality, *map(str, videos)]
    done = subprocess.run(words, cwd=ROOT, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def checked(scene: str, quality: str, videos: Sequence[str]) -> dict[str, Any]:
    """Compare the frames of both renderers, and the videos with them; measure what encoding the changes costs."""
    sys.path.insert(0, str(ROOT))
    from fastcairo.canvas import Canvas, patches
    from fastcairo.encoder import SegmentEncoder
    from tests.fastcairo import recording

    size = next(one for one in QUALITIES.values() if one["flag"] == quality)
    pixels = size["pixel_width"], size["pixel_height"]
    ground = chosen_theme().ground  # the camera is made before the scene, which would set it
    settings: Any = {"pixels": pixels, "frame_rate": size["frame_rate"], "background_color": ground}
    scene_class = getattr(scenes, scene)

    decoded = [frames_of(video) for video in videos]
    errors: list[list[float]] = [[] for _ in videos]
    add = recording.Recording.add

    def compare(self: Any, frame: Any, repeat: int) -> None:
        add(self, frame, repeat)
        rgb = frame[..., :3].astype(np.float32)
        for _ in range(repeat):
            for found, frames in zip(errors, decoded, strict=True):
                found.append(float(np.mean((next(frames) - rgb) ** 2)))

    recording.Recording.add = compare  # type: ignore[method-assign]
    plain, _ = recording.record(scene_class, fast=False, **settings)
    recording.Recording.add = add  # type: ignore[method-assign]

    folder = tempfile.TemporaryDirectory()
    encoder: Any = None
    floor = 0.0
    write = recording._fast_writer

    def timing(record: Any) -> Any:
        class Timing(write(record)):  # type: ignore[misc]
            def write_changes(self, frame: Any, changed: Any, repeat: int) -> None:
                nonlocal encoder, floor
                super().write_changes(frame, changed, repeat)
                if encoder is None:
                    encoder = SegmentEncoder(target=Path(folder.name) / "floor.mp4", spec=self.video_encoder)
                    encoder._canvas = Canvas(*pixels)
                    changed = [(0, 0, *pixels)]
                for patch in patches(frame, changed):
                    encoder._canvas.put(patch)
                if changed:
                    start = time.process_time()
                    encoder._encode()
                    floor += time.process_time() - start

        return Timing

    recording._fast_writer = timing  # type: ignore[assignment]
    fast, renderer = recording.record(scene_class, fast=True, **settings)
    encoder.finish()
    shown = sum(repeat for _, repeat in plain.frames)
    changes = 1 + sum(one[0] != other[0] for one, other in zip(plain.frames, plain.frames[1:], strict=False))
    return {
        "same": plain.frames == fast.frames,
        "frames": shown,
        "changes": changes,
        "drawn": renderer.painter.drawn,
        "floor": floor,
        "psnr": [10 * math.log10(255**2 / np.mean(found)) for found in errors],
    }


def frames_of(video: str) -> Iterator[Any]:
    """Yield the frames of a video, and the last one for ever."""
    with av.open(video) as container:
        for frame in container.decode(video=0):
            last = frame.to_ndarray(format="rgb24").astype(np.float32)
            yield last
    while True:
        yield last


def line_of(scene: str, pairs: Sequence[tuple[Run, Run]], found: dict[str, Any]) -> str:
    """Return the figures of a scene as a row of the table."""
    plain, fast = ([pair[i] for pair in pairs] for i in (0, 1))
    ratio = median(two.wall / one.wall for one, two in pairs)

    def of(runs: Sequence[Run], name: str) -> str:
        return f"{median(getattr(one, name) for one in runs):.0f}"

    megabytes = [f"{runs[0].video.stat().st_size / 1e6:.1f}" for runs in (plain, fast)]
    cells = [
        scene,
        f"{found['frames']:,} ({found['changes']:,})",
        f"{of(plain, 'wall')} / {of(fast, 'wall')}",
        f"**{ratio:.2f}**",
        f"{of(plain, 'cpu')} / {of(fast, 'cpu')}",
        f"{found['floor']:.0f}",
        f"{of(plain, 'memory')} / {of(fast, 'memory')}",
        " / ".join(megabytes),
        " / ".join(f"{psnr:.2f}" for psnr in found["psnr"]),
        "none" if found["same"] else "**some**",
    ]
    return f"| {' | '.join(cells)} |"


HEADING = (
    "| scene | frames (that differ from the one before) | wall s | ratio | CPU s | floor CPU s | memory MiB | MB "
    "| PSNR dB | frames unlike plain's |\n|---|---|---|---|---|---|---|---|---|---|"
)


def report(names: Sequence[str], quality: str, pairs: int) -> Iterator[str]:
    """Yield the lines of the report as they are known."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    size = next(one for one in QUALITIES.values() if one["flag"] == quality)
    yield (
        f"{datetime.date.today().isoformat()}, {cores} cores ({platform.machine()}, {platform.system()}), Python "
        f"{platform.python_version()}; {size['pixel_width']}x{size['pixel_height']} at {size['frame_rate']} "
        f"frames a second; {pairs} pair{'s' if pairs > 1 else ''} of runs, medians, plain / fast.\n"
    )
    yield HEADING
    one_by_one = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for scene in names:
            found = []
            for i in range(pairs):
                places = [Path(folder) / f"{scene}-{i}-{renderer}" for renderer in ("plain", "fast")]
                found.append(
                    (render(scene, "plain", quality, places[0]), render(scene, "fast", quality, places[1]))
                )
            one_by_one += median(plain.wall for plain, _ in found)
            yield line_of(scene, found, check(scene, quality, [one.video for one in found[0]]))
        out = Path(folder) / "all"
        lecture = Path(sys.executable).with_name("lecture")
        together = run([lecture, "render", *names, "-q", quality, "-j", "2", "--out", out], out)
    yield (
        f"\nAll of them, plain one after the other: {one_by_one:.0f} s; `lecture render -j 2`: "
        f"{together.wall:.0f} s, ratio **{together.wall / one_by_one:.2f}**."
    )


def main() -> None:
    """Print the report, and write it into RESULTS.md if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", help="scenes, or the videos to check")
    parser.add_argument("--pairs", type=int, default=3, help="how often each scene is rendered by both")
    parser.add_argument("--quality", default="h", help="the letter of Manim's quality")
    parser.add_argument("--write", action="store_true", help="write the figures into benchmarks/RESULTS.md")
    parser.add_argument("--check", metavar="SCENE", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.check:
        print(json.dumps(checked(options.check, options.quality, options.scenes)))
        return
    lines = []
    for line in report(options.scenes or list(scenes.SCENES), options.quality, options.pairs):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        before, rest = RESULTS.read_text(encoding="utf-8").split(BEGIN)
        after = rest.split(END)[1]
        text = "\n".join(lines)
        RESULTS.write_text(f"{before}{BEGIN}\n{text}\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
