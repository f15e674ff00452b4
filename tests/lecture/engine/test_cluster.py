"""Jobs on a Dask cluster: a real scheduler and workers on this machine."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import av
import pytest

BIN = Path(sys.executable).parent


@contextmanager
def running(*command: str, cwd: Path, says: str) -> Iterator[tuple[int, str]]:
    """Run a command until the block ends, which begins once it has said something; lend its pid and that line."""
    log = cwd / f"{command[1]}.log"
    with log.open("w", encoding="utf-8") as said:
        process = subprocess.Popen(
            [str(BIN / command[0]), *command[1:]],
            cwd=cwd,
            env={**os.environ, "TMPDIR": str(cwd)},
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
    try:
        deadline = time.monotonic() + 60
        while not (found := [line for line in log.read_text(encoding="utf-8").splitlines() if says in line]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        yield process.pid, found[0]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@contextmanager
def scheduler(folder: Path) -> Iterator[str]:
    """Run a scheduler on loopback and lend its address."""
    command = ("dask", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard")
    with running(*command, cwd=folder, says="Scheduler at:") as (_, line):
        yield line.split()[-1]


@contextmanager
def worker(address: str, folder: Path) -> Iterator[int]:
    """Run a worker, without a process beside it that would start it again."""
    command = ("dask", "worker", address, "--host", "127.0.0.1", "--no-nanny", "--nthreads", "1", "--no-dashboard")
    with running(*command, cwd=folder, says="Registered to:") as (pid, _):
        yield pid


def lecture(*arguments: str, cwd: Path) -> subprocess.Popen[str]:
    """Start the command."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("LECTURE_")}
    return subprocess.Popen(
        [str(BIN / "lecture"), *arguments],
        cwd=cwd,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def draws(pid: int) -> bool:
    """Tell whether a process has a child that draws."""
    children = Path(f"/proc/{pid}/task").glob("*/children")
    found = [child for file in children for child in file.read_text(encoding="utf-8").split()]
    return any(b"lecture.engine.worker" in Path(f"/proc/{child}/cmdline").read_bytes() for child in found)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc to see when a worker is drawing")
def test_the_jobs_of_a_lost_worker_run_again(tmp_path: Path) -> None:
    """Three scenes on two workers, one of which is killed while it draws: all files come, and are whole."""
    for folder in ("one", "two", "mine"):
        (tmp_path / folder).mkdir()
    with (
        scheduler(tmp_path) as address,
        worker(address, tmp_path / "one") as first,
        worker(address, tmp_path / "two"),
    ):
        names = ["BowlDescent", "RodsInABox", "DivergenceSpiral"]
        done = lecture(
            "render", *names, "-q", "l", "--set", "pace=0.1", "--cluster", address, cwd=tmp_path / "mine"
        )
        deadline = time.monotonic() + 60
        while not draws(first):
            assert time.monotonic() < deadline
            assert done.poll() is None, done.communicate()
            time.sleep(0.05)
        os.kill(first, signal.SIGKILL)
        _, errors = done.communicate(timeout=240)
    assert done.returncode == 0, errors
    while list(tmp_path.glob("*/job-*")):  # what was begun where the worker was killed goes, too
        assert time.monotonic() < deadline + 240
        time.sleep(0.1)
    for name in names:
        video = tmp_path / "mine" / "renders" / f"{name}-pace=0.1.mp4"
        with av.open(str(video)) as container:
            assert sum(1 for _ in container.decode(video=0)) > 100
        facts = json.loads(video.with_suffix(".json").read_text(encoding="utf-8"))
        assert facts["scene"] == name
        assert facts["host"]


def test_an_address_where_nothing_answers_is_told_soon(tmp_path: Path) -> None:
    """Within 15 seconds, in a line, with nothing rendered."""
    start = time.monotonic()
    done = lecture("render", "BowlDescent", "--cluster", "tcp://127.0.0.1:9", cwd=tmp_path)
    _, errors = done.communicate(timeout=60)
    assert time.monotonic() - start < 15
    assert done.returncode == 2
    assert errors == (
        "--cluster tcp://127.0.0.1:9: nothing answers there; is `dask scheduler` running, and within reach?\n"
    )
    assert list(tmp_path.iterdir()) == []


@contextmanager
def listener(answer: bytes) -> Iterator[str]:
    """Accept connections on loopback, say `answer` on each and keep it open; lend the address."""
    with socket.create_server(("127.0.0.1", 0)) as server, ExitStack() as kept:

        def serve() -> None:
            with suppress(OSError):  # the server is closed
                while True:
                    connection, _ = server.accept()
                    kept.enter_context(connection)
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"tcp://127.0.0.1:{server.getsockname()[1]}"
        finally:
            server.shutdown(socket.SHUT_RDWR)
            thread.join()


@pytest.mark.parametrize(
    "answer", [b"", b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"], ids=["mute", "HTTP"]
)
def test_a_listener_that_is_no_scheduler_is_told_soon(answer: bytes, tmp_path: Path) -> None:
    """Whether it says nothing or something else, within 15 seconds, in a line, with nothing rendered."""
    with listener(answer) as address:
        start = time.monotonic()
        done = lecture("render", "BowlDescent", "--cluster", address, cwd=tmp_path)
        _, errors = done.communicate(timeout=60)
        assert time.monotonic() - start < 15
    assert done.returncode == 2
    assert errors == (
        f"--cluster {address}: nothing answers there; is `dask scheduler` running, and within reach?\n"
    )
    assert list(tmp_path.iterdir()) == []


def test_a_cluster_without_workers_is_told(tmp_path: Path) -> None:
    """It would wait for ever."""
    with scheduler(tmp_path) as address:
        done = lecture("render", "BowlDescent", "--cluster", address, cwd=tmp_path)
        _, errors = done.communicate(timeout=60)
    assert done.returncode == 2
    assert errors == f"--cluster {address}: it has no workers; start some: dask worker {address}\n"
