"""Manim's renderer and the fast one, side by side: ./run python benchmarks/rendering.py --help.

Each scene is rendered by both in turn, in processes of their own; then its frames are compared before they are
encoded, and both videos with those frames; then all scenes of the lecture are rendered by one command.
"""

import argparse
import datetime
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

from comparing import compared
from manim.constants import QUALITIES

import scenes

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "RESULTS.md"
BEGIN, END = "<!-- figures: {} -->", "<!-- end of figures: {} -->"
OTHERS = "benchmarks/other_scenes.py"


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
    """Render a scene of the lecture with `manim`; another one plainly with it, and quickly with `lecture`."""
    manim, lecture = (Path(sys.executable).with_name(name) for name in ("manim", "lecture"))
    file = f"scenes/{scenes.SCENES[scene]}.py" if scene in scenes.SCENES else OTHERS
    if scene not in scenes.SCENES and renderer == "fast":
        return run([lecture, "render", file, scene, "-q", quality, "--out", folder], folder)
    words = [manim, f"-q{quality}", "--progress_bar", "none", "-v", "ERROR", "--media_dir", folder, file, scene]
    return run(words, folder, LECTURE_RENDERER=renderer)


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
        f"{found['encoding']:.0f}",
        f"{of(plain, 'memory')} / {of(fast, 'memory')}",
        " / ".join(megabytes),
        " / ".join(f"{psnr:.2f}" for psnr in found["psnr"]),
        "none" if found["same"] else "**some**",
    ]
    return f"| {' | '.join(cells)} |"


HEADING = (
    "| scene | frames (that differ from the one before) | wall s | ratio | CPU s | encoding CPU s | memory MiB "
    "| MB | PSNR dB | frames unlike plain's |\n|---|---|---|---|---|---|---|---|---|---|"
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
    ratios = []
    plain = 0.0
    with tempfile.TemporaryDirectory() as folder:
        for scene in names:
            found = []
            for i in range(pairs):
                places = [Path(folder) / f"{scene}-{i}-{renderer}" for renderer in ("plain", "fast")]
                found.append(
                    (render(scene, "plain", quality, places[0]), render(scene, "fast", quality, places[1]))
                )
            plain += median(one.wall for one, _ in found)
            ratios.append(median(fast.wall / one.wall for one, fast in found))
            yield line_of(scene, found, compared(scene, quality, [one.video for one in found[0]]))
        if set(names) <= set(scenes.SCENES):
            out = Path(folder) / "all"
            lecture = Path(sys.executable).with_name("lecture")
            together = run([lecture, "render", *names, "-q", quality, "-j", "2", "--out", out], out)
            yield (
                f"\nAll of them, plain one after the other: {plain:.0f} s; `lecture render -j 2`: "
                f"{together.wall:.0f} s, ratio **{together.wall / plain:.2f}**."
            )
        else:
            yield f"\nThe median of the ratios is **{median(ratios):.2f}**."


def main() -> None:
    """Print the report, and write it into RESULTS.md if that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenes", nargs="*", help="scenes of the lecture, all of them by default")
    parser.add_argument("--others", action="store_true", help="the scenes of other kinds in their place")
    parser.add_argument("--pairs", type=int, default=3, help="how often each scene is rendered by both")
    parser.add_argument("--quality", default="h", help="the letter of Manim's quality")
    parser.add_argument("--write", action="store_true", help="write the figures into benchmarks/RESULTS.md")
    options = parser.parse_args()
    every = list(other_scenes()) if options.others else list(scenes.SCENES)
    lines = []
    for line in report(options.scenes or every, options.quality, options.pairs):
        print(line, flush=True)
        lines.append(line)
    if options.write:
        begin, end = (mark.format("others" if options.others else "lecture") for mark in (BEGIN, END))
        before, rest = RESULTS.read_text(encoding="utf-8").split(begin)
        after = rest.split(end)[1]
        text = "\n".join(lines)
        RESULTS.write_text(f"{before}{begin}\n{text}\n{end}{after}", encoding="utf-8")


def other_scenes() -> Iterator[str]:
    """Yield the names of the scenes of other kinds, in their order."""
    for line in (ROOT / OTHERS).read_text(encoding="utf-8").splitlines():
        if line.startswith("class "):
            yield line.removeprefix("class ").partition("(")[0]


if __name__ == "__main__":
    main()
