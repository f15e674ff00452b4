"""The process that draws: it reads jobs from its input, draws one after the other, and says what came of each.

A job comes in a line, with the folder to draw it in, and the folder of this process for what is put aside; `null`
says that nobody wants it any more. The input stays open as long as somebody may ask for more. When it ends, so
does this process, and takes its folders with it.
"""

import contextlib
import errno
import gc
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import IO, Any

from lecture.engine.job import Job
from lecture.engine.scene_file import module_of, source_of
from scenes.settings.errors import ParameterError, in_a_line

_MOMENT = 0.5
"""So many seconds without a job are a rest, to clear up in."""


class _DroppedError(Exception):
    """Nobody wants the job any more."""


def main() -> None:
    """Draw the jobs that come on the standard input, each in the folder that comes with it."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what Manim and scenes print goes to the log
    import lecture.engine.still
    import lecture.engine.video  # noqa: F401 - it takes a second, in which the job may still be on its way

    inbox, aside = _Inbox(sys.stdin.buffer), None
    for folder, aside, job in inbox:
        answer = _answer(job, folder, aside, inbox, told)
        inbox.answered()
        _tell(told, answer)
    if aside is not None:
        shutil.rmtree(aside, ignore_errors=True)
    os._exit(0)  # Manim's encoder threads may still wait where a scene has failed


class _Inbox:
    """Reads what comes on the input while the process draws; iterating yields the jobs, each with its folder.

    Args:
        stream: The input.

    Attributes:
        dropped: Is set when nobody wants the latest job any more.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self.dropped = threading.Event()
        self._stream = stream
        self._jobs: SimpleQueue[tuple[Path, Path, Job] | None] = SimpleQueue()
        self._open: set[Path] = set()
        threading.Thread(target=self._read, daemon=True).start()

    def __iter__(self) -> Iterator[tuple[Path, Path, Job]]:
        found = self._jobs.get()
        while found is not None:
            yield found
            try:
                found = self._jobs.get(timeout=_MOMENT)
            except Empty:
                gc.collect()  # scenes are full of circles; now nobody waits
                found = self._jobs.get()

    def answered(self) -> None:
        """Leave the folder of the job to whoever asked for it."""
        self._open = set()

    def _read(self) -> None:
        for line in self._stream:
            try:
                said = json.loads(line)
            except ValueError:
                break  # who wrote it was killed
            if said is None:
                self.dropped.set()
                continue
            folder, aside = Path(said[0]), Path(said[1]).absolute()
            self._open = {folder.absolute(), aside}
            self.dropped.clear()
            self._jobs.put((folder, aside, Job(**said[2])))
        if self._open:  # nobody waits for an answer any more
            # It waits for the end of this process: scene and encoders still write there.
            subprocess.Popen(
                ["sh", "-c", 'read -r _; rm -rf "$@"', "sh", *map(str, self._open)],
                stdin=subprocess.PIPE,
                start_new_session=True,
            )
            os._exit(130)
        self._jobs.put(None)


def _answer(job: Job, folder: Path, aside: Path, inbox: _Inbox, told: IO[str]) -> dict[str, Any]:
    """Draw a job, and return what to say: what came of it, and whether this process can draw another."""
    from lecture.engine.rendering import RenderingError

    def report(said: dict[str, Any]) -> None:
        if inbox.dropped.is_set():
            raise _DroppedError
        if said:
            _tell(told, said)

    ready = job.file is None  # who knows what a file of the user's has changed
    try:
        place = folder.absolute()
        place.mkdir(mode=0o700)
        aside.mkdir(mode=0o700, exist_ok=True)
        tempfile.tempdir = os.environ["TMPDIR"] = str(aside)  # what Manim leaves goes with this process
        return {**_drawn(job, place, report), "ready": ready}
    except _DroppedError:
        return {"error": "it was dropped for another", "ready": ready and job.kind in ("still", "storyboard")}
    except ParameterError as error:
        return {"error": str(error), "refused": True, "ready": ready}
    except RenderingError as error:
        return {"error": str(error)}
    except BaseException as error:
        with contextlib.suppress(OSError):  # the log may be on the disk that is full
            traceback.print_exc()
        return {"error": _in_a_line(error, job, folder.parent)}


def _tell(told: IO[str], said: dict[str, Any]) -> None:
    with contextlib.suppress(BrokenPipeError):
        told.write(json.dumps(said) + "\n")
        told.flush()


def _drawn(job: Job, folder: Path, report: Any) -> Any:
    """Draw a job and return what to say: the files, by their endings, and how long the video is."""
    # for scenes of the user's own, which may ask for the theme; those of the lecture are handed all they need
    os.environ |= {"LECTURE_THEME": job.theme, "LECTURE_RENDERER": job.renderer}
    from fastcairo import activate, deactivate
    from lecture.engine import still, video
    from lecture.engine.svg_in_memory import read_in_memory

    read_in_memory()
    if job.renderer == "fast":
        activate()  # for a scene of the user's own, too
    else:
        deactivate()
    scene_class = load(job, folder)
    with _settled(job, scene_class):
        if job.kind == "video":
            return video.video(scene_class, job, folder, report)
        if job.kind in ("clips", "cards"):
            from lecture.engine import clips

            return clips.clips(scene_class, job, folder, report)
        return still.pictures(scene_class, job, folder, report)


def _settled(job: Job, scene_class: Any) -> AbstractContextManager[None]:
    """Hand a job's settings to lecture scenes."""
    parameters = job.parameters_for(scene_class)
    if parameters is None:
        return contextlib.nullcontext()
    from scenes.settings.door import handing
    from scenes.settings.settings import Settings
    from scenes.settings.theme import THEMES

    return handing(Settings(parameters, THEMES[job.theme], job.renderer == "fast"))


def load(job: Job, folder: Path) -> Any:
    """Return the class of a job's scene."""
    if job.kind == "cards":
        from scenes.stage.direction.title_card import TitleCards

        return TitleCards
    if job.file is None:
        import scenes

        return getattr(scenes, job.scene)
    path = Path(job.file)
    if not path.exists() or source_of(path) != job.source:  # the job came from another machine
        path = folder / path.name
        path.write_bytes((job.source or "").encode(errors="surrogateescape"))
    return getattr(module_of(path), job.scene)


def _with_causes(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an error, and those that it came from."""
    while error is not None:
        yield error
        error = error.__cause__


def _in_a_line(error: BaseException, job: Job, folder: Path) -> str:
    """Return what went wrong, and where: in the user's file, or in the folder that the job is drawn in."""
    if any(isinstance(one, OSError) and one.errno == errno.ENOSPC for one in _with_causes(error)):
        return f"the disk is full ({folder})"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if job.file == frame.filename]
    where = f" ({Path(frames[-1].filename).name}, line {frames[-1].lineno})" if frames else ""
    return f"{in_a_line(error)}{where}"


if __name__ == "__main__":
    main()
