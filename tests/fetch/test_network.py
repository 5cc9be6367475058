"""Names that are looked up: an answer that does not come holds up nobody, also not the end of the process."""

import asyncio
import socket
import subprocess
import sys
import threading
from typing import Any

import pytest

from scraper.errors import FetchError
from scraper.fetch.network import GuardedBackend

HANGING = """
import asyncio, socket, threading
socket.getaddrinfo = lambda *_, **__: threading.Event().wait()  # a name server that never answers
from scraper.fetch import Fetcher
from scraper.settings import FetchSettings

async def main():
    settings = FetchSettings(connect_timeout_s=0.05, attempts=1, delay_s=0.0)
    async with Fetcher(settings) as fetcher:
        return [await fetcher.fetch(f"http://{number}.test/") for number in range(12)]

print(*(result.code for result in asyncio.run(main())))
"""


def test_a_look_up_that_hangs_ends_with_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", HANGING], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.split() == ["dns"] * 12


async def test_look_ups_beyond_the_threads_wait_for_one_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer = threading.Event()

    def resolve(*_: Any, **__: Any) -> Any:
        may_answer.wait()
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr("scraper.fetch.network.socket.getaddrinfo", resolve)
    monkeypatch.setattr("scraper.fetch.network._RESOLVER_THREADS", 1)
    backend = GuardedBackend([])
    with pytest.raises(FetchError, match="no answer for the name"):
        await backend.connect_tcp("first.test", 80, timeout=0.05)
    with pytest.raises(FetchError, match="no answer for the name"):
        await backend.connect_tcp("second.test", 80, timeout=0.05)
    monkeypatch.setattr("scraper.fetch.network._MOST_THREADS", 2)
    with pytest.raises(FetchError, match="2 look-ups hang"):
        await backend.connect_tcp("third.test", 80, timeout=0.05)
    may_answer.set()
    for thread in threading.enumerate():
        if thread.name.startswith("resolver"):
            await asyncio.to_thread(thread.join)
    with pytest.raises(FetchError, match="not public"):
        await backend.connect_tcp("fourth.test", 80, timeout=60)


async def test_names_that_hang_fail_no_other_name(monkeypatch: pytest.MonkeyPatch) -> None:
    may_answer = threading.Event()

    def resolve(host: str, *_: Any, **__: Any) -> Any:
        if host.startswith("dead"):
            may_answer.wait()
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("10.0.0.1", 80))]

    monkeypatch.setattr("scraper.fetch.network.socket.getaddrinfo", resolve)
    backend = GuardedBackend([])
    dead = [backend.connect_tcp(f"dead{number}.test", 80, timeout=0.2) for number in range(20)]
    *hung, good = await asyncio.gather(*dead, backend.connect_tcp("good.test", 80, timeout=0.2), return_exceptions=True)
    may_answer.set()
    assert all("no answer for the name" in str(error) for error in hung)
    assert "not public" in str(good)
