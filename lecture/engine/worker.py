"""The process of one job: it reads the job from its input, draws it, and says on its output what came of it.

The input stays open as long as somebody waits for the job. When it ends, so does this process, and takes its
folder with it.
"""

import contextlib
import errno
import json
import os
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any

from lecture.engine.job import Job
from lecture.engine.scene_file import module_of, source_of
from scenes.settings.errors import ParameterError, in_a_line


def main() -> None:
    """Draw the job that comes on the standard input, in the folder that comes with it."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)  # what Manim and scenes print goes to the log
    import lecture.engine.clips
    import lecture.engine.still
    import lecture.engine.video  # noqa: F401 - it takes a second, in which the job may still be on its way
    from lecture.engine.rendering import RenderingError

    line = sys.stdin.buffer.readline()
    if not line:
        os._exit(0)  # there is no job after all
    where, values = json.loads(line)
    folder, job = Path(where).absolute(), Job(**values)
    tempfile.tempdir = os.environ["TMPDIR"] = str(folder)  # what Manim leaves goes with the folder
    answered = threading.Event()
    try:
        folder.mkdir(mode=0o700)
        threading.Thread(target=_end_with_input, args=(folder, answered), daemon=True).start()
        answer = _draw(job, folder, told)
    except ParameterError as error:
        answer = {"error": str(error), "refused": True}
    except RenderingError as error:
        answer = {"error": str(error)}
    except BaseException as error:
        with contextlib.suppress(OSError):  # the log may be on the disk that is full
            traceback.print_exc()
        answer = {"error": _in_a_line(error, job, Path(where).parent)}
    answered.set()
    _tell(told, answer)
    os._exit(0)  # Manim's encoder threads may still wait where a scene has failed


def _end_with_input(folder: Path, answered: threading.Event) -> None:
    """Wait for the end of the input: before the answer it means that nobody waits for one any more."""
    while sys.stdin.buffer.read(1):
        pass
    if not answered.is_set():
        subprocess.Popen(["rm", "-rf", str(folder)], start_new_session=True)  # encoders still write into it
        os._exit(130)


def _tell(told: IO[str], said: dict[str, Any]) -> None:
    with contextlib.suppress(BrokenPipeError):
        told.write(json.dumps(said) + "\n")
        told.flush()


def _draw(job: Job, folder: Path, told: IO[str]) -> Any:
    """Draw a job and return what to say: the files, by their endings, and how long the video is."""
    os.environ |= {"LECTURE_THEME": job.theme, "LECTURE_RENDERER": job.renderer}
    from fastcairo import activate
    from lecture.engine import clips, still, video
    from lecture.engine.svg_in_memory import read_in_memory

    read_in_memory()
    if job.renderer == "fast":
        activate()  # for a scene of the user's own, too
    scene_class = load(job, folder)
    with _settled(job, scene_class):
        if job.kind in ("video", "clips", "cards"):
            draw = video.video if job.kind == "video" else clips.clips
            return draw(scene_class, job, folder, lambda said: _tell(told, said))
        return still.pictures(scene_class, job, folder)


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
