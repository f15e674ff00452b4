"""Runs the real `lecture` command and looks at what it left."""

import json
import os
import shlex
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

Done = subprocess.CompletedProcess[str]
COMMAND = str(Path(sys.executable).with_name("lecture"))

QUICK = """\
from scenes.bowl_descent import BowlDescent


class Quick(BowlDescent):
    \"\"\"A bowl, and nothing that happens in it.\"\"\"

    def construct(self):
        self.build(0, self.numbers.first_view)
        self.beat("curve")
        self.say("A bowl.")
        self.add(self.bowl.axes, self.bowl.ticks, self.bowl.curve)
        self.wait(0.2)
        self.beat("numbers")
        self.add(self.machine)
        self.wait(0.2)
"""
"""A scene file that is drawn in no time: it still has parameters, captions and two sections."""


_FORKING = """
import atexit, gc, json, os, signal, sys, threading
import lecture.cli, lecture.engine.batch, lecture.engine.cluster, lecture.tables, scenes
import lecture.command_line.commands, lecture.command_line.parameter_file
import lecture.command_line.progress, lecture.command_line.requests
for name in scenes.SCENES:
    getattr(scenes, name)
def killed_at(moment, folder):
    def look(event, args):
        nonlocal moment
        writes = event == "open" and (args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
        if not (writes or event in ("os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link")):
            return
        path = args[0] if isinstance(args[0], int) else os.path.abspath(os.fspath(args[0]))
        if not str(path).startswith(folder):
            return
        moment -= 1
        if moment == -1:
            if writes and path.endswith(".unfinished"):
                with open(path, "w") as file:
                    file.write("half")
            os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(look)

gc.collect()
gc.freeze()
for line in sys.stdin:
    words, folder, variables, moment = json.loads(line)
    child = os.fork()
    if child == 0:
        for descriptor, name in enumerate(("out", "err"), 1):
            os.dup2(os.open(f"{sys.argv[1]}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), descriptor)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.chdir(folder)
        os.environ |= variables
        sys.dont_write_bytecode = True
        sys.argv = words
        if moment is not None:
            killed_at(moment, folder)
        ended = 0
        try:
            lecture.cli.main()
        except SystemExit as exit:
            ended = exit.code or 0
        if not isinstance(ended, int):
            raise SystemExit(ended)
        for thread in threading.enumerate():
            if thread is not threading.main_thread() and not thread.daemon:
                thread.join()
        atexit._run_exitfuncs()
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(ended)  # Python would take all apart that was imported: that takes longer than most commands
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def environment(**variables: str) -> dict[str, str]:
    """Return the environment without what changes a scene, with these variables on top."""
    return {key: value for key, value in os.environ.items() if not key.startswith("LECTURE_")} | variables


def lecture(*arguments: str | Path, cwd: Path, **variables: str) -> Done:
    """Run `lecture` of this installation in `cwd`, with these environment variables on top."""
    return subprocess.run(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def made(command: str, folder: Path, **variables: str) -> str:
    """Run `lecture` in a folder, find that it ends well, and return what it printed."""
    done = lecture(*shlex.split(command), cwd=folder, **variables)
    assert done.returncode == 0, done.stderr
    return done.stdout


def beginning(
    *arguments: str | Path, cwd: Path, preexec_fn: Callable[[], None] | None = None, **variables: str
) -> "subprocess.Popen[str]":
    """Begin to run `lecture` in `cwd`, in a process group of its own that can be interrupted, as a shell does."""

    def begin() -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # the tests may run where it is ignored
        if preexec_fn:
            preexec_fn()

    return subprocess.Popen(
        [COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
        preexec_fn=begin,
    )


class Warm:
    """Runs `lecture` in forks of a process that has imported it, which takes a fiftieth of the time."""

    def __enter__(self) -> Callable[..., Done]:
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [sys.executable, "-c", _FORKING, self.folder.name],
            env=environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self.run

    def __exit__(self, *_: object) -> None:
        self.process.communicate()
        self.folder.cleanup()

    def run(self, *arguments: str | Path, cwd: Path, killed_at: int | None = None, **variables: str) -> Done:
        """Run `lecture` in `cwd`, with these environment variables on top.

        If it is to be killed, it is when it has changed something below `cwd` so many times; what it is about to
        write is half there then.
        """
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        words = ["lecture", *map(str, arguments)]
        self.process.stdin.write(json.dumps([words, str(cwd), variables, killed_at]) + "\n")
        self.process.stdin.flush()
        code = int(self.process.stdout.readline())
        out, err = ((Path(self.folder.name) / name).read_text() for name in ("out", "err"))
        return Done(words, code, out, err)


def contents(folder: Path) -> dict[str, bytes]:
    """Return what is below a folder: files with their bytes, and folders with none."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
    }


def finished(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder of finished files, without its work folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
