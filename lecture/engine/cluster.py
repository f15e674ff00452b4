"""Runs jobs on the machines of a Dask cluster."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from urllib.parse import urlsplit

from scenes.settings.errors import ParameterError, echoed

SECONDS_TO_ANSWER = 5


@contextmanager
def executor_on(address: str) -> Iterator[Executor]:
    """Lend an executor whose jobs run on a cluster; the jobs of a lost worker run again on another.

    Args:
        address: Where its scheduler is, as tcp://HOST:8786.

    Raises:
        ParameterError: This is not an address, nothing answers there, or `distributed` is not installed.
    """
    said = echoed(address)
    try:
        from distributed import Client
    except ImportError:
        raise ParameterError(
            f"--cluster {said}: Dask is not installed; pip install 'gradient-descent-lecture[cluster]' gets it"
        ) from None
    _check(address)
    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what a user needs to know is told here
    try:
        asyncio.run(_shake_hands(address))  # a client would go on trying for long, and with much noise
        client = Client(address, timeout=SECONDS_TO_ANSWER, set_as_default=False)  # type: ignore[no-untyped-call]
    except Exception:
        raise ParameterError(
            f"--cluster {said}: nothing answers there; is `dask scheduler` running, and within reach?"
        ) from None
    with client:
        if not client.scheduler_info(n_workers=-1)["workers"]:
            raise ParameterError(f"--cluster {said}: it has no workers; start some: dask worker {said}")
        yield client.get_executor(pure=False)  # type: ignore[no-untyped-call]


async def _shake_hands(address: str) -> None:
    """Connect as a client of Dask does, and hang up."""
    from distributed.comm.core import connect

    # The timeout of `connect` ends with the connection: for an answer it would wait for ever.
    async with asyncio.timeout(SECONDS_TO_ANSWER):
        comm = await connect(address)  # type: ignore[no-untyped-call]
    comm.abort()


def _check(address: str) -> None:
    """Refuse anything but the address of a scheduler."""
    try:
        parts = urlsplit(address)
        good = parts.scheme == "tcp" and parts.hostname and parts.port
    except ValueError:
        good = False
    if not good:
        raise ParameterError(f"--cluster {echoed(address)}: this is not an address; write it as tcp://HOST:8786")
